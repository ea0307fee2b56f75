package io.aqts.core.book;

import io.aqts.internal.Checks;
import io.aqts.trade.Side;

/**
 * What a market shows of one instrument: how many lots at which price, without the single orders.
 *
 * <ul>
 *   <li><b>Replaced level by level.</b> An update says how many lots a price shows from now on; zero takes it away.
 *   <li><b>Taken is taken.</b> What was {@linkplain #take taken} from a level in a simulation stays away until the
 *       market shows another number there, so that nothing trades twice.
 *   <li><b>Crossed.</b> Feeds cross for moments, because one side is told before the other. Such a book
 *       {@linkplain #isCrossed() says so} and keeps both sides.
 *   <li><b>Whole numbers.</b> Prices are in ticks and may be negative, quantities in lots.
 * </ul>
 *
 * <p>An update costs constant time while prices stay within some thousand ticks of the best, and allocates nothing. Not
 * for use by several threads.
 */
public final class DepthBook {

    /** The answer where there is no price. */
    public static final long NO_PRICE = PriceLadder.NONE;

    private final PriceLadder bids = new PriceLadder();
    private final PriceLadder asks = new PriceLadder();
    private final PriceLadder takenBids = new PriceLadder();
    private final PriceLadder takenAsks = new PriceLadder();
    private long bestBid = NO_PRICE;
    private long bestAsk = NO_PRICE;

    /** A book without levels. */
    public DepthBook() {}

    /**
     * Says what a price shows from now on.
     *
     * @param side whether it is shown by buyers or by sellers
     * @param price in ticks, at most 2^60 from zero
     * @param lots how much, zero or more
     * @return how much it showed before, in lots
     */
    public long update(Side side, long price, long lots) {
        if (lots < 0 || price > PriceLadder.FARTHEST || price < -PriceLadder.FARTHEST) {
            throw refused(price, lots);
        }
        return side == Side.BUY ? updateBid(price, lots) : updateAsk(price, lots);
    }

    /** Takes all levels away, as before a new snapshot, and forgets what was taken. */
    public void clear() {
        bids.clear();
        asks.clear();
        takenBids.clear();
        takenAsks.clear();
        bestBid = NO_PRICE;
        bestAsk = NO_PRICE;
    }

    /**
     * The best price of a side, whether or not all of it was taken.
     *
     * @param side whose price
     * @return in ticks, or {@link #NO_PRICE}
     */
    public long best(Side side) {
        return side == Side.BUY ? bestBid : bestAsk;
    }

    /**
     * The next worse price that a side shows.
     *
     * @param side whose price
     * @param price a price in ticks
     * @return the nearest shown price below it for buyers, above it for sellers, or {@link #NO_PRICE}
     */
    public long worse(Side side, long price) {
        return side == Side.BUY ? bids.below(price) : asks.above(price);
    }

    /**
     * What a price shows.
     *
     * @param side whose price
     * @param price in ticks
     * @return how many lots, including those that were taken
     */
    public long shown(Side side, long price) {
        return side == Side.BUY ? bids.get(price) : asks.get(price);
    }

    /**
     * What a price has left to trade with.
     *
     * @param side whose price
     * @param price in ticks
     * @return what it shows less what was taken, in lots, zero or more
     */
    public long left(Side side, long price) {
        return side == Side.BUY ? bids.get(price) - takenBids.get(price) : asks.get(price) - takenAsks.get(price);
    }

    /**
     * Takes lots from a price until the market shows another number there.
     *
     * @param side whose price
     * @param price in ticks
     * @param lots how much, zero to {@link #left}
     */
    public void take(Side side, long price, long lots) {
        long left = left(side, price);
        Checks.that(lots >= 0 && lots <= left, "depth.take", "be 0 to " + left + " lots at " + price, lots);
        PriceLadder taken = side == Side.BUY ? takenBids : takenAsks;
        taken.set(price, taken.get(price) + lots);
    }

    /** {@return whether the best bid reaches the best ask or goes beyond it} */
    public boolean isCrossed() {
        return bestBid != NO_PRICE && bestAsk != NO_PRICE && bestBid >= bestAsk;
    }

    /**
     * Goes on with another grid. Levels that do not lie on its tick are gone; what was taken stays away, and of what is
     * left only whole lots are there.
     *
     * @param from the grid its ticks and lots are counted on
     * @param to the grid they are counted on from now on
     */
    public void moveTo(BookGrid from, BookGrid to) {
        DepthBook before = new DepthBook();
        for (Side side : Side.values()) {
            for (long at = best(side); at != NO_PRICE; at = worse(side, at)) {
                before.update(side, at, shown(side, at));
                before.take(side, at, shown(side, at) - left(side, at));
            }
        }
        clear();
        for (Side side : Side.values()) {
            for (long at = before.best(side); at != NO_PRICE; at = before.worse(side, at)) {
                if (to.hasTick(from.price(at))) {
                    long price = to.ticks(from.price(at));
                    update(side, price, to.lots(from.quantityOf(before.shown(side, at))));
                    long left = to.lots(from.quantityOf(before.left(side, at)));
                    take(side, price, shown(side, price) - left);
                }
            }
        }
    }

    private long updateBid(long price, long lots) {
        long before = bids.get(price);
        if (before == lots) {
            return before;
        }
        if (lots > 0 && (bestBid == NO_PRICE || price > bestBid)) {
            bestBid = price;
            follow(bids, takenBids, price);
        }
        bids.set(price, lots);
        takenBids.set(price, 0);
        if (lots == 0 && price == bestBid) {
            bestBid = bids.below(price);
            follow(bids, takenBids, bestBid);
        }
        return before;
    }

    private long updateAsk(long price, long lots) {
        long before = asks.get(price);
        if (before == lots) {
            return before;
        }
        if (lots > 0 && (bestAsk == NO_PRICE || price < bestAsk)) {
            bestAsk = price;
            follow(asks, takenAsks, price);
        }
        asks.set(price, lots);
        takenAsks.set(price, 0);
        if (lots == 0 && price == bestAsk) {
            bestAsk = asks.above(price);
            follow(asks, takenAsks, bestAsk);
        }
        return before;
    }

    private static void follow(PriceLadder shown, PriceLadder taken, long best) {
        if (best != NO_PRICE) {
            shown.follow(best);
            taken.follow(best);
        }
    }

    private static IllegalArgumentException refused(long price, long lots) {
        return new IllegalArgumentException(
                "depth.update must give 0 lots or more at a price within 2^60 ticks of zero, but gave " + lots + " at "
                        + price);
    }
}
