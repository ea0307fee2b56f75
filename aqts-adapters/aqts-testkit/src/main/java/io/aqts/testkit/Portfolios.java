package io.aqts.testkit;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.RiskConfig;
import io.aqts.market.Universe;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Portfolios made up for tests: legal ones, from dust to far beyond every limit, rich, poor and ruined, in every state
 * of the circuit breaker, with and without open orders.
 */
public final class Portfolios {

    private static final List<Double> FORTUNES = List.of(1.0, 1.0, 1.0, 0.5, 1e-4, 0.0, -0.5, 1e3);
    private static final List<Double> EXPOSURES = List.of(1e-9, 0.1, 0.5, 1.0, 3.0);
    private static final List<RiskState> STATES =
            List.of(RiskState.NORMAL, RiskState.NORMAL, RiskState.NORMAL, RiskState.REDUCING, RiskState.HALTED);
    private static final Decimal HALF = Decimal.of(5, 1);

    private Portfolios() {}

    /**
     * Portfolios for property tests.
     *
     * @param context the limits and the universe of the run
     * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
     * @param prices the last known price of each instrument, zero where there is none
     * @return the portfolios
     */
    public static Arbitrary<Portfolio> any(LayerContext context, long epochNanos, double... prices) {
        return Arbitraries.longs().map(seed -> next(Randomness.of(seed), context, epochNanos, prices));
    }

    /**
     * One portfolio, marked to the given prices. Short positions appear only if they are allowed.
     *
     * @param chance where it is drawn from
     * @param context the limits and the universe of the run
     * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
     * @param prices the last known price of each instrument, zero where there is none
     * @return the portfolio
     */
    public static Portfolio next(Randomness chance, LayerContext context, long epochNanos, double... prices) {
        RiskConfig risk = context.config().risk();
        Universe universe = context.universe();
        double equity = risk.initialCash().toDouble() * Extremes.oneOf(chance, FORTUNES);
        Decimal cash = Decimal.roundedToMultiple(equity, Decimal.of(1, 8), RoundingMode.DOWN);
        List<Position> positions = new ArrayList<>();
        List<OpenOrder> orders = new ArrayList<>();
        TestMint mint = new TestMint();
        for (int i = 0; i < prices.length; i++) {
            Position position = Position.FLAT;
            if (prices[i] > 0 && chance.nextInt(2) == 0) {
                position = position(chance, context, i, prices[i]);
                cash = cash.minus(position.marketValue());
            }
            positions.add(position);
            if (prices[i] > 0 && chance.nextInt(5) == 0) {
                Decimal lot = universe.instrument(i).lotSize();
                Decimal quantity = lot.times(Decimal.of(1 + chance.nextInt(5)));
                Order order = order(chance, i, quantity, position);
                Decimal filled = chance.nextInt(2) == 0 ? Decimal.ZERO : quantity.minus(lot);
                orders.add(new OpenOrder(mint.approve(order, epochNanos, Decimal.fromDouble(prices[i])), filled));
            }
        }
        Portfolio unmarked = new Portfolio(risk.currency(), cash, positions, orders, 0, RiskState.NORMAL);
        double marked = unmarked.equity().toDouble();
        return new Portfolio(risk.currency(), cash, positions, orders, marked, Extremes.oneOf(chance, STATES));
    }

    private static Position position(Randomness chance, LayerContext context, int instrument, double price) {
        RiskConfig risk = context.config().risk();
        Decimal lot = context.universe().instrument(instrument).lotSize();
        double worth = risk.initialCash().toDouble() * risk.maxLeverage() * Extremes.oneOf(chance, EXPOSURES);
        Decimal quantity =
                Decimal.roundedToMultiple(worth / price, lot, RoundingMode.DOWN).max(lot);
        if (chance.nextInt(8) == 0) {
            quantity = lot.times(HALF);
        }
        if (risk.shortAllowed() && chance.nextInt(2) == 0) {
            quantity = quantity.negate();
        }
        Decimal paid = Decimal.roundedToMultiple(
                price * chance.nextDouble(0.8, 1.2),
                context.universe().instrument(instrument).tickSize(),
                RoundingMode.UP);
        Decimal realized = Decimal.of(chance.nextInt(2_000) - 1_000L, 2);
        return new Position(quantity, quantity.times(paid), realized, Decimal.of(chance.nextInt(1_000), 2), price);
    }

    private static Order order(Randomness chance, int instrument, Decimal quantity, Position position) {
        boolean reduces = !position.isFlat() && chance.nextInt(2) == 0;
        Side side = reduces == position.quantity().isNegative() ? Side.BUY : Side.SELL;
        return new Order(
                instrument,
                side,
                OrderSize.units(quantity),
                OrderType.market(),
                Lifetime.GTC,
                Handling.reducing(reduces),
                Bracket.NONE,
                ReasonCode.SIGNAL);
    }
}
