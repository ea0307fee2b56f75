package io.aqts.core.execute;

import io.aqts.config.FeePaymentConfig;
import io.aqts.internal.Checks;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;

/** What one unit of the currency that fees are paid in is worth: as configured, or the last price of an instrument. */
final class TokenPrice {

    private static final int FIXED = -1;

    private final int instrument;
    private double last;
    private Decimal price;

    TokenPrice(FeePaymentConfig payment, Universe universe) {
        price = payment.price();
        if (payment.symbol().isBlank()) {
            instrument = FIXED;
        } else {
            instrument = universe.indexOf(payment.symbol()).orElse(FIXED);
            Checks.that(
                    instrument != FIXED,
                    "execution.fees.payment.symbol",
                    "be a symbol of the universe",
                    payment.symbol());
        }
    }

    boolean isFixed() {
        return instrument == FIXED;
    }

    void watch(MarketSnapshot snapshot) {
        double now = snapshot.instrument(instrument).price();
        if (now > 0 && now != last) {
            last = now;
            price = Decimal.fromDouble(now);
        }
    }

    /** {@return the worth of one unit in quote currency; zero as long as nobody knows} */
    Decimal price() {
        return price;
    }
}
