package io.aqts.config;

import io.aqts.internal.Checks;

/**
 * What a venue does about orders that look like mistakes.
 *
 * @param passedTrigger what becomes of an order whose trigger the market passed before it arrived
 * @param protectionBps how far beyond the best price shown an order may take, in basis points of that price, the bound
 *     itself included; 0 to 10,000, where 0 sets no bound. Bars alone have one price and no such bound
 */
public record GuardConfig(PassedTrigger passedTrigger, double protectionBps) {

    private static final GuardConfig DEFAULTS = new Builder().build();

    public GuardConfig {
        Checks.between("execution.matching.guards.protectionBps", protectionBps, 0, 10_000);
    }

    /** {@return the settings used when nothing else is said} */
    public static GuardConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of GuardConfig; every setter returns this builder. */
    public static final class Builder {

        private PassedTrigger passedTrigger = PassedTrigger.IMMEDIATE;
        private double protectionBps;

        private Builder() {}

        private Builder(GuardConfig from) {
            this.passedTrigger = from.passedTrigger;
            this.protectionBps = from.protectionBps;
        }

        /** Sets {@link GuardConfig#passedTrigger()}. */
        public Builder passedTrigger(PassedTrigger passedTrigger) {
            this.passedTrigger = passedTrigger;
            return this;
        }

        /** Sets {@link GuardConfig#protectionBps()}. */
        public Builder protectionBps(double protectionBps) {
            this.protectionBps = protectionBps;
            return this;
        }

        /** {@return the settings, checked} */
        public GuardConfig build() {
            return new GuardConfig(passedTrigger, protectionBps);
        }
    }
}
