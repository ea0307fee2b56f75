package io.aqts.core.execute;

import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.TradingStatus;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one instrument is traded: what a snapshot brings of it, in the order in which it happened.
 *
 * <p>Of a bar, first comes what had happened when it began, then its open, its way and its close, then what happened
 * while it lasted; where trading opened within it, it begins there. Of quotes, first comes what had happened when they
 * were shown. A fill and the end of an order at the same moment: the fill comes first.
 */
final class Pit {

    private final Matching matching;
    private final Session session;
    private final BarMatching bars;
    private final QuoteMatching quotes;
    private final AuctionMatching auctions;
    private final Amending amending;
    private final List<Command> commands = new ArrayList<>();
    private boolean volumeSeen;
    private boolean marketMet;
    private int nextEvent;
    private int nextSplit;

    Pit(Matching matching, Session session, BarMatching bars, QuoteMatching quotes, BarTerms terms, FillPolicy policy) {
        this.matching = matching;
        this.session = session;
        this.bars = bars;
        this.quotes = quotes;
        this.auctions = new AuctionMatching(terms, policy, session);
        this.amending = new Amending(terms);
    }

    Matching matching() {
        return matching;
    }

    Session session() {
        return session;
    }

    boolean isIdle() {
        return matching.isIdle() && commands.isEmpty();
    }

    boolean isVolumeSeen() {
        return volumeSeen;
    }

    /** From now on a bar without volume is one in which nothing traded. */
    void seeVolume() {
        volumeSeen = true;
    }

    void send(Command command) {
        commands.add(command);
    }

    void add(WorkingOrder order) {
        if (order.isOf(TimeInForce.DAY)) {
            order.endBy(session.endOfDay(order.sentNanos()));
        } else if (order.isOf(TimeInForce.GTD)) {
            long until = order.order().lifetime().untilNanos();
            order.endBy(new Deadline(until, until));
        }
        matching.add(order);
    }

    void meet(InstrumentMarket market) {
        for (WorkingOrder order : matching.orders()) {
            order.begin();
        }
        matching.begin();
        nextEvent = 0;
        nextSplit = 0;
        marketMet = false;
        Bar bar = traded(market.bar());
        boolean isQuoted = !market.quotes().isEmpty() || !market.books().isEmpty();
        quotes.show(market);
        if (bar != null) {
            prepare(market, bar.startNanos(), true, null);
            if (!session.isOpen()) {
                bar = sinceOpening(market, bar);
                prepare(market, bar.startNanos(), true, null);
            }
            if (session.isOpen()) {
                if (isQuoted) {
                    quotes.pass(matching, bar);
                } else {
                    bars.meet(matching, bar);
                }
                sawTrading();
            }
            marketMet = true;
        }
        if (isQuoted) {
            prepare(market, newest(market), false, bar);
            if (session.isOpen()) {
                quotes.meet(matching);
                sawTrading();
            }
            marketMet = true;
        }
        finish(market, bar, isQuoted);
    }

    /** Fills an order at the close of the bar it was decided on, if that is wanted and there is such a bar. */
    void fillAtClose(WorkingOrder order, InstrumentMarket market) {
        Bar bar = traded(market.bar());
        boolean isQuoted = !market.quotes().isEmpty() || !market.books().isEmpty();
        boolean isFree = !order.isWaiting() && !order.isOfSession() && !order.isHeld();
        if (bar != null && !isQuoted && isFree && session.isOpen() && bar.epochNanos() == order.sentNanos()) {
            matching.follows(matching.nowNanos());
            matching.turnover().begin(bar.volume());
            bars.fillAtClose(matching, order, bar);
        }
    }

    private @Nullable Bar traded(@Nullable Bar bar) {
        return bar != null && (bar.volume() > 0 || !volumeSeen) ? bar : null;
    }

    /**
     * {@return of a bar that began while nothing traded the part since trading opened within it, which has all its
     * prices; the whole bar if trading did not}
     */
    private static Bar sinceOpening(InstrumentMarket market, Bar bar) {
        for (MarketEvent event : market.events()) {
            long at = event.epochNanos();
            boolean opens = event instanceof MarketEvent.StatusChange change && change.status() == TradingStatus.OPEN;
            if (opens && at > bar.startNanos() && at < bar.epochNanos()) {
                return new Bar(
                        bar.epochNanos(),
                        bar.epochNanos() - at,
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume());
            }
        }
        return bar;
    }

    private static long newest(InstrumentMarket market) {
        long newest = Long.MIN_VALUE;
        for (Quote quote : market.quotes()) {
            newest = Math.max(newest, quote.epochNanos());
        }
        for (OrderBook book : market.books()) {
            newest = Math.max(newest, book.epochNanos());
        }
        return newest;
    }

    private void sawTrading() {
        for (WorkingOrder order : matching.orders()) {
            order.sawTrading();
        }
    }

    /**
     * Lets happen what had happened by a moment; what stops trading at that very moment comes after the quotes of it.
     */
    private void prepare(InstrumentMarket market, long moment, boolean isBar, @Nullable Bar bar) {
        happen(market, new Until(moment, !isBar), bar, false);
        matching.follows(moment);
        arrive(moment);
        for (WorkingOrder order : matching.orders()) {
            if (order.deadline().endNanos() < moment) {
                expire(order, moment);
            }
        }
    }

    private void finish(InstrumentMarket market, @Nullable Bar bar, boolean isQuoted) {
        long now = matching.nowNanos();
        if (bar != null && !isQuoted && isAwaitingTheClose() && session.isClosing(bar)) {
            bars.close(matching, bar);
            cancelAll(TimeInForce.AT_CLOSE, bar.epochNanos());
        }
        happen(market, new Until(now, false), bar, isQuoted);
        arrive(now);
        for (WorkingOrder order : matching.orders()) {
            if (order.deadline().endNanos() <= now && (order.hasSeenTrading() || !order.isOf(TimeInForce.DAY))) {
                expire(order, now);
            }
            boolean isImpatient = order.isImmediate() && !order.isWaiting() && !session.isOpen();
            if (isImpatient && now >= order.arrivalNanos() && now > order.sentNanos()) {
                matching.report().cancel(order, session.reason());
            }
        }
        matching.dropUseless();
    }

    private boolean isAwaitingTheClose() {
        List<WorkingOrder> orders = matching.orders();
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).isOf(TimeInForce.AT_CLOSE)) {
                return true;
            }
        }
        return false;
    }

    private void expire(WorkingOrder order, long moment) {
        if (!order.isOf(TimeInForce.DAY)) {
            matching.report().cancel(order, ReasonCode.EXPIRED);
        } else if (session.isTold()) {
            order.endBy(Deadline.NONE);
        } else if (order.hasSeenTrading()) {
            matching.report().cancel(order, ReasonCode.EXPIRED);
        } else {
            order.endBy(session.endOfDay(moment));
        }
    }

    private void arrive(long moment) {
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            if (command.dueNanos() <= moment) {
                commands.remove(i--);
                carryOut(command);
            }
        }
    }

    /** Does what was asked, now that the request has arrived. */
    void carryOut(Command command) {
        WorkingOrder order = command.order();
        Report report = matching.report();
        ApprovedOrder revised = command.revised();
        if (revised != null) {
            ReasonCode obstacle = amending.obstacle(order, revised, matching.grid(), quotes.best(order));
            int revision = revised.revision();
            if (obstacle == null) {
                amending.apply(order, revised, matching, command.dueNanos());
                report.add(new ExecutionEvent.Amended(order.id(), report.nowNanos(), revision));
            } else {
                report.add(new ExecutionEvent.AmendRejected(order.id(), report.nowNanos(), revision, obstacle));
            }
        } else if (order.isEnded()) {
            report.add(new ExecutionEvent.CancelRejected(order.id(), report.nowNanos(), ReasonCode.TOO_LATE));
        } else {
            report.cancel(order, ReasonCode.REQUESTED);
        }
    }

    private void happen(InstrumentMarket market, Until until, @Nullable Bar bar, boolean isQuoted) {
        List<MarketEvent> events = market.events();
        while (nextEvent < events.size()) {
            MarketEvent event = events.get(nextEvent);
            if (until.isBefore(event)) {
                break;
            }
            nextEvent++;
            matching.follows(event.epochNanos());
            if (event instanceof MarketEvent.AuctionPrint print) {
                print(events, print);
            } else if (event instanceof MarketEvent.Split split) {
                if (nextEvent > nextSplit) {
                    matching.split(split.ratio());
                }
            } else {
                happen(event, bar, isQuoted);
            }
        }
        if (until.includes(matching.expiryNanos()) && !session.isSettled()) {
            end();
        }
    }

    private static boolean stops(MarketEvent event) {
        return event instanceof MarketEvent.FinalSettlement
                || (event instanceof MarketEvent.StatusChange change && change.status() != TradingStatus.OPEN);
    }

    private void happen(MarketEvent event, @Nullable Bar bar, boolean isQuoted) {
        if (event instanceof MarketEvent.StatusChange change) {
            change(change, bar, isQuoted);
        } else if (event instanceof MarketEvent.GridChange change) {
            matching.grid().change(change.tickSize(), change.lotSize());
            for (WorkingOrder order : matching.orders()) {
                if (!matching.grid().holds(order.order(), order.left())) {
                    matching.report().cancel(order, ReasonCode.OFF_GRID);
                }
            }
        } else if (event instanceof MarketEvent.FinalSettlement) {
            end();
        }
    }

    /**
     * Fills at the price of an auction, which a split of the same moment is in already. Before the bar or the quotes it
     * fills at its own moment, because who holds then meets a split or a dividend that comes between.
     */
    private void print(List<MarketEvent> events, MarketEvent.AuctionPrint print) {
        nextSplit = Math.max(nextEvent, nextSplit);
        while (nextSplit < events.size() && events.get(nextSplit).epochNanos() == print.epochNanos()) {
            if (events.get(nextSplit++) instanceof MarketEvent.Split split) {
                matching.split(split.ratio());
            }
        }
        Report report = matching.report();
        long now = report.nowNanos();
        if (!marketMet) {
            report.at(print.epochNanos());
        }
        auctions.meet(matching, print);
        report.at(now);
    }

    private void end() {
        matching.settle();
        session.settle();
    }

    private void change(MarketEvent.StatusChange change, @Nullable Bar bar, boolean isQuoted) {
        boolean closes = change.status() == TradingStatus.CLOSED && !session.isClosed();
        if (closes && session.isOpen()) {
            if (isQuoted) {
                quotes.close(matching);
            } else if (bar != null) {
                bars.close(matching, bar);
            }
        }
        if (closes) {
            cancelAll(TimeInForce.AT_CLOSE, change.epochNanos());
            cancelAll(TimeInForce.DAY, change.epochNanos());
        }
        session.change(change);
    }

    private void cancelAll(TimeInForce rule, long beforeNanos) {
        for (WorkingOrder order : matching.orders()) {
            if (order.isOf(rule) && order.sentNanos() < beforeNanos) {
                matching.report().cancel(order, ReasonCode.EXPIRED);
            }
        }
    }

    /**
     * Up to which events have happened.
     *
     * @param moment the last moment that counts
     * @param isLenient whether what stops trading at that very moment comes later
     */
    private record Until(long moment, boolean isLenient) {

        boolean includes(long endNanos) {
            return isLenient ? endNanos < moment : endNanos <= moment;
        }

        boolean isBefore(MarketEvent event) {
            boolean isLast = event.epochNanos() == moment;
            return event.epochNanos() > moment || (isLast && isLenient && stops(event));
        }
    }
}
