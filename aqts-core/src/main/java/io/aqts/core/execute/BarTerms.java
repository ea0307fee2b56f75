package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** On what terms a price of a bar can be traded: half a spread away for takers, on the grid, rounded against us. */
final class BarTerms {

    private final Grid grid;
    private final Decimal forBuyers;
    private final Decimal forSellers;
    private final Tariff tariff;
    private final @Nullable Impact impact;

    /**
     * Terms.
     *
     * @param grid the steps of prices
     * @param halfSpread half the spread as a share of the price, 0 to less than 1
     * @param tariff what is charged
     * @param impact what the size of a taker's fill makes of its price, or null if it makes nothing of it
     */
    BarTerms(Grid grid, Decimal halfSpread, Tariff tariff, @Nullable Impact impact) {
        this(grid, Decimal.ONE.plus(halfSpread), Decimal.ONE.minus(halfSpread), tariff, impact);
    }

    private BarTerms(Grid grid, Decimal forBuyers, Decimal forSellers, Tariff tariff, @Nullable Impact impact) {
        this.grid = grid;
        this.forBuyers = forBuyers;
        this.forSellers = forSellers;
        this.tariff = tariff;
        this.impact = impact;
    }

    /** {@return the same terms at another venue} */
    BarTerms with(Tariff other) {
        return new BarTerms(grid, forBuyers, forSellers, other, impact);
    }

    /** {@return the same terms at another venue with a spread of its own} */
    BarTerms with(Tariff other, Decimal halfSpread) {
        return new BarTerms(grid, Decimal.ONE.plus(halfSpread), Decimal.ONE.minus(halfSpread), other, impact);
    }

    /** {@return what a taker gets when the bar is at a price; for a quantity, {@link Offer#at} says} */
    Offer take(Side side, Decimal price) {
        Decimal away = price.times(side == Side.BUY ? forBuyers : forSellers);
        return new Offer(onGrid(side, away), tariff, Liquidity.TAKER, impact);
    }

    /** {@return what a resting order gets at its own price, or at a better one where the bar opens} */
    Offer rest(Side side, Decimal price) {
        return new Offer(onGrid(side, price), tariff, Liquidity.MAKER);
    }

    private Decimal onGrid(Side side, Decimal price) {
        return price.roundToMultiple(grid.tick(), side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }
}
