package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * The best prices one venue shows for one instrument, with the venue's daily figures.
 *
 * @param venue the index of the venue in the {@link Universe}
 * @param epochNanos the moment the quote was known, in nanoseconds since 1970-01-01T00:00Z
 * @param bid the highest price offered by buyers, in quote currency, more than zero and below the ask
 * @param bidQuantity what they want at that price, in units of the base, zero or more
 * @param ask the lowest price asked by sellers, in quote currency
 * @param askQuantity what they offer at that price, in units of the base, zero or more
 * @param volume24h what the venue traded in the last 24 hours, in quote currency, zero or more
 * @param fundingRate the current funding rate as a share of notional for each funding period; zero for spot
 */
public record Quote(
        int venue,
        long epochNanos,
        double bid,
        double bidQuantity,
        double ask,
        double askQuantity,
        double volume24h,
        double fundingRate) {

    /** Refuses crossed or locked prices and figures that are not finite. */
    public Quote {
        Checks.atLeast("quote.venue", venue, 0);
        Checks.positive("quote.bid", bid);
        Checks.positive("quote.ask", ask);
        Checks.notNegative("quote.bidQuantity", bidQuantity);
        Checks.notNegative("quote.askQuantity", askQuantity);
        Checks.notNegative("quote.volume24h", volume24h);
        Checks.finite("quote.fundingRate", fundingRate);
        if (!(bid < ask)) {
            throw new IllegalArgumentException("quote.bid must be below quote.ask " + ask + ", but was " + bid);
        }
    }

    /** {@return the middle between bid and ask} */
    public double mid() {
        return 0.5 * (bid + ask);
    }

    /** {@return the distance from bid to ask as a share of the middle} */
    public double spread() {
        return (ask - bid) / mid();
    }
}
