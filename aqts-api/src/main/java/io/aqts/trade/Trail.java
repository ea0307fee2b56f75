package io.aqts.trade;

import io.aqts.internal.Checks;

/** How far a trailing stop keeps from the best price since it was placed. */
public sealed interface Trail {

    /**
     * A fixed distance.
     *
     * @param offset in quote currency, more than zero
     */
    record ByPrice(Decimal offset) implements Trail {

        /** Refuses a distance that is not more than zero. */
        public ByPrice {
            Checks.that(offset.isPositive(), "trail.offset", "be more than zero", offset);
        }
    }

    /**
     * A share of the best price.
     *
     * @param bps in basis points, more than 0 and less than 10,000
     */
    record ByBps(double bps) implements Trail {

        /** Refuses a share beyond the range. */
        public ByBps {
            Checks.that(bps > 0 && bps < 10_000, "trail.bps", "be more than 0 and less than 10000", bps);
        }
    }

    /**
     * A multiple of the average true range of the bars since the order arrived; until there are enough of them, the
     * stop stays where it was placed.
     *
     * @param multiple how many ranges, more than zero
     * @param period bars of the average, 1 to 1,000,000
     */
    record ByAtr(double multiple, int period) implements Trail {

        /** Refuses figures beyond the range. */
        public ByAtr {
            Checks.positive("trail.multiple", multiple);
            Checks.that(period >= 1 && period <= 1_000_000, "trail.period", "be 1 to 1000000", period);
        }
    }
}
