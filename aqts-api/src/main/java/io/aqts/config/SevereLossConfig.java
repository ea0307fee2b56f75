package io.aqts.config;

import io.aqts.internal.Checks;

/**
 * What is allowed after a severe loss, until most of it is made good: trading goes on, in the state of recovery, with
 * little at risk.
 *
 * @param drawdown the share of the highest equity whose loss is severe; more than {@code recoverAt}, at most 1, which
 *     is never reached
 * @param recoverAt the share lost at which the recovery is over; 0 or more
 * @param riskShare the most one trade may lose at its stop meanwhile, as a share of equity, or be worth if it has no
 *     stop; more than 0, at most 1
 */
public record SevereLossConfig(double drawdown, double recoverAt, double riskShare) {

    private static final SevereLossConfig DEFAULTS = new Builder().build();

    public SevereLossConfig {
        Limits.share(PATH + "drawdown", drawdown);
        Limits.share(PATH + "riskShare", riskShare);
        boolean lower = recoverAt >= 0 && recoverAt < drawdown;
        Checks.that(
                lower, PATH + "recoverAt", "be 0 or more and less than " + PATH + "drawdown, " + drawdown, recoverAt);
    }

    private static final String PATH = "risk.rules.losses.severe.";

    /** {@return the settings used when nothing else is said} */
    public static SevereLossConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of SevereLossConfig; every setter returns this builder. */
    public static final class Builder {

        private double drawdown = 1;
        private double recoverAt = 0.10;
        private double riskShare = 0.01;

        private Builder() {}

        private Builder(SevereLossConfig from) {
            this.drawdown = from.drawdown;
            this.recoverAt = from.recoverAt;
            this.riskShare = from.riskShare;
        }

        /** Sets {@link SevereLossConfig#drawdown()}. */
        public Builder drawdown(double drawdown) {
            this.drawdown = drawdown;
            return this;
        }

        /** Sets {@link SevereLossConfig#recoverAt()}. */
        public Builder recoverAt(double recoverAt) {
            this.recoverAt = recoverAt;
            return this;
        }

        /** Sets {@link SevereLossConfig#riskShare()}. */
        public Builder riskShare(double riskShare) {
            this.riskShare = riskShare;
            return this;
        }

        /** {@return the settings, checked} */
        public SevereLossConfig build() {
            return new SevereLossConfig(drawdown, recoverAt, riskShare);
        }
    }
}
