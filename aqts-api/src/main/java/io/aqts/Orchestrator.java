package io.aqts;

import io.aqts.config.AqtsConfig;
import io.aqts.config.Overrides;
import io.aqts.market.Universe;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Restrictions;
import java.util.List;
import java.util.Optional;

/**
 * Steps a trading system through time, the same way in simulation, backtest, paper and live.
 *
 * <p>One step does, in this order:
 *
 * <ol>
 *   <li>the data source yields the next snapshot, or the end: then {@link #next()} is empty, again and again;
 *   <li>the venue meets the snapshot: orders in flight and resting ones fill or end, and the ledger books it;
 *   <li>the ledger marks to market; hold limits and the circuit breaker act <b>before</b> new risk;
 *   <li>the detectors look, fusion decides, the risk manager judges;
 *   <li>the risk gate checks every hard limit once more and alone approves orders;
 *   <li>the venue takes the orders; by default the earliest fill of a decision on a bar's close is the next bar's open;
 *   <li>the listeners get the finished step.
 * </ol>
 *
 * <p>Not for use by several threads at once; an operator's {@link #halt()} too comes between two steps. Any number of
 * orchestrators may run side by side: they share nothing.
 */
public interface Orchestrator extends AutoCloseable {

    /**
     * Advances by one step.
     *
     * @return what happened, or empty at the end of the data
     * @throws StepException if a layer failed; {@link #portfolio()} and the step count stay as before the step, and
     *     what the venue had done by then is in the exception
     * @throws DataSourceException if the data source failed
     * @throws IllegalStateException if the orchestrator is closed or has failed before
     */
    Optional<Step> next();

    /** {@return what is owned after the last step} */
    Portfolio portfolio();

    /** {@return the instruments and venues of the run} */
    Universe universe();

    /** {@return the names of the layers in the order of a step: source, detectors, fusion, risk, venue} */
    List<String> layers();

    /** {@return what the venue assumes about fills and costs, one sentence each} */
    default List<String> assumptions() {
        return List.of();
    }

    /**
     * Tells where the data comes from and what was done to it so far.
     *
     * @return what the data source tells; empty where it tells nothing
     * @throws DataSourceException if a file can no longer be read
     */
    default List<String> origins() {
        return List.of();
    }

    /** {@return whether the data is known to have no end, so that a run must be told how many steps it takes} */
    default boolean isEndless() {
        return false;
    }

    /** {@return the configuration of the run} */
    AqtsConfig config();

    /**
     * Halts trading on an operator's word: from the next step on, what would open a position is recalled, every
     * position is closed, and nothing is opened until {@link #resume()}. Neither time nor equity ends it. A reset does.
     *
     * @throws IllegalStateException if the orchestrator is closed
     */
    void halt();

    /**
     * Throws the kill switch from the next step on, at one of its levels. A level already thrown is never lowered by
     * throwing a milder one. Neither time nor equity ends it; {@link #resume()} and a reset do.
     *
     * @param level how hard trading is stopped
     * @throws IllegalStateException if the orchestrator is closed
     */
    void kill(KillSwitch level);

    /**
     * Asks what would become of an intent if it came before the risk gate now, with the portfolio after the last step
     * and the prices of that step. Nothing changes by asking, not even in rules of your own that keep their promise.
     *
     * @param intent what is wanted, which may be anything
     * @return each rule and limit in order, with what it would leave, and the verdict
     * @throws IllegalStateException if the orchestrator is closed or there was no step yet
     */
    WhatIf whatIf(OrderIntent intent);

    /**
     * Tells when and why trading was restricted since the start, whoever or whatever restricted it. What an operator
     * does is told from the next step on, in which it takes effect.
     *
     * @return the first of them and those that last, with how many there were
     */
    default Restrictions restrictions() {
        return Restrictions.NONE;
    }

    /**
     * Lets trading go on from the next step, whatever stopped or slowed it: an operator, a rule or the circuit breaker.
     * Losses are then counted from the equity of that step, so that the breaker and the rules may trip anew.
     *
     * @throws IllegalStateException if the orchestrator is closed
     */
    void resume();

    /** Goes back to the start with layers made anew: what follows equals a first run. */
    void reset();

    /**
     * Goes back to the start with a changed configuration.
     *
     * @param overrides what to change
     * @throws IllegalArgumentException if a setting is unknown or impossible; everything then stays as it was
     */
    void reset(Overrides overrides);

    /** Closes the data source and the venue. Closing twice does nothing. */
    @Override
    void close();
}
