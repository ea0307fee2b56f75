package io.aqts.benchmarks;

import io.aqts.RiskManager;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.signal.Decision;
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

/** Keeps orders waiting at the best price and behind it on both sides, and renews them every so many steps. */
final class Quoter implements RiskManager {

    private static final int LEVELS = 2;
    private static final double TICK = 0.1;
    private static final List<ReasonCode> REASONS = List.of(ReasonCode.SIGNAL);

    private final int every;
    private int sinceRenewal;

    Quoter(int every) {
        this.every = every;
        this.sinceRenewal = every;
    }

    @Override
    public List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {
        if (++sinceRenewal < every || snapshot.instrument(0).quotes().isEmpty()) {
            return List.of();
        }
        sinceRenewal = 0;
        return renew(snapshot.instrument(0).quotes().get(0), portfolio);
    }

    private static List<RiskVerdict> renew(Quote quote, Portfolio portfolio) {
        List<RiskVerdict> verdicts = new ArrayList<>();
        for (OpenOrder order : portfolio.openOrders()) {
            verdicts.add(new RiskVerdict.Withdraw(0, order.approved().id(), REASONS));
        }
        for (int level = 0; level < LEVELS; level++) {
            verdicts.add(quote(Side.BUY, quote.bid() - level * TICK));
            verdicts.add(quote(Side.SELL, quote.ask() + level * TICK));
        }
        return verdicts;
    }

    private static RiskVerdict quote(Side side, double price) {
        OrderIntent intent = OrderIntent.open(0, side, Sizing.units(0.01))
                .withPricing(Pricing.limit(price))
                .withInstructions(Instructions.POST_ONLY);
        return new RiskVerdict.Approved(intent, REASONS);
    }
}
