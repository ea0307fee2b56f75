package io.aqts.core;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.RiskManager;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Decision;
import io.aqts.testkit.HostileRiskManager;
import io.aqts.trade.Amendment;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;

/**
 * A hostile risk manager that besides takes all room there is, again and again, while its orders are being amended or
 * withdrawn: orders that wait are made smaller or larger, and in the same step and until the venue answers it opens and
 * leaves as much as it is let. Whoever counts an order in the wrong form lets it have too much.
 */
final class GreedyAmender implements RiskManager {

    private static final List<ReasonCode> WHY = List.of(ReasonCode.SIGNAL);
    private static final double[] MULTIPLES = {0.2, 0.5, 0.9, 1.1, 2, 10};
    private static final double[] WAYS = {0.01, 0.05, 0.2};

    private final RiskManager hostile;
    private final Randomness chance;
    private final double[] prices;

    GreedyAmender(LayerContext context) {
        hostile = new HostileRiskManager(context);
        chance = context.randomness("greedy");
        prices = new double[context.universe().size()];
    }

    @Override
    public List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {
        List<RiskVerdict> verdicts = new ArrayList<>();
        if (chance.nextInt(4) == 0) {
            verdicts.addAll(hostile.assess(decision, snapshot, portfolio));
        }
        for (int i = 0; i < prices.length; i++) {
            double price = snapshot.instrument(i).price();
            prices[i] = price > 0 ? price : prices[i];
            if (prices[i] > 0) {
                for (int n = chance.nextInt(4); n > 0; n--) {
                    verdicts.add(next(i, portfolio));
                }
            }
        }
        return verdicts;
    }

    private RiskVerdict next(int instrument, Portfolio portfolio) {
        Side held = portfolio.position(instrument).quantity().isNegative() ? Side.SELL : Side.BUY;
        return switch (chance.nextInt(6)) {
            case 0 -> wish(opening(instrument));
            case 1 -> wish(leaving(instrument, held.opposite(), portfolio));
            default -> change(instrument, portfolio);
        };
    }

    private static RiskVerdict wish(OrderIntent intent) {
        return new RiskVerdict.Approved(intent, WHY);
    }

    /** All that the limits leave, or a part of it, at a price that waits or at the market. */
    private OrderIntent opening(int instrument) {
        Side side = chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        double price = prices[instrument];
        double units = chance.nextInt(2) == 0 ? 1e9 : 1e4 * chance.nextDouble() / price;
        double limit = price * chance.nextDouble(0.9, 1.1);
        double entry = side == Side.BUY ? Math.min(price, limit) : Math.max(price, limit);
        double stop = entry * (1 - side.sign() * WAYS[chance.nextInt(WAYS.length)]);
        OrderIntent intent = OrderIntent.open(instrument, side, Sizing.units(units));
        return (chance.nextInt(4) == 0 ? intent : intent.withPricing(Pricing.limit(limit)))
                .withExits(chance.nextInt(4) == 0 ? ExitPlan.NONE : new ExitPlan(stop, 0, 0));
    }

    /** All that is held, or a part of it, in a list or on its own. */
    private OrderIntent leaving(int instrument, Side side, Portfolio portfolio) {
        double price = prices[instrument];
        double share = MULTIPLES[chance.nextInt(MULTIPLES.length)];
        double units = portfolio.position(instrument).quantity().abs().toDouble() * share;
        LinkRole role = chance.nextInt(2) == 0 ? LinkRole.ONE_CANCELS_OTHER : LinkRole.ONE_UPDATES_OTHER;
        OrderLink link = chance.nextInt(2) == 0 ? OrderLink.NONE : new OrderLink(100 + chance.nextInt(4), role);
        return OrderIntent.open(instrument, side, units > 0 ? Sizing.units(units) : Sizing.everything())
                .withPricing(
                        chance.nextInt(4) == 0
                                ? Pricing.market()
                                : Pricing.limit(price * (1 + side.opposite().sign() * -chance.nextDouble(0, 0.1))))
                .withInstructions(new Instructions(true, false, 0, link));
    }

    /** A waiting order is made smaller or larger, cheaper or dearer, or withdrawn. */
    private RiskVerdict change(int instrument, Portfolio portfolio) {
        List<OpenOrder> open = portfolio.openOrders().stream()
                .filter(order -> order.approved().order().instrument() == instrument)
                .toList();
        if (open.isEmpty()) {
            return wish(opening(instrument));
        }
        OpenOrder one = open.get(chance.nextInt(open.size()));
        long id = one.approved().id();
        if (chance.nextInt(8) == 0) {
            return new RiskVerdict.Withdraw(instrument, id, WHY);
        }
        double units = one.approved().order().size() instanceof OrderSize.Units size
                ? size.quantity().minus(one.filled()).toDouble()
                : 0;
        double quantity = one.filled().toDouble() + units * MULTIPLES[chance.nextInt(MULTIPLES.length)];
        double limit = one.approved().order().type().limit().toDouble() * chance.nextDouble(0.9, 1.1);
        Amendment change = switch (chance.nextInt(3)) {
            case 0 -> Amendment.quantity(quantity);
            case 1 -> Amendment.limit(limit);
            default -> new Amendment(quantity, limit, 0);
        };
        return new RiskVerdict.Amend(instrument, id, change, WHY);
    }
}
