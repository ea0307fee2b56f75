package io.aqts.core.ledger;

import io.aqts.trade.Decimal;

/**
 * Something that changes what is held without a fill.
 *
 * @param epochNanos when it is due, in nanoseconds since 1970-01-01T00:00Z
 * @param instrument the index of the instrument in the universe
 * @param kind what it is
 * @param amount the ratio of a split, the dividend of a unit, the rate of a funding, the days of a rollover
 * @param price what it is reckoned on, in quote currency
 * @param isAfterFills whether all fills of the snapshot that told it came before it
 */
record Happening(long epochNanos, int instrument, Kind kind, Decimal amount, Decimal price, boolean isAfterFills) {

    Happening(long epochNanos, int instrument, Kind kind, Decimal amount, Decimal price) {
        this(epochNanos, instrument, kind, amount, price, false);
    }

    /** What may happen. */
    enum Kind {
        SPLIT,
        DIVIDEND,
        FUNDING,
        ROLLOVER,
        SETTLEMENT
    }

    /** {@return the same, after all fills} */
    Happening afterFills() {
        return new Happening(epochNanos, instrument, kind, amount, price, true);
    }

    /** Whether it comes before another one. */
    int compareTo(Happening other) {
        int byFills = Boolean.compare(isAfterFills, other.isAfterFills);
        if (byFills != 0) {
            return byFills;
        }
        int byTime = Long.compare(epochNanos, other.epochNanos);
        return byTime != 0 ? byTime : Boolean.compare(kind == Kind.SETTLEMENT, other.kind == Kind.SETTLEMENT);
    }
}
