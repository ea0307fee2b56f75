package io.aqts.core.simulation;

import io.aqts.config.SimulatedInstrument;
import io.aqts.config.SimulatedVenue;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import java.util.ArrayList;
import java.util.List;

/** The universe that the settings of a simulation describe. */
final class Listings {

    private Listings() {}

    static Universe universe(List<SimulatedInstrument> instruments, List<SimulatedVenue> venues) {
        List<Instrument> listed = new ArrayList<>();
        for (SimulatedInstrument instrument : instruments) {
            listed.add(instrument(instrument));
        }
        List<Venue> open = new ArrayList<>();
        for (SimulatedVenue venue : venues) {
            open.add(new Venue(venue.name(), venue.latency().toNanos(), venue.makerFeeBps(), venue.takerFeeBps()));
        }
        return new Universe(listed, open);
    }

    private static Instrument instrument(SimulatedInstrument config) {
        Instrument named = Instrument.of(config.symbol(), config.tickSize(), config.lotSize());
        return new Instrument(
                named.symbol(), named.base(), named.quote(), named.tickSize(), named.lotSize(), config.minNotional());
    }
}
