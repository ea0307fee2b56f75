package io.aqts.core.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    @Property(tries = 50)
    void judgesEachPredictionAgainstThePriceExactlyAHorizonLater(@ForAll @IntRange(min = 1, max = 40) int horizon) {
        Outcomes outcomes = new Outcomes(horizon);
        for (int bar = 0; bar < 130; bar++) {
            double price = bar * bar;
            assertThat(outcomes.due()).isEqualTo(bar >= horizon);
            if (outcomes.due()) {
                int then = bar - horizon;
                assertThat(outcomes.slot()).isEqualTo(then % horizon);
                assertThat(outcomes.dueScore()).isEqualTo(-then);
                assertThat(outcomes.dueReturn(price)).isEqualTo(price - then * then);
            }
            outcomes.add(-bar, price);
        }
    }

    @Test
    void comesToTheUsualSizeOfAMove() {
        Outcomes outcomes = new Outcomes(4);
        for (int bar = 0; bar < 2_000; bar++) {
            if (outcomes.due()) {
                outcomes.dueReturn(bar);
            }
            outcomes.add(0, bar);
        }

        assertThat(outcomes.usualMove()).isBetween(3.999, 4.0);
        assertThat(outcomes.deviation()).isBetween(3.999, 4.0);
    }
}
