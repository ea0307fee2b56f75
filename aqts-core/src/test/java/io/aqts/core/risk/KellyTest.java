package io.aqts.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.SizingConfig;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.special.Beta;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KellyTest {

    private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);

    @ParameterizedTest
    @CsvSource({"0.55, 1, 0.1", "0.6, 2, 0.4", "0.5, 1.5, 0.16666666666666669", "0.3, 2, 0"})
    void stakesTheGrowthOptimalShareOrNothing(double probability, double payoff, double stake) {
        assertThat(Kelly.fraction(probability, payoff)).isCloseTo(stake, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "25, 0.20161290322580674",
        "100, 0.5025125628140709",
        "400, 0.8016032064128259",
        "1600, 0.9417304296645087"
    })
    void keepsMoreOfTheStakeTheMoreTheEstimateRestsOn(long outcomes, double kept) {
        assertThat(Kelly.shrinkage(0.55, 1, outcomes)).isCloseTo(kept, NINE_DIGITS);
    }

    @Test
    void keepsNothingOfAStakeWithoutAnEdge() {
        assertThat(Kelly.shrinkage(0.5, 1, 1000)).isZero();
        assertThat(Kelly.shrinkage(0.2, 1, 1000)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, 10, 10, 0.405582836334773053",
        "0.2, 30, 20, 0.542021027297591145",
        "0.05, 1, 1, 0.05",
        "0.2, 1, 3, 0.071682233277444226"
    })
    void findsQuantilesOfTheBetaDistribution(double level, double wins, double losses, double quantile) {
        assertThat(BetaQuantile.of(level, wins, losses)).isCloseTo(quantile, NINE_DIGITS);
    }

    @Property
    void invertsTheBetaDistributionEverywhere(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level,
            @ForAll @DoubleRange(min = 0.5, max = 5_000) double wins,
            @ForAll @DoubleRange(min = 0.5, max = 5_000) double losses) {
        double found = BetaQuantile.of(level, wins, losses);

        assertThat(found).isBetween(0.0, 1.0);
        assertThat(Beta.regularizedBeta(found, wins, losses)).isCloseTo(level, within(1e-8));
    }

    @Test
    void believesARecordOnlyAsFarAsItsLowerBound() {
        TradeRecord record = record(60, 40, 1.0);

        assertThat(record.mean()).isCloseTo(70 / 120.0, NINE_DIGITS);
        assertThat(record.lowerBound()).isLessThan(record.mean()).isGreaterThan(0.5);
        assertThat(record.stake())
                .isCloseTo(
                        0.25
                                * Kelly.fraction(record.lowerBound(), record.payoff())
                                * Kelly.shrinkage(record.mean(), record.payoff(), 100),
                        NINE_DIGITS);
    }

    @Test
    void stakesNothingOnARecordWithoutAnEdge() {
        assertThat(record(20, 80, 1.0).stake()).isZero();
    }

    @Test
    void isTooShortUntilTheRecordIsLongEnough() {
        assertThat(record(15, 14, 1).isTooShort()).isTrue();
        assertThat(record(15, 15, 1).isTooShort()).isFalse();
    }

    @Property
    void neverStakesMoreThanTheCap(
            @ForAll @IntRange(max = 2_000) int wins,
            @ForAll @IntRange(max = 2_000) int losses,
            @ForAll @DoubleRange(min = 0, max = 50) double multiple) {
        assertThat(record(wins, losses, multiple).stake())
                .isBetween(0.0, SizingConfig.defaults().riskPerTradeCap());
    }

    private static TradeRecord record(int wins, int losses, double winMultiple) {
        TradeRecord record = new TradeRecord(SizingConfig.defaults(), 1.5);
        for (int i = 0; i < wins; i++) {
            record.add(winMultiple);
        }
        for (int i = 0; i < losses; i++) {
            record.add(-1);
        }
        return record;
    }
}
