package io.aqts.core;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one order, by what its venue tells. It believes no venue that breaks the promises of all venues:
 * an order ends once, fills no more than was approved, and trades in no form that was not approved.
 *
 * <p>What a venue may tell twice, such as that it has an order, it may tell twice.
 */
final class OrderLifecycle {

    private ApprovedOrder approved;
    private @Nullable ApprovedOrder revision;
    private OrderStatus status = OrderStatus.SUBMITTED;
    private Decimal filled = Decimal.ZERO;
    private Decimal exited = Decimal.ZERO;
    private boolean isTriggered;

    OrderLifecycle(ApprovedOrder approved) {
        this.approved = approved;
    }

    OrderStatus status() {
        return status;
    }

    /** {@return the order as it stands now} */
    OpenOrder open() {
        return new OpenOrder(approved, filled, revision);
    }

    long id() {
        return approved.id();
    }

    /** From now on the venue may answer that the order has another form. */
    void revise(ApprovedOrder revised) {
        revision = revised;
    }

    /**
     * Takes in what the venue tells.
     *
     * @param event an event of this order
     * @throws IllegalStateException if that can not be, after what was told before
     */
    void apply(ExecutionEvent event) {
        if (event instanceof ExecutionEvent.Filled report) {
            fill(report);
        } else if (event instanceof ExecutionEvent.AmendRejected refused) {
            answer(refused.revision(), false);
        } else if (!(event instanceof ExecutionEvent.CancelRejected)) {
            require(!status.isOver(), event);
            change(event);
        }
    }

    private void change(ExecutionEvent event) {
        if (event instanceof ExecutionEvent.Accepted) {
            if (status == OrderStatus.SUBMITTED) {
                boolean isChild = approved.order().handling().link().role() == LinkRole.CHILD;
                status = isChild ? OrderStatus.HELD : OrderStatus.ACCEPTED;
            }
        } else if (event instanceof ExecutionEvent.Rejected) {
            require(filled.isZero(), event);
            status = OrderStatus.REJECTED;
        } else if (event instanceof ExecutionEvent.Canceled canceled) {
            status = canceled.reason().equals(ReasonCode.EXPIRED) ? OrderStatus.EXPIRED : OrderStatus.CANCELED;
        } else if (event instanceof ExecutionEvent.Triggered) {
            require(!isTriggered && approved.order().type().trigger().isPositive(), event);
            isTriggered = true;
            status = filled.isZero() ? OrderStatus.TRIGGERED : status;
        } else if (event instanceof ExecutionEvent.Amended amended) {
            boolean isKnown = amended.revision() <= approved.revision()
                    || (revision != null && amended.revision() == revision.revision());
            require(isKnown, event);
            answer(amended.revision(), true);
        }
    }

    private void answer(int number, boolean isDone) {
        ApprovedOrder wanted = revision;
        if (wanted != null && wanted.revision() == number) {
            approved = isDone ? wanted : approved;
            revision = null;
        }
    }

    private void fill(ExecutionEvent.Filled report) {
        Fill fill = report.fill();
        if (fill.side() != approved.order().side()) {
            exited = exited.plus(fill.quantity());
            require(!report.closesOrder() && !exited.isGreaterThan(filled), report);
            return;
        }
        require(!status.isOver(), report);
        Decimal after = filled.plus(fill.quantity());
        if (approved.order().size() instanceof OrderSize.Units units) {
            Decimal most =
                    revision == null ? units.quantity() : units.quantity().max(units(revision));
            require(!after.isGreaterThan(most) && (report.closesOrder() || after.isLessThan(most)), report);
        }
        filled = after;
        status = report.closesOrder() ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    }

    private static Decimal units(ApprovedOrder order) {
        return order.order().size() instanceof OrderSize.Units units ? units.quantity() : Decimal.ZERO;
    }

    private void require(boolean isPossible, ExecutionEvent event) {
        if (!isPossible) {
            throw new IllegalStateException("order " + approved.id() + " is " + status + " with " + filled
                    + " filled, but the venue reported " + event + " of " + approved);
        }
    }
}
