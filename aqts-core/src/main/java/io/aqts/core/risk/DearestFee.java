package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.config.FeeConfig;
import io.aqts.config.FixedFeeConfig;
import java.util.List;

/**
 * What an order is charged that one fill fills wholly, where that costs most: by the highest tier, and with all that is
 * fixed. In the currency of settlement; a rebate is not counted on.
 */
final class DearestFee {

    private final double[] shares;
    private final double[] perUnit;
    private final double[] perOrder;
    private final double[] minimum;

    private DearestFee(List<FeeConfig> schedules) {
        int size = schedules.size();
        shares = new double[size];
        perUnit = new double[size];
        perOrder = new double[size];
        minimum = new double[size];
        for (int i = 0; i < size; i++) {
            FeeConfig fees = schedules.get(i);
            FixedFeeConfig fixed = fees.fixed();
            shares[i] = TakerFee.highest(fees).toDouble();
            perUnit[i] = fixed.perUnit().toDouble();
            perOrder[i] = fixed.perOrder().plus(fixed.perFill()).toDouble();
            minimum[i] = fixed.minimum().toDouble();
        }
    }

    static DearestFee of(LayerContext context) {
        return new DearestFee(TakerFee.schedules(context));
    }

    /** {@return the fee for so many units that are worth so much} */
    double of(double units, double notional) {
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            double own = shares[i] * notional + perUnit[i] * units + perOrder[i];
            most = Math.max(most, Math.max(own, minimum[i]));
        }
        return most;
    }
}
