package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.trade.Amendment;
import io.aqts.trade.Decimal;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Trail;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Conditions, lists, amendments and withdrawals for {@link HostileRiskManager}: good ones, and any that there can be.
 */
final class HostileOrders {

    private static final List<ReasonCode> WHY = List.of(ReasonCode.SIGNAL);

    private final Randomness chance;
    private final DoubleSupplier oddNumber;

    HostileOrders(Randomness chance, DoubleSupplier oddNumber) {
        this.chance = chance;
        this.oddNumber = oddNumber;
    }

    /** {@return the intent on other conditions, some of which contradict one another} */
    OrderIntent conditioned(OrderIntent intent, double price, long now) {
        return intent.withPricing(pricing(price))
                .withLifetime(lifetime(now))
                .withInstructions(instructions(intent.reduceOnly()));
    }

    /** {@return a change or the withdrawal of an order that waits, of another one, or of none} */
    RiskVerdict change(Portfolio portfolio, double price) {
        List<OpenOrder> open = portfolio.openOrders();
        OpenOrder one = open.isEmpty() ? null : open.get(chance.nextInt(open.size()));
        long id = one == null || chance.nextInt(8) == 0
                ? chance.nextInt(50)
                : one.approved().id();
        int instrument = one == null || chance.nextInt(8) == 0
                ? chance.nextInt(3) - 1
                : one.approved().order().instrument();
        return switch (chance.nextInt(4)) {
            case 0 -> new RiskVerdict.Withdraw(instrument, id, WHY);
            case 1 ->
                new RiskVerdict.Amend(
                        instrument, id, new Amendment(oddNumber.getAsDouble(), near(price), near(price)), WHY);
            case 2 -> new RiskVerdict.Amend(instrument, id, Amendment.limit(near(price)), WHY);
            default ->
                new RiskVerdict.Amend(instrument, id, Amendment.quantity(1e7 * chance.nextDouble() / price), WHY);
        };
    }

    private Pricing pricing(double price) {
        return switch (chance.nextInt(8)) {
            case 0 -> Pricing.market();
            case 1 -> Pricing.limit(near(price));
            case 2 -> Pricing.stop(near(price));
            case 3 -> new Pricing.OnStopLimit(near(price), near(price));
            case 4 -> new Pricing.IfTouched(near(price));
            case 5 -> new Pricing.IfTouchedLimit(near(price), near(price));
            case 6 -> new Pricing.Trailing(trail(price), near(price));
            default -> new Pricing.OnStopLimit(oddNumber.getAsDouble(), oddNumber.getAsDouble());
        };
    }

    private Trail trail(double price) {
        return switch (chance.nextInt(3)) {
            case 0 -> new Trail.ByPrice(Decimal.fromDouble(Math.max(price * 0.01, 1e-9)));
            case 1 -> new Trail.ByBps(100);
            default -> new Trail.ByAtr(3, 5);
        };
    }

    private Lifetime lifetime(long now) {
        return switch (chance.nextInt(8)) {
            case 0 -> Lifetime.IOC;
            case 1 -> Lifetime.FOK;
            case 2 -> Lifetime.DAY;
            case 3 -> Lifetime.until(Math.max(1, now + (chance.nextInt(9) - 2) * 60_000_000_000L));
            case 4 -> Lifetime.AT_OPEN;
            case 5 -> Lifetime.AT_CLOSE;
            default -> Lifetime.GTC;
        };
    }

    private Instructions instructions(boolean reduceOnly) {
        LinkRole role = Extremes.oneOf(chance, List.of(LinkRole.values()));
        OrderLink link = role == LinkRole.NONE ? OrderLink.NONE : new OrderLink(1L + chance.nextInt(5), role);
        double shown = switch (chance.nextInt(8)) {
            case 0 -> oddNumber.getAsDouble();
            case 1 -> chance.nextDouble();
            default -> 0;
        };
        return new Instructions(
                reduceOnly || (role == LinkRole.CHILD && chance.nextInt(4) > 0),
                chance.nextInt(8) == 0,
                shown,
                chance.nextInt(2) == 0 ? link : OrderLink.NONE);
    }

    private double near(double price) {
        return chance.nextInt(16) == 0 ? oddNumber.getAsDouble() : price * chance.nextDouble(0.8, 1.25);
    }
}
