package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import java.util.List;

/** What the venues of the universe charge, as far as a {@link BookVenue} asks: the one place where it meets tariffs. */
final class BookFees {

    private final FeeSchedule schedule;
    private final List<Venue> venues;
    private final List<Instrument> instruments;

    BookFees(LayerContext context) {
        schedule = new FeeSchedule(context);
        venues = context.universe().venues();
        instruments = context.universe().instruments();
    }

    /** {@return an instrument} */
    Instrument instrument(int instrument) {
        return instruments.get(instrument);
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

    /** {@return what the venue with this index charges} */
    Tariff tariff(int venue) {
        return schedule.of(venue);
    }

    /** {@return whether a price must be known to charge anything} */
    boolean isWatching() {
        return schedule.isWatching();
    }

    /** Takes note of the prices that fees are converted by. */
    void watch(MarketSnapshot snapshot) {
        schedule.watch(snapshot);
    }

    /** Lets all tiers be those of a moment. */
    void roll(long nowNanos) {
        schedule.roll(nowNanos);
    }

    /** {@return what is assumed about fees, in one sentence} */
    String assumption() {
        return schedule.assumption();
    }

    /** {@return what a taker pays for each unit of notional, the fee included, or gets, the fee deducted} */
    double takerFactor(int venue, int sign) {
        return 1 + sign * schedule.of(venue).takerShare();
    }

    /** {@return the venue that would charge most for a fill of an order that was billed so far, the first of equals} */
    int dearest(Bill bill, Deal deal) {
        int dearest = 0;
        Decimal most = schedule.of(0).assess(bill, deal).worth();
        for (int i = 1; i < venues.size(); i++) {
            Decimal worth = schedule.of(i).assess(bill, deal).worth();
            if (worth.isGreaterThan(most)) {
                dearest = i;
                most = worth;
            }
        }
        return dearest;
    }

    /** {@return the venue that charges makers least among those given, the first of equals, or -1} */
    int cheapestMaker(boolean[] candidates) {
        int best = -1;
        for (int i = 0; i < candidates.length; i++) {
            if (candidates[i]
                    && (best < 0
                            || schedule.of(i)
                                    .rate(Liquidity.MAKER)
                                    .isLessThan(schedule.of(best).rate(Liquidity.MAKER)))) {
                best = i;
            }
        }
        return best;
    }
}
