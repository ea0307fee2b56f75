package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import java.math.RoundingMode;

/** What one venue charges for a fill: a share of its notional, rounded once, halves up. */
final class Tariff {

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);

    private final String venue;
    private final Decimal makerRate;
    private final Decimal takerRate;
    private final double takerShare;
    private final int decimals;

    Tariff(String venue, double makerFeeBps, double takerFeeBps, int decimals) {
        this.venue = venue;
        this.makerRate = Decimal.fromDouble(makerFeeBps).times(BASIS_POINT);
        this.takerRate = Decimal.fromDouble(takerFeeBps).times(BASIS_POINT);
        this.takerShare = takerRate.toDouble();
        this.decimals = decimals;
    }

    /** {@return the name of the venue} */
    String venue() {
        return venue;
    }

    /** {@return the taker's fee as a share of notional} */
    double takerShare() {
        return takerShare;
    }

    /** {@return the fee for a fill, in quote currency; negative for a rebate} */
    Decimal fee(Liquidity liquidity, Decimal notional) {
        return notional.times(rate(liquidity)).round(decimals, RoundingMode.HALF_UP);
    }

    /** {@return the fee as an exact share of notional} */
    Decimal rate(Liquidity liquidity) {
        return liquidity == Liquidity.MAKER ? makerRate : takerRate;
    }
}
