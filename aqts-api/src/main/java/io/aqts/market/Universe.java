package io.aqts.market;

import io.aqts.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The instruments and venues of a run, in an order that is fixed at its start.
 *
 * <p>Everything that exists once per instrument is a list with this order, and an instrument or venue is referred to by
 * its index.
 *
 * @param instruments the instruments, at least one unless the universe is {@link #EMPTY}, no symbol twice
 * @param venues the venues quotes may come from, possibly none, no name twice
 * @param references what readings may be about besides the bases of the instruments, such as {@code BTC} where only
 *     ETH/USDT is traded; none is blank, and none stands there twice
 */
public record Universe(List<Instrument> instruments, List<Venue> venues, List<String> references) {

    /** The universe of a context that has no data source yet. */
    public static final Universe EMPTY = new Universe(List.of(), List.of());

    /** Copies the lists and refuses names that occur twice. */
    public Universe {
        instruments = List.copyOf(instruments);
        venues = List.copyOf(venues);
        List<String> symbols = new ArrayList<>();
        for (Instrument instrument : instruments) {
            symbols.add(instrument.symbol());
        }
        refuseTwins("universe.instruments", symbols);
        List<String> names = new ArrayList<>();
        for (Venue venue : venues) {
            names.add(venue.name());
        }
        refuseTwins("universe.venues", names);
        references = List.copyOf(references);
        for (String reference : references) {
            Checks.notBlank("universe.references", reference);
        }
        refuseTwins("universe.references", references);
    }

    /**
     * A universe whose readings are about its instruments or the market as a whole.
     *
     * @param instruments the instruments in their order
     * @param venues the venues in their order
     */
    public Universe(List<Instrument> instruments, List<Venue> venues) {
        this(instruments, venues, List.of());
    }

    /**
     * A universe without venues of its own, as bar data has it.
     *
     * @param instruments the instruments in their order
     * @return the universe
     */
    public static Universe of(Instrument... instruments) {
        return new Universe(List.of(instruments), List.of());
    }

    /**
     * The same universe with other references.
     *
     * @param assets what readings may be about besides the bases of the instruments
     * @return the changed copy
     */
    public Universe withReferences(String... assets) {
        return new Universe(instruments, venues, List.of(assets));
    }

    /** {@return how many instruments there are} */
    public int size() {
        return instruments.size();
    }

    /**
     * The instrument at an index.
     *
     * @param index from 0 up to, not including, {@link #size()}
     * @return the instrument
     */
    public Instrument instrument(int index) {
        return instruments.get(index);
    }

    /**
     * The index of a symbol.
     *
     * @param symbol the symbol to look up, in its exact spelling
     * @return its index, or empty if this universe lacks it
     */
    public OptionalInt indexOf(String symbol) {
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).symbol().equals(symbol)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static void refuseTwins(String path, List<String> names) {
        List<String> seen = new ArrayList<>();
        for (String name : names) {
            Checks.that(!seen.contains(name), path, "hold each name once", name);
            seen.add(name);
        }
    }
}
