package io.aqts.core.execute;

import io.aqts.market.AuctionKind;
import io.aqts.market.MarketEvent;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;

/**
 * How the one price of an auction fills orders. It has no spread; a limit must be better than it, unless a touch fills.
 */
final class AuctionMatching {

    private final BarTerms terms;
    private final FillPolicy policy;
    private final Session session;

    AuctionMatching(BarTerms terms, FillPolicy policy, Session session) {
        this.terms = terms;
        this.policy = policy;
        this.session = session;
    }

    void meet(Matching matching, MarketEvent.AuctionPrint print) {
        matching.turnover().begin(print.quantity());
        matching.happensAt(print.epochNanos(), null);
        for (WorkingOrder order : matching.orders()) {
            boolean isThere = order.arrivalNanos() <= print.epochNanos() && order.sentNanos() < print.epochNanos();
            if (isThere && !order.isEnded() && !order.isHeld() && !order.isWaiting() && isFor(print, order)) {
                trade(matching, order, print.price());
            }
        }
    }

    private void trade(Matching matching, WorkingOrder order, double price) {
        Decimal limit = order.limit();
        boolean isIn = limit == null || policy.fills(limit.toDouble(), price, order.side() == Side.BUY);
        order.place(matching.nowNanos());
        if (isIn) {
            Offer plain = terms.rest(order.side(), Decimal.fromDouble(price));
            Offer offer = new Offer(plain.price(), plain.tariff(), Liquidity.TAKER);
            Turnover turnover = matching.turnover();
            boolean isRefused =
                    order.isOf(TimeInForce.FOK) && !matching.isWhollyFillable(order, offer, turnover.left());
            if (!isRefused) {
                turnover.use(matching.trade(order, offer, turnover.left()));
            }
        }
        if (order.isOfSession()) {
            matching.report().cancel(order, ReasonCode.EXPIRED);
        }
    }

    private boolean isFor(MarketEvent.AuctionPrint print, WorkingOrder order) {
        if (order.isOf(TimeInForce.AT_OPEN)) {
            return print.kind() == AuctionKind.OPENING;
        }
        if (order.isOf(TimeInForce.AT_CLOSE)) {
            return print.kind() == AuctionKind.CLOSING;
        }
        return session.isInAuction();
    }
}
