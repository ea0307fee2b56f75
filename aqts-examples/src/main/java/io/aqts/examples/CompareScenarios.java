package io.aqts.examples;

import io.aqts.config.Scenario;
import io.aqts.core.Aqts;
import io.aqts.core.Presets;
import io.aqts.core.backtest.ScenarioComparison;
import java.util.ArrayList;
import java.util.List;

/** The same strategy in every weather, with the same seeds. */
public final class CompareScenarios {

    private CompareScenarios() {}

    static List<ScenarioComparison.Entry> run() {
        return ScenarioComparison.run(
                Aqts.simulation()
                        .preset(Presets.smaCross())
                        .config(c -> c.backtest(b -> b.iterations(2).steps(720))),
                List.of(Scenario.values()));
    }

    static List<String> lines(List<ScenarioComparison.Entry> entries) {
        List<String> lines = new ArrayList<>();
        for (ScenarioComparison.Entry entry : entries) {
            lines.add(entry.scenario().name());
            InShort.lines(entry.report()).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    /**
     * Trades two crossing averages for two half days of each scenario.
     *
     * @param args none
     */
    public static void main(String[] args) {
        lines(run()).forEach(System.out::println);
    }
}
