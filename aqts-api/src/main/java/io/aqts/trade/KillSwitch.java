package io.aqts.trade;

/**
 * How hard trading is stopped by an operator or a rule, from mild to severe. Each does what the ones before do.
 *
 * <p>Every level is latched until an operator resumes trading, calls back what would open a position, and leaves the
 * way out of positions free: exits, protective ones included, are allowed at all of them.
 */
public enum KillSwitch {
    /** Nothing may be opened or enlarged. The state is {@link RiskState#REDUCING} unless something worse holds. */
    REDUCE_ONLY(RiskState.REDUCING),
    /** Trading is stopped whatever the breaker would allow; positions stay as they are until they are left. */
    HALT(RiskState.KILL_SWITCH),
    /** All positions are closed besides. */
    FLATTEN(RiskState.KILL_SWITCH);

    private final RiskState state;

    KillSwitch(RiskState state) {
        this.state = state;
    }

    /** {@return the state trading is in at least} */
    public RiskState state() {
        return state;
    }
}
