package io.aqts.core.book;

import io.aqts.internal.Checks;

/**
 * Where in a queue others are taken to have canceled, when a feed tells levels but not single orders.
 *
 * @see QueuePosition
 */
public sealed interface QueueModel {

    /**
     * How much of what was canceled at our price is taken to have stood behind us.
     *
     * @param ahead how many lots stand before us, zero or more
     * @param behind how many stand behind us, zero or more
     * @return the share, from 0 to 1
     */
    double shareBehind(double ahead, double behind);

    /** Nobody before us ever cancels: the most careful guess, under which only trades bring us forward. */
    record RiskAverse() implements QueueModel {

        @Override
        public double shareBehind(double ahead, double behind) {
            return 1;
        }
    }

    /**
     * The share behind is f(behind) / (f(behind) + f(ahead)) with f(x) = x to a power. The higher the power, the more
     * of it cancels in the longer part of the queue; 1 spreads it evenly over all lots.
     *
     * @param exponent the power, more than zero
     */
    record Power(double exponent) implements QueueModel {

        /** Refuses powers that are not more than zero. */
        public Power {
            Checks.positive("queueModel.exponent", exponent);
        }

        @Override
        public double shareBehind(double ahead, double behind) {
            return share(StrictMath.pow(behind, exponent), StrictMath.pow(ahead, exponent));
        }
    }

    /**
     * The share behind is f(behind) / (f(behind) + f(ahead)) with f(x) = log(1 + x): both parts cancel almost alike.
     */
    record Logarithmic() implements QueueModel {

        @Override
        public double shareBehind(double ahead, double behind) {
            return share(StrictMath.log1p(behind), StrictMath.log1p(ahead));
        }
    }

    private static double share(double behind, double ahead) {
        return behind + ahead > 0 ? behind / (behind + ahead) : 1;
    }
}
