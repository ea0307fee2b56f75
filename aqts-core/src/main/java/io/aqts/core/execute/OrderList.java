package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders that hang together. What one fills is told to the others within the same call, so that a list is settled
 * before anything else can fill.
 */
final class OrderList {

    private final List<WorkingOrder> members = new ArrayList<>(4);
    private @Nullable WorkingOrder parent;
    private Decimal entered = Decimal.ZERO;
    private Decimal exited = Decimal.ZERO;
    private boolean isResolved;

    /** {@return why an order with a role can not join, or null if it can} */
    @Nullable
    ReasonCode obstacle(LinkRole role) {
        if (role == LinkRole.CHILD && parent == null) {
            return ReasonCode.UNKNOWN_ORDER;
        }
        boolean isOver =
                (role == LinkRole.ONE_CANCELS_OTHER && isResolved) || (role == LinkRole.PARENT && parent != null);
        boolean isLeft = role == LinkRole.CHILD && parent != null && parent.isEnded() && !room().isPositive();
        return isOver || isLeft ? ReasonCode.LINKED : null;
    }

    void join(WorkingOrder order) {
        members.add(order);
        if (order.role() == LinkRole.PARENT) {
            parent = order;
        } else if (order.role() == LinkRole.CHILD) {
            fit(order);
        }
    }

    /** {@return how much the children may fill by now: what the parent filled and they have not} */
    Decimal room() {
        return entered.minus(exited).max(Decimal.ZERO);
    }

    /** {@return the orders that have not ended, apart from one} */
    List<WorkingOrder> others(WorkingOrder order) {
        List<WorkingOrder> others = new ArrayList<>(members.size());
        for (WorkingOrder member : members) {
            if (member != order && !member.isEnded()) {
                others.add(member);
            }
        }
        return others;
    }

    void filled(WorkingOrder by, Decimal quantity, @Nullable Stretch since, Report report) {
        switch (by.role()) {
            case ONE_CANCELS_OTHER -> {
                isResolved = true;
                cancelAll(by, LinkRole.ONE_CANCELS_OTHER, report);
            }
            case ONE_UPDATES_OTHER -> {
                for (WorkingOrder other : others(by)) {
                    if (other.role() == LinkRole.ONE_UPDATES_OTHER) {
                        other.shrinkTo(other.left().minus(quantity).max(Decimal.ZERO));
                        cancelIfSpent(other, report);
                    }
                }
            }
            case PARENT -> {
                entered = entered.plus(quantity);
                others(by).forEach(child -> child.wake(since));
            }
            case CHILD -> {
                exited = exited.plus(quantity);
                fitChildren(report);
            }
            case NONE -> {}
        }
    }

    /** What hangs on an order that has ended gives way: children never exit more than was entered. */
    void ended(WorkingOrder order, Report report) {
        members.remove(order);
        if (order.role() == LinkRole.PARENT) {
            fitChildren(report);
        }
    }

    /** Takes note of another size of a member. */
    void refit(WorkingOrder order, Report report) {
        if (order.role() == LinkRole.PARENT || order.role() == LinkRole.CHILD) {
            fitChildren(report);
        }
    }

    /** Takes away the children, as when their parent is canceled once more after it has filled. */
    void abandon(Report report) {
        if (parent != null) {
            cancelAll(parent, LinkRole.CHILD, report);
        }
    }

    private void fitChildren(Report report) {
        for (WorkingOrder child : List.copyOf(members)) {
            if (child.role() == LinkRole.CHILD && !child.isEnded()) {
                fit(child);
                cancelIfSpent(child, report);
            }
        }
    }

    private void fit(WorkingOrder child) {
        if (parent == null) {
            return;
        }
        if (parent.isEnded()) {
            child.shrinkTo(room());
        } else if (parent.order().size() instanceof OrderSize.Units units) {
            child.shrinkTo(units.quantity().minus(exited).max(Decimal.ZERO));
        }
    }

    private void cancelAll(WorkingOrder apart, LinkRole role, Report report) {
        for (WorkingOrder other : others(apart)) {
            if (other.role() == role) {
                report.cancel(other, ReasonCode.LINKED);
            }
        }
    }

    private static void cancelIfSpent(WorkingOrder order, Report report) {
        if (order.left().isZero()) {
            report.cancel(order, ReasonCode.LINKED);
        }
    }
}
