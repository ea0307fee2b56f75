package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Liquidity;
import io.aqts.trade.OrderFeature;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a venue reported about one order, and the rules for it, one a method. */
final class OrderLife {

    private final ApprovedOrder approved;
    private final List<ExecutionEvent> events = new ArrayList<>();
    private final List<ExecutionEvent> atOnce;

    OrderLife(ApprovedOrder approved, List<ExecutionEvent> atOnce) {
        this.approved = approved;
        this.atOnce = atOnce;
    }

    void add(ExecutionEvent event) {
        events.add(event);
    }

    /** {@return whether a fill is the order's own and not one of its protective exits} */
    boolean isOwn(Fill fill) {
        return fill.side() == approved.order().side();
    }

    ApprovedOrder approved() {
        return approved;
    }

    void requireOffered(Set<OrderFeature> offers) {
        Set<OrderFeature> wanted = OrderFeature.of(approved.order());
        boolean isRefused = Stream.concat(atOnce.stream(), events.stream())
                .anyMatch(event -> event instanceof ExecutionEvent.Rejected rejected
                        && rejected.reason().equals(ReasonCode.NOT_SUPPORTED));
        assertThat(isRefused)
                .as("whether %s, which asks for %s of %s, is rejected as not supported", this, wanted, offers)
                .isEqualTo(!offers.containsAll(wanted));
    }

    void requireQuantity() {
        if (approved.order().size() instanceof OrderSize.Units units) {
            assertThat(sum(true)).as("what filled of %s", this).isLessThanOrEqualTo(units.quantity());
        }
    }

    void requireSpend(Decimal lot) {
        if (approved.order().size() instanceof OrderSize.Spend spend) {
            Decimal spent = Decimal.ZERO;
            for (Fill fill : fills(true)) {
                spent = spent.plus(fill.cost());
                assertThat(fill.quantity().isMultipleOf(lot))
                        .as("whether %s is in whole lots of %s", fill, lot)
                        .isTrue();
            }
            assertThat(spent).as("what was spent, fees included, on %s", this).isLessThanOrEqualTo(spend.amount());
        }
    }

    void requireLimit() {
        Decimal limit = approved.order().type().limit();
        if (limit.isPositive()) {
            int sign = approved.order().side().sign();
            for (Fill fill : fills(true)) {
                assertThat(sign * fill.price().compareTo(limit))
                        .as("sign of how much worse than its limit %s filled: %s", approved, fill)
                        .isNotPositive();
            }
        }
    }

    void requireLaterFills() {
        assertThat(atOnce)
                .as("what was reported at once on %s, from the snapshot it was decided on", approved)
                .noneMatch(event -> event instanceof ExecutionEvent.Filled);
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled) {
                assertThat(event.epochNanos())
                        .as("moment of %s, of %s", event, approved)
                        .isGreaterThan(approved.epochNanos());
            }
        }
    }

    void requireOneEnd() {
        ExecutionEvent end = null;
        for (ExecutionEvent event : events) {
            if (isRefusal(event)) {
                continue;
            }
            boolean isExit = event instanceof ExecutionEvent.Filled filled && !isOwn(filled.fill());
            boolean isAnswer =
                    event instanceof ExecutionEvent.AmendRejected || event instanceof ExecutionEvent.CancelRejected;
            if (end != null && !isAnswer && !(isExit && !isEnd(event))) {
                throw new AssertionError("nothing but exits must follow the end of an order, but after " + end
                        + " came " + event + " in " + this);
            }
            end = isEnd(event) ? event : end;
        }
        if (approved.order().size() instanceof OrderSize.Units units
                && sum(true).equals(units.quantity())) {
            assertThat(end).as("end of what filled whole, %s", this).isInstanceOf(ExecutionEvent.Filled.class);
        }
    }

    void requireLiquidityGiven() {
        if (approved.order().handling().postOnly()) {
            assertThat(fills(true))
                    .as("fills of an order that may only give liquidity, %s", this)
                    .allMatch(fill -> fill.context().liquidity() == Liquidity.MAKER);
        }
    }

    /** An order that is all or nothing fills at one moment, and ends there. */
    void requireAllOrNothing() {
        if (approved.order().timeInForce() == TimeInForce.FOK) {
            long moments =
                    fills(true).stream().mapToLong(Fill::epochNanos).distinct().count();
            assertThat(moments).as("moments at which %s filled", this).isLessThanOrEqualTo(1);
            boolean isWhole = !(approved.order().size() instanceof OrderSize.Units units)
                    || approved.order().reduceOnly()
                    || approved.order().handling().link().role() != LinkRole.NONE
                    || sum(true).equals(units.quantity());
            assertThat(fills(true).isEmpty() || isWhole)
                    .as("whether all or nothing filled of %s", this)
                    .isTrue();
        }
    }

    /** An order with a trigger fills only after it was set off, which happens once; no other is ever set off. */
    void requireTriggerFirst() {
        boolean hasTrigger = approved.order().type().trigger().isPositive();
        int triggered = 0;
        for (ExecutionEvent event : events) {
            triggered += event instanceof ExecutionEvent.Triggered ? 1 : 0;
            boolean isFill = event instanceof ExecutionEvent.Filled report && isOwn(report.fill());
            assertThat(triggered)
                    .as("how often %s was set off by %s", this, event)
                    .isBetween(hasTrigger && isFill ? 1 : 0, hasTrigger ? 1 : 0);
        }
    }

    /** Nothing fills after the last moment of an order. */
    void requireInTime() {
        if (approved.order().timeInForce() == TimeInForce.GTD) {
            for (Fill fill : fills(true)) {
                assertThat(fill.epochNanos())
                        .as("moment of %s, of %s", fill, approved)
                        .isLessThanOrEqualTo(latest());
            }
        }
    }

    /** A bar that began in time may tell of a fill at its open when it ends. */
    private long latest() {
        return approved.order().lifetime().untilNanos() + MarketMaker.BAR_NANOS;
    }

    void requireEnded() {
        assertThat(events)
                .as("events of an order canceled three snapshots ago, %s", approved)
                .anyMatch(OrderLife::isEnd);
    }

    void requireExits() {
        if (!fills(false).isEmpty()) {
            assertThat(approved.order().bracket())
                    .as("bracket of an order whose exits fill, %s", this)
                    .isNotEqualTo(Bracket.NONE);
        }
        Decimal open = Decimal.ZERO;
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled filled) {
                Decimal quantity = filled.fill().quantity();
                open = isOwn(filled.fill()) ? open.plus(quantity) : open.minus(quantity);
                assertThat(open)
                        .as("what is left for the exits after %s in %s", event, this)
                        .isGreaterThanOrEqualTo(Decimal.ZERO);
            }
        }
    }

    /** Whether a request came too late, or is impossible, which may be told after the end. */
    private static boolean isRefusal(ExecutionEvent event) {
        return event instanceof ExecutionEvent.CancelRejected || event instanceof ExecutionEvent.AmendRejected;
    }

    static boolean isEnd(ExecutionEvent event) {
        return event instanceof ExecutionEvent.Canceled
                || event instanceof ExecutionEvent.Rejected
                || (event instanceof ExecutionEvent.Filled filled && filled.closesOrder());
    }

    private List<Fill> fills(boolean own) {
        List<Fill> fills = new ArrayList<>();
        for (ExecutionEvent event : events) {
            Fill fill = fill(event);
            if (fill != null && isOwn(fill) == own) {
                fills.add(fill);
            }
        }
        return fills;
    }

    private Decimal sum(boolean own) {
        Decimal sum = Decimal.ZERO;
        for (Fill fill : fills(own)) {
            sum = sum.plus(fill.quantity());
        }
        return sum;
    }

    private static @Nullable Fill fill(ExecutionEvent event) {
        return event instanceof ExecutionEvent.Filled filled ? filled.fill() : null;
    }

    @Override
    public String toString() {
        return approved + " with " + events;
    }
}
