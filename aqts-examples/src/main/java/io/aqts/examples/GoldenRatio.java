package io.aqts.examples;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.core.detect.AblationReport;
import io.aqts.core.detect.GoldenRatioAblation;
import io.aqts.core.simulation.SimulatedMarket;
import io.aqts.market.Universe;

/** Is the golden ratio special? The same detector with other ratios on the same data says. */
public final class GoldenRatio {

    private GoldenRatio() {}

    static AblationReport run(int ratios, long bars) {
        AqtsConfig config = AqtsConfig.defaults().with(c -> c.simulation(s -> s.bookLevels(0)));
        SimulatedMarket market = new SimulatedMarket(new LayerContext(config, Universe.EMPTY, "source"), bars);
        return GoldenRatioAblation.of(config.detection().qgita(), config.seed())
                .withRatios(ratios)
                .run(market);
    }

    /**
     * Compares the golden ratio with forty others on a made-up week.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(run(40, 10_080).finding());
    }
}
