package io.aqts.core.backtest;

import io.aqts.performance.Interval;
import io.aqts.performance.Statistic;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * One figure over several iterations.
 *
 * @param name the name of the figure
 * @param mean its average over the iterations that define it
 * @param interval where the mean lies, by Student's t; empty with fewer than two values
 * @param defined in how many iterations the figure is defined
 */
public record FigureSummary(String name, Statistic mean, List<Interval> interval, int defined) {

    /** Copies the list. */
    public FigureSummary {
        interval = List.copyOf(interval);
    }

    /**
     * The summary of the given figures.
     *
     * @param name the name of the figure
     * @param values its value in each iteration
     * @param confidence the confidence of the interval, between 0 and 1
     * @return the summary
     */
    static FigureSummary of(String name, List<Statistic> values, double confidence) {
        double[] known = values.stream()
                .filter(Statistic::isDefined)
                .mapToDouble(value -> value.orElse(0))
                .toArray();
        if (known.length == 0) {
            return new FigureSummary(name, Statistic.undefined("undefined in every iteration"), List.of(), 0);
        }
        double mean = mean(known);
        if (known.length == 1) {
            return new FigureSummary(name, Statistic.of(mean), List.of(), 1);
        }
        double squares = 0;
        for (double value : known) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (known.length - 1) / known.length);
        double reach =
                error * new TDistribution(null, known.length - 1).inverseCumulativeProbability((1 + confidence) / 2);
        return new FigureSummary(
                name, Statistic.of(mean), List.of(new Interval(mean - reach, mean + reach, confidence)), known.length);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
