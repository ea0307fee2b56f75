package io.aqts.core.risk.rule;

import java.util.Arrays;

/**
 * The corrected normal loss of a portfolio as a function of the quantity of one more order. The moments of its losses
 * are polynomials of that quantity, so that they are added up once for an order.
 */
final class CornishFisherLoss {

    private static final int HIGHEST = 4;
    private static final int HALVINGS = 50;
    private static final int DOUBLINGS = 26;

    private final LossLines lines;
    private final double z;
    private final double[][] sums = new double[HIGHEST + 1][HIGHEST + 1];
    private double loss;
    private boolean isValid;

    /** For losses along lines, at a normal quantile of more than zero. */
    CornishFisherLoss(LossLines lines, double z) {
        this.lines = lines;
        this.z = z;
    }

    /** Adds up the mixed moments of the lines. */
    void draw() {
        double meanBase = 0;
        double meanSlope = 0;
        int samples = lines.count();
        for (int t = 0; t < samples; t++) {
            meanBase += lines.base(t) / samples;
            meanSlope += lines.slope(t) / samples;
        }
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        for (int t = 0; t < samples; t++) {
            add(lines.base(t) - meanBase, lines.slope(t) - meanSlope);
        }
        sums[1][0] = meanBase * samples;
        sums[0][1] = meanSlope * samples;
    }

    /** Evaluates the loss at a quantity; {@link #loss()} then has it, if it {@link #isValid()}. */
    void at(double quantity) {
        int samples = lines.count();
        double mean = (sums[1][0] + quantity * sums[0][1]) / samples;
        double second = moment(2, quantity) / samples;
        double deviation = Math.sqrt(Math.max(second, 0));
        double skew = deviation > 0 ? moment(3, quantity) / samples / (second * deviation) : 0;
        double excess = deviation > 0 ? moment(4, quantity) / samples / (second * second) - 3 : 0;
        isValid = CornishFisher.isValid(skew, excess);
        loss = mean + deviation * CornishFisher.quantile(z, skew, excess);
    }

    double loss() {
        return loss;
    }

    boolean isValid() {
        return isValid;
    }

    /**
     * The first quantity, from nothing upwards, at which the loss leaves a limit, or the wanted one if that comes
     * before. Because it does not depend on what is wanted, less is never allowed less. Where the correction is not
     * valid, the historical loss counts.
     */
    double mostWithin(double wanted, double limit, int place, double step) {
        double inside = 0;
        if (!isWithin(0, limit, place)) {
            return 0;
        }
        double outside = step;
        for (int k = 0; k < DOUBLINGS && isWithin(outside, limit, place); k++) {
            inside = outside;
            if (inside >= wanted) {
                return wanted;
            }
            outside *= 2;
        }
        if (isWithin(outside, limit, place)) {
            return Math.min(wanted, outside);
        }
        for (int k = 0; k < HALVINGS; k++) {
            double middle = inside + 0.5 * (outside - inside);
            if (isWithin(middle, limit, place)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return Math.min(wanted, inside);
    }

    private boolean isWithin(double quantity, double limit, int place) {
        at(quantity);
        return isValid ? loss <= limit : HistoricalLoss.isWithin(lines, quantity, limit, place);
    }

    private void add(double base, double slope) {
        double basePower = 1;
        for (int b = 0; b <= HIGHEST; b++) {
            double product = basePower;
            for (int s = 0; b + s <= HIGHEST; s++) {
                sums[b][s] += product;
                product *= slope;
            }
            basePower *= base;
        }
    }

    /** The sum of a power of the losses less their mean. */
    private double moment(int power, double quantity) {
        double sum = 0;
        double factor = 1;
        for (int s = 0; s <= power; s++) {
            sum += binomial(power, s) * sums[power - s][s] * factor;
            factor *= quantity;
        }
        return sum;
    }

    private static int binomial(int n, int k) {
        int product = 1;
        for (int i = 0; i < k; i++) {
            product = product * (n - i) / (i + 1);
        }
        return product;
    }
}
