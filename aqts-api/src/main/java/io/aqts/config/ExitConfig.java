package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;

/**
 * How a position ends: at its stop, at its target, or by the clock.
 *
 * @param stopAtr the distance of the stop from entry, in average true ranges; more than zero
 * @param atrPeriod bars of the average true range; 1 to 1,000,000
 * @param rewardRatio the distance of the target, as a multiple of the stop's; more than zero
 * @param minHold the shortest of the limits on how long a position is kept; zero to {@code maxHold}. It keeps no
 *     position open: a stop, a target or another proposal may end one before
 * @param maxHold the longest of these limits; more than zero
 * @param stopRequired whether an order that opens or enlarges a position must have a stop. {@code maxPortfolioRisk} and
 *     {@code riskPerTradeCap} bound orders with a stop only; without one, all of a position is at risk and only the
 *     limits of exposure bound it. To be set wherever a risk manager is not trusted to set stops
 */
public record ExitConfig(
        double stopAtr, int atrPeriod, double rewardRatio, Duration minHold, Duration maxHold, boolean stopRequired) {

    private static final ExitConfig DEFAULTS = new Builder().build();

    public ExitConfig {
        Checks.positive("risk.exits.stopAtr", stopAtr);
        Limits.bars("risk.exits.atrPeriod", atrPeriod);
        Checks.positive("risk.exits.rewardRatio", rewardRatio);
        Limits.notNegative("risk.exits.minHold", minHold);
        Limits.positive("risk.exits.maxHold", maxHold);
        Limits.ordered("risk.exits.minHold", minHold, "risk.exits.maxHold", maxHold);
    }

    /** {@return the settings used when nothing else is said} */
    public static ExitConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of ExitConfig; every setter returns this builder. */
    public static final class Builder {

        private double stopAtr = 3.0;
        private int atrPeriod = 14;
        private double rewardRatio = 1.5;
        private Duration minHold = Duration.ofMinutes(45);
        private Duration maxHold = Duration.ofHours(6);
        private boolean stopRequired = false;

        private Builder() {}

        private Builder(ExitConfig from) {
            this.stopAtr = from.stopAtr;
            this.atrPeriod = from.atrPeriod;
            this.rewardRatio = from.rewardRatio;
            this.minHold = from.minHold;
            this.maxHold = from.maxHold;
            this.stopRequired = from.stopRequired;
        }

        /** Sets {@link ExitConfig#stopAtr()}. */
        public Builder stopAtr(double stopAtr) {
            this.stopAtr = stopAtr;
            return this;
        }

        /** Sets {@link ExitConfig#atrPeriod()}. */
        public Builder atrPeriod(int atrPeriod) {
            this.atrPeriod = atrPeriod;
            return this;
        }

        /** Sets {@link ExitConfig#rewardRatio()}. */
        public Builder rewardRatio(double rewardRatio) {
            this.rewardRatio = rewardRatio;
            return this;
        }

        /** Sets {@link ExitConfig#minHold()}. */
        public Builder minHold(Duration minHold) {
            this.minHold = minHold;
            return this;
        }

        /** Sets {@link ExitConfig#maxHold()}. */
        public Builder maxHold(Duration maxHold) {
            this.maxHold = maxHold;
            return this;
        }

        /** Sets {@link ExitConfig#stopRequired()}. */
        public Builder stopRequired(boolean stopRequired) {
            this.stopRequired = stopRequired;
            return this;
        }

        /** {@return the settings, checked} */
        public ExitConfig build() {
            return new ExitConfig(stopAtr, atrPeriod, rewardRatio, minHold, maxHold, stopRequired);
        }
    }
}
