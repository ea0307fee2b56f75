package io.aqts.core.backtest;

import io.aqts.config.Scenario;
import io.aqts.core.AqtsBuilder;
import java.util.ArrayList;
import java.util.List;

/** The same strategy in several simulated markets, with the same seeds, side by side. */
public final class ScenarioComparison {

    private ScenarioComparison() {}

    /**
     * One market of the comparison.
     *
     * @param scenario the market
     * @param report what came of it
     */
    public record Entry(Scenario scenario, BacktestReport report) {}

    /**
     * Runs a backtest in each scenario.
     *
     * @param builder the layers and settings, on the simulated market; it is copied
     * @param scenarios the markets, in the order of the answer
     * @return one entry for each scenario
     */
    public static List<Entry> run(AqtsBuilder builder, List<Scenario> scenarios) {
        List<Entry> entries = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            AqtsBuilder one = builder.copy().config(c -> c.simulation(s -> s.scenario(scenario)));
            entries.add(new Entry(scenario, Backtest.of(one).run()));
        }
        return List.copyOf(entries);
    }
}
