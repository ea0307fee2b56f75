package io.aqts.testkit;

import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Position;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Books at average cost that are right, unless they are given a flaw. */
final class ToyLedger {

    private static final Decimal TRIFLE = Decimal.of(1, 18);

    private final EngineFlaw flaw;
    private final List<Position> positions;
    private final double[] prices;
    private Decimal cash;

    ToyLedger(EngineFlaw flaw, Decimal cash, int instruments) {
        this.flaw = flaw;
        this.cash = cash;
        positions = new ArrayList<>(Collections.nCopies(instruments, Position.FLAT));
        prices = new double[instruments];
    }

    Decimal cash() {
        return cash;
    }

    List<Position> positions() {
        return positions;
    }

    void mark(int instrument, double price) {
        Position position = positions.get(instrument);
        prices[instrument] =
                flaw == EngineFlaw.MARKS_AT_THE_FILL && prices[instrument] > 0 ? prices[instrument] : price;
        positions.set(instrument, position.isFlat() ? position : position.withMark(prices[instrument]));
    }

    double price(int instrument) {
        return prices[instrument];
    }

    double equity() {
        Decimal sum = cash;
        for (Position position : positions) {
            sum = sum.plus(position.marketValue());
        }
        return sum.toDouble() * (flaw == EngineFlaw.MARKS_TOO_HIGH ? 1.001 : 1);
    }

    void book(Fill fill) {
        Decimal quantity =
                fill.side() == Side.BUY ? fill.quantity() : fill.quantity().negate();
        Decimal paid = quantity.times(fill.price());
        cash = cash.minus(paid);
        cash = flaw == EngineFlaw.FORGETS_FEES ? cash : cash.minus(fill.fee());
        cash = flaw == EngineFlaw.LOSES_A_TRIFLE ? cash.minus(TRIFLE) : cash;
        cash = flaw == EngineFlaw.ROUNDS_CASH ? cash.round(2, RoundingMode.HALF_EVEN) : cash;

        Position before = positions.get(fill.instrument());
        Decimal after = before.quantity().plus(quantity);
        Decimal cost = cost(before, quantity, fill.price());
        Decimal released = before.cost().plus(paid).minus(cost);
        Decimal realized = flaw == EngineFlaw.MISTAKES_THE_COST
                ? before.realizedPnl()
                : before.realizedPnl().minus(released);
        Decimal fees = before.fees().plus(fill.fee());
        positions.set(
                fill.instrument(),
                new Position(after, cost, realized, fees, after.isZero() ? 0 : prices[fill.instrument()]));
    }

    private static Decimal cost(Position before, Decimal change, Decimal price) {
        Decimal after = before.quantity().plus(change);
        if (before.isFlat() || before.quantity().signum() == change.signum()) {
            return before.cost().plus(change.times(price));
        }
        return after.signum() == -before.quantity().signum()
                ? after.times(price)
                : before.cost().times(after).dividedBy(before.quantity(), 18, RoundingMode.HALF_EVEN);
    }
}
