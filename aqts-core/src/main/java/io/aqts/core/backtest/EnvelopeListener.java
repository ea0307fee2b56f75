package io.aqts.core.backtest;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.config.BarPath;
import io.aqts.config.EnvelopeConfig;
import io.aqts.core.execute.FillPolicy;
import io.aqts.core.execute.LatencyModel;
import io.aqts.core.execute.PaperVenue;
import io.aqts.core.ledger.Ledger;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run in its shadow: the orders that its gate approved go to paper venues that read the same bars otherwise,
 * or get the orders late. Each has a ledger of its own, and nothing of it comes back to the run.
 *
 * <pre>{@code
 * EnvelopeListener envelope = new EnvelopeListener(EnvelopeConfig.defaults());
 * Orchestrator aqts = Aqts.simulation().listener(envelope).build();
 * }</pre>
 *
 * <p>A delay ends with the first snapshot at or after it, and so is rounded up to the cadence of the data. Of a run at
 * another venue than the paper one, the shadows tell what paper would have made of its orders.
 */
public final class EnvelopeListener implements StepListener {

    /** Every way to read a bar: what is hidden against us and for us, in both respects. */
    private static final List<FillPolicy> POLICIES = List.of(
            FillPolicy.pessimistic(),
            new FillPolicy(BarPath.WORST, false, true),
            new FillPolicy(BarPath.WORST, true, false),
            FillPolicy.optimistic());

    private final EnvelopeConfig config;
    private final List<FillPolicy> policies;
    private final List<Shadow> readings = new ArrayList<>();
    private final List<Shadow> delayed = new ArrayList<>();
    private BreakEven tally = new BreakEven();
    private BarLengths lengths = new BarLengths(0);
    private @Nullable Ledger unopened;
    private Decimal opening = Decimal.ZERO;
    private Decimal equity = Decimal.ZERO;

    /**
     * An envelope of all readings, waiting for a run.
     *
     * @param config which delays to try
     */
    public EnvelopeListener(EnvelopeConfig config) {
        this(config, POLICIES);
    }

    /**
     * An envelope of certain readings, waiting for a run.
     *
     * @param config which delays to try
     * @param policies how bars are read
     */
    public EnvelopeListener(EnvelopeConfig config, List<FillPolicy> policies) {
        this.config = config;
        this.policies = List.copyOf(policies);
    }

    @Override
    public void onStart(LayerContext context) {
        LayerContext venue = context.forLayer("venue");
        FillPolicy own = FillPolicy.of(context.config().execution().matching());
        readings.forEach(Shadow::close);
        delayed.forEach(Shadow::close);
        readings.clear();
        delayed.clear();
        for (FillPolicy policy : policies) {
            readings.add(new Shadow(context, paper(venue, policy), Delay.NONE));
        }
        delayed.add(new Shadow(context, paper(venue, own), Delay.NONE));
        for (int bars : config.delayBars()) {
            delayed.add(new Shadow(context, paper(venue, own), Delay.ofBars(bars)));
        }
        for (Duration time : config.delays()) {
            delayed.add(new Shadow(context, paper(venue, own), Delay.of(time)));
        }
        tally = new BreakEven();
        lengths = new BarLengths(context.universe().size());
        opening = context.config().risk().initialCash();
        equity = opening;
        unopened = context.config().risk().account().deposits().isEmpty()
                ? null
                : new Ledger(context.config().risk().account(), context.universe());
    }

    @Override
    public void onStep(Step step) {
        lengths.see(step.snapshot());
        for (Fill fill : step.fills()) {
            tally.add(fill);
        }
        if (unopened != null) {
            open(unopened, step);
        }
        equity = step.portfolio().equity();
        for (int i = 0; i < readings.size(); i++) {
            readings.get(i).follow(step, lengths);
        }
        for (int i = 0; i < delayed.size(); i++) {
            delayed.get(i).follow(step, lengths);
        }
    }

    /**
     * The envelope of what was seen since the start. It may be asked for at any time and changes nothing.
     *
     * @return the envelope
     */
    public Envelope envelope() {
        Decimal reported = equity.minus(opening);
        List<Reading> read = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            read.add(new Reading(policies.get(i), readings.get(i).profit()));
        }
        List<LateResult> late = new ArrayList<>();
        for (Shadow shadow : delayed) {
            Delay delay = shadow.delay();
            String name = delay.isNone() ? "none" : delay.toString();
            late.add(new LateResult(name, delay.nanos(lengths.usual()), shadow.profit()));
        }
        late.sort(Comparator.comparingLong(LateResult::delayNanos));
        return new Envelope(
                reported,
                read,
                tally.fills(),
                tally.ambiguous(),
                tally.slippageBps(reported),
                tally.feeMultiple(reported),
                late,
                BreakEven.vanishingSeconds(late));
    }

    /** Deposits count for what they were worth when they first had a price. */
    private void open(Ledger books, Step step) {
        books.mark(step.snapshot());
        books.openingEquity().ifPresent(worth -> {
            opening = worth;
            unopened = null;
        });
    }

    private static PaperVenue paper(LayerContext context, FillPolicy policy) {
        return new PaperVenue(context, policy, LatencyModel.jittered(context));
    }
}
