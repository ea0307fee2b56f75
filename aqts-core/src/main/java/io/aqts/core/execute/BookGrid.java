package io.aqts.core.execute;

import io.aqts.DataSourceException;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.math.RoundingMode;

/** The prices and quantities of one instrument as whole ticks and lots, and back. */
final class BookGrid {

    private static final double SLACK = 1e-6;
    private static final double RELATIVE_SLACK = 1e-15;
    private static final double MOST = 1L << 53;

    private final Decimal tick;
    private final Decimal lot;
    private final double tickSize;
    private final double lotSize;

    BookGrid(Decimal tick, Decimal lot) {
        this.tick = tick;
        this.lot = lot;
        this.tickSize = tick.toDouble();
        this.lotSize = lot.toDouble();
    }

    static BookGrid of(Instrument instrument) {
        return new BookGrid(instrument.tickSize(), instrument.lotSize());
    }

    Decimal tick() {
        return tick;
    }

    Decimal lot() {
        return lot;
    }

    /** {@return a price of a level in ticks; levels lie on the tick, or the data belongs to another instrument} */
    long ticks(double price) {
        double exact = price / tickSize;
        long whole = Math.round(exact);
        if (!(Math.abs(exact - whole) <= SLACK + RELATIVE_SLACK * Math.abs(exact)) || Math.abs(exact) > MOST) {
            throw offGrid(price);
        }
        return whole;
    }

    /** {@return a price in ticks, rounded so that whoever takes it from that side pays no less or gets no more} */
    long ticksAgainstTaker(Side shownBy, double price) {
        double exact = price / tickSize;
        long whole = Math.round(exact);
        if (Math.abs(exact - whole) <= SLACK + RELATIVE_SLACK * Math.abs(exact)) {
            return whole;
        }
        return (long) (shownBy == Side.SELL ? Math.ceil(exact) : Math.floor(exact));
    }

    /** {@return a shown or traded quantity in whole lots; a part of a lot is not seen, nor what goes beyond 2^53} */
    long lots(double quantity) {
        double exact = Math.min(quantity / lotSize, MOST);
        long whole = Math.round(exact);
        return whole - exact > SLACK + RELATIVE_SLACK * exact ? whole - 1 : whole;
    }

    boolean hasTick(Decimal price) {
        return price.isMultipleOf(tick);
    }

    boolean hasLot(Decimal quantity) {
        return quantity.isMultipleOf(lot);
    }

    /** {@return a price on the grid in ticks} */
    long ticks(Decimal price) {
        return price.dividedBy(tick, 0, RoundingMode.HALF_EVEN).toBigDecimal().longValueExact();
    }

    /** {@return how many lots cover a quantity, or 2^53 if it takes more} */
    long lotsToCover(Decimal quantity) {
        if (quantity.toDouble() / lotSize >= MOST) {
            return (long) MOST;
        }
        return quantity.dividedBy(lot, 0, RoundingMode.UP).toBigDecimal().longValueExact();
    }

    Decimal price(long ticks) {
        return tick.times(Decimal.of(ticks));
    }

    Decimal quantity(long lots) {
        return lot.times(Decimal.of(lots));
    }

    private DataSourceException offGrid(double price) {
        return new DataSourceException("depth.price must lie on the tick " + tick + ", but was " + price);
    }
}
