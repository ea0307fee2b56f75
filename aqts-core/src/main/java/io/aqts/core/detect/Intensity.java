package io.aqts.core.detect;

import java.util.List;

/** The weighted geometric mean of ranks. */
final class Intensity {

    private final double[] weights;

    Intensity(List<Double> weights) {
        this.weights = new double[weights.size()];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < this.weights.length; i++) {
            this.weights[i] = weights.get(i) / sum;
        }
    }

    /** {@return the mean of the ranks whose natural logarithms are given, in the order of the weights} */
    double of(double[] logs) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * logs[i];
        }
        return StrictMath.exp(sum);
    }
}
