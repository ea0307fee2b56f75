package io.aqts.core.ledger;

import io.aqts.config.LotMethod;
import io.aqts.config.PositionMode;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Fill;
import io.aqts.trade.Side;
import java.util.List;
import java.util.TreeMap;

/** What the ledger must know of orders to book their fills: which only close, and which lots they name. */
final class Orders {

    private final LotMethod method;
    private final boolean isHedged;
    private final boolean isAveraged;
    private final TreeMap<Long, Terms> known = new TreeMap<>();
    private final TreeMap<Long, List<Long>> named = new TreeMap<>();

    Orders(LotMethod method, PositionMode positions) {
        this.method = method;
        this.isHedged = positions == PositionMode.HEDGING;
        this.isAveraged = !isHedged && method == LotMethod.AVERAGE;
    }

    /** {@return whether one average is kept and nothing of orders need be known} */
    boolean areAveraged() {
        return isAveraged;
    }

    void expect(ApprovedOrder approved) {
        if (!isAveraged) {
            known.put(
                    approved.id(),
                    new Terms(approved.order().side(), approved.order().reduceOnly()));
        }
    }

    void name(long orderId, List<Long> lots) {
        named.put(orderId, List.copyOf(lots));
    }

    LotChoice choice(Fill fill) {
        Terms terms = known.get(fill.orderId());
        boolean closing = terms != null && (terms.reduceOnly() || terms.side() != fill.side());
        return new LotChoice(method, isHedged, closing, named.getOrDefault(fill.orderId(), List.of()));
    }

    private record Terms(Side side, boolean reduceOnly) {}
}
