package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A price at which an order can trade.
 *
 * @param price on the grid, in quote currency; zero where the grid is too coarse to sell at all
 * @param tariff what the venue charges
 * @param liquidity whether liquidity is given or taken
 * @param impact what the size of a fill makes of the price, or null if it makes nothing of it
 */
record Offer(
        Decimal price,
        Tariff tariff,
        Liquidity liquidity,
        @Nullable Impact impact) {

    private static final Decimal TWO = Decimal.of(2);

    Offer(Decimal price, Tariff tariff, Liquidity liquidity) {
        this(price, tariff, liquidity, null);
    }

    /** {@return whether the price is worse for more} */
    boolean isMovable() {
        return impact != null;
    }

    /** {@return the offer for exactly that quantity, whose price has moved by it; never a better one} */
    Offer at(Side side, Decimal quantity) {
        return impact == null ? this : new Offer(impact.moved(side, price, quantity), tariff, liquidity, null);
    }

    /** {@return the most whole lots of what is wanted, or all of it, that trade at a price which fits} */
    static Decimal fitting(Decimal wanted, Decimal lot, Predicate<Decimal> fits) {
        if (fits.test(wanted)) {
            return wanted;
        }
        Decimal fitting = Decimal.ZERO;
        Decimal beyond = wanted.roundToMultiple(lot, RoundingMode.CEILING);
        while (beyond.minus(fitting).isGreaterThan(lot)) {
            Decimal middle = fitting.plus(beyond).dividedBy(TWO, 2 * lot.scale() + 1, RoundingMode.DOWN);
            Decimal lots = middle.roundToMultiple(lot, RoundingMode.DOWN).max(fitting.plus(lot));
            if (fits.test(lots)) {
                fitting = lots;
            } else {
                beyond = lots;
            }
        }
        return fitting;
    }

    /** {@return what a quantity costs a buyer here, and all of the fee that is not withheld} */
    Decimal cost(Decimal quantity, Bill bill) {
        Deal deal = new Deal(Side.BUY, liquidity, quantity, price);
        return deal.notional().plus(tariff.assess(bill, deal).outOfPocket());
    }

    /** {@return how many lots some money buys here, the fee included} */
    Decimal affordable(Decimal money, Decimal lot, Bill bill) {
        if (!money.isPositive()) {
            return Decimal.ZERO;
        }
        Decimal lots =
                wholeLots(money, tariff.leastUnitCost(liquidity, price), lot).plus(lot);
        Decimal dearest = tariff.mostUnitCost(liquidity, price);
        Decimal excess = cost(lots, bill).minus(money);
        while (excess.isPositive() && lots.isPositive()) {
            lots = lots.minus(wholeLots(excess, dearest, lot).max(lot));
            excess = lots.isPositive() ? cost(lots, bill).minus(money) : Decimal.ZERO;
        }
        return lots.max(Decimal.ZERO);
    }

    private static Decimal wholeLots(Decimal money, Decimal unit, Decimal lot) {
        return money.dividedBy(unit, lot.scale(), RoundingMode.DOWN).roundToMultiple(lot, RoundingMode.DOWN);
    }
}
