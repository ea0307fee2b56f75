package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.market.Bar;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final double LN2 = StrictMath.log(2);

    private static List<Bar> exponentials(double... logs) {
        return Walks.flats(IntStream.range(0, logs.length)
                .mapToDouble(i -> StrictMath.exp(logs[i]))
                .toArray());
    }

    private static OrdinalPatterns patterns(int order, int... closes) {
        OrdinalPatterns patterns = new OrdinalPatterns(order, closes.length - order + 1);
        BarWindow window = new BarWindow(10);
        for (int i = 0; i < closes.length; i++) {
            window.add(i, closes[i]);
            if (i >= order - 1) {
                patterns.add(window);
            }
        }
        return patterns;
    }

    @Test
    void measuresHowStraightAPriceRan() {
        LinearFit line = new LinearFit(7, Walks.MINUTE);

        assertThat(line.add(Walks.window(9, exponentials(9, 9, 1, 2, 2, 4, 5, 4, 7))))
                .isCloseTo(0.8680555555555556, within(1e-12));
    }

    @Test
    void keepsTheFitExactHoweverWildThePastWas() {
        List<Bar> bars = Walks.restless(11, 6_000);
        LinearFit line = new LinearFit(32, Walks.MINUTE);
        BarWindow window = new BarWindow(40);
        for (int i = 0; i < bars.size(); i++) {
            int phase = i % 500;
            double close = phase == 0
                    ? 1e6
                    : phase < 90 ? 100 + 1e-5 * (i % 7) : bars.get(i).close();
            window.add(bars.get(i).epochNanos(), close);
            if (i >= 33) {
                double rolling = line.add(window);
                SimpleRegression fresh = new SimpleRegression();
                for (int lag = 31; lag >= 0; lag--) {
                    fresh.addData(
                            (window.nanos(lag) - window.nanos(16)) / (double) Walks.MINUTE,
                            window.log(lag) - window.log(0));
                }
                double expected = fresh.getTotalSumSquares() < 1e-20 ? 0 : fresh.getRSquare();
                assertThat(rolling).as("bar %s", i).isCloseTo(expected, within(1e-8));
            }
        }
    }

    @Test
    void countsOrdinalPatterns() {
        assertThat(patterns(3, 4, 7, 9, 10, 6, 11, 3).entropy()).isCloseTo(1.5219280948873626 * LN2, within(1e-12));
        assertThat(patterns(2, 4, 7, 9, 10, 6, 11, 3).entropy()).isCloseTo(0.9182958340544894 * LN2, within(1e-12));
        assertThat(patterns(3, 4, 7, 9, 10, 6, 11, 3).entropy() / StrictMath.log(6))
                .isCloseTo(0.588762, within(1e-6));
    }

    @Test
    void correctsTheEntropyForTheShortnessOfTheWindow() {
        double corrected = 1.5219280948873626 * LN2 + 2 / 10.0;

        assertThat(patterns(3, 4, 7, 9, 10, 6, 11, 3).coherence())
                .isCloseTo(1 - corrected / StrictMath.log(6), within(1e-12));
        assertThat(patterns(4, 1, 2, 3, 4, 5, 6, 7, 8).coherence()).isEqualTo(1);
        assertThat(patterns(4, 5, 5, 5, 5, 5, 5, 5, 5).coherence()).isEqualTo(1);
    }

    @Test
    void givesTheSameEntropyForTheSameCountsWhateverCameBefore() {
        List<Bar> bars = Walks.restless(5, 3_000);
        OrdinalPatterns rolling = new OrdinalPatterns(4, 61);
        BarWindow window = new BarWindow(70);
        for (int i = 0; i < bars.size(); i++) {
            window.add(bars.get(i).epochNanos(), bars.get(i).close());
            if (i >= 3) {
                rolling.add(window);
            }
            if (i >= 63) {
                OrdinalPatterns fresh = new OrdinalPatterns(4, 61);
                BarWindow again = new BarWindow(70);
                for (int k = i - 63; k <= i; k++) {
                    again.add(bars.get(k).epochNanos(), bars.get(k).close());
                    if (k >= i - 60) {
                        fresh.add(again);
                    }
                }
                assertThat(rolling.coherence()).isEqualTo(fresh.coherence());
            }
        }
    }

    @Test
    void correlatesThePastWithItsStretchedSelf() {
        double stretch = 1.618033988749895;
        BarWindow window = Walks.window(66, Walks.restless(8, 200));
        double[] near = new double[39];
        double[] far = new double[39];
        for (int j = 1; j <= 39; j++) {
            int whole = (int) (stretch * j);
            double part = stretch * j - whole;
            near[j - 1] = window.log(0) - window.log(j);
            far[j - 1] = window.log(0) - ((1 - part) * window.log(whole) + part * window.log(whole + 1));
        }

        assertThat(new SelfSimilarity(64, stretch).of(window))
                .isCloseTo(Math.abs(new PearsonsCorrelation().correlation(near, far)), within(1e-10));
    }

    @Test
    void findsNoSimilarityWhereNothingMovedOrTooLittleIsSeen() {
        BarWindow still = Walks.window(
                66, Walks.flats(IntStream.range(0, 70).mapToDouble(i -> 3).toArray()));
        BarWindow jump = Walks.window(
                66,
                Walks.flats(
                        IntStream.range(0, 70).mapToDouble(i -> i == 69 ? 4 : 3).toArray()));

        assertThat(new SelfSimilarity(64, 1.6).of(still)).isZero();
        assertThat(new SelfSimilarity(64, 1.6).of(jump)).isZero();
        assertThat(new SelfSimilarity(64, 30).of(Walks.window(66, Walks.restless(8, 200))))
                .isZero();
    }

    @Test
    void looksNoFurtherBackThanTheWindowWhateverTheStretch() {
        BarWindow window = Walks.window(66, Walks.restless(8, 66));

        for (double stretch : new double[] {0.01, 0.5, 1, 1.11, 2, 3.3, 64, 1e9}) {
            assertThat(new SelfSimilarity(64, stretch).of(window)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void measuresSurpriseByWhatWasUsualBeforeTheBar() {
        ReturnScale scale = new ReturnScale();
        Novelty novelty = new Novelty();
        scale.add(0.01, 1);
        novelty.add(0.01, 1, scale, StrictMath.exp(5));
        novelty.add(0.01, 1, scale, StrictMath.exp(6));

        double surprise = novelty.add(-0.02, 1, scale, StrictMath.exp(7));

        double return01 = (-0.02 - 0.01) / 0.01;
        double volume = (7 - 5.06) / Math.sqrt(0.94 * 0.06);
        assertThat(surprise).isCloseTo(Math.sqrt(return01 * return01 + volume * volume), within(1e-9));
    }

    @Test
    void ignoresThinVolumeAndBarsWithoutAny() {
        ReturnScale scale = new ReturnScale();
        scale.add(0.01, 1);
        Novelty novelty = new Novelty();
        novelty.add(0, 1, scale, 100);
        novelty.add(0, 1, scale, 200);

        assertThat(novelty.add(0.03, 1, scale, 1)).isCloseTo(2, within(1e-12));
        assertThat(novelty.add(0.03, 1, scale, 0)).isCloseTo(2, within(1e-12));
    }

    @Test
    void countsReturnsByTheTimeTheyTook() {
        ReturnScale everyBar = new ReturnScale();
        ReturnScale withHoles = new ReturnScale();
        for (int i = 0; i < 500; i++) {
            everyBar.add(i % 2 == 0 ? 0.01 : -0.01, 1);
            withHoles.add(i % 2 == 0 ? 0.02 : -0.02, 4);
        }

        assertThat(withHoles.sigma()).isCloseTo(everyBar.sigma(), within(1e-12));
    }
}
