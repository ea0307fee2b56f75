package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;

/** What is bought with an amount of money at one price of one venue, the fee included. */
record Purse(BookFees fees, BookGrid grid, int venue, long ticks, Liquidity liquidity) {

    /**
     * {@return what a quantity would cost an order that was billed so far, with all of the fee that is not withheld}
     */
    Decimal cost(Decimal quantity, Bill bill) {
        return offer().cost(quantity, bill);
    }

    /** {@return how many whole lots an amount buys an order that was billed so far} */
    long affordable(Decimal money, Bill bill) {
        return grid.lotsToCover(offer().affordable(money, grid.lot(), bill));
    }

    private Offer offer() {
        return new Offer(grid.price(ticks), fees.tariff(venue), liquidity);
    }
}
