package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Step;
import io.aqts.config.RiskConfig;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;

/** What verdicts must keep to, one rule a method. */
final class RiskAudit {

    private static final double ROUNDING = 1e-9;

    private RiskAudit() {}

    /** What is asked of the verdicts on one moment. */
    @FunctionalInterface
    interface Check {

        void check(RiskMoment moment, List<RiskVerdict> verdicts);
    }

    static List<OrderIntent> approved(List<RiskVerdict> verdicts) {
        List<OrderIntent> intents = new ArrayList<>();
        for (RiskVerdict verdict : verdicts) {
            if (verdict instanceof RiskVerdict.Approved approved) {
                intents.add(approved.intent());
            } else if (verdict instanceof RiskVerdict.Reduced reduced) {
                intents.add(reduced.intent());
            }
        }
        return intents;
    }

    /** Without this nothing else can be asked: every intent is about an instrument that exists, and lacks nothing. */
    static void requireWhole(List<RiskVerdict> verdicts, int instruments) {
        for (OrderIntent intent : approved(verdicts)) {
            assertThat(intent.instrument())
                    .as("instrument of %s, of %s instruments", intent, instruments)
                    .isBetween(0, instruments - 1);
            assertThat(intent.side()).as("side of %s", intent).isNotNull();
            assertThat(intent.sizing()).as("sizing of %s", intent).isNotNull();
            assertThat(intent.exitPlan()).as("exitPlan of %s", intent).isNotNull();
        }
    }

    /** {@return a share of equity and what rounding may add to it; nothing without equity} */
    static double most(double share, double equity) {
        return Math.max(share * equity, 0) * (1 + ROUNDING);
    }

    static void requireWellFormed(OrderIntent intent, RiskMoment moment) {
        if (intent.sizing() instanceof Sizing.Units units) {
            assertThat(units.quantity())
                    .as("quantity of %s", intent)
                    .isPositive()
                    .isFinite();
        } else if (intent.sizing() instanceof Sizing.Spend spend) {
            assertThat(spend.amount()).as("amount of %s", intent).isPositive().isFinite();
            assertThat(intent.side()).as("side of a sum to spend in %s", intent).isEqualTo(Side.BUY);
        } else if (intent.side() == Side.SELL) {
            assertThat(Exposure.reduces(intent, moment))
                    .as("whether there is everything to sell for %s in %s", intent, moment.portfolio())
                    .isTrue();
        }
        assertThat(intent.maxSlippageBps()).as("maxSlippageBps of %s", intent).isBetween(0.0, OrderIntent.UNBOUNDED);
        assertThat(intent.exitPlan().holdNanos()).as("holdNanos of %s", intent).isNotNegative();
        if (!Exposure.reduces(intent, moment)) {
            requireExits(intent, moment.price(intent.instrument()));
        }
    }

    static void requireHalted(Step step) {
        requireState(step, RiskState.HALTED);
        requireReductions(step);
    }

    /** Trading has resumed, unless the equity is none to trade with. */
    static void requireResumed(Step step) {
        requireState(step, step.portfolio().markedEquity() > 0 ? RiskState.NORMAL : RiskState.HALTED);
    }

    private static void requireState(Step step, RiskState state) {
        assertThat(step.portfolio().riskState())
                .as("state in step %s", step.index())
                .isEqualTo(state);
    }

    static void requireReductions(Step step) {
        RiskState state = step.portfolio().riskState();
        assertThat(step.orders())
                .as("orders in step %s, in state %s", step.index(), state)
                .allMatch(order -> order.order().reduceOnly(), "only reduces");
    }

    static void requireLeverage(Exposure exposure, RiskMoment moment, List<RiskVerdict> verdicts, RiskConfig limits) {
        double before = exposure.gross();
        addOpenings(exposure, moment, verdicts);
        if (exposure.gross() > before) {
            double equity = moment.portfolio().markedEquity();
            assertThat(exposure.gross())
                    .as(
                            "worth of all positions with %s, an equity of %s and a maxLeverage of %s",
                            verdicts, equity, limits.maxLeverage())
                    .isLessThanOrEqualTo(most(limits.maxLeverage(), equity));
        }
    }

    static void requireShare(Exposure exposure, RiskMoment moment, List<RiskVerdict> verdicts, RiskConfig limits) {
        List<Double> before = new ArrayList<>();
        for (int i = 0; i < moment.prices().size(); i++) {
            before.add(exposure.of(i));
        }
        addOpenings(exposure, moment, verdicts);
        double equity = moment.portfolio().markedEquity();
        double share = limits.sizing().maxPositionShare();
        for (int i = 0; i < before.size(); i++) {
            if (exposure.of(i) > before.get(i)) {
                assertThat(exposure.of(i))
                        .as(
                                "worth of the position in instrument %s with %s, an equity of %s and a"
                                        + " maxPositionShare of %s",
                                i, verdicts, equity, share)
                        .isLessThanOrEqualTo(most(share, equity));
            }
        }
    }

    /** Judges the orders of a step by the portfolio after it, in which none of them has filled yet. */
    static void requireLimits(Step step, RiskConfig limits) {
        Portfolio portfolio = step.portfolio();
        Exposure exposure = new Exposure(portfolio);
        step.orders().forEach(exposure::add);
        for (ApprovedOrder order : step.orders()) {
            if (order.order().reduceOnly()) {
                continue;
            }
            assertThat(exposure.gross())
                    .as("worth of all positions with the orders of step %s, with %s", step.index(), portfolio)
                    .isLessThanOrEqualTo(most(limits.maxLeverage(), portfolio.markedEquity()));
            assertThat(exposure.of(order.order().instrument()))
                    .as("worth of the position with %s, with %s", order, portfolio)
                    .isLessThanOrEqualTo(most(limits.sizing().maxPositionShare(), portfolio.markedEquity()));
            assertThat(order.order().side() == Side.BUY || limits.shortAllowed())
                    .as("whether %s may open a short position", order)
                    .isTrue();
        }
    }

    /** {@return what an intent loses from its price to its stop, in quote currency; zero without a stop} */
    static double lossAtStop(OrderIntent intent, RiskMoment moment) {
        double stop = intent.exitPlan().stopPrice();
        if (stop == 0 || Exposure.reduces(intent, moment)) {
            return 0;
        }
        double price = moment.price(intent.instrument());
        return Exposure.units(intent, moment) * Math.max(intent.side().sign() * (price - stop), 0);
    }

    static void requireWayOut(RiskVerdict verdict, Position position) {
        List<OrderIntent> intents = approved(List.of(verdict));
        assertThat(intents)
                .as("what %s approves, to leave %s", verdict, position)
                .hasSize(1);
        OrderIntent intent = intents.get(0);
        assertThat(intent.reduceOnly())
                .as("reduceOnly of %s, to leave %s", intent, position)
                .isTrue();
        assertThat(intent.side().sign())
                .as("sign of the side of %s, to leave %s", intent, position)
                .isEqualTo(-position.quantity().signum());
        if (intent.sizing() instanceof Sizing.Units units) {
            assertThat(units.quantity())
                    .as("quantity of %s, to leave %s", intent, position)
                    .isPositive();
        }
    }

    private static void addOpenings(Exposure exposure, RiskMoment moment, List<RiskVerdict> verdicts) {
        for (OrderIntent intent : approved(verdicts)) {
            if (!Exposure.reduces(intent, moment)) {
                assertThat(moment.price(intent.instrument()))
                        .as("price to judge %s by", intent)
                        .isPositive();
                exposure.add(intent, moment);
            }
        }
    }

    private static void requireExits(OrderIntent intent, double price) {
        ExitPlan plan = intent.exitPlan();
        int sign = intent.side().sign();
        assertThat(plan.stopPrice()).as("stop of %s", intent).isBetween(0.0, Double.MAX_VALUE);
        assertThat(plan.targetPrice()).as("target of %s", intent).isBetween(0.0, Double.MAX_VALUE);
        if (plan.stopPrice() > 0) {
            assertThat(sign * (price - plan.stopPrice()))
                    .as("way from the price %s to the stop of %s", price, intent)
                    .isPositive();
        }
        if (plan.targetPrice() > 0) {
            assertThat(sign * (plan.targetPrice() - price))
                    .as("way from the price %s to the target of %s", price, intent)
                    .isPositive();
        }
    }
}
