package io.aqts.examples.cli;

import io.aqts.config.Overrides;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.Preset;
import io.aqts.core.Presets;
import io.aqts.core.config.Configurations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is run: market, preset, settings. The later wins: defaults, file, environment, options. */
final class RunOptions {

    @Mixin
    MarketOptions market = new MarketOptions();

    @ArgGroup(exclusive = false, heading = "%nOf the preset sma-cross:%n")
    CrossOptions cross = new CrossOptions();

    @Option(names = "--preset", paramLabel = "NAME", description = "the layers: aureon (default) or sma-cross")
    String preset = "aureon";

    @Option(names = "--config", paramLabel = "FILE", description = "settings as JSON or YAML")
    @Nullable
    Path config;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "one setting, such as risk.maxLeverage=2; may be given several times")
    List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "the seed of all chance")
    @Nullable
    Long seed;

    @Option(names = "--steps", paramLabel = "N", description = "how many steps to run; 0 for the whole of the files")
    @Nullable
    Long steps;

    @Option(names = "--cash", paramLabel = "SUM", description = "the money to begin with")
    @Nullable
    String cash;

    @Option(names = "--fee-bps", paramLabel = "BPS", description = "the fee of every fill, in basis points")
    @Nullable
    String feeBps;

    @Option(names = "--json", description = "write one JSON document instead of text")
    boolean json;

    /** {@return a builder with everything chosen, for a run that comes to an end} */
    AqtsBuilder ending(Map<String, String> environment, @Nullable Integer iterations) {
        AqtsBuilder builder = builder(environment, iterations);
        if (market.bars.isEmpty() && builder.config().backtest().steps() == 0) {
            throw new IllegalArgumentException(
                    "backtest.steps must be more than 0, because a simulated market has no end, but was 0");
        }
        return builder;
    }

    /** {@return a builder with everything chosen} */
    AqtsBuilder builder(Map<String, String> environment, @Nullable Integer iterations) {
        Preset chosen = Presets.named(preset)
                .orElseThrow(() -> new IllegalArgumentException("--preset must be one of "
                        + Presets.all().stream().map(Preset::name).toList() + ", but was " + preset));
        if (!chosen.name().equals("sma-cross") && cross.isGiven()) {
            throw new IllegalArgumentException(
                    "--fast, --slow and --quantity must go with --preset sma-cross, but the preset was " + preset);
        }
        AqtsBuilder builder = market.builder().preset(chosen);
        String currency = market.currency();
        if (currency != null) {
            builder.config(Overrides.none()
                    .with("risk.account.currency", currency)
                    .with("backtest.steps", 0)
                    .with("backtest.iterations", 1));
        }
        return builder.config(said(environment)).config(own(iterations));
    }

    /** What file and environment say; a file named by the option replaces that of the environment. */
    private Overrides said(Map<String, String> environment) {
        if (config == null) {
            return Configurations.environment(environment);
        }
        Map<String, String> others = new TreeMap<>(environment);
        others.remove(Configurations.FILE_VARIABLE);
        return Configurations.load(config).then(Configurations.environment(others));
    }

    private Overrides own(@Nullable Integer iterations) {
        Overrides own = Overrides.none();
        for (String setting : settings) {
            own = set(own, setting);
        }
        own = with(own, "seed", seed);
        own = with(own, "backtest.steps", steps);
        own = with(own, "backtest.iterations", iterations);
        own = with(own, "risk.account.initialCash", cash);
        own = with(
                own,
                "simulation.scenario",
                market.scenarios.isEmpty() ? null : market.scenarios.get(0).name());
        own = with(own, "detection.smaCross.fast", cross.fast);
        own = with(own, "detection.smaCross.slow", cross.slow);
        own = with(own, "detection.smaCross.quantity", cross.quantity);
        if (feeBps != null) {
            if (market.bars.isEmpty()) {
                throw new IllegalArgumentException(
                        "--fee-bps must go with --bars, because simulated venues have fees of their own, but was "
                                + feeBps);
            }
            Number bps = number("--fee-bps", feeBps);
            own = own.with("execution.fees.takerBps", bps).with("execution.fees.makerBps", bps);
        }
        return own;
    }

    private static Overrides with(Overrides overrides, String path, @Nullable Object value) {
        return value == null ? overrides : overrides.with(path, value);
    }

    private static Overrides set(Overrides overrides, String setting) {
        int cut = setting.indexOf('=');
        if (cut < 1) {
            throw new IllegalArgumentException("--set must look like PATH=VALUE, but was " + setting);
        }
        return overrides.with(
                setting.substring(0, cut).strip(),
                Scalar.of(setting.substring(cut + 1).strip()));
    }

    private static Number number(String option, String text) {
        if (Scalar.of(text) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException(option + " must be a number, but was " + text);
    }

    /** The options that only one preset has. */
    static final class CrossOptions {

        @Option(names = "--fast", paramLabel = "BARS", description = "bars of the fast average")
        @Nullable
        Integer fast;

        @Option(names = "--slow", paramLabel = "BARS", description = "bars of the slow average")
        @Nullable
        Integer slow;

        @Option(
                names = "--quantity",
                paramLabel = "UNITS",
                description = "units of each purchase; else the whole equity")
        @Nullable
        String quantity;

        boolean isGiven() {
            return fast != null || slow != null || quantity != null;
        }
    }
}
