package io.aqts.core.risk;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the parents of lists enter and what their children have left of it, also after an order of the list has ended. A
 * list is forgotten with the last of its orders that is open, and nothing is done while no child is.
 */
final class OtoLists {

    private final TreeMap<Long, Family> families = new TreeMap<>();
    private @Nullable List<OpenOrder> followed;

    /** A parent and its children. */
    static final class Family {

        private final long parent;
        private final Side entry;
        private Decimal whole = Decimal.ZERO;
        private Decimal entered;
        private Decimal left = Decimal.ZERO;
        private boolean isOfSum;

        private Family(OpenOrder parent) {
            this.parent = parent.approved().id();
            entry = parent.approved().order().side();
            entered = parent.filled();
            isOfSum = !isInUnits(parent.approved().order());
            expect(parent);
        }

        /** How many units the children together may still fill. */
        Decimal leavable() {
            return whole.max(entered).minus(left).max(Decimal.ZERO);
        }

        /** Expects what a parent in units is for, in the larger of its forms. */
        private void expect(OpenOrder open) {
            if (!isOfSum) {
                whole = units(open.approved());
                ApprovedOrder revision = open.revision();
                whole = revision == null ? whole : whole.max(units(revision));
            }
        }

        /** Expects as much as a form of the parent is for, or of a child if the parent is for a sum. */
        private void fit(ApprovedOrder form) {
            if (isOfSum || form.id() == parent) {
                whole = whole.max(units(form));
            }
        }

        private void hear(ExecutionEvent event) {
            boolean isParent = event.orderId() == parent;
            boolean isOver = event instanceof ExecutionEvent.Canceled || event instanceof ExecutionEvent.Rejected;
            if (event instanceof ExecutionEvent.Filled filled) {
                Decimal quantity = filled.fill().quantity();
                boolean enters = isParent && filled.fill().side() == entry;
                entered = enters ? entered.plus(quantity) : entered;
                left = isParent ? left : left.plus(quantity);
                isOver = filled.closesOrder();
            }
            if (isParent && isOver) {
                whole = entered;
                isOfSum = false;
            }
        }
    }

    /** Remembers an order that was just approved and the parent it waits for, if it is a child. */
    void add(Request request, ApprovedOrder approved) {
        OpenOrder parent = Parents.isChild(request.intent()) ? Parents.of(request) : null;
        if (parent != null) {
            Family family = families.computeIfAbsent(parent.approved().id(), id -> new Family(parent));
            families.put(approved.id(), family);
            family.fit(approved);
            followed = null;
        }
    }

    /** Follows an order that was just approved in another form. */
    void revise(ApprovedOrder revised) {
        Family family = families.isEmpty() ? null : families.get(revised.id());
        if (family != null) {
            family.fit(revised);
            followed = null;
        }
    }

    /** Follows what the venue tells of any order. */
    void hear(ExecutionEvent event) {
        Family family = families.isEmpty() ? null : families.get(event.orderId());
        if (family != null) {
            family.hear(event);
        }
    }

    /** Follows what has become of the open orders since the last time, and forgets what is no longer open. */
    @SuppressWarnings("ReferenceEquality")
    void follow(Portfolio portfolio) {
        List<OpenOrder> open = portfolio.openOrders();
        if (families.isEmpty() || open == followed) {
            return;
        }
        followed = open;
        int found = 0;
        for (int i = 0; i < open.size(); i++) {
            long id = open.get(i).approved().id();
            Family family = families.get(id);
            found += family == null ? 0 : 1;
            if (family != null && family.parent == id) {
                family.expect(open.get(i));
            }
        }
        if (found < families.size()) {
            retain(open);
        }
    }

    private void retain(List<OpenOrder> open) {
        TreeSet<Long> ids = new TreeSet<>();
        for (int i = 0; i < open.size(); i++) {
            ids.add(open.get(i).approved().id());
        }
        families.keySet().retainAll(ids);
    }

    /** The family of a child, or null if it has none. */
    @Nullable
    Family of(long child) {
        return families.get(child);
    }

    private static boolean isInUnits(Order order) {
        return order.size() instanceof OrderSize.Units;
    }

    private static Decimal units(ApprovedOrder approved) {
        return ((OrderSize.Units) approved.order().size()).quantity();
    }
}
