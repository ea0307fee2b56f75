package io.aqts.core.config;

import io.aqts.config.AqtsConfig;
import io.aqts.config.BacktestConfig;
import io.aqts.config.BarPath;
import io.aqts.config.DetectionConfig;
import io.aqts.config.ExecutionConfig;
import io.aqts.config.FusionConfig;
import io.aqts.config.Overrides;
import io.aqts.config.PerformanceConfig;
import io.aqts.config.QgitaConfig;
import io.aqts.config.QgitaMode;
import io.aqts.config.QueueKind;
import io.aqts.config.ReturnInterval;
import io.aqts.config.RiskConfig;
import io.aqts.config.Scenario;
import io.aqts.config.SimulationConfig;
import io.aqts.config.TailMethod;
import io.aqts.trade.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** One setting with values that fit beside the default of every other one, to be changed by name or by builder. */
record Setting<T>(String path, Arbitrary<T> values, BiFunction<AqtsConfig.Builder, T, AqtsConfig.Builder> setter) {

    private static final Arbitrary<Double> SHARES = Arbitraries.of(0.0, -0.0, 1.0, Double.MIN_VALUE, 0.1, 1.0 / 3);

    private static final Arbitrary<Double> SIZES = Arbitraries.oneOf(
            Arbitraries.of(Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, 1.0, 2e23, 0x1p53 + 2, 0.1 + 0.2),
            Arbitraries.doubles().between(0, false, 1e9, true));

    private static final Arbitrary<Duration> DURATIONS =
            Arbitraries.longs().between(0, 100_000_000_000_000_000L).map(Duration::ofNanos);

    private static final Arbitrary<Decimal> MONEY = Arbitraries.oneOf(
            Arbitraries.of("0.00000001", "100000.10", "1e20", "12345678901234567890.123456789")
                    .map(Decimal::parse),
            Arbitraries.bigDecimals()
                    .between(new BigDecimal("0.001"), BigDecimal.valueOf(1e12))
                    .ofScale(3)
                    .map(Decimal::from));

    /** A change of one setting to one value. */
    record Change<T>(Setting<T> setting, T value) {

        AqtsConfig.Builder by(AqtsConfig.Builder builder) {
            return setting.setter().apply(builder, value);
        }

        Overrides by(Overrides overrides) {
            return overrides.with(setting.path(), value);
        }

        @Override
        public String toString() {
            return setting.path() + " = " + value;
        }
    }

    Arbitrary<Change<?>> changes() {
        return values.map(value -> new Change<>(this, value));
    }

    /** {@return changes of any settings, each at most once} */
    static Arbitrary<List<Change<?>>> anyChanges() {
        List<Arbitrary<Change<?>>> each = ALL.stream().map(Setting::changes).toList();
        return Arbitraries.oneOf(each)
                .list()
                .ofMaxSize(ALL.size() / 2)
                .uniqueElements(change -> change.setting().path());
    }

    private static final List<Setting<?>> ALL = List.of(
            new Setting<>("seed", Arbitraries.longs(), AqtsConfig.Builder::seed),
            simulation("scenario", Arbitraries.of(Scenario.values()), SimulationConfig.Builder::scenario),
            simulation(
                    "interval",
                    DURATIONS.map(it -> Duration.ofNanos(1 + it.toNanos() / 4)),
                    SimulationConfig.Builder::interval),
            simulation(
                    "start",
                    Arbitraries.longs()
                            .between(0, 9_000_000_000_000_000_000L)
                            .map(nanos -> Instant.EPOCH.plusNanos(nanos)),
                    SimulationConfig.Builder::start),
            simulation("bookLevels", Arbitraries.integers().between(0, 200), SimulationConfig.Builder::bookLevels),
            simulation("alternativeData", Arbitraries.of(true, false), SimulationConfig.Builder::alternativeData),
            qgita("mode", Arbitraries.of(QgitaMode.values()), QgitaConfig.Builder::mode),
            qgita("ratio", SIZES, QgitaConfig.Builder::ratio),
            qgita("weights", SHARES.list().ofSize(4).map(Setting::withOne), QgitaConfig.Builder::weights),
            qgita("ranks.window", Arbitraries.integers().between(100, 1_000_000), (q, v) -> q.ranks(r -> r.window(v))),
            qgita("pivots.reversalAtr", SIZES, (q, v) -> q.pivots(p -> p.reversalAtr(v))),
            qgita("events.sigmas", SIZES, (q, v) -> q.events(e -> e.sigmas(v))),
            detection(
                    "smaCross.slow",
                    Arbitraries.integers().between(51, 1_000_000),
                    (d, v) -> d.smaCross(s -> s.slow(v))),
            detection("smaCross.quantity", MONEY, (d, v) -> d.smaCross(s -> s.quantity(v))),
            fusion("minimumConfidence", SHARES, FusionConfig.Builder::minimumConfidence),
            fusion("sellThreshold", SHARES.map(it -> -it), FusionConfig.Builder::sellThreshold),
            fusion("weights.sentiment", SHARES, (f, v) -> f.weights(w -> w.sentiment(v))),
            fusion("logistic.l2", SHARES, (f, v) -> f.logistic(l -> l.l2(v))),
            fusion(
                    "momentum.slowBars",
                    Arbitraries.integers().between(21, 1_000_000),
                    (f, v) -> f.momentum(m -> m.slowBars(v))),
            risk("account.initialCash", MONEY, RiskConfig.Builder::initialCash),
            risk(
                    "account.currency",
                    Arbitraries.strings().ofMinLength(1).filter(it -> !it.isBlank()),
                    RiskConfig.Builder::currency),
            risk("maxLeverage", SIZES, RiskConfig.Builder::maxLeverage),
            risk("sizing.kellyFraction", SHARES, (r, v) -> r.sizing(s -> s.kellyFraction(v))),
            risk("rules.losses.cooldown", DURATIONS, (r, v) -> r.rules(x -> x.losses(l -> l.cooldown(v)))),
            risk(
                    "rules.market.persistence",
                    Arbitraries.integers().between(1, 1_000_000),
                    (r, v) -> r.rules(x -> x.market(m -> m.persistence(v)))),
            risk(
                    "rules.tail.method",
                    Arbitraries.of(TailMethod.values()),
                    (r, v) -> r.rules(x -> x.tail(t -> t.method(v)))),
            risk("breaker.coolOff", DURATIONS, (r, v) -> r.breaker(b -> b.coolOff(v))),
            risk("exits.maxHold", DURATIONS.map(it -> it.plusHours(1)), (r, v) -> r.exits(e -> e.maxHold(v))),
            execution("matching.partialFillProbability", SHARES, ExecutionConfig.Builder::partialFillProbability),
            execution("matching.touch", Arbitraries.of(true, false), (e, v) -> e.matching(m -> m.touch(v))),
            execution("matching.path", Arbitraries.of(BarPath.values()), (e, v) -> e.matching(m -> m.path(v))),
            execution(
                    "matching.session.zone",
                    Arbitraries.of("UTC", "Europe/Berlin"),
                    (e, v) -> e.matching(m -> m.session(s -> s.zone(v)))),
            execution("fees.makerBps", Arbitraries.doubles().between(-100, 1000), ExecutionConfig.Builder::makerFeeBps),
            execution("fees.fixed.minimum", MONEY, (e, v) -> e.fees(f -> f.fixed(x -> x.minimum(v)))),
            execution(
                    "fees.rounding",
                    Arbitraries.of(RoundingMode.values()).filter(it -> it != RoundingMode.UNNECESSARY),
                    (e, v) -> e.fees(f -> f.rounding(v))),
            execution("books.queue", Arbitraries.of(QueueKind.values()), (e, v) -> e.books(b -> b.queue(v))),
            execution("impact.coefficient", SIZES, (e, v) -> e.impact(i -> i.coefficient(v))),
            execution(
                    "latency.submit.max", DURATIONS.map(it -> it.plusMillis(35)), ExecutionConfig.Builder::latencyMax),
            performance("returns", Arbitraries.of(ReturnInterval.values()), PerformanceConfig.Builder::returns),
            performance("riskFreeRate", Arbitraries.doubles().between(-1, 1), PerformanceConfig.Builder::riskFreeRate),
            backtest("steps", Arbitraries.longs().greaterOrEqual(0), BacktestConfig.Builder::steps),
            backtest("envelope.enabled", Arbitraries.of(true, false), (b, v) -> b.envelope(e -> e.enabled(v))),
            backtest("keepSteps", Arbitraries.of(true, false), BacktestConfig.Builder::keepSteps));

    private static List<Double> withOne(List<Double> four) {
        return List.of(four.get(0), four.get(1), four.get(2), four.get(3), 1.0);
    }

    private static <T> Setting<T> simulation(
            String name, Arbitrary<T> values, BiFunction<SimulationConfig.Builder, T, SimulationConfig.Builder> set) {
        return new Setting<>("simulation." + name, values, (c, v) -> c.simulation(s -> set.apply(s, v)));
    }

    private static <T> Setting<T> detection(
            String name, Arbitrary<T> values, BiFunction<DetectionConfig.Builder, T, DetectionConfig.Builder> set) {
        return new Setting<>("detection." + name, values, (c, v) -> c.detection(d -> set.apply(d, v)));
    }

    private static <T> Setting<T> qgita(
            String name, Arbitrary<T> values, BiFunction<QgitaConfig.Builder, T, QgitaConfig.Builder> set) {
        return detection("qgita." + name, values, (d, v) -> d.qgita(q -> set.apply(q, v)));
    }

    private static <T> Setting<T> fusion(
            String name, Arbitrary<T> values, BiFunction<FusionConfig.Builder, T, FusionConfig.Builder> set) {
        return new Setting<>("fusion." + name, values, (c, v) -> c.fusion(f -> set.apply(f, v)));
    }

    private static <T> Setting<T> risk(
            String name, Arbitrary<T> values, BiFunction<RiskConfig.Builder, T, RiskConfig.Builder> set) {
        return new Setting<>("risk." + name, values, (c, v) -> c.risk(r -> set.apply(r, v)));
    }

    private static <T> Setting<T> execution(
            String name, Arbitrary<T> values, BiFunction<ExecutionConfig.Builder, T, ExecutionConfig.Builder> set) {
        return new Setting<>("execution." + name, values, (c, v) -> c.execution(e -> set.apply(e, v)));
    }

    private static <T> Setting<T> performance(
            String name, Arbitrary<T> values, BiFunction<PerformanceConfig.Builder, T, PerformanceConfig.Builder> set) {
        return new Setting<>("performance." + name, values, (c, v) -> c.performance(p -> set.apply(p, v)));
    }

    private static <T> Setting<T> backtest(
            String name, Arbitrary<T> values, BiFunction<BacktestConfig.Builder, T, BacktestConfig.Builder> set) {
        return new Setting<>("backtest." + name, values, (c, v) -> c.backtest(b -> set.apply(b, v)));
    }
}
