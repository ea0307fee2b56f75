package io.aqts.core.execute;

import io.aqts.market.Bar;
import io.aqts.trade.Decimal;
import io.aqts.trade.Order;
import io.aqts.trade.OrderType;
import io.aqts.trade.Side;
import org.jspecify.annotations.Nullable;

/** The price an order waits for before it may fill. */
final class Trigger {

    private final boolean rises;
    private final boolean isStop;
    private final @Nullable Trailing trailing;
    private final Grid grid;
    private Decimal price;
    private double level;
    private boolean pulled;

    private Trigger(Order order, Grid grid) {
        OrderType type = order.type();
        this.isStop = !(type instanceof OrderType.MarketIfTouched || type instanceof OrderType.LimitIfTouched);
        this.rises = isStop == (order.side() == Side.BUY);
        this.trailing = type instanceof OrderType.TrailingStop stop ? new Trailing(stop.trail()) : null;
        this.grid = grid;
        this.price = type.trigger();
        this.level = price.toDouble();
    }

    /** {@return the trigger of an order, or null if it may fill at once} */
    static @Nullable Trigger of(Order order, Grid grid) {
        return order.type().trigger().isPositive() ? new Trigger(order, grid) : null;
    }

    /** {@return whether it follows the market at a worse price, unlike one that waits for a better} */
    boolean isStop() {
        return isStop;
    }

    /** {@return whether it waits for the market to rise} */
    boolean rises() {
        return rises;
    }

    double level() {
        return level;
    }

    boolean isReached(double market) {
        return rises ? market >= level : market <= level;
    }

    /** {@return where the market stands when it is pulled: at the trigger, or beyond if it began there} */
    double priceFrom(double start) {
        return isReached(start) ? start : level;
    }

    boolean isPulled() {
        return pulled;
    }

    void pull() {
        pulled = true;
    }

    void moveTo(Decimal other) {
        price = other;
        level = other.toDouble();
    }

    boolean isTrailing() {
        return trailing != null;
    }

    /** Takes in a bar for the distance of a trailing stop. */
    void see(Bar bar) {
        if (trailing != null) {
            trailing.see(bar);
        }
    }

    /** Follows the best price since the order was placed, and never goes back. */
    void follow(double best) {
        if (trailing == null || !(best > 0)) {
            return;
        }
        Decimal next = trailing.trigger(best, rises, grid.tick());
        if (next != null && (rises ? next.isLessThan(price) : next.isGreaterThan(price))) {
            moveTo(next);
        }
    }
}
