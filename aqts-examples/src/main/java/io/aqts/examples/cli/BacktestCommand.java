package io.aqts.examples.cli;

import io.aqts.config.AqtsConfig;
import io.aqts.config.Scenario;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.ScenarioComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
        AqtsBuilder builder = options.ending(System.getenv(), iterations);
        if (options.market.scenarios.size() > 1) {
            compare(builder);
            return 0;
        }
        long begin = System.nanoTime();
        BacktestReport report;
        try (Progress progress = Progress.of(output, options.json, "steps", total(builder.config()))) {
            report = Backtest.of(builder).progress(progress).run();
        }
        TimedReport timed = new TimedReport(report, builder.config(), seconds(begin));
        options.market.requireSteps(report.iterations().get(0).summary().span().steps());
        if (file != null) {
            new ReportFile(file).write(ReportJson.of(timed));
        }
        if (options.json) {
            output.text().println(ReportJson.of(timed));
        } else {
            ReportText.write(output, timed);
        }
        return 0;
    }

    private void compare(AqtsBuilder builder) throws IOException {
        List<Scenario> scenarios = options.market.scenarios.stream().distinct().toList();
        Map<Scenario, TimedReport> reports = new LinkedHashMap<>();
        long total = total(builder.config());
        try (Progress progress = Progress.of(output, options.json, "steps", total * scenarios.size())) {
            for (Scenario scenario : scenarios) {
                long before = total * reports.size();
                long begin = System.nanoTime();
                ScenarioComparison.Entry entry = ScenarioComparison.run(
                                builder, List.of(scenario), steps -> progress.accept(before + steps))
                        .get(0);
                reports.put(scenario, new TimedReport(entry.report(), entry.config(), seconds(begin)));
            }
        }
        if (file != null) {
            new ReportFile(file).write(ReportJson.of(reports));
        }
        if (options.json) {
            output.text().println(ReportJson.of(reports));
        } else {
            ReportText.write(output, reports);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long total(AqtsConfig config) {
        return config.backtest().steps() * config.backtest().iterations();
    }
}
