package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSourceException;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import io.aqts.market.MarketSnapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarSpacingTest {

    private static final long HOUR = 3_600_000_000_000L;

    /** Midnights in Paris around the changes of 2024, in UTC. */
    private static final List<String> MIDNIGHTS = List.of(
            "2024-03-29T23:00:00Z",
            "2024-03-30T23:00:00Z",
            "2024-03-31T22:00:00Z",
            "2024-04-01T22:00:00Z",
            "2024-10-25T22:00:00Z",
            "2024-10-26T22:00:00Z",
            "2024-10-27T23:00:00Z",
            "2024-10-28T23:00:00Z");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"1h, 4h", "1d, 4h", "30m, 4h", "2h, 1m"})
    void refusesAStatedIntervalThatTheFileContradicts(String stated, String actual) {
        Path path = spaced(BarInterval.parse(actual).nanos(), 50);
        CsvOptions options = CsvOptions.defaults().interval(BarInterval.parse(stated));
        String message = path + ":3: interval must be " + actual
                + ", as far as 49 of 49 bars start after the one before, but was given as " + stated;

        for (CsvOptions one : List.of(options, options.repair(sorting()))) {
            assertThatThrownBy(() -> CsvBars.open(path, Sample.INSTRUMENT, one))
                    .isInstanceOf(DataSourceException.class)
                    .hasMessage(message);
        }
        assertThatThrownBy(() -> CsvBars.inspect(path, options)).hasMessage(message);
    }

    @Test
    void acceptsAStatedIntervalWhereBarsAreMissing() {
        List<String> rows = Sample.minuteRows(40);
        for (int i = 35; i > 0; i -= 3) {
            rows.remove(i);
        }
        List<String> irregular = List.of(rows.get(0), rows.get(2), rows.get(6), rows.get(20));
        CsvOptions minutes = CsvOptions.defaults().interval(Sample.ONE_MINUTE);

        assertThat(Sample.bars(CsvBars.open(file("a.csv", rows), Sample.INSTRUMENT, minutes)))
                .hasSize(rows.size());
        assertThat(Sample.bars(CsvBars.open(file("b.csv", irregular), Sample.INSTRUMENT, minutes)))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesABarThatStartsBeforeTheOneBeforeEnds(boolean sort) {
        List<String> rows = Sample.minuteRows(1_500);
        String late = rows.get(1_200);
        rows.set(1_200, late.replaceFirst("\\d+", String.valueOf(Sample.MIDNIGHT / 1_000_000 + 1_200 * 60_000 - 1)));
        Path path = file("a.csv", rows);
        CsvOptions options = sort ? CsvOptions.defaults().repair(sorting()) : CsvOptions.defaults();

        assertThatThrownBy(() -> Sample.drain(CsvBars.open(path, Sample.INSTRUMENT, options)))
                .isInstanceOf(DataSourceException.class)
                .hasMessage(path + ":1202: timestamp must not be before 2024-01-01T20:00:00Z, when the bar before ends,"
                        + " but was 2024-01-01T19:59:59.999Z");
    }

    @Test
    void doesNotTakeHoursForDaysWhenClocksChange() {
        Path path = file("a.csv", rowsAt(List.of(0L, 5 * HOUR, 10 * HOUR, 14 * HOUR)));

        assertThatThrownBy(() -> Sample.drain(CsvBars.open(path, Sample.INSTRUMENT)))
                .hasMessageContaining(path + ":5: timestamp must not be before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSE", "KEEP_LAST"})
    void aDayEndsWhenTheNextBeginsWhereClocksChange(Repair duplicate) {
        CsvOptions options = CsvOptions.defaults().repair(RepairPolicy.REFUSE_ALL.with(BarFlaw.DUPLICATE, duplicate));
        try (CsvBarSource source = CsvBars.open(midnights(), Sample.INSTRUMENT, options)) {
            List<Bar> bars = new ArrayList<>();
            for (int i = 0; i < MIDNIGHTS.size(); i++) {
                bars.add(source.next().orElseThrow().instrument(0).bar());
            }

            assertThat(source.next()).isEmpty();
            assertThat(bars)
                    .extracting(bar -> bar.intervalNanos() / HOUR)
                    .containsExactly(24L, 23L, 24L, 24L, 24L, 25L, 24L, 24L);
            assertThat(bars).extracting(Bar::startNanos).isEqualTo(starts());
            assertThat(source.origins().get(0))
                    .endsWith("interval 1d inferred; bars an hour shorter or longer because clocks changed: 2");
        }
    }

    @Test
    void aDayEndsWhenTheNextBeginsWhereRowsAreSorted() {
        CsvOptions options = CsvOptions.defaults().repair(sorting());

        assertThat(Sample.drain(CsvBars.open(midnights(), Sample.INSTRUMENT, options)))
                .extracting(MarketSnapshot::epochNanos)
                .startsWith(starts().get(1), starts().get(2), starts().get(3))
                .hasSize(8);
    }

    @Test
    void aDayIsDeliveredBeforeTheFlawAfterIt() {
        List<String> rows = rowsAt(List.of(0L, 24 * HOUR, 48 * HOUR));
        rows.add("x\n");
        Path path = file("a.csv", rows);

        assertThatThrownBy(() -> CsvBars.open(path, Sample.INSTRUMENT)).hasMessageContaining(":5: row must have");
        List<String> many = new ArrayList<>();
        for (long day = 0; day < 1_100; day++) {
            many.addAll(rowsAt(List.of(day * 24 * HOUR)));
        }
        many.add("x\n");
        try (CsvBarSource source = CsvBars.open(file("b.csv", many), Sample.INSTRUMENT)) {
            for (int i = 0; i < 1_100; i++) {
                assertThat(source.next()).isPresent();
            }
            assertThatThrownBy(source::next).hasMessageContaining(":1102: row must have");
            assertThatThrownBy(source::next).hasMessageContaining(":1102: row must have");
        }
    }

    @Test
    void everyFileMayHaveAnIntervalOfItsOwn() {
        Path hours = spaced(HOUR, 8);
        Path quarters = spaced(4 * HOUR, 2);
        BarFile fast = new BarFile(hours, Sample.INSTRUMENT, BarInterval.parse("1h"));
        BarFile slow = new BarFile(quarters, Sample.OTHER, BarInterval.parse("4h"));

        List<MarketSnapshot> snapshots = Sample.drain(CsvBars.open(List.of(fast, slow), CsvOptions.defaults()));

        assertThat(snapshots)
                .extracting(snapshot -> snapshot.instrument(1).hasBar())
                .containsExactly(false, false, false, true, false, false, false, true);
        BarFile plain = new BarFile(quarters, Sample.OTHER);
        assertThatThrownBy(() ->
                        CsvBars.open(List.of(fast, plain), CsvOptions.defaults().interval(new BarInterval(HOUR))))
                .hasMessageContaining(quarters + ":3: interval must be 4h");
        assertThatCode(() -> CsvBars.open(List.of(fast, plain), CsvOptions.defaults())
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void tellsWhereBarsComeFromAndWhatWasDoneToThem() {
        List<String> rows = Sample.minuteRows(30);
        rows.add(7, rows.get(7));
        rows.add(20, "x\n");
        Path path = file("BTC_1m.csv", rows);
        RepairPolicy policy = RepairPolicy.REFUSE_ALL
                .with(BarFlaw.DUPLICATE, Repair.KEEP_FIRST)
                .with(BarFlaw.MALFORMED, Repair.DROP);
        CsvOptions options = CsvOptions.defaults()
                .repair(policy)
                .from(Instant.parse("2024-01-01T00:02:00Z"))
                .to(Instant.parse("2024-01-02T00:00:00Z"));
        try (CsvBarSource source = CsvBars.open(path, Sample.INSTRUMENT, options)) {
            assertThat(source.origins().get(0)).doesNotContain("repaired");
            while (source.next().isPresent()) {
                assertThat(source.universe().size()).isOne();
            }

            assertThat(source.origins())
                    .containsExactly("BTC_1m.csv as BTC/USDT, sha256 " + CsvBars.sha256(path)
                            + "; times EPOCH_MILLIS, interval 1m inferred"
                            + "; bars that end at 2024-01-01T00:02:00Z or later"
                            + "; bars that end before 2024-01-02T00:00:00Z"
                            + "; repaired 1 MALFORMED by DROP; repaired 1 DUPLICATE by KEEP_FIRST");
        }
    }

    private static RepairPolicy sorting() {
        return RepairPolicy.REFUSE_ALL.with(BarFlaw.UNSORTED, Repair.SORT);
    }

    private Path midnights() {
        return file("days.csv", rowsAt(starts()));
    }

    private static List<Long> starts() {
        return MIDNIGHTS.stream()
                .map(text -> Instant.parse(text).getEpochSecond() * 1_000_000_000L)
                .toList();
    }

    private Path spaced(long nanos, int count) {
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            starts.add(Sample.MIDNIGHT + i * nanos);
        }
        return file(new BarInterval(nanos) + ".csv", rowsAt(starts));
    }

    private static List<String> rowsAt(List<Long> starts) {
        List<String> rows = new ArrayList<>();
        for (long start : starts) {
            long millis = (start < Sample.MIDNIGHT ? start + Sample.MIDNIGHT : start) / 1_000_000;
            rows.add(millis + ",100,101,99,100,5\n");
        }
        return rows;
    }

    private Path file(String name, List<String> rows) {
        return Sample.write(directory, name, Sample.HEADER + String.join("", rows));
    }
}
