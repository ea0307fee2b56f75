package io.aqts.core.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Randomness;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The tail of the losses of a book of several positions, against its definition. */
class TailArithmeticTest {

    private static final double Z = 1.6448536269514722;
    private static final int SAMPLES = 120;

    private final Stage stage = new Stage();
    private final LossLines lines = lines();
    private final CornishFisherLoss corrected = corrected();
    private final TailMean mean = new TailMean(lines);

    @Test
    void theCorrectedLossIsThatOfItsMoments() {
        for (double quantity : new double[] {0, 1, 35, 400, 9_000}) {
            double[] moments = moments(quantity);
            corrected.at(quantity);
            double expected = moments[0] + moments[1] * CornishFisher.quantile(Z, moments[2], moments[3]);

            assertThat(corrected.loss()).isCloseTo(expected, within(Math.abs(expected) * 1e-9));
            assertThat(corrected.isValid()).isEqualTo(CornishFisher.isValid(moments[2], moments[3]));
        }
    }

    @Test
    void drawingAgainForgetsWhatWasDrawn() {
        corrected.at(35);
        double before = corrected.loss();
        corrected.draw();
        corrected.at(35);

        assertThat(corrected.loss()).isEqualTo(before);
    }

    @Test
    void theMostThatKeepsTheCorrectedLossTouchesTheLimit() {
        corrected.at(9_000);
        assertThat(corrected.isValid()).isTrue();
        double limit = corrected.loss();
        double most = corrected.mostWithin(1e9, limit, 6, 1e-3);
        corrected.at(most);

        assertThat(corrected.loss()).isCloseTo(limit, within(limit * 1e-9)).isLessThanOrEqualTo(limit);
        assertThat(corrected.mostWithin(most / 2, limit, 6, 1e-3)).isEqualTo(most / 2);
        assertThat(corrected.mostWithin(1e9, -1e9, 6, 1e-3))
                .as("too much is held")
                .isZero();
    }

    @Test
    void whatTheDoublingsDoNotReachIsNotAllowed() {
        assertThat(corrected.mostWithin(1e9, 1e12, 6, 1e-6)).isEqualTo(1e-6 * (1 << 26));
        assertThat(corrected.mostWithin(3, 1e12, 6, 1e-6)).isEqualTo(3);
    }

    @Test
    void theMeanOfTheTailWeighsTheLastLossByItsShare() {
        for (double quantity : new double[] {0, 35, 400}) {
            double[] sorted = losses(quantity);
            Arrays.sort(sorted);
            double sum = 0;
            for (int k = 0; k < 6; k++) {
                sum += sorted[SAMPLES - 1 - k];
            }
            assertThat(mean.at(quantity, 6.0 / SAMPLES)).isCloseTo(sum / 6, within(1e-9));
            assertThat(mean.at(quantity, 6.5 / SAMPLES))
                    .isCloseTo((sum + 0.5 * sorted[SAMPLES - 7]) / 6.5, within(1e-9));
        }
    }

    @Test
    void anOrderThatHedgesIsAllowedUpToWhereItHurtsThoughTooMuchIsHeld() {
        double share = 6.0 / SAMPLES;
        double bottom = 0;
        for (double q = 0; q < 2_000; q += 0.25) {
            bottom = mean.at(q, share) < mean.at(bottom, share) ? q : bottom;
        }
        assertThat(bottom).as("the book is short of what is bought").isPositive();
        double least = mean.at(bottom, share);
        double limit = 0.5 * (least + mean.at(0, share));
        double most = mean.mostWithin(1e5, limit, share);

        assertThat(most).isGreaterThan(bottom);
        assertThat(mean.at(most, share)).isCloseTo(limit, within(1e-6));
        assertThat(mean.mostWithin(1e5, least * 1.0001, share)).isPositive();
        assertThat(mean.mostWithin(1e5, least * 0.999, share)).isZero();
        assertThat(mean.mostWithin(bottom, limit, share)).isEqualTo(bottom);
    }

    @Test
    void aQuadraticIsKeptExactlyToItsLimit() {
        Quadratic form = new Quadratic(4, 0, 1);

        assertThat(form.mostWithin(10, 4 + 9)).isEqualTo(3);
        assertThat(form.mostWithin(3, 4 + 9)).isEqualTo(3);
        assertThat(form.mostWithin(10, 3)).isZero();
        assertThat(new Quadratic(4, -3, 1).mostWithin(100, 4)).isEqualTo(6);
        assertThat(new Quadratic(20, -3, 1).mostWithin(100, 11))
                .as("at its lowest")
                .isEqualTo(3);
        assertThat(new Quadratic(4, -1, 1).mostWithin(0.1, 3.5))
                .as("not reached")
                .isZero();
        assertThat(new Quadratic(4, 0, 0).mostWithin(1, 3)).isZero();
    }

    /** Mean, deviation, skew and excess. */
    private double[] moments(double quantity) {
        double[] losses = losses(quantity);
        double average = Arrays.stream(losses).average().orElseThrow();
        double[] sums = new double[5];
        for (double loss : losses) {
            for (int power = 2; power <= 4; power++) {
                sums[power] += StrictMath.pow(loss - average, power) / losses.length;
            }
        }
        double deviation = Math.sqrt(sums[2]);
        return new double[] {average, deviation, sums[3] / (sums[2] * deviation), sums[4] / (sums[2] * sums[2]) - 3};
    }

    private double[] losses(double quantity) {
        double[] losses = new double[SAMPLES];
        for (int t = 0; t < SAMPLES; t++) {
            losses[t] = lines.at(t, quantity);
        }
        return losses;
    }

    private CornishFisherLoss corrected() {
        CornishFisherLoss loss = new CornishFisherLoss(lines, Z);
        loss.draw();
        return loss;
    }

    /** Losses of a book that is short of the first instrument and holds some of the others. */
    private LossLines lines() {
        Randomness chance = Randomness.of(5);
        ReturnWindow window = new ReturnWindow(SAMPLES, Duration.ZERO, 3);
        for (int t = 0; t <= SAMPLES; t++) {
            stage.at(t * Stage.MINUTE);
            for (int i = 0; i < 3 && t > 0; i++) {
                stage.prices[i] *= 1 + 0.0005 + 0.01 * (i + 1) * (t % 10 == 0 ? 2.2 : 1) * chance.nextGaussian();
            }
            double p = stage.prices[0];
            stage.markets[0] = InstrumentMarket.of(new Bar(stage.now, Stage.MINUTE, p, p, p, p, 1));
            window.onStep(stage);
        }
        stage.prices[0] = 100;
        stage.holding(0, -8_000).holding(1, 1_000).holding(2, -500);
        LossLines all = new LossLines(window);
        all.draw(stage.buying(1));
        return all;
    }
}
