package io.aqts.examples.cli;

import io.aqts.config.AqtsConfig;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.ScenarioComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a backtest and reports. */
@Command(
        name = "backtest",
        description = "Runs a strategy over recorded bars or simulated markets, and reports how it did.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  aqts backtest",
            "  aqts backtest --scenario BULL,BEAR,CRASH --steps 5000",
            "  aqts backtest --bars btc_1h.csv.gz --instrument BTC/USD --preset sma-cross --fee-bps 10"
        })
final class BacktestCommand implements Callable<Integer> {

    private final Output output;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--iterations", paramLabel = "N", description = "how many runs, each with the next seed")
    private @Nullable Integer iterations;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "write the report to a file as well, as JSON, whole or not at all")
    private @Nullable Path file;

    BacktestCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            new ReportFile(file).requireWritable();
        }
        AqtsBuilder builder = options.builder(System.getenv(), iterations);
        if (options.market.scenarios.size() > 1) {
            compare(builder);
            return 0;
        }
        CompletableFuture<List<String>> origins = options.market.origins();
        long begin = System.nanoTime();
        BacktestReport report;
        try (Progress progress = Progress.of(output, options.json, total(builder.config()))) {
            report = Backtest.of(builder).data(origins::join).progress(progress).run();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        options.market.requireSteps(report.iterations().get(0).summary().span().steps());
        if (file != null) {
            new ReportFile(file).write(ReportJson.of(report, builder.config(), seconds));
        }
        if (options.json) {
            output.text().println(ReportJson.of(report, builder.config(), seconds));
        } else {
            ReportText.write(output, report, seconds);
        }
        return 0;
    }

    private void compare(AqtsBuilder builder) throws IOException {
        List<ScenarioComparison.Entry> entries = ScenarioComparison.run(builder, options.market.scenarios);
        if (file != null) {
            new ReportFile(file).write(ReportJson.of(entries));
        }
        if (options.json) {
            output.text().println(ReportJson.of(entries));
        } else {
            ReportText.write(output, entries);
        }
    }

    private static long total(AqtsConfig config) {
        return config.backtest().steps() * config.backtest().iterations();
    }
}
