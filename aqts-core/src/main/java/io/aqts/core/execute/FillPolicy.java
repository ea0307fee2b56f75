package io.aqts.core.execute;

import io.aqts.config.BarPath;
import io.aqts.config.MatchingConfig;

/**
 * How a bar is read where it does not tell what happened.
 *
 * @param path the way the price is taken to have gone; with {@link BarPath#WORST} each order is judged for itself by
 *     what the bar leaves open
 * @param touch whether a resting limit fills when the price touches it; else the price must trade through it
 * @param isFavorable whether what the path {@link BarPath#WORST} leaves open is taken to be good for us instead: the
 *     most a backtest could show, never what to believe
 */
public record FillPolicy(BarPath path, boolean touch, boolean isFavorable) {

    /**
     * The policy of a configuration.
     *
     * @param config how orders meet the market
     * @return the policy, in which nothing open is taken to be good
     */
    public static FillPolicy of(MatchingConfig config) {
        return new FillPolicy(config.path(), config.touch(), false);
    }

    /** {@return the reading that flatters least: what is open is bad, and a touch fills nothing} */
    public static FillPolicy pessimistic() {
        return new FillPolicy(BarPath.WORST, false, false);
    }

    /** {@return the reading that flatters most: what is open is good, and a touch fills} */
    public static FillPolicy optimistic() {
        return new FillPolicy(BarPath.WORST, true, true);
    }

    /** {@return whether a resting limit has filled when the market stands at a price} */
    boolean fills(double limit, double price, boolean buys) {
        if (touch && price == limit) {
            return true;
        }
        return buys ? price < limit : price > limit;
    }

    /** {@return whether what waits for a price to follow it, such as a stop, is reached} */
    boolean follows(Stretch stretch, double level, boolean rises) {
        return isFavorable ? stretch.surelyReaches(level, rises) : stretch.mayReach(level, rises);
    }

    /** {@return whether what waits for a better price is touched} */
    boolean touches(Stretch stretch, double level, boolean rises) {
        return isFavorable ? stretch.mayReach(level, rises) : stretch.surelyReaches(level, rises);
    }

    /** {@return whether a resting limit fills on a stretch} */
    boolean fillsOn(Stretch stretch, double limit, boolean rises) {
        if (touch) {
            return touches(stretch, limit, rises);
        }
        return isFavorable ? stretch.mayPass(limit, rises) : stretch.surelyPasses(limit, rises);
    }
}
