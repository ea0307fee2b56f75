package io.aqts.core.fuse;

/**
 * What a raw score has been worth: the share of rises among the outcomes that followed scores like it.
 *
 * <p>Scores from -1 to 1 fall into bins of equal width. Each bin's share is drawn towards one half as if that had been
 * seen in a fixed number of further outcomes, and the shares are made to rise with the score by pooling adjacent
 * violators (Ayer et al. 1955). Outcomes that overlap in time carry less weight than one each. Only outcomes handed to
 * {@link #resolve} count.
 */
final class Calibration {

    private static final double PRIOR_OUTCOMES = 20;

    private final double[] weight;
    private final double[] rises;
    private final double[] level;
    private final double[] mass;
    private final double[] fitted;
    private final int[] widths;
    private final double outcomeWeight;
    private long resolved;
    private boolean stale = true;

    /**
     * A calibration without a record.
     *
     * @param bins how many bins, at least 2
     * @param overlap how many outcomes share the same stretch of time, at least 1
     */
    Calibration(int bins, int overlap) {
        weight = new double[bins];
        rises = new double[bins];
        level = new double[bins];
        mass = new double[bins];
        fitted = new double[bins];
        widths = new int[bins];
        outcomeWeight = 1.0 / overlap;
    }

    void resolve(double score, boolean rose) {
        int bin = bin(score);
        weight[bin] += outcomeWeight;
        if (rose) {
            rises[bin] += outcomeWeight;
        }
        resolved++;
        stale = true;
    }

    long resolved() {
        return resolved;
    }

    double probability(double score) {
        if (stale) {
            fit();
            stale = false;
        }
        return fitted[bin(score)];
    }

    private int bin(double score) {
        int bins = weight.length;
        int bin = (int) ((score + 1) * 0.5 * bins);
        return Math.max(0, Math.min(bins - 1, bin));
    }

    private void fit() {
        int blocks = 0;
        for (int i = 0; i < weight.length; i++) {
            level[blocks] = (rises[i] + 0.5 * PRIOR_OUTCOMES) / (weight[i] + PRIOR_OUTCOMES);
            mass[blocks] = weight[i] + PRIOR_OUTCOMES;
            int width = 1;
            while (blocks > 0 && level[blocks - 1] > level[blocks]) {
                double sum = mass[blocks - 1] + mass[blocks];
                level[blocks - 1] = (level[blocks - 1] * mass[blocks - 1] + level[blocks] * mass[blocks]) / sum;
                mass[blocks - 1] = sum;
                blocks--;
                width += widths[blocks];
            }
            widths[blocks] = width;
            blocks++;
        }
        spread(blocks);
    }

    private void spread(int blocks) {
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < widths[block]; i++) {
                fitted[at++] = level[block];
            }
        }
    }
}
