package io.aqts.core.risk;

import io.aqts.config.BreakerConfig;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RestrictionCause;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The switch that slows trading down and then stops it when too much of the highest equity is lost.
 *
 * <ul>
 *   <li><b>Latched.</b> The state gets worse by itself and never better by itself, whatever the next mark is.
 *   <li><b>{@link RiskState#REDUCING}</b> begins when the share lost reaches {@code reduceAt}. It ends when the whole
 *       loss is made good, that is at the equity it was counted from, or after the cool-off.
 *   <li><b>{@link RiskState#HALTED}</b> begins when the share lost reaches {@code haltAt}, or when equity is not a
 *       finite number of more than zero. It ends after the cool-off. A rise in equity does not end it.
 *   <li><b>Cool-off</b> is counted in event time from the step that brought the present state; zero means never. The
 *       end of a halt starts all counting anew from the equity of that moment. The end of a reduction forgives only the
 *       loss counted for reductions: what leads to a halt is still counted from the highest equity, so that no series
 *       of small reductions adds up to more than {@code haltAt}.
 *   <li><b>Operator.</b> {@link #halt()} halts whatever the equity is, and no cool-off ends that. Losses are counted on
 *       under it, and restrict and are told as ever. {@link #resume()} ends any restriction and starts all counting
 *       anew.
 *   <li><b>Kill switch.</b> {@link #kill} latches a level, whatever the equity is and does, until {@link #resume()}. A
 *       milder level never replaces a harder one.
 * </ul>
 *
 * <p>One breaker belongs to one run. Not for use by several threads.
 */
public final class CircuitBreaker {

    private final double reduceAt;
    private final double haltAt;
    private final long coolOffNanos;

    private RiskState state = RiskState.NORMAL;
    private boolean isHeld;
    private @Nullable RestrictionCause tripped;
    private RestrictionCause.@Nullable Killed killed;
    private List<RestrictionCause> causes = List.of();
    private long sinceNanos;
    private double peak = Double.NEGATIVE_INFINITY;
    private double reducePeak = Double.NEGATIVE_INFINITY;
    private double harmless = Double.POSITIVE_INFINITY;

    /**
     * A breaker in its normal state that has seen no equity yet.
     *
     * @param config when it trips and how long it stays so
     */
    public CircuitBreaker(BreakerConfig config) {
        this.reduceAt = config.reduceAt();
        this.haltAt = config.haltAt();
        this.coolOffNanos = config.coolOff().toNanos();
    }

    /**
     * Takes in the equity of one step, before any new risk is taken on.
     *
     * @param markedEquity cash and positions at their marks, in the currency of account
     * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z, never before the one before
     * @return the state from now on
     */
    public RiskState update(double markedEquity, long epochNanos) {
        boolean sound = markedEquity > 0 && markedEquity < Double.POSITIVE_INFINITY;
        if (!sound) {
            if (state != RiskState.HALTED) {
                enter(new RestrictionCause.UnsoundEquity(markedEquity), epochNanos);
            }
            return state();
        }
        if (state != RiskState.NORMAL) {
            recover(markedEquity, epochNanos);
        }
        if (state == RiskState.NORMAL && markedEquity >= reducePeak) {
            reducePeak = markedEquity;
            peak = Math.max(peak, markedEquity);
            harmless = Double.POSITIVE_INFINITY;
        }
        if (markedEquity < peak && markedEquity < harmless) {
            trip(markedEquity, epochNanos);
            harmless = state == RiskState.NORMAL ? markedEquity : Double.POSITIVE_INFINITY;
        }
        return state();
    }

    /** {@return how far trading may go now} */
    public RiskState state() {
        RestrictionCause thrown = killed;
        RiskState counted = isHeld ? RiskState.HALTED : state;
        return thrown == null ? counted : counted.worse(thrown.state());
    }

    /**
     * Tells an operator's halt, the kill switch and a loss apart, which may hold at once.
     *
     * @return why the state is not normal; empty if it is
     */
    public List<RestrictionCause> causes() {
        return causes;
    }

    /** {@return the equity from which the loss that halts is counted; negative infinity before the first update} */
    public double peak() {
        return peak;
    }

    /** Halts on an operator's word, until {@link #resume()}. */
    public void halt() {
        isHeld = true;
        recount();
    }

    /**
     * Throws the kill switch.
     *
     * @param wanted how hard trading is stopped, from the next look on
     * @param reason why: {@link ReasonCode#KILL_SWITCH} on an operator's word, else that of the rule that wants it
     */
    public void kill(KillSwitch wanted, ReasonCode reason) {
        RestrictionCause.Killed thrown = killed;
        if (thrown == null || wanted.compareTo(thrown.level()) > 0) {
            killed = new RestrictionCause.Killed(wanted, reason);
            recount();
        }
    }

    /** Ends any restriction on an operator's word. The next equity is the one losses are counted from. */
    public void resume() {
        state = RiskState.NORMAL;
        isHeld = false;
        tripped = null;
        killed = null;
        recount();
        peak = Double.NEGATIVE_INFINITY;
        reducePeak = Double.NEGATIVE_INFINITY;
    }

    /** {@return whether all positions are to be closed} */
    public boolean closesAll() {
        return isHeld || state == RiskState.HALTED || isFlattening();
    }

    /**
     * The way out of every position, once trading is halted or the kill switch flattens.
     *
     * @param portfolio what is owned now
     * @return an approval to close for each open position that the orders under way do not close wholly; empty unless
     *     they are to be closed. The gate cuts it to what they leave
     */
    public List<RiskVerdict> exits(Portfolio portfolio) {
        if (!closesAll()) {
            return List.of();
        }
        ReasonCode reason = isFlattening() ? ReasonCode.KILL_SWITCH : ReasonCode.CIRCUIT_BREAKER;
        List<RiskVerdict> exits = new ArrayList<>();
        for (int i = 0; i < portfolio.positions().size(); i++) {
            if (Rulebook.isToBeLeft(portfolio, i)) {
                exits.add(Rulebook.exit(portfolio, i, reason));
            }
        }
        return List.copyOf(exits);
    }

    private void recover(double equity, long epochNanos) {
        boolean cooled = coolOffNanos > 0 && epochNanos - sinceNanos >= coolOffNanos;
        if (state == RiskState.HALTED && cooled) {
            state = RiskState.NORMAL;
            peak = equity;
            reducePeak = equity;
            tripped = null;
            recount();
        } else if (state == RiskState.REDUCING && (cooled || equity >= reducePeak)) {
            state = RiskState.NORMAL;
            reducePeak = equity;
            tripped = null;
            recount();
        }
    }

    private void trip(double equity, long epochNanos) {
        double loss = (peak - equity) / peak;
        double recent = (reducePeak - equity) / reducePeak;
        if (state != RiskState.HALTED && loss >= haltAt) {
            enter(new RestrictionCause.Drawdown(RiskState.HALTED, loss), epochNanos);
        } else if (state == RiskState.NORMAL && recent >= reduceAt) {
            enter(new RestrictionCause.Drawdown(RiskState.REDUCING, recent), epochNanos);
        }
    }

    private void enter(RestrictionCause cause, long epochNanos) {
        state = cause.state();
        sinceNanos = epochNanos;
        tripped = cause;
        recount();
    }

    private boolean isFlattening() {
        RestrictionCause.Killed thrown = killed;
        return thrown != null && thrown.level() == KillSwitch.FLATTEN;
    }

    private void recount() {
        List<RestrictionCause> all = new ArrayList<>();
        if (isHeld) {
            all.add(new RestrictionCause.Operator());
        }
        if (killed != null) {
            all.add(killed);
        }
        if (tripped != null) {
            all.add(tripped);
        }
        causes = List.copyOf(all);
    }
}
