package io.aqts.core.simulation;

import io.aqts.trade.Decimal;

/** The steps prices or quantities lie on, counted in whole numbers that a {@code double} holds exactly. */
final class Grid {

    private static final double EXACT = 0x1.0p52;

    private final double perUnit;
    private final double numerator;
    private final double denominator;
    private final double ceiling;

    Grid(Decimal step) {
        double size = step.toDouble();
        double unscaled = step.toBigDecimal().unscaledValue().doubleValue();
        boolean fractional = step.scale() <= 22 && unscaled <= 1_000_000;
        this.numerator = fractional ? unscaled : size;
        this.denominator = fractional ? powerOfTen(step.scale()) : 1;
        this.perUnit = 1 / size;
        this.ceiling = Math.floor(EXACT / (fractional ? unscaled : 1));
    }

    /** The greatest count whose multiple is still told apart from its neighbors. */
    double ceiling() {
        return ceiling;
    }

    /** The nearest count of steps. */
    double count(double value) {
        return Math.rint(value * perUnit);
    }

    /** The double nearest to the decimal number of that many steps: one rounding, by the division. */
    double at(double count) {
        return count * numerator / denominator;
    }

    private static double powerOfTen(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
