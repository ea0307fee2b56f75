package io.aqts.testkit;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;

/** One market order for one unit, and a price that jumps right after it was given. */
final class JumpScript {

    static final double BEFORE = 1_000;

    private static final long STEP = MarketMaker.BAR_NANOS;
    private static final long DECIDED = MarketMaker.START_NANOS + 5 * STEP;

    private final Universe universe = Universe.of(Instrument.of("C0/USDT", Decimal.of(1, 2), Decimal.of(1, 3)));
    private final Approver approver;
    private final Side side;
    private final double after;

    JumpScript(Approver approver, Side side, double factor) {
        this.approver = approver;
        this.side = side;
        this.after = BEFORE * factor;
    }

    /** {@return the price after the jump} */
    double after() {
        return after;
    }

    LayerContext context() {
        return new LayerContext(AqtsConfig.defaults(), universe, "contract");
    }

    /** {@return what fills if the order is given between two bars and the second opens beyond the jump} */
    List<Fill> fills(ExecutionVenue venue) {
        List<VenueTurn> turns = past();
        turns.add(new VenueTurn(bar(DECIDED, BEFORE, BEFORE), List.of(order(DECIDED)), List.of()));
        addFuture(turns, DECIDED + STEP);
        return VenueRecord.of(venue, turns).fills();
    }

    /** {@return what fills if the order is given within a bar that opens before the jump and closes after it} */
    List<Fill> fillsMidBar(ExecutionVenue venue) {
        long middle = DECIDED + STEP / 2;
        List<VenueTurn> turns = past();
        turns.add(new VenueTurn(bar(DECIDED, BEFORE, BEFORE), List.of(), List.of()));
        MarketSnapshot nothing = MarketSnapshot.of(middle, List.of(InstrumentMarket.QUIET));
        turns.add(new VenueTurn(nothing, List.of(order(middle)), List.of()));
        turns.add(new VenueTurn(bar(DECIDED + STEP, BEFORE, after), List.of(), List.of()));
        addFuture(turns, DECIDED + 2 * STEP);
        return VenueRecord.of(venue, turns).fills();
    }

    private List<VenueTurn> past() {
        List<VenueTurn> turns = new ArrayList<>();
        for (long at = MarketMaker.START_NANOS; at < DECIDED; at += STEP) {
            turns.add(new VenueTurn(bar(at, BEFORE, BEFORE), List.of(), List.of()));
        }
        return turns;
    }

    private void addFuture(List<VenueTurn> turns, long from) {
        for (int i = 0; i < 10; i++) {
            turns.add(new VenueTurn(bar(from + i * STEP, after, after), List.of(), List.of()));
        }
    }

    ApprovedOrder order(long epochNanos) {
        Order order = new Order(
                0,
                side,
                OrderSize.units(Decimal.ONE),
                OrderType.market(),
                Lifetime.GTC,
                Handling.PLAIN,
                Bracket.NONE,
                ReasonCode.SIGNAL);
        return approver.approve(order, epochNanos, Decimal.fromDouble(BEFORE));
    }

    private static MarketSnapshot bar(long end, double open, double close) {
        Bar bar = new Bar(end, STEP, open, Math.max(open, close), Math.min(open, close), close, 1e6);
        return MarketSnapshot.of(end, List.of(InstrumentMarket.of(bar)));
    }
}
