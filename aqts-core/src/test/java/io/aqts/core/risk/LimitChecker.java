package io.aqts.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.RiskConfig;
import io.aqts.market.Instrument;
import io.aqts.market.Venue;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A second, slow judge of the gate's approvals: exact numbers, and every subset of the orders tried for the worst.
 *
 * <p>It shares no code with the gate.
 */
final class LimitChecker {

    private static final BigDecimal EIGHT_DIGITS = new BigDecimal("1.00000001");

    private static final BigDecimal UNKNOWABLE = new BigDecimal("1e400");

    private record Pending(Order order, BigDecimal reference, BigDecimal filled) {}

    private final Scenario scenario;
    private final RiskConfig limits;
    private final Portfolio portfolio;
    private final List<Pending> pending = new ArrayList<>();

    LimitChecker(Scenario scenario) {
        this.scenario = scenario;
        this.limits = scenario.context.config().risk();
        this.portfolio = scenario.portfolio;
        for (OpenOrder open : portfolio.openOrders()) {
            pending.add(new Pending(
                    open.approved().order(),
                    open.approved().reference().toBigDecimal(),
                    open.filled().toBigDecimal()));
        }
    }

    void accept(OrderIntent wanted, ApprovedOrder approved) {
        Order order = approved.order();
        pending.add(new Pending(order, approved.reference().toBigDecimal(), BigDecimal.ZERO));
        assertThat(order.instrument()).isEqualTo(wanted.instrument());
        assertThat(order.side()).isEqualTo(wanted.side());
        assertThat(approved.reference().toDouble()).isEqualTo(scenario.mark(order.instrument()));
        checkSize(wanted, order);
        checkPrices(wanted, approved);
        if (order.reduceOnly()) {
            checkReduces(order);
        } else {
            checkOpens(wanted, order);
        }
    }

    private void checkSize(OrderIntent wanted, Order order) {
        if (order.size() instanceof OrderSize.Units units) {
            boolean isWhole = units.quantity().isMultipleOf(grid(order).lotSize());
            assertThat(isWhole || order.reduceOnly()).isTrue();
        }
        if (wanted.sizing() instanceof Sizing.Units asked) {
            BigDecimal quantity = ((OrderSize.Units) order.size()).quantity().toBigDecimal();
            BigDecimal most =
                    new BigDecimal(asked.quantity()).multiply(order.reduceOnly() ? EIGHT_DIGITS : BigDecimal.ONE);
            assertThat(quantity).isLessThanOrEqualTo(most.max(new BigDecimal(Double.toString(asked.quantity()))));
        }
        if (wanted.sizing() instanceof Sizing.Spend asked && order.size() instanceof OrderSize.Spend spend) {
            assertThat(spend.amount().toBigDecimal())
                    .isLessThanOrEqualTo(new BigDecimal(Double.toString(asked.amount())));
        }
    }

    private void checkPrices(OrderIntent wanted, ApprovedOrder approved) {
        Order order = approved.order();
        Instrument grid = grid(order);
        BigDecimal reference = approved.reference().toBigDecimal();
        assertThat(order.type() instanceof OrderType.Limit).isEqualTo(wanted.maxSlippageBps() != OrderIntent.UNBOUNDED);
        if (order.type() instanceof OrderType.Limit limit) {
            BigDecimal share = new BigDecimal(Double.toString(wanted.maxSlippageBps())).movePointLeft(4);
            BigDecimal price = limit.price().toBigDecimal();
            assertThat(limit.price().isMultipleOf(grid.tickSize())).isTrue();
            if (order.side() == Side.BUY) {
                assertThat(price).isLessThanOrEqualTo(reference.multiply(BigDecimal.ONE.add(share)));
            } else {
                assertThat(price).isGreaterThanOrEqualTo(reference.multiply(BigDecimal.ONE.subtract(share)));
            }
        }
        int sign = order.side().sign();
        if (order.bracket().hasStop()) {
            BigDecimal stop = order.bracket().stopPrice().toBigDecimal();
            BigDecimal believed =
                    new BigDecimal(Double.toString(wanted.exitPlan().stopPrice()));
            assertThat(order.bracket().stopPrice().isMultipleOf(grid.tickSize()))
                    .isTrue();
            assertThat(stop.compareTo(reference) * sign).isNegative();
            assertThat(stop.compareTo(believed) * sign).isNotNegative();
        }
        if (order.bracket().hasTarget()) {
            assertThat(order.bracket().targetPrice().isMultipleOf(grid.tickSize()))
                    .isTrue();
            assertThat(order.bracket().targetPrice().toBigDecimal().compareTo(reference) * sign)
                    .isPositive();
        }
    }

    private void checkReduces(Order order) {
        BigDecimal held = portfolio.position(order.instrument()).quantity().toBigDecimal();
        assertThat(held.signum()).isEqualTo(-order.side().sign());
        BigDecimal closing = BigDecimal.ZERO;
        for (Pending other : pending) {
            if (other.order.instrument() == order.instrument()
                    && other.order.side() == order.side()
                    && other.order.size() instanceof OrderSize.Units) {
                closing = closing.add(remaining(other));
            }
        }
        assertThat(closing).isLessThanOrEqualTo(held.abs());
    }

    private void checkOpens(OrderIntent wanted, Order order) {
        assertThat(wanted.reduceOnly()).isFalse();
        assertThat(portfolio.riskState().allowsOpening()).isTrue();
        assertThat(portfolio.position(order.instrument()).quantity().signum())
                .isNotEqualTo(-order.side().sign());
        assertThat(order.side() == Side.BUY || limits.shortAllowed()).isTrue();
        BigDecimal equity = new BigDecimal(portfolio.markedEquity());
        BigDecimal gross = BigDecimal.ZERO;
        for (int i = 0; i < scenario.marks.length; i++) {
            BigDecimal worst = worstExposure(i);
            gross = gross.add(worst);
            if (i == order.instrument()) {
                within(worst, limits.sizing().maxPositionShare(), equity);
            }
        }
        within(gross, limits.maxLeverage(), equity);
        if (order.bracket().hasStop()) {
            within(loss(pending.get(pending.size() - 1)), limits.sizing().riskPerTradeCap(), equity);
            BigDecimal heat = BigDecimal.ZERO;
            for (Pending each : pending) {
                heat = heat.add(loss(each));
            }
            within(heat, limits.maxPortfolioRisk(), equity);
        }
        checkCash(wanted, order);
        checkNotional(order);
    }

    private void checkCash(OrderIntent wanted, Order order) {
        boolean isCashAccount = limits.maxLeverage() <= 1 && !limits.shortAllowed();
        if (order.side() == Side.SELL || !(isCashAccount || wanted.sizing() instanceof Sizing.Everything)) {
            return;
        }
        BigDecimal cash = portfolio.cash().toBigDecimal();
        for (Pending each : pending) {
            if (each.order.side() == Side.BUY) {
                cash = cash.subtract(cost(each));
            }
        }
        assertThat(cash).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }

    private BigDecimal cost(Pending each) {
        if (each.order.size() instanceof OrderSize.Spend spend) {
            return spend.amount().toBigDecimal();
        }
        BigDecimal price = each.order.type() instanceof OrderType.Limit limit
                ? limit.price().toBigDecimal()
                : hasMark(each.order.instrument()) ? each.reference.max(mark(each.order.instrument())) : each.reference;
        return remaining(each).multiply(price).multiply(withFee());
    }

    private BigDecimal withFee() {
        double bps = 0;
        for (Venue venue : scenario.context.universe().venues()) {
            bps = Math.max(bps, venue.takerFeeBps());
        }
        if (scenario.context.universe().venues().size() != 1) {
            bps = Math.max(bps, scenario.context.config().execution().takerFeeBps());
        }
        return BigDecimal.ONE.add(new BigDecimal(Double.toString(bps)).movePointLeft(4));
    }

    private void checkNotional(Order order) {
        BigDecimal price =
                order.type() instanceof OrderType.Limit limit ? limit.price().toBigDecimal() : mark(order.instrument());
        BigDecimal lot = grid(order).lotSize().toBigDecimal();
        BigDecimal units = order.size() instanceof OrderSize.Units exact
                ? exact.quantity().toBigDecimal()
                : ((OrderSize.Spend) order.size())
                        .amount()
                        .toBigDecimal()
                        .divideToIntegralValue(price.multiply(withFee()).multiply(lot))
                        .multiply(lot);
        assertThat(units).isPositive();
        assertThat(units.multiply(price))
                .isGreaterThanOrEqualTo(grid(order).minNotional().toBigDecimal());
    }

    private BigDecimal worstExposure(int instrument) {
        List<BigDecimal> changes = new ArrayList<>();
        for (Pending each : pending) {
            if (each.order.instrument() == instrument && !each.order.reduceOnly()) {
                changes.add(notional(each)
                        .multiply(BigDecimal.valueOf(each.order.side().sign())));
            }
        }
        BigDecimal quantity = portfolio.position(instrument).quantity().toBigDecimal();
        BigDecimal held = quantity.signum() == 0 ? quantity : quantity.multiply(mark(instrument));
        BigDecimal worst = BigDecimal.ZERO;
        for (int subset = 0; subset < 1 << changes.size(); subset++) {
            BigDecimal exposure = held;
            for (int k = 0; k < changes.size(); k++) {
                exposure = (subset >> k & 1) == 1 ? exposure.add(changes.get(k)) : exposure;
            }
            worst = worst.max(exposure.abs());
        }
        return worst;
    }

    private BigDecimal notional(Pending each) {
        return each.order.size() instanceof OrderSize.Spend spend
                ? spend.amount().toBigDecimal()
                : remaining(each).multiply(highest(each));
    }

    private BigDecimal loss(Pending each) {
        if (!each.order.bracket().hasStop()) {
            return BigDecimal.ZERO;
        }
        BigDecimal mark = mark(each.order.instrument());
        BigDecimal entry =
                each.order.type() instanceof OrderType.Limit type ? type.price().toBigDecimal() : mark;
        BigDecimal stop = each.order.bracket().stopPrice().toBigDecimal();
        BigDecimal distance = each.order.side() == Side.BUY ? entry.subtract(stop) : stop.subtract(entry);
        if (distance.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal units = each.order.size() instanceof OrderSize.Spend spend
                ? spend.amount().toBigDecimal().divide(entry, MathContext.DECIMAL128)
                : remaining(each);
        return units.multiply(distance);
    }

    private BigDecimal highest(Pending each) {
        BigDecimal mark = mark(each.order.instrument());
        return each.order.type() instanceof OrderType.Limit limit
                ? mark.max(limit.price().toBigDecimal())
                : mark;
    }

    private BigDecimal mark(int instrument) {
        return hasMark(instrument) ? new BigDecimal(Double.toString(scenario.mark(instrument))) : UNKNOWABLE;
    }

    private boolean hasMark(int instrument) {
        double mark = scenario.mark(instrument);
        return mark > 0 && mark < Double.POSITIVE_INFINITY;
    }

    private Instrument grid(Order order) {
        return scenario.context.universe().instrument(order.instrument());
    }

    private static BigDecimal remaining(Pending each) {
        return ((OrderSize.Units) each.order.size()).quantity().toBigDecimal().subtract(each.filled);
    }

    private static void within(BigDecimal amount, double multiple, BigDecimal equity) {
        assertThat(amount)
                .isLessThanOrEqualTo(new BigDecimal(multiple).multiply(equity).multiply(EIGHT_DIGITS));
    }
}
