package io.aqts.config;

import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How long messages take, leg by leg, before the distance of a venue. What a leg takes at a moment hangs on the
 * instrument, the leg, the moment and the seed, and on no other message.
 *
 * @param marketData how long news of the market takes to reach us
 * @param submit how long an order takes to the venue
 * @param ack how long the venue's answer takes back to us
 * @param cancel how long a cancellation takes to the venue
 * @param amend how long a change of an order takes to the venue
 */
public record LatencyConfig(
        DelayConfig marketData, DelayConfig submit, DelayConfig ack, DelayConfig cancel, DelayConfig amend) {

    private static final String PATH = "execution.latency.";
    private static final LatencyConfig DEFAULTS = new Builder().build();

    public LatencyConfig {
        check("marketData", marketData);
        check("submit", submit);
        check("ack", ack);
        check("cancel", cancel);
        check("amend", amend);
    }

    /** {@return the settings used when nothing else is said} */
    public static LatencyConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static void check(String leg, DelayConfig delay) {
        Objects.requireNonNull(delay, PATH + leg);
        String min = PATH + leg + ".min";
        String max = PATH + leg + ".max";
        Limits.notNegative(min, delay.min());
        Limits.notNegative(max, delay.max());
        Limits.ordered(min, delay.min(), max, delay.max());
    }

    /** Makes a changed copy of LatencyConfig; every setter returns this builder. */
    public static final class Builder {

        private DelayConfig marketData = DelayConfig.NONE;
        private DelayConfig submit = new DelayConfig(Duration.ofMillis(35), Duration.ofMillis(125));
        private DelayConfig ack = DelayConfig.NONE;
        private DelayConfig cancel = DelayConfig.NONE;
        private DelayConfig amend = DelayConfig.NONE;

        private Builder() {}

        private Builder(LatencyConfig from) {
            this.marketData = from.marketData;
            this.submit = from.submit;
            this.ack = from.ack;
            this.cancel = from.cancel;
            this.amend = from.amend;
        }

        /** Sets {@link LatencyConfig#marketData()}. */
        public Builder marketData(DelayConfig marketData) {
            this.marketData = marketData;
            return this;
        }

        /** Changes {@link LatencyConfig#marketData()}, starting from what it is now. */
        public Builder marketData(UnaryOperator<DelayConfig.Builder> change) {
            return marketData(change.apply(marketData.toBuilder()).build());
        }

        /** Sets {@link LatencyConfig#submit()}. */
        public Builder submit(DelayConfig submit) {
            this.submit = submit;
            return this;
        }

        /** Changes {@link LatencyConfig#submit()}, starting from what it is now. */
        public Builder submit(UnaryOperator<DelayConfig.Builder> change) {
            return submit(change.apply(submit.toBuilder()).build());
        }

        /** Sets {@link LatencyConfig#ack()}. */
        public Builder ack(DelayConfig ack) {
            this.ack = ack;
            return this;
        }

        /** Changes {@link LatencyConfig#ack()}, starting from what it is now. */
        public Builder ack(UnaryOperator<DelayConfig.Builder> change) {
            return ack(change.apply(ack.toBuilder()).build());
        }

        /** Sets {@link LatencyConfig#cancel()}. */
        public Builder cancel(DelayConfig cancel) {
            this.cancel = cancel;
            return this;
        }

        /** Changes {@link LatencyConfig#cancel()}, starting from what it is now. */
        public Builder cancel(UnaryOperator<DelayConfig.Builder> change) {
            return cancel(change.apply(cancel.toBuilder()).build());
        }

        /** Sets {@link LatencyConfig#amend()}. */
        public Builder amend(DelayConfig amend) {
            this.amend = amend;
            return this;
        }

        /** Changes {@link LatencyConfig#amend()}, starting from what it is now. */
        public Builder amend(UnaryOperator<DelayConfig.Builder> change) {
            return amend(change.apply(amend.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public LatencyConfig build() {
            return new LatencyConfig(marketData, submit, ack, cancel, amend);
        }
    }
}
