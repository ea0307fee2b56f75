package io.aqts.core.execute;

/**
 * The last moment of an order.
 *
 * @param endNanos the last moment at which it may fill, in nanoseconds since 1970-01-01T00:00Z
 * @param quietUntilNanos the moment up to which a bar tells of nothing later than that, because nothing trades in
 *     between
 */
record Deadline(long endNanos, long quietUntilNanos) {

    /** It may wait for ever. */
    static final Deadline NONE = new Deadline(Long.MAX_VALUE, Long.MAX_VALUE);

    /** {@return whether all that happened in a bar happened in time} */
    boolean covers(long barEndNanos) {
        return barEndNanos <= quietUntilNanos;
    }
}
