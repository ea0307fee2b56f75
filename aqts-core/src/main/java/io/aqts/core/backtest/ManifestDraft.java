package io.aqts.core.backtest;

import io.aqts.Orchestrator;
import io.aqts.config.AqtsConfig;
import io.aqts.config.ReturnInterval;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.config.Configurations;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a result hangs on while the runs are made. */
final class ManifestDraft {

    private List<String> layers = List.of();
    private List<String> assumptions = List.of();

    /** Takes in the layers of a run and what its venue assumes; those of all iterations are alike. */
    void describe(Orchestrator orchestrator) {
        layers = orchestrator.layers();
        assumptions = orchestrator.assumptions();
    }

    RunManifest finish(AqtsBuilder builder, List<String> data, List<Long> seeds) {
        AqtsConfig config = builder.config();
        List<String> all = new ArrayList<>(assumptions);
        all.add(
                config.performance().returns() == ReturnInterval.BAR
                        ? "Statistics: on the returns of each step."
                        : "Statistics: on the returns of each day, from midnight to midnight UTC.");
        all.add("Years: of 365 days, by the data's real cadence.");
        return new RunManifest(version(), builder.presetName(), Configurations.hash(config), data, seeds, layers, all);
    }

    private static String version() {
        String version = ManifestDraft.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
