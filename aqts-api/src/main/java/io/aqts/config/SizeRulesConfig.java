package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How large a position may be, given how much its instrument moves.
 *
 * @param volatilityTarget the most one position may be worth at the target volatility: at another one it is this times
 *     the target divided by it, held between {@code leastScale} and {@code mostScale}; a share is of equity
 * @param targetVolatility the standard deviation of the return of one bar that is aimed at; more than zero
 * @param leastScale the least multiple; more than 0, at most 1
 * @param mostScale the greatest multiple; 1 or more
 * @param volatilityBars bars that volatility and range are averaged over; 2 to 1,000,000
 * @param whenUnknown what is done until there are as many bars
 * @param rangeRisk the most a position may lose if its price moves by {@code rangeMultiple} average true ranges; a
 *     share is of equity
 * @param rangeMultiple that multiple; more than zero
 */
public record SizeRulesConfig(
        CapConfig volatilityTarget,
        double targetVolatility,
        double leastScale,
        double mostScale,
        int volatilityBars,
        UnknownVolatility whenUnknown,
        CapConfig rangeRisk,
        double rangeMultiple) {

    private static final SizeRulesConfig DEFAULTS = new Builder().build();

    public SizeRulesConfig {
        volatilityTarget.check(PATH + "volatilityTarget");
        Checks.positive(PATH + "targetVolatility", targetVolatility);
        Limits.share(PATH + "leastScale", leastScale);
        Checks.that(
                mostScale >= 1 && mostScale < Double.POSITIVE_INFINITY,
                PATH + "mostScale",
                "be finite and 1 or more",
                mostScale);
        Limits.between(PATH + "volatilityBars", volatilityBars, 2, Limits.MOST_BARS);
        Objects.requireNonNull(whenUnknown, PATH + "whenUnknown");
        rangeRisk.check(PATH + "rangeRisk");
        Checks.positive(PATH + "rangeMultiple", rangeMultiple);
    }

    private static final String PATH = "risk.rules.size.";

    /** {@return the settings used when nothing else is said} */
    public static SizeRulesConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of SizeRulesConfig; every setter returns this builder. */
    public static final class Builder {

        private CapConfig volatilityTarget = CapConfig.NONE;
        private double targetVolatility = 0.02;
        private double leastScale = 0.5;
        private double mostScale = 1.5;
        private int volatilityBars = 30;
        private UnknownVolatility whenUnknown = UnknownVolatility.REJECT;
        private CapConfig rangeRisk = CapConfig.NONE;
        private double rangeMultiple = 3;

        private Builder() {}

        private Builder(SizeRulesConfig from) {
            this.volatilityTarget = from.volatilityTarget;
            this.targetVolatility = from.targetVolatility;
            this.leastScale = from.leastScale;
            this.mostScale = from.mostScale;
            this.volatilityBars = from.volatilityBars;
            this.whenUnknown = from.whenUnknown;
            this.rangeRisk = from.rangeRisk;
            this.rangeMultiple = from.rangeMultiple;
        }

        /** Sets {@link SizeRulesConfig#volatilityTarget()}. */
        public Builder volatilityTarget(CapConfig volatilityTarget) {
            this.volatilityTarget = volatilityTarget;
            return this;
        }

        /** Changes {@link SizeRulesConfig#volatilityTarget()}, starting from what it is now. */
        public Builder volatilityTarget(UnaryOperator<CapConfig.Builder> change) {
            return volatilityTarget(change.apply(volatilityTarget.toBuilder()).build());
        }

        /** Sets {@link SizeRulesConfig#targetVolatility()}. */
        public Builder targetVolatility(double targetVolatility) {
            this.targetVolatility = targetVolatility;
            return this;
        }

        /** Sets {@link SizeRulesConfig#leastScale()}. */
        public Builder leastScale(double leastScale) {
            this.leastScale = leastScale;
            return this;
        }

        /** Sets {@link SizeRulesConfig#mostScale()}. */
        public Builder mostScale(double mostScale) {
            this.mostScale = mostScale;
            return this;
        }

        /** Sets {@link SizeRulesConfig#volatilityBars()}. */
        public Builder volatilityBars(int volatilityBars) {
            this.volatilityBars = volatilityBars;
            return this;
        }

        /** Sets {@link SizeRulesConfig#whenUnknown()}. */
        public Builder whenUnknown(UnknownVolatility whenUnknown) {
            this.whenUnknown = whenUnknown;
            return this;
        }

        /** Sets {@link SizeRulesConfig#rangeRisk()}. */
        public Builder rangeRisk(CapConfig rangeRisk) {
            this.rangeRisk = rangeRisk;
            return this;
        }

        /** Changes {@link SizeRulesConfig#rangeRisk()}, starting from what it is now. */
        public Builder rangeRisk(UnaryOperator<CapConfig.Builder> change) {
            return rangeRisk(change.apply(rangeRisk.toBuilder()).build());
        }

        /** Sets {@link SizeRulesConfig#rangeMultiple()}. */
        public Builder rangeMultiple(double rangeMultiple) {
            this.rangeMultiple = rangeMultiple;
            return this;
        }

        /** {@return the settings, checked} */
        public SizeRulesConfig build() {
            return new SizeRulesConfig(
                    volatilityTarget,
                    targetVolatility,
                    leastScale,
                    mostScale,
                    volatilityBars,
                    whenUnknown,
                    rangeRisk,
                    rangeMultiple);
        }
    }
}
