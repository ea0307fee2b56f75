package io.aqts.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    @Test
    void isUndefinedWhereThereIsNoFiniteValue() {
        for (double wild : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(Statistic.of(wild)).isEqualTo(Statistic.undefined("no finite value"));
            assertThatIllegalArgumentException().isThrownBy(() -> new Statistic.Defined(wild));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Statistic.undefined(" "));
    }

    @Test
    void saysItsFigureOrWhyThereIsNone() {
        assertThat(Statistic.of(0.5)).hasToString("0.5");
        assertThat(Statistic.undefined("too short")).hasToString("undefined: too short");
        assertThat(Statistic.of(0.5).isDefined()).isTrue();
        assertThat(Statistic.undefined("too short").isDefined()).isFalse();
        assertThat(Statistic.of(0.5).orElse(9)).isEqualTo(0.5);
        assertThat(Statistic.undefined("too short").orElse(9)).isEqualTo(9);
    }

    @Test
    void refusesIntervalsTheWrongWayRound() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, Double.NaN, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 2, 1.5));
        assertThat(new Interval(1, 1, 0.95).low()).isEqualTo(1);
    }

    @Test
    void earnsWhatIsLeftAfterFees() {
        ClosedTrade trade = new ClosedTrade(
                0, Side.BUY, 1, 2, Decimal.ONE, Decimal.of("0.1"), Decimal.of("0.30000000000000000001"), false);

        assertThat(trade.netPnl()).isEqualTo(Decimal.of("-0.20000000000000000001"));
    }

    @Test
    void cannotBeChangedByItsMaker() {
        List<Interval> intervals = new ArrayList<>(List.of(new Interval(0, 1, 0.95)));
        Statistic none = Statistic.undefined("none");
        TradeStatistics trades = new TradeStatistics(1, 1, none, intervals, none, none, none, 0);
        intervals.clear();

        assertThat(trades.winRateInterval()).hasSize(1);
    }
}
