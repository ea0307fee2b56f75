package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.protectedBy;
import static io.aqts.core.execute.TestOrders.showing;
import static io.aqts.core.execute.TestOrders.stop;
import static io.aqts.core.execute.Trading.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.BarPath;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.MarketEvent;
import io.aqts.market.TradingStatus;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Lifetime;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarVolumeTest {

    private static final long DAY = 86_400_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "OPEN_HIGH_LOW_CLOSE, TARGET, 110",
        "OPEN_LOW_HIGH_CLOSE, STOP, 90",
        "NEAREST_EXTREME, TARGET, 110",
        "WORST, STOP, 90"
    })
    void b10_thePathDecidesWhichOfTwoComesFirst(BarPath path, String cause, String price) {
        Trading trading = drawn(path);
        trading.submit(protectedBy(market(Side.BUY, "1"), "90", "110", 0));
        trading.flat(100);

        Fill fill = trading.bar(100, 111, 88, 100).get(0);

        assertThat(fill.context().cause()).isEqualTo(new ReasonCode(cause));
        assertThat(fill.price()).isEqualTo(Decimal.of(price));
        assertThat(fill.context().ambiguous()).isEqualTo(path == BarPath.WORST);
    }

    @Test
    void b10_theNearerExtremeComesFirstAndTheLowIfBothAreAsNear() {
        Bar high = new Bar(1, 1, 100, 103, 96, 100, 1);
        Bar low = new Bar(1, 1, 100, 104, 97, 100, 1);
        Bar even = new Bar(1, 1, 100, 104, 96, 100, 1);

        assertThat(DrawnWay.points(high, BarPath.NEAREST_EXTREME)).containsExactly(100, 103, 96, 100);
        assertThat(DrawnWay.points(low, BarPath.NEAREST_EXTREME)).containsExactly(100, 97, 104, 100);
        assertThat(DrawnWay.points(even, BarPath.NEAREST_EXTREME)).containsExactly(100, 96, 104, 100);
    }

    @Test
    void b10_whatIsWokenOnTheWayMeetsOnlyTheRestOfIt() {
        Trading trading = drawn(BarPath.OPEN_HIGH_LOW_CLOSE);
        trading.submit(protectedBy(stop(Side.BUY, "1", "105"), "95", "107", 0));
        trading.submit(protectedBy(limit(Side.BUY, "1", "93"), "91", "106", 0));
        trading.flat(100);

        List<Fill> fills = trading.bar(100, 106, 92, 94);

        assertThat(fills).extracting(fill -> fill.price().toString()).containsExactly("105", "95", "93");
    }

    @Property(tries = 300)
    void b10_theVolumeOfTheFourPointsIsThatOfTheBar(@ForAll @LongRange(min = 0, max = 1_000_000) long lots) {
        long sum = 0;
        for (int point = 0; point < 4; point++) {
            sum += Turnover.share(lots, point);
            assertThat(Turnover.share(lots, point) - lots / 4).isBetween(0L, 1L);
        }

        assertThat(sum).isEqualTo(lots);
    }

    @Property(tries = 300)
    void b10_noMoreFillsThanTheBarTradedWhateverItsVolume(
            @ForAll @LongRange(min = 5, max = 400_000) long tenThousandths, @ForAll BarPath path) {
        double volume = tenThousandths / 10_000.0;
        Trading trading = Trading.with(c -> c.matching(m -> m.path(path).participation(1)));
        trading.submit(market(Side.BUY, "30"));
        trading.submit(limit(Side.BUY, "30", "99"));

        trading.bar(100, 110, 90, 105, volume);

        double most = Math.floor(volume * 1000 + 1e-9) / 1000;
        assertThat(trading.held().toDouble()).isLessThanOrEqualTo(most + 1e-12);
        assertThat(trading.held().toDouble())
                .isCloseTo(Math.min(most, 60), org.assertj.core.api.Assertions.within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"3, 1|1|1", "2, 1|1", "7, 2|2|2|1", "0.5, "})
    void b10_wholeLotsOfFewerThanFourOrNotDivisibleAreNotLostAndNotMultiplied(double volume, String parts) {
        Trading trading = Trading.in(
                io.aqts.market.Universe.of(Instrument.of("COIN/USD", Decimal.of("0.01"), Decimal.ONE)),
                c -> c.matching(m -> m.path(BarPath.OPEN_LOW_HIGH_CLOSE).participation(1)));
        trading.submit(market(Side.BUY, "100"));

        List<Fill> fills = trading.bar(100, 110, 90, 105, volume);

        assertThat(fills)
                .extracting(fill -> fill.quantity().toString())
                .isEqualTo(parts == null ? List.of() : List.of(parts.split("\\|")));
    }

    @Test
    void b12_anOrderFillsItsShareOfEachBarUntilItIsDone() {
        Trading trading = Trading.with(c -> c.matching(m -> m.participation(0.1)));
        long id = trading.submit(market(Side.BUY, "2.5"));

        trading.bar(100, 101, 99, 100, 10);
        trading.bar(101, 101, 99, 100, 10);
        trading.bar(102, 103, 99, 100, 10);

        assertThat(trading.told(id)).containsExactly("accepted", "1 at 100", "1 at 101", "0.5 at 102");
    }

    @Test
    void b12_allOrdersAndExitsShareOneBar() {
        Trading trading = Trading.with(c -> c.matching(m -> m.participation(0.5)));
        trading.submit(protectedBy(market(Side.BUY, "4"), "95", "0", 0));
        trading.bar(100, 100, 100, 100, 10);
        trading.submit(market(Side.BUY, "10"));

        List<Fill> fills = trading.bar(94, 96, 93, 95, 10);
        List<Fill> next = trading.bar(93, 96, 93, 95, 10);

        assertThat(fills).extracting(Fill::quantity).containsExactly(Decimal.of(4), Decimal.ONE);
        assertThat(next).extracting(Fill::quantity).containsExactly(Decimal.of(5));
    }

    @Test
    void b12_anExitTooLargeForItsBarLeavesTheRestAtTheNextOpen() {
        Trading trading = Trading.with(c -> c.matching(m -> m.participation(0.5)));
        trading.submit(protectedBy(market(Side.BUY, "8"), "95", "0", 0));
        trading.bar(100, 100, 100, 100, 16);

        List<Fill> first = trading.bar(100, 100, 94, 96, 10);
        List<Fill> rest = trading.bar(99, 100, 98, 99, 10);

        assertThat(first).singleElement().extracting(Fill::quantity).isEqualTo(Decimal.of(5));
        assertThat(rest).singleElement().extracting(Fill::price).isEqualTo(Decimal.of(99));
        assertThat(rest.get(0).context().cause()).isEqualTo(ReasonCode.STOP);
    }

    @Test
    void b12_aShareBelowALotFillsNothingAndTheRestIsCanceledWhenItsTimeIsOver() {
        Trading trading = Trading.with(c -> c.matching(m -> m.participation(0.1)));
        long id = trading.submit(market(Side.BUY, "2").withLifetime(Lifetime.until(trading.nowNanos + 2 * MINUTE)));

        trading.bar(100, 100, 100, 100, 0.009);
        trading.bar(100, 100, 100, 100, 5);

        assertThat(trading.told(id)).containsExactly("accepted", "0.5 at 100", "canceled EXPIRED");
    }

    @Test
    void b12_whatIsHiddenFillsWithTheRestOnceThePriceGoesThrough() {
        Trading trading = Trading.plain();
        long id = trading.submit(showing("2", limit(Side.BUY, "5", "99")));
        trading.flat(100);

        trading.bar(100, 100, 98, 99);

        assertThat(trading.told(id)).containsExactly("accepted", "5 at 99");
    }

    @Test
    void b15_aFillAtTheLastMomentWinsAndAMomentLaterTheOrderIsOver() {
        Trading trading = Trading.plain();
        long inTime =
                trading.submit(limit(Side.BUY, "1", "99").withLifetime(Lifetime.until(trading.nowNanos + 2 * MINUTE)));
        long late = trading.submit(
                limit(Side.BUY, "1", "99").withLifetime(Lifetime.until(trading.nowNanos + 2 * MINUTE - 1)));
        long atOpen =
                trading.submit(limit(Side.BUY, "1", "99.5").withLifetime(Lifetime.until(trading.nowNanos + MINUTE)));
        trading.flat(100);

        trading.bar(100, 100, 98, 99);

        assertThat(trading.told(inTime)).containsExactly("accepted", "1 at 99");
        assertThat(trading.told(late)).containsExactly("accepted", "canceled EXPIRED");
        assertThat(trading.told(atOpen)).containsExactly("accepted", "canceled EXPIRED");
    }

    @Test
    void b15_onQuotesAFillAtTheLastMomentWins() {
        Trading trading = Trading.in(Trading.atVenues(new Venue("A", 0, 0, 0)), c -> c);
        long inTime =
                trading.submit(limit(Side.BUY, "1", "100").withLifetime(Lifetime.until(trading.nowNanos + MINUTE)));
        long late =
                trading.submit(limit(Side.BUY, "1", "100").withLifetime(Lifetime.until(trading.nowNanos + MINUTE - 1)));

        trading.quotes(99, 100);

        assertThat(trading.told(inTime)).containsExactly("accepted", "1 at 100");
        assertThat(trading.told(late)).containsExactly("accepted", "canceled EXPIRED");
    }

    @Test
    void b15_anOrderForTheDayEndsAtMidnightAndADayWithoutTradingIsNone() {
        Trading trading = Trading.plain();
        trading.nowNanos = 20_000 * DAY - 2 * MINUTE;
        long id = trading.submit(limit(Side.BUY, "1", "99").withLifetime(Lifetime.DAY));
        trading.flat(100);
        trading.flat(100);
        assertThat(trading.told(id)).containsExactly("accepted", "canceled EXPIRED");
        long patient = trading.submit(limit(Side.BUY, "1", "99").withLifetime(Lifetime.DAY));

        trading.meetAfter(2 * DAY + MINUTE, io.aqts.market.InstrumentMarket.QUIET);
        assertThat(trading.told(patient)).containsExactly("accepted");
        trading.flat(98);

        assertThat(trading.told(patient)).containsExactly("accepted", "1 at 98");
    }

    @Test
    void b15_anOrderForTheDayEndsWhereTheDataSaysThatTheSessionDoes() {
        Trading trading = Trading.plain();
        trading.barWith(
                new double[] {100, 100, 100, 100}, new MarketEvent.StatusChange(trading.nowNanos, TradingStatus.OPEN));
        long id = trading.submit(limit(Side.BUY, "1", "99").withLifetime(Lifetime.DAY));
        long filled = trading.submit(limit(Side.BUY, "1", "99.5").withLifetime(Lifetime.DAY));
        trading.flat(100);
        trading.nowNanos += DAY;
        trading.barWith(
                new double[] {100, 100, 99.2, 100}, new MarketEvent.StatusChange(trading.in(60), TradingStatus.CLOSED));

        assertThat(trading.told(filled)).containsExactly("accepted", "1 at 99.5");
        assertThat(trading.told(id)).containsExactly("accepted", "canceled EXPIRED");
    }

    private static Trading drawn(BarPath path) {
        return Trading.with(c -> c.matching(m -> m.path(path)));
    }
}
