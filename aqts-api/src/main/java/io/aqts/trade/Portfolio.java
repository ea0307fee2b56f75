package io.aqts.trade;

import java.util.List;

/**
 * What is owned and owed at one moment.
 *
 * <p>Sums of money are exact. {@link #markedEquity()} is the same figure as {@link #equity()} rounded to a double, for
 * statistics and sizing, which need speed more than the last digit.
 *
 * @param currency the currency of everything here
 * @param cash what is free to spend; negative when borrowed
 * @param positions one for each instrument, in the order of the universe
 * @param openOrders the orders that have not ended, oldest first
 * @param markedEquity cash and positions at their marks, as a double
 * @param riskState how far the circuit breaker lets trading go
 */
public record Portfolio(
        String currency,
        Decimal cash,
        List<Position> positions,
        List<OpenOrder> openOrders,
        double markedEquity,
        RiskState riskState) {

    /** Copies the lists. */
    public Portfolio {
        positions = List.copyOf(positions);
        openOrders = List.copyOf(openOrders);
    }

    /** {@return cash and positions at their marks, exact} */
    public Decimal equity() {
        Decimal sum = cash;
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            if (!position.isFlat()) {
                sum = sum.plus(position.marketValue());
            }
        }
        return sum;
    }

    /** {@return what closed quantities have earned, before fees, exact} */
    public Decimal realizedPnl() {
        Decimal sum = Decimal.ZERO;
        for (Position position : positions) {
            sum = sum.plus(position.realizedPnl());
        }
        return sum;
    }

    /** {@return what would be earned by closing everything at the marks, before fees, exact} */
    public Decimal unrealizedPnl() {
        Decimal sum = Decimal.ZERO;
        for (Position position : positions) {
            sum = sum.plus(position.unrealizedPnl());
        }
        return sum;
    }

    /** {@return what was paid in fees, exact; negative when rebates prevail} */
    public Decimal fees() {
        Decimal sum = Decimal.ZERO;
        for (Position position : positions) {
            sum = sum.plus(position.fees());
        }
        return sum;
    }

    /** {@return what all positions are worth together, each taken as positive, in quote currency} */
    public double grossExposure() {
        double sum = 0;
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            if (!position.isFlat()) {
                sum += Math.abs(position.quantity().toDouble() * position.mark());
            }
        }
        return sum;
    }

    /**
     * The position in one instrument.
     *
     * @param instrument the index of the instrument in the universe
     * @return its position
     */
    public Position position(int instrument) {
        return positions.get(instrument);
    }

    /**
     * Whether an order for an instrument has not ended yet.
     *
     * @param instrument the index of the instrument in the universe
     * @return whether one is on its way or resting
     */
    public boolean hasOpenOrder(int instrument) {
        for (int i = 0; i < openOrders.size(); i++) {
            if (openOrders.get(i).approved().order().instrument() == instrument) {
                return true;
            }
        }
        return false;
    }
}
