package io.aqts.core.replay;

import static io.aqts.core.replay.Tape.ask;
import static io.aqts.core.replay.Tape.bid;
import static io.aqts.core.replay.Tape.drain;
import static io.aqts.core.replay.Tape.print;
import static io.aqts.core.replay.Tape.recording;
import static io.aqts.core.replay.Tape.reset;
import static io.aqts.core.replay.Tape.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSourceException;
import io.aqts.core.ledger.Ledger;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookReplayTest {

    @Test
    void passesEveryMessageOnAsOneSnapshot() {
        BookMessage first = Tape.of(10, bid(10, 0, 99.9, 1), ask(10, 0, 100.1, 2));
        List<MarketSnapshot> snapshots =
                drain(BookReplay.of(recording(first, print(11, 100.1)).feed()));

        assertThat(snapshots).extracting(MarketSnapshot::epochNanos).containsExactly(10L, 11L);
        assertThat(snapshots.get(0).instrument(0).events()).isEqualTo(first.events());
        assertThat(snapshots.get(1).instrument(0))
                .isEqualTo(new InstrumentMarket(null, List.of(), List.of(), List.of(trade(11, 100.1))));
    }

    @Test
    void quotesTheBestPricesWhenTheyChange() {
        List<MarketSnapshot> snapshots = drain(BookReplay.of(recording(
                        Tape.of(10, bid(10, 0, 99.9, 1)),
                        Tape.of(11, ask(11, 0, 100.3, 2)),
                        Tape.of(12, ask(12, 0, 100.4, 5)),
                        Tape.of(13, ask(13, 0, 100.3, 2.5)),
                        Tape.of(14, bid(14, 0, 100, 3)),
                        Tape.of(15, bid(15, 0, 99.9, 0)))
                .feed()));

        assertThat(snapshots)
                .extracting(snapshot -> snapshot.instrument(0).quotes())
                .containsExactly(
                        List.of(),
                        List.of(new Quote(0, 11, 99.9, 1, 100.3, 2, 0, 0)),
                        List.of(),
                        List.of(new Quote(0, 13, 99.9, 1, 100.3, 2.5, 0, 0)),
                        List.of(new Quote(0, 14, 100, 3, 100.3, 2.5, 0, 0)),
                        List.of());
    }

    @Test
    void d9_quotesNothingOfABookThatIsEmptyCrossedLockedOrOneSided() {
        BookMessage[] messages = {
            Tape.of(10, bid(10, 0, 99.9, 1), ask(10, 0, 100.1, 1)),
            Tape.of(11, bid(11, 0, 100.1, 1)),
            Tape.of(12, bid(12, 0, 100.2, 1)),
            Tape.of(13, bid(13, 0, 100.2, 0), bid(13, 0, 100.1, 0), bid(13, 0, 99.9, 0)),
            Tape.of(14, reset(14, 0)),
            Tape.of(15, bid(15, 0, 99.9, 1), ask(15, 0, 100.1, 1))
        };
        Ledger ledger = new Ledger("USD", Decimal.of(1), 1);
        for (MarketSnapshot snapshot : drain(BookReplay.of(recording(messages).feed()))) {
            boolean isFirstOrLast = snapshot.epochNanos() == 10 || snapshot.epochNanos() == 15;
            assertThat(snapshot.instrument(0).quotes()).hasSize(isFirstOrLast ? 1 : 0);
            ledger.mark(snapshot);
            assertThat(ledger.mark(0)).as("the mark stands").isEqualTo(100);
        }
    }

    @Test
    void marksAtTheMeanOfAllVenuesWheneverOneOfThemMoves() {
        Universe two = new Universe(List.of(Tape.COIN), List.of(Tape.NEAR, Tape.FAR));
        BookRecording recording = recording(
                two,
                Tape.of(10, bid(10, 0, 99, 1), ask(10, 0, 101, 1)),
                Tape.of(11, bid(11, 1, 101, 1), ask(11, 1, 103, 1)),
                Tape.of(12, bid(12, 1, 103, 0), ask(12, 1, 102, 1)));

        assertThat(drain(BookReplay.of(recording.feed())))
                .extracting(snapshot -> snapshot.instrument(0).price())
                .containsExactly(100.0, 101.0, 100.75);
    }

    @Test
    void putsSeveralMessagesIntoOneSnapshot() {
        BookRecording recording = recording(
                Tape.of(10, bid(10, 0, 99.9, 1), ask(10, 0, 100.1, 1)),
                print(11, 100.1),
                Tape.of(12, ask(12, 0, 100.1, 0.5)),
                Tape.of(13, ask(13, 0, 100.1, 1)));
        List<MarketSnapshot> snapshots = drain(BookReplay.of(recording.feed(), 3));

        assertThat(snapshots).extracting(MarketSnapshot::epochNanos).containsExactly(12L, 13L);
        InstrumentMarket first = snapshots.get(0).instrument(0);
        assertThat(first.trades()).containsExactly(trade(11, 100.1));
        assertThat(first.events()).hasSize(3);
        assertThat(first.quotes()).containsExactly(new Quote(0, 12, 99.9, 1, 100.1, 0.5, 0, 0));
        assertThat(drain(BookReplay.of(recording.feed(), 99))).hasSize(1);
    }

    @Test
    void leavesOtherInstrumentsQuiet() {
        Universe two = new Universe(List.of(Tape.COIN, Tape.OTHER), List.of(Tape.NEAR));
        BookMessage second = new BookMessage(10, 9, 1, List.of(), List.of(bid(10, 0, 5.01, 1), ask(10, 0, 5.03, 1)));
        MarketSnapshot snapshot =
                BookReplay.of(recording(two, second).feed()).next().orElseThrow();

        assertThat(snapshot.instrument(0)).isSameAs(InstrumentMarket.QUIET);
        assertThat(snapshot.instrument(1).price()).isEqualTo(5.02);
    }

    @Test
    void d11_countsOnAnotherGridOnceItChanges() {
        MarketEvent change = new MarketEvent.GridChange(11, Decimal.of("0.05"), Decimal.of("0.25"));
        BookRecording recording = recording(
                Tape.of(10, bid(10, 0, 99.9, 1), ask(10, 0, 100.1, 1)),
                Tape.of(11, change),
                Tape.of(12, bid(12, 0, 99.95, 0.25)));

        assertThat(drain(BookReplay.of(recording.feed())).get(2).instrument(0).quotes())
                .containsExactly(new Quote(0, 12, 99.95, 0.25, 100.1, 1, 0, 0));
    }

    @Test
    void refusesMessagesThatGoBackAndFailsAgain() {
        BookReplay replay =
                BookReplay.of(recording(print(11, 100), print(10, 100)).feed());
        replay.next();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(replay::next)
                    .isInstanceOf(DataSourceException.class)
                    .hasMessage("message.epochNanos must not be before 11 of the message before, but was 10");
        }
    }

    @Test
    void refusesUnknownInstrumentsAndPricesOffTheTick() {
        BookMessage unknown = new BookMessage(10, 10, 1, List.of(), List.of());
        assertThatThrownBy(() -> drain(BookReplay.of(recording(unknown).feed())))
                .isInstanceOf(DataSourceException.class)
                .hasMessage("message.instrument must be one of the 1 of the universe, but was 1");
        assertThatThrownBy(() -> drain(BookReplay.of(
                        recording(Tape.of(10, bid(10, 0, 99.95, 1))).feed())))
                .isInstanceOf(DataSourceException.class)
                .hasMessage("depth.price must lie on the tick 0.1, but was 99.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BookReplay.of(recording().feed(), 0))
                .withMessage("replay.messagesPerStep must be at least 1, but was 0");
    }

    @Test
    void tellsARecordingAsOftenAsWanted() {
        BookRecording recording = recording(Tape.of(10, bid(10, 0, 99.9, 1)), print(11, 100));

        assertThat(BookRecording.of(recording.feed())).isEqualTo(recording);
        assertThat(drain(BookReplay.of(recording.feed()))).isEqualTo(drain(BookReplay.of(recording.feed())));
        assertThat(BookReplay.of(recording.feed()).origins()).containsExactly("made up");
    }
}
