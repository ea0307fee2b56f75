package io.aqts.core.backtest;

import io.aqts.config.AqtsConfig;
import io.aqts.config.Scenario;
import io.aqts.core.AqtsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The same strategy in several simulated markets, with the same seeds, side by side. */
public final class ScenarioComparison {

    private ScenarioComparison() {}

    /**
     * One market of the comparison.
     *
     * @param scenario the market
     * @param config the settings it ran with
     * @param report what came of it
     */
    public record Entry(Scenario scenario, AqtsConfig config, BacktestReport report) {}

    /**
     * Runs a backtest in each scenario.
     *
     * @param builder the layers and settings, on the simulated market; it is copied
     * @param scenarios the markets, in the order of the answer
     * @return one entry for each scenario
     */
    public static List<Entry> run(AqtsBuilder builder, List<Scenario> scenarios) {
        return run(builder, scenarios, steps -> {});
    }

    /**
     * Runs a backtest in each scenario, with somebody watching how far it is.
     *
     * @param builder the layers and settings, on the simulated market; it is copied
     * @param scenarios the markets, in the order of the answer
     * @param progress gets the number of finished steps over all scenarios, now and then and at the end of each run
     * @return one entry for each scenario
     */
    public static List<Entry> run(AqtsBuilder builder, List<Scenario> scenarios, LongConsumer progress) {
        List<Entry> entries = new ArrayList<>();
        long done = 0;
        for (Scenario scenario : scenarios) {
            AqtsBuilder one = builder.copy().config(c -> c.simulation(s -> s.scenario(scenario)));
            long before = done;
            BacktestReport report = Backtest.of(one)
                    .progress(steps -> progress.accept(before + steps))
                    .run();
            done += report.steps();
            entries.add(new Entry(scenario, one.config(), report));
        }
        return List.copyOf(entries);
    }
}
