package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.core.ledger.Happening.Kind;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Before which of several fills something comes. */
class TurnsTest {

    private static final Till TILL = new Till(a -> a, Instrument.of("BTC/USD"));

    @Test
    void whatIsKnownToTheNewsOfAFillComesBeforeIt() {
        Turns turns = turns(fill(0, 3), fill(0, 5), fill(0, 7));

        assertThat(turns.of(at(3, 0))).isZero();
        assertThat(turns.of(at(4, 0))).isEqualTo(1);
        assertThat(turns.of(at(5, 0))).isEqualTo(1);
        assertThat(turns.of(at(6, 0))).isEqualTo(2);
        assertThat(turns.of(at(8, 0))).isEqualTo(3);
    }

    @Test
    void withoutFillsAllTurnsAreTheSame() {
        assertThat(new Turns(List.of(new ExecutionEvent.Canceled(1, 5, ReasonCode.LINKED))).of(at(3, 0)))
                .isZero();
    }

    @Test
    void whatIsAfterFillsComesAfterThemHoweverEarlyItIs() {
        assertThat(turns(fill(0, 3), fill(0, 5)).of(at(1, 0).afterFills())).isEqualTo(2);
    }

    @Test
    void amongFillsOfOthersItComesInTheOrderOfTime() {
        Turns turns = turns(fill(1, 3), fill(2, 5));

        assertThat(turns.of(at(2, 0))).isZero();
        assertThat(turns.of(at(4, 0))).isEqualTo(1);
        assertThat(turns.of(at(6, 0))).isEqualTo(2);
    }

    @Test
    void itComesBehindAFillOfItsOwnThatKnewNothingOfItWhateverOthersKnew() {
        Turns turns = turns(fill(1, 7), fill(0, 2), fill(1, 8), fill(0, 9));

        assertThat(turns.of(at(5, 0))).isEqualTo(2);
        assertThat(turns.of(at(5, 1))).isZero();
    }

    @Test
    void ofOneInstrumentAFillKnowsWhatTheFillsBeforeItKnew() {
        Turns turns = turns(fill(0, 5), fill(1, 1), fill(0, 2));

        assertThat(turns.of(at(4, 0))).isZero();
        assertThat(turns.of(at(4, 1))).isEqualTo(2);
    }

    @Test
    void aCopyOfAFillIsOfTheSameNews() {
        assertThat(Clerk.copy(fill(0, 3), Decimal.ONE, Decimal.ONE).sinceNanos())
                .isEqualTo(3);
    }

    private static Turns turns(Fill... fills) {
        List<ExecutionEvent> events = new ArrayList<>();
        for (Fill fill : fills) {
            events.add(new ExecutionEvent.Accepted(fill.orderId(), 10));
            events.add(new ExecutionEvent.Filled(fill, true));
        }
        return new Turns(events);
    }

    private static Fill fill(int instrument, long since) {
        return Fills.since(since, TILL.fill(1, 10, instrument, "1").apply("100", "0"));
    }

    private static Happening at(long nanos, int instrument) {
        return new Happening(nanos, instrument, Kind.FUNDING, Decimal.ONE, Decimal.ONE);
    }
}
