package io.aqts;

import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.OrderFeature;
import io.aqts.trade.ReasonCode;
import java.util.List;
import java.util.Set;

/**
 * Takes approved orders and reports what becomes of them.
 *
 * <p>Every implementation keeps these promises, which {@code ExecutionVenueContract} tests:
 *
 * <ul>
 *   <li><b>Deterministic.</b> The same calls in the same order give the same events.
 *   <li><b>No more than approved.</b> What fills never exceeds the order, never costs more than the amount to spend,
 *       and never is worse than its limit.
 *   <li><b>No past.</b> An order fills only from snapshots after the one it was decided on.
 *   <li><b>Ends once.</b> Every order ends in exactly one of filled, canceled or rejected, and nothing follows but the
 *       fills of its protective exits.
 *   <li><b>Says what it takes.</b> Its {@linkplain #offers() offers} are taken; what they do not hold is rejected.
 *   <li><b>Once only.</b> An approval that was submitted before is rejected.
 * </ul>
 *
 * <p>A fill says of {@linkplain io.aqts.trade.Fill#sinceNanos() which moment} the news are that it was made of. A venue
 * that fills on bars should say the start of the bar, else who bought at its open counts as having bought at its end,
 * and receives no dividend that came between.
 *
 * <p>A venue that code outside its run can reach should also refuse what another run approved: see
 * {@link ApprovedOrder#isOf}. {@code PaperVenue} does.
 *
 * <p>Calls come from one thread.
 */
public interface ExecutionVenue extends AutoCloseable {

    /**
     * Meets the next snapshot: orders in flight arrive, resting ones fill, late ones are canceled.
     *
     * @param snapshot the market now
     * @return what happened, in the order of its happening
     */
    List<ExecutionEvent> meet(MarketSnapshot snapshot);

    /**
     * Takes an order.
     *
     * @param order the order, approved by the risk gate
     * @return what is known at once, such as that the order was accepted or rejected
     */
    List<ExecutionEvent> submit(ApprovedOrder order);

    /**
     * Asks that what is left of an order, and the exits it would arm, be canceled.
     *
     * @param orderId the approval
     * @return what is known at once; empty if there is no such order any more
     */
    List<ExecutionEvent> cancel(long orderId);

    /**
     * States what orders may ask of it. What asks for anything else it rejects with {@link ReasonCode#NOT_SUPPORTED},
     * and nothing that asks for no more it rejects for that reason, unless the conditions contradict one another.
     *
     * @return the types, times in force and conditions; all of them unless overridden
     */
    default Set<OrderFeature> offers() {
        return OrderFeature.all();
    }

    /** {@return what it assumes about fills and costs, one sentence each, for the manifest of a run} */
    default List<String> assumptions() {
        return List.of();
    }

    /** Lets go of connections. Closing twice does nothing. */
    @Override
    default void close() {}
}
