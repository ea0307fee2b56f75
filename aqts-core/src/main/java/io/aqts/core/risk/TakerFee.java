package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import java.util.List;

/**
 * The highest fee that a fill may be charged, wherever it happens.
 *
 * <p>Venues charge what they say. On bars alone nobody knows which of several venues it was, and the configured fee is
 * charged, unless there is only one venue.
 */
final class TakerFee {

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);

    private TakerFee() {}

    /** The fee as an exact share of notional, zero or more: a rebate is not counted on. */
    static Decimal highest(LayerContext context) {
        List<Venue> venues = context.universe().venues();
        double bps = venues.size() == 1 ? 0 : context.config().execution().takerFeeBps();
        for (Venue venue : venues) {
            bps = Math.max(bps, venue.takerFeeBps());
        }
        return Decimal.fromDouble(Math.max(bps, 0)).times(BASIS_POINT);
    }
}
