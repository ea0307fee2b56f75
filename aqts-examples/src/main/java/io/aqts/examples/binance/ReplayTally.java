package io.aqts.examples.binance;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Payoff;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What trading on a book came to: how much was given and taken, what of the spread was earned or paid at the moment of
 * a fill, how the price went on against us or for us afterwards, and what was left after fees.
 *
 * <p>The middle of the best prices is that of the step in which a fill was reported. All figures are in the currency
 * the instrument settles in; they are for reading, not for booking.
 */
final class ReplayTally implements StepListener {

    private final long horizonNanos;
    private final Payoff payoff;
    private final Deque<Watched> watched = new ArrayDeque<>();
    private final Map<Long, Long> acceptedAt = new TreeMap<>();
    private final Side maker = new Side();
    private final Side taker = new Side();
    private long steps;
    private long sent;
    private long canceled;
    private long rejected;
    private long waitedNanos;
    private long firstFills;
    private double mid;
    private double worth;
    private double initial;

    /** Looks at the middle again after some nanoseconds. */
    ReplayTally(long horizonNanos, Instrument instrument) {
        this.payoff = instrument.contract().payoff();
        this.horizonNanos = horizonNanos;
    }

    @Override
    public void onStart(LayerContext context) {
        initial = context.config().risk().initialCash().toDouble();
    }

    @Override
    public void onStep(Step step) {
        steps++;
        long now = step.snapshot().epochNanos();
        InstrumentMarket news = step.snapshot().instrument(0);
        mid = news.price() > 0 ? news.price() : mid;
        while (!watched.isEmpty() && watched.getFirst().until <= now) {
            settle(watched.removeFirst());
        }
        for (ApprovedOrder order : step.orders()) {
            sent += order.revision() == 0 ? 1 : 0;
        }
        for (ExecutionEvent event : step.events()) {
            take(event, now);
        }
        worth = step.portfolio().markedEquity();
    }

    /** {@return the report, line by line} */
    List<String> lines() {
        watched.forEach(this::settle);
        watched.clear();
        List<String> lines = new ArrayList<>();
        lines.add(line("steps %,d, orders %,d, canceled %,d, rejected %,d", steps, sent, canceled, rejected));
        lines.add(line(
                "orders that filled waited %.0f ms on average before their first fill",
                firstFills == 0 ? 0 : waitedNanos / 1e6 / firstFills));
        lines.add(maker.line("given", horizonNanos));
        lines.add(taker.line("taken", horizonNanos));
        double fees = maker.fees + taker.fees;
        lines.add(
                line("profit %.6f after fees of %.6f, so %.6f before", worth - initial, fees, worth - initial + fees));
        return lines;
    }

    private void take(ExecutionEvent event, long now) {
        if (event instanceof ExecutionEvent.Accepted) {
            acceptedAt.put(event.orderId(), now);
        } else if (event instanceof ExecutionEvent.Rejected) {
            rejected++;
        } else if (event instanceof ExecutionEvent.Canceled) {
            canceled++;
        } else if (event instanceof ExecutionEvent.Filled filled) {
            take(filled.fill(), now);
        }
    }

    private void take(Fill fill, long now) {
        Long since = acceptedAt.remove(fill.orderId());
        if (since != null) {
            waitedNanos += now - since;
            firstFills++;
        }
        Side side = fill.context().liquidity() == Liquidity.MAKER ? maker : taker;
        double price = fill.price().toDouble();
        side.fills++;
        side.notional += Math.abs(payoff.value(fill.quantity().toDouble(), price));
        side.fees += fill.fee().toDouble();
        double signed = fill.side().sign() * fill.quantity().toDouble();
        side.spread += payoff.value(signed, mid) - payoff.value(signed, price);
        watched.addLast(new Watched(now + horizonNanos, mid, signed, side));
    }

    private void settle(Watched fill) {
        fill.side.drift += payoff.value(fill.signed, mid) - payoff.value(fill.signed, fill.mid);
    }

    private static String line(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }

    /** A fill whose afterwards is not known yet. */
    private record Watched(long until, double mid, double signed, Side side) {}

    /** What was given, or taken. */
    private static final class Side {

        private long fills;
        private double notional;
        private double fees;
        private double spread;
        private double drift;

        String line(String what, long horizonNanos) {
            return ReplayTally.line(
                    "%s: %,d fills worth %,.2f, spread %.6f (%.3f bps), drift within %.1f s %.6f (%.3f bps), fees %.6f",
                    what, fills, notional, spread, bps(spread), horizonNanos / 1e9, drift, bps(drift), fees);
        }

        private double bps(double sum) {
            return notional == 0 ? 0 : sum / notional * 10_000;
        }
    }
}
