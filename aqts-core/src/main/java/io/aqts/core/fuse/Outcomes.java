package io.aqts.core.fuse;

/**
 * Predictions that wait for their horizon to pass: a ring of scores and prices, one for each bar.
 *
 * <p>What was predicted at a bar is judged when exactly the horizon's number of bars has followed, and not before.
 */
final class Outcomes {

    private final double[] scores;
    private final double[] logPrices;
    private long bars;
    private double meanMove;
    private double meanSquare;

    Outcomes(int horizonBars) {
        scores = new double[horizonBars];
        logPrices = new double[horizonBars];
    }

    /** {@return whether the bar that comes now resolves the prediction made a horizon ago} */
    boolean due() {
        return bars >= scores.length;
    }

    /** {@return the slot of the oldest prediction, which is that of the next one} */
    int slot() {
        return (int) (bars % scores.length);
    }

    /** {@return the score that was predicted a horizon ago} */
    double dueScore() {
        return scores[slot()];
    }

    /**
     * The log return over the horizon that ends now.
     *
     * @param logPrice the logarithm of the price now
     * @return the log return since the prediction that is due
     */
    double dueReturn(double logPrice) {
        double move = logPrice - logPrices[slot()];
        double pace = 2.0 / (8.0 * scores.length + 1);
        meanMove += pace * (Math.abs(move) - meanMove);
        meanSquare += pace * (move * move - meanSquare);
        return move;
    }

    void add(double score, double logPrice) {
        scores[slot()] = score;
        logPrices[slot()] = logPrice;
        bars++;
    }

    /** {@return the usual size of the log return over the horizon} */
    double usualMove() {
        return meanMove;
    }

    /** {@return the root of the mean square of the log return over the horizon} */
    double deviation() {
        return Math.sqrt(meanSquare);
    }
}
