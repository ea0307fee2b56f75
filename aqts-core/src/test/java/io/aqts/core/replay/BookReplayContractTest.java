package io.aqts.core.replay;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.market.MarketEvent;
import io.aqts.market.Universe;
import io.aqts.testkit.DataSourceContract;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Group;

/** Replayed books keep the promises of every data source. */
class BookReplayContractTest {

    @Group
    class MessageByMessage implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return BookReplay.of(recording(context).feed());
        }
    }

    @Group
    class SeveralAtOnce implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return BookReplay.of(recording(context).feed(), 7);
        }
    }

    private static BookRecording recording(LayerContext context) {
        Randomness chance = context.randomness("books");
        List<BookMessage> messages = new ArrayList<>();
        long now = 1_000;
        for (int i = 0; i < 300; i++) {
            now += chance.nextInt(3);
            int instrument = chance.nextInt(2);
            if (chance.nextInt(5) == 0) {
                messages.add(new BookMessage(
                        now, now - 5, instrument, List.of(Tape.trade(now, 100 + chance.nextInt(3))), List.of()));
            } else {
                messages.add(new BookMessage(now, now - 5, instrument, List.of(), events(chance, now)));
            }
        }
        Universe universe = new Universe(List.of(Tape.COIN, Tape.OTHER), List.of(Tape.NEAR, Tape.FAR));
        return new BookRecording(universe, messages, List.of());
    }

    private static List<MarketEvent> events(Randomness chance, long now) {
        List<MarketEvent> events = new ArrayList<>();
        int venue = chance.nextInt(2);
        if (chance.nextInt(20) == 0) {
            events.add(Tape.reset(now, venue));
        }
        for (int i = chance.nextInt(4); i >= 0; i--) {
            int offset = chance.nextInt(5);
            events.add(
                    chance.nextInt(2) == 0
                            ? Tape.bid(now, venue, 100 - offset, chance.nextInt(3))
                            : Tape.ask(now, venue, 100 + offset, chance.nextInt(3)));
        }
        return events;
    }
}
