package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import org.jspecify.annotations.Nullable;

/** An order at a venue, as far as the {@link OrderList list} it belongs to deals with it. */
interface Listed {

    long id();

    Order order();

    LinkRole role();

    boolean isEnded();

    /** {@return what is left, in units or in money} */
    Decimal left();

    /** {@return how many units it has filled} */
    Decimal filled();

    /**
     * {@return what would be left of it in another form in units: zero or less if that is less than what is gone. What
     * siblings took that update one another stays taken; a child is held by its list to what it may leave}
     */
    default Decimal leftOf(Order form) {
        Decimal wanted = ((OrderSize.Units) form.size()).quantity();
        return role() == LinkRole.ONE_UPDATES_OTHER && order().size() instanceof OrderSize.Units before
                ? left().plus(wanted.minus(before.quantity()))
                : wanted.minus(filled());
    }

    /** Gives up what is beyond a number of units; what is for money has no units to give up. */
    void shrinkTo(Decimal most);

    /** Becomes active, or active for more, as its parent fills; of a bar at hand it sees what comes after. */
    void wake(@Nullable Stretch since);
}
