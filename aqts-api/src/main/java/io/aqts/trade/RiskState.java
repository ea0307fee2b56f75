package io.aqts.trade;

/**
 * How far trading may go, from free to stopped. The circuit breaker's states are latched: they get worse by themselves,
 * and better only by a rule. Of several demands the last in this order holds.
 */
public enum RiskState {
    /** Everything within the limits is allowed. */
    NORMAL,
    /** Positions may be opened with little at risk, until a severe loss is made good. */
    RECOVERY,
    /** Positions may shrink and may not grow. */
    REDUCING,
    /** Positions are being closed, and nothing may be opened. */
    HALTED,
    /** The kill switch was thrown: nothing may be opened until an operator resumes trading. */
    KILL_SWITCH;

    /** {@return whether positions may be opened or enlarged} */
    public boolean allowsOpening() {
        return this == NORMAL || this == RECOVERY;
    }

    /**
     * The more severe of two states.
     *
     * @param other another state
     * @return the one that holds
     */
    public RiskState worse(RiskState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
