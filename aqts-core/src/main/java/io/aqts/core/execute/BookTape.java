package io.aqts.core.execute;

import io.aqts.market.Trade;
import io.aqts.trade.Side;
import java.util.List;

/** What prints do: they take from what is shown, and reach us when nobody is before us any more. */
final class BookTape {

    private final BookMarket market;
    private final RestingOrders resting;

    BookTape(BookMarket market, RestingOrders resting) {
        this.market = market;
        this.resting = resting;
    }

    /**
     * Somebody traded.
     *
     * @param fills whether it may fill us
     */
    void print(Trade trade, boolean fills) {
        Side gave = trade.buyerTook() ? Side.SELL : Side.BUY;
        long price = market.grid().ticksAgainstTaker(trade.buyerTook() ? Side.BUY : Side.SELL, trade.price());
        long lots = market.grid().lots(trade.quantity());
        if (lots == 0) {
            return;
        }
        market.traded(trade.venue(), gave, price, lots);
        if (fills && !resting.isEmpty(gave)) {
            reach(trade.venue(), gave, price, lots);
        }
    }

    /** What is better than the print was met by all of it; what is at its price, by what went past the queue. */
    private void reach(int venue, Side gave, long price, long lots) {
        List<Resting> waiting = resting.of(gave);
        long ours = 0;
        boolean needsRefresh = false;
        for (int i = 0; i < waiting.size(); i++) {
            Resting order = waiting.get(i);
            boolean isBeyond = order.isBefore(price);
            if (!isBeyond && order.price() != price) {
                break;
            }
            if (order.venue() != venue) {
                continue;
            }
            long reach = isBeyond ? lots : order.place().trade(lots);
            if (isBeyond) {
                order.place().swept();
            }
            long traded = Math.min(isBeyond ? order.wantedLots() : order.shownLots(), reach - ours);
            if (traded > 0) {
                ours += traded;
                order.tradeAsMaker(traded);
                needsRefresh |= order.needsRefresh();
            }
        }
        if (needsRefresh) {
            resting.refresh(gave, price, market);
        }
    }
}
