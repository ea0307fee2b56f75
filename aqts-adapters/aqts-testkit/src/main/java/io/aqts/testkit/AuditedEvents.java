package io.aqts.testkit;

import io.aqts.market.Financing;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
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
            Prices prices = new Prices(now, pricesBefore[i], pricesNow[i], snapshot.instrument(i));
            due.addAll(rollovers(i, prices));
            long expiry = universe.instrument(i).contract().expiryNanos();
            if (!ended[i] && expiry <= now) {
                ended[i] = true;
                Decimal price = Decimal.fromDouble(prices.at(expiry));
                due.add(new Due(expiry, i, new MarketEvent.FinalSettlement(expiry, price), 0));
            }
            late(due.subList(first, due.size()));
        }
        beforeNanos = now;
        due.sort(Comparator.comparing(Due::isLate)
                .thenComparingLong(Due::epochNanos)
                .thenComparing(Due::isFinal));
        return due;
    }

    /** Marks what meets the position as all fills of its snapshot left it: the end, and what comes with or after it. */
    private static void late(List<Due> own) {
        long end = own.stream()
                .filter(Due::isFinal)
                .mapToLong(Due::epochNanos)
                .min()
                .orElse(Long.MAX_VALUE);
        own.replaceAll(it -> new Due(it.epochNanos(), it.instrument(), it.event(), it.price(), it.epochNanos() >= end));
    }

    private List<Due> rollovers(int i, Prices prices) {
        List<Due> due = new ArrayList<>();
        Financing financing = universe.instrument(i).contract().financing();
        if (beforeNanos == Long.MIN_VALUE || financing.isFree() || ended[i]) {
            return due;
        }
        for (long at = financing.next(beforeNanos); at <= prices.now; at = financing.next(at)) {
            double price = prices.at(at);
            if (price > 0) {
                due.add(new Due(at, i, null, price));
            }
        }
        return due;
    }

    /** The price before a snapshot and the one of it, and the splits that come between or after. */
    private record Prices(long now, double before, double latest, InstrumentMarket market) {

        /** {@return the last price known at a moment, for one unit as there were then} */
        double at(long nanos) {
            boolean isOld = nanos < now && before > 0;
            double price = isOld ? before : latest;
            long priced = isOld || !(market.price() > 0) ? Long.MIN_VALUE : Long.MAX_VALUE;
            if (priced == Long.MAX_VALUE && market.bar() != null) {
                priced = market.bar().epochNanos();
            }
            for (MarketEvent event : market.events()) {
                boolean isSplit = event instanceof MarketEvent.Split;
                boolean wasIn = event.epochNanos() < priced;
                boolean mustBe = event.epochNanos() <= nanos;
                if (isSplit && wasIn != mustBe) {
                    double ratio = ((MarketEvent.Split) event).ratio().toDouble();
                    price = mustBe ? price / ratio : price * ratio;
                }
            }
            return price;
        }
    }

    /** An event, or without one a rollover at a price. */
    record Due(long epochNanos, int instrument, @Nullable MarketEvent event, double price, boolean isLate) {

        Due(long epochNanos, int instrument, @Nullable MarketEvent event, double price) {
            this(epochNanos, instrument, event, price, false);
        }

        boolean isFinal() {
            return event instanceof MarketEvent.FinalSettlement;
        }

        /** {@return whether a fill of the same instrument was made of news that knew of it} */
        boolean isBefore(Fill fill) {
            return !isLate && instrument == fill.instrument() && epochNanos <= fill.sinceNanos();
        }
    }
}
