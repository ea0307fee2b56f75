package io.aqts;

import io.aqts.trade.ReasonCode;

/**
 * One small limit. Rules are asked in order, and each may only lower what the ones before allowed.
 *
 * <ul>
 *   <li><b>Openings only.</b> Orders that reduce a position are never shown to rules.
 *   <li><b>Asked freely.</b> Asking changes nothing: the same question between two pieces of news gets the same answer,
 *       however often and by whomever it is asked. What a rule remembers it learns as a {@link RiskObserver}.
 *   <li><b>Absolute.</b> A rule answers how many units are allowed in all, not which part of what is wanted, because an
 *       order passes it more than once: before a risk manager proposes it, and before the gate approves it.
 *   <li><b>Monotone.</b> Of less that is wanted, no more is allowed; except by a rule that refuses a size as such and
 *       says so. What was allowed is allowed again.
 * </ul>
 */
public interface RiskRule {

    /** {@return the reason named when this rule lowers or forbids an order} */
    ReasonCode reason();

    /**
     * How many units this rule allows.
     *
     * @param candidate the order as it stands
     * @return the most units it may be for; zero or less, or not a number, forbids it, and anything above what is
     *     wanted allows it
     */
    double allowedQuantity(RiskCandidate candidate);

    /**
     * The reason named when this rule lowers or forbids a certain order, where it can tell more than {@link #reason()}.
     *
     * @param candidate the order as it was asked about
     * @return the reason
     */
    default ReasonCode reasonFor(RiskCandidate candidate) {
        return reason();
    }
}
