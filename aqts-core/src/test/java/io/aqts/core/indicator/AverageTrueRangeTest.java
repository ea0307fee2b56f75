package io.aqts.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.market.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

class AverageTrueRangeTest {

    private static Bar bar(int index, double open, double high, double low, double close) {
        return new Bar(index + 1, 1, open, high, low, close, 1);
    }

    @Test
    void isTheMeanOfTheFirstRangesAndSmoothsFromThere() {
        AverageTrueRange range = new AverageTrueRange(3);
        range.add(bar(0, 10, 12, 9, 11));
        range.add(bar(1, 11, 13, 10, 12));
        assertThat(range.isReady()).isFalse();

        range.add(bar(2, 20, 21, 19, 20));
        assertThat(range.isReady()).isTrue();
        assertThat(range.value()).isCloseTo((3 + 3 + 9) / 3.0, within(1e-12));

        range.add(bar(3, 5, 6, 5, 6));
        assertThat(range.value()).isCloseTo((5.0 * 2 + 15) / 3, within(1e-12));
    }

    @Test
    void aSplitIsNoMoveOfThePrice() {
        AverageTrueRange range = new AverageTrueRange(3);
        AverageTrueRange always = new AverageTrueRange(3);
        range.split(2);
        for (int i = 0; i < 4; i++) {
            range.add(bar(i, 10 + i, 12 + i, 8 + i, 11 + i));
            always.add(bar(i, 5 + i / 2.0, 6 + i / 2.0, 4 + i / 2.0, 5.5 + i / 2.0));
        }
        range.split(2);

        assertThat(range.value()).isEqualTo(always.value());
        for (AverageTrueRange each : List.of(range, always)) {
            each.add(bar(4, 7, 7.5, 6.5, 7));
        }
        assertThat(range.value()).isEqualTo(always.value()).isLessThan(2);
    }
}
