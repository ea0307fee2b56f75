package io.aqts;

import io.aqts.internal.Lists;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Decision;
import io.aqts.signal.Signal;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Portfolio;
import io.aqts.trade.RiskVerdict;
import java.util.ArrayList;
import java.util.List;

/**
 * All that happened in one step, finished and unchangeable.
 *
 * @param index the number of the step, from 0
 * @param snapshot what became known
 * @param signals what the detectors said
 * @param decision what fusion proposed
 * @param verdicts what was made of each proposal to trade, after the risk gate; those of protective exits come first
 * @param orders what the gate approved and the venue was given
 * @param events what the venue reported: first of earlier orders, then of the new ones
 * @param portfolio what is owned after the step
 */
public record Step(
        long index,
        MarketSnapshot snapshot,
        List<Signal> signals,
        Decision decision,
        List<RiskVerdict> verdicts,
        List<ApprovedOrder> orders,
        List<ExecutionEvent> events,
        Portfolio portfolio) {

    /** Copies the lists. */
    public Step {
        signals = Lists.frozen(signals);
        verdicts = Lists.frozen(verdicts);
        orders = Lists.frozen(orders);
        events = Lists.frozen(events);
    }

    /** {@return the fills among the events, in their order} */
    public List<Fill> fills() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<Fill> fills = new ArrayList<>();
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled filled) {
                fills.add(filled.fill());
            }
        }
        return List.copyOf(fills);
    }
}
