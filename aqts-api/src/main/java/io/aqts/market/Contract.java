package io.aqts.market;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;
import io.aqts.trade.Payoff;

/** What it means to hold an instrument: how its price becomes money, what it costs to hold, and when it ends. */
public sealed interface Contract {

    /** Something that is paid for and owned at once, and costs nothing to hold. */
    Contract SPOT = new Spot(SettlementCycle.AT_ONCE, MarginSchedule.PAID_IN_FULL, Financing.NONE);

    /** The moment of an end that never comes. */
    long NEVER = Long.MAX_VALUE;

    /** {@return how the price becomes money} */
    Payoff payoff();

    /** {@return what a margin account must hold against it} */
    MarginSchedule margin();

    /** {@return what holding it overnight costs} */
    Financing financing();

    /** {@return when the proceeds of a sale may be spent} */
    default SettlementCycle settlement() {
        return SettlementCycle.AT_ONCE;
    }

    /** {@return when it expires, in nanoseconds since 1970-01-01T00:00Z; {@link #NEVER} if it does not} */
    default long expiryNanos() {
        return NEVER;
    }

    /** {@return what becomes of it then} */
    default ExpirySettlement expirySettlement() {
        return ExpirySettlement.CASH;
    }

    /**
     * Shares and funds: paid for and owned, settled after some days, borrowed to be sold short.
     *
     * @param settlement when the proceeds of a sale may be spent
     * @param borrowRate what a short position pays in a year, as a share of its value, every day at midnight UTC
     * @return the contract
     */
    static Contract share(SettlementCycle settlement, Decimal borrowRate) {
        return new Spot(settlement, MarginSchedule.PAID_IN_FULL, Financing.borrowing(borrowRate));
    }

    /**
     * A linear perpetual, or a contract for difference without swaps, settled in the quote currency.
     *
     * @param multiplier units of the base in one contract, more than zero
     * @param margin what must be held against it
     * @return the contract
     */
    static Contract linearPerpetual(Decimal multiplier, MarginSchedule margin) {
        return new Perpetual(Payoff.linear(multiplier), margin, Financing.NONE);
    }

    /**
     * An inverse perpetual, settled in the base currency.
     *
     * @param multiplier units of the quote currency in one contract, more than zero
     * @param margin what must be held against it
     * @return the contract
     */
    static Contract inversePerpetual(Decimal multiplier, MarginSchedule margin) {
        return new Perpetual(Payoff.inverse(multiplier), margin, Financing.NONE);
    }

    /**
     * A contract for difference on shares, an index or a currency pair, settled in the quote currency.
     *
     * @param multiplier units of the base in one contract, more than zero
     * @param margin what must be held against it
     * @param swaps what holding it overnight costs
     * @return the contract
     */
    static Contract difference(Decimal multiplier, MarginSchedule margin, Financing swaps) {
        return new Perpetual(Payoff.linear(multiplier), margin, swaps);
    }

    /**
     * Something that is paid for and owned.
     *
     * @param settlement when the proceeds of a sale may be spent
     * @param margin what a margin account must hold against it
     * @param financing what holding it costs, such as borrowing what is sold short
     */
    record Spot(SettlementCycle settlement, MarginSchedule margin, Financing financing) implements Contract {

        @Override
        public Payoff payoff() {
            return Payoff.EXCHANGE;
        }
    }

    /**
     * A contract on the difference of prices that does not end.
     *
     * @param payoff linear or inverse
     * @param margin what a margin account must hold against it
     * @param financing what holding it overnight costs, besides the funding a snapshot may bring
     */
    record Perpetual(Payoff payoff, MarginSchedule margin, Financing financing) implements Contract {

        /** Refuses a payoff that exchanges the notional. */
        public Perpetual {
            Checks.that(!payoff.isExchange(), "contract.payoff", "be linear or inverse", payoff);
        }
    }

    /**
     * A contract on the difference of prices that ends at a date.
     *
     * @param payoff linear or inverse
     * @param margin what a margin account must hold against it
     * @param expiryNanos when it expires, in nanoseconds since 1970-01-01T00:00Z
     * @param expirySettlement what becomes of it then
     */
    record Future(Payoff payoff, MarginSchedule margin, long expiryNanos, ExpirySettlement expirySettlement)
            implements Contract {

        /** Refuses a payoff that exchanges the notional, and an inverse contract that delivers. */
        public Future {
            Checks.that(!payoff.isExchange(), "contract.payoff", "be linear or inverse", payoff);
            boolean isDeliverable = expirySettlement == ExpirySettlement.CASH || !payoff.isInverse();
            Checks.that(isDeliverable, "contract.expirySettlement", "be CASH for an inverse contract", payoff);
        }

        @Override
        public Financing financing() {
            return Financing.NONE;
        }
    }
}
