package io.aqts.core.book;

import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/** Everything a book said, as lines. */
final class BookLog implements BookListener {

    final List<String> lines = new ArrayList<>();

    @Override
    public void onRest(long orderId, long lots) {
        lines.add("rest " + orderId + " " + lots);
    }

    @Override
    public void onTrade(long makerId, long takerId, long price, long lots) {
        lines.add("trade " + makerId + " " + takerId + " " + price + " " + lots);
    }

    @Override
    public void onCancel(long orderId, long lots, ReasonCode reason) {
        lines.add("cancel " + orderId + " " + lots + " " + reason);
    }

    @Override
    public void onAmend(long orderId, long price, long lots, boolean keepsPlace) {
        lines.add("amend " + orderId + " " + price + " " + lots + " " + keepsPlace);
    }

    @Override
    public void onReject(long orderId, ReasonCode reason) {
        lines.add("reject " + orderId + " " + reason);
    }
}
