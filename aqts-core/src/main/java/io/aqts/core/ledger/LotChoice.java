package io.aqts.core.ledger;

import io.aqts.config.LotMethod;
import io.aqts.trade.Lot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which lots a fill closes.
 *
 * @param method the rule of the account
 * @param hedged whether long and short stand side by side
 * @param closing whether the fill may only close
 * @param named the lots its order named, possibly none
 */
record LotChoice(LotMethod method, boolean hedged, boolean closing, List<Long> named) {

    /** {@return the lots of one side in the order they are closed} */
    List<Lot> order(List<Lot> lots, int sign, long orderId) {
        List<Lot> ordered = new ArrayList<>();
        if (method == LotMethod.SPECIFIC) {
            for (Long id : named) {
                addAll(ordered, lots, lot -> lot.id() == id);
            }
            addAll(ordered, lots, lot -> lot.orderId() == orderId);
        }
        if (method == LotMethod.LIFO) {
            for (int i = lots.size() - 1; i >= 0; i--) {
                ordered.add(lots.get(i));
            }
        } else {
            addAll(ordered, lots, lot -> true);
        }
        ordered.removeIf(lot -> lot.quantity().signum() != sign);
        return ordered;
    }

    private static void addAll(List<Lot> ordered, List<Lot> lots, Predicate<Lot> which) {
        for (Lot lot : lots) {
            if (which.test(lot) && !ordered.contains(lot)) {
                ordered.add(lot);
            }
        }
    }
}
