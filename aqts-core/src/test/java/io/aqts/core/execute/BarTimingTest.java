package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.immediate;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.stop;
import static io.aqts.core.execute.TestOrders.stopLimit;
import static io.aqts.core.execute.TestOrders.trailing;
import static io.aqts.core.execute.Trading.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSourceException;
import io.aqts.config.FillTime;
import io.aqts.core.data.SnapshotCheck;
import io.aqts.market.AuctionKind;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.TradingStatus;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.Side;
import io.aqts.trade.Trail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BarTimingTest {

    private static final double[] BAR = {100, 110, 90, 105};
    private final Trading trading = Trading.plain();

    static List<Order> everyKind() {
        return List.of(
                market(Side.BUY, "1"),
                limit(Side.BUY, "1", "99"),
                stop(Side.BUY, "1", "101"),
                stopLimit(Side.BUY, "1", "101", "103"),
                TestOrders.ifTouched(Side.BUY, "1", "99"),
                TestOrders.ifTouchedLimit(Side.BUY, "1", "99", "99.5"),
                trailing(Side.BUY, "1", new Trail.ByPrice(Decimal.of(5)), "101"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void a1_noOrderFillsFromTheBarItWasDecidedOnOrOneThatBeganBefore(Order order) {
        trading.barWith(BAR);
        trading.submit(order);

        assertThat(trading.meetAfter(MINUTE / 2, InstrumentMarket.of(bar(MINUTE / 2))))
                .isEmpty();
        assertThat(trading.barWith(BAR)).isNotEmpty();
    }

    @Test
    void a1_atTheSameCloseOnlyByRequestAndWithAWarning() {
        Trading same = Trading.with(c -> c.matching(m -> m.fillAt(FillTime.SAME_CLOSE)));
        same.barWith(BAR);
        long id = same.submit(market(Side.BUY, "1"));

        assertThat(same.told(id)).containsExactly("accepted", "1 at 105");
        assertThat(same.venue.assumptions().get(0)).startsWith("Warning:").contains("flatter");
        assertThat(trading.venue.assumptions()).noneMatch(line -> line.startsWith("Warning:"));
    }

    @Test
    void a1_differsFromLibrariesThatTradeOnTheClose() {
        Trading same = Trading.with(c -> c.matching(m -> m.fillAt(FillTime.SAME_CLOSE)));
        for (Trading each : List.of(same, trading)) {
            each.flat(100);
            each.submit(market(Side.BUY, "1"));
            each.barWith(new double[] {103, 104, 102, 104});
        }

        assertThat(same.ledger.position(0).cost()).isEqualTo(Decimal.of(100));
        assertThat(trading.ledger.position(0).cost()).isEqualTo(Decimal.of(103));
    }

    @Test
    void a2_whatIsDecidedOnTheLastBarStaysUnfilled() {
        trading.flat(100);
        long id = trading.submit(market(Side.BUY, "1"));

        assertThat(trading.nothing()).isEmpty();
        assertThat(trading.told(id)).containsExactly("accepted");
    }

    @Test
    void a3_anOrderWaitsForAFreshPriceAndIsCountedInAWarning() {
        trading.flat(100);
        trading.submit(market(Side.BUY, "1"));
        trading.meetAfter(3 * MINUTE, InstrumentMarket.QUIET);

        Fill fill = trading.flat(130).get(0);

        assertThat(fill.price()).isEqualTo(Decimal.of(130));
        assertThat(trading.venue.assumptions().get(0))
                .startsWith("Warning: 1 orders")
                .contains("older than a bar");
    }

    @Test
    void a4_anOrderPlacedBetweenBarsFillsAtTheNextOpen() {
        trading.flat(100);
        trading.meetAfter(MINUTE / 2, InstrumentMarket.QUIET);
        trading.submit(market(Side.BUY, "1"));
        trading.meetAfter(MINUTE / 2, InstrumentMarket.of(bar(MINUTE / 2)));

        assertThat(trading.barWith(new double[] {107, 108, 106, 107}).get(0).price())
                .isEqualTo(Decimal.of(107));
    }

    @Test
    void a5_anOrderForTheOpenTakesThePriceOfTheOpeningAuctionAndNothingElse() {
        long id = trading.submit(market(Side.BUY, "1").withLifetime(Lifetime.AT_OPEN));
        long tooLow = trading.submit(limit(Side.BUY, "1", "98").withLifetime(Lifetime.AT_OPEN));

        trading.barWith(BAR);
        trading.barWith(BAR, new MarketEvent.AuctionPrint(trading.nowNanos, 99.5, 100, AuctionKind.INTRADAY));
        assertThat(trading.told(id)).containsExactly("accepted");

        trading.barWith(BAR, new MarketEvent.AuctionPrint(trading.in(20), 99.25, 100, AuctionKind.OPENING));
        assertThat(trading.told(id)).containsExactly("accepted", "1 at 99.25");
        assertThat(trading.told(tooLow)).containsExactly("accepted", "canceled EXPIRED");
    }

    @Test
    void a5_withoutAuctionsTheFirstBarOfASessionIsItsOpen() {
        Trading hours = session("9h", "17h");
        hours.nowNanos = hour(5) + MINUTE;
        long id = hours.submit(market(Side.BUY, "1").withLifetime(Lifetime.AT_OPEN));

        hours.barWith(BAR);
        assertThat(hours.told(id)).containsExactly("accepted");
        hours.nowNanos = hour(9) + MINUTE;
        hours.barWith(new double[] {101, 102, 100, 101});

        assertThat(hours.told(id)).containsExactly("accepted", "1 at 101");
    }

    @Test
    void a5_anOrderForTheOpenThatComesLateWaitsForTheNextSession() {
        Trading hours = session("9h", "17h");
        hours.nowNanos = hour(9);
        hours.flat(100);
        long id = hours.submit(market(Side.BUY, "1").withLifetime(Lifetime.AT_OPEN));
        hours.flat(101);

        assertThat(hours.told(id)).containsExactly("accepted");
        hours.nowNanos = hour(24 + 9);
        hours.flat(102);
        assertThat(hours.told(id)).containsExactly("accepted", "1 at 102");
    }

    @Test
    void a5_anOrderForTheCloseTakesTheCloseOfTheLastBarHalfASpreadWorse() {
        Trading hours =
                Trading.with(c -> c.halfSpreadBps(10).matching(m -> m.session(s -> s.closes(Duration.ofHours(17)))));
        hours.nowNanos = hour(17) - 2 * MINUTE;
        long id = hours.submit(market(Side.BUY, "1").withLifetime(Lifetime.AT_CLOSE));
        long low = hours.submit(limit(Side.BUY, "1", "104").withLifetime(Lifetime.AT_CLOSE));

        hours.barWith(BAR);
        assertThat(hours.told(id)).containsExactly("accepted");
        hours.barWith(new double[] {100, 110, 90, 105});

        assertThat(hours.told(id)).containsExactly("accepted", "1 at 105.11");
        assertThat(hours.told(low)).containsExactly("accepted", "canceled EXPIRED");
        assertThat(fillOf(hours, id).context().arrivalPrice()).isEqualTo(Decimal.of(100));
    }

    @Test
    void a5_aClosingToldByTheDataFillsAtTheLastClose() {
        trading.barWith(BAR, new MarketEvent.StatusChange(trading.nowNanos, TradingStatus.OPEN));
        long id = trading.submit(market(Side.SELL, "1").withLifetime(Lifetime.AT_CLOSE));
        trading.barWith(BAR);
        trading.barWith(
                new double[] {100, 101, 99, 99.5}, new MarketEvent.StatusChange(trading.in(60), TradingStatus.CLOSED));

        assertThat(trading.told(id)).containsExactly("accepted", "1 at 99.5");
    }

    @Test
    void a6_aBarOfAnotherLengthThatBeganBeforeTheDecisionFillsNothing() {
        trading.flat(100);
        trading.submit(market(Side.BUY, "1"));
        Bar wide = new Bar(trading.nowNanos + MINUTE, 5 * MINUTE, 80, 120, 80, 110, 10);

        assertThat(trading.meet(InstrumentMarket.of(wide))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void a7_aBarWithoutVolumeFillsNoKindOfOrder(Order order) {
        trading.flat(100);
        long id = trading.submit(order);

        assertThat(trading.bar(100, 110, 90, 105, 0)).isEmpty();
        assertThat(trading.bar(100, 110, 90, 105, 0)).isEmpty();
        assertThat(trading.told(id)).containsExactly("accepted");
        assertThat(trading.bar(100, 110, 90, 105, 5)).isNotEmpty();
    }

    @Test
    void a8_aSnapshotThatGoesBackNeverReachesTheVenue() {
        SnapshotCheck check = new SnapshotCheck(Universe.of(Trading.COIN));
        check.check(MarketSnapshot.of(5, List.of(InstrumentMarket.QUIET)));

        assertThatThrownBy(() -> check.check(MarketSnapshot.of(4, List.of(InstrumentMarket.QUIET))))
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining("must not be before 5");
    }

    @Test
    void anImmediateOrderWithATriggerWaitsForItAndNotLonger() {
        long id = trading.submit(immediate(stopLimit(Side.BUY, "1", "105", "104")));
        trading.flat(100);
        assertThat(trading.told(id)).containsExactly("accepted");

        trading.barWith(new double[] {100, 106, 100, 106});

        assertThat(trading.told(id)).containsExactly("accepted", "triggered", "canceled NO_LIQUIDITY");
    }

    private static Fill fillOf(Trading trading, long id) {
        return trading.history.stream()
                .filter(event -> event.orderId() == id)
                .filter(io.aqts.trade.ExecutionEvent.Filled.class::isInstance)
                .map(event -> ((io.aqts.trade.ExecutionEvent.Filled) event).fill())
                .findFirst()
                .orElseThrow();
    }

    private static Trading session(String opens, String closes) {
        return Trading.with(c ->
                c.matching(m -> m.session(s -> s.opens(Duration.parse("PT" + opens.toUpperCase(java.util.Locale.ROOT)))
                        .closes(Duration.parse("PT" + closes.toUpperCase(java.util.Locale.ROOT))))));
    }

    private static long hour(long hour) {
        return 86_400_000_000_000L * 20_000 + hour * 60 * MINUTE;
    }

    private Bar bar(long ahead) {
        return new Bar(trading.nowNanos + ahead, MINUTE, BAR[0], BAR[1], BAR[2], BAR[3], 10);
    }
}
