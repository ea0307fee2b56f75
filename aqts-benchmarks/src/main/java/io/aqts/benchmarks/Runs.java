package io.aqts.benchmarks;

import io.aqts.Detector;
import io.aqts.Orchestrator;
import io.aqts.StepListener;
import io.aqts.config.AqtsConfig;
import io.aqts.config.SimulatedInstrument;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.Presets;
import io.aqts.core.analyse.PerformanceListener;
import io.aqts.core.config.Configurations;
import io.aqts.core.data.BarSeries;
import io.aqts.core.fuse.FollowSignal;
import io.aqts.core.risk.LongOrFlat;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.performance.PerformanceSummary;
import io.aqts.signal.Evidence;
import io.aqts.signal.Signal;
import io.aqts.trade.Decimal;
import java.time.Duration;
import java.util.List;

/** The runs that are measured. */
final class Runs {

    private static final Instrument INSTRUMENT = Instrument.of("X/USD");
    private static final String RULES = """
            {"risk": {"rules": {
              "caps": {
                "position": {"mode": "SHARE", "limit": 0.9},
                "gross": {"mode": "SHARE", "limit": 0.9},
                "net": {"mode": "SHARE", "limit": 0.9},
                "instruments": [{"name": "X/USD", "mode": "SHARE", "limit": 0.9}],
                "clusters": [{"name": "all", "symbols": ["X/USD"], "mode": "SHARE", "limit": 0.9}],
                "quotes": [{"name": "USD", "mode": "SHARE", "limit": 0.9}],
                "maxPositions": 10},
              "size": {
                "volatilityTarget": {"mode": "SHARE", "limit": 0.9},
                "rangeRisk": {"mode": "SHARE", "limit": 0.9},
                "whenUnknown": "MINIMUM"},
              "losses": {
                "daily": {"mode": "SHARE", "limit": 0.9},
                "weekly": {"mode": "SHARE", "limit": 0.9},
                "tiers": [{"drawdown": 0.9, "riskShare": 0.9, "maxPositions": 10}],
                "severe": {"drawdown": 0.9},
                "cooldown": "1ns",
                "stopOuts": {"count": 1000}},
              "tail": {
                "valueAtRisk": {"mode": "SHARE", "limit": 0.9},
                "expectedShortfall": {"mode": "SHARE", "limit": 0.9},
                "correlatedHeat": {"mode": "SHARE", "limit": 0.9},
                "stress": {"enabled": true}},
              "market": {
                "maxSpreadBps": 10000,
                "volume": {"mode": "SHARE", "limit": 1},
                "maxPriceAge": "1d",
                "minExpectedReturn": -0.99},
              "margin": {"stopAt": {"mode": "SHARE", "limit": 0.9}},
              "conduct": {
                "maxOrders": 100000,
                "priceBand": 0.5,
                "maxQuantity": {"mode": "AMOUNT", "limit": 1000},
                "maxNotional": {"mode": "SHARE", "limit": 0.9},
                "duplicateWindow": "1s",
                "selfCross": true}}}}
            """;

    private Runs() {}

    /** The moving-average cross of the reference workload: 10 units, a fee of 10 basis points, a million in cash. */
    static AqtsBuilder smaCross(BarSeries series) {
        return Aqts.backtest(context -> series.source(INSTRUMENT))
                .preset(Presets.smaCross())
                .config(c -> c.risk(r -> r.currency("USD").initialCash(Decimal.of(1_000_000)))
                        .detection(d -> d.smaCross(s -> s.quantity(Decimal.of(10)))));
    }

    /**
     * The same with every risk rule switched on that bars can satisfy, each with a limit that is hardly ever reached.
     */
    static AqtsBuilder smaCrossWithRules(BarSeries series) {
        return smaCross(series).config(Configurations.fromJson(RULES));
    }

    /** The same account with a signal that never changes: 1 to hold ten units, -1 to hold nothing. */
    static AqtsBuilder always(BarSeries series, double score) {
        return Aqts.backtest(context -> series.source(INSTRUMENT))
                .fusion(FollowSignal::new)
                .risk(LongOrFlat::new)
                .detector(context ->
                        snapshot -> List.of(new Signal("always", 0, snapshot.epochNanos(), score, 1, Evidence.NONE)))
                .config(c -> c.risk(r -> r.currency("USD").initialCash(Decimal.of(1_000_000)))
                        .detection(d -> d.smaCross(s -> s.quantity(Decimal.of(10)))));
    }

    /**
     * An order at every step, which fills at the next: ten units are bought and sold in turn, out of so much cash that
     * fees never stop it.
     *
     * @param isDivided whether spread, thin bars and fees leave prices of 8 decimals and cash of 16, as on an exchange
     *     for crypto; else all is as in the reference workload, with prices of 4 decimals
     */
    static AqtsBuilder turning(BarSeries series, boolean isDivided) {
        return Aqts.backtest(context -> series.source(INSTRUMENT))
                .fusion(FollowSignal::new)
                .risk(LongOrFlat::new)
                .detector(context -> new Turning())
                .config(c -> c.risk(r -> r.currency("USD").initialCash(Decimal.of(1_000_000_000)))
                        .execution(e -> isDivided
                                ? e
                                : e.halfSpreadBps(0)
                                        .partialFillProbability(0)
                                        .latencyMin(Duration.ZERO)
                                        .latencyMax(Duration.ZERO))
                        .detection(d -> d.smaCross(s -> s.quantity(Decimal.of(10)))));
    }

    /** Long at one step, flat at the next. */
    private static final class Turning implements Detector {

        private double score = -1;

        @Override
        public List<Signal> detect(MarketSnapshot snapshot) {
            score = -score;
            return List.of(new Signal("turning", 0, snapshot.epochNanos(), score, 1, Evidence.NONE));
        }
    }

    /** The whole aureon preset on bars, easier to persuade than by default, so that it trades. */
    static AqtsBuilder aureon(BarSeries series) {
        return Aqts.backtest(context -> series.source(INSTRUMENT))
                .preset(Presets.aureon())
                .config(c -> persuaded(c).risk(r -> r.currency("USD").initialCash(Decimal.of(1_000_000))));
    }

    /** The whole aureon preset on the simulated market with the given instruments, easier to persuade likewise. */
    static AqtsBuilder aureon(List<SimulatedInstrument> instruments) {
        return Aqts.simulation().config(c -> persuaded(c).simulation(s -> s.instruments(instruments)));
    }

    private static AqtsConfig.Builder persuaded(AqtsConfig.Builder config) {
        return config.fusion(f -> f.buyThreshold(0.05).sellThreshold(-0.05).minimumConfidence(0.05));
    }

    /** Runs to the end, or for the given number of steps, with everything on, the performance listener included. */
    static PerformanceSummary run(AqtsBuilder builder, long limit, StepListener... more) {
        PerformanceListener performance = new PerformanceListener();
        AqtsBuilder one = builder.copy().listener(performance);
        for (StepListener listener : more) {
            one.listener(listener);
        }
        try (Orchestrator orchestrator = one.build()) {
            long steps = 0;
            while (steps < limit && orchestrator.next().isPresent()) {
                steps++;
            }
        }
        return performance.summary();
    }
}
