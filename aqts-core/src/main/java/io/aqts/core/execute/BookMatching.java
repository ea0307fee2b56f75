package io.aqts.core.execute;

import io.aqts.core.book.DepthBook;
import io.aqts.core.book.LimitInstruction;
import io.aqts.internal.Outlined;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.DepthReset;
import io.aqts.market.Trade;
import io.aqts.market.TradingStatus;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instrument at a book venue, moment by moment: first what the market tells of a moment, all of it; then exits and
 * what waits; then the commands that have arrived, in their order.
 */
final class BookMatching {

    private final BookRules rules;
    private final RestingOrders resting = new RestingOrders();
    private final BookInbox inbox = new BookInbox();
    private final List<BookOrder> orders = new ArrayList<>();
    private final BookMarket market;
    private final BookFills fills;
    private final BookTaking taking;
    private final BookTape tape;
    private final Outlined<BookMatching, Boolean> attending = BookMatching::attend;
    private TradingStatus status = TradingStatus.OPEN;
    private long momentNanos = Long.MIN_VALUE;
    private long crossedMoments;

    BookMatching(BookRules rules, int index, BookFees fees, BookGrid grid) {
        this.rules = rules;
        market = new BookMarket(fees.venues(), grid, resting);
        fills = new BookFills(index, fees, grid);
        taking = new BookTaking(rules, market, fills, resting);
        tape = new BookTape(market, resting);
    }

    BookInbox inbox() {
        return inbox;
    }

    BookFills fills() {
        return fills;
    }

    /** {@return at how many moments a book crossed itself} */
    long crossedMoments() {
        return crossedMoments;
    }

    void add(BookCommand.Submit submit) {
        orders.add(submit.order());
        inbox.add(submit);
    }

    /** {@return the order with this number that has not ended, or null} */
    @Nullable
    BookOrder order(long orderId) {
        for (BookOrder order : orders) {
            if (order.id() == orderId) {
                return order;
            }
        }
        return null;
    }

    /** {@return an exit of an order, or null if it has none} */
    @Nullable
    BookExit exit(long orderId) {
        for (BookExit exit : fills.exits()) {
            if (exit.orderId() == orderId) {
                return exit;
            }
        }
        return null;
    }

    /** Meets what a snapshot brings of the instrument. */
    void meet(long nowNanos, InstrumentMarket news, List<ExecutionEvent> report) {
        fills.begin(nowNanos, report);
        List<Trade> trades = news.trades();
        List<MarketEvent> events = news.events();
        int trade = 0;
        int event = 0;
        while (trade < trades.size() || event < events.size()) {
            long at = Math.min(
                    trade < trades.size() ? trades.get(trade).epochNanos() : Long.MAX_VALUE,
                    event < events.size() ? events.get(event).epochNanos() : Long.MAX_VALUE);
            momentNanos = at;
            fills.happensAt(at);
            while (trade < trades.size() && trades.get(trade).epochNanos() <= at) {
                print(trades.get(trade++));
            }
            while (event < events.size() && events.get(event).epochNanos() <= at) {
                apply(events.get(event++));
            }
            endMoment();
        }
        if (!news.books().isEmpty() || hasNewQuote(news)) {
            show(nowNanos, news);
        }
    }

    /** Lets cancellations arrive at a moment that brings nothing of the instrument. */
    void pass(long nowNanos, List<ExecutionEvent> report) {
        fills.begin(nowNanos, report);
        List<BookCommand> commands = inbox.commands();
        for (int i = 0; i < commands.size() && commands.get(i).arrivalNanos() <= nowNanos; ) {
            if (commands.get(i) instanceof BookCommand.Cancel cancel && cancel.sentNanos() < nowNanos) {
                inbox.remove(i);
                execute(cancel);
            } else {
                i++;
            }
        }
        sweep();
    }

    private boolean hasNewQuote(InstrumentMarket news) {
        for (int i = 0; i < news.quotes().size(); i++) {
            if (!market.isLevelled(news.quotes().get(i).venue())) {
                return true;
            }
        }
        return false;
    }

    private void show(long nowNanos, InstrumentMarket news) {
        momentNanos = BookTape.latest(news, nowNanos);
        fills.happensAt(momentNanos);
        market.show(news.quotes(), news.books());
        endMoment();
    }

    private void apply(MarketEvent event) {
        if (event instanceof DepthChange change) {
            market.change(change);
        } else {
            applyRare(event);
        }
    }

    private void applyRare(MarketEvent event) {
        if (event instanceof DepthReset reset) {
            market.reset(reset.venue());
        } else if (event instanceof MarketEvent.StatusChange change) {
            status = change.status();
        } else if (event instanceof MarketEvent.GridChange change) {
            moveTo(new BookGrid(change.tickSize(), change.lotSize()));
        } else if (event instanceof MarketEvent.Split split) {
            endAll(BookVenue.SPLIT);
            fills.split(split.ratio());
        } else if (event instanceof MarketEvent.FinalSettlement) {
            endAll(BookVenue.SETTLED);
            fills.settle();
            status = TradingStatus.CLOSED;
        }
    }

    private void print(Trade trade) {
        tape.print(trade, status == TradingStatus.OPEN);
    }

    private void endMoment() {
        market.settle();
        boolean isCrossed = market.isAnyCrossed();
        if (isCrossed) {
            crossedMoments++;
        }
        if (inbox.firstArrivalNanos() <= momentNanos
                || !fills.exits().isEmpty()
                || fills.hasMoved()
                || isMet(Side.BUY)
                || isMet(Side.SELL)) {
            Outlined.call(attending, this);
        }
    }

    private boolean isMet(Side ours) {
        if (resting.isEmpty(ours)) {
            return false;
        }
        for (int venue = 0; venue < market.venues(); venue++) {
            if (resting.isMet(ours, market.book(venue).best(ours.opposite()))) {
                return true;
            }
        }
        return false;
    }

    private boolean attend() {
        if (status == TradingStatus.OPEN) {
            watchExits();
            cross(Side.BUY);
            cross(Side.SELL);
        }
        arrivals();
        if (status == TradingStatus.OPEN) {
            placeTargets();
        }
        sweep();
        return true;
    }

    private void watchExits() {
        List<BookExit> exits = fills.exits();
        for (int i = 0; i < exits.size(); i++) {
            BookExit exit = exits.get(i);
            if (exit.isSpent() || exit.sinceNanos() >= momentNanos) {
                continue;
            }
            ReasonCode cause = exit.leaving(momentNanos, bestFor(exit));
            if (cause != null) {
                if (exit.isResting()) {
                    resting.remove(exit);
                }
                taking.leave(exit, cause);
            }
        }
    }

    /** {@return the best price an exit could take, or not a number} */
    private double bestFor(BookExit exit) {
        Side shownBy = exit.side().opposite();
        long best = DepthBook.NO_PRICE;
        for (int venue = 0; venue < market.venues(); venue++) {
            long shown = market.isUsable(venue) ? market.book(venue).best(shownBy) : DepthBook.NO_PRICE;
            boolean isBetter = best == DepthBook.NO_PRICE || (shownBy == Side.SELL ? shown < best : shown > best);
            best = shown != DepthBook.NO_PRICE && isBetter ? shown : best;
        }
        return best == DepthBook.NO_PRICE ? Double.NaN : market.grid().price(best).toDouble();
    }

    private void cross(Side ours) {
        List<Resting> waiting = resting.of(ours);
        for (int i = 0; i < waiting.size(); i++) {
            if (market.isUsable(waiting.get(i).venue())) {
                taking.cross(waiting.get(i));
            }
        }
    }

    private void placeTargets() {
        List<BookExit> exits = fills.exits();
        for (int i = 0; i < exits.size() && market.isAnyUsable(); i++) {
            BookExit exit = exits.get(i);
            if (exit.hasGrown() && exit.isResting()) {
                resting.remove(exit);
            }
            if (exit.needsPlacing()) {
                taking.place(exit);
            }
        }
    }

    private void arrivals() {
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

    /** Whether a command finds no market: none is known, the books cross, or nothing trades and it may wait for that. */
    private boolean mustWait(BookCommand command) {
        if (command instanceof BookCommand.Cancel || command.order().isEnded()) {
            return false;
        }
        if (status != TradingStatus.OPEN) {
            return rules.holdWhileHalted();
        }
        return !market.isAnyUsable() || (command instanceof BookCommand.Amend && !command.order().isAccepted());
    }

    private void execute(BookCommand command) {
        BookOrder order = command.order();
        if (command instanceof BookCommand.Cancel cancel) {
            execute(cancel);
        } else if (order.isEnded()) {
            return;
        } else if (status != TradingStatus.OPEN && command instanceof BookCommand.Submit) {
            fills.reject(order, BookVenue.HALTED);
        } else if (command instanceof BookCommand.Amend amend) {
            amend(amend);
        } else {
            taking.arrive(order);
        }
    }

    private void execute(BookCommand.Cancel cancel) {
        BookOrder order = cancel.order();
        order.cancelFailed();
        if (cancel.exits()) {
            BookExit exit = order.exit();
            if (exit != null) {
                exit.shrinkTo(Decimal.ZERO);
            }
        } else if (!order.isEnded()) {
            fills.cancel(order, ReasonCode.REQUESTED);
        }
    }

    /** Less at the same price keeps the place in the queue; whatever else is allowed loses it. */
    private @Nullable ReasonCode amend(BookCommand.Amend amend) {
        BookOrder order = amend.order();
        Decimal left = amend.quantity().minus(order.filled());
        if (status != TradingStatus.OPEN) {
            return BookVenue.HALTED;
        }
        if (order.spends()) {
            return ReasonCode.MALFORMED;
        }
        if (!market.grid().hasTick(amend.price()) || !market.grid().hasLot(amend.quantity())) {
            return BookVenue.OFF_GRID;
        }
        if (!left.isPositive()) {
            return BookVenue.BELOW_FILLED;
        }
        long price = market.grid().ticks(amend.price());
        boolean moves = price != order.price();
        if (moves && order.instruction() == LimitInstruction.POST_ONLY && taking.wouldTake(order.side(), price)) {
            return ReasonCode.POST_ONLY;
        }
        boolean keepsPlace = !moves && !left.isGreaterThan(order.left());
        order.amend(left, amend.price());
        if (!keepsPlace) {
            resting.remove(order);
            taking.enter(order);
        }
        return null;
    }

    private void moveTo(BookGrid to) {
        BookGrid from = market.grid();
        List<Resting> gone = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Resting order : resting.of(side)) {
                if (!order.moveTo(from, to)) {
                    gone.add(order);
                }
            }
        }
        for (Resting order : gone) {
            resting.remove(order);
            order.endOffGrid();
        }
        market.moveTo(to);
        fills.moveTo(to);
        sweep();
    }

    private void endAll(ReasonCode reason) {
        for (BookOrder order : orders) {
            if (!order.isEnded()) {
                fills.cancel(order, reason);
            }
        }
        fills.exits().forEach(exit -> exit.shrinkTo(Decimal.ZERO));
        sweep();
    }

    /** Forgets what is over, and ends what could only reduce a position that is gone. */
    private void sweep() {
        for (int i = orders.size() - 1; i >= 0; i--) {
            BookOrder order = orders.get(i);
            boolean isVoid = order.isResting()
                    && order.order().reduceOnly()
                    && !fills.reducible(order.side()).isPositive();
            if (isVoid && !order.isEnded()) {
                fills.cancel(order, ReasonCode.REDUCE_ONLY);
            }
            if (order.isEnded()) {
                orders.remove(i);
                if (order.isResting()) {
                    resting.remove(order);
                }
            }
        }
        for (int i = fills.exits().size() - 1; i >= 0; i--) {
            BookExit exit = fills.exits().get(i);
            if (exit.isSpent()) {
                fills.exits().remove(i);
                if (exit.isResting()) {
                    resting.remove(exit);
                }
            }
        }
    }
}
