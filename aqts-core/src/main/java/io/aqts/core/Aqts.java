package io.aqts.core;

import io.aqts.DataSource;
import io.aqts.ExecutionVenue;
import io.aqts.LayerFactory;
import io.aqts.config.AqtsConfig;
import io.aqts.core.data.BarSeries;
import io.aqts.core.data.CsvBars;
import io.aqts.core.execute.PaperVenue;
import io.aqts.core.simulation.SimulatedMarket;
import io.aqts.market.Instrument;
import java.nio.file.Path;

/**
 * The way in: says where the market comes from, and hands out a builder for everything else.
 *
 * <pre>{@code
 * Orchestrator aqts = Aqts.simulation()
 *         .detector(context -> new SmaCross(10, 30))
 *         .config(c -> c.seed(7).risk(r -> r.maxLeverage(2)))
 *         .build();
 * }</pre>
 *
 * <p>The step is the same in every mode; only the source and the venue differ.
 */
public final class Aqts {

    private Aqts() {}

    /** {@return a builder on the simulated market that the configuration describes, with the paper venue} */
    public static AqtsBuilder simulation() {
        return backtest(SimulatedMarket::new);
    }

    /**
     * A builder on recorded data, with the paper venue.
     *
     * @param source makes the source, once for each run
     * @return the builder
     */
    public static AqtsBuilder backtest(LayerFactory<DataSource> source) {
        return new AqtsBuilder(source, PaperVenue::new, AqtsConfig.defaults());
    }

    /**
     * A builder on bars in memory, with the paper venue.
     *
     * @param bars the bars
     * @param instrument what they are bars of
     * @return the builder
     */
    public static AqtsBuilder backtest(BarSeries bars, Instrument instrument) {
        return backtest(context -> bars.source(instrument));
    }

    /**
     * A builder on a file of bars, plain or compressed, with the paper venue.
     *
     * @param file a CSV file with the header {@code timestamp,open,high,low,close,volume}, optionally ending in
     *     {@code .gz}
     * @param instrument what it holds bars of
     * @return the builder
     */
    public static AqtsBuilder backtest(Path file, Instrument instrument) {
        return backtest(context -> CsvBars.open(file, instrument));
    }

    /**
     * A builder on a feed of your own, with the paper venue: real prices, no real orders.
     *
     * @param feed makes the source, once for each run
     * @return the builder
     */
    public static AqtsBuilder paper(LayerFactory<DataSource> feed) {
        return new AqtsBuilder(feed, PaperVenue::new, AqtsConfig.defaults());
    }

    /**
     * A builder that sends real orders. There is no default venue for it: to trade is to name one.
     *
     * <p>Unlike on paper, nothing is risked by default while the record of a strategy is too short to judge by: it is
     * followed on paper until it is long enough, unless {@code risk.sizing.coldStartRisk} is set to more than zero.
     *
     * @param feed makes the source, once for each run
     * @param venue makes the venue that takes the orders
     * @return the builder
     */
    public static AqtsBuilder live(LayerFactory<DataSource> feed, LayerFactory<ExecutionVenue> venue) {
        AqtsConfig careful = AqtsConfig.defaults().with(c -> c.risk(r -> r.sizing(s -> s.coldStartRisk(0))));
        return new AqtsBuilder(feed, venue, careful);
    }
}
