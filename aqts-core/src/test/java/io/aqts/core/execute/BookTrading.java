package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.DelayConfig;
import io.aqts.core.book.LimitInstruction;
import io.aqts.core.ledger.Ledger;
import io.aqts.market.Contract;
import io.aqts.market.ExpirySettlement;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.DepthReset;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Payoff;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A book venue with a ledger behind it, and a clock that moves by a millisecond with each snapshot. */
final class BookTrading {

    static final long MILLI = 1_000_000;
    static final Instrument COIN = Instrument.of("COIN/USD", Decimal.of("0.1"), Decimal.of("0.5"));
    static final Venue FREE = new Venue("free", 0, 0, 0);

    final BookVenue venue;
    final Ledger ledger = new Ledger("USD", Decimal.of("1000000"), 1);
    final List<ExecutionEvent> history = new ArrayList<>();
    private final TestOrders orders = new TestOrders();
    private final Map<Long, ApprovedOrder> sent = new TreeMap<>();
    long nowNanos = 1_000 * MILLI;

    private BookTrading(BookRules rules, Universe universe, Duration latency) {
        AqtsConfig config = AqtsConfig.defaults()
                .with(c -> c.execution(e -> e.latency(l -> l.submit(DelayConfig.always(latency))
                        .cancel(DelayConfig.always(latency))
                        .amend(DelayConfig.always(latency)))));
        venue = new BookVenue(new LayerContext(config, universe, "venue"), rules);
    }

    static BookTrading plain() {
        return by(BookRules.defaults());
    }

    static BookTrading by(BookRules rules) {
        return new BookTrading(rules, new Universe(List.of(COIN), List.of(FREE)), Duration.ZERO);
    }

    /** At a contract on the coin that ends when a time has passed. */
    static BookTrading ending(Duration after) {
        long expiry = 1_000 * MILLI + after.toNanos();
        Contract future = new Contract.Future(
                Payoff.linear(Decimal.ONE), MarginSchedule.PAID_IN_FULL, expiry, ExpirySettlement.CASH);
        return new BookTrading(
                BookRules.defaults(), new Universe(List.of(COIN.with(future)), List.of(FREE)), Duration.ZERO);
    }

    static BookTrading late(Duration latency) {
        return new BookTrading(BookRules.defaults(), new Universe(List.of(COIN), List.of(FREE)), latency);
    }

    static BookTrading at(Venue... venues) {
        return at(COIN, venues);
    }

    static BookTrading at(Instrument instrument, Venue... venues) {
        return new BookTrading(BookRules.defaults(), new Universe(List.of(instrument), List.of(venues)), Duration.ZERO);
    }

    /** With a book of three levels on each side: 10 at 99.9 and 100.1, 20 and 30 behind them. */
    BookTrading usual() {
        meet(bid(99.9, 10), bid(99.8, 20), bid(99.7, 30), ask(100.1, 10), ask(100.2, 20), ask(100.3, 30));
        return this;
    }

    long submit(Order order) {
        ApprovedOrder approved = orders.approve(nowNanos, order, Decimal.of(100));
        history.addAll(venue.submit(approved));
        sent.put(approved.id(), approved);
        return approved.id();
    }

    long submit(Order order, LimitInstruction instruction) {
        return submit(
                switch (instruction) {
                    case REST -> order;
                    case CANCEL -> order.withLifetime(Lifetime.IOC);
                    case ALL_OR_NONE -> order.withLifetime(Lifetime.FOK);
                    case POST_ONLY -> order.withHandling(Handling.POST_ONLY);
                });
    }

    void amend(long orderId, String quantity, String price) {
        ApprovedOrder before = sent.get(orderId);
        amend(
                before,
                before.order()
                        .withSize(OrderSize.units(Decimal.of(quantity)))
                        .withType(OrderType.limit(Decimal.of(price))));
    }

    void amend(ApprovedOrder before, Order order) {
        ApprovedOrder revised = orders.revise(before, nowNanos, order);
        sent.put(revised.id(), revised);
        history.addAll(venue.amend(revised));
    }

    ApprovedOrder sent(long orderId) {
        return sent.get(orderId);
    }

    void cancel(long orderId) {
        history.addAll(venue.cancel(orderId));
    }

    DepthChange bid(double price, double quantity) {
        return bid(0, price, quantity);
    }

    DepthChange bid(int at, double price, double quantity) {
        return new DepthChange(nowNanos + MILLI, at, Side.BUY, price, quantity);
    }

    DepthChange ask(double price, double quantity) {
        return ask(0, price, quantity);
    }

    DepthChange ask(int at, double price, double quantity) {
        return new DepthChange(nowNanos + MILLI, at, Side.SELL, price, quantity);
    }

    DepthReset reset() {
        return new DepthReset(nowNanos + MILLI, 0);
    }

    /** A print of somebody who sold to buyers. */
    List<Fill> sold(double price, double quantity) {
        return print(price, quantity, false);
    }

    /** A print of somebody who bought from sellers. */
    List<Fill> bought(double price, double quantity) {
        return print(price, quantity, true);
    }

    List<Fill> meet(MarketEvent... events) {
        return meetAfter(MILLI, new InstrumentMarket(null, List.of(), List.of(), List.of(), List.of(events)));
    }

    List<Fill> nothing() {
        return meetAfter(MILLI, InstrumentMarket.QUIET);
    }

    List<Fill> meetAfter(long nanos, InstrumentMarket market) {
        nowNanos += nanos;
        MarketSnapshot snapshot = MarketSnapshot.of(nowNanos, List.of(market));
        List<ExecutionEvent> events = venue.meet(snapshot);
        history.addAll(events);
        List<Fill> fills = new ArrayList<>();
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled filled) {
                fills.add(filled.fill());
                ledger.book(filled.fill());
                ledger.verify();
            }
        }
        return fills;
    }

    ExecutionEvent last() {
        return history.get(history.size() - 1);
    }

    Decimal held() {
        return ledger.position(0).quantity();
    }

    /** Fills as "quantity@price", with an M behind those that gave liquidity. */
    static List<String> told(List<Fill> fills) {
        List<String> told = new ArrayList<>();
        for (Fill fill : fills) {
            told.add(fill.quantity() + "@" + fill.price() + (fill.context().liquidity() == Liquidity.MAKER ? "M" : ""));
        }
        return told;
    }

    private List<Fill> print(double price, double quantity, boolean buyerTook) {
        Trade trade = new Trade(0, nowNanos + MILLI, price, quantity, buyerTook);
        return meetAfter(MILLI, new InstrumentMarket(null, List.of(), List.of(), List.of(trade)));
    }
}
