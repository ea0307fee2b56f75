package io.aqts.core.detect;

/**
 * How alike a price looks at two speeds: the correlation of its past with the same past, stretched.
 *
 * <p>Smooth paths resemble their stretched selves by nature; only the rank of this figure among its own past means
 * anything.
 */
final class SelfSimilarity {

    private static final double LEAST_SHARE = 1e-12;

    private final int points;
    private final int[] whole;
    private final double[] part;

    /**
     * The comparison for one stretch.
     *
     * @param window bars to look back over
     * @param stretch how much slower the second look is, more than zero
     */
    SelfSimilarity(int window, double stretch) {
        this.points = (int) Math.min(window, Math.floor(window / stretch));
        this.whole = new int[points + 1];
        this.part = new double[points + 1];
        for (int j = 1; j <= points; j++) {
            double lag = stretch * j;
            whole[j] = (int) Math.min(window, lag);
            part[j] = lag - whole[j];
        }
    }

    /**
     * Compares the past of the newest bar.
     *
     * @param window the bars, at least two more than the window looked back over
     * @return the absolute correlation, from 0 to 1; 0 where one of the two did not vary
     */
    double of(BarWindow window) {
        double[] logs = window.logs();
        int end = window.end();
        double now = logs[end];
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int j = 1; j <= points; j++) {
            int at = end - whole[j];
            double near = now - logs[end - j];
            double upper = now - logs[at];
            double far = upper + part[j] * (logs[at] - logs[at - 1]);
            a += near;
            b += far;
            aa += near * near;
            bb += far * far;
            ab += near * far;
        }
        double spreadA = points * aa - a * a;
        double spreadB = points * bb - b * b;
        if (points < 3 || spreadA <= LEAST_SHARE * points * aa || spreadB <= LEAST_SHARE * points * bb) {
            return 0;
        }
        return Math.min(1, Math.abs(points * ab - a * b) / Math.sqrt(spreadA * spreadB));
    }
}
