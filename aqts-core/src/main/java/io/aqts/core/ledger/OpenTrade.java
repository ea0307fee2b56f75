package io.aqts.core.ledger;

import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Side;

/**
 * A round trip that has not ended.
 *
 * @param side the side that opened it
 * @param entryNanos the moment of its first fill
 * @param closed how much of it was closed so far
 * @param grossPnl what that and holding it earned, before fees
 * @param fees what was paid for it so far
 * @param ambiguous whether one of its fills was
 */
record OpenTrade(Side side, long entryNanos, Decimal closed, Decimal grossPnl, Decimal fees, boolean ambiguous) {

    static OpenTrade begin(Fill fill, Decimal fee) {
        return new OpenTrade(
                fill.side(),
                fill.epochNanos(),
                Decimal.ZERO,
                Decimal.ZERO,
                fee,
                fill.context().ambiguous());
    }

    OpenTrade enlarged(Fill fill, Decimal fee) {
        return new OpenTrade(
                side,
                entryNanos,
                closed,
                grossPnl,
                fees.plus(fee),
                ambiguous || fill.context().ambiguous());
    }

    OpenTrade reduced(Fill fill, Decimal quantity, Decimal earned, Decimal fee) {
        return new OpenTrade(
                side,
                entryNanos,
                closed.plus(quantity),
                grossPnl.plus(earned),
                fees.plus(fee),
                ambiguous || fill.context().ambiguous());
    }

    /** The same after so much was closed and earned without a fill. */
    OpenTrade settled(Decimal quantity, Decimal earned) {
        return new OpenTrade(side, entryNanos, closed.plus(quantity), grossPnl.plus(earned), fees, ambiguous);
    }

    OpenTrade charged(Decimal fee) {
        return new OpenTrade(side, entryNanos, closed, grossPnl, fees.plus(fee), ambiguous);
    }

    ClosedTrade end(int instrument, long epochNanos) {
        return new ClosedTrade(instrument, side, entryNanos, epochNanos, closed, grossPnl, fees, ambiguous);
    }
}
