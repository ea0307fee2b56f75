package io.aqts.core;

import io.aqts.ExecutionVenue;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;

/** Small stand-ins for the layers that trade. */
final class Desks {

    static final Decision BUY = new Decision(List.of(new Proposal(
            0, Action.GO_LONG, 1, new Forecast(1, 0.6, 0.01, 0, 1), List.of(), List.of(ReasonCode.SIGNAL))));

    private Desks() {}

    static List<RiskVerdict> buy(double units) {
        return List.of(new RiskVerdict.Approved(
                OrderIntent.open(0, Side.BUY, Sizing.units(units)), List.of(ReasonCode.SIGNAL)));
    }

    static List<RiskVerdict> nothing() {
        return List.of(RiskVerdict.rejected(0, ReasonCode.ALREADY_THERE));
    }

    /** A venue without costs that fills whole orders at the open of the next bar, as long as it is willing. */
    static final class PlainVenue implements ExecutionVenue {

        private final List<ApprovedOrder> resting = new ArrayList<>();
        private final List<ApprovedOrder> taken = new ArrayList<>();
        private final int mostOpenings;
        private int openings;
        private int closed;

        PlainVenue() {
            this(Integer.MAX_VALUE);
        }

        /** Openings beyond so many rest forever. */
        PlainVenue(int mostOpenings) {
            this.mostOpenings = mostOpenings;
        }

        List<ApprovedOrder> taken() {
            return taken;
        }

        int closed() {
            return closed;
        }

        @Override
        public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
            List<ExecutionEvent> events = new ArrayList<>();
            for (ApprovedOrder order : List.copyOf(resting)) {
                Bar bar = snapshot.instrument(order.order().instrument()).bar();
                boolean opens = !order.order().reduceOnly();
                if (bar != null && (!opens || openings < mostOpenings)) {
                    openings += opens ? 1 : 0;
                    resting.remove(order);
                    events.add(new ExecutionEvent.Filled(fill(order, bar), true));
                }
            }
            return events;
        }

        @Override
        public List<ExecutionEvent> submit(ApprovedOrder order) {
            taken.add(order);
            resting.add(order);
            return List.of(new ExecutionEvent.Accepted(order.id(), order.epochNanos()));
        }

        @Override
        public List<ExecutionEvent> cancel(long orderId) {
            return resting.removeIf(order -> order.id() == orderId)
                    ? List.of(new ExecutionEvent.Canceled(orderId, 0, ReasonCode.REQUESTED))
                    : List.of();
        }

        @Override
        public void close() {
            closed++;
        }

        private static Fill fill(ApprovedOrder order, Bar bar) {
            FillContext context =
                    new FillContext("plain", Liquidity.TAKER, order.order().reason(), order.reference(), false);
            return new Fill(
                    order.id(),
                    bar.epochNanos(),
                    order.order().instrument(),
                    order.order().side(),
                    ((OrderSize.Units) order.order().size()).quantity(),
                    Decimal.fromDouble(bar.open()),
                    Decimal.ZERO,
                    context);
        }
    }
}
