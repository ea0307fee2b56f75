package io.aqts.core.analyse;

import io.aqts.internal.Outlined;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.List;

/** The canonical form of what was done: verdicts, orders and what became of them. */
final class TradeForm {

    private final DigestBuffer out;
    private final ConditionForm conditions;
    private final Outlined<List<RiskVerdict>, Boolean> writingVerdicts = this::write;
    private final Outlined<List<ApprovedOrder>, Boolean> writingOrders = this::writeOrders;
    private final Outlined<List<ExecutionEvent>, Boolean> writingEvents = this::writeEvents;
    private List<RiskVerdict> before = List.of();

    TradeForm(DigestBuffer out) {
        this.out = out;
        this.conditions = new ConditionForm(out);
    }

    void clear() {
        before = List.of();
    }

    /** Writes the verdicts; those that equal the ones of the step before are a single mark. */
    void verdicts(List<RiskVerdict> verdicts) {
        boolean repeated = verdicts.equals(before);
        before = verdicts;
        if (repeated) {
            out.mark('=');
            return;
        }
        Outlined.call(writingVerdicts, verdicts);
    }

    private boolean write(List<RiskVerdict> verdicts) {
        out.mark('V');
        out.count(verdicts.size());
        for (int i = 0; i < verdicts.size(); i++) {
            verdict(verdicts.get(i));
        }
        return true;
    }

    private void verdict(RiskVerdict verdict) {
        if (verdict instanceof RiskVerdict.Approved approved) {
            out.mark('A');
            intent(approved.intent());
        } else if (verdict instanceof RiskVerdict.Reduced reduced) {
            out.mark('C');
            intent(reduced.intent());
            sizing(reduced.requested());
        } else if (verdict instanceof RiskVerdict.Amend amend) {
            out.mark('M');
            out.count(amend.instrument());
            out.number(amend.orderId());
            out.belief(amend.change().quantity());
            out.belief(amend.change().limit());
            out.belief(amend.change().trigger());
        } else if (verdict instanceof RiskVerdict.Withdraw withdraw) {
            out.mark('W');
            out.count(withdraw.instrument());
            out.number(withdraw.orderId());
        } else {
            out.mark('R');
            out.count(verdict.instrument());
        }
        BeliefForm.reasons(out, verdict.reasons());
    }

    private void intent(OrderIntent intent) {
        out.count(intent.instrument());
        side(intent.side());
        sizing(intent.sizing());
        conditions.pricing(intent.pricing());
        conditions.lifetime(intent.lifetime());
        conditions.instructions(intent.instructions());
        out.belief(intent.exitPlan().stopPrice());
        out.belief(intent.exitPlan().targetPrice());
        out.number(intent.exitPlan().holdNanos());
        out.text(intent.reason().code());
    }

    private void sizing(Sizing sizing) {
        if (sizing instanceof Sizing.Units units) {
            out.mark('U');
            out.belief(units.quantity());
        } else if (sizing instanceof Sizing.Spend spend) {
            out.mark('$');
            out.belief(spend.amount());
        } else {
            out.mark('*');
        }
    }

    void orders(List<ApprovedOrder> orders) {
        out.count(orders.size());
        if (!orders.isEmpty()) {
            Outlined.call(writingOrders, orders);
        }
    }

    private boolean writeOrders(List<ApprovedOrder> orders) {
        for (int i = 0; i < orders.size(); i++) {
            approved(orders.get(i));
        }
        return true;
    }

    void approved(ApprovedOrder approved) {
        out.number(approved.id());
        out.count(approved.revision());
        out.number(approved.epochNanos());
        out.exact(approved.reference());
        order(approved.order());
    }

    private void order(Order order) {
        out.count(order.instrument());
        side(order.side());
        if (order.size() instanceof OrderSize.Units units) {
            out.mark('U');
            out.exact(units.quantity());
        } else if (order.size() instanceof OrderSize.Spend spend) {
            out.mark('$');
            out.exact(spend.amount());
        }
        conditions.type(order.type());
        conditions.lifetime(order.lifetime());
        conditions.handling(order.handling());
        out.exact(order.bracket().stopPrice());
        out.exact(order.bracket().targetPrice());
        out.number(order.bracket().holdNanos());
        out.text(order.reason().code());
    }

    void events(List<ExecutionEvent> events) {
        out.count(events.size());
        if (!events.isEmpty()) {
            Outlined.call(writingEvents, events);
        }
    }

    private boolean writeEvents(List<ExecutionEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            event(events.get(i));
        }
        return true;
    }

    private void event(ExecutionEvent event) {
        out.number(event.orderId());
        out.number(event.epochNanos());
        if (event instanceof ExecutionEvent.Filled filled) {
            out.mark('F');
            out.flag(filled.closesOrder());
            fill(filled.fill());
        } else if (event instanceof ExecutionEvent.Rejected rejected) {
            out.mark('R');
            out.text(rejected.reason().code());
        } else if (event instanceof ExecutionEvent.Canceled canceled) {
            out.mark('C');
            out.text(canceled.reason().code());
        } else {
            rare(event);
        }
    }

    private void rare(ExecutionEvent event) {
        if (event instanceof ExecutionEvent.Triggered) {
            out.mark('T');
        } else if (event instanceof ExecutionEvent.Amended amended) {
            out.mark('M');
            out.count(amended.revision());
        } else if (event instanceof ExecutionEvent.AmendRejected refused) {
            out.mark('m');
            out.count(refused.revision());
            out.text(refused.reason().code());
        } else if (event instanceof ExecutionEvent.CancelRejected refused) {
            out.mark('c');
            out.text(refused.reason().code());
        } else {
            out.mark('A');
        }
    }

    private void fill(Fill fill) {
        out.count(fill.instrument());
        side(fill.side());
        out.exact(fill.quantity());
        out.exact(fill.price());
        out.exact(fill.fee());
        out.text(fill.context().venue());
        out.text(fill.context().liquidity().name());
        out.text(fill.context().cause().code());
        out.exact(fill.context().arrivalPrice());
        out.flag(fill.context().ambiguous());
        payment(fill.context().payment());
        since(fill);
    }

    /** Writes nothing for a fill that tells its own moment. */
    private void since(Fill fill) {
        if (fill.sinceNanos() != fill.epochNanos()) {
            out.mark('N');
            out.number(fill.sinceNanos());
        }
    }

    /** Writes nothing for a fee in quote currency, as all were before there were others. */
    private void payment(FeePayment payment) {
        if (payment instanceof FeePayment.Withheld withheld) {
            out.mark('W');
            out.text(withheld.currency());
            out.exact(withheld.amount());
        } else if (payment instanceof FeePayment.InOther other) {
            out.mark('O');
            out.text(other.currency());
            out.exact(other.amount());
        }
    }

    private void side(Side side) {
        out.mark(side == Side.BUY ? 'B' : 'S');
    }
}
