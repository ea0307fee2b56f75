package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.market.Bar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZigZagTest {

    private static List<long[]> pivots(List<Bar> bars, double reversal, int period) {
        ZigZag zigZag = new ZigZag(reversal, period);
        BarWindow window = new BarWindow(91);
        List<long[]> found = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            window.add(bars.get(i).epochNanos(), bars.get(i).close());
            if (zigZag.add(bars.get(i), window)) {
                found.add(new long[] {i, (zigZag.pivotNanos() - Walks.START) / Walks.MINUTE});
            }
        }
        return found;
    }

    @Test
    void datesAPivotAtItsExtremeAndKnowsItOnlyOnceThePriceHasTurnedBack() {
        List<Bar> bars = Walks.flats(100, 101, 102, 103, 104, 103.5, 102.4, 101.5, 100.5, 101.6, 102.7, 103.8);

        List<long[]> found = pivots(bars, 1.5, 3);

        assertThat(found).hasSize(2);
        assertThat(found.get(0)).containsExactly(6, 4);
        assertThat(found.get(1)).containsExactly(10, 8);
    }

    @Test
    void findsNoPivotInAPriceThatStandsStill() {
        List<Bar> still = Walks.flats(
                Collections.nCopies(200, 100.0).stream().mapToDouble(d -> d).toArray());

        assertThat(pivots(still, 1.5, 14)).isEmpty();
    }

    @Test
    void keepsSilentUntilTheTrueRangeIsKnown() {
        List<Bar> bars = Walks.flats(100, 120, 90, 130, 80, 140, 70, 150);

        assertThat(pivots(bars, 0.1, 100)).isEmpty();
    }

    @Test
    void letsPivotsFollowOneAnotherInTimeAndAlternate() {
        List<Bar> bars = Walks.restless(3, 20_000);
        ZigZag zigZag = new ZigZag(1.5, 14);
        BarWindow window = new BarWindow(91);
        long before = Long.MIN_VALUE;
        double logBefore = StrictMath.log(bars.get(0).close());
        double stepBefore = 0;
        int count = 0;

        for (Bar bar : bars) {
            window.add(bar.epochNanos(), bar.close());
            if (zigZag.add(bar, window)) {
                double step = zigZag.pivotLog() - logBefore;
                assertThat(zigZag.pivotNanos()).isGreaterThan(before).isLessThan(bar.epochNanos());
                assertThat(step * stepBefore).isLessThanOrEqualTo(0);
                before = zigZag.pivotNanos();
                logBefore = zigZag.pivotLog();
                stepBefore = step;
                count++;
            }
        }

        assertThat(count).isGreaterThan(1_000);
    }
}
