package io.aqts.core.ledger;

import io.aqts.core.ledger.Happening.Kind;
import io.aqts.market.Bar;
import io.aqts.market.Contract;
import io.aqts.market.Financing;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What falls due besides fills: what a snapshot tells, and what time alone brings. */
final class Agenda {

    private final Books books;
    private final double[] markPrices;
    private final long[] rollovers;
    private final long[] fundings;
    private final boolean[] over;
    private double[] before = new double[0];
    private long timerNanos = Long.MAX_VALUE;

    Agenda(Books books) {
        int size = books.size();
        this.books = books;
        this.markPrices = new double[size];
        this.rollovers = new long[size];
        this.fundings = new long[size];
        this.over = new boolean[size];
        Arrays.fill(rollovers, Long.MAX_VALUE);
        Arrays.fill(fundings, Long.MIN_VALUE);
        for (int i = 0; i < size; i++) {
            Contract contract = books.contract(i);
            if (!contract.financing().isFree()) {
                rollovers[i] = Long.MIN_VALUE;
            }
            timerNanos = Math.min(timerNanos, Math.min(rollovers[i], contract.expiryNanos()));
        }
    }

    /** {@return whether time alone brings something at a moment} */
    boolean isDue(long epochNanos) {
        return epochNanos >= timerNanos;
    }

    /** Keeps the prices as they were before those of a new snapshot. */
    void rememberPrices() {
        before = books.marks().clone();
    }

    /** Sees to it that money is counted as settled in time. */
    void expectMoney() {
        timerNanos = Math.min(timerNanos, books.purse().nextDueNanos());
    }

    boolean isOver(int instrument) {
        return over[instrument];
    }

    /** Refuses what would trade in an instrument that is settled for good. */
    void requireNotOver(Fill fill) {
        if (over[fill.instrument()]) {
            throw new IllegalStateException("ledger: "
                    + books.instrument(fill.instrument()).symbol()
                    + " must not trade after its final settlement, but did: "
                    + fill);
        }
    }

    void end(int instrument) {
        over[instrument] = true;
        rollovers[instrument] = Long.MAX_VALUE;
    }

    /** {@return the price margin is reckoned by: the mark price where one was told, else the last one} */
    double marginPrice(int instrument) {
        return markPrices[instrument] > 0 ? markPrices[instrument] : books.marks()[instrument];
    }

    /** {@return what is due with a snapshot whose prices were taken, in the order it happens} */
    List<Happening> due(MarketSnapshot snapshot) {
        List<Happening> due = new ArrayList<>();
        long now = snapshot.epochNanos();
        boolean isTime = isDue(now);
        long next = Long.MAX_VALUE;
        for (int i = 0; i < over.length; i++) {
            InstrumentMarket market = snapshot.instrument(i);
            int first = due.size();
            for (MarketEvent event : market.events()) {
                add(due, i, event, market);
            }
            if (isTime) {
                addRollovers(due, i, snapshot);
                addExpiry(due, i, snapshot);
                next = Math.min(next, Math.min(rollovers[i], over[i] ? Long.MAX_VALUE : expiry(i)));
            }
            postpone(due.subList(first, due.size()));
        }
        if (isTime) {
            timerNanos = next;
            before = new double[0];
        }
        due.sort(Happening::compareTo);
        return due;
    }

    /** Puts the end of an instrument after all its fills, and what follows it. */
    private static void postpone(List<Happening> own) {
        long end = Long.MAX_VALUE;
        for (int k = 0; k < own.size(); k++) {
            if (own.get(k).kind() == Kind.SETTLEMENT) {
                end = Math.min(end, own.get(k).epochNanos());
            }
        }
        for (int k = 0; k < own.size(); k++) {
            if (own.get(k).epochNanos() >= end) {
                own.set(k, own.get(k).afterFills());
            }
        }
    }

    private long expiry(int i) {
        return books.contract(i).expiryNanos();
    }

    private void add(List<Happening> due, int i, MarketEvent event, InstrumentMarket market) {
        long at = event.epochNanos();
        if (event instanceof MarketEvent.MarkPrice mark) {
            markPrices[i] = mark.price();
        } else if (event instanceof MarketEvent.FundingDue funding && at > fundings[i]) {
            fundings[i] = at;
            Decimal price = Decimal.fromDouble(funding.price());
            due.add(new Happening(at, i, Kind.FUNDING, Decimal.fromDouble(funding.rate()), price));
        } else if (event instanceof MarketEvent.Split split) {
            due.add(new Happening(at, i, Kind.SPLIT, split.ratio(), Decimal.ZERO));
            split(i, split.ratio().toDouble(), isPricedAfter(at, market));
        } else if (event instanceof MarketEvent.Dividend dividend) {
            due.add(new Happening(at, i, Kind.DIVIDEND, dividend.amount(), Decimal.ZERO));
        } else if (event instanceof MarketEvent.FinalSettlement settlement) {
            due.add(new Happening(at, i, Kind.SETTLEMENT, Decimal.ZERO, settlement.price()));
        }
    }

    /**
     * {@return whether a snapshot brings a price that a split is in already: not the close of a bar that ends by it}
     */
    private static boolean isPricedAfter(long splitNanos, InstrumentMarket market) {
        Bar bar = market.bar();
        return market.price() > 0 && (bar == null || bar.epochNanos() > splitNanos);
    }

    private void split(int i, double ratio, boolean isPricedAfter) {
        markPrices[i] /= ratio;
        if (!isPricedAfter && books.marks()[i] > 0) {
            books.mark(i, books.marks()[i] / ratio);
        }
    }

    private void addRollovers(List<Happening> due, int i, MarketSnapshot snapshot) {
        long now = snapshot.epochNanos();
        Financing financing = books.contract(i).financing();
        if (rollovers[i] == Long.MIN_VALUE) {
            rollovers[i] = financing.next(now);
        }
        while (rollovers[i] <= now) {
            Decimal price = priceAt(i, rollovers[i], snapshot);
            Decimal days = Decimal.of(financing.days(rollovers[i]));
            due.add(new Happening(rollovers[i], i, Kind.ROLLOVER, days, price));
            rollovers[i] = financing.next(rollovers[i]);
        }
    }

    private void addExpiry(List<Happening> due, int i, MarketSnapshot snapshot) {
        long now = snapshot.epochNanos();
        boolean isToldNow = due.stream().anyMatch(it -> it.instrument() == i && it.kind() == Kind.SETTLEMENT);
        if (expiry(i) > now || over[i] || isToldNow) {
            return;
        }
        Decimal price = priceAt(i, expiry(i), snapshot);
        if (price.isPositive() || books.position(i).isFlat()) {
            due.add(new Happening(expiry(i), i, Kind.SETTLEMENT, Decimal.ZERO, price));
        }
    }

    /** {@return the last price known at a moment that is not later than the snapshot, for a unit of that moment} */
    private Decimal priceAt(int i, long epochNanos, MarketSnapshot snapshot) {
        InstrumentMarket market = snapshot.instrument(i);
        boolean isEarlier = epochNanos < snapshot.epochNanos() && i < before.length && before[i] > 0;
        if (!isEarlier && !(market.price() > 0)) {
            return Decimal.fromDouble(books.marks()[i]);
        }
        double price = isEarlier ? before[i] : market.price();
        for (MarketEvent event : market.events()) {
            if (event instanceof MarketEvent.Split split) {
                boolean isIn = !isEarlier && isPricedAfter(split.epochNanos(), market);
                boolean isDone = split.epochNanos() <= epochNanos;
                double ratio = split.ratio().toDouble();
                price = isDone && !isIn ? price / ratio : isIn && !isDone ? price * ratio : price;
            }
        }
        return Decimal.fromDouble(price);
    }
}
