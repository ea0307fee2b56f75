package io.aqts.benchmarks;

import io.aqts.core.replay.BookMessage;
import io.aqts.core.replay.BookRecording;
import io.aqts.market.Instrument;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded messages about one book: about nine in ten change one level within 20 ticks of the best price, the others are
 * prints at it. The spread is mostly one tick, and the best prices wander.
 */
final class BookTape {

    private static final int PRICES = 1 << 13;
    private static final int DEPTH = 20;
    private static final long STEP_NANOS = 1_000_000;

    private final SplittableRandom chance;
    private final int[] lots = new int[PRICES];
    private final List<BookMessage> messages = new ArrayList<>();
    private int bid = PRICES / 2;
    private int ask = PRICES / 2 + 1;
    private long now = 1_700_000_000_000_000_000L;

    private BookTape(long seed) {
        chance = new SplittableRandom(seed);
    }

    /** Makes a recording of so many messages after the one that tells the book. */
    static BookRecording record(int count, long seed) {
        BookTape tape = new BookTape(seed);
        tape.begin();
        for (int i = 0; i < count; i++) {
            tape.now += STEP_NANOS;
            if (tape.chance.nextInt(10) == 0) {
                tape.print();
            } else {
                tape.change();
            }
        }
        Instrument instrument = Instrument.of("X/USD", Decimal.of("0.1"), Decimal.of("0.001"));
        Universe universe = new Universe(List.of(instrument), List.of(new Venue("tape", 0, 0, 2)));
        return new BookRecording(universe, tape.messages, List.of("seed " + seed));
    }

    private void begin() {
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < DEPTH; i++) {
            events.add(set(Side.BUY, bid - i, 10 + i));
            events.add(set(Side.SELL, ask + i, 10 + i));
        }
        messages.add(new BookMessage(now, now, 0, List.of(), events));
    }

    private void print() {
        boolean buys = chance.nextBoolean();
        int at = buys ? ask : bid;
        double quantity = (1 + chance.nextInt(Math.max(1, lots[at]))) * 0.001;
        messages.add(new BookMessage(now, now, 0, List.of(new Trade(0, now, at * 0.1, quantity, buys)), List.of()));
    }

    private void change() {
        boolean isBid = chance.nextBoolean();
        int offset = (int) (DEPTH * chance.nextDouble() * chance.nextDouble());
        boolean isTight = ask == bid + 1;
        DepthChange change;
        if (!isTight && chance.nextInt(2) == 0) {
            change = isBid
                    ? set(Side.BUY, bid + 1, 1 + chance.nextInt(50))
                    : set(Side.SELL, ask - 1, 1 + chance.nextInt(50));
        } else {
            int quantity = chance.nextInt(8) == 0 ? 0 : 1 + chance.nextInt(50);
            change = isBid ? set(Side.BUY, bid - offset, quantity) : set(Side.SELL, ask + offset, quantity);
        }
        messages.add(new BookMessage(now, now, 0, List.of(), List.of(change)));
    }

    private DepthChange set(Side side, int price, int quantity) {
        int kept = quantity == 0 && isLast(side, price) ? 1 : quantity;
        lots[price] = kept;
        if (side == Side.BUY) {
            bid = Math.max(bid, price);
            while (lots[bid] == 0) {
                bid--;
            }
        } else {
            ask = Math.min(ask, price);
            while (lots[ask] == 0) {
                ask++;
            }
        }
        return new DepthChange(now, 0, side, price * 0.1, kept * 0.001);
    }

    /** Whether a side would be left without a level near its best price, or would wander off the grid. */
    private boolean isLast(Side side, int price) {
        int next = price;
        int step = side == Side.BUY ? -1 : 1;
        for (int i = 0; i < DEPTH; i++) {
            next += step;
            if (lots[next] != 0) {
                return next < DEPTH * 4 || next > PRICES - DEPTH * 4;
            }
        }
        return true;
    }
}
