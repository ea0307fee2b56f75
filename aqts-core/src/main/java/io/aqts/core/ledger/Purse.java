package io.aqts.core.ledger;

import io.aqts.trade.Decimal;
import io.aqts.trade.Rate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The money of each currency: what there is, where it came from, and what is not settled yet. */
final class Purse {

    private final RateTable rates;
    private final List<String> names = new ArrayList<>();
    private final List<Pocket> pockets = new ArrayList<>();
    private final List<Receivable> receivables = new ArrayList<>();

    Purse(RateTable rates) {
        this.rates = rates;
    }

    /** {@return the number of a currency, which is made room for if it is new} */
    int indexOf(String currency) {
        int at = names.indexOf(currency);
        if (at < 0) {
            at = names.size();
            names.add(currency);
            pockets.add(new Pocket(rates.path(currency)));
        }
        return at;
    }

    int size() {
        return names.size();
    }

    String name(int currency) {
        return names.get(currency);
    }

    Pocket pocket(int currency) {
        return pockets.get(currency);
    }

    Decimal cash(int currency) {
        return pockets.get(currency).cash;
    }

    Rate rate(int currency, double[] prices) {
        return RateTable.rate(pockets.get(currency).path, prices);
    }

    double approximateRate(int currency, double[] prices) {
        return RateTable.approximate(pockets.get(currency).path, prices);
    }

    /** Expects money that may not be spent before it is settled, though it is counted already. */
    void await(int currency, Decimal amount, long dueNanos) {
        receivables.add(new Receivable(currency, amount, dueNanos));
    }

    /** Counts as settled what was due at a moment. */
    void release(long epochNanos) {
        receivables.removeIf(receivable -> receivable.dueNanos() <= epochNanos);
    }

    boolean isWaiting() {
        return !receivables.isEmpty();
    }

    /** {@return when the next money settles; never if none is awaited} */
    long nextDueNanos() {
        long next = Long.MAX_VALUE;
        for (Receivable receivable : receivables) {
            next = Math.min(next, receivable.dueNanos());
        }
        return next;
    }

    Decimal unsettled(int currency) {
        Decimal sum = Decimal.ZERO;
        for (Receivable receivable : receivables) {
            sum = receivable.currency() == currency ? sum.plus(receivable.amount()) : sum;
        }
        return sum;
    }

    /** The money of one currency. */
    static final class Pocket {

        private final @Nullable List<RateTable.Hop> path;
        private Decimal cash = Decimal.ZERO;
        private double approximate;
        private Decimal opening = Decimal.ZERO;
        private Decimal otherFees = Decimal.ZERO;
        private Decimal insured = Decimal.ZERO;

        private Pocket(@Nullable List<RateTable.Hop> path) {
            this.path = path;
        }

        Decimal cash() {
            return cash;
        }

        double approximate() {
            return approximate;
        }

        /** {@return what it began with} */
        Decimal opening() {
            return opening;
        }

        /** {@return the fees paid from it for instruments that settle in another currency} */
        Decimal otherFees() {
            return otherFees;
        }

        /** {@return what an insurance paid into it} */
        Decimal insured() {
            return insured;
        }

        void set(Decimal amount) {
            cash = amount;
            approximate = amount.toDouble();
        }

        void open(Decimal amount) {
            opening = opening.plus(amount);
            set(cash.plus(amount));
        }

        void payFee(Decimal fee) {
            set(cash.minus(fee));
            otherFees = otherFees.plus(fee);
        }

        void insure(Decimal amount) {
            set(cash.plus(amount));
            insured = insured.plus(amount);
        }
    }

    private record Receivable(int currency, Decimal amount, long dueNanos) {}
}
