package io.aqts.core.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.ExecutionConfig;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.Quote;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PaperVenuePropertyTest {

    private static final Universe VENUES = Trading.atVenues(new Venue("A", 7, 2, 5), new Venue("B", 3, -1, 9));
    private static final UnaryOperator<ExecutionConfig.Builder> ROUGH = c -> c.partialFillProbability(0.3)
            .halfSpreadBps(3)
            .takerFeeBps(10)
            .makerFeeBps(-1)
            .feeDecimals(4)
            .latencyMax(Duration.ofSeconds(90));

    /** An order to place, if any, and the news that follows. */
    record Move(List<Order> orders, List<Integer> news, int cancel) {}

    @Property
    void everyOrderKeepsItsPromises(@ForAll("moves") List<Move> moves) {
        Trading trading = Trading.in(VENUES, ROUGH);
        Audit audit = new Audit();

        play(trading, moves, audit);

        audit.finish();
        trading.ledger.verify();
    }

    @Property(tries = 200)
    void theSameCallsGiveTheSameEvents(@ForAll("moves") List<Move> moves) {
        Trading one = Trading.in(VENUES, ROUGH);
        Trading other = Trading.in(VENUES, ROUGH);

        play(one, moves, new Audit());
        play(other, moves, new Audit());

        assertThat(one.history).isEqualTo(other.history);
    }

    @Property
    void goingInAndOutOfAQuietMarketCostsSpreadAndFees(
            @ForAll @IntRange(min = 1, max = 3_000) int ticks,
            @ForAll @IntRange(min = 1, max = 50) int quantity,
            @ForAll Side side,
            @ForAll boolean quoted) {
        Trading trading =
                Trading.in(VENUES, c -> c.halfSpreadBps(5).takerFeeBps(5).latencyMax(Duration.ofMillis(9)));
        double price = 50 + ticks / 100.0;

        trading.submit(TestOrders.market(side, Integer.toString(quantity)));
        List<Fill> fills = new ArrayList<>(quiet(trading, price, quoted));
        trading.submit(TestOrders.market(side.opposite(), Integer.toString(quantity)));
        fills.addAll(quiet(trading, price, quoted));

        double halfSpread = quoted ? 0.005 : price * 0.0005;
        double fee = price * 0.0005;
        double cost = quantity * 2 * (halfSpread + fee) * 0.999;
        assertThat(fills).hasSize(2);
        assertThat(trading.ledger.markedEquity()).isLessThan(100_000 - cost);
        assertThat(fills).allMatch(fill -> !Double.isNaN(fill.slippageBps()));
    }

    @Property
    void anAmountBuysAsManyWholeLotsAsItPaysFor(
            @ForAll @IntRange(min = 1, max = 5_000_000) int cents,
            @ForAll @IntRange(min = 1, max = 5_000_000) int ticks,
            @ForAll @IntRange(min = -100, max = 1000) int bps) {
        Trading trading = Trading.with(c -> c.takerFeeBps(bps));
        Decimal amount = Decimal.of(cents, 2);
        trading.submit(TestOrders.spend(amount.toString()));

        List<Fill> fills = trading.flat(ticks / 100.0);

        Decimal quantity = fills.isEmpty() ? Decimal.ZERO : fills.get(0).quantity();
        assertThat(cost(quantity, ticks, bps)).isLessThanOrEqualTo(amount);
        assertThat(cost(quantity.plus(Decimal.of("0.001")), ticks, bps)).isGreaterThan(amount);
        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of(100_000).minus(cost(quantity, ticks, bps)));
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Integer> price = Arbitraries.integers().between(96, 104);
        Arbitrary<List<Integer>> news = Combinators.combine(
                        Arbitraries.of(0, 1, 1, 1, 2, 3), price, price, price, price)
                .as(List::of);
        return Combinators.combine(
                        order().list().ofMaxSize(2),
                        news,
                        Arbitraries.integers().between(1, 60))
                .as(Move::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(25);
    }

    private static Arbitrary<Order> order() {
        Arbitrary<Decimal> quantity =
                Arbitraries.of("0.001", "0.002", "1", "2", "3", "2.5", "7.001").map(Decimal::of);
        Arbitrary<Decimal> price = Arbitraries.of("0", "0", "96", "98", "99.99", "100", "100.01", "102", "104")
                .map(Decimal::of);
        Arbitrary<Bracket> bracket = Combinators.combine(
                        price, price, Arbitraries.of(0L, 0L, 1L, Trading.MINUTE, 3 * Trading.MINUTE))
                .as(Bracket::new);
        return Combinators.combine(
                        Arbitraries.of(Side.class),
                        quantity,
                        Arbitraries.of(false, false, true),
                        price,
                        Arbitraries.of(Lifetime.GTC, Lifetime.IOC),
                        Arbitraries.of(false, false, true),
                        Arbitraries.oneOf(bracket, Arbitraries.just(Bracket.NONE)))
                .as((side, units, spends, limit, time, reduces, exits) -> new Order(
                        0,
                        side,
                        spends && side == Side.BUY
                                ? OrderSize.spend(units.times(Decimal.of("99.7")))
                                : OrderSize.units(units),
                        limit.isZero() ? OrderType.market() : OrderType.limit(limit),
                        time,
                        Handling.reducing(reduces),
                        exits,
                        ReasonCode.SIGNAL));
    }

    private static void play(Trading trading, List<Move> moves, Audit audit) {
        for (Move move : moves) {
            for (Order order : move.orders()) {
                long id = trading.submit(order);
                audit.submitted(id, order, trading.nowNanos);
            }
            List<ExecutionEvent> canceled = trading.venue.cancel(move.cancel());
            audit.canceled(canceled);
            trading.history.addAll(canceled);
            int before = trading.history.size();
            InstrumentMarket market = market(trading, move.news());
            trading.meet(market);
            audit.met(trading.history.subList(before, trading.history.size()), market);
        }
    }

    private static InstrumentMarket market(Trading trading, List<Integer> news) {
        int kind = news.get(0);
        int open = news.get(1);
        int close = news.get(2);
        int high = Math.max(Math.max(open, close), news.get(3));
        int low = Math.min(Math.min(open, close), news.get(4));
        Bar bar = new Bar(trading.nowNanos + Trading.MINUTE, Trading.MINUTE, open, high, low, close, 1);
        List<Quote> quotes =
                List.of(trading.quote(0, close - 0.5, close + 0.5, 3), trading.quote(1, close - 0.25, close + 0.75, 2));
        return switch (kind) {
            case 0 -> InstrumentMarket.QUIET;
            case 1 -> InstrumentMarket.of(bar);
            case 2 -> new InstrumentMarket(null, quotes, List.of(), List.of());
            default -> new InstrumentMarket(bar, quotes, List.of(), List.of());
        };
    }

    private static List<Fill> quiet(Trading trading, double price, boolean quoted) {
        return quoted
                ? trading.quotes(price - 0.005, price + 0.005, price - 0.005, price + 0.005)
                : trading.flat(price);
    }

    private static Decimal cost(Decimal quantity, int ticks, int bps) {
        Decimal notional = quantity.times(Decimal.of(ticks, 2));
        return notional.plus(notional.times(Decimal.of(bps, 4)).round(8, RoundingMode.HALF_UP));
    }

    /** What a strict observer notes down of each order. */
    private static final class Audit {

        private final TreeMap<Long, Order> orders = new TreeMap<>();
        private final TreeMap<Long, Long> approvals = new TreeMap<>();
        private final TreeMap<Long, Decimal> filled = new TreeMap<>();
        private final TreeMap<Long, Decimal> left = new TreeMap<>();
        private final TreeMap<Long, Decimal> spent = new TreeMap<>();
        private final TreeMap<Long, Boolean> ended = new TreeMap<>();
        private Decimal net = Decimal.ZERO;

        void submitted(long id, Order order, long nowNanos) {
            orders.put(id, order);
            approvals.put(id, nowNanos);
            filled.put(id, Decimal.ZERO);
            left.put(id, Decimal.ZERO);
            spent.put(id, Decimal.ZERO);
            ended.put(id, false);
        }

        void canceled(List<ExecutionEvent> events) {
            events.forEach(event -> end(event.orderId()));
        }

        void met(List<ExecutionEvent> events, InstrumentMarket market) {
            for (ExecutionEvent event : events) {
                assertThat(market).isNotEqualTo(InstrumentMarket.QUIET);
                assertThat(event.epochNanos()).isGreaterThan(approvals.get(event.orderId()));
                if (event instanceof ExecutionEvent.Filled report) {
                    filled(report, market);
                } else {
                    end(event.orderId());
                }
            }
        }

        void finish() {
            orders.forEach((id, order) -> {
                if (order.size() instanceof OrderSize.Spend spend) {
                    assertThat(spent.get(id)).isLessThanOrEqualTo(spend.amount());
                } else {
                    assertThat(filled.get(id)).isLessThanOrEqualTo(((OrderSize.Units) order.size()).quantity());
                }
            });
        }

        private void filled(ExecutionEvent.Filled report, InstrumentMarket market) {
            Fill fill = report.fill();
            Order order = orders.get(fill.orderId());
            assertThat(fill.quantity().isMultipleOf(Trading.COIN.lotSize())).isTrue();
            assertThat(fill.price().isMultipleOf(Trading.COIN.tickSize())).isTrue();
            staysWithinTheMarket(fill, market);
            Decimal before = net;
            net = fill.side() == Side.BUY ? net.plus(fill.quantity()) : net.minus(fill.quantity());
            if (fill.context().cause().equals(ReasonCode.SIGNAL)) {
                ofTheOrder(fill, order, before);
            } else {
                assertThat(fill.side()).isEqualTo(order.side().opposite());
                assertThat(report.closesOrder()).isFalse();
                reduces(before);
                left.merge(fill.orderId(), fill.quantity(), Decimal::plus);
                assertThat(left.get(fill.orderId())).isLessThanOrEqualTo(filled.get(fill.orderId()));
                assertThat(order.bracket()).isNotEqualTo(Bracket.NONE);
                keepsTheTarget(fill, order);
            }
            if (report.closesOrder()) {
                end(fill.orderId());
            }
        }

        private void ofTheOrder(Fill fill, Order order, Decimal before) {
            assertThat(ended.get(fill.orderId())).isFalse();
            assertThat(fill.side()).isEqualTo(order.side());
            filled.merge(fill.orderId(), fill.quantity(), Decimal::plus);
            spent.merge(fill.orderId(), fill.notional().plus(fill.fee()), Decimal::plus);
            if (order.type() instanceof OrderType.Limit limit) {
                assertThat(order.side().sign() * fill.price().compareTo(limit.price()))
                        .isLessThanOrEqualTo(0);
            }
            if (order.reduceOnly()) {
                reduces(before);
            }
        }

        private void reduces(Decimal before) {
            assertThat(net.abs()).isLessThan(before.abs());
            assertThat(net.signum() * before.signum()).isGreaterThanOrEqualTo(0);
        }

        private static void keepsTheTarget(Fill fill, Order order) {
            if (fill.context().cause().equals(ReasonCode.TARGET)) {
                int beyond = fill.side().sign()
                        * fill.price().compareTo(order.bracket().targetPrice());
                assertThat(beyond).isLessThanOrEqualTo(0);
            }
        }

        private static void staysWithinTheMarket(Fill fill, InstrumentMarket market) {
            Bar bar = market.bar();
            double price = fill.price().toDouble();
            if (fill.context().liquidity() == Liquidity.TAKER
                    && !market.quotes().isEmpty()
                    && bar == null) {
                double best = fill.side() == Side.BUY
                        ? market.quotes().stream().mapToDouble(Quote::ask).min().orElseThrow()
                        : market.quotes().stream().mapToDouble(Quote::bid).max().orElseThrow();
                assertThat(fill.side().sign() * (price - best)).isGreaterThanOrEqualTo(0);
            } else if (bar != null && market.quotes().isEmpty()) {
                double spread = fill.context().liquidity() == Liquidity.TAKER ? 0.0003 : 0;
                double atBest = fill.side() == Side.BUY ? bar.low() * (1 + spread) : bar.high() * (1 - spread);
                assertThat(fill.side().sign() * (price - atBest)).isGreaterThanOrEqualTo(-1e-9);
                double atWorst = fill.side() == Side.BUY ? bar.high() * 1.0003 : bar.low() * 0.9997;
                assertThat(fill.side().sign() * (price - atWorst)).isLessThanOrEqualTo(0.01);
            }
        }

        private void end(long id) {
            assertThat(ended.put(id, true)).isFalse();
        }
    }
}
