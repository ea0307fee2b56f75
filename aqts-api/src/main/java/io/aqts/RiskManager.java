package io.aqts;

import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Decision;
import io.aqts.trade.Portfolio;
import io.aqts.trade.RiskVerdict;
import java.util.List;

/**
 * Judges proposals: what may be done, how much of it, and why not more.
 *
 * <p>Every implementation keeps these promises, which {@code RiskManagerContract} tests:
 *
 * <ul>
 *   <li><b>Deterministic.</b> The same calls in the same order give the same verdicts.
 *   <li><b>Complete.</b> Every proposal other than a hold gets exactly one verdict, with a reason.
 *   <li><b>Bounded.</b> What it approves keeps within the limits it was configured with.
 *   <li><b>Way out.</b> Leaving a position is never forbidden.
 * </ul>
 *
 * <p>A risk manager cannot place orders. What it approves goes to the risk gate, which judges it once more and cannot
 * be replaced. Calls come from one thread.
 */
@FunctionalInterface
public interface RiskManager {

    /**
     * Judges the proposals of one moment.
     *
     * @param decision what is proposed
     * @param snapshot the market now
     * @param portfolio what is owned now, marked to this snapshot
     * @return one verdict for each proposal other than a hold, in the order of the proposals
     */
    List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio);
}
