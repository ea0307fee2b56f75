package io.aqts.core.risk;

import io.aqts.trade.Decimal;
import io.aqts.trade.Position;
import java.util.Arrays;

/**
 * The trades of a risk manager, from flat to flat, read off the positions.
 *
 * <p>A trade is over when its position is flat again or has changed sides. What it earned is the change of realised
 * profit less fees since the trade before; what it risked is the planned distance to the stop times the most units it
 * was seen to hold. A trade that came and went between two looks is told by its profit and fees. Positions that were
 * not planned here are left out.
 */
final class RoundTrips {

    private final int[] signs;
    private final double[] distances;
    private final double[] planned;
    private final double[] held;
    private final Decimal[] realized;
    private final Decimal[] fees;

    RoundTrips(int instruments) {
        signs = new int[instruments];
        distances = new double[instruments];
        planned = new double[instruments];
        held = new double[instruments];
        realized = new Decimal[instruments];
        fees = new Decimal[instruments];
        Arrays.fill(realized, Decimal.ZERO);
        Arrays.fill(fees, Decimal.ZERO);
    }

    /** Announces a trade: how many units it is for, and how much each may lose. */
    void expect(int instrument, double quantity, double distance) {
        planned[instrument] = quantity;
        distances[instrument] = distance;
    }

    /** Keeps what a trade risks where one unit became several. */
    void split(int instrument, double ratio) {
        planned[instrument] *= ratio;
        held[instrument] *= ratio;
        distances[instrument] /= ratio;
    }

    /** Looks at a position and adds the trade that ended, if one did, to the record. */
    void meet(int instrument, Position position, TradeRecord record) {
        int sign = position.quantity().signum();
        boolean mayHaveEnded = sign == 0 || sign == -signs[instrument];
        if (mayHaveEnded && !isBooked(instrument, position)) {
            Decimal gained = position.realizedPnl().minus(realized[instrument]);
            Decimal paid = position.fees().minus(fees[instrument]);
            realized[instrument] = position.realizedPnl();
            fees[instrument] = position.fees();
            add(instrument, gained.minus(paid).toDouble(), record);
        }
        if (sign != 0) {
            held[instrument] =
                    Math.max(held[instrument], Math.abs(position.quantity().toDouble()));
        }
        signs[instrument] = sign;
    }

    private boolean isBooked(int instrument, Position position) {
        return position.fees().equals(fees[instrument])
                && position.realizedPnl().equals(realized[instrument]);
    }

    private void add(int instrument, double earned, TradeRecord record) {
        double quantity = held[instrument] > 0 ? held[instrument] : planned[instrument];
        double risk = quantity * distances[instrument];
        if (risk > 0) {
            record.add(earned / risk);
        }
        held[instrument] = 0;
        distances[instrument] = 0;
    }
}
