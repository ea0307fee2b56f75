package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;

/** The net position in one instrument at a book venue, what it reports, and the exits that protect it. */
final class BookFills implements Endings<BookOrder> {

    private final int index;
    private final BookFees fees;
    private final List<BookExit> exits = new ArrayList<>();
    private BookGrid grid;
    private Decimal net = Decimal.ZERO;
    private List<ExecutionEvent> events = new ArrayList<>();
    private long nowNanos;
    private long momentNanos = Long.MIN_VALUE;
    private long stampNanos;
    private long newsNanos;
    private boolean moved;

    BookFills(int index, BookFees fees, BookGrid grid) {
        this.index = index;
        this.fees = fees;
        this.grid = grid;
    }

    BookFees fees() {
        return fees;
    }

    BookGrid grid() {
        return grid;
    }

    void moveTo(BookGrid other) {
        grid = other;
    }

    List<BookExit> exits() {
        return exits;
    }

    /** Begins a snapshot; what happens without any news of the instrument happens at its moment. */
    void begin(long epochNanos, List<ExecutionEvent> report) {
        nowNanos = epochNanos;
        stampNanos = epochNanos;
        newsNanos = Long.MIN_VALUE;
        events = report;
    }

    /** Says which moment of the market is met: never one before another of the same snapshot, however old. */
    void meets(long epochNanos) {
        newsNanos = Math.max(newsNanos, epochNanos);
        happensAt(epochNanos);
    }

    /** Says when what comes from here on happens, which is never before what came before it. */
    void happensAt(long epochNanos) {
        momentNanos = Math.max(momentNanos, epochNanos);
        stampNanos = momentNanos;
    }

    /** {@return the last moment at which something happened} */
    long momentNanos() {
        return momentNanos;
    }

    /** {@return the index of the instrument} */
    int index() {
        return index;
    }

    /** {@return whether the position changed since the last time this was asked} */
    boolean hasMoved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    /** {@return how much an order of that side can reduce the position by} */
    Decimal reducible(Side side) {
        return (side == Side.SELL ? net : net.negate()).max(Decimal.ZERO);
    }

    /** Each unit becomes several, or a part of one; exits move with the position. */
    void split(Decimal ratio) {
        net = net.times(ratio);
        exits.forEach(exit -> exit.split(ratio));
    }

    /** What is held is settled, and gone. */
    void settle() {
        net = Decimal.ZERO;
        exits.forEach(exit -> exit.shrinkTo(Decimal.ZERO));
    }

    void accept(BookOrder order) {
        order.accept();
        events.add(new ExecutionEvent.Accepted(order.id(), stampNanos));
    }

    void reject(BookOrder order, ReasonCode reason) {
        order.end();
        events.add(new ExecutionEvent.Rejected(order.id(), stampNanos, reason));
        tellEnd(order);
    }

    void trigger(BookOrder order) {
        order.trigger();
        events.add(new ExecutionEvent.Triggered(order.id(), stampNanos));
    }

    void amended(BookOrder order) {
        events.add(new ExecutionEvent.Amended(
                order.id(), stampNanos, order.approved().revision()));
    }

    void refuse(BookCommand.Amend amend, ReasonCode reason) {
        events.add(new ExecutionEvent.AmendRejected(
                amend.order().id(), stampNanos, amend.revised().revision(), reason));
    }

    void refuse(BookCommand.Cancel cancel) {
        events.add(new ExecutionEvent.CancelRejected(cancel.order().id(), stampNanos, ReasonCode.TOO_LATE));
    }

    @Override
    public void cancel(BookOrder order, ReasonCode reason) {
        if (!order.isEnded()) {
            order.end();
            events.add(new ExecutionEvent.Canceled(order.id(), stampNanos, reason));
            tellEnd(order);
        }
    }

    private void tellEnd(BookOrder order) {
        OrderList<BookOrder> list = order.list();
        if (list != null) {
            list.ended(order, this);
        }
    }

    private void tellFill(BookOrder order, Decimal quantity) {
        OrderList<BookOrder> list = order.list();
        if (list != null) {
            list.filled(order, quantity, null, this);
            if (order.isEnded()) {
                list.ended(order, this);
            }
        }
    }

    /** Lets an order trade lots at a price, and arms its exits. */
    void fill(BookOrder order, Purse purse, long lots) {
        Decimal quantity = order.quantity(grid, lots);
        Ticket ticket = new Ticket(
                order.id(),
                order.side(),
                order.order().reason(),
                order.approved().reference(),
                false,
                order.bill());
        Fill fill = fill(ticket, quantity, purse);
        order.take(fill, purse);
        events.add(new ExecutionEvent.Filled(fill, order.isEnded()));
        arm(order, fill.settled().quantity());
        tellFill(order, quantity);
    }

    /** Lets an exit trade lots at a price. */
    void leave(BookExit exit, ReasonCode cause, Purse purse, long lots) {
        Decimal quantity = grid.quantity(lots).min(exit.quantity());
        Decimal arrival = cause.equals(ReasonCode.STOP) ? exit.stopPrice() : grid.price(purse.ticks());
        exit.shrinkTo(exit.quantity().minus(quantity));
        Ticket ticket = new Ticket(exit.orderId(), exit.side(), cause, arrival, false, exit.bill());
        events.add(new ExecutionEvent.Filled(fill(ticket, quantity, purse), false));
    }

    private Fill fill(Ticket ticket, Decimal quantity, Purse purse) {
        Decimal price = grid.price(purse.ticks());
        Deal deal = new Deal(ticket.side(), purse.liquidity(), quantity, price, fees.instrument(index));
        Charge charge = fees.tariff(purse.venue()).charge(ticket.bill(), deal, nowNanos);
        Fill fill = new Fill(
                ticket.orderId(),
                stampNanos,
                index,
                ticket.side(),
                quantity,
                price,
                charge.worth(),
                new FillContext(
                        fees.name(purse.venue()),
                        purse.liquidity(),
                        ticket.cause(),
                        ticket.arrivalPrice(),
                        ticket.ambiguous(),
                        charge.payment(fees.instrument(index)),
                        newsNanos));
        Decimal settled = fill.settled().quantity();
        net = ticket.side() == Side.BUY ? net.plus(settled) : net.minus(settled);
        moved = true;
        fitExits();
        return fill;
    }

    private void arm(BookOrder order, Decimal quantity) {
        if (order.order().reduceOnly() || order.order().bracket().equals(Bracket.NONE)) {
            return;
        }
        BookExit exit = order.exit();
        if (exit == null || exit.isSpent()) {
            exit = new BookExit(order, this, momentNanos);
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
            BookExit exit = exits.get(i);
            exit.shrinkTo(exit.sign() == -net.signum() ? room : Decimal.ZERO);
            room = room.minus(exit.quantity());
        }
    }
}
