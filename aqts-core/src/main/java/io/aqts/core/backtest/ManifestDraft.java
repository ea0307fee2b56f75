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

    private List<String> data = List.of();
    private List<String> layers = List.of();
    private List<String> assumptions = List.of();

    private boolean described;

    /**
     * Takes in what the first of the runs tells after its last step: its data, its layers, what its venue assumes.
     * Those of all iterations are alike, and to tell of a file may be to read it once more.
     */
    void describe(Orchestrator orchestrator) {
        if (described) {
            return;
        }
        described = true;
        data = orchestrator.origins();
        layers = orchestrator.layers();
        assumptions = orchestrator.assumptions();
    }

    RunManifest finish(AqtsBuilder builder, List<Long> seeds) {
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
