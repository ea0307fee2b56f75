package io.aqts.core.execute;

import io.aqts.trade.Decimal;

/**
 * A change of what a venue charges, because of the volume traded there.
 *
 * @param epochNanos the moment the volume changed: that of a fill, or of the falling out of one from the window, in
 *     nanoseconds since 1970-01-01T00:00Z. The new fees apply from the next snapshot with an order on its way
 * @param venue the name of the venue
 * @param from the tier before, counted from 1 in the order of the schedule; 0 for below all tiers
 * @param to the tier after
 * @param volume the notional traded within the window then, in quote currency
 */
public record FeeTransition(long epochNanos, String venue, int from, int to, Decimal volume) {}
