package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.Objects;

/**
 * How {@code BookVenue} treats what the data of an order book leaves open.
 *
 * @param queue who is taken to cancel in the queue before and behind our orders
 * @param queuePower the power of {@link QueueKind#POWER}, and nothing to the others; more than 0, at most 100
 * @param slipRemainder whether the part of an order at the market that finds nothing more trades one tick farther,
 *     instead of being canceled
 * @param protectionBps how far beyond the best price it meets an order at the market may walk, in basis points of that
 *     price, the bound itself included; 0 to 10,000, where 0 sets no bound
 * @param holdWhileHalted whether orders that arrive while nothing trades wait, instead of being rejected
 */
public record BookConfig(
        QueueKind queue, double queuePower, boolean slipRemainder, double protectionBps, boolean holdWhileHalted) {

    private static final BookConfig DEFAULTS = new Builder().build();

    public BookConfig {
        Objects.requireNonNull(queue, "execution.books.queue");
        boolean isPower = queuePower > 0 && queuePower <= 100;
        Checks.that(isPower, "execution.books.queuePower", "be more than 0 and at most 100", queuePower);
        Checks.between("execution.books.protectionBps", protectionBps, 0, 10_000);
    }

    /** {@return the settings used when nothing else is said: the most careful queue, and orders that wait} */
    public static BookConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of BookConfig; every setter returns this builder. */
    public static final class Builder {

        private QueueKind queue = QueueKind.RISK_AVERSE;
        private double queuePower = 2;
        private boolean slipRemainder;
        private double protectionBps;
        private boolean holdWhileHalted = true;

        private Builder() {}

        private Builder(BookConfig from) {
            this.queue = from.queue;
            this.queuePower = from.queuePower;
            this.slipRemainder = from.slipRemainder;
            this.protectionBps = from.protectionBps;
            this.holdWhileHalted = from.holdWhileHalted;
        }

        /** Sets {@link BookConfig#queue()}. */
        public Builder queue(QueueKind queue) {
            this.queue = queue;
            return this;
        }

        /** Sets {@link BookConfig#queuePower()}. */
        public Builder queuePower(double queuePower) {
            this.queuePower = queuePower;
            return this;
        }

        /** Sets {@link BookConfig#slipRemainder()}. */
        public Builder slipRemainder(boolean slipRemainder) {
            this.slipRemainder = slipRemainder;
            return this;
        }

        /** Sets {@link BookConfig#protectionBps()}. */
        public Builder protectionBps(double protectionBps) {
            this.protectionBps = protectionBps;
            return this;
        }

        /** Sets {@link BookConfig#holdWhileHalted()}. */
        public Builder holdWhileHalted(boolean holdWhileHalted) {
            this.holdWhileHalted = holdWhileHalted;
            return this;
        }

        /** {@return the settings, checked} */
        public BookConfig build() {
            return new BookConfig(queue, queuePower, slipRemainder, protectionBps, holdWhileHalted);
        }
    }
}
