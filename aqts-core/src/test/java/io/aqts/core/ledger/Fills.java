package io.aqts.core.ledger;

import io.aqts.trade.Decimal;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;

/** Fills like others but for one thing. */
final class Fills {

    private Fills() {}

    /** {@return the fill with its fee paid in another currency, as an amount of that} */
    static Fill paidIn(Fill fill, String currency, String amount) {
        FillContext at = fill.context();
        FeePayment payment = new FeePayment.InOther(currency, Decimal.of(amount));
        return in(
                fill,
                new FillContext(at.venue(), at.liquidity(), at.cause(), at.arrivalPrice(), at.ambiguous(), payment));
    }

    /** {@return the fill, left open by the data} */
    static Fill ambiguous(Fill fill) {
        FillContext at = fill.context();
        return in(
                fill,
                new FillContext(
                        at.venue(), at.liquidity(), at.cause(), at.arrivalPrice(), true, at.payment(), at.newsNanos()));
    }

    /** {@return the fill, made of news of an earlier moment} */
    static Fill since(long epochNanos, Fill fill) {
        return in(fill, fill.context().withNews(epochNanos));
    }

    private static Fill in(Fill fill, FillContext context) {
        return new Fill(
                fill.orderId(),
                fill.epochNanos(),
                fill.instrument(),
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                context);
    }
}
