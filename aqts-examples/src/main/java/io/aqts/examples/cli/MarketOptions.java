package io.aqts.examples.cli;

import io.aqts.config.Scenario;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.data.BarFile;
import io.aqts.core.data.BarFlaw;
import io.aqts.core.data.CsvBars;
import io.aqts.core.data.CsvOptions;
import io.aqts.core.data.Repair;
import io.aqts.core.data.RepairPolicy;
import io.aqts.market.BarInterval;
import io.aqts.market.Instrument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the market comes from. */
final class MarketOptions {

    @Option(
            names = "--bars",
            paramLabel = "FILE",
            arity = "1..*",
            description = "bars to run on, as CSV or CSV.gz with the header timestamp,open,high,low,close,volume;"
                    + " without it the market is simulated")
    List<Path> bars = new ArrayList<>();

    @Option(
            names = "--instrument",
            paramLabel = "SYM",
            arity = "1..*",
            description = "what the files hold, one symbol each, such as BTC/USD; else told from the file names")
    List<String> instruments = new ArrayList<>();

    @Option(
            names = "--interval",
            paramLabel = "LENGTH",
            arity = "1..*",
            description = "the length of a bar, such as 1m, 4h or 1d: one for all files or one for each; else inferred"
                    + " from the file")
    List<String> intervals = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "use bars that end at this moment or later, such as 2020-01-01 or 2020-01-01T12:00:00Z")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "use bars that end before this moment")
    @Nullable
    String to;

    @Option(
            names = "--repair",
            paramLabel = "FLAW=REPAIR",
            description = "what to do about flawed rows, such as duplicate=keep_first; else they are refused")
    Map<BarFlaw, Repair> repairs = new EnumMap<>(BarFlaw.class);

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            split = ",",
            description = "the simulated market, or several for a comparison: ${COMPLETION-CANDIDATES}")
    List<Scenario> scenarios = new ArrayList<>();

    /** {@return a builder on the chosen market, with the preset still to be chosen} */
    AqtsBuilder builder() {
        if (bars.isEmpty()) {
            refuseFileOptions();
            return Aqts.simulation();
        }
        if (!scenarios.isEmpty()) {
            throw new IllegalArgumentException("--scenario must go without --bars, but was " + scenarios);
        }
        List<BarFile> files = files();
        CsvOptions options = options();
        return Aqts.backtest(context -> CsvBars.open(files, options));
    }

    /** {@return the currency the files are counted in, or null where the market is simulated} */
    @Nullable
    String currency() {
        return bars.isEmpty() ? null : files().get(0).instrument().quote();
    }

    /** Fails where there was nothing to run on. */
    void requireSteps(long steps) {
        if (steps == 0) {
            throw new IllegalArgumentException("--from and --to must leave at least one bar, but left none of "
                    + bars.stream().map(Path::getFileName).toList());
        }
    }

    private List<BarFile> files() {
        if (!instruments.isEmpty() && instruments.size() != bars.size()) {
            throw new IllegalArgumentException(
                    "--instrument must name one symbol for each of " + bars.size() + " files, but was " + instruments);
        }
        if (intervals.size() > 1 && intervals.size() != bars.size()) {
            throw new IllegalArgumentException("--interval must be one for all or one for each of " + bars.size()
                    + " files, but was " + intervals);
        }
        List<BarFile> files = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Path file = bars.get(i);
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("--bars must name files that exist, but was " + file);
            }
            String symbol = instruments.isEmpty() ? SymbolGuess.of(file) : instruments.get(i);
            files.add(new BarFile(file, Instrument.of(symbol), interval(i)));
        }
        refuseTwins(files);
        return files;
    }

    private @Nullable BarInterval interval(int file) {
        return intervals.isEmpty() ? null : BarInterval.parse(intervals.get(intervals.size() == 1 ? 0 : file));
    }

    private static void refuseTwins(List<BarFile> files) {
        Set<String> seen = new TreeSet<>();
        for (BarFile file : files) {
            String symbol = file.instrument().symbol();
            if (!seen.add(symbol)) {
                throw new IllegalArgumentException(
                        "--instrument must name another symbol for each file, but was " + symbol + " more than once");
            }
        }
    }

    private CsvOptions options() {
        CsvOptions options = CsvOptions.defaults();
        Instant begin = from == null ? null : instant("--from", from);
        Instant end = to == null ? null : instant("--to", to);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw new IllegalArgumentException("--to must be after --from, " + from + ", but was " + to);
        }
        options = begin == null ? options : options.from(begin);
        options = end == null ? options : options.to(end);
        RepairPolicy policy = RepairPolicy.REFUSE_ALL;
        for (Map.Entry<BarFlaw, Repair> repair : repairs.entrySet()) {
            policy = policy.with(repair.getKey(), repair.getValue());
        }
        return options.repair(policy);
    }

    private void refuseFileOptions() {
        refuseAlone("--instrument", !instruments.isEmpty());
        refuseAlone("--interval", !intervals.isEmpty());
        refuseAlone("--from", from != null);
        refuseAlone("--to", to != null);
        refuseAlone("--repair", !repairs.isEmpty());
    }

    private static void refuseAlone(String option, boolean isGiven) {
        if (isGiven) {
            throw new IllegalArgumentException(option + " must go with --bars, but there are none");
        }
    }

    private static Instant instant(String option, String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    option + " must look like 2020-01-01 or 2020-01-01T12:00:00Z, but was " + text, e);
        }
    }
}
