package io.aqts.core.execute;

import io.aqts.config.FeeCurrency;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.FeePayment;

/**
 * What a fill is charged.
 *
 * @param worth what that is in quote currency; negative for a rebate
 * @param amount how much is paid of what it is paid in
 * @param paidIn what it is paid in; {@code RECEIVED} for a part of the base that is withheld
 * @param other the name of the other currency, if it is one
 */
record Charge(Decimal worth, Decimal amount, FeeCurrency paidIn, String other) {

    static Charge inQuote(Decimal worth) {
        return new Charge(worth, worth, FeeCurrency.QUOTE, "");
    }

    /** {@return what of the charge a purchase pays out of its money} */
    Decimal outOfPocket() {
        return paidIn == FeeCurrency.RECEIVED ? Decimal.ZERO : worth;
    }

    /** {@return what it is paid in; of a contract nothing is received that a part could be withheld of} */
    FeePayment payment(Instrument instrument) {
        return switch (paidIn) {
            case QUOTE -> FeePayment.IN_QUOTE;
            case RECEIVED ->
                instrument.contract().payoff().isExchange()
                        ? new FeePayment.Withheld(instrument.base(), amount)
                        : FeePayment.IN_QUOTE;
            case OTHER -> new FeePayment.InOther(other, amount);
        };
    }
}
