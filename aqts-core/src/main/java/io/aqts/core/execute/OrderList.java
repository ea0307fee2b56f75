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
 *
 * @param <O> what the venue keeps of an order
 */
final class OrderList<O extends Listed> {

    private final long number;
    private final List<OrderList<O>> over;
    private final List<O> members = new ArrayList<>(4);
    private @Nullable O parent;
    private Decimal entered = Decimal.ZERO;
    private Decimal exited = Decimal.ZERO;
    private boolean isResolved;

    /**
     * A list without orders.
     *
     * @param number its number
     * @param over where it puts itself when the last of its orders ends, each time anew
     */
    OrderList(long number, List<OrderList<O>> over) {
        this.number = number;
        this.over = over;
    }

    long number() {
        return number;
    }

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

    void join(O order) {
        members.add(order);
        if (order.role() == LinkRole.PARENT) {
            parent = order;
        } else if (order.role() == LinkRole.CHILD) {
            fit(order);
        }
    }

    /** {@return the parent, ended or not, or null if there is none} */
    @Nullable
    O parent() {
        return parent;
    }

    /** {@return whether all its orders have ended} */
    boolean isOver() {
        return members.isEmpty();
    }

    /** {@return whether it must not begin anew: it had a parent, or one of its orders has canceled the others} */
    boolean isClosed() {
        return parent != null || isResolved;
    }

    /** {@return how much the children may fill by now: what the parent filled and they have not} */
    Decimal room() {
        return entered.minus(exited).max(Decimal.ZERO);
    }

    /** {@return the orders that have not ended, apart from one} */
    List<O> others(O order) {
        List<O> others = new ArrayList<>(members.size());
        for (O member : members) {
            if (member != order && !member.isEnded()) {
                others.add(member);
            }
        }
        return others;
    }

    void filled(O by, Decimal quantity, @Nullable Stretch since, Endings<O> endings) {
        switch (by.role()) {
            case ONE_CANCELS_OTHER -> {
                isResolved = true;
                cancelAll(by, LinkRole.ONE_CANCELS_OTHER, endings);
            }
            case ONE_UPDATES_OTHER -> {
                for (O other : others(by)) {
                    if (other.role() == LinkRole.ONE_UPDATES_OTHER) {
                        other.shrinkTo(other.left().minus(quantity).max(Decimal.ZERO));
                        cancelIfSpent(other, endings);
                    }
                }
            }
            case PARENT -> {
                entered = entered.plus(quantity);
                others(by).forEach(child -> child.wake(since));
            }
            case CHILD -> {
                exited = exited.plus(quantity);
                fitChildren(endings);
            }
            case NONE -> {}
        }
    }

    /** What hangs on an order that has ended gives way: children never exit more than was entered. */
    void ended(O order, Endings<O> endings) {
        if (members.remove(order) && members.isEmpty()) {
            over.add(this);
        }
        if (order.role() == LinkRole.PARENT) {
            fitChildren(endings);
        }
    }

    /** Takes note of another size of a member. */
    void refit(O order, Endings<O> endings) {
        if (order.role() == LinkRole.PARENT || order.role() == LinkRole.CHILD) {
            fitChildren(endings);
        }
    }

    /** Takes away the children, as when their parent is canceled once more after it has filled. */
    void abandon(Endings<O> endings) {
        if (parent != null) {
            cancelAll(parent, LinkRole.CHILD, endings);
        }
    }

    private void fitChildren(Endings<O> endings) {
        for (O child : List.copyOf(members)) {
            if (child.role() == LinkRole.CHILD && !child.isEnded()) {
                fit(child);
                cancelIfSpent(child, endings);
            }
        }
    }

    private void fit(O child) {
        if (parent == null) {
            return;
        }
        if (parent.isEnded()) {
            child.shrinkTo(room());
        } else if (parent.order().size() instanceof OrderSize.Units units) {
            child.shrinkTo(units.quantity().minus(exited).max(Decimal.ZERO));
        }
    }

    private void cancelAll(O apart, LinkRole role, Endings<O> endings) {
        for (O other : others(apart)) {
            if (other.role() == role) {
                endings.cancel(other, ReasonCode.LINKED);
            }
        }
    }

    private void cancelIfSpent(O order, Endings<O> endings) {
        if (order.left().isZero()) {
            endings.cancel(order, ReasonCode.LINKED);
        }
    }
}
