package io.aqts.performance;

import io.aqts.trade.Decimal;
import io.aqts.trade.Side;

/**
 * A round trip: a position from its first fill to the fill that made it flat or turned it round.
 *
 * @param instrument the index of the instrument in the universe
 * @param side the side that opened it: a buy for a long trade
 * @param entryNanos the first fill, in nanoseconds since 1970-01-01T00:00Z
 * @param exitNanos the last fill, in nanoseconds since 1970-01-01T00:00Z
 * @param quantity how much was closed in all, in units of the base
 * @param grossPnl what it earned before fees, in quote currency, exact
 * @param fees what was paid for it, in quote currency, exact
 * @param ambiguous whether one of its fills was
 */
public record ClosedTrade(
        int instrument,
        Side side,
        long entryNanos,
        long exitNanos,
        Decimal quantity,
        Decimal grossPnl,
        Decimal fees,
        boolean ambiguous) {

    /** {@return what it earned after fees, in quote currency, exact} */
    public Decimal netPnl() {
        return grossPnl.minus(fees);
    }
}
