package io.aqts.core.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final double PRIOR = 20;

    private record Outcome(double score, boolean rose) {}

    @Test
    void saysOneHalfWithoutARecord() {
        Calibration calibration = new Calibration(7, 1);

        for (double score = -1; score <= 1; score += 0.125) {
            assertThat(calibration.probability(score)).isEqualTo(0.5);
        }
        assertThat(calibration.resolved()).isZero();
    }

    @Test
    void drawsAShortRecordTowardsOneHalf() {
        Calibration calibration = new Calibration(1 << 1, 1);

        calibration.resolve(0.5, true);
        assertThat(calibration.probability(0.5)).isEqualTo(11.0 / 21);
        for (int i = 1; i < 20; i++) {
            calibration.resolve(0.5, true);
        }
        assertThat(calibration.probability(0.5)).isEqualTo(0.75);
        assertThat(calibration.probability(-0.5)).isEqualTo(0.5);
        for (int i = 20; i < 1_980; i++) {
            calibration.resolve(0.5, true);
        }
        assertThat(calibration.probability(0.5)).isEqualTo(0.995);
    }

    @Test
    void countsOutcomesThatShareTheirTimeForLess() {
        Calibration calibration = new Calibration(2, 4);
        for (int i = 0; i < 20; i++) {
            calibration.resolve(-0.5, false);
        }

        assertThat(calibration.probability(-0.5)).isCloseTo(10 / 25.0, within(1e-12));
        assertThat(calibration.resolved()).isEqualTo(20);
    }

    @Test
    void poolsWhatFallsWhereItShouldRise() {
        Calibration calibration = new Calibration(10, 1);
        boolean[] rose = {false, false, true, false, true, true, false, true, true, true};
        for (int i = 0; i < rose.length; i++) {
            for (int n = 0; n < 200_000; n++) {
                calibration.resolve((i + 0.5) / 5 - 1, rose[i]);
            }
        }

        double[] pooled = {0, 0, 0.5, 0.5, 2 / 3.0, 2 / 3.0, 2 / 3.0, 1, 1, 1};
        for (int i = 0; i < pooled.length; i++) {
            assertThat(calibration.probability((i + 0.5) / 5 - 1)).isCloseTo(pooled[i], within(1e-4));
        }
    }

    @Property(tries = 200)
    void neverFallsWhenTheScoreRises(
            @ForAll("records") List<Outcome> record, @ForAll @IntRange(min = 2, max = 30) int bins) {
        Calibration calibration = calibration(record, bins);

        double last = 0;
        for (int i = 0; i <= 500; i++) {
            double now = calibration.probability(i / 250.0 - 1);
            assertThat(now).isBetween(last, 1.0);
            last = now;
        }
    }

    @Property(tries = 200)
    void isTheClosestRisingFitToTheSharesOfTheBins(
            @ForAll("records") List<Outcome> record, @ForAll @IntRange(min = 2, max = 12) int bins) {
        Calibration calibration = calibration(record, bins);
        double[] weight = new double[bins];
        double[] rises = new double[bins];
        for (Outcome outcome : record) {
            int bin = Math.min(bins - 1, (int) ((outcome.score() + 1) * 0.5 * bins));
            weight[bin]++;
            rises[bin] += outcome.rose() ? 1 : 0;
        }

        for (int i = 0; i < bins; i++) {
            double probability = calibration.probability((i + 0.5) * 2 / bins - 1);
            assertThat(probability).isCloseTo(isotonic(weight, rises, i), within(1e-12));
        }
    }

    @Property(tries = 100)
    void forgetsTheOrderOfItsRecord(@ForAll("records") List<Outcome> record) {
        Calibration forward = calibration(record, 10);
        Calibration backward = new Calibration(10, 1);
        for (int i = record.size() - 1; i >= 0; i--) {
            backward.resolve(record.get(i).score(), record.get(i).rose());
            backward.probability(0);
        }

        for (double score = -0.95; score < 1; score += 0.1) {
            assertThat(backward.probability(score)).isEqualTo(forward.probability(score));
        }
    }

    @Provide
    Arbitrary<List<Outcome>> records() {
        Arbitrary<Double> scores = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1, 1), Arbitraries.of(-1.0, 1.0, 0.0, -0.0, Math.nextDown(1.0)));
        return Combinators.combine(scores, Arbitraries.of(true, false))
                .as(Outcome::new)
                .list()
                .ofMaxSize(300);
    }

    private static Calibration calibration(List<Outcome> record, int bins) {
        Calibration calibration = new Calibration(bins, 1);
        for (Outcome outcome : record) {
            calibration.resolve(outcome.score(), outcome.rose());
        }
        return calibration;
    }

    /** The max-min formula of isotonic regression, by trying every stretch of bins. */
    private static double isotonic(double[] weight, double[] rises, int at) {
        double greatest = 0;
        for (int from = 0; from <= at; from++) {
            double least = 1;
            for (int to = at; to < weight.length; to++) {
                double up = 0;
                double all = 0;
                for (int i = from; i <= to; i++) {
                    up += rises[i] + PRIOR / 2;
                    all += weight[i] + PRIOR;
                }
                least = Math.min(least, up / all);
            }
            greatest = Math.max(greatest, least);
        }
        return greatest;
    }
}
