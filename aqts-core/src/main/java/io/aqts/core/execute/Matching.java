package io.aqts.core.execute;

import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders, the exits and the net position in one instrument, and the making of fills. When something fills, and at
 * what offer, is said by {@link BarMatching} and {@link QuoteMatching}.
 */
final class Matching {

    private final int index;
    private final Instrument instrument;
    private final Chance chance;
    private final BarMatching bars;
    private final QuoteMatching quotes;
    private final List<WorkingOrder> orders = new ArrayList<>();
    private final List<Protection> exits = new ArrayList<>();

    private Decimal net = Decimal.ZERO;
    private boolean volumeSeen;
    private long nowNanos;
    private long momentNanos;
    private List<ExecutionEvent> events = new ArrayList<>();

    Matching(int index, Instrument instrument, Chance chance, BarMatching bars, QuoteMatching quotes) {
        this.index = index;
        this.instrument = instrument;
        this.chance = chance;
        this.bars = bars;
        this.quotes = quotes;
    }

    boolean isIdle() {
        return orders.isEmpty() && exits.isEmpty();
    }

    boolean isVolumeSeen() {
        return volumeSeen;
    }

    /** From now on a bar without volume is one in which nothing traded. */
    void seeVolume() {
        volumeSeen = true;
    }

    void add(ApprovedOrder approved, long sentNanos, long arrivalNanos) {
        orders.add(new WorkingOrder(approved, sentNanos, arrivalNanos, instrument.lotSize()));
    }

    /** Cancels what is left of an order; of one that has ended, its exits. */
    boolean cancel(long orderId) {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).id() == orderId) {
                orders.remove(i);
                return true;
            }
        }
        exits.removeIf(exit -> exit.orderId() == orderId);
        return false;
    }

    void meet(long epochNanos, InstrumentMarket market, List<ExecutionEvent> report) {
        nowNanos = epochNanos;
        events = report;
        int before = report.size();
        for (int i = 0; i < orders.size(); i++) {
            orders.get(i).begin();
        }
        Bar bar = market.bar();
        Bar traded = bar != null && (bar.volume() > 0 || !volumeSeen) ? bars.read(bar) : null;
        if (!market.quotes().isEmpty() || !market.books().isEmpty()) {
            quotes.meet(this, market, traded);
        } else if (traded != null) {
            bars.meet(this, traded);
        }
        if (report.size() > before) {
            sweep();
        }
    }

    List<WorkingOrder> orders() {
        return orders;
    }

    List<Protection> exits() {
        return exits;
    }

    long nowNanos() {
        return nowNanos;
    }

    /** Says when what fills from here on has happened, so that its exits know from when prices count. */
    void happensAt(long epochNanos) {
        momentNanos = epochNanos;
    }

    long momentNanos() {
        return momentNanos;
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
        Decimal wanted = order.wanted(offer);
        if (order.order().reduceOnly()) {
            wanted = wanted.min(reducible(order.side()));
        }
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
            events.add(new ExecutionEvent.Filled(fill, order.isEnded()));
            arm(order, quantity);
        }
        return quantity;
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
        events.add(new ExecutionEvent.Filled(fill(ticket, quantity, offer), false));
        return quantity;
    }

    /** Ends an order, or lets it rest, after it has met all that this snapshot offers. */
    void conclude(WorkingOrder order) {
        if (order.isEnded()) {
            return;
        }
        if (order.order().reduceOnly() && reducible(order.side()).isZero()) {
            cancel(order, ReasonCode.REDUCE_ONLY);
        } else if (order.isStarved()) {
            cancel(order, ReasonCode.BELOW_LOT);
        } else if (order.isImmediate()) {
            cancel(order, ReasonCode.NO_LIQUIDITY);
        } else if (order.limit() != null) {
            order.rest(momentNanos);
        }
    }

    private void cancel(WorkingOrder order, ReasonCode reason) {
        order.end();
        events.add(new ExecutionEvent.Canceled(order.id(), nowNanos, reason));
    }

    private Decimal reducible(Side side) {
        return (side == Side.SELL ? net : net.negate()).max(Decimal.ZERO);
    }

    private Fill fill(Ticket ticket, Decimal quantity, Offer offer) {
        Deal deal = new Deal(ticket.side(), offer.liquidity(), quantity, offer.price());
        Charge charge = offer.tariff().charge(ticket.bill(), deal, nowNanos);
        Fill fill = new Fill(
                ticket.orderId(),
                nowNanos,
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
                        charge.payment(instrument.base())));
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
            exit = new Protection(order, momentNanos);
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

    private void sweep() {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).isEnded()) {
                orders.remove(i);
            }
        }
        for (int i = exits.size() - 1; i >= 0; i--) {
            if (exits.get(i).isSpent()) {
                exits.remove(i);
            }
        }
    }
}
