package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.internal.Outlined;
import io.aqts.market.Instrument;
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
import io.aqts.trade.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One instrument at a book venue, moment by moment: first what the market tells of a moment, all of it; then exits and
 * what waits; then the commands that have arrived, in their order.
 */
final class BookMatching {

    private final RestingOrders resting = new RestingOrders();
    private final BookInbox inbox;
    private final List<BookOrder> orders = new ArrayList<>();
    private final BookMarket market;
    private final BookFills fills;
    private final BookTaking taking;
    private final BookTriggers triggers;
    private final BookSessions sessions;
    private final BookLeaving leaving;
    private final BookClerk clerk;
    private final BookTape tape;
    private final Outlined<BookMatching, Boolean> attending = BookMatching::attend;
    private final Consumer<Trade> printing = this::print;
    private final Consumer<MarketEvent> applying = this::apply;
    private final BookNews news;
    private long momentNanos = Long.MIN_VALUE;
    private long firstExpiryNanos = Long.MAX_VALUE;
    private long crossedMoments;
    private final long expiryNanos;
    private boolean isOver;

    BookMatching(BookRules rules, int index, BookFees fees, Instrument instrument) {
        BookGrid grid = BookGrid.of(instrument);
        expiryNanos = instrument.contract().expiryNanos();
        market = new BookMarket(fees.venues(), grid, resting);
        fills = new BookFills(index, fees, grid);
        taking = new BookTaking(rules, market, fills, resting);
        triggers = new BookTriggers(market, fills, taking);
        sessions = new BookSessions(market, fills, taking);
        leaving = new BookLeaving(market, taking, resting, fills.exits());
        clerk = new BookClerk(rules, new BookFloor(market, fills, taking, triggers, sessions));
        inbox = clerk.inbox();
        tape = new BookTape(market, resting);
        news = new BookNews(market);
    }

    /** {@return the index of the instrument} */
    int index() {
        return fills.index();
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

    /** {@return how many orders, commands and exits there are} */
    int kept() {
        return orders.size() + inbox.commands().size() + fills.exits().size();
    }

    void add(BookCommand.Submit submit) {
        orders.add(submit.order());
        inbox.add(submit);
        firstExpiryNanos = Math.min(firstExpiryNanos, submit.order().untilNanos());
    }

    /** {@return the order with this number that has not ended, or null} */
    @Nullable
    BookOrder order(long orderId) {
        for (BookOrder order : orders) {
            if (order.id() == orderId && !order.isEnded()) {
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

    /** Begins with what a snapshot brings of the instrument. */
    void begin(long nowNanos, InstrumentMarket brought, List<ExecutionEvent> report) {
        fills.begin(nowNanos, report);
        news.begin(nowNanos, brought);
    }

    /** What happens from here on happens at a moment or later, however old the news are. */
    void tellNothingBefore(long epochNanos) {
        fills.happensAt(epochNanos);
    }

    /** {@return whether the snapshot brings another moment} */
    boolean hasNext() {
        return news.hasNext();
    }

    /** {@return the next moment that the snapshot brings, never before one that was met} */
    long nextNanos() {
        return Math.max(fills.momentNanos(), news.momentNanos());
    }

    /** Meets the next moment that the snapshot brings. */
    void meetNext() {
        momentNanos = news.momentNanos();
        fills.meets(momentNanos);
        news.tell(printing, applying);
        endMoment();
    }

    /** {@return whether something happens by a moment even if it brings nothing of the instrument} */
    boolean isDue(long nowNanos) {
        return inbox.firstArrivalNanos() <= nowNanos || firstExpiryNanos <= nowNanos;
    }

    /** Lets cancellations arrive, and orders expire, at a moment that brings nothing of the instrument. */
    void pass(long nowNanos, List<ExecutionEvent> report) {
        fills.begin(nowNanos, report);
        clerk.arriveQuietly(nowNanos);
        expire(nowNanos);
        sweep();
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
        } else if (event instanceof MarketEvent.AuctionPrint print) {
            clerk.admit(momentNanos);
            sessions.print(print);
        } else if (event instanceof MarketEvent.StatusChange change) {
            clerk.admit(momentNanos);
            sessions.change(change.status());
            market.trade(change.status());
            if (market.isClosed()) {
                endDay();
            }
        } else if (event instanceof MarketEvent.GridChange change) {
            moveTo(new BookGrid(change.tickSize(), change.lotSize()));
        } else if (event instanceof MarketEvent.Split split) {
            split(split.ratio());
        } else if (event instanceof MarketEvent.FinalSettlement) {
            end();
        }
    }

    private void end() {
        isOver = true;
        endAll(ReasonCode.MARKET_CLOSED);
        fills.settle();
        market.trade(TradingStatus.CLOSED);
    }

    private void print(Trade trade) {
        tape.print(trade, market.isOpen());
    }

    private void endMoment() {
        if (momentNanos >= expiryNanos && !(isOver && market.isClosed())) {
            end();
        }
        market.settle();
        boolean isCrossed = market.isAnyCrossed();
        if (isCrossed) {
            crossedMoments++;
        }
        if (inbox.firstArrivalNanos() <= momentNanos
                || !fills.exits().isEmpty()
                || !triggers.isEmpty()
                || sessions.isOpening()
                || firstExpiryNanos <= momentNanos
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
        expire(momentNanos - 1);
        if (market.isOpen()) {
            leaving.watch(momentNanos);
            cross(Side.BUY);
            cross(Side.SELL);
            triggers.check();
            sessions.open();
        }
        clerk.arrive(momentNanos);
        enlarge();
        if (market.isOpen()) {
            triggers.check();
            leaving.placeTargets();
        }
        expire(momentNanos);
        sweep();
        return true;
    }

    /** Ends what may not fill later than a moment; what filled at it has filled. */
    private void expire(long nanos) {
        if (firstExpiryNanos > nanos) {
            return;
        }
        firstExpiryNanos = Long.MAX_VALUE;
        for (BookOrder order : orders) {
            if (!order.isEnded() && order.untilNanos() <= nanos) {
                fills.cancel(order, ReasonCode.EXPIRED);
            } else if (!order.isEnded()) {
                firstExpiryNanos = Math.min(firstExpiryNanos, order.untilNanos());
            }
        }
    }

    private void endDay() {
        for (BookOrder order : orders) {
            TimeInForce rule = order.order().timeInForce();
            if (rule == TimeInForce.DAY || rule == TimeInForce.AT_CLOSE) {
                fills.cancel(order, ReasonCode.EXPIRED);
            }
        }
        sweep();
    }

    private void cross(Side ours) {
        List<Resting> waiting = resting.of(ours);
        for (int i = 0; i < waiting.size(); i++) {
            if (market.isUsable(waiting.get(i).venue())) {
                taking.cross(waiting.get(i));
            }
        }
    }

    /** Lets children that wait in a queue come anew, with the more that their parents have filled. */
    private void enlarge() {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).hasGrown()) {
                triggers.reenter(orders.get(i));
            }
        }
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
        triggers.requireFitting(to);
        sessions.requireFitting(to);
        market.moveTo(to);
        fills.moveTo(to);
        sweep();
    }

    /** Ends orders at old prices and forgets old books; exits move with the position, and targets queue anew. */
    private void split(Decimal ratio) {
        for (BookExit exit : fills.exits()) {
            if (exit.isResting()) {
                resting.remove(exit);
            }
        }
        fills.split(ratio);
        for (int venue = 0; venue < market.venues(); venue++) {
            market.forget(venue);
        }
        endOrders(BookVenue.SPLIT);
        sweep();
    }

    private void endAll(ReasonCode reason) {
        endOrders(reason);
        fills.exits().forEach(exit -> exit.shrinkTo(Decimal.ZERO));
        sweep();
    }

    private void endOrders(ReasonCode reason) {
        for (BookOrder order : orders) {
            if (!order.isEnded()) {
                fills.cancel(order, reason);
            }
        }
    }

    /** Forgets what is over, and ends what could only reduce a position that is gone. */
    private void sweep() {
        for (int i = orders.size() - 1; i >= 0; i--) {
            BookOrder order = orders.get(i);
            boolean isVoid = order.isResting()
                    && order.order().reduceOnly()
                    && !order.isHeld()
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
