package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.protectedBy;
import static io.aqts.core.execute.TestOrders.reducing;
import static io.aqts.core.execute.Trading.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarBracketTest {

    private static final Order LONG = protectedBy(market(Side.BUY, "2"), "95", "110", 0);
    private static final Order SHORT = protectedBy(market(Side.SELL, "2"), "105", "90", 0);

    private final Trading trading = Trading.plain();

    @ParameterizedTest
    @CsvSource({
        "100, 101, 95, 100, 95, STOP",
        "100, 101, 94, 94, 95, STOP",
        "93, 96, 92, 96, 93, STOP",
        "95, 96, 94, 96, 95, STOP",
        "93, 120, 92, 96, 93, STOP",
        "100, 110.01, 99, 100, 110, TARGET",
        "112, 113, 111, 111, 112, TARGET",
        "112, 113, 90, 91, 112, TARGET"
    })
    void aLongPositionIsLeft(double open, double high, double low, double close, String price, String cause) {
        long id = enter(LONG);

        Fill fill = trading.bar(open, high, low, close).get(0);

        assertThat(fill.orderId()).isEqualTo(id);
        assertThat(fill.side()).isEqualTo(Side.SELL);
        assertThat(fill.quantity()).isEqualTo(Decimal.of(2));
        assertThat(fill.price()).isEqualTo(Decimal.of(price));
        assertThat(fill.context().cause()).isEqualTo(new ReasonCode(cause));
        assertThat(fill.context().ambiguous()).isFalse();
        assertThat(((ExecutionEvent.Filled) trading.last()).closesOrder()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 105, 99, 100, 105, STOP",
        "107, 108, 101, 101, 107, STOP",
        "107, 108, 80, 101, 107, STOP",
        "100, 101, 89.99, 91, 90, TARGET",
        "88, 120, 87, 119, 88, TARGET"
    })
    void aShortPositionIsLeft(double open, double high, double low, double close, String price, String cause) {
        enter(SHORT);

        Fill fill = trading.bar(open, high, low, close).get(0);

        assertThat(fill.side()).isEqualTo(Side.BUY);
        assertThat(fill.price()).isEqualTo(Decimal.of(price));
        assertThat(fill.context().cause()).isEqualTo(new ReasonCode(cause));
    }

    @Test
    void aTouchOfTheTargetIsNotEnough() {
        enter(LONG);

        assertThat(trading.bar(100, 110, 99, 109)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BUY", "SELL"})
    void ofBothWithinOneBarTheStopFillsAndIsMarked(Side side) {
        enter(side == Side.BUY ? LONG : SHORT);

        Fill fill = trading.bar(100, 115, 85, 100).get(0);

        assertThat(fill.context().cause()).isEqualTo(ReasonCode.STOP);
        assertThat(fill.price()).isEqualTo(Decimal.of(side == Side.BUY ? "95" : "105"));
        assertThat(fill.context().ambiguous()).isTrue();
    }

    @Test
    void theStopPaysHalfTheSpreadAndTheTargetDoesNot() {
        Trading costly = Trading.with(c -> c.halfSpreadBps(10).makerFeeBps(1).takerFeeBps(2));
        costly.submit(LONG);
        costly.flat(100);
        Fill stop = costly.bar(100, 100, 94, 94).get(0);
        costly.submit(LONG);
        costly.flat(100);
        Fill target = costly.bar(100, 111, 100, 111).get(0);

        assertThat(stop.price()).isEqualTo(Decimal.of("94.9"));
        assertThat(stop.fee()).isEqualTo(Decimal.of("0.03796"));
        assertThat(stop.context().liquidity()).isEqualTo(Liquidity.TAKER);
        assertThat(stop.slippageBps()).isPositive();
        assertThat(target.price()).isEqualTo(Decimal.of(110));
        assertThat(target.fee()).isEqualTo(Decimal.of("0.022"));
        assertThat(target.context().liquidity()).isEqualTo(Liquidity.MAKER);
    }

    @Test
    void slippageOfAGapIsCountedFromTheStop() {
        enter(LONG);

        Fill fill = trading.bar(85.5, 86, 85, 86).get(0);

        assertThat(fill.slippageBps()).isCloseTo(1_000, within(1e-9));
    }

    @Test
    void theFirstExitToFillCancelsTheOther() {
        enter(LONG);
        trading.bar(100, 111, 100, 111);

        assertThat(trading.bar(96, 96, 90, 90)).isEmpty();
        assertThat(trading.bar(100, 120, 100, 120)).isEmpty();
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void anExitThatFilledLeavesAloneWhatItDoesNotProtect() {
        enter(market(Side.BUY, "3"));
        enter(LONG);

        assertThat(trading.bar(100, 101, 90, 90)).hasSize(1);
        assertThat(trading.bar(90, 120, 80, 100)).isEmpty();
        assertThat(trading.held()).isEqualTo(Decimal.of(3));
    }

    @Test
    void exitsAreNotArmedBeforeTheEntryFills() {
        trading.submit(protectedBy(limit(Side.BUY, "1", "90"), "80", "120", 0));

        assertThat(trading.bar(100, 130, 95, 100)).isEmpty();
        assertThat(trading.bar(130, 130, 95, 100)).isEmpty();
    }

    @Test
    void theBarOfTheEntryMayTouchTheStop() {
        trading.submit(LONG);

        List<Fill> fills = trading.bar(100, 101, 90, 91);

        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of(100), Decimal.of(95));
    }

    @Test
    void theBarOfTheEntryMayTouchTheTargetForTheEntryWasItsOpen() {
        trading.submit(LONG);

        List<Fill> fills = trading.bar(100, 112, 99, 100);

        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of(100), Decimal.of(110));
    }

    @Test
    void theBarOfTheEntryTouchingBothIsAmbiguous() {
        trading.submit(LONG);

        Fill exit = trading.bar(100, 112, 90, 100).get(1);

        assertThat(exit.context().cause()).isEqualTo(ReasonCode.STOP);
        assertThat(exit.context().ambiguous()).isTrue();
    }

    @Test
    void anEntryBeyondItsStopIsLeftAtOnce() {
        Trading costly = Trading.with(c -> c.halfSpreadBps(10));
        costly.submit(LONG);

        List<Fill> fills = costly.bar(94, 96, 93, 95);

        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of("94.1"), Decimal.of("93.9"));
    }

    @Test
    void anEntryBeyondItsTargetIsLeftAtALoss() {
        Trading costly = Trading.with(c -> c.halfSpreadBps(10));
        costly.submit(LONG);

        List<Fill> fills = costly.bar(120, 121, 119, 120);

        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of("120.12"), Decimal.of("119.88"));
        assertThat(fills.get(1).context().liquidity()).isEqualTo(Liquidity.TAKER);
    }

    @ParameterizedTest
    @CsvSource({"101, 89, 94, STOP", "120, 93, 94, NONE", "120, 93, 111, TARGET", "120, 89, 111, STOP"})
    void afterAnEntryOnTheWayOnlyWhatIsSureToFollowCounts(double high, double low, double close, String cause) {
        trading.submit(protectedBy(limit(Side.BUY, "1", "95"), "90", "110", 0));
        trading.flat(100);

        List<Fill> fills = trading.bar(100, high, low, close);

        assertThat(fills.get(0).price()).isEqualTo(Decimal.of(95));
        assertThat(fills).hasSize(cause.equals("NONE") ? 1 : 2);
        if (fills.size() > 1) {
            assertThat(fills.get(1).context().cause()).isEqualTo(new ReasonCode(cause));
        }
    }

    @Test
    void theTimeToHoldEndsAtTheFirstOpenAfterIt() {
        enter(protectedBy(market(Side.BUY, "1"), "0", "0", 3 * MINUTE));

        assertThat(trading.flat(101)).isEmpty();
        assertThat(trading.flat(102)).isEmpty();
        Fill exit = trading.bar(103, 104, 102, 104).get(0);

        assertThat(exit.price()).isEqualTo(Decimal.of(103));
        assertThat(exit.context().cause()).isEqualTo(ReasonCode.HOLD_EXPIRED);
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void theTimeToHoldMayEndWithinABar() {
        enter(protectedBy(market(Side.BUY, "1"), "0", "0", MINUTE + 1));

        assertThat(trading.flat(101)).isEmpty();
        assertThat(trading.flat(102).get(0).price()).isEqualTo(Decimal.of(102));
    }

    @Test
    void whileTheInstrumentIsSilentNothingIsLeft() {
        enter(protectedBy(market(Side.BUY, "1"), "95", "0", MINUTE));

        assertThat(trading.nothing()).isEmpty();
        assertThat(trading.nothing()).isEmpty();
        assertThat(trading.flat(97)).hasSize(1);
    }

    @Test
    void aBarWithoutVolumeTouchesNothing() {
        enter(LONG);

        assertThat(trading.bar(90, 90, 90, 90, 0)).isEmpty();
        assertThat(trading.bar(91, 91, 91, 91, 1).get(0).price()).isEqualTo(Decimal.of(91));
    }

    @Test
    void exitsVanishWhenAnotherOrderClosesThePosition() {
        enter(LONG);
        trading.submit(reducing(market(Side.SELL, "2")));

        assertThat(trading.bar(100, 120, 80, 100)).hasSize(1);
        assertThat(trading.bar(100, 120, 80, 100)).isEmpty();
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void exitsShrinkWithThePosition() {
        enter(LONG);
        trading.submit(reducing(market(Side.SELL, "1.5")));
        trading.flat(100);

        assertThat(trading.bar(100, 101, 80, 100).get(0).quantity()).isEqualTo(Decimal.of("0.5"));
    }

    @Test
    void theExitsOfTheOldestEntryGiveWayFirst() {
        enter(LONG);
        enter(protectedBy(market(Side.BUY, "1"), "90", "0", 0));
        trading.submit(reducing(market(Side.SELL, "1")));
        trading.flat(100);

        List<Fill> fills = trading.bar(100, 101, 80, 100);

        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of(95), Decimal.of(90));
        assertThat(fills).extracting(Fill::quantity).containsExactly(Decimal.ONE, Decimal.ONE);
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void turningThePositionRoundVoidsItsExits() {
        enter(LONG);
        trading.submit(market(Side.SELL, "5"));
        trading.flat(100);

        assertThat(trading.bar(100, 120, 80, 100)).isEmpty();
        assertThat(trading.held()).isEqualTo(Decimal.of(-3));
    }

    @Test
    void anEntryThatTurnsThePositionProtectsOnlyWhatIsNewlyHeld() {
        enter(market(Side.SELL, "1"));
        enter(LONG);

        assertThat(trading.bar(100, 101, 80, 100).get(0).quantity()).isEqualTo(Decimal.ONE);
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void anOrderThatMayOnlyReduceArmsNothing() {
        enter(market(Side.SELL, "2"));
        enter(reducing(protectedBy(market(Side.BUY, "1"), "95", "110", 0)));

        assertThat(trading.bar(100, 120, 80, 100)).isEmpty();
    }

    @Test
    void cancelingAfterTheFillTakesTheExitsAway() {
        long id = enter(LONG);

        assertThat(trading.venue.cancel(id)).isEmpty();

        assertThat(trading.bar(100, 120, 80, 100)).isEmpty();
        assertThat(trading.held()).isEqualTo(Decimal.of(2));
    }

    @Test
    void theStopBindsBeforeTheOrdersOfTheBarWhereItOpensBeyond() {
        enter(LONG);
        long id = trading.submit(reducing(market(Side.SELL, "2")));

        List<Fill> fills = trading.bar(90, 91, 89, 90);

        assertThat(fills).singleElement().extracting(f -> f.context().cause()).isEqualTo(ReasonCode.STOP);
        assertThat(trading.last()).isEqualTo(new ExecutionEvent.Canceled(id, trading.nowNanos, ReasonCode.REDUCE_ONLY));
    }

    private long enter(Order order) {
        long id = trading.submit(order);
        assertThat(trading.flat(100)).isNotEmpty();
        return id;
    }
}
