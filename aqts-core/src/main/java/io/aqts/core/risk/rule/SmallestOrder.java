package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import java.math.RoundingMode;

/** The smallest order an instrument takes, for what may be opened but not in size. */
final class SmallestOrder {

    private SmallestOrder() {}

    /** One lot, or as many as are worth the least notional; none if the instrument is held or ordered already. */
    static double units(RiskCandidate candidate, Instrument instrument) {
        if (candidate.view().worstExposure(candidate.instrument()) != 0) {
            return 0;
        }
        double cheapest = Math.min(candidate.price(), candidate.view().price(candidate.instrument()));
        Decimal worth = Decimal.roundedToMultiple(
                instrument.minNotional().toDouble() / cheapest, instrument.lotSize(), RoundingMode.UP);
        return worth.max(instrument.lotSize()).toDouble();
    }
}
