package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * How long an order may wait, and until when.
 *
 * @param timeInForce the rule
 * @param untilNanos the last moment of an order that is good till a date, in nanoseconds since 1970-01-01T00:00Z, more
 *     than zero; zero for every other
 */
public record Lifetime(TimeInForce timeInForce, long untilNanos) {

    /** Until it fills or is canceled. */
    public static final Lifetime GTC = new Lifetime(TimeInForce.GTC, 0);
    /** What cannot fill at once is canceled. */
    public static final Lifetime IOC = new Lifetime(TimeInForce.IOC, 0);
    /** All at once or nothing. */
    public static final Lifetime FOK = new Lifetime(TimeInForce.FOK, 0);
    /** Until the session ends. */
    public static final Lifetime DAY = new Lifetime(TimeInForce.DAY, 0);
    /** At the price the session opens with. */
    public static final Lifetime AT_OPEN = new Lifetime(TimeInForce.AT_OPEN, 0);
    /** At the price the session closes with. */
    public static final Lifetime AT_CLOSE = new Lifetime(TimeInForce.AT_CLOSE, 0);

    /** Refuses a moment where none belongs, and none where one does. */
    public Lifetime {
        if (timeInForce == TimeInForce.GTD) {
            Checks.atLeast("lifetime.untilNanos", untilNanos, 1);
        } else {
            Checks.that(untilNanos == 0, "lifetime.untilNanos", "be zero for " + timeInForce, untilNanos);
        }
    }

    /**
     * Until a moment.
     *
     * @param epochNanos the last moment, in nanoseconds since 1970-01-01T00:00Z
     * @return the lifetime
     */
    public static Lifetime until(long epochNanos) {
        return new Lifetime(TimeInForce.GTD, epochNanos);
    }
}
