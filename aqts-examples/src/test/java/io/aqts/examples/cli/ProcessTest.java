package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own, as people meet it. */
class ProcessTest {

    @TempDir
    Path directory;

    @Test
    void runsAndPrintsOneDocument() throws Exception {
        Cli run = start(Map.of(), List.of(), "backtest", "--steps", "40", "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Cli.parsed(run.out()).at("/steps").intValue()).isEqualTo(200);
    }

    @Test
    void writesWithoutColorsWhereNobodyWatches() throws Exception {
        Cli run = start(
                Map.of("TERM", "xterm-256color"), List.of(), "backtest", "--preset", "sma-cross", "--steps", "100");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Backtest of sma-cross").doesNotContain("\033");
        assertThat(run.err()).isEmpty();
        assertThat(start(Map.of(), List.of(), "backtest", "--help").out()).doesNotContain("\033");
    }

    @Test
    void endsWithTheCodeOfTheKindOfFailure() throws Exception {
        Path broken =
                Files.writeString(directory.resolve("BTC-USD_4h.csv"), "timestamp,open,high,low,close,volume\nx\n");

        start(Map.of(), List.of(), "backtest", "--preset", "foo")
                .failedWith(2, "--preset must be one of [aureon, sma-cross], but was foo");
        Cli data = start(Map.of(), List.of(), "backtest", "--bars", broken.toString());
        assertThat(data.code()).isEqualTo(1);
        assertThat(data.out()).isEmpty();
        assertThat(data.err()).startsWith("aqts: " + broken + ":2: ").hasLineCount(1);
    }

    @Test
    void takesFileStepsAndIterationsFromTheEnvironment() throws Exception {
        Path file = Files.writeString(directory.resolve("c.yaml"), "seed: 9\nbacktest: {steps: 8, iterations: 4}\n");

        Cli run = start(
                Map.of("AQTS_CONFIG", file.toString(), "AQTS_STEPS", "21", "AQTS_ITERATIONS", "2"),
                List.of(),
                "backtest",
                "--json");

        JsonNode report = Cli.parsed(run.out());
        assertThat(report.at("/steps").intValue()).isEqualTo(42);
        assertThat(report.at("/manifest/seeds"))
                .hasSize(2)
                .first()
                .extracting(JsonNode::intValue)
                .isEqualTo(9);
    }

    @Test
    void namesTheVariableThatIsWrong() throws Exception {
        start(Map.of("AQTS_STEPS", "many"), List.of(), "backtest")
                .failedWith(2, "AQTS_STEPS must be a whole number, but was the text \"many\"");
        start(Map.of("AQTS_STEPS", "0"), List.of(), "backtest")
                .failedWith(2, "backtest.steps must be more than 0, because a simulated market has no end, but was 0");
        start(Map.of("AQTS_CONFIG", "/nowhere.yaml"), List.of(), "backtest")
                .failedWith(2, "/nowhere.yaml must be a file, but does not exist");
    }

    @Test
    void writesTheSameInTurkey() throws Exception {
        List<String> turkish = List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-9");
        String[] commands = {
            "backtest --scenario illiquid --preset sma-cross --steps 60 --iterations 1 --json",
            "simulate --scenario sideways --steps 3",
            "retrace --steps 200 --iterations 1",
            "config --set simulation.scenario=ILLIQUID",
        };
        for (String command : commands) {
            Cli abroad = start(Map.of("LANG", "tr_TR.UTF-8", "LC_ALL", "tr_TR.UTF-8"), turkish, command.split(" "));
            Cli home = start(Map.of(), List.of(), command.split(" "));

            assertThat(abroad.err()).isEmpty();
            assertThat(abroad.code()).isZero();
            assertThat(withoutTime(abroad.out())).isEqualTo(withoutTime(home.out()));
        }
    }

    @Test
    void reportsAFullDiskUnderStandardOutput() throws Exception {
        File full = new File("/dev/full");
        assumeThat(full).exists();

        for (String command : new String[] {"config", "backtest --steps 20", "simulate --steps 5", "--help"}) {
            Cli run = start(full, Map.of(), List.of(), command.split(" "));

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).isEqualToIgnoringNewLines("aqts: cannot write the results: No space left on device");
        }
    }

    private Cli start(Map<String, String> environment, List<String> options, String... args) throws Exception {
        return start(null, environment, options, args);
    }

    private Cli start(File out, Map<String, String> environment, List<String> options, String... args)
            throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        Collections.addAll(command, "-XX:TieredStopAtLevel=1", "-Xshare:auto");
        command.addAll(options);
        Collections.addAll(command, "-cp", System.getProperty("java.class.path"), Main.class.getName());
        Collections.addAll(command, args);
        File results = out == null ? directory.resolve("out").toFile() : out;
        File problems = directory.resolve("err").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(results).redirectError(problems);
        builder.environment().keySet().removeIf(name -> name.startsWith("AQTS_") || name.startsWith("JAVA_TOOL"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("end of %s", String.join(" ", args))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Cli(process.exitValue(), out == null ? read(results) : "", read(problems));
    }

    private static String read(File file) throws IOException {
        return Files.readString(file.toPath());
    }

    private static String withoutTime(String text) {
        return text.replaceAll("\"(seconds|stepsPerSecond)\" : [0-9.E-]+", "");
    }
}
