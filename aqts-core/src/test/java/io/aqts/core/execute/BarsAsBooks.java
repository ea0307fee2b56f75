package io.aqts.core.execute;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.core.book.BookGrid;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.DepthReset;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.OrderFeature;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A book venue that is told of each bar as a book around its close, so that it has something to trade on. */
final class BarsAsBooks implements ExecutionVenue {

    private static final double PLENTY = 1e6;

    private final Universe universe;
    private final BookVenue venue;

    BarsAsBooks(LayerContext context, BookRules rules) {
        universe = context.universe();
        Universe told = new Universe(universe.instruments(), List.of(new Venue("bars", 0, 2, 5)));
        venue = new BookVenue(
                new LayerContext(context.config(), told, context.layer(), context.run(), context.rules()), rules);
    }

    @Override
    public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
        List<InstrumentMarket> told = new ArrayList<>();
        for (int i = 0; i < universe.size(); i++) {
            Bar bar = snapshot.instrument(i).bar();
            told.add(bar == null ? InstrumentMarket.QUIET : told(universe.instrument(i), bar));
        }
        return venue.meet(new MarketSnapshot(snapshot.epochNanos(), told, List.of()));
    }

    @Override
    public List<ExecutionEvent> submit(ApprovedOrder order) {
        return venue.submit(order);
    }

    @Override
    public Set<OrderFeature> offers() {
        return venue.offers();
    }

    @Override
    public List<ExecutionEvent> cancel(long orderId) {
        return venue.cancel(orderId);
    }

    @Override
    public List<String> assumptions() {
        return venue.assumptions();
    }

    private static InstrumentMarket told(Instrument instrument, Bar bar) {
        BookGrid grid = BookGrid.of(instrument);
        long at = bar.epochNanos();
        long bid = grid.ticksAgainstTaker(Side.BUY, bar.close());
        List<MarketEvent> events = new ArrayList<>();
        events.add(new DepthReset(at, 0));
        if (bid > 0) {
            events.add(new DepthChange(at, 0, Side.BUY, grid.price(bid).toDouble(), PLENTY));
        }
        events.add(new DepthChange(at, 0, Side.SELL, grid.price(bid + 1).toDouble(), PLENTY));
        return InstrumentMarket.QUIET.withEvents(events);
    }
}
