package io.aqts.testkit;

import io.aqts.market.Financing;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What befalls positions in each step without a fill: told by snapshots, or brought by time. */
final class AuditedEvents {

    private final Universe universe;
    private final TreeSet<String> funded = new TreeSet<>();
    private final boolean[] ended;
    private long beforeNanos = Long.MIN_VALUE;

    AuditedEvents(Universe universe) {
        this.universe = universe;
        this.ended = new boolean[universe.size()];
    }

    /** {@return what is due, by time; of one moment final settlements come last} */
    List<Due> of(MarketSnapshot snapshot, double[] pricesBefore, double[] pricesNow) {
        long now = snapshot.epochNanos();
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < universe.size(); i++) {
            boolean settled = false;
            for (MarketEvent event : snapshot.instrument(i).events()) {
                boolean isAgain = event instanceof MarketEvent.FundingDue && !funded.add(i + "@" + event.epochNanos());
                if (!isAgain) {
                    due.add(new Due(event.epochNanos(), i, event, 0));
                }
                settled |= event instanceof MarketEvent.FinalSettlement;
            }
            ended[i] |= settled;
            addRollovers(due, i, now, pricesBefore, pricesNow);
            long expiry = universe.instrument(i).contract().expiryNanos();
            if (!ended[i] && expiry <= now) {
                ended[i] = true;
                double price = expiry < now && pricesBefore[i] > 0 ? pricesBefore[i] : pricesNow[i];
                due.add(new Due(expiry, i, new MarketEvent.FinalSettlement(expiry, Decimal.fromDouble(price)), 0));
            }
        }
        beforeNanos = now;
        due.sort(Comparator.comparingLong(Due::epochNanos).thenComparing(Due::isFinal));
        return due;
    }

    private void addRollovers(List<Due> due, int i, long now, double[] pricesBefore, double[] pricesNow) {
        Financing financing = universe.instrument(i).contract().financing();
        if (beforeNanos == Long.MIN_VALUE || financing.isFree() || ended[i]) {
            return;
        }
        for (long at = financing.next(beforeNanos); at <= now; at = financing.next(at)) {
            double price = at < now && pricesBefore[i] > 0 ? pricesBefore[i] : pricesNow[i];
            if (price > 0) {
                due.add(new Due(at, i, null, price));
            }
        }
    }

    /** An event, or without one a rollover at a price. */
    record Due(long epochNanos, int instrument, @Nullable MarketEvent event, double price) {

        boolean isFinal() {
            return event instanceof MarketEvent.FinalSettlement;
        }

        boolean isBefore(long fillNanos) {
            return epochNanos < fillNanos || (epochNanos == fillNanos && !isFinal());
        }
    }
}
