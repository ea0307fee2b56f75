package io.aqts.core.replay;

import io.aqts.market.Instrument;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.DepthReset;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages of a made-up feed. */
final class Tape {

    static final Instrument COIN = Instrument.of("COIN/USD", Decimal.of("0.1"), Decimal.of("0.5"));
    static final Instrument OTHER = Instrument.of("OTHER/USD", Decimal.of("0.01"), Decimal.of("1"));
    static final Venue NEAR = new Venue("near", 0, 0, 0);
    static final Venue FAR = new Venue("far", 0, 0, 0);

    private Tape() {}

    static DepthChange bid(long at, int venue, double price, double quantity) {
        return new DepthChange(at, venue, Side.BUY, price, quantity);
    }

    static DepthChange ask(long at, int venue, double price, double quantity) {
        return new DepthChange(at, venue, Side.SELL, price, quantity);
    }

    static DepthReset reset(long at, int venue) {
        return new DepthReset(at, venue);
    }

    static Trade trade(long at, double price) {
        return new Trade(0, at, price, 1, true);
    }

    static BookMessage of(long at, MarketEvent... events) {
        return new BookMessage(at, at, 0, List.of(), List.of(events));
    }

    static BookMessage print(long at, double price) {
        return new BookMessage(at, at, 0, List.of(trade(at, price)), List.of());
    }

    static BookRecording recording(BookMessage... messages) {
        return recording(new Universe(List.of(COIN), List.of(NEAR)), messages);
    }

    static BookRecording recording(Universe universe, BookMessage... messages) {
        return new BookRecording(universe, List.of(messages), List.of("made up"));
    }

    static List<MarketSnapshot> drain(BookReplay replay) {
        List<MarketSnapshot> all = new ArrayList<>();
        for (Optional<MarketSnapshot> next = replay.next(); next.isPresent(); next = replay.next()) {
            all.add(next.get());
        }
        return all;
    }
}
