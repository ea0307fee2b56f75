package io.aqts.trade;

/** How far the circuit breaker lets trading go. It is latched: it gets worse by itself, and better only by a rule. */
public enum RiskState {
    /** Everything within the limits is allowed. */
    NORMAL,
    /** Positions may shrink and may not grow. */
    REDUCING,
    /** Positions are being closed, and nothing may be opened. */
    HALTED
}
