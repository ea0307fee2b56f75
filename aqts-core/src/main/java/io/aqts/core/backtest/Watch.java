package io.aqts.core.backtest;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.config.AqtsConfig;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.analyse.PerformanceListener;
import io.aqts.core.analyse.ReasonTally;
import io.aqts.core.analyse.RunDigest;
import java.util.ArrayList;
import java.util.List;

/** All that listens to one iteration, and the report they make together. */
final class Watch {

    private final AqtsConfig config;
    private final PerformanceListener performance = new PerformanceListener();
    private final RunDigest digest = new RunDigest();
    private final ReasonTally reasons = new ReasonTally();
    private final EnvelopeListener envelope;
    private final List<Step> kept = new ArrayList<>();

    Watch(AqtsConfig config) {
        this.config = config;
        this.envelope = new EnvelopeListener(config.backtest().envelope());
    }

    /** {@return a copy of a builder with the settings of the iteration, at which all of them listen} */
    AqtsBuilder over(AqtsBuilder builder) {
        AqtsBuilder one = builder.copy()
                .config(config)
                .listener(performance)
                .listener(digest)
                .listener(reasons);
        return config.backtest().envelope().enabled() ? one.listener(envelope) : one;
    }

    void keep(Step step) {
        kept.add(step);
    }

    IterationReport report(Orchestrator run) {
        return new IterationReport(
                config.seed(),
                digest.hex(),
                performance.summary(),
                performance.equityCurve(),
                run.portfolio(),
                run.restrictions(),
                reasons.counts(),
                kept);
    }

    /** {@return the envelope, if it was asked for} */
    List<Envelope> envelope() {
        return config.backtest().envelope().enabled() ? List.of(envelope.envelope()) : List.of();
    }
}
