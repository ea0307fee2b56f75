package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskRules;
import io.aqts.RiskTrigger;
import io.aqts.RiskView;
import io.aqts.core.risk.rule.ConfiguredRules;
import io.aqts.performance.ClosedTrade;
import io.aqts.signal.Decision;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RestrictionCause;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one run: those of its configuration and then those of the user, in their order. It tells those that
 * remember what happened, and collects what those that restrict trading demand.
 *
 * <p>Layers are given {@link #asRules()}, which can be asked and not be told anything.
 */
public final class Rulebook {

    private final RiskRule[] rules;
    private final RiskObserver[] observers;
    private final RiskTrigger[] triggers;
    private final ReasonCode[] causes;
    private final RiskState[] demands;
    private RiskState demanded = RiskState.NORMAL;
    private ReasonCode cause = ReasonCode.CIRCUIT_BREAKER;

    /**
     * The rules of a run, without memory.
     *
     * @param context the configuration and the instruments of the run
     * @param more rules asked after those of the configuration
     */
    public Rulebook(LayerContext context, List<RiskRule> more) {
        ConfiguredRules configured = ConfiguredRules.of(context);
        List<RiskRule> all = new ArrayList<>(configured.rules());
        all.addAll(more);
        List<RiskObserver> watching = new ArrayList<>(configured.memories());
        List<RiskTrigger> demanding = new ArrayList<>();
        List<ReasonCode> reasons = new ArrayList<>();
        for (RiskRule rule : all) {
            if (rule instanceof RiskObserver observer && watching.stream().noneMatch(other -> other == observer)) {
                watching.add(observer);
            }
            if (rule instanceof RiskTrigger trigger) {
                demanding.add(trigger);
                reasons.add(rule.reason());
            }
        }
        rules = all.toArray(new RiskRule[0]);
        observers = watching.toArray(new RiskObserver[0]);
        triggers = demanding.toArray(new RiskTrigger[0]);
        causes = reasons.toArray(new ReasonCode[0]);
        demands = new RiskState[triggers.length];
        Arrays.fill(demands, RiskState.NORMAL);
    }

    /** {@return the rules as layers may ask them} */
    public RiskRules asRules() {
        return new Asking(rules);
    }

    /** {@return whether a step must be told to anyone} */
    public boolean isWatching() {
        return observers.length > 0 || triggers.length > 0;
    }

    /**
     * Tells of a fill.
     *
     * @param fill what was traded
     * @param closed the round trip it ended, if it did
     */
    public void onFill(Fill fill, Optional<ClosedTrade> closed) {
        for (RiskObserver observer : observers) {
            observer.onFill(fill);
            if (closed.isPresent()) {
                observer.onTrade(closed.get());
            }
        }
    }

    /**
     * Tells of a round trip that ended without a fill, as by a final settlement.
     *
     * @param closed the round trip
     */
    public void onTrade(ClosedTrade closed) {
        for (RiskObserver observer : observers) {
            observer.onTrade(closed);
        }
    }

    /**
     * Tells that a step begins.
     *
     * @param view the moment
     * @return the worst state that any rule demands then
     */
    public RiskState onStep(RiskView view) {
        for (RiskObserver observer : observers) {
            observer.onStep(view);
        }
        demanded = RiskState.NORMAL;
        for (int i = 0; i < triggers.length; i++) {
            RiskState state = triggers[i].demandedState();
            demands[i] = state;
            if (state.compareTo(demanded) > 0) {
                demanded = state;
                cause = causes[i];
            }
        }
        return demanded;
    }

    /**
     * Tells which rules restrict trading, as they said when the step began. A rule that throws the kill switch is left
     * to the breaker, which keeps it thrown.
     *
     * @param causes gets one for each of them, in the order of the rules
     */
    public void tell(List<RestrictionCause> causes) {
        for (int i = 0; i < demands.length; i++) {
            RiskState state = demands[i];
            if (state != RiskState.NORMAL && state != RiskState.KILL_SWITCH) {
                causes.add(new RestrictionCause.Rule(state, this.causes[i]));
            }
        }
    }

    /**
     * Why a state does not allow an opening.
     *
     * @param state the state
     * @return the reason of the first rule that demanded it at the last step, or that of the breaker
     */
    public ReasonCode why(RiskState state) {
        if (state == demanded) {
            return cause;
        }
        return state == RiskState.KILL_SWITCH ? ReasonCode.KILL_SWITCH : ReasonCode.CIRCUIT_BREAKER;
    }

    /**
     * Tells what fusion decided.
     *
     * @param decision what it proposes
     */
    public void onDecision(Decision decision) {
        for (RiskObserver observer : observers) {
            observer.onDecision(decision);
        }
    }

    /** Tells that an operator lets trading go on. */
    public void onResume() {
        for (RiskObserver observer : observers) {
            observer.onResume();
        }
    }

    void onAmendment(ApprovedOrder revised) {
        for (RiskObserver observer : observers) {
            observer.onAmendment(revised.id(), revised.epochNanos());
        }
    }

    void onApproval(ApprovedOrder order) {
        for (RiskObserver observer : observers) {
            observer.onApproval(order);
        }
    }

    /**
     * The way out of positions that rules demand to be left.
     *
     * @param portfolio what is owned now
     * @param others the exits that are demanded already, whose instruments are left out
     * @return all of them, those of others first
     */
    public List<RiskVerdict> exits(Portfolio portfolio, List<RiskVerdict> others) {
        List<RiskVerdict> all = others;
        for (RiskTrigger trigger : triggers) {
            for (int i = 0; i < portfolio.positions().size(); i++) {
                if (trigger.demandsExit(i) && isToBeLeft(portfolio, i) && !isAmong(all, i)) {
                    all = new ArrayList<>(all);
                    all.add(exit(portfolio, i, trigger.exitReason()));
                }
            }
        }
        return all == others ? others : List.copyOf(all);
    }

    /** Whether something is held that the orders under way do not close wholly. */
    static boolean isToBeLeft(Portfolio portfolio, int instrument) {
        Decimal held = portfolio.position(instrument).quantity();
        Side side = held.isNegative() ? Side.BUY : Side.SELL;
        return held.abs().isGreaterThan(OrdersUnderWay.units(portfolio, instrument, side));
    }

    /** The verdict that leaves a position. */
    static RiskVerdict exit(Portfolio portfolio, int instrument, ReasonCode reason) {
        Side side = portfolio.position(instrument).quantity().isNegative() ? Side.BUY : Side.SELL;
        return new RiskVerdict.Approved(OrderIntent.close(instrument, side, reason), List.of(reason));
    }

    private static boolean isAmong(List<RiskVerdict> verdicts, int instrument) {
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).instrument() == instrument) {
                return true;
            }
        }
        return false;
    }

    /** The rules without the book around them. */
    private static final class Asking implements RiskRules {

        private final RiskRule[] rules;

        Asking(RiskRule[] rules) {
            this.rules = rules;
        }

        @Override
        public int size() {
            return rules.length;
        }

        @Override
        public double allowedQuantity(int rule, RiskCandidate candidate) {
            return rules[rule].allowedQuantity(candidate);
        }

        @Override
        public ReasonCode reasonFor(int rule, RiskCandidate candidate) {
            return rules[rule].reasonFor(candidate);
        }
    }
}
