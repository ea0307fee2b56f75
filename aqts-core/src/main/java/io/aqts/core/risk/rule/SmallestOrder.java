package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import java.math.RoundingMode;

/** The smallest order an instrument takes, for what may be opened but not in size. */
final class SmallestOrder {

    private final Instrument[] instruments;

    SmallestOrder(Universe universe) {
        this.instruments = universe.instruments().toArray(new Instrument[0]);
    }

    /** Takes the grids that a snapshot tells of. */
    void meet(MarketSnapshot snapshot) {
        for (int i = 0; i < instruments.length; i++) {
            instruments[i] = instruments[i].after(snapshot.instrument(i).events());
        }
    }

    /** One lot, or as many as are worth the least notional; none if the instrument is held or ordered already. */
    double units(RiskCandidate candidate) {
        if (candidate.view().worstExposure(candidate.instrument()) != 0) {
            return 0;
        }
        Instrument instrument = instruments[candidate.instrument()];
        double cheapest = Math.min(candidate.price(), candidate.view().price(candidate.instrument()));
        Decimal worth = Decimal.roundedToMultiple(
                instrument.minNotional().toDouble() / cheapest, instrument.lotSize(), RoundingMode.UP);
        return worth.max(instrument.lotSize()).toDouble();
    }
}
