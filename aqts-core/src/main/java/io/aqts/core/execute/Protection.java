package io.aqts.core.execute;

import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import org.jspecify.annotations.Nullable;

/** The exits of one entry, armed for what it filled. The first to fill takes the quantity, and the others are void. */
final class Protection {

    private final long orderId;
    private final Side side;
    private final int sign;
    private final Bracket bracket;
    private final double stop;
    private final double target;
    private final double entryLimit;
    private final long sinceNanos;
    private final long holdUntilNanos;
    private final Bill bill = new Bill();

    private Decimal quantity = Decimal.ZERO;
    private @Nullable ReasonCode leaving;

    Protection(WorkingOrder entry, long sinceNanos) {
        this.orderId = entry.id();
        this.side = entry.side().opposite();
        this.sign = entry.side().sign();
        this.bracket = entry.order().bracket();
        this.stop = bracket.hasStop() ? bracket.stopPrice().toDouble() : Double.NaN;
        this.target = bracket.hasTarget() ? bracket.targetPrice().toDouble() : Double.NaN;
        Decimal limit = entry.limit();
        this.entryLimit = limit == null ? Double.NaN : limit.toDouble();
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

    /** {@return the limit of the entry, at which it filled if it was resting; not a number if it had none} */
    double entryLimit() {
        return entryLimit;
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
    Exit at(double price) {
        if (isStopped(price)) {
            return new Exit(ReasonCode.STOP, Decimal.fromDouble(price), bracket.stopPrice(), false, false);
        }
        return isThroughTarget(price)
                ? new Exit(ReasonCode.TARGET, Decimal.fromDouble(price), bracket.targetPrice(), true, false)
                : null;
    }

    /**
     * {@return the exit that has filled by the time the market stands at a price which it came to on an unknown way, or
     * null if none is known to have: a stop fills where the market stands, a target rested at its own price}
     */
    @Nullable
    Exit by(double price) {
        return isThroughTarget(price)
                ? new Exit(ReasonCode.TARGET, bracket.targetPrice(), bracket.targetPrice(), true, false)
                : at(price);
    }

    /** {@return the exit that fills on a way, the stop if it may have been either, or null if none is reached} */
    @Nullable
    Exit along(Path path) {
        Exit first = at(path.open());
        if (first != null) {
            return first;
        }
        boolean through = isThroughTarget(path.favorable());
        if (isStopped(path.adverse())) {
            return new Exit(ReasonCode.STOP, bracket.stopPrice(), bracket.stopPrice(), false, through);
        }
        return through ? new Exit(ReasonCode.TARGET, bracket.targetPrice(), bracket.targetPrice(), true, false) : null;
    }

    /** {@return the filling of the target at its own price} */
    Exit atTarget(boolean ambiguous) {
        return new Exit(ReasonCode.TARGET, bracket.targetPrice(), bracket.targetPrice(), true, ambiguous);
    }

    private boolean isThroughTarget(double price) {
        return sign * (price - target) > 0;
    }

    private static long later(long nanos, long delay) {
        return nanos > Long.MAX_VALUE - delay ? Long.MAX_VALUE : nanos + delay;
    }
}
