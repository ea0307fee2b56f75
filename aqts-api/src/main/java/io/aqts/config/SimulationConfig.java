package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The market that is made up: instruments, venues, weather. Unused when a run reads recorded or live data.
 *
 * @param instruments what is traded, in the order of the universe; at least one, each symbol once
 * @param venues where it is traded; at least one, each name once
 * @param scenario the weather of the market
 * @param interval the length of a bar; more than zero, at most 366 days
 * @param start the moment the first bar opens; 1970 to 2261
 * @param correlation the correlation of returns between any two instruments; 0 to 1, 1 excluded
 * @param bookLevels price levels on each side of the order book; 0 to 200, 0 for no book
 * @param alternativeData whether sentiment, news, on-chain and macro readings are made too
 */
public record SimulationConfig(
        List<SimulatedInstrument> instruments,
        List<SimulatedVenue> venues,
        Scenario scenario,
        Duration interval,
        Instant start,
        double correlation,
        int bookLevels,
        boolean alternativeData) {

    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Instant END_OF_TIME = Instant.parse("2262-01-01T00:00:00Z");

    private static final SimulationConfig DEFAULTS = new Builder().build();

    public SimulationConfig {
        instruments = List.copyOf(instruments);
        venues = List.copyOf(venues);
        Objects.requireNonNull(scenario, "simulation.scenario");
        Limits.names(
                "simulation.instruments",
                instruments.stream().map(SimulatedInstrument::symbol).toList());
        Limits.names(
                "simulation.venues", venues.stream().map(SimulatedVenue::name).toList());
        Limits.positive("simulation.interval", interval);
        Checks.that(interval.compareTo(LONGEST) <= 0, "simulation.interval", "be at most " + LONGEST, interval);
        boolean datable = !start.isBefore(Instant.EPOCH) && start.isBefore(END_OF_TIME);
        Checks.that(datable, "simulation.start", "lie between " + Instant.EPOCH + " and " + END_OF_TIME, start);
        boolean related = correlation >= 0 && correlation < 1;
        Checks.that(related, "simulation.correlation", "be 0 or more and less than 1", correlation);
        Limits.between("simulation.bookLevels", bookLevels, 0, 200);
    }

    /** {@return the settings used when nothing else is said} */
    public static SimulationConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of SimulationConfig; every setter returns this builder. */
    public static final class Builder {

        private List<SimulatedInstrument> instruments = SimulatedInstrument.defaults();
        private List<SimulatedVenue> venues = SimulatedVenue.defaults();
        private Scenario scenario = Scenario.REGIME_SWITCHING;
        private Duration interval = Duration.ofMinutes(1);
        private Instant start = Instant.parse("2024-01-01T00:00:00Z");
        private double correlation = 0.6;
        private int bookLevels = 10;
        private boolean alternativeData = true;

        private Builder() {}

        private Builder(SimulationConfig from) {
            this.instruments = from.instruments;
            this.venues = from.venues;
            this.scenario = from.scenario;
            this.interval = from.interval;
            this.start = from.start;
            this.correlation = from.correlation;
            this.bookLevels = from.bookLevels;
            this.alternativeData = from.alternativeData;
        }

        /** Sets {@link SimulationConfig#instruments()}. */
        public Builder instruments(List<SimulatedInstrument> instruments) {
            this.instruments = instruments;
            return this;
        }

        /** Sets {@link SimulationConfig#venues()}. */
        public Builder venues(List<SimulatedVenue> venues) {
            this.venues = venues;
            return this;
        }

        /** Sets {@link SimulationConfig#scenario()}. */
        public Builder scenario(Scenario scenario) {
            this.scenario = scenario;
            return this;
        }

        /** Sets {@link SimulationConfig#interval()}. */
        public Builder interval(Duration interval) {
            this.interval = interval;
            return this;
        }

        /** Sets {@link SimulationConfig#start()}. */
        public Builder start(Instant start) {
            this.start = start;
            return this;
        }

        /** Sets {@link SimulationConfig#correlation()}. */
        public Builder correlation(double correlation) {
            this.correlation = correlation;
            return this;
        }

        /** Sets {@link SimulationConfig#bookLevels()}. */
        public Builder bookLevels(int bookLevels) {
            this.bookLevels = bookLevels;
            return this;
        }

        /** Sets {@link SimulationConfig#alternativeData()}. */
        public Builder alternativeData(boolean alternativeData) {
            this.alternativeData = alternativeData;
            return this;
        }

        /** {@return the settings, checked} */
        public SimulationConfig build() {
            return new SimulationConfig(
                    instruments, venues, scenario, interval, start, correlation, bookLevels, alternativeData);
        }
    }
}
