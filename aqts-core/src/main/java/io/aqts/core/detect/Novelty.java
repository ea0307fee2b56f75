package io.aqts.core.detect;

/**
 * How much one bar surprises: its return in standard deviations, together with a volume above the usual.
 *
 * <p>What is usual is taken from the bars before. A bar without volume counts for its return alone.
 */
final class Novelty {

    private static final double LEAST = 1e-6;

    private boolean isWarm;
    private double mean;
    private double variance;

    /**
     * Judges one bar, then learns its volume.
     *
     * @param change its log return
     * @param gap the time since the bar before, in units of time
     * @param scale the returns before this bar
     * @param volume its volume, zero where there is none
     * @return zero or more
     */
    double add(double change, double gap, ReturnScale scale, double volume) {
        double surprise = (change - scale.mean() * gap) / (scale.sigma() * Math.sqrt(gap));
        double crowd = volume > 0 ? Math.max(0, learn(StrictMath.log(volume))) : 0;
        return Math.sqrt(surprise * surprise + crowd * crowd);
    }

    private double learn(double logVolume) {
        if (!isWarm) {
            isWarm = true;
            mean = logVolume;
            return 0;
        }
        double off = logVolume - mean;
        double deviations = off / Math.max(LEAST, Math.sqrt(variance));
        double step = (1 - ReturnScale.DECAY) * off;
        mean += step;
        variance = ReturnScale.DECAY * (variance + off * step);
        return deviations;
    }
}
