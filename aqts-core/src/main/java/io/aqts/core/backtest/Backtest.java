package io.aqts.core.backtest;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.config.AqtsConfig;
import io.aqts.config.BacktestConfig;
import io.aqts.core.AqtsBuilder;
import io.aqts.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Runs a strategy over many steps, several times with different seeds, and reports what came of it.
 *
 * <p>How many steps and iterations is a matter of the configuration. The seeds are the configured one and those that
 * follow it. The history of a run is not kept, unless asked for; memory does not grow with its length.
 *
 * <pre>{@code
 * BacktestReport report = Backtest.of(Aqts.simulation()).run();
 * }</pre>
 */
public final class Backtest {

    private static final int PROGRESS_EVERY = 4096;

    private final AqtsBuilder builder;
    private final LongConsumer progress;

    private Backtest(AqtsBuilder builder, LongConsumer progress) {
        this.builder = builder;
        this.progress = progress;
    }

    /**
     * A backtest of what a builder puts together.
     *
     * @param builder the layers and settings; it is copied
     * @return the backtest
     */
    public static Backtest of(AqtsBuilder builder) {
        return new Backtest(builder.copy(), steps -> {});
    }

    /**
     * The same backtest with somebody watching how far it is.
     *
     * @param steps gets the number of finished steps over all iterations, now and then and at the end
     * @return the changed backtest
     */
    public Backtest progress(LongConsumer steps) {
        return new Backtest(builder, steps);
    }

    /**
     * Runs every iteration.
     *
     * @return the report
     * @throws IllegalArgumentException if it is to run to the end of data that is known to have none
     */
    public BacktestReport run() {
        AqtsConfig config = builder.config();
        List<IterationReport> reports = new ArrayList<>();
        List<Envelope> envelopes = new ArrayList<>();
        List<Long> seeds = new ArrayList<>();
        ManifestDraft draft = new ManifestDraft();
        long done = 0;
        for (int i = 0; i < config.backtest().iterations(); i++) {
            long seed = config.seed() + i;
            seeds.add(seed);
            Watch watch = new Watch(config.with(c -> c.seed(seed)));
            IterationReport report = iterate(watch, config.backtest(), done, draft);
            envelopes.addAll(watch.envelope());
            done += report.summary().span().steps();
            reports.add(report);
        }
        RunManifest manifest = draft.finish(builder, seeds);
        return BacktestReport.of(
                manifest, reports, envelopes, config.performance().confidenceLevel());
    }

    private IterationReport iterate(Watch watch, BacktestConfig limits, long before, ManifestDraft draft) {
        try (Orchestrator orchestrator = watch.over(builder).build()) {
            Checks.that(
                    limits.steps() > 0 || !orchestrator.isEndless(),
                    "backtest.steps",
                    "be more than 0, because the data has no end",
                    limits.steps());
            long steps = 0;
            while (limits.steps() == 0 || steps < limits.steps()) {
                Optional<Step> step = orchestrator.next();
                if (step.isEmpty()) {
                    break;
                }
                steps++;
                if (limits.keepSteps()) {
                    watch.keep(step.get());
                }
                if (steps % PROGRESS_EVERY == 0) {
                    progress.accept(before + steps);
                }
            }
            progress.accept(before + steps);
            draft.describe(orchestrator);
            return watch.report(orchestrator);
        }
    }
}
