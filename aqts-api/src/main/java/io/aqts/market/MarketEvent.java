package io.aqts.market;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.util.Objects;

/**
 * Something that happened to one instrument besides bars, quotes, whole books and prints: a level of the book changed,
 * trading was halted, a dividend fell due.
 *
 * <p>Events stand in a snapshot in the order in which they happened.
 */
public sealed interface MarketEvent {

    /** {@return the moment it became known, in nanoseconds since 1970-01-01T00:00Z} */
    long epochNanos();

    /**
     * A level of a venue's book shows another quantity from now on.
     *
     * @param epochNanos the moment
     * @param venue the index of the venue in the {@link Universe}
     * @param side whether buyers or sellers show it
     * @param price in quote currency, a finite number
     * @param quantity what the level shows now, in units of the base, zero or more; zero takes the level away
     */
    record DepthChange(long epochNanos, int venue, Side side, double price, double quantity) implements MarketEvent {

        /** Refuses figures that are not finite and quantities below zero. */
        public DepthChange {
            Checks.atLeast("depth.venue", venue, 0);
            Objects.requireNonNull(side, "depth.side");
            Checks.finite("depth.price", price);
            Checks.notNegative("depth.quantity", quantity);
        }
    }

    /**
     * All levels of a venue's book are gone, as before it is told anew.
     *
     * @param epochNanos the moment
     * @param venue the index of the venue in the {@link Universe}
     */
    record DepthReset(long epochNanos, int venue) implements MarketEvent {

        /** Refuses a venue below zero. */
        public DepthReset {
            Checks.atLeast("depth.venue", venue, 0);
        }
    }

    /**
     * Trading goes on in another way, or not at all.
     *
     * @param epochNanos the moment
     * @param status how from now on
     */
    record StatusChange(long epochNanos, TradingStatus status) implements MarketEvent {

        /** Refuses no status. */
        public StatusChange {
            Objects.requireNonNull(status, "status");
        }
    }

    /**
     * An auction found its price.
     *
     * @param epochNanos the moment
     * @param price the one price everything traded at, in quote currency, more than zero
     * @param quantity what traded, in units of the base, zero or more; zero where a source does not tell
     * @param kind which auction of the session it was
     */
    record AuctionPrint(long epochNanos, double price, double quantity, AuctionKind kind) implements MarketEvent {

        /** Refuses prices that are not more than zero and quantities below zero. */
        public AuctionPrint {
            Checks.positive("auction.price", price);
            Checks.notNegative("auction.quantity", quantity);
            Objects.requireNonNull(kind, "auction.kind");
        }
    }

    /**
     * Prices and quantities lie on another grid from now on.
     *
     * @param epochNanos the moment
     * @param tickSize the step of prices, more than zero
     * @param lotSize the step of quantities, more than zero
     */
    record GridChange(long epochNanos, Decimal tickSize, Decimal lotSize) implements MarketEvent {

        /** Refuses steps that are not more than zero. */
        public GridChange {
            Checks.that(tickSize.isPositive(), "grid.tickSize", "be more than zero", tickSize);
            Checks.that(lotSize.isPositive(), "grid.lotSize", "be more than zero", lotSize);
        }
    }

    /**
     * The price by which margin, liquidation and funding are reckoned, where it is not the last one.
     *
     * @param epochNanos the moment
     * @param price in quote currency, more than zero
     */
    record MarkPrice(long epochNanos, double price) implements MarketEvent {

        /** Refuses a price that is not more than zero. */
        public MarkPrice {
            Checks.positive("mark.price", price);
        }
    }

    /**
     * The funding of a perpetual falls due: with a rate above zero, long positions pay short ones.
     *
     * @param epochNanos the boundary itself; who holds a position then pays or receives
     * @param rate the share of the position's notional, a finite number
     * @param price the price of the notional, in quote currency, more than zero
     */
    record FundingDue(long epochNanos, double rate, double price) implements MarketEvent {

        /** Refuses figures that are not finite, and a price that is not more than zero. */
        public FundingDue {
            Checks.finite("funding.rate", rate);
            Checks.positive("funding.price", price);
        }
    }

    /**
     * Each unit becomes several, or a part of one.
     *
     * @param epochNanos the moment from which prices are those after the split
     * @param ratio new units for each old one, more than zero
     */
    record Split(long epochNanos, Decimal ratio) implements MarketEvent {

        /** Refuses a ratio that is not more than zero. */
        public Split {
            Checks.that(ratio.isPositive(), "split.ratio", "be more than zero", ratio);
        }
    }

    /**
     * A dividend: who is long at the moment receives it, who is short pays it.
     *
     * @param epochNanos the moment from which the instrument trades without it
     * @param amount for each unit, in quote currency, more than zero
     */
    record Dividend(long epochNanos, Decimal amount) implements MarketEvent {

        /** Refuses an amount that is not more than zero. */
        public Dividend {
            Checks.that(amount.isPositive(), "dividend.amount", "be more than zero", amount);
        }
    }

    /**
     * The instrument is over: what is held is settled at a price, and nothing trades any more.
     *
     * @param epochNanos the moment
     * @param price the final one, in quote currency, zero or more; zero where what is held became worthless
     */
    record FinalSettlement(long epochNanos, Decimal price) implements MarketEvent {

        /** Refuses a price below zero. */
        public FinalSettlement {
            Checks.that(!price.isNegative(), "settlement.price", "be zero or more", price);
        }
    }
}
