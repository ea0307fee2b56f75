package io.aqts.core.risk;

import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a request may go through.
 *
 * @param size the size of the order, or null if nothing may
 * @param reasons what lowered or forbade it; empty if it may go through as wanted
 */
record Ruling(@Nullable OrderSize size, List<ReasonCode> reasons) {

    static Ruling granted(OrderSize size) {
        return new Ruling(size, List.of());
    }

    static Ruling refused(ReasonCode reason) {
        return new Ruling(null, List.of(reason));
    }
}
