package io.aqts;

import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;

/** A rule that does more than to refuse: it restricts trading as a whole, or demands that positions be left. */
public interface RiskTrigger {

    /**
     * How far trading may go in the view of this rule. The worst view of all rules and of the circuit breaker holds.
     *
     * <p>What would open a position is called back in any state that does not allow to open one. A demand of
     * {@link RiskState#KILL_SWITCH} is latched until an operator resumes trading; the others last as long as the rule
     * demands them.
     *
     * @return the state, {@link RiskState#NORMAL} for no restriction
     */
    default RiskState demandedState() {
        return RiskState.NORMAL;
    }

    /**
     * Whether the position in an instrument must be left now.
     *
     * @param instrument the index of the instrument
     * @return whether all of it is to be closed
     */
    default boolean demandsExit(int instrument) {
        return false;
    }

    /** {@return the reason named for such exits} */
    default ReasonCode exitReason() {
        return ReasonCode.REQUESTED;
    }
}
