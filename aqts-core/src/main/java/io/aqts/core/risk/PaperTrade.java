package io.aqts.core.risk;

import io.aqts.market.Bar;
import io.aqts.trade.Side;

/**
 * A trade that was not taken, followed on paper to the end it would have had.
 *
 * <p>It enters at the open of the first bar after its proposal and leaves at its stop, at its target, by the clock or
 * on word. A target is reached when a bar trades through it, a touch is not enough. If a bar could have touched both
 * stop and target, the stop counts; a gap beyond the stop costs the gap. Costs of both ways are deducted.
 */
final class PaperTrade {

    private final double costShare;
    private int sign;
    private double entry;
    private double stop;
    private double target;
    private double risk;
    private long holdNanos;
    private long endNanos;

    /** Nothing yet; each of entry and exit will cost this share of the price. */
    PaperTrade(double costShare) {
        this.costShare = costShare;
    }

    boolean isRunning() {
        return sign != 0;
    }

    boolean runsAgainst(Side side) {
        return sign == -side.sign();
    }

    /** Starts following a trade as it was planned. */
    void follow(Side side, Plan plan) {
        sign = side.sign();
        entry = 0;
        stop = plan.stop();
        target = plan.target();
        risk = plan.distance();
        holdNanos = plan.holdNanos();
    }

    /** Looks at the next bar and adds the outcome to the record if the trade ended in it. */
    void meet(Bar bar, TradeRecord record) {
        if (sign == 0) {
            return;
        }
        if (entry == 0) {
            entry = bar.open();
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
        double earned = sign * (price - entry) - costShare * (price + entry);
        sign = 0;
        record.add(earned / risk);
    }
}
