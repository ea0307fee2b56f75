package io.aqts.examples.binance;

/** By which rules Binance numbers the updates of a book. */
public enum BinanceMarket {
    /**
     * Spot: an update begins where the last one ended, so that its first number is at most the last one's final number
     * plus one.
     */
    SPOT {
        @Override
        boolean follows(StreamMessage update, long lastUpdateId) {
            return update.firstUpdateId() <= lastUpdateId + 1;
        }

        @Override
        boolean isOld(StreamMessage update, long snapshotId) {
            return update.finalUpdateId() <= snapshotId;
        }
    },
    /** Futures, margined in stablecoins or coins: an update names the final number of the one before. */
    FUTURES {
        @Override
        boolean follows(StreamMessage update, long lastUpdateId) {
            return update.previousUpdateId() == lastUpdateId;
        }

        @Override
        boolean isOld(StreamMessage update, long snapshotId) {
            return update.finalUpdateId() < snapshotId;
        }
    };

    /** {@return whether an update goes on where the book stands} */
    abstract boolean follows(StreamMessage update, long lastUpdateId);

    /** {@return whether a snapshot holds all of an update already} */
    abstract boolean isOld(StreamMessage update, long snapshotId);

    /** {@return whether the first update after a snapshot reaches back to it} */
    boolean bridges(StreamMessage update, long snapshotId) {
        return this == SPOT
                ? update.firstUpdateId() <= snapshotId + 1
                : update.firstUpdateId() <= snapshotId && update.finalUpdateId() >= snapshotId;
    }
}
