package io.aqts.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.performance.Statistic;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureSummaryTest {

    /** The 97.5 % point of Student's t with three degrees of freedom, from tables. */
    private static final double T3 = 3.182446305284263;

    @Test
    void reachesAsFarAsStudentsT() {
        FigureSummary figure = of(0.95, 1, 2, 3, 4);
        double reach = T3 * Math.sqrt(5 / 3.0) / 2;

        assertThat(figure.mean()).isEqualTo(Statistic.of(2.5));
        assertThat(figure.interval()).hasSize(1);
        assertThat(figure.interval().get(0).low()).isCloseTo(2.5 - reach, within(1e-9));
        assertThat(figure.interval().get(0).high()).isCloseTo(2.5 + reach, within(1e-9));
        assertThat(figure.interval().get(0).confidence()).isEqualTo(0.95);
        assertThat(figure.defined()).isEqualTo(4);
    }

    @Test
    void isWiderTheSurerItIsToBe() {
        assertThat(width(of(0.99, 1, 2, 3, 4))).isGreaterThan(width(of(0.95, 1, 2, 3, 4)));
        assertThat(width(of(0.5, 1, 2, 3, 4))).isLessThan(width(of(0.95, 1, 2, 3, 4)));
    }

    @Test
    void isAPointWhereAllAgree() {
        assertThat(width(of(0.95, 7, 7, 7))).isZero();
    }

    @Test
    void leavesOutWhatIsUndefinedAndTellsHowManyAreNot() {
        FigureSummary figure = FigureSummary.of(
                "sharpe", List.of(Statistic.of(1), Statistic.undefined("too short"), Statistic.of(3)), 0.95);

        assertThat(figure.mean()).isEqualTo(Statistic.of(2));
        assertThat(figure.defined()).isEqualTo(2);
        assertThat(figure.interval()).hasSize(1);
    }

    @Test
    void hasNoIntervalForASingleValueAndNoMeanForNone() {
        assertThat(of(0.95, 3)).isEqualTo(new FigureSummary("figure", Statistic.of(3), List.of(), 1));
        assertThat(of(0.95).mean()).isEqualTo(Statistic.undefined("undefined in every iteration"));
        assertThat(of(0.95).defined()).isZero();
    }

    private static double width(FigureSummary figure) {
        return figure.interval().get(0).high() - figure.interval().get(0).low();
    }

    private static FigureSummary of(double confidence, double... values) {
        return FigureSummary.of(
                "figure", Arrays.stream(values).mapToObj(Statistic::of).toList(), confidence);
    }
}
