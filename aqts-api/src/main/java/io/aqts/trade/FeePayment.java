package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * What the fee of a {@link Fill} was paid in, exactly. What it was worth in quote currency is {@link Fill#fee()},
 * whatever it was paid in.
 */
public sealed interface FeePayment {

    /** A fee paid in quote currency: it left the cash, or came to it as a rebate. */
    FeePayment IN_QUOTE = new InQuote();

    /** The quote currency, to the amount of {@link Fill#fee()}. */
    record InQuote() implements FeePayment {}

    /**
     * A part of the base that was bought: it was never received.
     *
     * @param currency the base of the instrument
     * @param amount how much of it was withheld, zero or more
     */
    record Withheld(String currency, Decimal amount) implements FeePayment {

        /** Refuses a blank currency and a negative amount. */
        public Withheld {
            Checks.notBlank("feePayment.currency", currency);
            Checks.that(!amount.isNegative(), "feePayment.amount", "be zero or more", amount);
        }
    }

    /**
     * Another currency, of which a balance is kept.
     *
     * @param currency its name
     * @param amount how much of it left that balance, zero or more
     */
    record InOther(String currency, Decimal amount) implements FeePayment {

        /** Refuses a blank currency and a negative amount. */
        public InOther {
            Checks.notBlank("feePayment.currency", currency);
            Checks.that(!amount.isNegative(), "feePayment.amount", "be zero or more", amount);
        }
    }
}
