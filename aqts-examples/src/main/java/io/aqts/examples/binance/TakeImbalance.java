package io.aqts.examples.binance;

import io.aqts.RiskManager;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.signal.Decision;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.List;

/**
 * The simplest taker: when nearly all of what stands at the best prices stands on one side, it takes from the other,
 * and leaves after a fixed time.
 */
final class TakeImbalance implements RiskManager {

    private final double quantity;
    private final double leastImbalance;
    private final long holdNanos;

    TakeImbalance(double quantity, double leastImbalance, long holdNanos) {
        this.quantity = quantity;
        this.leastImbalance = leastImbalance;
        this.holdNanos = holdNanos;
    }

    @Override
    public List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {
        List<Quote> quotes = snapshot.instrument(0).quotes();
        if (quotes.isEmpty()
                || portfolio.hasOpenOrder(0)
                || !portfolio.position(0).isFlat()) {
            return List.of();
        }
        Quote quote = quotes.get(0);
        double imbalance = (quote.bidQuantity() - quote.askQuantity()) / (quote.bidQuantity() + quote.askQuantity());
        if (!(Math.abs(imbalance) >= leastImbalance)) {
            return List.of();
        }
        OrderIntent intent = OrderIntent.open(0, imbalance > 0 ? Side.BUY : Side.SELL, Sizing.units(quantity))
                .withExits(new ExitPlan(0, 0, holdNanos));
        return List.of(new RiskVerdict.Approved(intent, List.of(ReasonCode.SIGNAL)));
    }
}
