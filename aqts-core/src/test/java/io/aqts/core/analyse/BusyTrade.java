package io.aqts.core.analyse;

import io.aqts.testkit.TestMint;
import io.aqts.trade.Amendment;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Handling;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Liquidity;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import io.aqts.trade.Trail;
import java.util.ArrayList;
import java.util.List;

/** Every kind of verdict, order and report. */
final class BusyTrade {

    private static final long MINUTE = 60_000_000_000L;
    private static final List<ReasonCode> REASONS = List.of(ReasonCode.SIGNAL, ReasonCode.COLD_START);
    private static final OrderLink CHILD = new OrderLink(3, LinkRole.CHILD);

    private BusyTrade() {}

    static List<RiskVerdict> verdicts() {
        OrderIntent intent = new OrderIntent(
                0,
                Side.BUY,
                Sizing.units(0.5),
                Pricing.market(18),
                Lifetime.GTC,
                Instructions.PLAIN,
                new ExitPlan(97, 107, 6 * MINUTE),
                ReasonCode.SIGNAL);
        List<RiskVerdict> verdicts = new ArrayList<>(List.of(
                new RiskVerdict.Approved(intent, REASONS),
                new RiskVerdict.Reduced(intent.withSizing(Sizing.spend(100)), Sizing.everything(), REASONS),
                RiskVerdict.rejected(1, ReasonCode.MAX_LEVERAGE),
                new RiskVerdict.Approved(OrderIntent.close(1, Side.SELL, ReasonCode.CIRCUIT_BREAKER), REASONS),
                new RiskVerdict.Amend(0, 2, new Amendment(0.7, 101.5, 99.5), REASONS),
                new RiskVerdict.Withdraw(1, 5, REASONS)));
        for (Pricing pricing : pricings()) {
            verdicts.add(new RiskVerdict.Approved(
                    intent.withPricing(pricing)
                            .withLifetime(Lifetime.DAY)
                            .withInstructions(new Instructions(true, true, 0.25, CHILD)),
                    REASONS));
        }
        return List.copyOf(verdicts);
    }

    private static List<Pricing> pricings() {
        return List.of(
                Pricing.limit(101),
                Pricing.stop(102),
                new Pricing.OnStopLimit(102, 103),
                new Pricing.IfTouched(99),
                new Pricing.IfTouchedLimit(99, 98),
                new Pricing.Trailing(new Trail.ByPrice(Decimal.of("1.5")), 97),
                new Pricing.Trailing(new Trail.ByBps(25), 97),
                new Pricing.Trailing(new Trail.ByAtr(3, 14), 97));
    }

    private static List<OrderType> types() {
        Decimal trigger = Decimal.of("102.5");
        Decimal price = Decimal.of("103.5");
        return List.of(
                OrderType.market(),
                OrderType.limit(price),
                OrderType.stop(trigger),
                new OrderType.StopLimit(trigger, price),
                new OrderType.MarketIfTouched(trigger),
                new OrderType.LimitIfTouched(trigger, price),
                new OrderType.TrailingStop(new Trail.ByPrice(Decimal.of("1.5")), trigger),
                new OrderType.TrailingStop(new Trail.ByBps(25), trigger),
                new OrderType.TrailingStop(new Trail.ByAtr(3, 14), trigger));
    }

    static List<ApprovedOrder> orders(long now) {
        Bracket bracket = new Bracket(Decimal.of("97.01"), Decimal.of("107.2"), 6 * MINUTE);
        Order spending = new Order(
                1,
                Side.BUY,
                OrderSize.spend(Decimal.of("99.5")),
                OrderType.market(),
                Lifetime.GTC,
                Handling.PLAIN,
                Bracket.NONE,
                ReasonCode.REVERSAL);
        List<ApprovedOrder> orders = new ArrayList<>();
        for (OrderType type : types()) {
            Order order = new Order(
                    0,
                    Side.BUY,
                    OrderSize.units(Decimal.of("0.5")),
                    type,
                    Lifetime.until(now + MINUTE),
                    new Handling(true, true, Decimal.of("0.25"), CHILD),
                    bracket,
                    ReasonCode.SIGNAL);
            orders.add(Flips.approved(3 + orders.size(), order, now, Decimal.of("101")));
        }
        orders.add(Flips.approved(3 + orders.size(), spending, now, Decimal.of("10")));
        return List.copyOf(orders);
    }

    static List<OpenOrder> open(long now) {
        List<ApprovedOrder> orders = orders(now);
        ApprovedOrder first = orders.get(1);
        ApprovedOrder revised = new TestMint()
                .revise(first, first.order().withSize(OrderSize.units(Decimal.ONE)), now, Decimal.of("101"));
        return List.of(
                new OpenOrder(first, Decimal.of("0.1"), revised),
                new OpenOrder(orders.get(orders.size() - 1), Decimal.ZERO));
    }

    static List<ExecutionEvent> events(long now) {
        FillContext context = new FillContext("kraken", Liquidity.TAKER, ReasonCode.STOP, Decimal.of("100.5"), true);
        Fill fill =
                new Fill(2, now, 0, Side.SELL, Decimal.of("0.25"), Decimal.of("100.4"), Decimal.of("0.02512"), context);
        return List.of(
                new ExecutionEvent.Triggered(2, now),
                new ExecutionEvent.Filled(fill, false),
                paid(fill, new FeePayment.Withheld("BTC", Decimal.of("0.001"))),
                paid(fill, new FeePayment.InOther("BNB", Decimal.of("0.002"))),
                new ExecutionEvent.Amended(2, now, 1),
                new ExecutionEvent.AmendRejected(2, now, 2, ReasonCode.BELOW_FILLED),
                new ExecutionEvent.CancelRejected(2, now, ReasonCode.TOO_LATE),
                new ExecutionEvent.Canceled(2, now, ReasonCode.NO_LIQUIDITY),
                new ExecutionEvent.Rejected(1, now, ReasonCode.DUPLICATE),
                new ExecutionEvent.Accepted(3, now));
    }

    private static ExecutionEvent paid(Fill fill, FeePayment payment) {
        FillContext context =
                new FillContext("a", Liquidity.MAKER, ReasonCode.TARGET, Decimal.of("100.1"), false, payment);
        return new ExecutionEvent.Filled(
                new Fill(
                        fill.orderId(),
                        fill.epochNanos(),
                        1,
                        Side.BUY,
                        Decimal.of("0.5"),
                        Decimal.of("99"),
                        Decimal.of("0.099"),
                        context.withNews(fill.epochNanos() - 7)),
                false);
    }
}
