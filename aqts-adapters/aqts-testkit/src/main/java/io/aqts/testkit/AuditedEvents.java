package io.aqts.testkit;

import io.aqts.market.Bar;
import io.aqts.market.Financing;
import io.aqts.market.InstrumentMarket;
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

    /** {@return what is due, by time, what comes after all fills last; of one moment final settlements come last} */
    List<Due> of(MarketSnapshot snapshot, double[] pricesBefore, double[] pricesNow) {
        long now = snapshot.epochNanos();
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < universe.size(); i++) {
            int first = due.size();
            boolean settled = false;
            for (MarketEvent event : snapshot.instrument(i).events()) {
                boolean isAgain = event instanceof MarketEvent.FundingDue && !funded.add(i + "@" + event.epochNanos());
                if (!isAgain) {
                    due.add(new Due(event.epochNanos(), i, event, 0));
                }
                settled |= event instanceof MarketEvent.FinalSettlement;
            }
            ended[i] |= settled;
            due.addAll(rollovers(i, now, pricesBefore[i], pricesNow[i]));
            long expiry = universe.instrument(i).contract().expiryNanos();
            if (!ended[i] && expiry <= now) {
                ended[i] = true;
                double price = expiry < now && pricesBefore[i] > 0 ? pricesBefore[i] : pricesNow[i];
                due.add(new Due(expiry, i, new MarketEvent.FinalSettlement(expiry, Decimal.fromDouble(price)), 0));
            }
            late(due.subList(first, due.size()), snapshot.instrument(i));
        }
        beforeNanos = now;
        due.sort(Comparator.comparing(Due::isLate)
                .thenComparingLong(Due::epochNanos)
                .thenComparing(Due::isFinal));
        return due;
    }

    /** Marks what meets the position as all fills of its snapshot left it. */
    private static void late(List<Due> own, InstrumentMarket market) {
        Bar bar = market.bar();
        boolean isBarAlone = bar != null
                && market.quotes().isEmpty()
                && market.books().isEmpty()
                && market.events().stream().noneMatch(MarketEvent.DepthChange.class::isInstance);
        long end = own.stream()
                .filter(Due::isFinal)
                .mapToLong(Due::epochNanos)
                .min()
                .orElse(Long.MAX_VALUE);
        long last = bar != null && isBarAlone ? bar.startNanos() : Long.MAX_VALUE;
        own.replaceAll(it -> {
            boolean isLate = it.epochNanos() >= end || it.epochNanos() > last;
            return new Due(it.epochNanos(), it.instrument(), it.event(), it.price(), isLate);
        });
    }

    private List<Due> rollovers(int i, long now, double priceBefore, double priceNow) {
        List<Due> due = new ArrayList<>();
        Financing financing = universe.instrument(i).contract().financing();
        if (beforeNanos == Long.MIN_VALUE || financing.isFree() || ended[i]) {
            return due;
        }
        for (long at = financing.next(beforeNanos); at <= now; at = financing.next(at)) {
            double price = at < now && priceBefore > 0 ? priceBefore : priceNow;
            if (price > 0) {
                due.add(new Due(at, i, null, price));
            }
        }
        return due;
    }

    /** An event, or without one a rollover at a price. */
    record Due(long epochNanos, int instrument, @Nullable MarketEvent event, double price, boolean isLate) {

        Due(long epochNanos, int instrument, @Nullable MarketEvent event, double price) {
            this(epochNanos, instrument, event, price, false);
        }

        boolean isFinal() {
            return event instanceof MarketEvent.FinalSettlement;
        }

        boolean isBefore(long fillNanos) {
            return !isLate && epochNanos <= fillNanos;
        }
    }
}
