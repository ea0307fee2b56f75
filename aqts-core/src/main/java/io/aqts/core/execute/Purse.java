package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import java.math.RoundingMode;

/** What is bought with an amount of money at one price of one venue, the fee included. */
record Purse(BookFees fees, BookGrid grid, int venue, long ticks, Liquidity liquidity) {

    /** {@return what a quantity costs, the fee included, in quote currency} */
    Decimal cost(Decimal quantity) {
        Decimal notional = quantity.times(grid.price(ticks));
        return notional.plus(fees.fee(venue, liquidity, notional));
    }

    /** {@return how many whole lots an amount buys} */
    long affordable(Decimal money) {
        Decimal lot = grid.lot();
        Decimal price = grid.price(ticks);
        if (!money.isPositive() || !price.isPositive()) {
            return 0;
        }
        Decimal unit = price.times(Decimal.ONE.plus(fees.rate(venue, liquidity)));
        Decimal quantity = wholeLots(money, unit).plus(lot);
        Decimal excess = cost(quantity).minus(money);
        while (excess.isPositive() && quantity.isPositive()) {
            quantity = quantity.minus(wholeLots(excess, unit).max(lot));
            excess = cost(quantity).minus(money);
        }
        return grid.lotsToCover(quantity.max(Decimal.ZERO));
    }

    private Decimal wholeLots(Decimal money, Decimal unit) {
        return money.dividedBy(unit, grid.lot().scale(), RoundingMode.DOWN)
                .roundToMultiple(grid.lot(), RoundingMode.DOWN);
    }
}
