package io.aqts.examples.replay;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.core.detect.LegacyLatticeDetector;
import io.aqts.core.simulation.SeedMarket;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Signal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One run of the original AQTS on its own made-up market: its detector, its fusion, its risk manager, its execution and
 * its tracker, re-expressed with their flaws, and beside the tracker the {@link io.aqts.core.ledger.Ledger} of AQTS
 * with the same fills.
 *
 * <p>A tick goes as it went there: look, decide, size, execute, report, and only then mark to market, close and trip
 * the circuit breaker. What differs is that chance is seeded, so that a run repeats.
 *
 * <p>For the record only. Nothing of this trades in AQTS.
 */
public final class SeedReplay {

    /** The fee that the original never paid, in basis points of notional; used to say what it would have cost. */
    public static final int FEE_BPS = 10;

    private final SeedMarket market;
    private final LegacyLatticeDetector detector;
    private final SeedFusion fusion;
    private final SeedRisk risk;
    private final SeedExecution execution;
    private final SeedTracker tracker = new SeedTracker();
    private final SeedBooks books;

    private SeedReplay(long seed) {
        AqtsConfig config = AqtsConfig.defaults().with(c -> c.seed(seed));
        market = new SeedMarket(new LayerContext(config, Universe.EMPTY, "source"));
        LayerContext context = new LayerContext(config, market.universe(), "seed replay");
        books = new SeedBooks(config.risk());
        detector = new LegacyLatticeDetector(context);
        fusion = new SeedFusion(context.randomness("fusion")::nextDouble);
        risk = new SeedRisk(
                context.randomness("risk")::nextDouble,
                config.risk().initialCash().toDouble(),
                books);
        execution = new SeedExecution(context.randomness("execution")::nextDouble);
    }

    /**
     * Runs the original system.
     *
     * @param seed the seed of its market and of the chance in its layers
     * @param ticks how many ticks of one minute, at least 1
     * @return what it reported, and what was so
     */
    public static SeedRun run(long seed, int ticks) {
        SeedReplay replay = new SeedReplay(seed);
        for (int tick = 0; tick < ticks; tick++) {
            replay.tick(tick);
        }
        return new SeedRun(seed, ticks, replay.tracker.reported(), replay.books.actual(replay.risk.breakerTrips()));
    }

    private void tick(int tick) {
        MarketSnapshot snapshot = market.next().orElseThrow();
        Bar bar = Objects.requireNonNull(snapshot.instrument(0).bar());
        List<Signal> events = detector.detect(snapshot);
        SeedDecision decision =
                fusion.decide(snapshot, events.isEmpty() ? Optional.empty() : Optional.of(events.get(0)));
        books.begin(snapshot);
        Optional<SeedOrder> order = risk.evaluate(decision, bar, tick);
        if (order.isPresent()) {
            double average = execution.execute(order.get(), snapshot);
            risk.register(order.get(), average);
            tracker.register(order.get(), average, bar.close());
        }
        risk.mark(bar.close(), tick);
        books.end();
    }
}
