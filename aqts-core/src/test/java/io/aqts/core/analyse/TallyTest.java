package io.aqts.core.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.core.ledger.Ledger;
import io.aqts.performance.ClosedTrade;
import io.aqts.performance.CostStatistics;
import io.aqts.performance.DrawdownStatistics;
import io.aqts.performance.EquityPoint;
import io.aqts.performance.Interval;
import io.aqts.performance.Statistic;
import io.aqts.performance.TradeStatistics;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Ledger LEDGER = new Ledger("USDT", Decimal.of(1_000), 1);

    @Nested
    class Drawdown {

        @Test
        void agreesWithTheTeachingData() {
            DrawdownTally tally = new DrawdownTally(1);
            tally.begin(0);
            double equity = 1;
            for (int i = 0; i < ReturnTallyTest.MONTHLY.length; i++) {
                equity *= 1 + ReturnTallyTest.MONTHLY[i];
                tally.step(i + 1, equity);
            }
            DrawdownStatistics statistics = tally.statistics();

            assertThat(statistics.maximum().orElse(0)).isCloseTo(.144672955739218, within(1e-10));
            assertThat(statistics.longestUnderWaterNanos()).isEqualTo(24 - 13);
            assertThat(statistics.recovered()).isFalse();
        }

        @Test
        void countsTheInitialEquityAsAPeak() {
            assertThat(of(100, 90, 95).maximum()).isEqualTo(Statistic.of(0.1));
            assertThat(of(100, 90, 95).current()).isEqualTo(Statistic.of(0.05));
            assertThat(of(1, 1.5, .75, 1.125, .5625).maximum()).isEqualTo(Statistic.of(0.625));
        }

        @Test
        void isUnderWaterFromThePeakUntilThePeakIsReachedAgain() {
            DrawdownStatistics statistics = of(100, 110, 105, 108, 110, 111, 110, 112);

            assertThat(statistics.longestUnderWaterNanos()).isEqualTo(3);
            assertThat(statistics.recovered()).isTrue();
            assertThat(statistics.current()).isEqualTo(Statistic.of(0));
        }

        @Test
        void isNotUnderWaterWhileNothingChanges() {
            DrawdownStatistics statistics = of(100, 100, 100, 100);

            assertThat(statistics.longestUnderWaterNanos()).isZero();
            assertThat(statistics.maximum()).isEqualTo(Statistic.of(0));
            assertThat(statistics.recovered()).isTrue();
        }

        @Test
        void maySinkBelowNothing() {
            assertThat(of(100, -50).maximum()).isEqualTo(Statistic.of(1.5));
        }

        private DrawdownStatistics of(double initial, double... equities) {
            DrawdownTally tally = new DrawdownTally(initial);
            tally.begin(0);
            for (int i = 0; i < equities.length; i++) {
                tally.step(i + 1, equities[i]);
            }
            return tally.statistics();
        }
    }

    @Nested
    class Trades {

        @Test
        void countsATradeAsWonOnlyIfSomethingIsLeftAfterFees() {
            TradeStatistics statistics =
                    of(trade("10", "9.99"), trade("10", "10"), trade("10", "10.01"), trade("-1", "0"));

            assertThat(statistics.count()).isEqualTo(4);
            assertThat(statistics.wins()).isEqualTo(1);
            assertThat(statistics.winRate()).isEqualTo(Statistic.of(0.25));
        }

        @Test
        void relatesWinsToLosses() {
            TradeStatistics statistics =
                    of(trade("31", "1"), trade("12", "2"), trade("-7", "3"), trade("-4", "1"), trade("2", "2"));

            assertThat(statistics.expectancy()).isEqualTo(Statistic.of((30 + 10 - 10 - 5 + 0) / 5.0));
            assertThat(statistics.profitFactor().orElse(0)).isCloseTo(40 / 15.0, within(1e-12));
            assertThat(statistics.payoff().orElse(0)).isCloseTo(20 / 5.0, within(1e-12));
        }

        @Test
        void countsARebateAsEarned() {
            assertThat(of(trade("-1", "-1.5")).wins()).isEqualTo(1);
        }

        @Test
        void isUndefinedWithoutTrades() {
            Statistic none = Statistic.undefined("no trade was closed");

            assertThat(of()).isEqualTo(new TradeStatistics(0, 0, none, List.of(), none, none, none, 0));
        }

        @Test
        void namesWhatIsMissing() {
            assertThat(of(trade("5", "1")).payoff()).isEqualTo(Statistic.undefined("no trade lost"));
            assertThat(of(trade("5", "1")).profitFactor()).isEqualTo(Statistic.undefined("no trade lost"));
            assertThat(of(trade("-5", "1")).payoff()).isEqualTo(Statistic.undefined("no trade won"));
            assertThat(of(trade("-5", "1")).profitFactor()).isEqualTo(Statistic.of(0));
            assertThat(of(trade("-5", "1")).winRate()).isEqualTo(Statistic.of(0));
        }

        @Test
        void tellsHowManyTheDataLeftOpen() {
            ClosedTrade open = new ClosedTrade(0, Side.BUY, 0, 1, Decimal.ONE, Decimal.ONE, Decimal.ZERO, true);

            assertThat(of(open, trade("1", "0"), open).ambiguous()).isEqualTo(2);
        }

        @Test
        void boundsAShareByWilsonsInterval() {
            near(TradeTally.wilson(55, 100, 0.95), 0.45244602997442135, 0.6438546202048803);
            near(TradeTally.wilson(6, 10, 0.95), 0.31267376973365824, 0.8318196702937638);
        }

        @Property(tries = 200)
        void keepsTheShareInsideItsInterval(
                @ForAll @IntRange(min = 1, max = 5_000) int trials, @ForAll @IntRange(max = 5_000) int some) {
            int successes = some % (trials + 1);
            Interval interval = TradeTally.wilson(successes, trials, 0.95);
            Interval surer = TradeTally.wilson(successes, trials, 0.99);
            double share = (double) successes / trials;

            assertThat(interval.low()).isBetween(0.0, share);
            assertThat(interval.high()).isBetween(share - 1e-12, 1.0);
            assertThat(surer.low()).isLessThanOrEqualTo(interval.low());
            assertThat(surer.high()).isGreaterThanOrEqualTo(interval.high());
        }

        private void near(Interval actual, double low, double high) {
            assertThat(actual.low()).isCloseTo(low, within(1e-9));
            assertThat(actual.high()).isCloseTo(high, within(1e-9));
            assertThat(actual.confidence()).isEqualTo(0.95);
        }

        private ClosedTrade trade(String gross, String fees) {
            return new ClosedTrade(0, Side.BUY, 0, 1, Decimal.ONE, Decimal.of(gross), Decimal.of(fees), false);
        }

        private TradeStatistics of(ClosedTrade... trades) {
            TradeTally tally = new TradeTally();
            for (ClosedTrade trade : trades) {
                tally.add(trade);
            }
            return tally.statistics(0.95);
        }
    }

    @Nested
    class Costs {

        @Test
        void addsUpFeesAndSlippageExactly() {
            CostTally tally = new CostTally();
            tally.add(fill(Side.BUY, "0.3", "100.1", "100", "0.01"), LEDGER);
            tally.add(fill(Side.SELL, "0.2", "99.7", "100", "0.02"), LEDGER);
            tally.add(fill(Side.SELL, "0.1", "100.5", "100", "-0.005"), LEDGER);
            tally.step(10, 1_000, 0, 0);
            CostStatistics statistics = tally.statistics();

            assertThat(statistics.fills()).isEqualTo(3);
            assertThat(statistics.fees()).isEqualTo(Decimal.of("0.025"));
            assertThat(statistics.slippage())
                    .isEqualTo(Decimal.of("0.03").plus(Decimal.of("0.06")).minus(Decimal.of("0.05")));
            assertThat(statistics.turnover().orElse(0)).isCloseTo((30.03 + 19.94 + 10.05) / 1_000, within(1e-12));
        }

        @Test
        void measuresExposureInTimeFromTheStartOfEachStep() {
            CostTally tally = new CostTally();
            tally.step(10, 1_000, 0, 500);
            tally.step(30, 1_000, 500, 2_000);
            tally.step(60, 1_000, 2_000, 0);
            tally.step(100, 1_000, 0, 0);

            assertThat(tally.statistics().exposure()).isEqualTo(Statistic.of(90 / 200.0));
            assertThat(tally.statistics().averageLeverage()).isEqualTo(Statistic.of((0.5 * 30 + 2 * 60) / 200));
        }

        @Test
        void hasNoLeverageOnceTheEquityIsLost() {
            CostTally tally = new CostTally();
            tally.step(10, 1_000, 0, 500);
            tally.step(10, -1, 500, 500);
            tally.step(10, 1_000, 500, 500);

            assertThat(tally.statistics().averageLeverage()).isEqualTo(Statistic.undefined("the equity was lost"));
        }

        @Test
        void hasNoShareOfTimeWhereNoneWentBy() {
            CostTally tally = new CostTally();
            tally.step(0, 1_000, 0, 500);

            assertThat(tally.statistics().exposure()).isEqualTo(Statistic.undefined("no time went by"));
            assertThat(tally.statistics().averageLeverage()).isEqualTo(Statistic.undefined("no time went by"));
        }

        @Test
        void isUndefinedWithoutSteps() {
            CostStatistics statistics = new CostTally().statistics();

            assertThat(statistics.fees()).isEqualTo(Decimal.ZERO);
            assertThat(List.of(statistics.turnover(), statistics.exposure(), statistics.averageLeverage()))
                    .containsOnly(Statistic.undefined("there was no step"));
        }

        private Fill fill(Side side, String quantity, String price, String arrival, String fee) {
            FillContext context =
                    new FillContext("paper", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.of(arrival), false);
            return new Fill(1, 1, 0, side, Decimal.of(quantity), Decimal.of(price), Decimal.of(fee), context);
        }
    }

    @Nested
    class Curve {

        @Property(tries = 300)
        void keepsFirstAndLastInABoundedNumberOfEvenlySpacedPoints(
                @ForAll @IntRange(min = 2, max = 40) int capacity, @ForAll @IntRange(min = 1, max = 3_000) int steps) {
            EquityCurve curve = new EquityCurve(capacity);
            for (int i = 0; i < steps; i++) {
                curve.step(i, 1_000 + i);
            }
            List<EquityPoint> points = curve.points();

            assertThat(points)
                    .hasSizeLessThanOrEqualTo(capacity + 1)
                    .hasSizeGreaterThan(Math.min(steps, capacity / 2) - 1);
            assertThat(points.get(0)).isEqualTo(new EquityPoint(0, 1_000));
            assertThat(points.get(points.size() - 1)).isEqualTo(new EquityPoint(steps - 1, 999 + steps));
            long stride = points.size() > 2 ? points.get(1).epochNanos() : 1;
            assertThat(Long.bitCount(stride)).isEqualTo(1);
            for (int i = 0; i < points.size() - 1; i++) {
                assertThat(points.get(i)).isEqualTo(new EquityPoint(i * stride, 1_000 + i * stride));
            }
        }

        @Test
        void keepsTheLastPointEvenIfItsMomentIsThatOfTheOneBefore() {
            EquityCurve curve = new EquityCurve(2);
            curve.step(5, 100);
            curve.step(5, 101);
            curve.step(5, 102);
            curve.step(5, 103);

            assertThat(curve.points()).last().isEqualTo(new EquityPoint(5, 103));
        }

        @Test
        void isEmptyBeforeTheFirstStep() {
            assertThat(new EquityCurve(10).points()).isEmpty();
        }
    }
}
