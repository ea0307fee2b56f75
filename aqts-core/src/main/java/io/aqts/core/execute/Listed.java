package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import org.jspecify.annotations.Nullable;

/** An order at a venue, as far as the {@link OrderList list} it belongs to deals with it. */
interface Listed {

    Order order();

    LinkRole role();

    boolean isEnded();

    /** {@return what is left, in units or in money} */
    Decimal left();

    /** Gives up what is beyond a number of units; what is for money has no units to give up. */
    void shrinkTo(Decimal most);

    /** Becomes active, or active for more, as its parent fills; of a bar at hand it sees what comes after. */
    void wake(@Nullable Stretch since);
}
