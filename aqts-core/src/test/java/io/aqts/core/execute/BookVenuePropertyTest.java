package io.aqts.core.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Randomness;
import io.aqts.core.book.QueueModel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.Trade;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** On made-up tapes a plain map of levels, kept beside the venue, explains every fill. */
class BookVenuePropertyTest {

    private static final List<QueueModel> QUEUES =
            List.of(new QueueModel.RiskAverse(), new QueueModel.Power(2), new QueueModel.Logarithmic());
    private static final List<Lifetime> LIFETIMES = List.of(Lifetime.GTC, Lifetime.IOC, Lifetime.FOK);

    @Property(tries = 150)
    void d10_everyFillHasAPrintOrALevelBehindIt(@ForAll long seed) {
        Script script = new Script(seed);
        for (int i = 0; i < 120; i++) {
            script.order();
            script.step();
        }
    }

    @Property(tries = 60)
    void d6_aLessCarefulQueueNeverFillsLess(@ForAll long seed) {
        assertThat(waiting(seed, QUEUES.get(0))).isLessThanOrEqualTo(waiting(seed, new QueueModel.Power(1)));
    }

    /** How much of one order that waits has filled when the tape ends. */
    private static double waiting(long seed, QueueModel queue) {
        BookTrading book = BookTrading.by(BookRules.defaults().withQueue(queue)).usual();
        Randomness chance = Randomness.of(seed);
        book.submit(TestOrders.limit(Side.BUY, "500", "99.9"));
        book.meet(book.bid(99.7, 31));
        for (int i = 0; i < 60; i++) {
            if (chance.nextInt(3) == 0) {
                book.sold(99.9, 1 + chance.nextInt(5));
            } else {
                book.meet(book.bid(99.9, 1 + chance.nextInt(30)));
            }
        }
        return book.held().toDouble();
    }

    /** Random news and random orders, with what is shown and what of it is left on a map. */
    private static final class Script {

        private final Randomness chance;
        private final BookTrading book;
        private final Map<Integer, Double> bids = new TreeMap<>();
        private final Map<Integer, Double> asks = new TreeMap<>();
        private final Map<Integer, Double> bidsLeft = new TreeMap<>();
        private final Map<Integer, Double> asksLeft = new TreeMap<>();
        private final List<Long> sent = new ArrayList<>();

        Script(long seed) {
            chance = Randomness.of(seed);
            book = BookTrading.by(BookRules.defaults().withQueue(QUEUES.get(chance.nextInt(QUEUES.size()))));
        }

        void order() {
            if (chance.nextInt(3) != 0) {
                return;
            }
            if (!sent.isEmpty() && chance.nextInt(3) == 0) {
                book.cancel(sent.get(chance.nextInt(sent.size())));
                return;
            }
            Side side = chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
            OrderType type = chance.nextInt(3) == 0
                    ? OrderType.market()
                    : OrderType.limit(Decimal.of(995 + chance.nextInt(11), 1));
            Order order = TestOrders.order(side, OrderSize.units(Decimal.of(1 + chance.nextInt(12))), type)
                    .withLifetime(LIFETIMES.get(chance.nextInt(3)));
            sent.add(book.submit(
                    chance.nextInt(4) == 0 && order.lifetime().equals(Lifetime.GTC)
                            ? order.withHandling(Handling.POST_ONLY)
                            : order));
        }

        void step() {
            if (chance.nextInt(3) == 0) {
                print();
            } else {
                levels();
            }
        }

        private void print() {
            boolean buys = chance.nextInt(2) == 0;
            int price = 995 + chance.nextInt(11);
            double quantity = 1 + chance.nextInt(8);
            Map<Integer, Double> left = buys ? asksLeft : bidsLeft;
            left.replaceAll((at, lots) -> {
                boolean isBetter = buys ? at < price : at > price;
                return isBetter ? 0 : at == price ? Math.max(0, lots - quantity) : lots;
            });
            Trade trade = new Trade(0, book.nowNanos + BookTrading.MILLI, price / 10.0, quantity, buys);
            explain(
                    book.meetAfter(BookTrading.MILLI, new InstrumentMarket(null, List.of(), List.of(), List.of(trade))),
                    trade);
        }

        private void levels() {
            List<MarketEvent> events = new ArrayList<>();
            for (int i = chance.nextInt(4); i >= 0; i--) {
                boolean isBid = chance.nextInt(2) == 0;
                int price = 996 + chance.nextInt(6) + (isBid ? 0 : 3);
                double quantity = chance.nextInt(3) == 0 ? 0 : 1 + chance.nextInt(9);
                Map<Integer, Double> shown = isBid ? bids : asks;
                if (shown.getOrDefault(price, 0.0) != quantity) {
                    shown.put(price, quantity);
                    (isBid ? bidsLeft : asksLeft).put(price, quantity);
                }
                events.add(isBid ? book.bid(price / 10.0, quantity) : book.ask(price / 10.0, quantity));
            }
            explain(book.meet(events.toArray(new MarketEvent[0])), null);
        }

        private void explain(List<Fill> fills, Trade print) {
            double printed = print == null ? 0 : print.quantity();
            for (Fill fill : fills) {
                boolean buys = fill.side() == Side.BUY;
                int price = (int) Math.round(fill.price().toDouble() * 10);
                double quantity = fill.quantity().toDouble();
                boolean isPrint = fill.context().liquidity() == Liquidity.MAKER
                        && print != null
                        && print.buyerTook() != buys
                        && fill.side().sign() * (print.price() - fill.price().toDouble()) < 1e-9
                        && quantity <= printed;
                if (isPrint) {
                    printed -= quantity;
                } else {
                    take(fill, buys ? asksLeft : bidsLeft, price, quantity);
                }
            }
            assertThat(fills.isEmpty() || !isCrossed() || print != null)
                    .as("nothing trades on a book that crosses itself, but %s", fills)
                    .isTrue();
        }

        /** A taker's fill is at a level that is left; a maker's met a level at its price or beyond. */
        private void take(Fill fill, Map<Integer, Double> left, int price, double quantity) {
            boolean buys = fill.side() == Side.BUY;
            int at = fill.context().liquidity() == Liquidity.TAKER ? price : best(left, buys);
            assertThat(buys ? at <= price : at >= price)
                    .as("whether %s met a level at %s", fill, at)
                    .isTrue();
            assertThat(left.getOrDefault(at, 0.0))
                    .as("left at %s for %s", at, fill)
                    .isGreaterThanOrEqualTo(quantity);
            assertThat(at).as("the best level left for %s", fill).isEqualTo(best(left, buys));
            left.put(at, left.get(at) - quantity);
        }

        private static int best(Map<Integer, Double> left, boolean lowest) {
            int best = lowest ? Integer.MAX_VALUE : Integer.MIN_VALUE;
            for (Map.Entry<Integer, Double> level : left.entrySet()) {
                if (level.getValue() > 0) {
                    best = lowest ? Math.min(best, level.getKey()) : Math.max(best, level.getKey());
                }
            }
            return best;
        }

        private boolean isCrossed() {
            int bid = best(bids, false);
            int ask = best(asks, true);
            return bid != Integer.MIN_VALUE && ask != Integer.MAX_VALUE && bid > ask;
        }
    }

    /** Every event of the history names an order that was sent; kept to be sure that scripts do trade. */
    @Property(tries = 1)
    void scriptsTrade() {
        int fills = 0;
        for (long seed = 0; seed < 20; seed++) {
            Script script = new Script(seed);
            for (int i = 0; i < 120; i++) {
                script.order();
                script.step();
            }
            fills += (int) script.book.history.stream()
                    .filter(event -> event instanceof ExecutionEvent.Filled)
                    .count();
        }
        assertThat(fills).isGreaterThan(100);
    }
}
