package io.aqts.core.data;

import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import java.util.ArrayList;
import java.util.List;

/** Where the instruments and venues of several universes stand in the one that holds them all. */
final class Seats {

    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Venue> venues = new ArrayList<>();
    private final List<String> references = new ArrayList<>();

    /** The index each instrument has among all. */
    int[] seatInstruments(Universe universe) {
        int[] seats = new int[universe.size()];
        for (int i = 0; i < seats.length; i++) {
            Instrument instrument = universe.instrument(i);
            seats[i] = 0;
            while (seats[i] < instruments.size()
                    && !instruments.get(seats[i]).symbol().equals(instrument.symbol())) {
                seats[i]++;
            }
            if (seats[i] == instruments.size()) {
                instruments.add(instrument);
            }
            Instrument seated = instruments.get(seats[i]);
            refuseUnlessSame(seated, instrument, "instrument");
        }
        return seats;
    }

    /** The index each venue has among all. */
    int[] seatVenues(Universe universe) {
        int[] seats = new int[universe.venues().size()];
        for (int i = 0; i < seats.length; i++) {
            Venue venue = universe.venues().get(i);
            seats[i] = 0;
            while (seats[i] < venues.size() && !venues.get(seats[i]).name().equals(venue.name())) {
                seats[i]++;
            }
            if (seats[i] == venues.size()) {
                venues.add(venue);
            }
            Venue seated = venues.get(seats[i]);
            refuseUnlessSame(seated, venue, "venue");
        }
        return seats;
    }

    /** Takes in what readings may be about besides. */
    void refer(List<String> assets) {
        for (String asset : assets) {
            if (!references.contains(asset)) {
                references.add(asset);
            }
        }
    }

    private static void refuseUnlessSame(Object seated, Object other, String what) {
        if (!seated.equals(other)) {
            throw new IllegalArgumentException(what + " must be " + seated + " in all sources, but was " + other);
        }
    }

    Universe universe() {
        return new Universe(instruments, venues, references);
    }
}
