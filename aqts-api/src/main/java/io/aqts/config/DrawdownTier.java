package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.List;

/**
 * What is still allowed once a share of the highest equity is lost.
 *
 * @param drawdown the share lost from which it applies; 0 to 1
 * @param riskShare the most one trade may lose at its stop, as a share of equity, or be worth if it has no stop; 0 to
 *     1, where 0 stops all openings until an operator resumes trading
 * @param maxPositions how many instruments may be held or ordered at once; 0 to 1,000,000
 */
public record DrawdownTier(double drawdown, double riskShare, int maxPositions) {

    public DrawdownTier {
        Checks.between("risk.rules.losses.tiers[].drawdown", drawdown, 0, 1);
        Checks.between("risk.rules.losses.tiers[].riskShare", riskShare, 0, 1);
        Limits.between("risk.rules.losses.tiers[].maxPositions", maxPositions, 0, Limits.MOST_BARS);
    }

    /**
     * {@return the usual ladder: 2 % a trade, 1.5 % from a loss of 10 %, 1 % and 5 positions from 15 %, a stop at 20 %}
     */
    public static List<DrawdownTier> usual() {
        return List.of(
                new DrawdownTier(0, 0.02, Limits.MOST_BARS),
                new DrawdownTier(0.10, 0.015, Limits.MOST_BARS),
                new DrawdownTier(0.15, 0.01, 5),
                new DrawdownTier(0.20, 0, 0));
    }
}
