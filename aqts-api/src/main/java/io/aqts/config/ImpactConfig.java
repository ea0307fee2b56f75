package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.Objects;

/**
 * What an order that takes liquidity pays on bars beyond the spread, because of its size. With the volatility σ of a
 * bar, its volume V and the quantity Q of a fill, that is a share of the price of
 *
 * <ul>
 *   <li>{@code coefficient} · σ · √(Q/V) for {@link ImpactKind#SQUARE_ROOT} (Tóth et al., Anomalous price impact and
 *       the critical nature of liquidity, 2011);
 *   <li>({@code permanent}/2 + {@code temporary}) · σ · Q/V for {@link ImpactKind#LINEAR} (Almgren and Chriss, Optimal
 *       execution of portfolio transactions, 2001).
 * </ul>
 *
 * <p>The defaults of the coefficients are of the size found for shares (Almgren, Thum, Hauptmann, Li: Direct estimation
 * of equity market impact, 2005); fit them to your market.
 *
 * @param kind the model
 * @param coefficient of the square root; finite, zero or more
 * @param permanent what of the linear impact stays; finite, zero or more
 * @param temporary what of the linear impact passes; finite, zero or more
 * @param window the bars over which volatility and volume are averaged, the one that fills among them; 1 to 1,000,000
 */
public record ImpactConfig(ImpactKind kind, double coefficient, double permanent, double temporary, int window) {

    private static final ImpactConfig DEFAULTS = new Builder().build();

    public ImpactConfig {
        Objects.requireNonNull(kind, "execution.impact.kind");
        Checks.notNegative("execution.impact.coefficient", coefficient);
        Checks.notNegative("execution.impact.permanent", permanent);
        Checks.notNegative("execution.impact.temporary", temporary);
        Limits.bars("execution.impact.window", window);
    }

    /** {@return the settings used when nothing else is said: no impact} */
    public static ImpactConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of ImpactConfig; every setter returns this builder. */
    public static final class Builder {

        private ImpactKind kind = ImpactKind.NONE;
        private double coefficient = 1;
        private double permanent = 0.314;
        private double temporary = 0.142;
        private int window = 60;

        private Builder() {}

        private Builder(ImpactConfig from) {
            this.kind = from.kind;
            this.coefficient = from.coefficient;
            this.permanent = from.permanent;
            this.temporary = from.temporary;
            this.window = from.window;
        }

        /** Sets {@link ImpactConfig#kind()}. */
        public Builder kind(ImpactKind kind) {
            this.kind = kind;
            return this;
        }

        /** Sets {@link ImpactConfig#coefficient()}. */
        public Builder coefficient(double coefficient) {
            this.coefficient = coefficient;
            return this;
        }

        /** Sets {@link ImpactConfig#permanent()}. */
        public Builder permanent(double permanent) {
            this.permanent = permanent;
            return this;
        }

        /** Sets {@link ImpactConfig#temporary()}. */
        public Builder temporary(double temporary) {
            this.temporary = temporary;
            return this;
        }

        /** Sets {@link ImpactConfig#window()}. */
        public Builder window(int window) {
            this.window = window;
            return this;
        }

        /** {@return the settings, checked} */
        public ImpactConfig build() {
            return new ImpactConfig(kind, coefficient, permanent, temporary, window);
        }
    }
}
