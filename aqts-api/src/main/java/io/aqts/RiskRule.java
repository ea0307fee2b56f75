package io.aqts;

import io.aqts.trade.ReasonCode;

/**
 * One small limit. Rules are asked in order, and each may only lower what the ones before allowed.
 *
 * <p>Orders that reduce a position are never shown to rules.
 */
public interface RiskRule {

    /** {@return the reason named when this rule lowers or forbids an order} */
    ReasonCode reason();

    /**
     * How many units this rule allows.
     *
     * @param candidate the order as it stands
     * @return the most units it may be for; zero or less forbids it, and anything above what is wanted allows it
     */
    double allowedQuantity(RiskCandidate candidate);
}
