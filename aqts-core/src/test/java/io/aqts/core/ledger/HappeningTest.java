package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.core.ledger.Happening.Kind;
import io.aqts.trade.Decimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HappeningTest {

    @Test
    void whatIsAfterFillsComesAfterWhatIsNotThoughItIsEarlier() {
        Happening early = at(3, 0, Kind.FUNDING).afterFills();
        Happening late = at(8, 0, Kind.FUNDING);

        assertThat(early.compareTo(late)).isPositive();
        assertThat(late.compareTo(early)).isNegative();
    }

    @Test
    void theEarlierComesFirst() {
        assertThat(at(3, 1, Kind.SETTLEMENT).compareTo(at(8, 0, Kind.SPLIT))).isNegative();
        assertThat(at(8, 0, Kind.SPLIT).compareTo(at(3, 1, Kind.SETTLEMENT))).isPositive();
    }

    @Test
    void ofOneMomentTheSettlementComesLastAndTheRestKeepsItsOrder() {
        assertThat(at(3, 0, Kind.SETTLEMENT).compareTo(at(3, 0, Kind.SPLIT))).isPositive();
        assertThat(at(3, 0, Kind.SPLIT).compareTo(at(3, 0, Kind.SETTLEMENT))).isNegative();
        assertThat(at(3, 0, Kind.SETTLEMENT).compareTo(at(3, 1, Kind.SETTLEMENT)))
                .isZero();
        List<Happening> due = new ArrayList<>(List.of(
                at(3, 0, Kind.ROLLOVER), at(3, 0, Kind.SETTLEMENT), at(3, 1, Kind.SPLIT), at(3, 1, Kind.DIVIDEND)));

        due.sort(Happening::compareTo);

        assertThat(due)
                .containsExactly(
                        at(3, 0, Kind.ROLLOVER),
                        at(3, 1, Kind.SPLIT),
                        at(3, 1, Kind.DIVIDEND),
                        at(3, 0, Kind.SETTLEMENT));
    }

    private static Happening at(long nanos, int instrument, Kind kind) {
        return new Happening(nanos, instrument, kind, Decimal.ONE, Decimal.ONE);
    }
}
