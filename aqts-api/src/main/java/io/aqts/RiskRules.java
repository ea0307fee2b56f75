package io.aqts;

import io.aqts.trade.ReasonCode;

/**
 * The rules of a run, as all of its layers may ask them: in order, and without changing anything.
 *
 * <p>They are the very rules the risk gate enforces. To ask them before makes a size fit that would be cut later; not
 * to ask them gains nothing.
 */
public interface RiskRules {

    /** No rule at all. */
    RiskRules NONE = new RiskRules() {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public double allowedQuantity(int rule, RiskCandidate candidate) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public ReasonCode reasonFor(int rule, RiskCandidate candidate) {
            return ReasonCode.REQUESTED;
        }
    };

    /** {@return how many rules there are} */
    int size();

    /**
     * How many units a rule allows.
     *
     * @param rule its place in the order of the rules, from 0
     * @param candidate the order as the rules before left it
     * @return the most units it may be for
     */
    double allowedQuantity(int rule, RiskCandidate candidate);

    /**
     * The reason a rule names when it lowers or forbids an order.
     *
     * @param rule its place in the order of the rules, from 0
     * @param candidate the order as the rules before left it
     * @return the reason
     */
    ReasonCode reasonFor(int rule, RiskCandidate candidate);
}
