package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Randomness;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GeometryTest {

    private static final double GOLDEN = 0.618033988749895;

    @Test
    void measuresTheBendAndTheContrastOfThreeMoments() {
        Bend bend = new Bend(Math.log(101 / 100.0), Math.log(100.4 / 101), 8, 5);

        assertThat(bend.z(0.002)).isCloseTo(-2.136033824058526, within(2e-9));
        assertThat(bend.contrast(0.002)).isCloseTo(0.5535937453869294, within(6e-10));
    }

    @Test
    void rewardsAProportionNearTheOneLookedFor() {
        Timing timing = new Timing(GOLDEN, 0.05);

        assertThat(timing.fidelity(0.625)).isCloseTo(0.8606797749978958, within(1e-12));
        assertThat(timing.fidelity(GOLDEN)).isEqualTo(1);
        assertThat(timing.fidelity(0.5)).isZero();
        assertThat(timing.matches(0.6667)).isTrue();
        assertThat(timing.matches(0.67)).isFalse();
    }

    @Property
    void seesNoBendInAnyStraightLine(
            @ForAll @DoubleRange(min = -3, max = 3) double slope,
            @ForAll @DoubleRange(min = 0.01, max = 1e4) double before,
            @ForAll @DoubleRange(min = 0.01, max = 1e4) double after) {
        Bend bend = new Bend(slope * before, slope * after, before, after);

        assertThat(bend.z(1)).isCloseTo(0, within(1e-12 * (1 + Math.sqrt(before + after))));
    }

    @Property
    void findsTheCurvatureOfEveryParabola(
            @ForAll @DoubleRange(min = 0.1, max = 100) double before,
            @ForAll @DoubleRange(min = 0.1, max = 100) double after) {
        Bend bend = new Bend(-before * before, after * after, before, after);

        double curvature = bend.z(1) * Math.sqrt(1 / before + 1 / after) * 2 / (before + after);

        assertThat(curvature).isCloseTo(2, within(1e-12));
    }

    @Test
    void matchesTheProportionOfPoissonPivotsAsOftenAsChanceSays() {
        Randomness chance = Randomness.of(42).split("poisson");
        TurningPoints points = new TurningPoints();
        Timing timing = new Timing(GOLDEN, 0.05);
        double clock = 0;
        int matches = 0;
        int pivots = 0;
        while (pivots < 10_000) {
            clock -= 1e9 * StrictMath.log(1 - chance.nextDouble());
            points.add((long) clock, 0);
            if (points.hasRatio()) {
                pivots++;
                matches += timing.matches(points.ratio()) ? 1 : 0;
            }
        }

        assertThat(matches / 10_000.0).isCloseTo(0.0382331, within(0.004));
    }

    @Test
    void readsTheLatticeBackwardsSoThatItsGapsShrinkInGoldenProportion() {
        double[] expected = {1, 1, 0.5, 2 / 3.0, 0.6, 0.625, 8 / 13.0, 13 / 21.0, 21 / 34.0};

        for (int knot = 1; knot <= expected.length; knot++) {
            assertThat(LatticeGeometry.ratio(knot)).isEqualTo(knot == 1 || knot == 2 ? 1 : expected[knot - 1]);
        }
    }
}
