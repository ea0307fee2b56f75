package io.aqts.core.simulation;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Scenario;
import io.aqts.config.SimulatedVenue;
import io.aqts.config.SimulationConfig;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Simulated markets and their figures, for tests. */
final class Markets {

    private Markets() {}

    static LayerContext context(long seed, UnaryOperator<SimulationConfig.Builder> change) {
        AqtsConfig config = AqtsConfig.defaults().with(c -> c.seed(seed).simulation(change));
        return new LayerContext(config, Universe.EMPTY, "source");
    }

    static SimulatedMarket market(long seed, UnaryOperator<SimulationConfig.Builder> change) {
        return new SimulatedMarket(context(seed, change));
    }

    /** One venue, no books and no readings: quick, with the same prices. */
    static SimulationConfig.Builder bare(SimulationConfig.Builder config, Scenario scenario) {
        return config.scenario(scenario)
                .venues(List.of(SimulatedVenue.defaults().get(0)))
                .bookLevels(0)
                .alternativeData(false);
    }

    static SimulationConfig.Builder daily(SimulationConfig.Builder config, Scenario scenario) {
        return bare(config, scenario).interval(Duration.ofDays(1));
    }

    static List<MarketSnapshot> take(DataSource source, int steps) {
        List<MarketSnapshot> taken = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            taken.add(source.next().orElseThrow());
        }
        return taken;
    }

    static Bar bar(MarketSnapshot snapshot, int instrument) {
        Bar bar = snapshot.instrument(instrument).bar();
        if (bar == null) {
            throw new AssertionError("every snapshot has a bar");
        }
        return bar;
    }

    static double[] returns(DataSource source, int instrument, int steps) {
        double[] returns = new double[steps];
        for (int i = 0; i < steps; i++) {
            Bar bar = bar(source.next().orElseThrow(), instrument);
            returns[i] = StrictMath.log(bar.close() / bar.open());
        }
        return returns;
    }

    static double finalPrice(DataSource source, int steps) {
        double price = 0;
        for (int i = 0; i < steps; i++) {
            price = bar(source.next().orElseThrow(), 0).close();
        }
        return price;
    }

    static double correlation(double[] first, double[] second) {
        double meanFirst = mean(first);
        double meanSecond = mean(second);
        double both = 0;
        double one = 0;
        double two = 0;
        for (int i = 0; i < first.length; i++) {
            double x = first[i] - meanFirst;
            double y = second[i] - meanSecond;
            both += x * y;
            one += x * x;
            two += y * y;
        }
        return both / Math.sqrt(one * two);
    }

    /** The correlation of the values with those a number of steps earlier. */
    static double autocorrelation(double[] values, int lag) {
        double[] late = Arrays.copyOfRange(values, lag, values.length);
        double[] early = Arrays.copyOfRange(values, 0, values.length - lag);
        return correlation(early, late);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    static double[] sizes(double[] values) {
        double[] sizes = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sizes[i] = Math.abs(values[i]);
        }
        return sizes;
    }
}
