package io.aqts.examples.binance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps a book in step with its stream by the rules that Binance states: a snapshot, then the updates that reach beyond
 * it, each following the one before. Where one does not, the book is not known until the next snapshot.
 */
final class BookSync {

    private static final int MOST_WAITING = 10_000;

    private final BinanceMarket market;
    private final Deque<StreamMessage> waiting = new ArrayDeque<>();
    private boolean known;
    private boolean bridged;
    private long lastUpdateId;
    private long gaps;
    private long old;

    BookSync(BinanceMarket market) {
        this.market = market;
    }

    /** {@return how often an update did not follow the one before} */
    long gaps() {
        return gaps;
    }

    /** {@return how many updates a snapshot held already} */
    long old() {
        return old;
    }

    /** {@return whether the book stands} */
    boolean isKnown() {
        return known;
    }

    /** What an update does to the book. */
    enum Effect {
        /** It changes levels. */
        APPLIES,
        /** It changes nothing: it is older than the book, or waits for a snapshot. */
        NOTHING,
        /** It shows that updates are missing: the book is not known any more. */
        LOSES
    }

    /** Takes in an update. */
    Effect update(StreamMessage update) {
        if (!known) {
            keep(update);
            return Effect.NOTHING;
        }
        if (!bridged && market.isOld(update, lastUpdateId)) {
            old++;
            return Effect.NOTHING;
        }
        boolean follows = bridged ? market.follows(update, lastUpdateId) : market.bridges(update, lastUpdateId);
        if (!follows) {
            gaps++;
            known = false;
            waiting.clear();
            keep(update);
            return Effect.LOSES;
        }
        if (bridged && update.finalUpdateId() <= lastUpdateId) {
            old++;
            return Effect.NOTHING;
        }
        bridged = true;
        lastUpdateId = update.finalUpdateId();
        return Effect.APPLIES;
    }

    /** Takes in a snapshot, and gives those updates that came before it and reach beyond it. */
    List<StreamMessage> snapshot(StreamMessage snapshot) {
        known = true;
        bridged = false;
        lastUpdateId = snapshot.finalUpdateId();
        List<StreamMessage> beyond = new ArrayList<>();
        List<StreamMessage> before = List.copyOf(waiting);
        waiting.clear();
        for (StreamMessage update : before) {
            if (known && update(update) == Effect.APPLIES) {
                beyond.add(update);
            }
        }
        return beyond;
    }

    private void keep(StreamMessage update) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(update);
    }
}
