package io.aqts.core.book;

import io.aqts.DataSourceException;
import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The prices and quantities of one instrument as whole ticks and lots, and back.
 *
 * <p>What is believed, such as a level of a feed, comes as a {@code double} and is taken for the multiple it is nearest
 * to; what is owed comes as a {@link Decimal} and is exact. Immutable.
 */
public final class BookGrid {

    private static final double SLACK = 1e-6;
    private static final double RELATIVE_SLACK = 1e-15;
    private static final double MOST = 1L << 53;

    private final Decimal tick;
    private final Decimal lot;
    private final double tickSize;
    private final double lotSize;
    private final Step price;
    private final Step quantity;

    /**
     * A grid.
     *
     * @param tick the step of prices, more than zero
     * @param lot the step of quantities, more than zero
     */
    public BookGrid(Decimal tick, Decimal lot) {
        Checks.that(tick.isPositive(), "grid.tick", "be more than zero", tick);
        Checks.that(lot.isPositive(), "grid.lot", "be more than zero", lot);
        this.tick = tick;
        this.lot = lot;
        this.tickSize = tick.toDouble();
        this.lotSize = lot.toDouble();
        this.price = Step.of(tick);
        this.quantity = Step.of(lot);
    }

    /**
     * The grid an instrument has at the start.
     *
     * @param instrument the instrument
     * @return its grid
     */
    public static BookGrid of(Instrument instrument) {
        return new BookGrid(instrument.tickSize(), instrument.lotSize());
    }

    /** {@return the step of prices} */
    public Decimal tick() {
        return tick;
    }

    /** {@return the step of quantities} */
    public Decimal lot() {
        return lot;
    }

    /**
     * The price of a level.
     *
     * @param price in quote currency, on the tick but for the error of a double
     * @return in ticks
     * @throws DataSourceException if it does not lie on the tick: the data belongs to another instrument
     */
    public long ticks(double price) {
        double exact = price / tickSize;
        long whole = (long) Math.rint(exact);
        if (!isNear(exact, whole) || Math.abs(exact) > MOST) {
            throw offGrid(price);
        }
        return whole;
    }

    /**
     * A price rounded so that whoever takes it pays no less, or gets no more.
     *
     * @param shownBy who shows it
     * @param price in quote currency
     * @return in ticks
     */
    public long ticksAgainstTaker(Side shownBy, double price) {
        double exact = price / tickSize;
        long whole = (long) Math.rint(exact);
        if (isNear(exact, whole)) {
            return whole;
        }
        return (long) (shownBy == Side.SELL ? Math.ceil(exact) : Math.floor(exact));
    }

    /**
     * A shown or traded quantity. A part of a lot is not seen, nor what goes beyond 2^53 lots.
     *
     * @param quantity in units of the base, zero or more
     * @return in whole lots
     */
    public long lots(double quantity) {
        double exact = Math.min(quantity / lotSize, MOST);
        long whole = (long) Math.rint(exact);
        return whole > exact && !isNear(exact, whole) ? whole - 1 : whole;
    }

    /**
     * Whether a price lies on the tick.
     *
     * @param price in quote currency
     * @return whether it is a multiple of the tick
     */
    public boolean hasTick(Decimal price) {
        return price.isMultipleOf(tick);
    }

    /**
     * Whether a quantity is a whole number of lots.
     *
     * @param quantity in units of the base
     * @return whether it is a multiple of the lot
     */
    public boolean hasLot(Decimal quantity) {
        return quantity.isMultipleOf(lot);
    }

    /**
     * A price on the tick.
     *
     * @param price in quote currency, a multiple of the tick
     * @return in ticks; 2^53 if it takes more, which nobody shows or meets
     */
    public long ticks(Decimal price) {
        if (price.toDouble() / tickSize >= MOST) {
            return (long) MOST;
        }
        return price.dividedBy(tick, 0, RoundingMode.HALF_EVEN).toBigDecimal().longValueExact();
    }

    /**
     * How many lots cover a quantity.
     *
     * @param quantity in units of the base, zero or more
     * @return whole lots, rounded up; 2^53 if it takes more
     */
    public long lotsToCover(Decimal quantity) {
        if (quantity.toDouble() / lotSize >= MOST) {
            return (long) MOST;
        }
        return quantity.dividedBy(lot, 0, RoundingMode.UP).toBigDecimal().longValueExact();
    }

    /**
     * A price, exactly.
     *
     * @param ticks in ticks
     * @return in quote currency
     */
    public Decimal price(long ticks) {
        return tick.times(Decimal.of(ticks));
    }

    /**
     * A quantity, exactly.
     *
     * @param lots in lots
     * @return in units of the base
     */
    public Decimal quantity(long lots) {
        return lot.times(Decimal.of(lots));
    }

    /**
     * A price, as the double nearest to it.
     *
     * @param ticks in ticks
     * @return in quote currency
     */
    public double priceOf(long ticks) {
        return price.times(ticks);
    }

    /**
     * A quantity, as the double nearest to it.
     *
     * @param lots in lots
     * @return in units of the base
     */
    public double quantityOf(long lots) {
        return quantity.times(lots);
    }

    private static boolean isNear(double exact, long whole) {
        return Math.abs(exact - whole) <= SLACK + RELATIVE_SLACK * Math.abs(exact);
    }

    private DataSourceException offGrid(double price) {
        return new DataSourceException("depth.price must lie on the tick " + tick + ", but was " + price);
    }

    /** A step as a quotient of whole numbers, so that a multiple is rounded once. */
    private record Step(double numerator, double denominator) {

        static Step of(Decimal step) {
            BigDecimal exact = step.toBigDecimal().stripTrailingZeros();
            return exact.scale() > 0
                    ? new Step(
                            exact.unscaledValue().doubleValue(),
                            BigDecimal.ONE.scaleByPowerOfTen(exact.scale()).doubleValue())
                    : new Step(exact.doubleValue(), 1);
        }

        double times(long count) {
            return count * numerator / denominator;
        }
    }
}
