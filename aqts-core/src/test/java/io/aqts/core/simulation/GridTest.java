package io.aqts.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.Decimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GridTest {

    @Property
    void yieldsTheDoubleNearestToTheDecimal(
            @ForAll @LongRange(min = 1, max = 1L << 32) long count,
            @ForAll @IntRange(min = 1, max = 99_999) int unscaled,
            @ForAll @IntRange(max = 22) int scale) {
        Decimal step = Decimal.of(unscaled, scale);
        Grid grid = new Grid(step);

        double value = grid.at((double) count);

        assertThat(value).isEqualTo(step.times(Decimal.of(count)).toDouble());
        assertThat(grid.count(value)).isEqualTo((double) count);
    }

    @Test
    void tellsNeighborsApartUpToItsCeiling() {
        for (String step : new String[] {"0.01", "0.25", "100", "0.00000001", "1e-40", "0.123456789"}) {
            Grid grid = new Grid(Decimal.parse(step));
            assertThat(grid.at(grid.ceiling() - 1)).as(step).isLessThan(grid.at(grid.ceiling()));
            assertThat(grid.at(grid.ceiling())).isLessThan(grid.at(grid.ceiling() + 1));
        }
    }
}
