package io.aqts.core.analyse;

import io.aqts.market.MarketEvent;
import java.util.List;

/** The canonical form of what happened to an instrument besides prices. */
@SuppressWarnings("EnumOrdinal")
final class EventForm {

    private final DigestBuffer out;

    EventForm(DigestBuffer out) {
        this.out = out;
    }

    void write(List<MarketEvent> events, long now) {
        out.count(events.size());
        for (int i = 0; i < events.size(); i++) {
            MarketEvent event = events.get(i);
            out.moment(event.epochNanos(), now);
            write(event);
        }
    }

    private void write(MarketEvent event) {
        if (event instanceof MarketEvent.DepthChange e) {
            out.mark('D');
            out.count(e.venue());
            out.text(e.side().name());
            out.belief(e.price());
            out.belief(e.quantity());
        } else if (event instanceof MarketEvent.DepthReset e) {
            out.mark('R');
            out.count(e.venue());
        } else if (event instanceof MarketEvent.MarkPrice e) {
            out.mark('M');
            out.belief(e.price());
        } else if (event instanceof MarketEvent.FundingDue e) {
            out.mark('F');
            out.belief(e.rate());
            out.belief(e.price());
        } else {
            rare(event);
        }
    }

    private void rare(MarketEvent event) {
        if (event instanceof MarketEvent.StatusChange e) {
            out.mark('S');
            out.text(e.status().name());
        } else if (event instanceof MarketEvent.AuctionPrint e) {
            out.mark('A');
            out.belief(e.price());
            out.belief(e.quantity());
            out.text(e.kind().name());
        } else if (event instanceof MarketEvent.GridChange e) {
            out.mark('G');
            out.exact(e.tickSize());
            out.exact(e.lotSize());
        } else if (event instanceof MarketEvent.Split e) {
            out.mark('P');
            out.exact(e.ratio());
        } else if (event instanceof MarketEvent.Dividend e) {
            out.mark('I');
            out.exact(e.amount());
        } else if (event instanceof MarketEvent.FinalSettlement e) {
            out.mark('X');
            out.exact(e.price());
        }
    }
}
