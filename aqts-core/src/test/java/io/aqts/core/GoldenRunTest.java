package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The fingerprints of fixed runs, all of which trade, pinned in {@code golden-runs.txt}, which tells how to renew them.
 * A change is a reviewed act: it means that results published before cannot be made again with this version.
 */
class GoldenRunTest {

    private static final int STEPS = 3_000;
    private static final String FILE = "golden-runs.txt";
    private static final String RENEW = "aqts.golden.renew";

    @Test
    void areWhatTheyWereBefore() throws IOException {
        List<String> runs = new ArrayList<>();
        for (Preset preset : List.of(Presets.aureon(), Presets.smaCross())) {
            for (Scenario scenario : Scenario.values()) {
                DigestMain.Outcome outcome = DigestMain.run(preset, scenario, STEPS);
                assertThat(outcome.fills())
                        .as("fills of %s under %s", preset.name(), scenario)
                        .isPositive();
                runs.add(preset.name() + " " + scenario + " " + outcome.digest());
            }
        }
        if (Boolean.getBoolean(RENEW)) {
            renew(runs);
        }

        assertThat(runs)
                .isEqualTo(
                        pinned().stream().filter(line -> !line.startsWith("#")).toList());
        assertThat(runs.stream().map(run -> run.split(" ")[2])).doesNotHaveDuplicates();
    }

    private static List<String> pinned() throws IOException {
        if (Boolean.getBoolean(RENEW)) {
            return Files.readAllLines(source(), StandardCharsets.UTF_8);
        }
        try (InputStream in = Objects.requireNonNull(GoldenRunTest.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static void renew(List<String> runs) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Fingerprints of " + STEPS
                        + " steps on the simulated market with seed 42 and low thresholds of fusion, so that every"
                        + " run trades: preset, scenario, SHA-256.",
                "# Renew: mvn -pl aqts-core -am test -Dtest=GoldenRunTest -Dsurefire.failIfNoSpecifiedTests=false -D"
                        + RENEW + "=true",
                "# and say in the changelog why results made before cannot be made again."));
        lines.addAll(runs);
        Files.createDirectories(source().getParent());
        Files.write(source(), lines, StandardCharsets.UTF_8);
    }

    private static Path source() {
        return Path.of("src", "test", "resources", "io", "aqts", "core", FILE);
    }
}
