package io.aqts.core.risk.rule;

import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import java.util.List;

/** How many units became of one. */
final class Splits {

    private Splits() {}

    /** New units for each one before a snapshot, over all splits that it tells of; 1 if there is none. */
    static double ratio(InstrumentMarket market) {
        List<MarketEvent> events = market.events();
        double ratio = 1;
        for (int k = 0; k < events.size(); k++) {
            if (events.get(k) instanceof MarketEvent.Split split) {
                ratio *= split.ratio().toDouble();
            }
        }
        return ratio;
    }
}
