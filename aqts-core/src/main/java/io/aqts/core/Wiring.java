package io.aqts.core;

import io.aqts.DataSource;
import io.aqts.Detector;
import io.aqts.ExecutionVenue;
import io.aqts.FusionLayer;
import io.aqts.LayerFactory;
import io.aqts.RiskManager;
import io.aqts.RiskRule;
import io.aqts.StepListener;
import io.aqts.config.AqtsConfig;
import io.aqts.config.PositionMode;
import io.aqts.internal.Checks;
import java.util.List;

/** Which layers a run is made of, and with what configuration. */
record Wiring(
        AqtsConfig config,
        LayerFactory<DataSource> source,
        List<LayerFactory<Detector>> detectors,
        LayerFactory<FusionLayer> fusion,
        LayerFactory<RiskManager> risk,
        List<LayerFactory<RiskRule>> rules,
        LayerFactory<ExecutionVenue> venue,
        List<StepListener> listeners) {

    /** Copies the lists and refuses an account that the gate and the venues cannot follow. */
    Wiring {
        PositionMode positions = config.risk().account().positions();
        Checks.that(
                positions == PositionMode.NETTING,
                "risk.account.positions",
                "be NETTING for a run, whose gate and venues know the net position of an instrument alone",
                positions);
        detectors = List.copyOf(detectors);
        rules = List.copyOf(rules);
        listeners = List.copyOf(listeners);
    }

    Wiring withConfig(AqtsConfig other) {
        return new Wiring(other, source, detectors, fusion, risk, rules, venue, listeners);
    }
}
