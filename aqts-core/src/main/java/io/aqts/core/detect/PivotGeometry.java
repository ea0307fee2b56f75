package io.aqts.core.detect;

import io.aqts.config.QgitaConfig;
import io.aqts.market.Bar;
import org.jspecify.annotations.Nullable;

/** Turning points among the pivots of the price, dated when they are confirmed. */
final class PivotGeometry implements Geometry {

    private final ZigZag zigZag;
    private final TurningPoints points = new TurningPoints();
    private final UsualBend usual;
    private final Timing timing;
    private final double unit;
    private @Nullable Turn turn;

    PivotGeometry(QgitaConfig config, double unit) {
        this.zigZag = new ZigZag(config.pivots().reversalAtr(), config.pivots().atrPeriod());
        this.usual = new UsualBend(config.pivots());
        this.timing = new Timing(config.ratio(), config.tolerance());
        this.unit = unit;
    }

    @Override
    public double add(Bar bar, BarWindow window, double sigma) {
        turn = null;
        if (!zigZag.add(bar, window)) {
            return 0;
        }
        points.add(zigZag.pivotNanos(), zigZag.pivotLog());
        if (!points.hasBend()) {
            return 0;
        }
        Bend bend = points.bend(bar.epochNanos(), window.log(0), unit);
        double z = bend.z(sigma);
        double strength = points.hasRatio() ? judge(bar, z) * bend.contrast(sigma) : 0;
        usual.add(z);
        return strength;
    }

    private double judge(Bar bar, double z) {
        double ratio = points.ratio();
        double least = usual.least();
        if (timing.matches(ratio) && Math.abs(z) > least) {
            turn = new Turn(bar.epochNanos(), ratio, z, least);
        }
        return Math.abs(z) * timing.fidelity(ratio);
    }

    @Override
    public @Nullable Turn turn() {
        return turn;
    }
}
