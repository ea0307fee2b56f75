package io.aqts.core.detect;

import io.aqts.config.QgitaConfig;
import io.aqts.market.Bar;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turning points at Fibonacci distances back from now.
 *
 * <p>Read backwards, the gaps of the lattice shrink in proportions that approach the golden one. They are the same on
 * every bar, so only the bends at the knots that meet the proportion are looked at; the strongest of them stands for
 * the bar.
 */
final class LatticeGeometry implements Geometry {

    static final int LONGEST_LAG = 89;

    private static final int[] LAGS = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55, LONGEST_LAG};

    private final UsualBend usual;
    private final Timing timing;
    private final double unit;
    private final int[] knots;
    private @Nullable Turn turn;

    LatticeGeometry(QgitaConfig config, double unit) {
        this.usual = new UsualBend(config.pivots());
        this.timing = new Timing(config.ratio(), config.tolerance());
        this.unit = unit;
        this.knots = IntStream.range(1, LAGS.length - 1)
                .filter(knot -> timing.matches(ratio(knot)))
                .toArray();
    }

    /** {@return the gap after an inner knot divided by the gap before it, in bars} */
    static double ratio(int knot) {
        return (double) (LAGS[knot] - LAGS[knot - 1]) / (LAGS[knot + 1] - LAGS[knot]);
    }

    @Override
    public double add(Bar bar, BarWindow window, double sigma) {
        turn = null;
        if (knots.length == 0 || window.count() <= LONGEST_LAG) {
            return 0;
        }
        double strongest = -1;
        double strongestZ = 0;
        double strongestRatio = 0;
        for (int knot : knots) {
            Bend bend = bend(window, knot);
            double z = bend.z(sigma);
            double strength = Math.abs(z) * timing.fidelity(ratio(knot)) * bend.contrast(sigma);
            if (strength > strongest) {
                strongest = strength;
                strongestZ = z;
                strongestRatio = ratio(knot);
            }
        }
        double least = usual.least();
        if (Math.abs(strongestZ) > least) {
            turn = new Turn(bar.epochNanos(), strongestRatio, strongestZ, least);
        }
        usual.add(strongestZ);
        return strongest;
    }

    private Bend bend(BarWindow window, int knot) {
        int older = LAGS[knot + 1];
        int middle = LAGS[knot];
        int newer = LAGS[knot - 1];
        return new Bend(
                window.log(middle) - window.log(older),
                window.log(newer) - window.log(middle),
                (window.nanos(middle) - window.nanos(older)) / unit,
                (window.nanos(newer) - window.nanos(middle)) / unit);
    }

    @Override
    public @Nullable Turn turn() {
        return turn;
    }
}
