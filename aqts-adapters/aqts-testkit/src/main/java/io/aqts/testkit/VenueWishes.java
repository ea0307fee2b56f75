package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderType;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import io.aqts.trade.Trail;

/** The conditions of one order for a venue: none that contradict one another, and half of them plain. */
final class VenueWishes {

    private static final long MINUTE = 60_000_000_000L;

    private final Randomness chance;
    private final Instrument instrument;
    private final double price;

    VenueWishes(Randomness chance, Instrument instrument, double price) {
        this.chance = chance;
        this.instrument = instrument;
        this.price = price;
    }

    OrderType type(Side side, double distance) {
        Decimal better = onTick(1 - side.sign() * distance);
        Decimal worse = onTick(1 + side.sign() * Math.abs(distance));
        return switch (chance.nextInt(8)) {
            case 0, 1, 2 -> OrderType.market();
            case 3, 4 -> OrderType.limit(better);
            case 5 -> chance.nextInt(2) == 0 ? OrderType.stop(worse) : new OrderType.StopLimit(worse, better);
            case 6 ->
                chance.nextInt(2) == 0
                        ? new OrderType.MarketIfTouched(better)
                        : new OrderType.LimitIfTouched(better, better);
            default ->
                new OrderType.TrailingStop(chance.nextInt(4) == 0 ? new Trail.ByAtr(2, 3) : new Trail.ByBps(50), worse);
        };
    }

    Lifetime lifetime(OrderType type, long now) {
        boolean isPlain = type instanceof OrderType.Market || type instanceof OrderType.Limit;
        return switch (chance.nextInt(8)) {
            case 0, 1 -> Lifetime.IOC;
            case 2 -> Lifetime.FOK;
            case 3 -> Lifetime.DAY;
            case 4 -> Lifetime.until(now + (1 + chance.nextInt(9)) * MINUTE);
            case 5 -> isPlain ? Lifetime.AT_OPEN : Lifetime.GTC;
            case 6 -> isPlain ? Lifetime.AT_CLOSE : Lifetime.GTC;
            default -> Lifetime.GTC;
        };
    }

    Handling handling(boolean reduceOnly, OrderType type, Lifetime lifetime) {
        TimeInForce rule = lifetime.timeInForce();
        boolean mayRest = type.limit().isPositive() && rule != TimeInForce.IOC && rule != TimeInForce.FOK;
        boolean isPostOnly = mayRest && chance.nextInt(4) == 0;
        Decimal shown = mayRest && chance.nextInt(4) == 0 ? instrument.lotSize() : Decimal.ZERO;
        return new Handling(reduceOnly, isPostOnly, shown.times(Decimal.of(1_000)), link());
    }

    private OrderLink link() {
        long list = 1L + chance.nextInt(4);
        return switch (chance.nextInt(8)) {
            case 0 -> new OrderLink(list, LinkRole.ONE_CANCELS_OTHER);
            case 1 -> new OrderLink(10 + list, LinkRole.ONE_UPDATES_OTHER);
            default -> OrderLink.NONE;
        };
    }

    private Decimal onTick(double factor) {
        return VenueScript.onTick(instrument, price * factor);
    }
}
