package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a venue charges for trading. Every fill is charged by itself: a share of its notional by whether it made or took
 * liquidity, and what is fixed.
 *
 * @param makerBps the fee for adding liquidity, in basis points of notional; −100 to 1000, negative is a rebate
 * @param takerBps the fee for taking liquidity, in basis points of notional; −100 to 1000
 * @param tiers the fees from a traded volume on, in ascending order of the volume; none if they never change. A tier
 *     that is reached applies from the next snapshot
 * @param window how far back volume counts towards a tier, in event time; more than zero
 * @param fixed what does not grow with the price
 * @param payment what fees are paid in
 * @param decimals the decimals of the currency a fee is paid in, to which each fill's fee is rounded once; 0 to 18
 * @param rounding how it is rounded; anything but {@code UNNECESSARY}. A rebate is a negative fee, so {@code UP} makes
 *     it larger and {@code CEILING} smaller
 */
public record FeeConfig(
        double makerBps,
        double takerBps,
        List<FeeTier> tiers,
        Duration window,
        FixedFeeConfig fixed,
        FeePaymentConfig payment,
        int decimals,
        RoundingMode rounding) {

    private static final String PATH = "execution.fees.";
    private static final FeeConfig DEFAULTS = new Builder().build();

    public FeeConfig {
        Limits.feeBps(PATH + "makerBps", makerBps);
        Limits.feeBps(PATH + "takerBps", takerBps);
        tiers = List.copyOf(tiers);
        requireAscending(tiers);
        Limits.positive(PATH + "window", window);
        Objects.requireNonNull(fixed, PATH + "fixed");
        Objects.requireNonNull(payment, PATH + "payment");
        Limits.between(PATH + "decimals", decimals, 0, 18);
        Checks.that(rounding != RoundingMode.UNNECESSARY, PATH + "rounding", "say how to round", rounding);
    }

    /** {@return the settings used when nothing else is said} */
    public static FeeConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static void requireAscending(List<FeeTier> tiers) {
        Decimal before = Decimal.ZERO;
        for (FeeTier tier : tiers) {
            Checks.that(
                    tier.fromVolume().isGreaterThan(before),
                    PATH + "tiers[].fromVolume",
                    "be more than that of the tier before, " + before,
                    tier.fromVolume());
            before = tier.fromVolume();
        }
    }

    /** Makes a changed copy of FeeConfig; every setter returns this builder. */
    public static final class Builder {

        private double makerBps = 10;
        private double takerBps = 10;
        private List<FeeTier> tiers = List.of();
        private Duration window = Duration.ofDays(30);
        private FixedFeeConfig fixed = FixedFeeConfig.defaults();
        private FeePaymentConfig payment = FeePaymentConfig.defaults();
        private int decimals = 8;
        private RoundingMode rounding = RoundingMode.HALF_UP;

        private Builder() {}

        private Builder(FeeConfig from) {
            this.makerBps = from.makerBps;
            this.takerBps = from.takerBps;
            this.tiers = from.tiers;
            this.window = from.window;
            this.fixed = from.fixed;
            this.payment = from.payment;
            this.decimals = from.decimals;
            this.rounding = from.rounding;
        }

        /** Sets {@link FeeConfig#makerBps()}. */
        public Builder makerBps(double makerBps) {
            this.makerBps = makerBps;
            return this;
        }

        /** Sets {@link FeeConfig#takerBps()}. */
        public Builder takerBps(double takerBps) {
            this.takerBps = takerBps;
            return this;
        }

        /** Sets {@link FeeConfig#tiers()}. */
        public Builder tiers(List<FeeTier> tiers) {
            this.tiers = List.copyOf(tiers);
            return this;
        }

        /** Sets {@link FeeConfig#window()}. */
        public Builder window(Duration window) {
            this.window = window;
            return this;
        }

        /** Sets {@link FeeConfig#fixed()}. */
        public Builder fixed(FixedFeeConfig fixed) {
            this.fixed = fixed;
            return this;
        }

        /** Changes {@link FeeConfig#fixed()}, starting from what it is now. */
        public Builder fixed(UnaryOperator<FixedFeeConfig.Builder> change) {
            return fixed(change.apply(fixed.toBuilder()).build());
        }

        /** Sets {@link FeeConfig#payment()}. */
        public Builder payment(FeePaymentConfig payment) {
            this.payment = payment;
            return this;
        }

        /** Changes {@link FeeConfig#payment()}, starting from what it is now. */
        public Builder payment(UnaryOperator<FeePaymentConfig.Builder> change) {
            return payment(change.apply(payment.toBuilder()).build());
        }

        /** Sets {@link FeeConfig#decimals()}. */
        public Builder decimals(int decimals) {
            this.decimals = decimals;
            return this;
        }

        /** Sets {@link FeeConfig#rounding()}. */
        public Builder rounding(RoundingMode rounding) {
            this.rounding = rounding;
            return this;
        }

        /** {@return the settings, checked} */
        public FeeConfig build() {
            return new FeeConfig(makerBps, takerBps, tiers, window, fixed, payment, decimals, rounding);
        }
    }
}
