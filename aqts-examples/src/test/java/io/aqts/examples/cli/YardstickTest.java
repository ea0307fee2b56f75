package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.aqts.Randomness;
import io.aqts.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The preset sma-cross beside a few lines of arithmetic that share nothing with it. */
class YardstickTest {

    private static final BigDecimal FEE = new BigDecimal("0.001");
    private static final int FAST = 20;
    private static final int SLOW = 50;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"kraken_XBTUSD_1h_2013_2022.csv.gz", "coinbase_BTC-USD_4h_2016_2022.csv.gz"})
    void agreesWithPlainArithmeticOnRecordedPrices(String name) throws Exception {
        requireAgreement(SharedData.require("ohlcv/crypto/" + name));
    }

    @Test
    void agreesWithPlainArithmeticOnMadeUpPrices() throws Exception {
        requireAgreement(Files4h.csv(directory, "BTC-USD_4h.csv", 2_000));
    }

    @Test
    void agreesWithPlainArithmeticWhereBarsHaveNoVolume() throws Exception {
        String text = Files4h.text(2_000, "quiet").replaceAll(",10[2-5]\n", ",0\n");

        requireAgreement(Files.writeString(directory.resolve("BTC-USD_4h.csv"), text));
    }

    @Test
    void agreesWithIntegerSumsOnAFixedQuantity() throws Exception {
        long[][] ticks = walk(6_000);
        Path file = Files.writeString(directory.resolve("walk_ABC-USD_1m.csv"), text(ticks));
        Ticks expected = Ticks.of(ticks);

        JsonNode report = Cli.json(
                "backtest",
                "--bars",
                file,
                "--preset",
                "sma-cross",
                "--quantity",
                10,
                "--cash",
                1_000_000,
                "--fee-bps",
                10,
                "--json");

        assertThat(expected.fills).isGreaterThan(50);
        assertThat(report.at("/steps").intValue()).isEqualTo(6_000);
        assertThat(report.at("/fills").intValue()).isEqualTo(expected.fills);
        assertThat(report.at("/finalEquity").doubleValue()).isCloseTo(expected.equity, withinPercentage(1e-7));
        assertThat(report.at("/maxDrawdown").doubleValue())
                .isCloseTo(expected.drawdown, offset(1e-9 * expected.drawdown));
        assertThat(report.at("/sharpe").doubleValue())
                .isCloseTo(expected.sharpe, offset(1e-9 * Math.abs(expected.sharpe)));
    }

    private static void requireAgreement(Path file) throws Exception {
        Plain expected = Plain.of(rows(file));

        JsonNode report = Cli.json("backtest", "--bars", file, "--preset", "sma-cross", "--fee-bps", 10, "--json");

        assertThat(expected.fills).isGreaterThan(10);
        assertThat(report.at("/fills").intValue()).isEqualTo(expected.fills);
        assertThat(report.at("/trades").intValue()).isEqualTo(expected.fills / 2);
        assertThat(report.at("/finalEquity").doubleValue())
                .isCloseTo(expected.equity.doubleValue(), withinPercentage(1e-4));
        assertThat(report.at("/fees").doubleValue()).isCloseTo(expected.fees.doubleValue(), withinPercentage(1e-4));
    }

    /** The whole equity at every signal, filled at the open of the next bar that has volume. */
    private static final class Plain {

        private BigDecimal equity = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;
        private int fills;

        static Plain of(List<BigDecimal[]> bars) {
            Plain plain = new Plain();
            BigDecimal cash = new BigDecimal(100_000);
            BigDecimal held = BigDecimal.ZERO;
            BigDecimal fast = BigDecimal.ZERO;
            BigDecimal slow = BigDecimal.ZERO;
            int pending = 0;
            int stance = 0;
            boolean volumeSeen = false;
            for (int i = 0; i < bars.size(); i++) {
                BigDecimal[] bar = bars.get(i);
                volumeSeen |= bar[5].signum() > 0;
                if (pending != 0 && (!volumeSeen || bar[5].signum() > 0)) {
                    BigDecimal quantity = pending > 0
                            ? cash.divide(bar[1].multiply(BigDecimal.ONE.add(FEE)), 8, RoundingMode.DOWN)
                            : held;
                    BigDecimal notional = quantity.multiply(bar[1]);
                    BigDecimal fee = notional.multiply(FEE);
                    cash = pending > 0 ? cash.subtract(notional) : cash.add(notional);
                    cash = cash.subtract(fee);
                    held = pending > 0 ? quantity : BigDecimal.ZERO;
                    plain.fees = plain.fees.add(fee);
                    plain.fills++;
                    pending = 0;
                }
                fast = fast.add(bar[4]).subtract(i >= FAST ? bars.get(i - FAST)[4] : BigDecimal.ZERO);
                slow = slow.add(bar[4]).subtract(i >= SLOW ? bars.get(i - SLOW)[4] : BigDecimal.ZERO);
                int side = fast.multiply(BigDecimal.valueOf(SLOW)).compareTo(slow.multiply(BigDecimal.valueOf(FAST)));
                stance = i >= SLOW - 1 && side != 0 ? side : stance;
                if (pending == 0 && i >= SLOW - 1) {
                    pending = stance > 0 && held.signum() == 0 ? 1 : stance < 0 && held.signum() > 0 ? -1 : 0;
                }
                plain.equity = cash.add(held.multiply(bar[4]));
            }
            return plain;
        }
    }

    /** Ten units at every signal, with averages compared as sums of ticks. */
    private static final class Ticks {

        private int fills;
        private double equity = 1_000_000;
        private double drawdown;
        private double sharpe;

        static Ticks of(long[][] bars) {
            Ticks result = new Ticks();
            double cash = 1_000_000;
            double held = 0;
            double peak = cash;
            double sum = 0;
            double squares = 0;
            long fast = 0;
            long slow = 0;
            int pending = 0;
            for (int i = 0; i < bars.length; i++) {
                double notional = pending * 10 * bars[i][0] / 10_000.0;
                cash -= notional + Math.abs(notional) * 0.001;
                held += 10 * pending;
                result.fills += Math.abs(pending);
                fast += bars[i][3] - (i >= FAST ? bars[i - FAST][3] : 0);
                slow += bars[i][3] - (i >= SLOW ? bars[i - SLOW][3] : 0);
                double equity = cash + held * bars[i][3] / 10_000.0;
                double gain = equity / result.equity - 1;
                result.equity = equity;
                peak = Math.max(peak, equity);
                result.drawdown = Math.max(result.drawdown, (peak - equity) / peak);
                sum += gain;
                squares += gain * gain;
                long apart = i >= SLOW - 1 ? fast * SLOW - slow * FAST : 0;
                pending = held == 0 && apart > 0 ? 1 : held > 0 && apart < 0 ? -1 : 0;
            }
            int n = bars.length;
            double mean = sum / n;
            result.sharpe = mean / Math.sqrt((squares - n * mean * mean) / (n - 1)) * Math.sqrt(525_600);
            return result;
        }
    }

    private static List<BigDecimal[]> rows(Path file) throws IOException {
        List<BigDecimal[]> rows = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            assertThat(reader.readLine()).startsWith("timestamp,open,high,low,close,volume");
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",");
                BigDecimal[] row = new BigDecimal[6];
                for (int i = 0; i < row.length; i++) {
                    row[i] = new BigDecimal(fields[i]);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static long[][] walk(int bars) {
        Randomness chance = Randomness.of(20_260_101);
        long[][] ticks = new long[bars][];
        long close = 1_000_000;
        for (int i = 0; i < bars; i++) {
            long open = close + chance.nextInt(200) - 100;
            close = open + chance.nextInt(2_000) - 1_000 + (1_000_000 - open) / 2_000;
            ticks[i] = new long[] {
                open, Math.max(open, close) + chance.nextInt(400), Math.min(open, close) - chance.nextInt(400), close
            };
        }
        return ticks;
    }

    private static String text(long[][] ticks) {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < ticks.length; i++) {
            text.append(946_684_800_000L + 60_000L * i);
            for (long price : ticks[i]) {
                text.append(',').append(BigDecimal.valueOf(price, 4));
            }
            text.append(',').append(100 + i % 13).append('\n');
        }
        return text.toString();
    }
}
