package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.junit.jupiter.api.Test;

class RankTest {

    private static final double[] RANKS = {0.8, 0.6, 0.7, 0.9, 0.5};

    private static double intensity(List<Double> weights, double[] ranks) {
        return new Intensity(weights)
                .of(Arrays.stream(ranks).map(StrictMath::log).toArray());
    }

    private static RollingRank rank(int size) {
        return new RollingRank(size, new LogTable(RollingRank.mostLog(size)));
    }

    @Provide
    Arbitrary<List<Double>> series() {
        Arbitrary<Double> few = Arbitraries.of(0.0, -0.0, 1.0, 2.0, 0.5, Double.MIN_VALUE, Double.MAX_VALUE);
        Arbitrary<Double> any = Arbitraries.doubles().between(0, 1e300);
        return Arbitraries.oneOf(few, any).list().ofMinSize(1).ofMaxSize(120);
    }

    @Property
    void ranksEachValueAmongTheOnesBeforeIt(
            @ForAll("series") List<Double> series, @ForAll @IntRange(min = 1, max = 40) int size) {
        RollingRank rank = rank(size);
        for (int i = 0; i < series.size(); i++) {
            List<Double> past = series.subList(Math.max(0, i - size), i);
            double value = series.get(i);
            double smaller = past.stream().filter(v -> v < value).count();
            double equal = past.stream().filter(v -> v == value).count();
            int n = past.size();

            assertThat(rank.add(value)).isEqualTo(n);

            double expected = Math.max((smaller + equal / 2 + 0.5) / (n + 1), n == 0 ? 0 : 0.5 / n);
            assertThat(rank.share()).isCloseTo(expected, within(1e-15));
            assertThat(rank.logShare()).isCloseTo(StrictMath.log(expected), within(1e-13));
        }
    }

    @Property
    void knowsTheMedianOfWhatItHolds(
            @ForAll("series") List<Double> series, @ForAll @IntRange(min = 1, max = 40) int size) {
        SortedWindow window = new SortedWindow(size);
        for (int i = 0; i < series.size(); i++) {
            window.add(series.get(i) / 2);
            double[] held = series.subList(Math.max(0, i + 1 - size), i + 1).stream()
                    .mapToDouble(v -> v / 2)
                    .toArray();
            double expected = 0.0 + new Median().evaluate(held);
            assertThat(window.median()).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Test
    void drawsRanksTogetherIntoOneIntensity() {
        assertThat(intensity(List.of(1.0, 1.0, 1.0, 1.0, 1.0), RANKS)).isCloseTo(0.6853467509397647, within(1e-12));
        assertThat(intensity(List.of(1.0, 1.2, 1.0, 1.2, 0.8), RANKS)).isCloseTo(0.6974402821345489, within(1e-12));
        assertThat(intensity(List.of(0.0, 0.0, 5.0, 0.0, 0.0), RANKS)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void followsTheGammaLawOnSeriesWithoutMemory() {
        GammaDistribution gamma = new GammaDistribution(5, 1);
        Randomness chance = Randomness.of(7).split("ranks");
        RollingRank[] ranks = new RollingRank[5];
        Arrays.setAll(ranks, i -> rank(500));
        Intensity intensity = new Intensity(List.of(1.0, 1.0, 1.0, 1.0, 1.0));
        DescriptiveStatistics seen = new DescriptiveStatistics();
        double[] logs = new double[5];
        for (int i = 0; i < 60_000; i++) {
            for (int k = 0; k < 5; k++) {
                ranks[k].add(StrictMath.exp(chance.nextGaussian()));
                logs[k] = ranks[k].logShare();
            }
            if (i >= 500) {
                seen.addValue(intensity.of(logs));
            }
        }

        assertThat(gamma.cumulativeProbability(-5 * StrictMath.log(0.6743338841766298)))
                .isCloseTo(0.05, within(1e-9));
        assertThat(gamma.cumulativeProbability(-5 * StrictMath.log(0.7742803853484673)))
                .isCloseTo(0.01, within(1e-9));
        assertThat(seen.getMean()).isCloseTo(0.401877572016461, within(0.003));
        assertThat(seen.getVariance()).isCloseTo(0.02442884919202487, within(0.0006));
        assertThat(shareAbove(seen, 0.6743338841766298)).isCloseTo(0.05, within(0.004));
        assertThat(shareAbove(seen, 0.7744)).isCloseTo(0.01, within(0.002));
        assertThat(shareAbove(seen, 0.7144721925205565)).isCloseTo(0.0284, within(0.003));
    }

    private static double shareAbove(DescriptiveStatistics values, double bound) {
        return Arrays.stream(values.getValues()).filter(v -> v > bound).count() / (double) values.getN();
    }

    @Property(tries = 200)
    void takesItsBaselineFromAStretchThatEndedBefore(
            @ForAll @IntRange(min = 2, max = 30) int size, @ForAll @IntRange(min = 0, max = 12) int gap) {
        LaggedBaseline baseline = new LaggedBaseline(size, gap);
        Randomness chance = Randomness.of(size * 100L + gap);
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            assertThat(baseline.isReady()).isEqualTo(i >= size + gap);
            if (i >= size + gap) {
                DescriptiveStatistics stretch = new DescriptiveStatistics();
                all.subList(i - gap - size, i - gap).forEach(stretch::addValue);
                double expected = stretch.getMean() + 2 * stretch.getStandardDeviation();
                assertThat(baseline.above(2)).isCloseTo(expected, within(1e-7));
            }
            double value = chance.nextInt(3) == 0 ? 0.25 : chance.nextDouble();
            baseline.add(value);
            all.add(value);
        }
    }
}
