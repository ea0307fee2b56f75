package io.aqts.examples.cli;

import io.aqts.config.AqtsConfig;
import io.aqts.examples.replay.SeedReplay;
import io.aqts.examples.replay.SeedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the original system's own tracker hid. */
@Command(
        name = "retrace",
        description = "Re-runs the original system's simulation and shows what its own tracker reported beside what the"
                + " ledger says.",
        mixinStandardHelpOptions = true)
final class RetraceCommand implements Callable<Integer> {

    private static final int MOST_RUNS = 10_000;
    private static final int MOST_TICKS = 10_000_000;

    private final Output output;

    @Option(names = "--seed", paramLabel = "N", description = "the seed of the first run; the others follow it")
    private long seed = AqtsConfig.defaults().seed();

    @Option(names = "--iterations", paramLabel = "N", description = "how many runs (default ${DEFAULT-VALUE})")
    private int iterations = 5;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "how many ticks of one minute each run has (default ${DEFAULT-VALUE})")
    private int steps = 1_440;

    @Option(names = "--json", description = "write one JSON document instead of text")
    private boolean json;

    RetraceCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        requireBetween("--iterations", iterations, MOST_RUNS);
        requireBetween("--steps", steps, MOST_TICKS);
        List<SeedRun> runs = new ArrayList<>();
        try (Progress progress = Progress.of(output, json, "runs", iterations)) {
            for (int i = 0; i < iterations; i++) {
                runs.add(SeedReplay.run(seed + i, steps));
                progress.accept(i + 1L);
            }
        }
        if (json) {
            output.text().println(RetraceJson.of(runs));
        } else {
            RetraceText.write(output.text(), runs);
        }
        return 0;
    }

    private static void requireBetween(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(option + " must lie between 1 and " + most + ", but was " + value);
        }
    }
}
