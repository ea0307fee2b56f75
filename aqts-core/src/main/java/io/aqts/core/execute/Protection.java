package io.aqts.core.execute;

import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The exits of one entry, armed for what it filled. The first to fill takes the quantity, and the others are void. */
final class Protection {

    private final long orderId;
    private final Side side;
    private final int sign;
    private Bracket bracket;
    private double stop;
    private double target;
    private final @Nullable Stretch stretch;
    private final long sinceNanos;
    private final long holdUntilNanos;

    private final Bill bill = new Bill();
    private Decimal quantity = Decimal.ZERO;
    private @Nullable ReasonCode leaving;

    Protection(WorkingOrder entry, long sinceNanos, @Nullable Stretch stretch) {
        this.orderId = entry.id();
        this.side = entry.side().opposite();
        this.sign = entry.side().sign();
        this.bracket = entry.order().bracket();
        this.stop = level(bracket.stopPrice());
        this.target = level(bracket.targetPrice());
        this.stretch = stretch;
        this.sinceNanos = sinceNanos;
        this.holdUntilNanos = bracket.hasHoldLimit() ? later(sinceNanos, bracket.holdNanos()) : Long.MAX_VALUE;
    }

    long orderId() {
        return orderId;
    }

    /** {@return the side of the exits, opposite to that of the entry} */
    Side side() {
        return side;
    }

    /** {@return 1 if it protects a long position, -1 for a short one} */
    int sign() {
        return sign;
    }

    /** {@return the moment from which prices count, in nanoseconds since 1970-01-01T00:00Z} */
    long sinceNanos() {
        return sinceNanos;
    }

    /** {@return what its fills were charged so far} */
    Bill bill() {
        return bill;
    }

    Decimal quantity() {
        return quantity;
    }

    Decimal targetPrice() {
        return bracket.targetPrice();
    }

    Decimal stopPrice() {
        return bracket.stopPrice();
    }

    /** {@return what it saw of the bar in which it was armed, or null if that was between bars} */
    @Nullable
    Stretch stretch() {
        return stretch;
    }

    double stop() {
        return stop;
    }

    double target() {
        return target;
    }

    boolean isSpent() {
        return quantity.isZero();
    }

    void enlarge(Decimal more) {
        quantity = quantity.plus(more);
    }

    void shrinkTo(Decimal most) {
        quantity = quantity.min(most);
    }

    /** Each unit becomes several, and prices become as much smaller, on the near side of the grid. */
    void split(Decimal ratio, Decimal tick) {
        quantity = quantity.times(ratio);
        bracket = divided(bracket, ratio, tick);
        stop = level(bracket.stopPrice());
        target = level(bracket.targetPrice());
    }

    /** {@return exits at prices divided by a ratio, on the grid} */
    static Bracket divided(Bracket bracket, Decimal ratio, Decimal tick) {
        return new Bracket(
                divided(bracket.stopPrice(), ratio, tick),
                divided(bracket.targetPrice(), ratio, tick),
                bracket.holdNanos());
    }

    private static Decimal divided(Decimal price, Decimal ratio, Decimal tick) {
        return price.isPositive()
                ? price.dividedBy(ratio, tick.scale() + 2, RoundingMode.HALF_EVEN)
                        .roundToMultiple(tick, RoundingMode.HALF_EVEN)
                        .max(tick)
                : price;
    }

    /** {@return why it is leaving at the market by now, or null if it is not} */
    @Nullable
    ReasonCode leaving(long nowNanos) {
        if (leaving == null && holdUntilNanos <= nowNanos) {
            leaving = ReasonCode.HOLD_EXPIRED;
        }
        return leaving;
    }

    /** Leaves at the market from now on, whatever the price does. */
    void leave(ReasonCode cause) {
        leaving = cause;
    }

    /** {@return whether a price is at the stop or beyond} */
    boolean isStopped(double price) {
        return sign * (price - stop) <= 0;
    }

    /** {@return whether a price is at the target or beyond} */
    boolean isOnTarget(double price) {
        return sign * (price - target) >= 0;
    }

    /** {@return the exit that fills where the market stands, or null if it stands between the exits} */
    @Nullable
    Exit at(double price, FillPolicy policy) {
        if (isStopped(price)) {
            return new Exit(ReasonCode.STOP, Decimal.fromDouble(price), bracket.stopPrice(), false, false);
        }
        return isThroughTarget(price, policy)
                ? new Exit(ReasonCode.TARGET, Decimal.fromDouble(price), bracket.targetPrice(), true, false)
                : null;
    }

    /**
     * {@return the exit that has filled by the time the market stands at a price which it came to on an unknown way, or
     * null if none is known to have: a stop fills where the market stands, a target rested at its own price}
     */
    @Nullable
    Exit by(double price, FillPolicy policy) {
        return isThroughTarget(price, policy) ? atTarget(false) : at(price, policy);
    }

    /** {@return the exit that fills on a stretch, the one the policy prefers if it may have been either, or null} */
    @Nullable
    Exit along(Stretch way, FillPolicy policy) {
        Exit first = at(way.start(), policy);
        if (first != null) {
            return first;
        }
        boolean stopRises = sign < 0;
        boolean stopped = policy.follows(way, stop, stopRises);
        boolean through = policy.fillsOn(way, target, !stopRises);
        if (through && (policy.isFavorable() || !stopped)) {
            return atTarget(way.mayReach(stop, stopRises));
        }
        return stopped ? atStop(through || !way.surelyReaches(stop, stopRises)) : null;
    }

    /** {@return the stop at its own price} */
    Exit atStop(boolean ambiguous) {
        return new Exit(ReasonCode.STOP, bracket.stopPrice(), bracket.stopPrice(), false, ambiguous);
    }

    /** {@return the target at its own price} */
    Exit atTarget(boolean ambiguous) {
        return new Exit(ReasonCode.TARGET, bracket.targetPrice(), bracket.targetPrice(), true, ambiguous);
    }

    private boolean isThroughTarget(double price, FillPolicy policy) {
        return policy.fills(target, price, sign < 0);
    }

    private static double level(Decimal price) {
        return price.isPositive() ? price.toDouble() : Double.NaN;
    }

    private static long later(long nanos, long delay) {
        return nanos > Long.MAX_VALUE - delay ? Long.MAX_VALUE : nanos + delay;
    }
}
