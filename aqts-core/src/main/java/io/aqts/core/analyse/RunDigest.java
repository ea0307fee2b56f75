package io.aqts.core.analyse;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.signal.Action;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The fingerprint of a run: SHA-256 over a canonical form of everything that was seen, decided and done.
 *
 * <p>Two runs with the same fingerprint saw the same prices and made the same signals, decisions, verdicts, orders and fills,
 * to the last bit. The canonical form is big-endian; numbers of belief are written as their IEEE 754 bits, exact numbers and
 * names as UTF-8 with their length in front, lists with their size in front.
 */
public final class RunDigest implements StepListener {

    private static final int ROOM = 1 << 13;

    private final MessageDigest sha;
    private final ByteBuffer buffer = ByteBuffer.allocate(ROOM);

    /** A fingerprint of nothing yet. */
    public RunDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void onStart(LayerContext context) {
        sha.reset();
        buffer.clear();
        for (Instrument instrument : context.universe().instruments()) {
            text(instrument.symbol());
        }
    }

    @Override
    public void onStep(Step step) {
        room(64);
        buffer.putLong(step.snapshot().epochNanos());
        buffer.putDouble(step.portfolio().markedEquity());
        buffer.put(code(step.portfolio().riskState()));
        prices(step);
        signals(step.signals());
        proposals(step.decision().proposals());
        verdicts(step.verdicts());
        orders(step.orders());
        events(step.events());
    }

    /**
     * The fingerprint of what was seen since the start. It may be asked for at any time and changes nothing.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        try {
            MessageDigest copy = (MessageDigest) sha.clone();
            copy.update(buffer.array(), 0, buffer.position());
            return HexFormat.of().formatHex(copy.digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    private void prices(Step step) {
        for (int i = 0; i < step.snapshot().instruments().size(); i++) {
            Bar bar = step.snapshot().instrument(i).bar();
            if (bar != null) {
                room(16);
                buffer.putInt(i);
                buffer.putDouble(bar.close());
            }
        }
    }

    private void signals(List<Signal> signals) {
        count(signals.size());
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            room(24);
            buffer.putInt(signal.instrument());
            buffer.putDouble(signal.score());
            buffer.putDouble(signal.confidence());
        }
    }

    private void proposals(List<Proposal> proposals) {
        count(proposals.size());
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            room(32);
            buffer.put(code(proposal.action()));
            buffer.putDouble(proposal.sizeHint());
            buffer.putDouble(proposal.forecast().score());
            buffer.putDouble(proposal.forecast().probability());
        }
    }

    private void verdicts(List<RiskVerdict> verdicts) {
        count(verdicts.size());
        for (int i = 0; i < verdicts.size(); i++) {
            RiskVerdict verdict = verdicts.get(i);
            room(8);
            buffer.put((byte)
                    (verdict instanceof RiskVerdict.Approved ? 1 : verdict instanceof RiskVerdict.Reduced ? 2 : 3));
            buffer.putInt(verdict.instrument());
            List<ReasonCode> reasons = verdict.reasons();
            for (int j = 0; j < reasons.size(); j++) {
                text(reasons.get(j).code());
            }
        }
    }

    private void orders(List<ApprovedOrder> orders) {
        count(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            ApprovedOrder approved = orders.get(i);
            Order order = approved.order();
            room(24);
            buffer.putLong(approved.id());
            buffer.putInt(order.instrument());
            buffer.put((byte) order.side().sign());
            buffer.put((byte) (order.reduceOnly() ? 1 : 0));
            buffer.put((byte) (order.size() instanceof OrderSize.Units ? 1 : 2));
            exact(order.size() instanceof OrderSize.Units units ? units.quantity() : amount(order.size()));
            exact(order.type() instanceof OrderType.Limit limit ? limit.price() : Decimal.ZERO);
            exact(order.bracket().stopPrice());
            exact(order.bracket().targetPrice());
            text(order.timeInForce().name());
            text(order.reason().code());
        }
    }

    private static Decimal amount(OrderSize size) {
        return size instanceof OrderSize.Spend spend ? spend.amount() : Decimal.ZERO;
    }

    private void events(List<ExecutionEvent> events) {
        count(events.size());
        for (int i = 0; i < events.size(); i++) {
            ExecutionEvent event = events.get(i);
            room(24);
            buffer.putLong(event.orderId());
            buffer.putLong(event.epochNanos());
            if (event instanceof ExecutionEvent.Filled filled) {
                text("filled");
                fill(filled.fill());
            } else if (event instanceof ExecutionEvent.Rejected rejected) {
                text("rejected");
                text(rejected.reason().code());
            } else if (event instanceof ExecutionEvent.Canceled canceled) {
                text("canceled");
                text(canceled.reason().code());
            } else {
                text("accepted");
            }
        }
    }

    private void fill(Fill fill) {
        room(8);
        buffer.putInt(fill.instrument());
        buffer.put((byte) fill.side().sign());
        exact(fill.quantity());
        exact(fill.price());
        exact(fill.fee());
        text(fill.context().venue());
        text(fill.context().cause().code());
    }

    private static byte code(Action action) {
        return switch (action) {
            case GO_LONG -> 'L';
            case GO_SHORT -> 'S';
            case GO_FLAT -> 'F';
            case HOLD -> 'H';
        };
    }

    private static byte code(RiskState state) {
        return switch (state) {
            case NORMAL -> 'N';
            case REDUCING -> 'R';
            case HALTED -> 'H';
        };
    }

    private void exact(Decimal number) {
        text(number.toString());
    }

    private void count(int size) {
        room(4);
        buffer.putInt(size);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(4);
        buffer.putInt(bytes.length);
        if (bytes.length > ROOM / 2) {
            flush();
            sha.update(bytes);
        } else {
            room(bytes.length);
            buffer.put(bytes);
        }
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        sha.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
