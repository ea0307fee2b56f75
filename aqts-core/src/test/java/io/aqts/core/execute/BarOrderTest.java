package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.ifTouched;
import static io.aqts.core.execute.TestOrders.ifTouchedLimit;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.linked;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.postOnly;
import static io.aqts.core.execute.TestOrders.protectedBy;
import static io.aqts.core.execute.TestOrders.reducing;
import static io.aqts.core.execute.TestOrders.stop;
import static io.aqts.core.execute.TestOrders.stopLimit;
import static io.aqts.core.execute.TestOrders.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.PassedTrigger;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.Trail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarOrderTest {

    private final Trading trading = Trading.plain();

    @ParameterizedTest
    @CsvSource({"99, 0", "98.99, 99", "97, 99"})
    void b1_aBuyLimitFillsWhenTheLowGoesThroughIt(double low, String price) {
        trading.submit(limit(Side.BUY, "1", "99"));
        trading.flat(100);

        assertThat(prices(trading.bar(100, 101, low, 100))).isEqualTo(price.equals("0") ? List.of() : List.of(price));
    }

    @Test
    void b1_aTouchFillsOnlyWhereItIsSaidToAndShowsOnlyWhatIsShown() {
        Trading touching = Trading.with(c -> c.matching(m -> m.touch(true)));
        touching.submit(limit(Side.BUY, "1", "99"));
        touching.submit(TestOrders.showing("2", limit(Side.BUY, "5", "99")));
        touching.flat(100);

        List<Fill> fills = touching.bar(100, 101, 99, 100);

        assertThat(fills).extracting(Fill::quantity).containsExactly(Decimal.ONE, Decimal.of(2));
        assertThat(touching.bar(100, 101, 98.99, 100))
                .extracting(Fill::quantity)
                .containsExactly(Decimal.of(3));
    }

    @Test
    void b1_aFavorableGapFillsAtTheOpen() {
        trading.submit(limit(Side.BUY, "1", "99"));
        trading.flat(100);

        assertThat(prices(trading.bar(95, 101, 94, 100))).containsExactly("95");
    }

    @Test
    void b2_noLimitFillsWorseThanItselfEvenAfterTheSpread() {
        Trading costly = Trading.with(c -> c.halfSpreadBps(100));
        long id = costly.submit(limit(Side.BUY, "1", "100.5"));
        long stopped = costly.submit(stopLimit(Side.BUY, "1", "102", "102.5"));

        costly.bar(100, 101, 100, 101);
        assertThat(costly.told(id)).containsExactly("accepted", "1 at 100.5");
        costly.bar(101, 103, 101, 103);
        assertThat(costly.told(stopped)).containsExactly("accepted", "triggered");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 105, 100, 106, 99, 103, 105.11",
        "BUY, 105, 107, 108, 99, 103, 107.11",
        "BUY, 105, 100, 105, 99, 103, 105.11",
        "BUY, 105, 100, 104.99, 99, 103, 0",
        "SELL, 95, 100, 101, 94, 97, 94.9",
        "SELL, 95, 93, 101, 92, 97, 92.9"
    })
    void b3_aStopFillsAtItsTriggerOrAtAGapAtTheOpenAndHalfASpreadWorse(
            Side side, String trigger, double open, double high, double low, double close, String price) {
        Trading costly = Trading.with(c -> c.halfSpreadBps(10));
        costly.submit(stop(side, "1", trigger));
        costly.flat(100);

        List<Fill> fills = costly.bar(open, high, low, close);

        assertThat(prices(fills)).isEqualTo(price.equals("0") ? List.of() : List.of(price));
        assertThat(fills).allMatch(fill -> fill.context().liquidity() == Liquidity.TAKER);
    }

    @Test
    void b4_aStopLimitThatDoesNotFillRestsAndSurvives() {
        long id = trading.submit(stopLimit(Side.BUY, "1", "105", "104"));
        trading.flat(100);

        trading.bar(100, 106, 100, 105);
        assertThat(trading.told(id)).containsExactly("accepted", "triggered");
        trading.bar(105, 107, 104, 106);
        assertThat(trading.told(id)).containsExactly("accepted", "triggered");
        trading.bar(105, 107, 103.5, 106);
        assertThat(trading.told(id)).containsExactly("accepted", "triggered", "1 at 104");
    }

    @Test
    void b4_aStopLimitFillsInTheBarOfItsTriggerOnlyIfTheCloseProvesIt() {
        long unsure = trading.submit(stopLimit(Side.BUY, "1", "105", "104"));
        trading.flat(100);
        trading.bar(100, 106, 90, 105);
        assertThat(trading.told(unsure)).containsExactly("accepted", "triggered");
        trading.cancel(unsure);
        long sure = trading.submit(stopLimit(Side.BUY, "1", "105", "104"));
        trading.flat(100);
        trading.bar(100, 106, 90, 103);

        assertThat(trading.told(sure)).containsExactly("accepted", "triggered", "1 at 104");
    }

    @Test
    void b4_aPostOnlyStopLimitThatWouldTakeIsRejectedWhenItIsSetOff() {
        long id = trading.submit(postOnly(stopLimit(Side.BUY, "1", "105", "106")));
        trading.flat(100);
        trading.bar(100, 107, 100, 106);

        assertThat(trading.told(id)).containsExactly("accepted", "triggered", "rejected POST_ONLY");
    }

    @Test
    void b5_aStopThatWasPassedBeforeItCameIsSetOffOrRejectedAsTheVenueHasIt() {
        Trading strict = Trading.with(c -> c.matching(m -> m.guards(g -> g.passedTrigger(PassedTrigger.REJECT))));
        for (Trading each : List.of(trading, strict)) {
            long id = each.submit(stop(Side.SELL, "1", "101"), "100");
            each.flat(102);
            assertThat(each.told(id))
                    .isEqualTo(
                            each == strict
                                    ? List.of("accepted", "rejected TRIGGER_PASSED")
                                    : List.of("accepted", "triggered", "1 at 102"));
        }
        long gapped = strict.submit(stop(Side.SELL, "1", "99"), "100");
        strict.flat(95);
        assertThat(strict.told(gapped)).containsExactly("accepted", "triggered", "1 at 95");
    }

    @Test
    void b6_ofAStopAndATargetOfOneListTheStopFillsAndIsMarked() {
        trading.submit(market(Side.BUY, "2"));
        trading.flat(100);
        long target = trading.submit(reducing(limit(Side.SELL, "2", "110")).withHandling(oco()));
        long stop = trading.submit(reducing(stop(Side.SELL, "2", "90")).withHandling(oco()));
        trading.flat(100);

        Fill fill = trading.bar(100, 112, 88, 100).get(0);

        assertThat(fill.context().ambiguous()).isTrue();
        assertThat(trading.told(stop)).containsExactly("accepted", "triggered", "2 at 90");
        assertThat(trading.told(target)).containsExactly("accepted", "canceled LINKED");
    }

    @Test
    void b6_theFavorableReadingFillsTheTargetOfOrdersAndOfExits() {
        Trading best = Trading.by(FillPolicy.optimistic(), c -> c);
        best.submit(protectedBy(market(Side.BUY, "1"), "90", "110", 0));
        best.flat(100);

        Fill fill = best.bar(100, 112, 88, 100).get(0);

        assertThat(fill.context().cause()).isEqualTo(ReasonCode.TARGET);
        assertThat(fill.context().ambiguous()).isTrue();
        assertThat(best.venue.assumptions().get(0)).startsWith("Warning:").contains("most that can be");
    }

    @ParameterizedTest
    @CsvSource({
        "106, 94, 100, 105|95, true",
        "106, 96, 100, 105, false",
        "112, 96, 100, 105|110, false",
        "112, 94, 100, 105|95, true"
    })
    void b7_afterAStopEntryTheHighIsSureToFollowAndTheLowMayHave(
            double high, double low, double close, String prices, boolean ambiguous) {
        trading.submit(protectedBy(stop(Side.BUY, "1", "105"), "95", "110", 0));
        trading.flat(100);

        List<Fill> fills = trading.bar(100, high, low, close);

        assertThat(prices(fills)).containsExactly(prices.split("\\|"));
        assertThat(fills.get(fills.size() - 1).context().ambiguous()).isEqualTo(ambiguous);
    }

    @Test
    void b7_anExitInTheBarOfALimitEntryNeedsProof() {
        trading.submit(protectedBy(limit(Side.BUY, "1", "95"), "80", "110", 0));
        trading.flat(100);

        assertThat(prices(trading.bar(100, 115, 94, 100))).containsExactly("95");
    }

    @Test
    void b8_aGapThroughAStopFillsAtTheOpenAndNeverBetterAndKeepsTheStopThatWasSet() {
        trading.submit(protectedBy(market(Side.BUY, "1"), "95", "0", 0));
        trading.flat(100);

        Fill fill = trading.bar(92, 99, 90, 98).get(0);

        assertThat(fill.price()).isEqualTo(Decimal.of(92));
        assertThat(fill.context().arrivalPrice()).isEqualTo(Decimal.of(95));
    }

    @Test
    void b8_differsFromLibrariesThatFillAStopAtItsPriceWheneverTheBarReachesIt() {
        double open = 92;
        double high = 99;
        double theirs = open < 95 && 95 < high ? 95 : open;
        trading.submit(protectedBy(market(Side.BUY, "1"), "95", "0", 0));
        trading.flat(100);

        double ours = trading.bar(open, high, 90, 98).get(0).price().toDouble();

        assertThat(theirs).isEqualTo(95);
        assertThat(ours).isEqualTo(92);
    }

    @Test
    void b9_aTrailingStopIsJudgedByWhereItStoodBeforeTheBarAndRaisedAfter() {
        long id = trading.submit(trailing(Side.SELL, "1", new Trail.ByPrice(Decimal.of(5)), "95"));
        trading.bar(100, 101, 100, 101);
        trading.bar(101, 120, 97, 119);
        assertThat(trading.told(id)).containsExactly("accepted");

        trading.bar(119, 119, 114, 116);

        assertThat(trading.told(id)).containsExactly("accepted", "triggered", "1 at 115");
    }

    @Test
    void b9_aTrailingStopNeverGoesBackAndFillsAtAGapAtTheOpen() {
        long id = trading.submit(trailing(Side.BUY, "1", new Trail.ByBps(100), "105"));
        trading.bar(100, 100, 90, 90.5);
        trading.bar(90.5, 90.6, 90, 90.6);

        trading.bar(95, 96, 95, 95);

        assertThat(trading.told(id)).containsExactly("accepted", "triggered", "1 at 95");
    }

    @Test
    void b9_aTrailingStopThatTheCloseIsBeyondWasHitOnTheWayThere() {
        long id = trading.submit(trailing(Side.SELL, "1", new Trail.ByPrice(Decimal.of(5)), "90"));
        trading.bar(100, 120, 99, 110);

        assertThat(trading.told(id)).containsExactly("accepted", "triggered", "1 at 115");
    }

    @Test
    void b9_theOpenComesFirstAndRaisesTheStopBeforeTheRestOfTheBar() {
        long id = trading.submit(trailing(Side.SELL, "1", new Trail.ByPrice(Decimal.of(5)), "90"));
        trading.bar(100, 100, 94.5, 99);

        assertThat(trading.told(id)).containsExactly("accepted", "triggered", "1 at 95");
    }

    @Test
    void b9_aTrailByTheAverageRangeStaysUntilThereAreEnoughBars() {
        long id = trading.submit(trailing(Side.SELL, "1", new Trail.ByAtr(2, 2), "80"));
        trading.bar(100, 101, 99, 100);
        trading.bar(100, 101, 97.5, 100);
        trading.bar(100, 101, 99, 100);

        trading.bar(100, 101, 95.5, 100);
        assertThat(trading.told(id)).containsExactly("accepted", "triggered", "1 at 96.25");
    }

    @Test
    void b13_collidingOrdersBothTradeAtTheOpenInTheOrderOfTheirApproval() {
        trading.submit(market(Side.SELL, "1"));
        trading.submit(market(Side.BUY, "3"));

        List<Fill> fills = trading.bar(101, 102, 100, 101);

        assertThat(fills).extracting(Fill::side).containsExactly(Side.SELL, Side.BUY);
        assertThat(prices(fills)).containsExactly("101", "101");
        assertThat(trading.held()).isEqualTo(Decimal.of(2));
    }

    @Test
    void b14_aLimitOutsideTheBarNeverFillsBelowItAndIsHeldToTheBarAboveIt() {
        long below = trading.submit(limit(Side.BUY, "1", "89"));
        long above = trading.submit(limit(Side.BUY, "1", "150"));
        trading.bar(100, 110, 90, 105);
        trading.bar(100, 110, 90, 105);

        assertThat(trading.told(below)).containsExactly("accepted");
        assertThat(trading.told(above)).containsExactly("accepted", "1 at 100");
    }

    @Test
    void anOrderIfTouchedTakesOnceTheBetterPriceIsThere() {
        Trading costly = Trading.with(c -> c.halfSpreadBps(10));
        long id = costly.submit(ifTouched(Side.BUY, "1", "95"));
        long gapped = costly.submit(ifTouched(Side.SELL, "1", "105"));
        long limited = costly.submit(ifTouchedLimit(Side.BUY, "1", "95", "94"));
        costly.flat(100);

        costly.bar(100, 101, 95, 100);
        costly.bar(107, 108, 106, 107);
        assertThat(costly.told(id)).containsExactly("accepted", "triggered", "1 at 95.1");
        assertThat(costly.told(gapped)).containsExactly("accepted", "triggered", "1 at 106.89");
        assertThat(costly.told(limited)).containsExactly("accepted", "triggered");
        costly.bar(100, 101, 93.9, 100);
        assertThat(costly.told(limited)).containsExactly("accepted", "triggered", "1 at 94");
    }

    @Test
    void anOrderThatIsAllOrNothingFillsWhollyOrNotAtAll() {
        Trading thin = Trading.with(c -> c.matching(m -> m.participation(0.5)));
        long large = thin.submit(market(Side.BUY, "6").withLifetime(io.aqts.trade.Lifetime.FOK));
        long small = thin.submit(market(Side.BUY, "5").withLifetime(io.aqts.trade.Lifetime.FOK));
        thin.bar(100, 100, 100, 100, 10);

        assertThat(thin.told(large)).containsExactly("accepted", "canceled NOT_WHOLLY_FILLABLE");
        assertThat(thin.told(small)).containsExactly("accepted", "5 at 100");
    }

    private static io.aqts.trade.Handling oco() {
        return linked(7, LinkRole.ONE_CANCELS_OTHER, reducing(market(Side.SELL, "1")))
                .handling();
    }

    private static List<String> prices(List<Fill> fills) {
        return fills.stream().map(fill -> fill.price().toString()).toList();
    }
}
