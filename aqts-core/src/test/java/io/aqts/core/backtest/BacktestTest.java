package io.aqts.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.StepException;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Scenario;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.Presets;
import io.aqts.core.analyse.RunDigest;
import io.aqts.core.config.Configurations;
import io.aqts.core.data.BarFlaw;
import io.aqts.core.data.ChainedSource;
import io.aqts.core.data.CsvBars;
import io.aqts.core.data.CsvOptions;
import io.aqts.core.data.MergedSource;
import io.aqts.core.data.Repair;
import io.aqts.core.data.RepairPolicy;
import io.aqts.core.data.ResampledSource;
import io.aqts.core.simulation.SeedMarket;
import io.aqts.core.simulation.SimulatedMarket;
import io.aqts.market.BarInterval;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.performance.EquityPoint;
import io.aqts.performance.Statistic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {

    private static final int STEPS = 150;

    @Test
    void runsTheConfiguredSeedAndThoseThatFollow() {
        BacktestReport report = Backtest.of(plain()).run();

        assertThat(report.manifest().seeds()).containsExactly(7L, 8L, 9L);
        assertThat(report.iterations()).extracting(IterationReport::seed).containsExactly(7L, 8L, 9L);
        assertThat(report.iterations()).extracting(IterationReport::digest).doesNotHaveDuplicates();
    }

    @Test
    void doesInEachIterationWhatARunOfItsSeedDoesAlone() {
        for (IterationReport iteration : Backtest.of(plain()).run().iterations()) {
            RunDigest digest = new RunDigest();
            Orchestrator alone = plain().config(c -> c.seed(iteration.seed()))
                    .listener(digest)
                    .build();
            for (int i = 0; i < STEPS; i++) {
                alone.next();
            }

            assertThat(iteration.digest()).isEqualTo(digest.hex());
            assertThat(iteration.portfolio()).isEqualTo(alone.portfolio());
            assertThat(iteration.summary().finalEquity())
                    .isEqualTo(alone.portfolio().equity());
            assertThat(iteration.summary().span().steps()).isEqualTo(STEPS);
        }
    }

    @Test
    void refusesToRunToTheEndOfDataThatHasNone() {
        assertThatThrownBy(() -> Backtest.of(plain().config(c -> c.backtest(b -> b.steps(0))))
                        .progress(steps -> {
                            throw new AssertionError("went on for " + steps + " steps");
                        })
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("backtest.steps must be more than 0, because the data has no end, but was 0");

        AqtsBuilder ending = plain().source(context -> new SimulatedMarket(context, STEPS))
                .config(c -> c.backtest(b -> b.steps(0).iterations(1)));
        assertThat(Backtest.of(ending)
                        .run()
                        .iterations()
                        .get(0)
                        .summary()
                        .span()
                        .steps())
                .isEqualTo(STEPS);
    }

    @Test
    void whatIsMadeOfEndlessDataIsEndless() {
        LayerContext context = new LayerContext(AqtsConfig.defaults(), Universe.EMPTY, "source");
        SimulatedMarket endless = new SimulatedMarket(context);
        SimulatedMarket ending = new SimulatedMarket(context, STEPS);

        for (DataSource first : List.of(endless, ending, new SeedMarket(context))) {
            boolean isEndless = first != ending;
            assertThat(first.isEndless()).isEqualTo(isEndless);
            assertThat(MergedSource.of(first).isEndless()).isEqualTo(isEndless);
            assertThat(ChainedSource.of(first).isEndless()).isEqualTo(isEndless);
            assertThat(ResampledSource.of(first, BarInterval.parse("5m")).isEndless())
                    .isEqualTo(isEndless);
        }
    }

    @Test
    void comesToTheSameReportEveryTime() {
        Backtest backtest = Backtest.of(plain());

        assertThat(backtest.run()).isEqualTo(backtest.run());
    }

    @Test
    void isNotChangedByWhatHappensToItsBuilderLater() {
        AqtsBuilder builder = plain();
        Backtest backtest = Backtest.of(builder);
        BacktestReport before = backtest.run();
        builder.config(c -> c.seed(1)).detector(context -> snapshot -> List.of());

        assertThat(backtest.run()).isEqualTo(before);
    }

    @Test
    void keepsStepsOnlyIfAsked() {
        BacktestReport without = Backtest.of(plain()).run();
        BacktestReport with = Backtest.of(plain().config(c -> c.backtest(b -> b.keepSteps(true))))
                .run();

        assertThat(without.iterations())
                .allSatisfy(iteration -> assertThat(iteration.steps()).isEmpty());
        assertThat(with.iterations()).allSatisfy(iteration -> {
            assertThat(iteration.steps()).hasSize(STEPS);
            assertThat(iteration.steps())
                    .extracting(Step::index)
                    .startsWith(0L, 1L)
                    .endsWith(STEPS - 1L);
            assertThat(iteration.steps().get(STEPS - 1).portfolio()).isEqualTo(iteration.portfolio());
        });
        assertThat(with.iterations())
                .extracting(IterationReport::digest)
                .isEqualTo(without.iterations().stream()
                        .map(IterationReport::digest)
                        .toList());
    }

    @Test
    void runsToTheEndOfTheDataWhereNoNumberOfStepsIsSet() {
        BacktestReport report = Backtest.of(ending(40, new ArrayList<>())
                        .config(c -> c.backtest(b -> b.steps(0).iterations(2))))
                .run();

        assertThat(report.iterations())
                .allSatisfy(iteration ->
                        assertThat(iteration.summary().span().steps()).isEqualTo(40));
        BacktestReport longer = Backtest.of(ending(40, new ArrayList<>())).run();
        assertThat(longer.iterations())
                .allSatisfy(iteration ->
                        assertThat(iteration.summary().span().steps()).isEqualTo(40));
    }

    @Test
    void closesEverySourceEvenAfterAFailure() {
        List<String> closed = new ArrayList<>();
        Backtest.of(ending(10, closed)).run();
        assertThat(closed).hasSize(3);
        closed.clear();
        AqtsBuilder failing = ending(10, closed).detector(context -> snapshot -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(() -> Backtest.of(failing).run()).isInstanceOf(StepException.class);
        assertThat(closed).hasSize(1);
    }

    @Test
    void tellsHowFarItIs() {
        List<Long> told = new ArrayList<>();
        AqtsBuilder builder = ending(5_000, new ArrayList<>())
                .config(c -> c.backtest(b -> b.steps(0).iterations(2)))
                .detector(context -> snapshot -> List.of());
        Backtest.of(builder).progress(told::add).run();

        assertThat(told).containsExactly(4_096L, 5_000L, 9_096L, 10_000L);
    }

    @Test
    void writesDownWhatTheResultHangsOn() {
        AqtsBuilder builder = plain();
        RunManifest manifest = Backtest.of(builder).run().manifest();

        assertThat(manifest.preset()).isEqualTo("sma-cross");
        assertThat(manifest.configHash()).isEqualTo(Configurations.hash(builder.config()));
        assertThat(manifest.data()).containsExactly("simulated REGIME_SWITCHING, instruments 2, venues 5, bars 1m");
        assertThat(manifest.layers())
                .containsExactly("SimulatedMarket", "SmaCross", "FollowSignal", "LongOrFlat", "PaperVenue");
        assertThat(manifest.assumptions()).anyMatch(line -> line.contains("open of the first bar"));
        assertThat(manifest.version()).isNotBlank();
    }

    @Test
    void tellsWhichFileItReadAndWhatItRepaired(@TempDir Path directory) throws Exception {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < 60; i++) {
            text.append((1_704_067_200L + 3_600 * (i - i / 50)) + ",100,101,99,100,5\n");
        }
        Path file = Files.writeString(directory.resolve("bars.csv"), text.toString());
        CsvOptions options =
                CsvOptions.defaults().repair(RepairPolicy.REFUSE_ALL.with(BarFlaw.DUPLICATE, Repair.KEEP_FIRST));
        Instrument instrument = Instrument.of("BTC/USDT");

        BacktestReport repaired = Backtest.of(Aqts.backtest(context -> CsvBars.open(file, instrument, options)))
                .run();
        Files.writeString(file, text.substring(0, text.lastIndexOf("\n1704243600,")) + "\n");
        BacktestReport plain = Backtest.of(Aqts.backtest(file, instrument)).run();

        assertThat(repaired.manifest().data())
                .singleElement()
                .asString()
                .matches("bars.csv as BTC/USDT, sha256 [0-9a-f]{64}; times EPOCH_SECONDS, interval 1h inferred;"
                        + " repaired 1 DUPLICATE by KEEP_FIRST");
        assertThat(plain.manifest().data())
                .containsExactly("bars.csv as BTC/USDT, sha256 " + CsvBars.sha256(file)
                        + "; times EPOCH_SECONDS, interval 1h inferred");
    }

    @Test
    void keepsTheEquityCurveOfEveryIteration() {
        BacktestReport thin = Backtest.of(plain().config(c -> c.performance(p -> p.equityPoints(10))))
                .run();

        for (IterationReport iteration : Backtest.of(plain()).run().iterations()) {
            assertThat(iteration.equityCurve()).hasSize(STEPS);
            EquityPoint last = iteration.equityCurve().get(STEPS - 1);
            assertThat(last.epochNanos()).isEqualTo(iteration.summary().span().endNanos());
            assertThat(last.equity())
                    .isCloseTo(iteration.summary().finalEquity().toDouble(), within(1e-6));
        }
        assertThat(thin.iterations())
                .allSatisfy(iteration -> assertThat(iteration.equityCurve()).hasSizeBetween(5, 11));
    }

    @Test
    void sumsUpEveryFigureOverTheIterations() {
        BacktestReport report = Backtest.of(plain()).run();

        assertThat(report.summary())
                .extracting(FigureSummary::name)
                .containsExactly(
                        "finalEquity",
                        "totalReturn",
                        "cagr",
                        "volatility",
                        "sharpe",
                        "sortino",
                        "calmar",
                        "maxDrawdown",
                        "finalDrawdown",
                        "longestUnderWaterSeconds",
                        "fills",
                        "trades",
                        "winRate",
                        "payoff",
                        "expectancy",
                        "profitFactor",
                        "ambiguousTrades",
                        "fees",
                        "slippage",
                        "turnover",
                        "exposure",
                        "averageLeverage",
                        "restricted");
        assertThat(report.figure("turnover").mean().orElse(-1))
                .isCloseTo(
                        report.iterations().stream()
                                .mapToDouble(i -> i.summary().costs().turnover().orElse(-1))
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(report.figure("longestUnderWaterSeconds").mean().orElse(-1)).isBetween(60.0, 60.0 * STEPS);
        assertThatThrownBy(() -> report.figure("sharp"))
                .hasMessageStartingWith("name must be one of [finalEquity, ")
                .hasMessageEndingWith("but was sharp");
        double sum = 0;
        for (IterationReport iteration : report.iterations()) {
            sum += iteration.summary().finalEquity().toDouble();
        }
        assertThat(report.summary().get(0).mean()).isEqualTo(Statistic.of(sum / 3));
        assertThat(report.summary().get(0).defined()).isEqualTo(3);
    }

    @Test
    void comparesScenariosWithTheSameSeeds() {
        AqtsBuilder builder = plain();
        AqtsConfig before = builder.config();
        List<Scenario> scenarios = List.of(Scenario.CRASH, Scenario.BULL);
        List<ScenarioComparison.Entry> entries = ScenarioComparison.run(builder, scenarios);

        assertThat(entries).extracting(ScenarioComparison.Entry::scenario).isEqualTo(scenarios);
        for (ScenarioComparison.Entry entry : entries) {
            AqtsBuilder alone = plain().config(c -> c.simulation(s -> s.scenario(entry.scenario())));
            assertThat(entry.report()).isEqualTo(Backtest.of(alone).run());
            assertThat(entry.config()).isEqualTo(alone.config());
        }
        assertThat(entries.get(0).report().iterations().get(0).digest())
                .isNotEqualTo(entries.get(1).report().iterations().get(0).digest());
        assertThat(builder.config()).isEqualTo(before);
    }

    @Test
    void tellsHowFarAComparisonIs() {
        List<Long> told = new ArrayList<>();
        ScenarioComparison.run(plain(), List.of(Scenario.CRASH, Scenario.BULL), told::add);

        assertThat(told).containsExactly(150L, 300L, 450L, 600L, 750L, 900L);
    }

    private static AqtsBuilder plain() {
        return Aqts.simulation().preset(Presets.smaCross()).config(BacktestTest::small);
    }

    private static AqtsConfig.Builder small(AqtsConfig.Builder config) {
        return config.seed(7)
                .simulation(s -> s.bookLevels(0).alternativeData(false))
                .detection(d -> d.smaCross(a -> a.fast(3).slow(9)))
                .backtest(b -> b.steps(STEPS).iterations(3));
    }

    /** A simulated market that ends after some steps. */
    private static AqtsBuilder ending(int steps, List<String> closed) {
        return plain().source(context -> {
            DataSource market = new SimulatedMarket(context);
            return new DataSource() {
                private int given;

                @Override
                public Universe universe() {
                    return market.universe();
                }

                @Override
                public Optional<MarketSnapshot> next() {
                    return given++ < steps ? market.next() : Optional.empty();
                }

                @Override
                public void close() {
                    closed.add("closed");
                    market.close();
                }
            };
        });
    }
}
