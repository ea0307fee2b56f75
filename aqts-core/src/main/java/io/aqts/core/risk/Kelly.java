package io.aqts.core.risk;

/**
 * The growth-optimal share of capital to stake, and how little of it an estimate deserves.
 *
 * <p>After Kelly, A New Interpretation of Information Rate (1956), and Baker and McHale, Optimal Betting Under
 * Parameter Uncertainty (2013).
 */
final class Kelly {

    private Kelly() {}

    /**
     * The growth-optimal stake on a bet that pays {@code payoff} for each unit lost.
     *
     * @param probability the chance of winning, from 0 to 1
     * @param payoff the average win divided by the average loss, more than zero
     * @return the share of capital to stake, zero if the bet has no edge
     */
    static double fraction(double probability, double payoff) {
        return Math.max(0, probability - (1 - probability) / payoff);
    }

    /**
     * The share of the Kelly stake to keep because the chance of winning is only estimated.
     *
     * @param probability the estimate, from 0 to 1
     * @param payoff the average win divided by the average loss, more than zero
     * @param outcomes how many outcomes the estimate rests on, more than zero
     * @return from 0 (no edge or no evidence) towards 1
     */
    static double shrinkage(double probability, double payoff, long outcomes) {
        double edge = (payoff + 1) * probability - 1;
        if (!(edge > 0)) {
            return 0;
        }
        double variance = (payoff + 1) * (payoff + 1) * probability * (1 - probability) / outcomes;
        return edge * edge / (edge * edge + variance);
    }
}
