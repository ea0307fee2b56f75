package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.AmendingVenue;
import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.core.execute.BookVenue;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.AuctionPrint;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.DepthReset;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A book venue, and maps of what the books show beside it. Takers may fill what is shown and has not been taken, makers
 * what printed or is shown at their price on the other side, orders for a session what its auction traded (where that
 * is known).
 */
class WatchedBooks implements ExecutionVenue {

    private final BookVenue venue;
    private final Universe universe;
    private final List<List<Map<Side, Levels>>> books = new ArrayList<>();
    private final Map<Long, Order> orders = new TreeMap<>();
    private long sent;
    private long makers;
    private long takers;
    private long inAuctions;

    /** What is shown at prices in ticks, and what of it is left. */
    private static final class Levels {

        private final TreeMap<Long, Long> shown = new TreeMap<>();
        private final TreeMap<Long, Long> left = new TreeMap<>();

        void set(long price, long quantity) {
            long before = shown.getOrDefault(price, 0L);
            if (quantity == 0) {
                shown.remove(price);
                left.remove(price);
            } else if (quantity != before) {
                shown.put(price, quantity);
                left.put(price, quantity);
            }
        }

        void clear() {
            shown.clear();
            left.clear();
        }

        void take(long price, long quantity) {
            left.computeIfPresent(price, (p, was) -> Math.max(0, was - quantity));
        }
    }

    WatchedBooks(LayerContext context) {
        venue = new BookVenue(context);
        universe = context.universe();
        for (int i = 0; i < universe.size(); i++) {
            List<Map<Side, Levels>> venues = new ArrayList<>();
            for (int at = 0; at < universe.venues().size(); at++) {
                venues.add(Map.of(Side.BUY, new Levels(), Side.SELL, new Levels()));
            }
            books.add(venues);
        }
    }

    long sent() {
        return sent;
    }

    long makers() {
        return makers;
    }

    long takers() {
        return takers;
    }

    long inAuctions() {
        return inAuctions;
    }

    @Override
    public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
        for (int i = 0; i < universe.size(); i++) {
            show(i, snapshot.instrument(i));
        }
        List<ExecutionEvent> events = venue.meet(snapshot);
        Map<String, PrintedVolume> printed = new TreeMap<>();
        long[] auctioned = new long[universe.size()];
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled filled) {
                check(filled.fill(), snapshot.instrument(filled.fill().instrument()), printed, auctioned);
            }
        }
        return events;
    }

    private void show(int instrument, InstrumentMarket news) {
        for (Trade trade : news.trades()) {
            Levels gave = books.get(instrument).get(trade.venue()).get(trade.buyerTook() ? Side.SELL : Side.BUY);
            long price = ticks(instrument, trade.price());
            for (Map.Entry<Long, Long> level : gave.left.entrySet()) {
                if (trade.buyerTook() ? level.getKey() < price : level.getKey() > price) {
                    level.setValue(0L);
                }
            }
            gave.take(price, lots(instrument, trade.quantity()));
        }
        for (MarketEvent event : news.events()) {
            if (event instanceof DepthChange change) {
                books.get(instrument)
                        .get(change.venue())
                        .get(change.side())
                        .set(ticks(instrument, change.price()), lots(instrument, change.quantity()));
            } else if (event instanceof DepthReset reset) {
                books.get(instrument).get(reset.venue()).values().forEach(Levels::clear);
            }
        }
    }

    private void check(Fill fill, InstrumentMarket news, Map<String, PrintedVolume> printed, long[] auctioned) {
        int at = fill.context().venue().equals(universe.venues().get(0).name()) ? 0 : 1;
        long price = ticks(fill.instrument(), fill.price().toDouble());
        long quantity = lots(fill.instrument(), fill.quantity().toDouble());
        Levels other = books.get(fill.instrument()).get(at).get(fill.side().opposite());
        AuctionPrint auction = auction(news);
        if (auction != null && isOfSession(fill)) {
            inAuctions++;
            auctioned[fill.instrument()] += quantity;
            assertThat(auctioned[fill.instrument()])
                    .as("%s in %s", fill, auction)
                    .isLessThanOrEqualTo(
                            auction.quantity() == 0 ? Long.MAX_VALUE : lots(fill.instrument(), auction.quantity()));
            assertThat(price).isEqualTo(ticks(fill.instrument(), auction.price()));
        } else if (fill.context().liquidity() == Liquidity.TAKER) {
            takers++;
            assertThat(quantity)
                    .as("%s of %s", fill, other.left)
                    .isLessThanOrEqualTo(other.left.getOrDefault(price, 0L));
            other.take(price, quantity);
        } else {
            makers++;
            String place = fill.instrument() + " " + at + " " + fill.side();
            long crossed = quantity
                    - printed.computeIfAbsent(place, key -> printed(fill, at, news))
                            .meet(price, quantity);
            if (crossed > 0) {
                assertThat(cross(other, fill.side(), price, crossed))
                        .as("%s of %s", fill, other.left)
                        .isZero();
            }
        }
    }

    /** Takes from those who show our price or a better one, and says what they did not have. */
    private static long cross(Levels other, Side ours, long price, long wanted) {
        long missing = wanted;
        for (long at : ours == Side.BUY ? other.left.keySet() : other.left.descendingKeySet()) {
            if (ours == Side.BUY ? at <= price : at >= price) {
                long taken = Math.min(missing, other.left.get(at));
                other.left.put(at, other.left.get(at) - taken);
                missing -= taken;
            }
        }
        return missing;
    }

    private PrintedVolume printed(Fill fill, int at, InstrumentMarket news) {
        PrintedVolume volume = new PrintedVolume(fill.side());
        for (Trade trade : news.trades()) {
            if (trade.venue() == at && trade.buyerTook() == (fill.side() == Side.SELL)) {
                volume.print(ticks(fill.instrument(), trade.price()), lots(fill.instrument(), trade.quantity()));
            }
        }
        return volume;
    }

    private boolean isOfSession(Fill fill) {
        Order order = orders.get(fill.orderId());
        TimeInForce rule = order.timeInForce();
        return order.side() == fill.side() && (rule == TimeInForce.AT_OPEN || rule == TimeInForce.AT_CLOSE);
    }

    private static AuctionPrint auction(InstrumentMarket news) {
        for (MarketEvent event : news.events()) {
            if (event instanceof AuctionPrint print) {
                return print;
            }
        }
        return null;
    }

    /** A part of a lot takes a whole one from what is shown. */
    private long lots(int instrument, double quantity) {
        Instrument of = universe.instrument(instrument);
        return (long) Math.ceil(quantity / of.lotSize().toDouble() - 1e-6);
    }

    private long ticks(int instrument, double price) {
        Instrument of = universe.instrument(instrument);
        return Math.round(price / of.tickSize().toDouble());
    }

    @Override
    public List<ExecutionEvent> submit(ApprovedOrder order) {
        sent++;
        orders.put(order.id(), order.order());
        return venue.submit(order);
    }

    @Override
    public List<ExecutionEvent> cancel(long orderId) {
        return venue.cancel(orderId);
    }

    /** The same, with the amendments that it counts as sent. */
    static final class Amendable extends WatchedBooks implements AmendingVenue {

        Amendable(LayerContext context) {
            super(context);
        }

        @Override
        public List<ExecutionEvent> amend(ApprovedOrder revised) {
            super.sent++;
            super.orders.put(revised.id(), revised.order());
            return super.venue.amend(revised);
        }
    }
}
