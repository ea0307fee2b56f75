package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;
import java.util.List;

/**
 * One instrument of the simulated market: where its price starts, how much it moves, in which steps it trades.
 *
 * <p>Not a listing on a real venue; those come with their own rules from an adapter.
 *
 * @param symbol the name, such as {@code BTC/USDT}; not blank
 * @param initialPrice the price before the first bar, in quote currency; at least one tick
 * @param tickSize the step of prices, in quote currency; more than zero
 * @param lotSize the step of quantities, in base currency; more than zero
 * @param minNotional the least an order may be worth, in quote currency; zero or more
 * @param annualVolatility the standard deviation of a year's log return; 0 to 10, so 0.6 is 60 % a year
 */
public record SimulatedInstrument(
        String symbol,
        double initialPrice,
        Decimal tickSize,
        Decimal lotSize,
        Decimal minNotional,
        double annualVolatility) {

    private static final String PATH = "simulation.instruments[].";

    private static final List<SimulatedInstrument> DEFAULTS = List.of(
            new SimulatedInstrument(
                    "BTC/USDT", 42_000, Decimal.parse("0.01"), Decimal.parse("0.00001"), Decimal.parse("10"), 0.6),
            new SimulatedInstrument(
                    "ETH/USDT", 2_250, Decimal.parse("0.01"), Decimal.parse("0.0001"), Decimal.parse("10"), 0.75));

    public SimulatedInstrument {
        Checks.notBlank(PATH + "symbol", symbol);
        Checks.positive(PATH + "initialPrice", initialPrice);
        Checks.that(tickSize.isPositive(), PATH + "tickSize", "be more than zero", tickSize);
        Checks.that(lotSize.isPositive(), PATH + "lotSize", "be more than zero", lotSize);
        Checks.that(!minNotional.isNegative(), PATH + "minNotional", "be zero or more", minNotional);
        Checks.between(PATH + "annualVolatility", annualVolatility, 0, 10);
        boolean quotable = initialPrice >= tickSize.toDouble();
        Checks.that(quotable, PATH + "initialPrice", "be at least one tick of " + tickSize, initialPrice);
    }

    /** {@return the instruments simulated when nothing else is said} */
    public static List<SimulatedInstrument> defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of SimulatedInstrument; every setter returns this builder. */
    public static final class Builder {

        private String symbol;
        private double initialPrice;
        private Decimal tickSize;
        private Decimal lotSize;
        private Decimal minNotional;
        private double annualVolatility;

        private Builder(SimulatedInstrument from) {
            this.symbol = from.symbol;
            this.initialPrice = from.initialPrice;
            this.tickSize = from.tickSize;
            this.lotSize = from.lotSize;
            this.minNotional = from.minNotional;
            this.annualVolatility = from.annualVolatility;
        }

        /** Sets {@link SimulatedInstrument#symbol()}. */
        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** Sets {@link SimulatedInstrument#initialPrice()}. */
        public Builder initialPrice(double initialPrice) {
            this.initialPrice = initialPrice;
            return this;
        }

        /** Sets {@link SimulatedInstrument#tickSize()}. */
        public Builder tickSize(Decimal tickSize) {
            this.tickSize = tickSize;
            return this;
        }

        /** Sets {@link SimulatedInstrument#lotSize()}. */
        public Builder lotSize(Decimal lotSize) {
            this.lotSize = lotSize;
            return this;
        }

        /** Sets {@link SimulatedInstrument#minNotional()}. */
        public Builder minNotional(Decimal minNotional) {
            this.minNotional = minNotional;
            return this;
        }

        /** Sets {@link SimulatedInstrument#annualVolatility()}. */
        public Builder annualVolatility(double annualVolatility) {
            this.annualVolatility = annualVolatility;
            return this;
        }

        /** {@return the settings, checked} */
        public SimulatedInstrument build() {
            return new SimulatedInstrument(symbol, initialPrice, tickSize, lotSize, minNotional, annualVolatility);
        }
    }
}
