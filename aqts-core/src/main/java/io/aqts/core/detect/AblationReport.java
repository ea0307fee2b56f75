package io.aqts.core.detect;

import io.aqts.internal.Checks;
import java.util.List;
import java.util.Locale;

/**
 * Where one ratio stands among others on the same data.
 *
 * <p>A ratio without judged events counts with an outcome of zero, that of doing nothing.
 *
 * @param reference the ratio under test
 * @param others the ratios it is compared with, in the order of their drawing, at least one
 * @param percentile the share of the others that did worse, equal ones counted half, from 0 to 100
 */
public record AblationReport(Result reference, List<Result> others, double percentile) {

    private static final double LEAST_PERCENTILE = 95;

    /** Copies the list and refuses an empty one. */
    public AblationReport {
        others = List.copyOf(others);
        Checks.that(!others.isEmpty(), "ablation.others", "hold at least one", others);
        Checks.between("ablation.percentile", percentile, 0, 100);
    }

    static AblationReport of(Result reference, List<Result> others) {
        double worse = 0;
        for (Result other : others) {
            int order = Double.compare(other.outcome() + 0.0, reference.outcome() + 0.0);
            worse += order < 0 ? 1 : order == 0 ? 0.5 : 0;
        }
        return new AblationReport(reference, others, 100 * worse / others.size());
    }

    /** {@return whether the ratio did better than 95 % of the others, on at least one judged event} */
    public boolean isSpecial() {
        return percentile > LEAST_PERCENTILE && reference.judged() > 0;
    }

    /** {@return the finding in one sentence, which claims nothing unless the ratio {@link #isSpecial}} */
    public String finding() {
        if (reference.judged() == 0) {
            return String.format(
                    Locale.ROOT,
                    "The ratio %.6f gave no event on this data whose outcome could be judged, so nothing is known of it.",
                    reference.ratio());
        }
        String claim = isSpecial()
                ? "The ratio %.6f stands out on this data, as one ratio in twenty does by chance"
                : "There is no evidence that the ratio %.6f is special on this data";
        return String.format(
                Locale.ROOT,
                claim
                        + ": its mean outcome of %.6f over %d judged events stands at percentile %.1f of %d other ratios.",
                reference.ratio(),
                reference.outcome(),
                reference.judged(),
                percentile,
                others.size());
    }

    /**
     * What one ratio brought.
     *
     * @param ratio the ratio
     * @param events how many events it gave
     * @param judged how many of them had a direction and a horizon that passed
     * @param outcome the mean outcome of those, zero if there are none
     */
    public record Result(double ratio, long events, long judged, double outcome) {}
}
