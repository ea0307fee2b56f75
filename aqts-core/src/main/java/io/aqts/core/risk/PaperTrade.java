package io.aqts.core.risk;

import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.trade.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trade that was not taken, followed on paper to the end it would have had.
 *
 * <p>It enters at the open of the first bar after its proposal and leaves at its stop, at its target, by the clock or
 * on word. A target is reached when a bar trades through it, a touch is not enough. If a bar could have touched both
 * stop and target, the stop counts; a gap beyond the stop costs the gap.
 *
 * <p>Entry and exit are orders that one fill fills wholly: each pays its fee, with what is fixed of it, and half the
 * spread. What happened by the start of a bar comes before the bar, and what happened within it comes after. A split
 * rescales the trade and leaves its outcome as it is; a dividend is received, or paid by a short trade, for the units
 * held when it falls due.
 */
final class PaperTrade {

    private final DearestFee fee;
    private final double halfSpread;
    private int sign;
    private double entry;
    private double stop;
    private double target;
    private double risk;
    private double units;
    private double value;
    private double carried;
    private long holdNanos;
    private long endNanos;

    /** Nothing yet; each of entry and exit will cost a fee and this share of the price. */
    PaperTrade(DearestFee fee, double halfSpread) {
        this.fee = fee;
        this.halfSpread = halfSpread;
    }

    boolean isRunning() {
        return sign != 0;
    }

    boolean runsAgainst(Side side) {
        return sign == -side.sign();
    }

    /**
     * Starts following a trade as it was planned.
     *
     * @param side which way
     * @param plan where it would be entered and left
     * @param quantity of how many units, more than zero
     * @param unitValue what a unit gains in the currency of settlement when the price rises by one, more than zero
     */
    void follow(Side side, Plan plan, double quantity, double unitValue) {
        sign = side.sign();
        entry = 0;
        carried = 0;
        stop = plan.stop();
        target = plan.target();
        risk = plan.distance() * quantity * unitValue;
        units = quantity;
        value = unitValue;
        holdNanos = plan.holdNanos();
    }

    /** Looks at what came next and adds the outcome to the record if the trade ended in it. */
    void meet(InstrumentMarket market, TradeRecord record) {
        if (sign == 0) {
            return;
        }
        List<MarketEvent> events = market.events();
        Bar bar = market.bar();
        int next = happen(events, 0, bar);
        if (bar != null) {
            meet(bar, record);
        }
        if (sign != 0) {
            happen(events, next, null);
        }
    }

    private int happen(List<MarketEvent> events, int first, @Nullable Bar before) {
        int k = first;
        while (k < events.size() && (before == null || events.get(k).epochNanos() <= before.startNanos())) {
            MarketEvent event = events.get(k++);
            if (event instanceof MarketEvent.Split split) {
                split(split.ratio().toDouble());
            } else if (event instanceof MarketEvent.Dividend dividend && entry != 0) {
                carried += sign * units * value * dividend.amount().toDouble();
            }
        }
        return k;
    }

    private void split(double ratio) {
        entry /= ratio;
        stop /= ratio;
        target /= ratio;
        units *= ratio;
    }

    private void meet(Bar bar, TradeRecord record) {
        if (entry == 0) {
            entry = bar.open();
            carried -= cost(entry);
            endNanos = bar.startNanos() + holdNanos;
        }
        double worst = sign > 0 ? bar.low() : bar.high();
        double best = sign > 0 ? bar.high() : bar.low();
        if (sign * (worst - stop) <= 0) {
            end(sign * (bar.open() - stop) <= 0 ? bar.open() : stop, record);
        } else if (target > 0 && sign * (best - target) > 0) {
            end(sign * (bar.open() - target) > 0 ? bar.open() : target, record);
        } else if (bar.epochNanos() >= endNanos) {
            end(bar.close(), record);
        }
    }

    /** Ends the trade at a price, and adds its outcome to the record if it was entered at all. */
    void leave(double price, TradeRecord record) {
        if (sign != 0 && entry != 0) {
            end(price, record);
        }
        sign = 0;
    }

    private void end(double price, TradeRecord record) {
        double earned = sign * (price - entry) * units * value - cost(price) + carried;
        sign = 0;
        record.add(earned / risk);
    }

    private double cost(double price) {
        double notional = units * value * price;
        return fee.of(units, notional) + halfSpread * notional;
    }
}
