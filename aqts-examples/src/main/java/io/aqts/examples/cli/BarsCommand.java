package io.aqts.examples.cli;

import io.aqts.core.data.BarFileReport;
import io.aqts.core.data.CsvBars;
import io.aqts.core.data.CsvOptions;
import io.aqts.market.BarInterval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what files of bars hold. */
@Command(
        name = "bars",
        description = "Tells what files of bars hold: span, rows, gaps, duplicates, suspicious bars.",
        mixinStandardHelpOptions = true)
final class BarsCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV or CSV.gz files")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--interval",
            paramLabel = "LENGTH",
            description = "the length of a bar, such as 1m, 4h or 1d; else inferred from the file")
    private @Nullable String interval;

    @Option(names = "--json", description = "write one JSON document instead of text")
    private boolean json;

    BarsCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        CsvOptions options = CsvOptions.defaults();
        if (interval != null) {
            options = options.interval(BarInterval.parse(interval));
        }
        List<BarFileReport> reports = new ArrayList<>();
        try (Progress progress = Progress.of(output, json, "files", files.size())) {
            for (Path file : files) {
                if (!Files.isRegularFile(file)) {
                    throw new IllegalArgumentException("FILE must name a file that exists, but was " + file);
                }
                reports.add(CsvBars.inspect(file, options));
                progress.accept(reports.size());
            }
        }
        if (json) {
            output.text().println(BarsJson.of(reports));
        } else {
            for (BarFileReport report : reports) {
                BarsText.write(output.text(), report);
            }
        }
        return 0;
    }
}
