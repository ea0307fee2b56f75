package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import java.util.ArrayList;
import java.util.List;
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
        if (approved.order().type() instanceof OrderType.Limit limit) {
            int sign = approved.order().side().sign();
            for (Fill fill : fills(true)) {
                assertThat(sign * fill.price().compareTo(limit.price()))
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
            if (end != null && !(isExit && !isEnd(event))) {
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
