package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @Property(tries = 5_000)
    void readsInstantsAsTheJdkWritesThem(
            @ForAll @LongRange(min = -9_190_000_000L, max = 9_190_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);

        assertThat(parse(instant.toString())).isEqualTo(second * 1_000_000_000L + nano);
    }

    @Property(tries = 2_000)
    void readsOffsetsAsTheJdkWritesThem(
            @ForAll @LongRange(min = -9_190_000_000L, max = 9_190_000_000L) long second,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
        OffsetDateTime time = Instant.ofEpochSecond(second).atOffset(offset);

        assertThat(parse(time.toString())).isEqualTo(second * 1_000_000_000L);
    }

    @Property(tries = 2_000)
    void readsDatesAsMidnight(@ForAll @LongRange(min = -100_000, max = 100_000) long day) {
        assertThat(parse(LocalDate.ofEpochDay(day).toString())).isEqualTo(day * 86_400_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "1704067200, EPOCH_SECONDS, 1704067200000000000",
        "1704067200.5, EPOCH_SECONDS, 1704067200500000000",
        "1704067200000, EPOCH_MILLIS, 1704067200000000000",
        "1704067200000.0, EPOCH_MILLIS, 1704067200000000000",
        "1704067200000000, EPOCH_MICROS, 1704067200000000000",
        "1704067200000000001, EPOCH_NANOS, 1704067200000000001",
        "-86400, EPOCH_SECONDS, -86400000000000",
        "0, EPOCH_SECONDS, 0",
        "2024-01-01, ISO_8601, 1704067200000000000",
        "2024-01-01 00:00:00, ISO_8601, 1704067200000000000",
        "2024-01-01T00:00, ISO_8601, 1704067200000000000",
        "2024-01-01 00:00:00+00:00, ISO_8601, 1704067200000000000",
        "2024-01-01 00:00:00 UTC, ISO_8601, 1704067200000000000",
        "2024-01-01T02:00:00+0200, ISO_8601, 1704067200000000000",
        "2023-12-31T19:00:00-05, ISO_8601, 1704067200000000000",
        "2024-01-01T00:00:00.000000001Z, ISO_8601, 1704067200000000001",
        "2024-02-29, ISO_8601, 1709164800000000000"
    })
    void tellsTheFormByTheFirstTime(String text, TimestampForm form, long nanos) {
        TimeText times = new TimeText();

        assertThat(parse(times, text)).isEqualTo(nanos);
        assertThat(times.form()).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "x",
                "20240101",
                "2024-13-01",
                "2024-00-01",
                "2023-02-29",
                "2100-02-29",
                "2024-04-31",
                "2024-01-01T24:00:00Z",
                "2024-01-01T00:60:00Z",
                "2024-01-01T00:00:60Z",
                "2024-01-01T",
                "2024-01-01T00",
                "2024-01-01T00:00:00X",
                "2024-01-01T00:00:00+1:00",
                "2024-01-01T00:00:00+19:00",
                "2024-1-1",
                "2024-01-01T00:00:00.0000000001Z",
                "2024-01-01T00:00:00.Z",
                "2024-01-01T00:00:00+00:",
                "0000-01-01",
                "1677-01-01",
                "2262-05-01",
                "50000000000",
                "9223372036854775808",
                "99999999999999999999",
                "1704067200.0000000001",
                "1704067200.",
                "1.7e9",
                "1704067200000Z",
                "2024-01-01Z00:00"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(parse(text)).isEqualTo(TimeText.NONE);
    }

    @Test
    void holdsAllTimesToTheFormOfTheFirst() {
        TimeText times = new TimeText();
        assertThat(parse(times, "garbage-")).isEqualTo(TimeText.NONE);
        assertThat(times.form()).isNull();
        assertThat(parse(times, "1704067200000")).isEqualTo(Sample.MIDNIGHT);

        assertThat(parse(times, "1704067200000000")).isEqualTo(TimeText.NONE);
        assertThat(parse(times, "2024-01-01")).isEqualTo(TimeText.NONE);
        assertThat(parse(times, "1704067260000")).isEqualTo(Sample.MIDNIGHT + Sample.MINUTE);
    }

    private static long parse(String text) {
        return parse(new TimeText(), text);
    }

    private static long parse(TimeText times, String text) {
        byte[] bytes = ("?" + text + "?").getBytes(StandardCharsets.US_ASCII);
        return times.parse(bytes, 1, bytes.length - 1);
    }
}
