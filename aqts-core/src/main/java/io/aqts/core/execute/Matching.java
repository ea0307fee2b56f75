package io.aqts.core.execute;

import io.aqts.market.Instrument;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.LinkRole;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The orders, the exits and the net position in one instrument, and the making of fills. When something fills, and at
 * what offer, is said by {@link BarMatching}, {@link QuoteMatching} and {@link AuctionMatching}.
 */
final class Matching {

    private final int index;
    private final Instrument instrument;
    private final Grid grid;
    private final Chance chance;
    private final Report report;
    private final Turnover turnover;
    private final List<WorkingOrder> orders = new ArrayList<>();
    private final List<Protection> exits = new ArrayList<>();

    private Decimal net = Decimal.ZERO;
    private long momentNanos;
    private long newsNanos;
    private @Nullable Stretch stretch;

    Matching(int index, Instrument instrument, Grid grid, Chance chance, Report report, Turnover turnover) {
        this.index = index;
        this.instrument = instrument;
        this.grid = grid;
        this.chance = chance;
        this.report = report;
        this.turnover = turnover;
    }

    /** {@return when the instrument expires by its contract} */
    long expiryNanos() {
        return instrument.contract().expiryNanos();
    }

    Grid grid() {
        return grid;
    }

    Report report() {
        return report;
    }

    Turnover turnover() {
        return turnover;
    }

    boolean isIdle() {
        return orders.isEmpty() && exits.isEmpty();
    }

    /** {@return whether nothing is left that could fill: no exit, and no order that has not ended} */
    boolean isSpent() {
        for (int i = 0; i < orders.size(); i++) {
            if (!orders.get(i).isEnded()) {
                return false;
            }
        }
        return exits.isEmpty();
    }

    void add(WorkingOrder order) {
        orders.add(order);
    }

    /** {@return the oldest first} */
    List<WorkingOrder> orders() {
        return orders;
    }

    List<Protection> exits() {
        return exits;
    }

    long nowNanos() {
        return report.nowNanos();
    }

    /** Says when what fills from here on has happened, so that its exits know from when prices count. */
    void happensAt(long epochNanos, @Nullable Stretch after) {
        momentNanos = epochNanos;
        stretch = after;
    }

    /** Begins with what a snapshot brings. */
    void begin() {
        newsNanos = Long.MIN_VALUE;
    }

    /** Says up to which moment has happened what befalls holders, when something fills from here on. */
    void follows(long epochNanos) {
        newsNanos = Math.max(newsNanos, epochNanos);
    }

    /**
     * Lets an order trade at an offer.
     *
     * @return how much it traded, possibly nothing
     */
    Decimal trade(WorkingOrder order, Offer offer, @Nullable Decimal available) {
        if (!offer.price().isPositive() || !order.accepts(offer.price())) {
            return Decimal.ZERO;
        }
        Decimal wanted = wanted(order, offer);
        if (!wanted.isPositive()) {
            return Decimal.ZERO;
        }
        Decimal rationed = order.rationed(wanted, chance);
        Decimal quantity = available == null ? rationed : rationed.min(available);
        if (offer.isMovable()) {
            quantity = order.fitting(offer, quantity);
        }
        if (quantity.isPositive()) {
            Offer met = offer.at(order.side(), quantity);
            Fill fill = fill(order.ticket(), quantity, met);
            order.take(fill, met);
            report.add(new ExecutionEvent.Filled(fill, order.isEnded()));
            arm(order, quantity);
            tellList(order, quantity);
        }
        return quantity;
    }

    /** {@return whether all that an order wants can be had at an offer} */
    boolean isWhollyFillable(WorkingOrder order, Offer offer, @Nullable Decimal available) {
        if (!offer.price().isPositive() || !order.accepts(offer.price())) {
            return false;
        }
        Decimal wanted = wanted(order, offer);
        return wanted.isPositive()
                && (available == null || !available.isLessThan(wanted))
                && !order.rationed(wanted, chance).isLessThan(wanted)
                && !(offer.isMovable() && order.fitting(offer, wanted).isLessThan(wanted));
    }

    private Decimal wanted(WorkingOrder order, Offer offer) {
        Decimal wanted = order.wanted(offer);
        return order.order().reduceOnly() ? wanted.min(reducible(order.side())) : wanted;
    }

    private void tellList(WorkingOrder order, Decimal quantity) {
        OrderList<WorkingOrder> list = order.list();
        if (list != null) {
            list.filled(order, quantity, stretch, report);
            if (order.isEnded()) {
                list.ended(order, report);
            }
        }
    }

    /** Lets an exit trade at an offer, as much of it as is available. */
    Decimal leave(Protection exit, Exit touched, Offer offer, @Nullable Decimal available) {
        Decimal quantity = available == null ? exit.quantity() : exit.quantity().min(available);
        if (!quantity.isPositive() || !offer.price().isPositive()) {
            return Decimal.ZERO;
        }
        exit.shrinkTo(exit.quantity().minus(quantity));
        Ticket ticket = new Ticket(
                exit.orderId(), exit.side(), touched.cause(), touched.arrivalPrice(), touched.ambiguous(), exit.bill());
        report.add(new ExecutionEvent.Filled(fill(ticket, quantity, offer.at(exit.side(), quantity)), false));
        return quantity;
    }

    /** Sets off an order whose trigger the market has reached. */
    void pull(WorkingOrder order) {
        Trigger trigger = order.trigger();
        if (trigger != null && !trigger.isPulled()) {
            trigger.pull();
            report.add(new ExecutionEvent.Triggered(order.id(), report.nowNanos()));
        }
    }

    /** Ends an order, or lets it rest, after it has met all that this snapshot offers. */
    void conclude(WorkingOrder order) {
        if (order.isEnded() || order.isHeld()) {
            return;
        }
        if (order.order().reduceOnly() && reducible(order.side()).isZero()) {
            report.cancel(order, ReasonCode.REDUCE_ONLY);
        } else if (order.isStarved()) {
            report.cancel(order, ReasonCode.BELOW_LOT);
        } else if (!order.isWaiting()) {
            stay(order);
        }
    }

    private void stay(WorkingOrder order) {
        if (order.isOf(TimeInForce.FOK) && !order.hasTraded()) {
            report.cancel(order, ReasonCode.NOT_WHOLLY_FILLABLE);
        } else if (order.isImmediate()) {
            report.cancel(order, ReasonCode.NO_LIQUIDITY);
        } else if (order.limit() != null) {
            order.rest(momentNanos);
        }
    }

    /** Cancels what is before the venue's eyes and may only reduce, once nothing is left to reduce. */
    void dropUseless() {
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            boolean isUseless = order.order().reduceOnly()
                    && order.isPlaced()
                    && !order.isEnded()
                    && !order.isHeld()
                    && reducible(order.side()).isZero();
            if (isUseless) {
                report.cancel(order, ReasonCode.REDUCE_ONLY);
            }
        }
    }

    /** The instrument is over: what waits is canceled, and what was held is settled elsewhere. */
    void settle() {
        for (int i = 0; i < orders.size(); i++) {
            report.cancel(orders.get(i), ReasonCode.MARKET_CLOSED);
        }
        net = Decimal.ZERO;
        fitExits();
    }

    /** Each unit becomes several: the position follows, exits move with it, and orders at old prices are canceled. */
    void split(Decimal ratio) {
        net = net.times(ratio);
        for (int i = 0; i < orders.size(); i++) {
            report.cancel(orders.get(i), ReasonCode.OFF_GRID);
        }
        for (int i = 0; i < exits.size(); i++) {
            exits.get(i).split(ratio, grid.tick());
        }
    }

    private Decimal reducible(Side side) {
        return (side == Side.SELL ? net : net.negate()).max(Decimal.ZERO);
    }

    private Fill fill(Ticket ticket, Decimal quantity, Offer offer) {
        Deal deal = new Deal(ticket.side(), offer.liquidity(), quantity, offer.price(), instrument);
        Charge charge = offer.tariff().charge(ticket.bill(), deal, report.nowNanos());
        Fill fill = new Fill(
                ticket.orderId(),
                report.nowNanos(),
                index,
                ticket.side(),
                quantity,
                offer.price(),
                charge.worth(),
                new FillContext(
                        offer.tariff().venue(),
                        offer.liquidity(),
                        ticket.cause(),
                        ticket.arrivalPrice(),
                        ticket.ambiguous(),
                        charge.payment(instrument),
                        newsNanos));
        Decimal settled = fill.settled().quantity();
        net = ticket.side() == Side.BUY ? net.plus(settled) : net.minus(settled);
        fitExits();
        return fill;
    }

    private void arm(WorkingOrder order, Decimal quantity) {
        if (order.order().reduceOnly() || order.order().bracket().equals(Bracket.NONE)) {
            return;
        }
        Protection exit = order.protection();
        if (exit == null || exit.isSpent()) {
            exit = new Protection(order, momentNanos, stretch);
            order.protectWith(exit);
            exits.add(exit);
        }
        exit.enlarge(quantity);
        fitExits();
    }

    /** Exits only ever reduce: together they never exceed the position, and the oldest give way first. */
    private void fitExits() {
        Decimal room = net.abs();
        for (int i = exits.size() - 1; i >= 0; i--) {
            Protection exit = exits.get(i);
            exit.shrinkTo(exit.sign() == net.signum() ? room : Decimal.ZERO);
            room = room.minus(exit.quantity());
        }
    }

    /** Forgets what is over, and names the orders that nothing hangs on any more. */
    void sweep(Consumer<WorkingOrder> forgotten) {
        for (int i = exits.size() - 1; i >= 0; i--) {
            if (exits.get(i).isSpent()) {
                exits.remove(i);
            }
        }
        for (int i = orders.size() - 1; i >= 0; i--) {
            WorkingOrder order = orders.get(i);
            if (order.isEnded()) {
                orders.remove(i);
                forgotten.accept(order);
            }
        }
    }

    /** {@return whether an order has ended and leaves neither exits nor children} */
    static boolean isForgotten(WorkingOrder order) {
        Protection exit = order.protection();
        OrderList<WorkingOrder> list = order.list();
        boolean hasChildren = list != null
                && order.role() == LinkRole.PARENT
                && !list.others(order).isEmpty();
        return order.isEnded() && (exit == null || exit.isSpent()) && !hasChildren;
    }
}
