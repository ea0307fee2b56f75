package io.aqts.core.execute;

import io.aqts.core.book.LimitInstruction;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executes the commands that have arrived at a book venue for one instrument, first come first served. */
final class BookClerk {

    private final BookRules rules;
    private final BookMarket market;
    private final BookFills fills;
    private final BookTaking taking;
    private final BookTriggers triggers;
    private final BookSessions sessions;
    private final BookInbox inbox = new BookInbox();

    BookClerk(BookRules rules, BookFloor floor) {
        this.rules = rules;
        this.market = floor.market();
        this.fills = floor.fills();
        this.taking = floor.taking();
        this.triggers = floor.triggers();
        this.sessions = floor.sessions();
    }

    BookInbox inbox() {
        return inbox;
    }

    /** Executes what has arrived by a moment of the market. */
    void arrive(long momentNanos) {
        List<BookCommand> commands = inbox.commands();
        for (int i = 0; i < commands.size() && commands.get(i).arrivalNanos() <= momentNanos; ) {
            BookCommand command = commands.get(i);
            if (command.sentNanos() >= momentNanos || mustWait(command)) {
                i++;
            } else {
                inbox.remove(i);
                execute(command);
            }
        }
    }

    /** Takes in what has arrived by a moment and is for an auction, an opening or a close at that moment. */
    void admit(long momentNanos) {
        List<BookCommand> commands = inbox.commands();
        for (int i = 0; i < commands.size() && commands.get(i).arrivalNanos() <= momentNanos; ) {
            BookCommand command = commands.get(i);
            boolean isFor =
                    command instanceof BookCommand.Submit && command.order().isOfSession();
            if (isFor && command.sentNanos() < momentNanos) {
                inbox.remove(i);
                execute(command);
            } else {
                i++;
            }
        }
    }

    /**
     * Whether a command finds no market: none is known, the books cross, or nothing trades and it may wait for that.
     */
    private boolean mustWait(BookCommand command) {
        boolean isForSession =
                command instanceof BookCommand.Submit && command.order().isOfSession();
        if (command instanceof BookCommand.Cancel || command.order().isEnded() || isForSession) {
            return false;
        }
        if (!market.isOpen()) {
            return rules.holdWhileHalted();
        }
        return !market.isAnyUsable()
                || (command instanceof BookCommand.Amend && !command.order().isAccepted());
    }

    private void execute(BookCommand command) {
        BookOrder order = command.order();
        if (command instanceof BookCommand.Cancel cancel) {
            execute(cancel);
        } else if (command instanceof BookCommand.Amend amend) {
            ReasonCode refusal = whyNotTo(amend);
            if (refusal == null) {
                amend(order, amend.revised());
            } else {
                fills.refuse(amend, refusal);
            }
        } else if (!order.isEnded() && !market.isOpen() && !order.isOfSession()) {
            fills.reject(order, market.isClosed() ? ReasonCode.MARKET_CLOSED : ReasonCode.HALTED);
        } else if (!order.isEnded()) {
            taking.arrive(order);
            settle(order);
        }
    }

    /** What came to the book and neither ended nor rests waits for something; and what it filled may wake others. */
    private void settle(BookOrder order) {
        if (order.isOfSession()) {
            if (!order.isEnded()) {
                sessions.add(order);
            }
            return;
        }
        if (!order.isEnded() && !order.isResting()) {
            triggers.add(order);
        }
        triggers.check();
    }

    private void execute(BookCommand.Cancel cancel) {
        BookOrder order = cancel.order();
        if (cancel.exits()) {
            BookExit exit = order.exit();
            if (exit != null) {
                exit.shrinkTo(Decimal.ZERO);
            }
            OrderList<BookOrder> list = order.list();
            if (list != null && order.role() == LinkRole.PARENT) {
                list.abandon(fills);
            }
        } else if (order.isEnded()) {
            fills.refuse(cancel);
        } else {
            fills.cancel(order, ReasonCode.REQUESTED);
        }
    }

    private @Nullable ReasonCode whyNotTo(BookCommand.Amend amend) {
        BookOrder order = amend.order();
        ApprovedOrder revised = amend.revised();
        if (order.isEnded()) {
            return ReasonCode.TOO_LATE;
        }
        if (!market.isOpen()) {
            return ReasonCode.HALTED;
        }
        Order to = revised.order();
        if (order.spends() || !(to.size() instanceof OrderSize.Units units) || !isSameKind(order.order(), to)) {
            return ReasonCode.NOT_SUPPORTED;
        }
        if (!BookOrder.fits(to, units.quantity(), market.grid())) {
            return ReasonCode.OFF_GRID;
        }
        if (!order.leftOf(to).isPositive()) {
            return ReasonCode.BELOW_FILLED;
        }
        boolean wouldTake = order.isResting()
                && order.instruction() == LimitInstruction.POST_ONLY
                && taking.wouldTake(order.side(), market.grid().ticks(to.type().limit()));
        return wouldTake ? ReasonCode.POST_ONLY : null;
    }

    private static boolean isSameKind(Order one, Order other) {
        return one.type().getClass() == other.type().getClass()
                && one.side() == other.side()
                && one.instrument() == other.instrument();
    }

    /** Less at the same price keeps the place in the queue; whatever else is allowed loses it. */
    private void amend(BookOrder order, ApprovedOrder revised) {
        Order before = order.order();
        Order after = revised.order();
        boolean keepsPlace = before.type().limit().equals(after.type().limit())
                && !quantity(after).isGreaterThan(quantity(before));
        order.revise(revised);
        fills.amended(order);
        OrderList<BookOrder> list = order.list();
        if (list != null) {
            list.refit(order, fills);
        }
        if (order.isResting() && !keepsPlace) {
            triggers.reenter(order);
        }
        triggers.check();
    }

    private static Decimal quantity(Order order) {
        return ((OrderSize.Units) order.size()).quantity();
    }

    /** Executes the cancellations that have arrived by a moment that brings nothing of the instrument. */
    void arriveQuietly(long nowNanos) {
        List<BookCommand> commands = inbox.commands();
        for (int i = 0; i < commands.size() && commands.get(i).arrivalNanos() <= nowNanos; ) {
            if (commands.get(i) instanceof BookCommand.Cancel cancel && cancel.sentNanos() < nowNanos) {
                inbox.remove(i);
                execute(cancel);
            } else {
                i++;
            }
        }
    }
}
