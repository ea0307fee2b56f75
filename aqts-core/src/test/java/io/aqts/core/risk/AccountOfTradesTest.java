package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.MINUTE;
import static io.aqts.core.risk.Fixtures.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.AqtsConfig;
import io.aqts.config.BreakerConfig;
import io.aqts.config.SizingConfig;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.trade.Decimal;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RestrictionCause;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How trades are measured by what they risked, what cuts an order, and what restricts the account. */
class AccountOfTradesTest {

    private static final Plan LONG = new Plan(100, 100, 10, 90, 120, 5 * MINUTE);

    private final TradeRecord record =
            new TradeRecord(SizingConfig.defaults().toBuilder().priorLosses(1).build(), 1);

    @Test
    void aSplitChangesNothingOfWhatATradeRisks() {
        TradeRecord plain = new TradeRecord(SizingConfig.defaults(), 1);
        TradeRecord divided = new TradeRecord(SizingConfig.defaults(), 1);
        for (double ratio : new double[] {1, 4}) {
            TradeRecord told = ratio > 1 ? divided : plain;
            RoundTrips trips = new RoundTrips(1);
            trips.expect(0, 2, 10);
            trips.meet(0, position("2", "0"), told);
            trips.split(0, ratio);
            trips.meet(0, position(ratio > 1 ? "4" : "1", "0"), told);
            trips.meet(0, position("0", "-30"), told);
        }
        assertThat(divided.size()).isEqualTo(1);
        assertThat(divided.mean()).isEqualTo(plain.mean());
        assertThat(divided.payoff()).isEqualTo(plain.payoff());
    }

    @Test
    void aPlannedTradeThatCameAndWentAfterASplitRisksWhatWasPlanned() {
        RoundTrips trips = new RoundTrips(1);
        TradeRecord split = new TradeRecord(SizingConfig.defaults(), 1);
        trips.expect(0, 2, 10);
        trips.split(0, 4);
        trips.meet(0, position("0", "-30"), split);
        RoundTrips others = new RoundTrips(1);
        TradeRecord whole = new TradeRecord(SizingConfig.defaults(), 1);
        others.expect(0, 2, 10);
        others.meet(0, position("0", "-30"), whole);

        assertThat(split.payoff()).isEqualTo(whole.payoff());
    }

    @Test
    void aTradeOnPaperRunsAgainstTheOtherSideOnly() {
        PaperTrade trade = paper();
        assertThat(trade.runsAgainst(Side.BUY)).isFalse();
        trade.follow(Side.BUY, LONG, 3, 2);
        assertThat(trade.runsAgainst(Side.SELL)).isTrue();
        assertThat(trade.runsAgainst(Side.BUY)).isFalse();
        trade.follow(Side.SELL, LONG, 3, 2);
        assertThat(trade.runsAgainst(Side.BUY)).isTrue();
        assertThat(trade.runsAgainst(Side.SELL)).isFalse();
    }

    @Test
    void aStopThatIsTouchedEndsATradeAndATargetThatIsTouchedDoesNot() {
        PaperTrade stopped = paper();
        stopped.follow(Side.BUY, LONG, 3, 2);
        stopped.meet(in(bar(0, 100, 101, 90, 100)), record);
        assertThat(stopped.isRunning()).isFalse();

        PaperTrade aimed = paper();
        aimed.follow(Side.SELL, new Plan(100, 100, 10, 110, 80, 5 * MINUTE), 3, 2);
        aimed.meet(in(bar(0, 100, 101, 80, 100)), record);
        assertThat(aimed.isRunning()).isTrue();
        aimed.meet(in(bar(1, 100, 110, 81, 100)), record);
        assertThat(aimed.isRunning()).isFalse();

        PaperTrade aimless = paper();
        aimless.follow(Side.SELL, new Plan(100, 100, 10, 110, 0, 5 * MINUTE), 3, 2);
        aimless.meet(in(bar(0, 100, 101, 1, 100)), record);
        assertThat(aimless.isRunning()).as("no target").isTrue();
    }

    @Test
    void aTradeThatNeverEnteredLeavesNoRecord() {
        PaperTrade trade = paper();
        trade.follow(Side.BUY, LONG, 3, 2);
        trade.leave(50, record);

        assertThat(trade.isRunning()).isFalse();
        assertThat(record.size()).isZero();
    }

    @Test
    void theSwitchIsOnlyThrownFurther() {
        CircuitBreaker breaker = new CircuitBreaker(BreakerConfig.defaults());
        breaker.kill(KillSwitch.values()[0], ReasonCode.SIGNAL);
        List<RestrictionCause> first = breaker.causes();
        assertThat(first).containsExactly(new RestrictionCause.Killed(KillSwitch.values()[0], ReasonCode.SIGNAL));

        breaker.kill(KillSwitch.values()[0], ReasonCode.TARGET);
        assertThat(breaker.causes()).as("the same level").isEqualTo(first);
        breaker.kill(KillSwitch.FLATTEN, ReasonCode.TARGET);
        assertThat(breaker.causes())
                .containsExactly(new RestrictionCause.Killed(KillSwitch.FLATTEN, ReasonCode.TARGET));
        assertThat(breaker.closesAll()).isTrue();
        breaker.kill(KillSwitch.values()[0], ReasonCode.SIGNAL);
        assertThat(breaker.closesAll()).as("never back").isTrue();
        breaker.resume();
        assertThat(breaker.causes()).isEmpty();
        assertThat(breaker.closesAll()).isFalse();
        assertThat(breaker.state()).isEqualTo(RiskState.NORMAL);
    }

    @Test
    void aCutNamesItsReasonsAndKeepsTheSmallestAmount() {
        Cut cut = new Cut(600, 3, null);
        cut.to(600, ReasonCode.SIGNAL);
        assertThat(cut.isCut()).isFalse();
        assertThat(cut.units()).isEqualTo(200);
        cut.toUnits(0.7, ReasonCode.TARGET);
        assertThat(cut.units()).isEqualTo(0.7);
        assertThat(cut.amount()).isEqualTo(0.7 * 3);
        cut.to(0.7 * 3 * (1 - 1e-12), ReasonCode.STOP);
        assertThat(cut.amount()).as("within rounding").isEqualTo(0.7 * 3 * (1 - 1e-12));
        cut.to(-1, ReasonCode.STOP);
        assertThat(cut.amount()).isZero();
        assertThat(cut.granting(OrderSize.units(Decimal.ONE)).reasons())
                .containsExactly(ReasonCode.TARGET, ReasonCode.STOP);
    }

    @Test
    void theQuantileIsWhereTheShareBelowItIsTheLevel() {
        for (double[] each : new double[][] {{0.01, 1, 1}, {0.3, 1, 1}, {0.99, 1, 1}}) {
            assertThat(BetaQuantile.of(each[0], each[1], each[2])).isCloseTo(each[0], within(1e-14));
        }
        for (double level : new double[] {1e-6, 0.05, 0.5, 0.95}) {
            assertThat(BetaQuantile.of(level, 5, 1)).isCloseTo(StrictMath.pow(level, 0.2), within(1e-13));
            assertThat(BetaQuantile.of(level, 0.25, 1)).isCloseTo(StrictMath.pow(level, 4), within(1e-12));
            assertThat(BetaQuantile.of(level, 1, 9)).isCloseTo(1 - StrictMath.pow(1 - level, 1.0 / 9), within(1e-13));
        }
    }

    private static PaperTrade paper() {
        return new PaperTrade(DearestFee.of(Fixtures.context(AqtsConfig.defaults(), Fixtures.BTC)), 0);
    }

    private static InstrumentMarket in(Bar bar) {
        return InstrumentMarket.of(bar);
    }

    private static Position position(String quantity, String realized) {
        return new Position(Decimal.of(quantity), Decimal.ZERO, Decimal.of(realized), Decimal.ZERO, 100);
    }
}
