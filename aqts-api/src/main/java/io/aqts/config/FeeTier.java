package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;

/**
 * What is charged from a volume on.
 *
 * @param fromVolume the notional traded within the window from which it applies, in quote currency; more than zero
 * @param makerBps the fee for adding liquidity, in basis points of notional; −100 to 1000, negative is a rebate
 * @param takerBps the fee for taking liquidity, in basis points of notional; −100 to 1000
 */
public record FeeTier(Decimal fromVolume, double makerBps, double takerBps) {

    private static final String PATH = "execution.fees.tiers[].";

    public FeeTier {
        Checks.that(fromVolume.isPositive(), PATH + "fromVolume", "be more than zero", fromVolume);
        Limits.feeBps(PATH + "makerBps", makerBps);
        Limits.feeBps(PATH + "takerBps", takerBps);
    }
}
