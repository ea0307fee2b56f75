package io.aqts.examples.binance;

import io.aqts.RiskManager;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.signal.Decision;
import io.aqts.trade.Decimal;
import io.aqts.trade.Instructions;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;

/**
 * The simplest market maker: one order at the best bid and one at the best ask, moved when the best price moves, and
 * none on the side that would carry the position beyond a limit.
 */
final class QuoteBothSides implements RiskManager {

    private static final List<ReasonCode> REASONS = List.of(ReasonCode.SIGNAL);

    private final double quantity;
    private final double mostHeld;
    private Quote last = new Quote(0, 0, 1, 0, 2, 0, 0, 0);

    QuoteBothSides(double quantity, double mostHeld) {
        this.quantity = quantity;
        this.mostHeld = mostHeld;
    }

    @Override
    public List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {
        List<Quote> quotes = snapshot.instrument(0).quotes();
        if (quotes.isEmpty()) {
            return List.of();
        }
        last = quotes.get(0);
        List<RiskVerdict> verdicts = new ArrayList<>();
        quote(Side.BUY, last.bid(), portfolio, verdicts);
        quote(Side.SELL, last.ask(), portfolio, verdicts);
        return verdicts;
    }

    private void quote(Side side, double price, Portfolio portfolio, List<RiskVerdict> verdicts) {
        double held = side.sign() * portfolio.position(0).quantity().toDouble();
        boolean mayQuote = held + quantity <= mostHeld;
        boolean isQuoted = false;
        for (OpenOrder open : portfolio.openOrders()) {
            if (open.approved().order().side() == side) {
                isQuoted = true;
                Decimal limit = open.approved().order().type().limit();
                if (!mayQuote || limit.toDouble() != price) {
                    verdicts.add(new RiskVerdict.Withdraw(0, open.approved().id(), REASONS));
                }
            }
        }
        if (mayQuote && !isQuoted) {
            OrderIntent intent = OrderIntent.open(0, side, Sizing.units(quantity))
                    .withPricing(Pricing.limit(price))
                    .withInstructions(Instructions.POST_ONLY);
            verdicts.add(new RiskVerdict.Approved(intent, REASONS));
        }
    }
}
