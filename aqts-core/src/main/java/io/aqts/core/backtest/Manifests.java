package io.aqts.core.backtest;

import io.aqts.config.AqtsConfig;
import io.aqts.config.ReturnInterval;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.config.Configurations;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a run hangs on. */
final class Manifests {

    private Manifests() {}

    static RunManifest of(AqtsBuilder builder, List<String> data, List<Long> seeds, List<String> layers) {
        AqtsConfig config = builder.config();
        return new RunManifest(
                version(), builder.presetName(), Configurations.hash(config), data, seeds, layers,
                assumptions(config));
    }

    private static List<String> assumptions(AqtsConfig config) {
        List<String> lines = new ArrayList<>();
        lines.add("a decision on a bar's close fills at the next bar's open at the earliest");
        lines.add("on bars without quotes a fill costs half a spread of " + config.execution().halfSpreadBps()
                + " bps and a fee of " + config.execution().takerFeeBps() + " bps (maker "
                + config.execution().makerFeeBps() + " bps)");
        lines.add("stop and target within one bar: the stop is taken first and the fill is marked ambiguous");
        lines.add(
                config.performance().returns() == ReturnInterval.BAR
                        ? "statistics rest on the returns of each step"
                        : "statistics rest on the returns of each day, from midnight to midnight UTC");
        lines.add("annualized by the data's real cadence over a year of 365 days");
        return lines;
    }

    private static String version() {
        String version = Manifests.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
