package io.aqts.core.risk;

import io.aqts.config.SizingConfig;

/**
 * The wins and losses of closed trades, each as a multiple of what was at risk, and the stake they justify.
 *
 * <p>The chance of winning is a beta posterior over the prior wins and losses, used at its lower credible bound. The
 * average win and loss are shrunk by the same prior: prior wins of the planned reward, prior losses of one whole risk.
 */
final class TradeRecord {

    private static final double UNKNOWN = -1;

    private final SizingConfig sizing;
    private final double plannedReward;
    private long wins;
    private long losses;
    private double won;
    private double lost;
    private double stake = UNKNOWN;

    TradeRecord(SizingConfig sizing, double plannedReward) {
        this.sizing = sizing;
        this.plannedReward = plannedReward;
    }

    /** Takes in a closed trade: what it earned after fees, divided by what was at risk. Zero is a loss of nothing. */
    void add(double riskMultiple) {
        if (riskMultiple > 0) {
            wins++;
            won += riskMultiple;
        } else {
            losses++;
            lost -= riskMultiple;
        }
        stake = UNKNOWN;
    }

    long size() {
        return wins + losses;
    }

    boolean isTooShort() {
        return size() < sizing.minimumRecord();
    }

    /** What a win earns for each unit a loss costs, on average. */
    double payoff() {
        double win = (won + sizing.priorWins() * plannedReward) / (wins + sizing.priorWins());
        double loss = (lost + sizing.priorLosses()) / (losses + sizing.priorLosses());
        return win / loss;
    }

    /** The chance of winning that is exceeded with the credible level. */
    double lowerBound() {
        return BetaQuantile.of(1 - sizing.credibleLevel(), wins + sizing.priorWins(), losses + sizing.priorLosses());
    }

    /** The chance of winning in the mean. */
    double mean() {
        double alpha = wins + sizing.priorWins();
        return alpha / (alpha + losses + sizing.priorLosses());
    }

    /** The share of equity to risk by this record; zero if it shows no edge. */
    double stake() {
        if (stake == UNKNOWN) {
            double payoff = payoff();
            double kelly = Kelly.fraction(lowerBound(), payoff);
            double shrinkage = kelly == 0 ? 0 : Kelly.shrinkage(mean(), payoff, Math.max(size(), 1));
            stake = Math.min(kelly * shrinkage * sizing.kellyFraction(), sizing.riskPerTradeCap());
        }
        return stake;
    }
}
