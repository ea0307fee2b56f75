package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes up what is asked of a venue on a market: orders of every type and size, good ones and hopeless ones, and
 * cancels of orders that exist and of some that do not. Three snapshots before the end, everything is canceled.
 */
final class VenueScript {

    private static final int LAST_SNAPSHOTS = 3;
    private static final long NEVER_GIVEN = 1_000_000;
    private static final List<Double> WORTHS = List.of(1e-3, 10.0, 1e3, 1e3, 1e6);
    private static final List<Double> DISTANCES = List.of(0.0, 0.001, -0.001, 0.01, -0.01, 0.1);
    private static final List<Double> EXIT_DISTANCES = List.of(1e-4, 0.002, 0.01, 0.1);
    private static final List<Long> HOLDS = List.of(0L, 0L, 1L, 300_000_000_000L);

    private final Market market;
    private final Approver approver;
    private final Randomness chance;
    private final double[] prices;

    private VenueScript(Market market, Approver approver) {
        this.market = market;
        this.approver = approver;
        this.chance = Randomness.of(market.seed()).split("venue");
        this.prices = new double[market.universe().size()];
    }

    static List<VenueTurn> of(Market market, Approver approver) {
        return new VenueScript(market, approver).turns();
    }

    /** {@return the same script in which every turn also submits one order that was submitted before} */
    static List<VenueTurn> withDuplicates(List<VenueTurn> script) {
        List<ApprovedOrder> submitted = new ArrayList<>();
        List<VenueTurn> turns = new ArrayList<>();
        for (VenueTurn turn : script) {
            List<ApprovedOrder> orders = new ArrayList<>(turn.orders());
            submitted.addAll(turn.orders());
            if (!submitted.isEmpty()) {
                orders.add(submitted.get(turns.size() * 7 % submitted.size()));
            }
            turns.add(new VenueTurn(turn.snapshot(), orders, turn.cancels()));
        }
        return turns;
    }

    private List<VenueTurn> turns() {
        List<VenueTurn> turns = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < market.size(); i++) {
            MarketSnapshot snapshot = market.snapshots().get(i);
            look(snapshot);
            int left = market.size() - 1 - i;
            boolean mayOrder =
                    left > LAST_SNAPSHOTS && market.snapshots().get(i + 1).epochNanos() > snapshot.epochNanos();
            List<ApprovedOrder> orders = mayOrder ? orders(snapshot.epochNanos()) : List.of();
            orders.forEach(order -> ids.add(order.id()));
            turns.add(new VenueTurn(snapshot, orders, left == LAST_SNAPSHOTS ? List.copyOf(ids) : cancels(ids)));
        }
        return turns;
    }

    private void look(MarketSnapshot snapshot) {
        for (int i = 0; i < prices.length; i++) {
            double price = snapshot.instrument(i).price();
            prices[i] = price > 0 ? price : prices[i];
        }
    }

    private List<Long> cancels(List<Long> ids) {
        return switch (chance.nextInt(8)) {
            case 0 -> List.of(NEVER_GIVEN);
            case 1 -> ids.isEmpty() ? List.of() : List.of(Extremes.oneOf(chance, ids));
            default -> List.of();
        };
    }

    private List<ApprovedOrder> orders(long epochNanos) {
        List<ApprovedOrder> orders = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            for (int n = Math.max(0, chance.nextInt(4) - 1); n > 0 && prices[i] > 0; n--) {
                Decimal reference = Decimal.fromDouble(prices[i]);
                orders.add(approver.approve(order(i, prices[i], epochNanos), epochNanos, reference));
            }
        }
        return orders;
    }

    private Order order(int index, double price, long now) {
        Instrument instrument = market.universe().instrument(index);
        Side side = chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        boolean reduceOnly = chance.nextInt(4) == 0;
        double worth = Extremes.oneOf(chance, WORTHS);
        OrderSize size = side == Side.BUY && !reduceOnly && Extremes.atEdge(chance)
                ? OrderSize.spend(Decimal.roundedToMultiple(worth, Decimal.of(1, 8), RoundingMode.UP))
                : OrderSize.units(Decimal.roundedToMultiple(worth / price, instrument.lotSize(), RoundingMode.DOWN)
                        .max(instrument.lotSize()));
        double distance = Extremes.oneOf(chance, DISTANCES);
        VenueWishes wishes = new VenueWishes(chance, instrument, price);
        OrderType type = wishes.type(side, distance);
        Lifetime lifetime = wishes.lifetime(type, now);
        boolean isProtected = !reduceOnly && Extremes.atEdge(chance);
        Bracket bracket = isProtected ? bracket(instrument, side.sign(), price) : Bracket.NONE;
        return new Order(
                index,
                side,
                size,
                type,
                lifetime,
                wishes.handling(reduceOnly, type, lifetime),
                bracket,
                ReasonCode.SIGNAL);
    }

    private Bracket bracket(Instrument instrument, int sign, double price) {
        Decimal stop = onTick(instrument, price * (1 - sign * Extremes.oneOf(chance, EXIT_DISTANCES)));
        Decimal target = onTick(instrument, price * (1 + sign * Extremes.oneOf(chance, EXIT_DISTANCES)));
        boolean stopLoses = sign * (price - stop.toDouble()) > 0;
        boolean targetGains = sign * (target.toDouble() - price) > 0;
        return new Bracket(
                stopLoses && chance.nextInt(4) > 0 ? stop : Decimal.ZERO,
                targetGains && chance.nextInt(4) > 0 ? target : Decimal.ZERO,
                Extremes.oneOf(chance, HOLDS));
    }

    static Decimal onTick(Instrument instrument, double price) {
        return Decimal.roundedToMultiple(price, instrument.tickSize(), RoundingMode.HALF_EVEN)
                .max(instrument.tickSize());
    }
}
