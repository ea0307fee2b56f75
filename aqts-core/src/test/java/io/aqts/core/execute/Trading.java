package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.ExecutionConfig;
import io.aqts.config.FeeConfig;
import io.aqts.core.ledger.Ledger;
import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A paper venue with a ledger behind it, and a clock that moves by a minute with each snapshot. */
final class Trading {

    static final long MINUTE = 60_000_000_000L;
    static final Instrument COIN = Instrument.of("COIN/USD", Decimal.of("0.01"), Decimal.of("0.001"));

    final PaperVenue venue;
    final Ledger ledger;
    final List<ExecutionEvent> history = new ArrayList<>();
    private final TestOrders orders = new TestOrders();
    private final int instruments;
    long nowNanos = 1_000 * MINUTE;

    private final TreeMap<Long, ApprovedOrder> approvals = new TreeMap<>();

    private Trading(PaperVenue venue, Universe universe, String cash) {
        this.venue = venue;
        ledger = new Ledger("USD", Decimal.of(cash), universe.size());
        instruments = universe.size();
    }

    /** Trades one coin without spread, fees, latency and partial fills, except as changed. */
    static Trading with(UnaryOperator<ExecutionConfig.Builder> change) {
        return in(Universe.of(COIN), change);
    }

    static Trading plain() {
        return with(c -> c);
    }

    static Trading in(Universe universe, UnaryOperator<ExecutionConfig.Builder> change) {
        AqtsConfig config = AqtsConfig.defaults().with(c -> c.execution(e -> change.apply(free(e))));
        return new Trading(new PaperVenue(new LayerContext(config, universe, "venue")), universe, "100000");
    }

    /** Trades one coin with bars read by a policy. */
    static Trading by(FillPolicy policy, UnaryOperator<ExecutionConfig.Builder> change) {
        AqtsConfig config = AqtsConfig.defaults().with(c -> c.execution(e -> change.apply(free(e))));
        Universe universe = Universe.of(COIN);
        return new Trading(new PaperVenue(new LayerContext(config, universe, "venue"), policy), universe, "100000");
    }

    /** Trades one coin at a venue to which cancels and amendments take their time. */
    static Trading late(long cancelNanos, long amendNanos) {
        AqtsConfig config = AqtsConfig.defaults().with(c -> c.execution(Trading::free));
        Universe universe = Universe.of(COIN);
        LatencyModel latency = LatencyModel.constant(Duration.ZERO)
                .plus(LatencyModel.Leg.CANCEL, Duration.ofNanos(cancelNanos))
                .plus(LatencyModel.Leg.AMEND, Duration.ofNanos(amendNanos));
        PaperVenue venue =
                new PaperVenue(new LayerContext(config, universe, "venue"), FillPolicy.pessimistic(), latency);
        return new Trading(venue, universe, "100000");
    }

    /** Trades one coin at the book of one venue. */
    static Trading atBook(UnaryOperator<FeeConfig.Builder> fees) {
        FeeConfig schedule = fees.apply(FeeConfig.defaults().toBuilder()).build();
        return in(atVenues(new Venue("V", 0, schedule)), e -> e);
    }

    /** A book with asks of prices and quantities in turn, and one bid far below. */
    List<Fill> asks(String... pricesAndQuantities) {
        List<BookLevel> asks = new ArrayList<>();
        for (int i = 0; i < pricesAndQuantities.length; i += 2) {
            asks.add(new BookLevel(
                    Double.parseDouble(pricesAndQuantities[i]), Double.parseDouble(pricesAndQuantities[i + 1])));
        }
        return books(new OrderBook(0, nowNanos + MINUTE, List.of(new BookLevel(50, 1)), asks));
    }

    static Universe atVenues(Venue... venues) {
        return new Universe(List.of(COIN), List.of(venues));
    }

    long submit(Order order) {
        return submit(order, "100");
    }

    long submit(Order order, String reference) {
        ApprovedOrder approved = orders.approve(nowNanos, order, Decimal.of(reference));
        approvals.put(approved.id(), approved);
        book(venue.submit(approved));
        return approved.id();
    }

    List<ExecutionEvent> amend(long id, Order order) {
        return amend(id, order, "100");
    }

    List<ExecutionEvent> amend(long id, Order order, String reference) {
        ApprovedOrder revised = orders.revise(approvals.get(id), order, nowNanos, Decimal.of(reference));
        approvals.put(id, revised);
        List<ExecutionEvent> events = venue.amend(revised);
        book(events);
        return events;
    }

    List<ExecutionEvent> cancel(long id) {
        List<ExecutionEvent> events = venue.cancel(id);
        book(events);
        return events;
    }

    /** {@return what was reported of one order, without its fills and their prices} */
    List<String> told(long id) {
        List<String> told = new ArrayList<>();
        for (ExecutionEvent event : history) {
            if (event.orderId() == id) {
                told.add(word(event));
            }
        }
        return told;
    }

    private static String word(ExecutionEvent event) {
        if (event instanceof ExecutionEvent.Canceled it) {
            return "canceled " + it.reason();
        }
        if (event instanceof ExecutionEvent.Rejected it) {
            return "rejected " + it.reason();
        }
        if (event instanceof ExecutionEvent.AmendRejected it) {
            return "amend rejected " + it.reason();
        }
        if (event instanceof ExecutionEvent.CancelRejected it) {
            return "cancel rejected " + it.reason();
        }
        if (event instanceof ExecutionEvent.Filled it) {
            return it.fill().quantity() + " at " + it.fill().price();
        }
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** A bar of one minute and what else happened, by seconds after the bar began. */
    List<Fill> barWith(double[] prices, MarketEvent... events) {
        Bar bar = new Bar(nowNanos + MINUTE, MINUTE, prices[0], prices[1], prices[2], prices[3], 10);
        return meet(InstrumentMarket.of(bar).withEvents(List.of(events)));
    }

    long in(long seconds) {
        return nowNanos + seconds * 1_000_000_000L;
    }

    List<Fill> bar(double open, double high, double low, double close) {
        return bar(open, high, low, close, 10);
    }

    List<Fill> bar(double open, double high, double low, double close, double volume) {
        long end = nowNanos + MINUTE;
        return meet(InstrumentMarket.of(new Bar(end, MINUTE, open, high, low, close, volume)));
    }

    List<Fill> flat(double price) {
        return bar(price, price, price, price);
    }

    /** Quotes of 1000 units on each side, one for each venue in turn. */
    List<Fill> quotes(double... bidsAndAsks) {
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < bidsAndAsks.length; i += 2) {
            quotes.add(quote(i / 2, bidsAndAsks[i], bidsAndAsks[i + 1], 1000));
        }
        return meet(new InstrumentMarket(null, quotes, List.of(), List.of()));
    }

    Quote quote(int venueIndex, double bid, double ask, double quantity) {
        return new Quote(venueIndex, nowNanos + MINUTE, bid, quantity, ask, quantity, 0, 0);
    }

    List<Fill> books(OrderBook... books) {
        return meet(new InstrumentMarket(null, List.of(), List.of(books), List.of()));
    }

    List<Fill> nothing() {
        return meet(InstrumentMarket.QUIET);
    }

    List<Fill> meet(InstrumentMarket... markets) {
        return meetAfter(MINUTE, markets);
    }

    List<Fill> meetAfter(long nanos, InstrumentMarket... markets) {
        nowNanos += nanos;
        List<InstrumentMarket> all = new ArrayList<>(List.of(markets));
        while (all.size() < instruments) {
            all.add(InstrumentMarket.QUIET);
        }
        MarketSnapshot snapshot = MarketSnapshot.of(nowNanos, all);
        List<ExecutionEvent> events = venue.meet(snapshot);
        List<Fill> fills = book(events);
        ledger.mark(snapshot);
        return fills;
    }

    private List<Fill> book(List<ExecutionEvent> events) {
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

    private static ExecutionConfig.Builder free(ExecutionConfig.Builder execution) {
        return execution
                .halfSpreadBps(0)
                .makerFeeBps(0)
                .takerFeeBps(0)
                .latencyMin(Duration.ZERO)
                .latencyMax(Duration.ZERO)
                .partialFillProbability(0);
    }
}
