package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSourceException;
import io.aqts.Randomness;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBarsTest {

    @TempDir
    private Path directory;

    @Test
    void readsBackWhatWasWrittenInAnyForm() {
        for (int seed = 0; seed < 200; seed++) {
            Randomness chance = Randomness.of(seed);
            List<Bar> bars = bars(chance);
            Path path = write(bars, chance, seed % 2 == 0);

            assertThat(Sample.bars(CsvBars.open(path, Sample.INSTRUMENT))).isEqualTo(bars);
            assertThat(Sample.bars(CsvBars.read(path))).isEqualTo(bars);
            assertThat(Sample.bars(CsvBars.read(path, CsvOptions.defaults().repair(sorting()))))
                    .isEqualTo(bars);
        }
    }

    @Test
    void stampsABarWithItsEnd() {
        Path path = file(Sample.minuteRows(3));

        List<MarketSnapshot> snapshots = Sample.drain(CsvBars.open(path, Sample.INSTRUMENT));

        assertThat(snapshots).hasSize(3);
        assertThat(snapshots.get(0).epochNanos()).isEqualTo(Sample.MIDNIGHT + Sample.MINUTE);
        assertThat(snapshots.get(0).instrument(0)).isEqualTo(InstrumentMarket.of(Sample.minute(0)));
    }

    @Test
    void saysWhereTheIntervalComesFrom() {
        Path path = file(Sample.minuteRows(3));
        CsvOptions stated = CsvOptions.defaults().interval(BarInterval.parse("1m"));

        try (CsvBarSource inferred = CsvBars.open(path, Sample.INSTRUMENT);
                CsvBarSource given = CsvBars.open(path, Sample.INSTRUMENT, stated)) {
            assertThat(inferred).hasToString("BTC/USDT from " + path + " (EPOCH_MILLIS, interval 1m inferred)");
            assertThat(given).hasToString("BTC/USDT from " + path + " (EPOCH_MILLIS, interval 1m given)");
        }
    }

    @Test
    void infersTheMostFrequentDifference() {
        List<String> rows = Sample.minuteRows(40);
        rows.subList(20, 25).clear();
        rows.remove(5);
        rows.remove(3);

        assertThat(CsvBars.read(file(rows)).interval()).isEqualTo(Sample.ONE_MINUTE);
    }

    @Test
    void takesTheSmallestOfEquallyFrequentDifferences() {
        List<String> rows =
                List.of(Sample.row(Sample.minute(0)), Sample.row(Sample.minute(1)), Sample.row(Sample.minute(6)));

        assertThat(CsvBars.read(file(rows)).interval()).isEqualTo(Sample.ONE_MINUTE);
    }

    @Test
    void needsAnIntervalForASingleBar() {
        Path path = file(Sample.minuteRows(1));

        Sample.assertRefused(path, ": interval must be given where a file has fewer than two times");
        assertThat(CsvBars.read(path, CsvOptions.defaults().interval(Sample.ONE_MINUTE))
                        .bar(0))
                .isEqualTo(Sample.minute(0));
    }

    @Test
    void keepsWhatEndsWithinTheRange() {
        Path path = file(Sample.minuteRows(10));
        CsvOptions range = CsvOptions.defaults()
                .from(Instant.parse("2024-01-01T00:03:00Z"))
                .to(Instant.parse("2024-01-01T00:06:00Z"));
        List<Bar> expected = List.of(Sample.minute(2), Sample.minute(3), Sample.minute(4));

        assertThat(Sample.bars(CsvBars.open(path, Sample.INSTRUMENT, range))).isEqualTo(expected);
        assertThat(Sample.bars(CsvBars.read(path, range))).isEqualTo(expected);
        assertThat(Sample.bars(CsvBars.read(path, range.repair(sorting())))).isEqualTo(expected);
    }

    @Test
    void refusesAnEmptyRange() {
        Instant moment = Instant.parse("2024-01-01T00:03:00Z");

        assertThatThrownBy(() -> CsvOptions.defaults().from(moment).to(moment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("csv.to must be after csv.from");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T,1,3,x,2,9           | low must be a number, but was \"x\"",
                "T,1,3,0.5,,9          | close must be a number, but was \"\"",
                "T,1,3,0.5,2           | row must have 6 fields, but has 5",
                "T,1,3,0.5,2,9,9       | row must have 6 fields, but has 7",
                "T,1,3,0.5,2,9,9,9     | row must have 6 fields, but has 8",
                "T                     | row must have 6 fields, but has 1",
                "soon,1,3,0.5,2,9      | timestamp must be EPOCH_MILLIS like those before, but was \"soon\"",
                "1704067380,1,3,0.5,2,9| timestamp must be after 2024-01-01T00:06:00Z of a row before, but was 1970",
                "T,nan,3,0.5,2,9       | open must be finite, but was NaN",
                "T,1,inf,0.5,2,9       | high must be finite, but was Infinity",
                "T,1,3,-1e400,2,9      | low must be finite, but was -Infinity",
                "T,1,3,0.5,2,1e400     | volume must be finite, but was Infinity",
                "T,0,3,0.5,2,9         | open must be more than zero, but was 0.0",
                "T,1,3,-0.5,2,9        | low must be more than zero, but was -0.5",
                "T,1,3,0.5,2,-9        | volume must be zero or more, but was -9.0",
                "T,1,1.5,0.5,2,9       | high must not be below open and close 2.0, but was 1.5",
                "T,1,3,1.5,2,9         | low must not exceed open and close 1.0, but was 1.5",
                "T,1,0.5,3,2,9         | high must not be below open and close 2.0, but was 0.5",
                "S,1,3,0.5,2,9         | timestamp must be after 2024-01-01T00:06:00Z of a row before, but was 2024",
                "R,1,3,0.5,2,9         | timestamp must be after 2024-01-01T00:06:00Z of a row before"
            })
    void namesFileLineRuleAndValue(String row, String rule) {
        List<String> rows = Sample.minuteRows(12);
        long start = Sample.minute(7).startNanos() / 1_000_000;
        String spoiled = row.replaceFirst("^T", String.valueOf(start))
                .replaceFirst("^S", String.valueOf(start - 60_000))
                .replaceFirst("^R", String.valueOf(start - 120_000));
        rows.set(7, spoiled + "\n");

        Sample.assertRefused(file(rows), ":9: " + rule);
    }

    @Test
    void namesTheLineOfEveryFlawWhereverItIs() {
        String[] spoilers = {"x", "-1", "nan", "", "1e999", "1,1"};
        for (int seed = 0; seed < 300; seed++) {
            Randomness chance = Randomness.of(seed);
            int count = 3 + chance.nextInt(2_500);
            List<String> rows = Sample.minuteRows(count);
            int spoiled = chance.nextInt(count);
            String[] fields = rows.get(spoiled).trim().split(",");
            fields[1 + chance.nextInt(5)] = spoilers[chance.nextInt(spoilers.length)];
            rows.set(spoiled, String.join(",", fields) + "\n");
            Path path = seed % 2 == 0
                    ? file(rows)
                    : Sample.write(directory, "z.csv.gz", Sample.gzip(Sample.HEADER + String.join("", rows)));

            Sample.assertRefused(path, ":" + (spoiled + 2) + ": ");
        }
    }

    @Test
    void refusesAnEmptyLineBetweenRows() {
        List<String> rows = Sample.minuteRows(5);
        rows.add(2, "\n");

        Sample.assertRefused(file(rows), ":4: row must have 6 fields, but is empty");
    }

    @Test
    void refusesAFileWithoutBarsAndNone() {
        Sample.assertRefused(file(List.of()), ": file must hold bars, but has none below its header");
        Sample.assertRefused(directory.resolve("absent.csv"), ": file must exist, but there is none");
        Sample.assertRefused(directory, ":1: file must be readable, but was not");
    }

    @Test
    void refusesAFileThatChangesItsUnit() {
        List<String> rows = Sample.minuteRows(5);
        rows.set(3, rows.get(3).replaceFirst(",", "000,"));

        Sample.assertRefused(
                file(rows), ":5: timestamp must be EPOCH_MILLIS like those before, but was \"1704067380000000\"");
    }

    @Test
    void failsAgainOnceItHasFailed() {
        List<String> rows = Sample.minuteRows(1_500);
        rows.set(1_200, "x\n");
        try (CsvBarSource source = CsvBars.open(file(rows), Sample.INSTRUMENT)) {
            for (int i = 0; i < 1_200; i++) {
                assertThat(source.next()).isPresent();
            }
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(source::next)
                        .isInstanceOf(DataSourceException.class)
                        .hasMessageContaining(":1202: row must have");
            }
        }
    }

    @Test
    void endsOnceAndClosesTwice() {
        CsvBarSource source = CsvBars.open(file(Sample.minuteRows(2)), Sample.INSTRUMENT);
        assertThat(source.next()).isPresent();
        assertThat(source.next()).isPresent();
        assertThat(source.next()).isEmpty();
        assertThat(source.next()).isEmpty();

        source.close();
        source.close();
        assertThatThrownBy(source::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mergesSeveralFilesByTime() {
        List<String> odd = new ArrayList<>();
        for (int n : new int[] {1, 2, 5, 7}) {
            odd.add(Sample.row(Sample.minute(n)));
        }
        Path first = Sample.write(directory, "a.csv", Sample.HEADER + String.join("", Sample.minuteRows(6)));
        Path second = Sample.write(directory, "b.csv", Sample.HEADER + String.join("", odd));
        List<BarFile> files = List.of(new BarFile(first, Sample.INSTRUMENT), new BarFile(second, Sample.OTHER));
        CsvOptions minutes = CsvOptions.defaults().interval(Sample.ONE_MINUTE);

        List<MarketSnapshot> snapshots = Sample.drain(CsvBars.open(files, minutes));

        assertThat(snapshots).hasSize(7);
        assertThat(snapshots.get(0).instruments())
                .containsExactly(InstrumentMarket.of(Sample.minute(0)), InstrumentMarket.QUIET);
        assertThat(snapshots.get(1).instruments())
                .containsExactly(InstrumentMarket.of(Sample.minute(1)), InstrumentMarket.of(Sample.minute(1)));
        assertThat(snapshots.get(6).instruments())
                .containsExactly(InstrumentMarket.QUIET, InstrumentMarket.of(Sample.minute(7)));
    }

    @Test
    void needsAtLeastOneFile() {
        assertThatThrownBy(() -> CsvBars.open(List.of(), CsvOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("files must be at least one, but was 0");
    }

    @Test
    void losesNoSnapshotOfTheOthersWhenOneFileFails() {
        List<String> broken = Sample.minuteRows(1_200);
        broken.set(1_100, "x\n");
        Path first = Sample.write(directory, "a.csv", Sample.HEADER + String.join("", Sample.minuteRows(1_200)));
        Path second = Sample.write(directory, "b.csv", Sample.HEADER + String.join("", broken));
        List<BarFile> files = List.of(new BarFile(first, Sample.INSTRUMENT), new BarFile(second, Sample.OTHER));

        try (CsvBarSource source = CsvBars.open(files, CsvOptions.defaults())) {
            for (int i = 0; i < 1_100; i++) {
                MarketSnapshot snapshot = source.next().orElseThrow();
                assertThat(snapshot.instrument(0).hasBar()
                                && snapshot.instrument(1).hasBar())
                        .isTrue();
            }
            assertThatThrownBy(source::next).hasMessageContaining("b.csv:1102: ");
            assertThatThrownBy(source::next).hasMessageContaining("b.csv:1102: ");
        }
    }

    private static RepairPolicy sorting() {
        return RepairPolicy.REFUSE_ALL.with(BarFlaw.UNSORTED, Repair.SORT);
    }

    private Path file(List<String> rows) {
        return Sample.write(directory, "a.csv", Sample.HEADER + String.join("", rows));
    }

    private static List<Bar> bars(Randomness chance) {
        List<Bar> bars = new ArrayList<>();
        double scale = StrictMath.pow(10, chance.nextInt(12) - 6);
        for (int n = 0; n < 2 + chance.nextInt(60); n++) {
            double open = chance.nextDouble(1, 2) * scale;
            double close = chance.nextDouble(1, 2) * scale;
            double high = Math.max(open, close) * (1 + chance.nextDouble() * chance.nextInt(2));
            double low = Math.min(open, close) * (1 - 0.5 * chance.nextDouble() * chance.nextInt(2));
            double volume = chance.nextInt(4) == 0 ? 0 : chance.nextDouble() * StrictMath.pow(10, chance.nextInt(12));
            long end = Sample.MIDNIGHT + (n + 1) * Sample.MINUTE;
            bars.add(new Bar(end, Sample.MINUTE, open, high, low, close, volume));
        }
        return bars;
    }

    private Path write(List<Bar> bars, Randomness chance, boolean compressed) {
        int time = chance.nextInt(5);
        StringBuilder text = new StringBuilder(Sample.HEADER);
        for (Bar bar : bars) {
            long start = bar.startNanos();
            long unit = new long[] {1, 1_000, 1_000_000, 1_000_000_000, 0}[time];
            text.append(
                    unit > 0
                            ? String.valueOf(start / unit)
                            : Instant.ofEpochSecond(0, start).toString());
            for (double value : new double[] {bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()}) {
                text.append(',').append(number(value, chance));
            }
            text.append('\n');
        }
        return compressed
                ? Sample.write(directory, "forms.csv.gz", Sample.gzip(text.toString()))
                : Sample.write(directory, "forms.csv", text.toString());
    }

    private static String number(double value, Randomness chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> Double.toString(value);
            case 1 -> new BigDecimal(value).toPlainString();
            case 2 -> String.format(Locale.ROOT, "%.17e", value);
            default -> new BigDecimal(Double.toString(value)).toPlainString();
        };
    }
}
