package io.aqts.trade;

import java.util.Locale;

/**
 * Why trading is restricted. Several causes may hold at once; the worst of their states is that of trading.
 *
 * <p>The text of a cause is for people; programs tell causes apart by their type or by {@link #code()}.
 */
public sealed interface RestrictionCause {

    /**
     * An operator halted trading; only an operator lets it go on.
     *
     * @see io.aqts.Orchestrator#halt()
     */
    record Operator() implements RestrictionCause {

        @Override
        public RiskState state() {
            return RiskState.HALTED;
        }

        @Override
        public String code() {
            return "OPERATOR";
        }

        @Override
        public String toString() {
            return "halted by an operator";
        }
    }

    /**
     * The kill switch was thrown; only an operator lets trading go on.
     *
     * @param level how hard trading is stopped
     * @param reason {@link ReasonCode#KILL_SWITCH} for an operator, else the reason of the rule that threw it
     */
    record Killed(KillSwitch level, ReasonCode reason) implements RestrictionCause {

        @Override
        public RiskState state() {
            return level.state();
        }

        @Override
        public String code() {
            return "KILL_SWITCH";
        }

        @Override
        public String toString() {
            String thrower = reason.equals(ReasonCode.KILL_SWITCH) ? "an operator" : "rule " + reason.code();
            return "kill switch at " + level + ", thrown by " + thrower;
        }
    }

    /**
     * The circuit breaker tripped, because too much of the highest equity was lost.
     *
     * @param state {@link RiskState#REDUCING} or {@link RiskState#HALTED}
     * @param loss what was lost when it tripped, as a share of the equity the loss is counted from, more than 0
     */
    record Drawdown(RiskState state, double loss) implements RestrictionCause {

        @Override
        public String code() {
            return "DRAWDOWN";
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "circuit breaker, drawdown of %.2f %%", 100 * loss);
        }
    }

    /**
     * The circuit breaker tripped, because the equity was not a finite number of more than zero.
     *
     * @param equity what it was then, in the currency of account
     */
    record UnsoundEquity(double equity) implements RestrictionCause {

        @Override
        public RiskState state() {
            return RiskState.HALTED;
        }

        @Override
        public String code() {
            return "EQUITY";
        }

        @Override
        public String toString() {
            return "circuit breaker, the equity was " + equity;
        }
    }

    /**
     * A rule demands it.
     *
     * @param state what the rule demands
     * @param reason the reason the rule names
     */
    record Rule(RiskState state, ReasonCode reason) implements RestrictionCause {

        @Override
        public String code() {
            return "RULE";
        }

        @Override
        public String toString() {
            return "rule " + reason.code();
        }
    }

    /** The equity has come down to the maintenance margin, and positions are liquidated. */
    record MarginCall() implements RestrictionCause {

        @Override
        public RiskState state() {
            return RiskState.REDUCING;
        }

        @Override
        public String code() {
            return "MARGIN_CALL";
        }

        @Override
        public String toString() {
            return "margin call";
        }
    }

    /** {@return how far this cause alone lets trading go} */
    RiskState state();

    /** {@return the kind of the cause, as a word that machines can count, such as {@code DRAWDOWN}} */
    String code();
}
