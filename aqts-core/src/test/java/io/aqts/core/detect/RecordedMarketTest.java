package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aqts.config.QgitaConfig;
import io.aqts.config.QgitaMode;
import io.aqts.market.Bar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The detectors on recorded hours of bitcoin, where the recording is at hand. */
class RecordedMarketTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final String FILE = "data/ohlcv/crypto/kraken_XBTUSD_1h_2013_2022.csv.gz";

    private static Path recording() {
        String told = System.getProperty("aqts.shared");
        Path path = told == null ? Path.of("").toAbsolutePath() : Path.of(told, FILE);
        for (Path at = path; told == null && at != null; at = at.getParent()) {
            if (Files.exists(at.resolveSibling("shared").resolve(FILE))) {
                return at.resolveSibling("shared").resolve(FILE);
            }
        }
        return path;
    }

    private static List<Bar> bars() throws IOException {
        Path path = recording();
        assumeTrue(Files.isRegularFile(path), "no recorded market data at hand");
        List<Bar> bars = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.US_ASCII))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                double[] figures = new double[5];
                for (int i = 0; i < 5; i++) {
                    figures[i] = Double.parseDouble(cells[i + 1]);
                }
                long end = Long.parseLong(cells[0]) * 1_000_000 + HOUR;
                bars.add(new Bar(end, HOUR, figures[0], figures[1], figures[2], figures[3], figures[4]));
            }
        }
        return bars;
    }

    @Test
    void findsEventsOnRecordedHoursAndClaimsNothingAboutTheGoldenRatio(TestReporter reporter) throws IOException {
        List<Bar> bars = bars();
        for (QgitaMode mode : QgitaMode.values()) {
            QgitaConfig config = QgitaConfig.defaults().toBuilder().mode(mode).build();
            List<LighthouseEvent> events = Walks.events(config, bars);
            AblationReport report =
                    GoldenRatioAblation.of(config, 42).withRatios(10).run(bars.subList(0, 20_000));

            reporter.publishEntry(mode + " events", Integer.toString(events.size()));
            reporter.publishEntry(mode + " ablation", report.finding());
            assertThat(events.size()).isBetween(1, bars.size() / 100);
            assertThat(report.finding()).startsWith("There is no evidence");
        }
    }

    @Test
    void agreesWithTheDefinitionOnRecordedHours() throws IOException {
        List<Bar> bars = bars().subList(30_000, 33_000);
        QgitaConfig config = Walks.talkative(QgitaMode.PIVOT);

        assertThat(Walks.events(config, bars))
                .extracting(LighthouseEvent::bar)
                .isEqualTo(new BatchQgita(config, bars)
                        .events().stream().map(found -> (long) found.bar()).toList())
                .hasSizeGreaterThan(20);
    }
}
