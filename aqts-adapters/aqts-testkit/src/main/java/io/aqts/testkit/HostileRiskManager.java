package io.aqts.testkit;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.RiskManager;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Decision;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A risk manager that breaks every promise: it approves what nobody proposed, twice and on both sides at once, of
 * instruments that do not exist, in quantities that are no numbers, with stops on the wrong side and orders that say
 * they reduce and do not; and it amends and withdraws orders that wait and such as never were. For tests of the risk
 * gate, which must let none of it past a limit.
 *
 * <p>It is deterministic: the context's seed decides. Half of what it says is well-formed and merely greedy, since what
 * is malformed is easy to refuse.
 */
public final class HostileRiskManager implements RiskManager {

    private static final double[] ODD_NUMBERS = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        -Double.MIN_VALUE,
        -0.0,
        0,
        -1,
        1e-300,
        1e40,
        1e300
    };
    private static final int[] ODD_INDICES = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE};
    private static final List<Double> MULTIPLES = List.of(1e-6, 0.1, 1.0, 2.0, 100.0);

    private final Randomness chance;
    private final HostileOrders orders;
    private final double[] prices;

    /**
     * A hostile risk manager.
     *
     * @param context the run it is for
     */
    public HostileRiskManager(LayerContext context) {
        chance = context.randomness("hostile");
        orders = new HostileOrders(chance.split("orders"), this::number);
        prices = new double[context.universe().size()];
        Arrays.fill(prices, 1);
    }

    @Override
    public List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {
        for (int i = 0; i < prices.length; i++) {
            double price = snapshot.instrument(i).price();
            prices[i] = price > 0 ? price : prices[i];
        }
        List<RiskVerdict> verdicts = new ArrayList<>();
        for (int n = chance.nextInt(2 * prices.length + 2); n > 0; n--) {
            OrderIntent intent = chance.nextInt(2) == 0 ? greedy(portfolio) : odd(portfolio);
            double price = prices[Math.floorMod(intent.instrument(), prices.length)];
            intent = chance.nextInt(2) == 0 ? orders.conditioned(intent, price, snapshot.epochNanos()) : intent;
            intent = chance.nextInt(16) == 0 ? hollow(intent) : intent;
            verdicts.add(verdict(intent));
            if (chance.nextInt(4) == 0) {
                verdicts.add(orders.change(portfolio, price));
            }
            if (chance.nextInt(4) == 0) {
                verdicts.add(verdict(intent));
            }
        }
        return verdicts;
    }

    private RiskVerdict verdict(OrderIntent intent) {
        List<ReasonCode> reasons = List.of(ReasonCode.SIGNAL);
        return chance.nextInt(3) == 0
                ? new RiskVerdict.Reduced(intent, Sizing.units(number()), reasons)
                : new RiskVerdict.Approved(intent, chance.nextInt(2) == 0 ? reasons : List.of());
    }

    private OrderIntent greedy(Portfolio portfolio) {
        int instrument = chance.nextInt(prices.length);
        Side side = side();
        double price = prices[instrument];
        double worth = Math.abs(portfolio.markedEquity()) * Extremes.oneOf(chance, MULTIPLES);
        Sizing sizing = switch (chance.nextInt(4)) {
            case 0 -> Sizing.everything();
            case 1 -> side == Side.BUY ? Sizing.spend(worth) : Sizing.units(worth / price);
            default -> Sizing.units(worth / price);
        };
        double way = side.sign() * price * 0.1 * chance.nextDouble();
        ExitPlan exits = chance.nextInt(2) == 0 ? ExitPlan.NONE : new ExitPlan(price - way, price + way, 0);
        double slippage = chance.nextInt(2) == 0 ? OrderIntent.UNBOUNDED : chance.nextDouble(0, 10_000);
        boolean reduceOnly = chance.nextInt(4) == 0;
        return new OrderIntent(
                instrument,
                side,
                sizing,
                Pricing.market(slippage),
                Lifetime.GTC,
                Instructions.reducing(reduceOnly),
                exits,
                ReasonCode.SIGNAL);
    }

    private OrderIntent odd(Portfolio portfolio) {
        OrderIntent greedy = greedy(portfolio);
        int instrument = switch (chance.nextInt(8)) {
            case 0 -> ODD_INDICES[chance.nextInt(ODD_INDICES.length)];
            case 1 -> prices.length + chance.nextInt(3);
            default -> greedy.instrument();
        };
        Sizing sizing = switch (chance.nextInt(4)) {
            case 0 -> Sizing.units(number());
            case 1 -> Sizing.spend(number());
            case 2 -> Sizing.everything();
            default -> greedy.sizing();
        };
        return new OrderIntent(
                instrument,
                side(),
                sizing,
                Pricing.market(chance.nextInt(2) == 0 ? 0 : number()),
                Lifetime.GTC,
                Instructions.reducing(chance.nextInt(2) == 0),
                exits(),
                ReasonCode.SIGNAL);
    }

    @SuppressWarnings("NullAway")
    private OrderIntent hollow(OrderIntent intent) {
        int missing = chance.nextInt(7);
        return new OrderIntent(
                intent.instrument(),
                missing == 0 ? null : intent.side(),
                missing == 1 ? null : intent.sizing(),
                missing == 4 ? null : intent.pricing(),
                missing == 5 ? null : intent.lifetime(),
                missing == 6 ? null : intent.instructions(),
                missing == 2 ? null : intent.exitPlan(),
                missing == 3 ? null : intent.reason());
    }

    /** Stops and targets anywhere: odd, on the price, or both on one side of it. */
    private ExitPlan exits() {
        double price = prices[chance.nextInt(prices.length)];
        double stop = chance.nextInt(2) == 0 ? number() : price * chance.nextDouble(0.9, 1.1);
        double target = chance.nextInt(2) == 0 ? price : price * chance.nextDouble(0.9, 1.1);
        long hold = chance.nextInt(2) == 0 ? 0 : chance.nextLong();
        return new ExitPlan(stop, target, hold);
    }

    private Side side() {
        return chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
    }

    private double number() {
        return chance.nextInt(4) == 0
                ? Double.longBitsToDouble(chance.nextLong())
                : ODD_NUMBERS[chance.nextInt(ODD_NUMBERS.length)];
    }
}
