package io.aqts.trade;

/** What a venue reports about an order. Each order ends once: filled, canceled or rejected. */
public sealed interface ExecutionEvent {

    /** {@return the approval it is about} */
    long orderId();

    /** {@return the moment, in nanoseconds since 1970-01-01T00:00Z} */
    long epochNanos();

    /**
     * The venue has the order.
     *
     * @param orderId the approval
     * @param epochNanos the moment
     */
    record Accepted(long orderId, long epochNanos) implements ExecutionEvent {}

    /**
     * The venue refused the order; it is over.
     *
     * @param orderId the approval
     * @param epochNanos the moment
     * @param reason why
     */
    record Rejected(long orderId, long epochNanos, ReasonCode reason) implements ExecutionEvent {}

    /**
     * Something was traded.
     *
     * @param fill what, and for how much
     * @param closesOrder whether the order is over with it; an order's protective exits may still fill later
     */
    record Filled(Fill fill, boolean closesOrder) implements ExecutionEvent {

        @Override
        public long orderId() {
            return fill.orderId();
        }

        @Override
        public long epochNanos() {
            return fill.epochNanos();
        }
    }

    /**
     * What was left of the order will not trade; it is over.
     *
     * @param orderId the approval
     * @param epochNanos the moment
     * @param reason why
     */
    record Canceled(long orderId, long epochNanos, ReasonCode reason) implements ExecutionEvent {}

    /**
     * The price the order waited for was reached; from now on it may fill.
     *
     * @param orderId the approval
     * @param epochNanos the moment
     */
    record Triggered(long orderId, long epochNanos) implements ExecutionEvent {}

    /**
     * The venue has the order in its amended form.
     *
     * @param orderId the approval
     * @param epochNanos the moment
     * @param revision which form, as approved
     */
    record Amended(long orderId, long epochNanos, int revision) implements ExecutionEvent {}

    /**
     * The venue refused to amend the order; it goes on as it was, if it has not ended.
     *
     * @param orderId the approval
     * @param epochNanos the moment
     * @param revision which form was refused
     * @param reason why
     */
    record AmendRejected(long orderId, long epochNanos, int revision, ReasonCode reason) implements ExecutionEvent {}

    /**
     * The venue refused to cancel the order, as when it filled before the request arrived.
     *
     * @param orderId the approval
     * @param epochNanos the moment
     * @param reason why
     */
    record CancelRejected(long orderId, long epochNanos, ReasonCode reason) implements ExecutionEvent {}
}
