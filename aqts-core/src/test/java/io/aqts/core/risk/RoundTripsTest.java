package io.aqts.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.SizingConfig;
import io.aqts.trade.Decimal;
import io.aqts.trade.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundTripsTest {

    private final RoundTrips trips = new RoundTrips(1);
    private final TradeRecord record =
            new TradeRecord(SizingConfig.defaults().toBuilder().priorLosses(1).build(), 1);

    @BeforeEach
    void expectTwoUnitsThatMayLoseTenEach() {
        trips.expect(0, 2, 10);
    }

    @Test
    void countsNothingWhileThePositionIsOpen() {
        meet("2", "0", "1");
        meet("1", "15", "2");

        assertThat(record.size()).isZero();
    }

    @Test
    void countsATradeWithItsFeesOnceItIsFlat() {
        meet("2", "0", "1");
        meet("0", "-38", "2");
        meet("0", "-38", "2");

        assertThat(record.size()).isEqualTo(1);
        assertThat(lossSum()).isCloseTo(2, within(1e-12));
    }

    @Test
    void countsAWinThatFeesTurnIntoALoss() {
        meet("2", "0", "1");
        meet("0", "1.5", "2");

        assertThat(record.mean()).isLessThan(10 / 11.0);
        assertThat(lossSum()).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void countsATradeThatCameAndWentBetweenTwoLooks() {
        meet("0", "-20", "0");

        assertThat(record.size()).isEqualTo(1);
        assertThat(lossSum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void measuresByWhatWasHeldIfThatWasLess() {
        meet("0.5", "0", "0");
        meet("0", "-5", "0");

        assertThat(lossSum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void startsTheNextTradeFromNothing() {
        meet("2", "0", "1");
        meet("0", "-38", "2");
        trips.expect(0, 1, 10);
        meet("1", "-38", "3");
        meet("0", "-46", "4");

        assertThat(record.size()).isEqualTo(2);
        assertThat(lossSum()).isCloseTo(3, within(1e-12));
    }

    @Test
    void leavesOutPositionsOfOthers() {
        meet("2", "0", "1");
        meet("0", "-38", "2");
        meet("7", "-38", "3");
        meet("0", "900", "4");

        assertThat(record.size()).isEqualTo(1);
    }

    private void meet(String quantity, String realized, String fees) {
        Position position =
                new Position(Decimal.of(quantity), Decimal.ZERO, Decimal.of(realized), Decimal.of(fees), 100);
        trips.meet(0, position, record);
    }

    private double lossSum() {
        return record.size() == 0 ? 0 : (record.size() + 1) / record.payoff() - 1;
    }
}
