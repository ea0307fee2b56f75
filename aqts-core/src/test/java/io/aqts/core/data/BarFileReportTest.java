package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.core.data.BarFileReport.Gap;
import io.aqts.core.data.BarFileReport.OddityKind;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarFileReportTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "binance_ADAUSDT_1h_2020-12_2021-07, 1h, 5482, 6, 11, 4, 2020-12-21T14:00:00Z, 0, 2",
        "binance_ADAUSDT_5m_2020-12_2021-07, 5m, 65740, 6, 177, 4.75, 2021-04-25T04:00:00Z, 0, 28",
        "binance_SOLUSDT_5m_2020-12_2021-07, 5m, 65744, 6, 177, 4.75, 2021-04-25T04:00:00Z, 0, 39",
        "binance_XRPETH_1m_2019-10, 1m, 2469, 676, 1091, 0.15, 2019-10-11T19:20:00Z, 0, 0",
        "binance_XRPETH_5m_2019-10, 5m, 706, 6, 6, 0.1667, 2019-10-11T23:50:00Z, 0, 0",
        "binance_SOLUSDT_1d_2024-01_2024-09, 1d, 250, 0, 0, 0, , 0, 0",
        "binance-usdm_FILUSDT_1m_2024-10, 1m, 44640, 0, 0, 0, , 0, 89",
        "bitfinex_BTCUSD_1m_2019, 1m, 512727, 9955, 12873, 3.3, 2019-01-07T10:00:00Z, 0, 0",
        "bitfinex_ETHUSD_1m_2018Q4, 1m, 122395, 7368, 10085, 1.7833, 2018-10-04T08:30:00Z, 0, 0",
        "coinbase_BTC-USD_4h_2016_2022, 4h, 14509, 2, 4, 16, 2018-08-10T00:00:00Z, 0, 0",
        "coinbase_ETH-USD_1d_2016_2022, 1d, 2417, 1, 2, 72, 2016-05-20T00:00:00Z, 0, 0",
        "coinbase_ETH-USD_4h_2016_2022, 4h, 14489, 8, 25, 64, 2016-05-20T20:00:00Z, 0, 0"
    })
    void findsTheGapsOfRealCryptoFiles(
            String name,
            String interval,
            long bars,
            long gaps,
            long missing,
            double hours,
            String place,
            long weekends,
            long zeroVolume) {
        compare("crypto/" + name, new Expected(interval, bars, gaps, missing, hours, place, weekends, zeroVolume));
    }

    @ParameterizedTest
    @CsvSource({
        "mt5_USDCHF_H1_2012_2020, 1h, 50288, 14, 326, 38, 2013-12-24T17:00:00Z, 424, 0",
        "mt5_XAUUSD_H1_2012_2020, 1h, 50669, 1776, 2436, 39, 2013-12-24T16:00:00Z, 450, 0",
        "oanda_EUR_USD_H1_mid_2016_2020, 1h, 31003, 4, 96, 25, 2018-12-24T21:00:00Z, 260, 0",
        "oanda_USD_JPY_H1_mid_2016_2020, 1h, 31020, 4, 96, 25, 2018-12-24T21:00:00Z, 260, 0",
        "oanda_EURUSD_H1_2007_2015_mid, 1h, 56007, 14, 281, 43, 2012-12-24T18:00:00Z, 469, 56007",
        "oanda_EURUSD_M1_2014-05_mid, 1m, 15366, 387, 474, 0.1167, 2014-05-01T03:22:00Z, 2, 15366",
        "fxcm_GBPUSD_M1_2012-02_mid, 1m, 30117, 107, 120, 0.0833, 2012-02-06T21:39:00Z, 4, 30117"
    })
    void tellsTheWeekendsOfRealCurrencyFilesFromTheirGaps(
            String name,
            String interval,
            long bars,
            long gaps,
            long missing,
            double hours,
            String place,
            long weekends,
            long zeroVolume) {
        compare("fx/" + name, new Expected(interval, bars, gaps, missing, hours, place, weekends, zeroVolume));
    }

    @Test
    void findsTheFlashPrintsOfRealFiles() {
        BarFileReport report = CsvBars.inspect(Sample.shared("ohlcv/crypto/coinbase_BTC-USD_4h_2016_2022.csv.gz"));

        assertThat(report.oddities().largest().get(0).kind()).isEqualTo(OddityKind.SPIKE);
        assertThat(Instant.ofEpochSecond(0, report.oddities().largest().get(0).epochNanos()))
                .isEqualTo(Instant.parse("2017-04-16T00:00:00Z"));
        assertThat(report.oddities().largest())
                .anyMatch(oddity -> oddity.epochNanos() == nanos("2018-04-04T00:00:00Z"));
    }

    @Test
    void digestsTheBytesOnDisk() throws IOException {
        Path manifest = Sample.shared("MANIFEST.csv");
        int checked = 0;
        for (String line : Files.readAllLines(manifest)) {
            if (line.contains("ohlcv/crypto/binance_SOLUSDT_")) {
                String name = line.substring(line.indexOf("ohlcv/"), line.indexOf(".csv.gz") + 7);
                BarFileReport report = CsvBars.inspect(manifest.resolveSibling(name));
                assertThat(line).contains(report.sha256());
                assertThat(CsvBars.sha256(report.path())).isEqualTo(report.sha256());
                checked++;
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void countsFlawsAndGoesOn() {
        List<String> rows = Sample.minuteRows(30);
        rows.set(3, "x\n");
        rows.set(5, rows.get(5).replaceAll(",[^,]*,", ",nan,"));
        rows.set(8, rows.get(7));
        rows.set(12, rows.get(2));
        rows.set(15, Sample.row(Sample.minute(15)).replaceFirst(",[0-9.]+", ",0"));
        rows.set(20, Sample.row(Sample.minute(20)).replaceFirst(",[0-9.]+", ",900"));

        BarFileReport report = inspect(rows);

        assertThat(report.span().bars()).isEqualTo(24);
        assertThat(report.flaws().total()).isEqualTo(6);
        assertThat(report.flaws().entries())
                .extracting(RepairReport.Entry::flaw)
                .containsExactly(
                        BarFlaw.MALFORMED,
                        BarFlaw.NOT_FINITE,
                        BarFlaw.NOT_POSITIVE,
                        BarFlaw.INCONSISTENT,
                        BarFlaw.DUPLICATE,
                        BarFlaw.UNSORTED);
        assertThat(report.flaws().rows(BarFlaw.MALFORMED)).isEqualTo(1);
        assertThat(report.flaws().entries().get(4).first()).contains(":10: timestamp must be after");
        assertThat(report.gaps().count()).isEqualTo(6);
    }

    @Test
    void placesTheGaps() {
        List<String> rows = Sample.minuteRows(30);
        rows.subList(20, 24).clear();
        rows.remove(7);

        BarFileReport report = inspect(rows);

        assertThat(report.span().interval()).isEqualTo(Sample.ONE_MINUTE);
        assertThat(report.span().intervalGiven()).isFalse();
        assertThat(report.span().firstNanos()).isEqualTo(Sample.minute(0).epochNanos());
        assertThat(report.span().lastNanos()).isEqualTo(Sample.minute(29).epochNanos());
        assertThat(report.form()).isEqualTo(TimestampForm.EPOCH_MILLIS);
        assertThat(report.gaps().missingBars()).isEqualTo(5);
        assertThat(report.gaps().largest())
                .containsExactly(
                        new Gap(
                                21,
                                Sample.minute(19).epochNanos(),
                                Sample.minute(24).startNanos(),
                                4),
                        new Gap(
                                9,
                                Sample.minute(6).epochNanos(),
                                Sample.minute(8).startNanos(),
                                1));
        assertThat(report.gaps().unevenSteps()).isZero();
    }

    @Test
    void tellsAWeekendFromAHoleThatBeginsOnSaturday() {
        long hour = 60 * Sample.MINUTE;
        List<String> rows = new ArrayList<>();
        for (int week = 0; week < 4; week++) {
            for (int n = 0; n < (week == 1 ? 121 : 118); n++) {
                long end = Sample.MIDNIGHT + (week * 168 + n + 1) * hour;
                rows.add(Sample.row(new Bar(end, hour, 1, 1, 1, 1, 1)));
            }
        }

        BarFileReport.Gaps gaps = inspect(rows).gaps();

        assertThat(gaps.weekends()).isEqualTo(2);
        assertThat(gaps.count()).isEqualTo(1);
        assertThat(gaps.missingBars()).isEqualTo(47);
    }

    @Test
    void countsWeekendsAsGapsWhereSaturdaysAreTraded() {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 28; day++) {
            if (day != 12 && day != 13) {
                long end = Sample.MIDNIGHT + (day + 1) * 1_440 * Sample.MINUTE;
                rows.add(Sample.row(new Bar(end, 1_440 * Sample.MINUTE, 1, 1, 1, 1, 1)));
            }
        }

        BarFileReport.Gaps gaps = inspect(rows).gaps();

        assertThat(gaps.weekends()).isZero();
        assertThat(gaps.count()).isEqualTo(1);
        assertThat(gaps.missingBars()).isEqualTo(2);
        assertThat(gaps.largest()).hasSize(1);
    }

    @Test
    void countsBarsOffTheGrid() {
        List<String> rows = Sample.minuteRows(30);
        rows.set(10, rows.get(10).replaceFirst("000,", "500,"));

        assertThat(inspect(rows).gaps().unevenSteps()).isEqualTo(2);
        assertThat(inspect(rows).gaps().count()).isZero();
    }

    @Test
    void findsJumpsSpikesAndStandstill() {
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            double price = 100 + 0.1 * (n % 5) + (n >= 300 ? 50 : 0);
            double low = n == 200 ? 10 : price - 0.1;
            boolean frozen = n >= 350 && n < 360;
            rows.add(Sample.row(new Bar(
                    Sample.minute(n).epochNanos(),
                    Sample.MINUTE,
                    frozen ? 150 : price,
                    frozen ? 150 : price + 0.1,
                    frozen ? 150 : low,
                    frozen ? 150 : price,
                    frozen ? 0 : 1)));
        }

        BarFileReport.Oddities oddities = inspect(rows).oddities();

        assertThat(oddities.zeroVolume()).isEqualTo(10);
        assertThat(oddities.flat()).isEqualTo(10);
        assertThat(oddities.longestFlatRun()).isEqualTo(10);
        assertThat(oddities.medianMove()).isBetween(0.00095, 0.001);
        assertThat(oddities.jumps()).isEqualTo(1);
        assertThat(oddities.spikes()).isEqualTo(1);
        assertThat(oddities.largest()).hasSize(2);
        assertThat(oddities.largest().get(0).line()).isEqualTo(202);
        assertThat(oddities.largest().get(0).move()).isNegative();
        assertThat(oddities.largest().get(1).kind()).isEqualTo(OddityKind.JUMP);
        assertThat(oddities.largest().get(1).line()).isEqualTo(302);
        assertThat(oddities.largest().get(1).epochNanos())
                .isEqualTo(Sample.minute(300).epochNanos());
    }

    @Test
    void inspectsTheRangeAndIntervalItIsAskedFor() {
        Path path = write(Sample.minuteRows(30));
        CsvOptions options = CsvOptions.defaults()
                .interval(BarInterval.parse("1m"))
                .from(Instant.parse("2024-01-01T00:05:00Z"))
                .to(Instant.parse("2024-01-01T00:08:00Z"));

        BarFileReport report = CsvBars.inspect(path, options);

        assertThat(report.span().bars()).isEqualTo(3);
        assertThat(report.span().intervalGiven()).isTrue();
        assertThat(report.sha256()).isEqualTo(CsvBars.sha256(path));
    }

    @Test
    void noticesALastLineWithoutEnd() {
        String text = Sample.HEADER + String.join("", Sample.minuteRows(3));

        assertThat(CsvBars.inspect(Sample.write(directory, "a.csv", text)).unfinished())
                .isFalse();
        assertThat(CsvBars.inspect(Sample.write(directory, "a.csv", text.trim()))
                        .unfinished())
                .isTrue();
    }

    private BarFileReport inspect(List<String> rows) {
        return CsvBars.inspect(write(rows));
    }

    private Path write(List<String> rows) {
        return Sample.write(directory, "a.csv", Sample.HEADER + String.join("", rows));
    }

    private static void compare(String name, Expected expected) {
        BarFileReport report = CsvBars.inspect(Sample.shared("ohlcv/" + name + ".csv.gz"));

        assertThat(report.span().interval()).hasToString(expected.interval);
        assertThat(report.span().bars()).isEqualTo(expected.bars);
        assertThat(report.gaps().count()).isEqualTo(expected.gaps);
        assertThat(report.gaps().missingBars()).isEqualTo(expected.missing);
        assertThat(report.gaps().weekends()).isEqualTo(expected.weekends);
        assertThat(report.gaps().unevenSteps()).isZero();
        assertThat(report.flaws()).isEqualTo(RepairReport.NONE);
        assertThat(report.oddities().zeroVolume()).isEqualTo(expected.zeroVolume);
        assertThat(report.unfinished()).isFalse();
        if (expected.gaps > 0) {
            Gap largest = report.gaps().largest().get(0);
            long before = largest.fromNanos() - report.span().interval().nanos();
            assertThat(String.format(Locale.ROOT, "%.2f", (largest.toNanos() - before) / 3.6e12))
                    .isEqualTo(String.format(Locale.ROOT, "%.2f", expected.hours));
            assertThat(before).isEqualTo(nanos(expected.place));
        }
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    private record Expected(
            String interval,
            long bars,
            long gaps,
            long missing,
            double hours,
            String place,
            long weekends,
            long zeroVolume) {}
}
