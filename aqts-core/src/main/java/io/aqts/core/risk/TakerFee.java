package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.config.FeeConfig;
import io.aqts.config.FeeTier;
import io.aqts.market.Instrument;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The highest fee that a fill may be charged, wherever it happens and whatever tier is in force by then.
 *
 * <p>Venues charge what they say. On bars alone nobody knows which of several venues it was, and the configured fee is
 * charged, unless there is only one venue.
 */
final class TakerFee {

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);
    private static final int DECIMALS = 18;

    private TakerFee() {}

    /** The fee as an exact share of notional, zero or more: a rebate is not counted on. */
    static Decimal highest(LayerContext context) {
        Decimal most = Decimal.ZERO;
        for (FeeConfig fees : schedules(context)) {
            most = most.max(highest(fees));
        }
        return most;
    }

    /** The highest share of notional that one venue takes, zero or more. */
    static Decimal highest(FeeConfig fees) {
        double bps = Math.max(0, Math.max(fees.makerBps(), fees.takerBps()));
        for (FeeTier tier : fees.tiers()) {
            bps = Math.max(bps, Math.max(tier.makerBps(), tier.takerBps()));
        }
        return Decimal.fromDouble(bps).times(BASIS_POINT);
    }

    /** What each unit may be charged beside, in quote currency, though each lot of these instruments be a fill. */
    static Decimal highestPerUnit(LayerContext context, List<Instrument> instruments) {
        Decimal most = Decimal.ZERO;
        for (FeeConfig fees : schedules(context)) {
            Decimal perFill = fees.fixed().perFill();
            Decimal spread = Decimal.ZERO;
            for (Instrument instrument : instruments) {
                spread = perFill.isZero()
                        ? spread
                        : spread.max(perFill.dividedBy(instrument.lotSize(), DECIMALS, RoundingMode.UP));
            }
            most = most.max(fees.fixed().perUnit().plus(spread));
        }
        return most;
    }

    /** What each order may be charged beside, in quote currency. */
    static Decimal highestPerOrder(LayerContext context) {
        Decimal most = Decimal.ZERO;
        for (FeeConfig fees : schedules(context)) {
            most = most.max(fees.fixed().perOrder().plus(fees.fixed().minimum()));
        }
        return most;
    }

    /** What each venue charges by which a fill may happen. */
    static List<FeeConfig> schedules(LayerContext context) {
        FeeConfig configured = context.config().execution().fees();
        List<FeeConfig> all = new ArrayList<>();
        for (Venue venue : context.universe().venues()) {
            all.add(venue.feesOr(configured));
        }
        if (all.size() != 1) {
            all.add(configured);
        }
        return all;
    }
}
