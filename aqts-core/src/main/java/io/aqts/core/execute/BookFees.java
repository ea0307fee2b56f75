package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import java.util.List;

/** What the venues of the universe charge, as far as a {@link BookVenue} asks: the one place where it meets tariffs. */
final class BookFees {

    private final FeeSchedule schedule;
    private final List<Venue> venues;

    BookFees(LayerContext context) {
        schedule = new FeeSchedule(context);
        venues = context.universe().venues();
    }

    int venues() {
        return venues.size();
    }

    String name(int venue) {
        return venues.get(venue).name();
    }

    /** {@return the time a message needs to the farthest venue, in nanoseconds} */
    long slowestNanos() {
        return schedule.slowestNanos();
    }

    /** {@return the fee of a fill, in quote currency; negative for a rebate} */
    Decimal fee(int venue, Liquidity liquidity, Decimal notional) {
        return schedule.of(venue).fee(liquidity, notional);
    }

    /** {@return the fee as an exact share of notional} */
    Decimal rate(int venue, Liquidity liquidity) {
        return schedule.of(venue).rate(liquidity);
    }

    /** {@return what a taker pays for each unit of notional, the fee included, or gets, the fee deducted} */
    double takerFactor(int venue, int sign) {
        return 1 + sign * schedule.of(venue).takerShare();
    }

    /** {@return the venue that charges makers least among those given, the first of equals, or -1} */
    int cheapestMaker(boolean[] candidates) {
        int best = -1;
        for (int i = 0; i < candidates.length; i++) {
            if (candidates[i] && (best < 0 || rate(i, Liquidity.MAKER).isLessThan(rate(best, Liquidity.MAKER)))) {
                best = i;
            }
        }
        return best;
    }
}
