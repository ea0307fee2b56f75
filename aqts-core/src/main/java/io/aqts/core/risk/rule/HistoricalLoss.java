package io.aqts.core.risk.rule;

import java.util.Arrays;

/** The loss that only a share of the samples exceeds: of n samples the one at place ⌈n·share⌉ from the worst. */
final class HistoricalLoss {

    private static final double A_LITTLE_LESS = 1 - 1e-12;

    private HistoricalLoss() {}

    /** The place of the loss, counted from 1 for the worst. */
    static int place(int samples, double tailShare) {
        return Math.max(1, (int) Math.ceil(samples * tailShare - 1e-9));
    }

    /** Whether the loss at a quantity is within a limit. */
    static boolean isWithin(LossLines lines, double quantity, double limit, int place) {
        int above = 0;
        for (int t = 0; t < lines.count(); t++) {
            above += lines.at(t, quantity) > limit ? 1 : 0;
        }
        return above < place;
    }

    /**
     * The largest quantity up to a wanted one at which the loss is within a limit, exact but for rounding: the loss
     * changes its sample only where a line crosses the limit, and all crossings are looked at, the farthest first.
     */
    static double mostWithin(LossLines lines, double wanted, double limit, int place) {
        if (isWithin(lines, wanted, limit, place)) {
            return wanted;
        }
        double[] crossings = lines.scratch();
        int count = 0;
        for (int t = 0; t < lines.count(); t++) {
            double crossing = (limit - lines.base(t)) / lines.slope(t);
            if (lines.slope(t) > 0 && crossing >= 0 && crossing < wanted) {
                crossings[count++] = crossing;
            }
        }
        Arrays.sort(crossings, 0, count);
        for (int k = count - 1; k >= 0; k--) {
            double quantity = crossings[k] * A_LITTLE_LESS;
            if (isWithin(lines, quantity, limit, place)) {
                return quantity;
            }
        }
        return 0;
    }
}
