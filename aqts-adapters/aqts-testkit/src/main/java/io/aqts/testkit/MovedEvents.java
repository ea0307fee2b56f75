package io.aqts.testkit;

import io.aqts.market.MarketEvent;
import io.aqts.trade.Decimal;

/** Events at another time and at other prices. */
final class MovedEvents {

    private MovedEvents() {}

    /** {@return the event, later by some nanoseconds and with its prices times a factor} */
    static MarketEvent moved(MarketEvent event, long shift, double factor) {
        long at = event.epochNanos() + shift;
        if (event instanceof MarketEvent.DepthChange e) {
            return new MarketEvent.DepthChange(at, e.venue(), e.side(), e.price() * factor, e.quantity());
        }
        if (event instanceof MarketEvent.DepthReset e) {
            return new MarketEvent.DepthReset(at, e.venue());
        }
        if (event instanceof MarketEvent.StatusChange e) {
            return new MarketEvent.StatusChange(at, e.status());
        }
        if (event instanceof MarketEvent.AuctionPrint e) {
            return new MarketEvent.AuctionPrint(at, e.price() * factor, e.quantity(), e.kind());
        }
        if (event instanceof MarketEvent.MarkPrice e) {
            return new MarketEvent.MarkPrice(at, e.price() * factor);
        }
        if (event instanceof MarketEvent.FundingDue e) {
            return new MarketEvent.FundingDue(at, e.rate(), e.price() * factor);
        }
        return moved(event, at, Decimal.fromDouble(factor));
    }

    private static MarketEvent moved(MarketEvent event, long at, Decimal factor) {
        if (event instanceof MarketEvent.GridChange e) {
            return new MarketEvent.GridChange(at, e.tickSize(), e.lotSize());
        }
        if (event instanceof MarketEvent.Split e) {
            return new MarketEvent.Split(at, e.ratio());
        }
        if (event instanceof MarketEvent.Dividend e) {
            return new MarketEvent.Dividend(at, e.amount().times(factor));
        }
        MarketEvent.FinalSettlement end = (MarketEvent.FinalSettlement) event;
        return new MarketEvent.FinalSettlement(at, end.price().times(factor));
    }
}
