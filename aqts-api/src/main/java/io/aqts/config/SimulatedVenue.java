package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.List;

/**
 * One venue of the simulated market: its share of the liquidity, its distance and its fees.
 *
 * @param name the venue's name; not blank
 * @param liquidityWeight liquidity relative to the other venues; more than zero, 1 is the deepest shipped
 * @param latency the time an order needs to arrive; zero or more
 * @param makerFeeBps the fee for adding liquidity, in basis points of notional; −100 to 1000, negative is a rebate
 * @param takerFeeBps the fee for taking liquidity, in basis points of notional; −100 to 1000
 */
public record SimulatedVenue(
        String name, double liquidityWeight, Duration latency, double makerFeeBps, double takerFeeBps) {

    private static final String PATH = "simulation.venues[].";

    private static final List<SimulatedVenue> DEFAULTS = List.of(
            new SimulatedVenue("Binance", 1.0, Duration.ofMillis(25), 10, 10),
            new SimulatedVenue("Coinbase", 0.8, Duration.ofMillis(35), 40, 60),
            new SimulatedVenue("Kraken", 0.6, Duration.ofMillis(40), 16, 26),
            new SimulatedVenue("Bybit", 0.9, Duration.ofMillis(32), 10, 10),
            new SimulatedVenue("KuCoin", 0.5, Duration.ofMillis(45), 10, 10));

    public SimulatedVenue {
        Checks.notBlank(PATH + "name", name);
        Checks.positive(PATH + "liquidityWeight", liquidityWeight);
        Limits.notNegative(PATH + "latency", latency);
        Limits.feeBps(PATH + "makerFeeBps", makerFeeBps);
        Limits.feeBps(PATH + "takerFeeBps", takerFeeBps);
    }

    /** {@return the venues simulated when nothing else is said} */
    public static List<SimulatedVenue> defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of SimulatedVenue; every setter returns this builder. */
    public static final class Builder {

        private String name;
        private double liquidityWeight;
        private Duration latency;
        private double makerFeeBps;
        private double takerFeeBps;

        private Builder(SimulatedVenue from) {
            this.name = from.name;
            this.liquidityWeight = from.liquidityWeight;
            this.latency = from.latency;
            this.makerFeeBps = from.makerFeeBps;
            this.takerFeeBps = from.takerFeeBps;
        }

        /** Sets {@link SimulatedVenue#name()}. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Sets {@link SimulatedVenue#liquidityWeight()}. */
        public Builder liquidityWeight(double liquidityWeight) {
            this.liquidityWeight = liquidityWeight;
            return this;
        }

        /** Sets {@link SimulatedVenue#latency()}. */
        public Builder latency(Duration latency) {
            this.latency = latency;
            return this;
        }

        /** Sets {@link SimulatedVenue#makerFeeBps()}. */
        public Builder makerFeeBps(double makerFeeBps) {
            this.makerFeeBps = makerFeeBps;
            return this;
        }

        /** Sets {@link SimulatedVenue#takerFeeBps()}. */
        public Builder takerFeeBps(double takerFeeBps) {
            this.takerFeeBps = takerFeeBps;
            return this;
        }

        /** {@return the settings, checked} */
        public SimulatedVenue build() {
            return new SimulatedVenue(name, liquidityWeight, latency, makerFeeBps, takerFeeBps);
        }
    }
}
