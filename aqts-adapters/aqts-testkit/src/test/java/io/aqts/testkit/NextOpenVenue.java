package io.aqts.testkit;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Handling;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.OrderFeature;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A venue that keeps its promises: everything fills whole at the open of the first bar that begins after its approval,
 * and so do stops that were crossed. Unless it is given a flaw.
 */
class NextOpenVenue implements ExecutionVenue {

    private static final Decimal FEE = Decimal.of(1, 3);

    private final LayerContext context;
    private final VenueFlaw flaw;
    private final List<ApprovedOrder> orders = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final Set<Long> seen = new TreeSet<>();
    private final List<ExecutionEvent> events = new ArrayList<>();
    private final Decimal[] net;
    private final Decimal[] last;
    private long now;
    private long fills;

    NextOpenVenue(LayerContext context, VenueFlaw flaw) {
        this.context = context;
        this.flaw = flaw;
        net = new Decimal[context.universe().size()];
        last = new Decimal[net.length];
        for (int i = 0; i < net.length; i++) {
            net[i] = Decimal.ZERO;
            last[i] = Decimal.ZERO;
        }
    }

    @Override
    public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
        events.clear();
        now = snapshot.epochNanos();
        for (int i = 0; i < net.length; i++) {
            Bar bar = snapshot.instrument(i).bar();
            if (bar != null) {
                leave(i, bar);
                trade(i, bar);
                last[i] = Decimal.fromDouble(bar.close());
            }
        }
        return flaw == VenueFlaw.REUSES_ITS_LIST ? events : flaw.report(List.copyOf(events));
    }

    @Override
    public List<ExecutionEvent> submit(ApprovedOrder order) {
        if (!seen.add(order.id()) && flaw != VenueFlaw.TAKES_TWINS) {
            return List.of(new ExecutionEvent.Rejected(order.id(), now, ReasonCode.DUPLICATE));
        }
        if (!isOffered(order.order())) {
            return List.of(new ExecutionEvent.Rejected(order.id(), now, ReasonCode.NOT_SUPPORTED));
        }
        Decimal price = last[order.order().instrument()];
        boolean fillsAtOnce = flaw == VenueFlaw.FILLS_AT_ONCE && price.isPositive();
        if (fillsAtOnce && order.order().size() instanceof OrderSize.Units units) {
            return List.of(new ExecutionEvent.Filled(fill(order, order.order().side(), units.quantity(), price), true));
        }
        orders.add(order);
        return List.of(new ExecutionEvent.Accepted(order.id(), now));
    }

    private static boolean isOffered(Order order) {
        boolean isPlain = order.timeInForce() == TimeInForce.GTC || order.timeInForce() == TimeInForce.IOC;
        return isPlain
                && order.type().trigger().isZero()
                && order.handling().equals(Handling.reducing(order.reduceOnly()));
    }

    @Override
    public Set<OrderFeature> offers() {
        return flaw == VenueFlaw.OFFERS_TOO_MUCH
                ? OrderFeature.all()
                : Collections.unmodifiableSet(
                        EnumSet.of(OrderFeature.MARKET, OrderFeature.LIMIT, OrderFeature.GTC, OrderFeature.IOC));
    }

    @Override
    public List<ExecutionEvent> cancel(long orderId) {
        if (flaw == VenueFlaw.CANCELS_NOTHING) {
            return List.of();
        }
        boolean found = orders.removeIf(order -> order.id() == orderId && flaw != VenueFlaw.FILLS_WHAT_IS_CANCELED)
                || orders.stream().anyMatch(order -> order.id() == orderId);
        return found || flaw == VenueFlaw.CANCELS_WHAT_NEVER_WAS
                ? List.of(new ExecutionEvent.Canceled(orderId, now, ReasonCode.REQUESTED))
                : List.of();
    }

    private void trade(int instrument, Bar bar) {
        Iterator<ApprovedOrder> waiting = orders.iterator();
        while (waiting.hasNext()) {
            ApprovedOrder order = waiting.next();
            boolean isDue = bar.startNanos() >= order.epochNanos() || flaw == VenueFlaw.FILLS_IN_THE_BAR_UNDER_WAY;
            if (order.order().instrument() == instrument && isDue && trade(order, bar)) {
                waiting.remove();
            }
        }
    }

    private boolean trade(ApprovedOrder approved, Bar bar) {
        Order order = approved.order();
        Decimal price = price(order, bar);
        if (order.type() instanceof OrderType.Limit limit
                && order.side().sign() * price.compareTo(limit.price()) > 0
                && flaw != VenueFlaw.IGNORES_LIMITS) {
            return order.timeInForce() == TimeInForce.IOC && end(approved);
        }
        Decimal quantity = quantity(order, price);
        if (order.reduceOnly() && flaw != VenueFlaw.TURNS_POSITIONS) {
            quantity = quantity.min(held(order));
        }
        if (!quantity.isPositive()) {
            return end(approved);
        }
        events.add(new ExecutionEvent.Filled(fill(approved, order.side(), quantity, price), true));
        if (!order.reduceOnly() && order.bracket().hasStop()) {
            stops.add(new Stop(approved, quantity));
        }
        return true;
    }

    private Decimal price(Order order, Bar bar) {
        Decimal before = last[order.instrument()];
        return flaw == VenueFlaw.FILLS_AT_THE_LAST_CLOSE && before.isPositive()
                ? before
                : Decimal.fromDouble(bar.open());
    }

    private Decimal quantity(Order order, Decimal price) {
        if (order.size() instanceof OrderSize.Units units) {
            return flaw == VenueFlaw.FILLS_TOO_MUCH ? units.quantity().plus(units.quantity()) : units.quantity();
        }
        Decimal lot = context.universe().instrument(order.instrument()).lotSize();
        Decimal rate = flaw == VenueFlaw.FORGETS_THE_FEE_OF_A_SPEND ? Decimal.ONE : Decimal.ONE.plus(FEE);
        Decimal amount = ((OrderSize.Spend) order.size()).amount();
        return amount.dividedBy(price.times(rate), 18, RoundingMode.DOWN).roundToMultiple(lot, RoundingMode.DOWN);
    }

    private Decimal held(Order order) {
        Decimal own = net[order.instrument()];
        return (order.side() == Side.SELL ? own : own.negate()).max(Decimal.ZERO);
    }

    private boolean end(ApprovedOrder order) {
        events.add(new ExecutionEvent.Canceled(order.id(), now, ReasonCode.NO_LIQUIDITY));
        return true;
    }

    private void leave(int instrument, Bar bar) {
        Iterator<Stop> armed = stops.iterator();
        while (armed.hasNext()) {
            Stop stop = armed.next();
            Order order = stop.entry().order();
            double way = order.side().sign()
                    * (bar.open() - order.bracket().stopPrice().toDouble());
            if (order.instrument() == instrument && way <= 0) {
                armed.remove();
                Decimal own = net[instrument];
                Decimal open = order.side() == Side.BUY ? own : own.negate();
                Decimal quantity = flaw == VenueFlaw.LEAVES_TWICE_OVER
                        ? stop.quantity().plus(stop.quantity())
                        : stop.quantity().min(open);
                if (quantity.isPositive()) {
                    Decimal price = Decimal.fromDouble(bar.open());
                    Fill fill = fill(stop.entry(), order.side().opposite(), quantity, price);
                    events.add(new ExecutionEvent.Filled(fill, flaw == VenueFlaw.ENDS_WITH_ITS_EXIT_AGAIN));
                }
            }
        }
    }

    private Fill fill(ApprovedOrder approved, Side side, Decimal quantity, Decimal price) {
        int instrument = approved.order().instrument();
        net[instrument] = side == Side.BUY ? net[instrument].plus(quantity) : net[instrument].minus(quantity);
        Decimal fee = quantity.times(price).times(flaw == VenueFlaw.CHARGES_THE_HALF ? Decimal.of(5, 1) : FEE);
        long moment = flaw == VenueFlaw.STAMPS_AHEAD ? now + 1 : now - flaw.chance(fills++);
        FillContext how =
                new FillContext("next-open", Liquidity.TAKER, approved.order().reason(), approved.reference(), false);
        return new Fill(approved.id(), moment, instrument, side, quantity, price, fee, how);
    }

    private record Stop(ApprovedOrder entry, Decimal quantity) {}
}
