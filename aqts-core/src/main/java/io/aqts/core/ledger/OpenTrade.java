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
 * @param grossPnl what that earned, before fees
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

    OpenTrade enlarged(Fill fill) {
        return reduced(fill, Decimal.ZERO, Decimal.ZERO, fill.fee());
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

    ClosedTrade end(Fill fill) {
        return new ClosedTrade(
                fill.instrument(), side, entryNanos, fill.epochNanos(), closed, grossPnl, fees, ambiguous);
    }
}
