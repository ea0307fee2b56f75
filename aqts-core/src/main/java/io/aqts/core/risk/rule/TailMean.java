package io.aqts.core.risk.rule;

import java.util.Arrays;

/** The mean of the worst samples, the last of them in part (Acerbi and Tasche, 2002). */
final class TailMean {

    private static final int HALVINGS = 60;

    private final LossLines lines;
    private double[] worst = new double[0];

    TailMean(LossLines lines) {
        this.lines = lines;
    }

    /** The mean of the share of samples with the largest losses, at a quantity. */
    double at(double quantity, double tailShare) {
        double tail = lines.count() * tailShare;
        int whole = (int) Math.floor(tail);
        collect(quantity, whole + 1);
        double sum = 0;
        for (int k = 0; k < whole; k++) {
            sum += worst[k];
        }
        return tail > whole ? (sum + (tail - whole) * worst[whole]) / tail : sum / tail;
    }

    /** The largest quantity up to a wanted one at which the mean is within a limit; it bends upwards in between. */
    double mostWithin(double wanted, double limit, double tailShare) {
        if (at(wanted, tailShare) <= limit) {
            return wanted;
        }
        double low = at(0, tailShare) <= limit ? 0 : lowest(wanted, tailShare);
        if (at(low, tailShare) > limit) {
            return 0;
        }
        double high = wanted;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = low + 0.5 * (high - low);
            if (at(middle, tailShare) <= limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double lowest(double wanted, double tailShare) {
        double low = 0;
        double high = wanted;
        for (int k = 0; k < HALVINGS; k++) {
            double third = (high - low) / 3;
            if (at(low + third, tailShare) <= at(high - third, tailShare)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return low + 0.5 * (high - low);
    }

    private void collect(double quantity, int places) {
        int size = Math.min(places, lines.count());
        if (worst.length < places) {
            worst = new double[places];
        }
        Arrays.fill(worst, 0, places, Double.NEGATIVE_INFINITY);
        for (int t = 0; t < lines.count(); t++) {
            double loss = lines.at(t, quantity);
            if (loss > worst[size - 1]) {
                insert(loss, size);
            }
        }
    }

    private void insert(double loss, int size) {
        int k = size - 1;
        while (k > 0 && worst[k - 1] < loss) {
            worst[k] = worst[k - 1];
            k--;
        }
        worst[k] = loss;
    }
}
