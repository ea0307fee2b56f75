package io.aqts.core.analyse;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.core.analyse.AureonPoint.Field;
import io.aqts.core.analyse.AureonPoint.Lattice;
import io.aqts.core.analyse.AureonPoint.Prism;
import io.aqts.market.Universe;
import io.aqts.signal.Signal;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The Aureon and Nexus telemetry of a run: a pure function of each step, of the state before it and of the step count.
 *
 * <p>It only watches. Nothing it computes can reach an order.
 */
public final class AureonTelemetry implements StepListener {

    private static final double CONFIDENCE_WITHOUT_EVENT = 0.3;
    private static final double CALM_LIQUIDATIONS = 4e8;
    private static final AureonPoint BEGINNING =
            new AureonPoint(0, Prism.BLUE, new Lattice(0, 0, 0.5, 0, 0), new Field(0, 0.5, 0, 0), 0);

    private static final NexusPoint STILLNESS = new NexusPoint(0, 0.1, 0.2, 1_000);

    private final BiConsumer<AureonPoint, NexusPoint> sink;
    private Surroundings surroundings = new Surroundings(Universe.EMPTY);
    private AureonPoint aureon = BEGINNING;
    private NexusPoint nexus = STILLNESS;
    private long ticks;

    /** A telemetry that keeps the latest state only. */
    public AureonTelemetry() {
        this((aureon, nexus) -> {});
    }

    /**
     * A telemetry that passes on every state.
     *
     * @param sink gets each pair of states
     */
    public AureonTelemetry(BiConsumer<AureonPoint, NexusPoint> sink) {
        this.sink = sink;
    }

    @Override
    public void onStart(LayerContext context) {
        surroundings = new Surroundings(context.universe());
        aureon = BEGINNING;
        nexus = STILLNESS;
        ticks = 0;
    }

    @Override
    public void onStep(Step step) {
        surroundings.update(step.snapshot());
        long now = step.snapshot().epochNanos();
        aureon = aureon(now, surroundings, confidence(step.signals()));
        nexus = nexus(now, surroundings, aureon.field().unity());
        ticks++;
        sink.accept(aureon, nexus);
    }

    /** {@return the latest state of the Aureon telemetry} */
    public AureonPoint aureon() {
        return aureon;
    }

    /** {@return the latest state of the Nexus telemetry} */
    public NexusPoint nexus() {
        return nexus;
    }

    private AureonPoint aureon(long now, Surroundings seen, double confidence) {
        double balance = 0.5 + seen.sentiment() / 2;
        double calm = Math.max(0, 1 - seen.liquidations() / CALM_LIQUIDATIONS);
        double integrity = saturate((calm + balance) / 2);
        double coherence = saturate(integrity * (1 - 1_000 * seen.spread()) + 0.05 * seen.volume() / 1e9);
        double polaris = 0.7 * aureon.lattice().polaris() + 0.3 * coherence;
        double drift = coherence - polaris;
        double unity = saturate((integrity + coherence + balance) / 3);
        Lattice lattice = new Lattice(integrity, coherence, polaris, drift, inertia(integrity, coherence, drift));
        Field field = new Field(
                StrictMath.tanh(seen.exchangeFlow() / 5_000),
                0.5 + 0.3 * StrictMath.sin(ticks / 50.0),
                unity,
                seen.funding());
        return new AureonPoint(now, prism(confidence, seen.spread()), lattice, field, unity * integrity);
    }

    private double inertia(double integrity, double coherence, double drift) {
        if (ticks == 0) {
            return 0;
        }
        Lattice before = aureon.lattice();
        double a = integrity - before.dataIntegrity();
        double b = coherence - before.crystalCoherence();
        double c = drift - before.drift();
        return Math.sqrt(a * a + b * b + c * c);
    }

    private static NexusPoint nexus(long now, Surroundings seen, double unity) {
        double balance = 0.5 + seen.sentiment() / 2;
        double capacity = Math.max(0.1, 1 - 150 * seen.spread() - 0.5 * (1 - unity));
        double rigidity = Math.max(0.2, 1.2 - 0.5 * capacity);
        double spore = Math.max(1_000, seen.liquidations() / 1e5 + 2_000 * balance);
        return new NexusPoint(now, capacity, rigidity, spore);
    }

    private static Prism prism(double confidence, double spread) {
        if (confidence > 0.8 && spread < 0.0015) {
            return Prism.GOLD;
        }
        return confidence < 0.45 || spread > 0.003 ? Prism.RED : Prism.BLUE;
    }

    private static double confidence(List<Signal> signals) {
        double greatest = -1;
        for (int i = 0; i < signals.size(); i++) {
            greatest = Math.max(greatest, signals.get(i).confidence());
        }
        return greatest < 0 ? CONFIDENCE_WITHOUT_EVENT : greatest;
    }

    private static double saturate(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
