package io.aqts.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Randomness;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalTest {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    @Test
    void invertsTheNormalDistribution() {
        for (int i = 1; i < 100_000; i++) {
            double probability = i / 100_000.0;
            double expected = STANDARD.inverseCumulativeProbability(probability);
            assertThat(Normal.quantile(probability)).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
        }
    }

    @Test
    void matchesThePublishedCheckValues() {
        assertThat(Normal.quantile(0.25)).isCloseTo(-0.6744897501960817, within(1e-15));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
        assertThat(Normal.quantile(1e-15)).isCloseTo(-7.941345326170997, within(1e-13));
    }

    @Test
    void isFiniteAndSymmetricAtTheEdges() {
        assertThat(Normal.quantile(0)).isBetween(-9.0, -8.0);
        assertThat(Normal.quantile(1 - 0x1.0p-53)).isBetween(8.0, 9.0);
        assertThat(Normal.quantile(0.5)).isZero();
        for (double q : new double[] {0.4, 0.425, 0.4250001, 0.49, 0.4999}) {
            assertThat(Normal.quantile(0.5 + q)).isCloseTo(-Normal.quantile(0.5 - q), within(1e-12));
        }
    }

    @Test
    void drawsHaveMeanZeroVarianceOneAndKurtosisThree() {
        Randomness random = Randomness.of(1);
        int draws = 1_000_000;
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (int i = 0; i < draws; i++) {
            double value = Normal.next(random);
            sum += value;
            squares += value * value;
            fourths += value * value * value * value;
        }
        assertThat(sum / draws).isCloseTo(0, within(0.004));
        assertThat(squares / draws).isCloseTo(1, within(0.006));
        assertThat(fourths / draws).isCloseTo(3, within(0.04));
    }
}
