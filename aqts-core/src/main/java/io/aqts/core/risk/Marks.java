package io.aqts.core.risk;

/** The figures that instruments are judged by: the last known price, and what a unit is worth. */
@FunctionalInterface
public interface Marks {

    /**
     * The last known price of an instrument.
     *
     * @param instrument the index of the instrument
     * @return its price in quote currency; anything but a finite number of more than zero where there is none
     */
    double price(int instrument);

    /**
     * What one unit is worth in the currency of account: price times contract multiplier times exchange rate.
     *
     * @param instrument the index of the instrument
     * @return its worth; anything but a finite number of more than zero where it is not known, which forbids openings
     */
    default double unitValue(int instrument) {
        return price(instrument);
    }
}
