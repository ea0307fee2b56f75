package io.aqts.config;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.aqts.trade.Decimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImpossibleSettingsTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final Duration BEFORE = Duration.ofNanos(-1);
    private static final Duration ETERNITY = Duration.ofSeconds(Long.MAX_VALUE);
    private static final Decimal OWED = Decimal.parse("-0.00000001");

    @ParameterizedTest(name = "{0}")
    @MethodSource({"simulation", "simulated", "detection", "fusion", "risk", "sizing", "costs", "runs"})
    void isRefusedWithPathRuleAndValue(String message, UnaryOperator<AqtsConfig.Builder> change) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AqtsConfig.defaults().with(change))
                .withMessage(message);
    }

    static Stream<Arguments> simulation() {
        SimulatedInstrument bitcoin = SimulatedInstrument.defaults().get(0);
        SimulatedVenue binance = SimulatedVenue.defaults().get(0);
        return Stream.of(
                market("instruments must name at least one, but was []", s -> s.instruments(List.of())),
                market(
                        "instruments must name each only once, but was [BTC/USDT, BTC/USDT]",
                        s -> s.instruments(List.of(bitcoin, bitcoin))),
                market("venues must name at least one, but was []", s -> s.venues(List.of())),
                market(
                        "venues must name each only once, but was [Binance, Binance]",
                        s -> s.venues(List.of(binance, binance))),
                market("interval must be more than zero, but was PT0S", s -> s.interval(Duration.ZERO)),
                market("interval must be more than zero, but was PT-0.000000001S", s -> s.interval(BEFORE)),
                market("interval must be at most PT8784H, but was PT8785H", s -> s.interval(Duration.ofHours(8785))),
                market(
                        "start must lie between 1970-01-01T00:00:00Z and 2262-01-01T00:00:00Z, but was "
                                + "1969-12-31T23:59:59.999999999Z",
                        s -> s.start(Instant.EPOCH.minusNanos(1))),
                market(
                        "start must lie between 1970-01-01T00:00:00Z and 2262-01-01T00:00:00Z, but was "
                                + "+1000000000-12-31T23:59:59.999999999Z",
                        s -> s.start(Instant.MAX)),
                market("correlation must be 0 or more and less than 1, but was 1.0", s -> s.correlation(1)),
                market("correlation must be 0 or more and less than 1, but was -0.1", s -> s.correlation(-0.1)),
                market("correlation must be 0 or more and less than 1, but was NaN", s -> s.correlation(NAN)),
                market("bookLevels must lie between 0 and 200, but was -1", s -> s.bookLevels(-1)),
                market("bookLevels must lie between 0 and 200, but was 201", s -> s.bookLevels(201)));
    }

    static Stream<Arguments> simulated() {
        return Stream.of(
                instrument("symbol must not be blank, but was \" \"", i -> i.symbol(" ")),
                instrument("initialPrice must be finite and more than zero, but was NaN", i -> i.initialPrice(NAN)),
                instrument("initialPrice must be at least one tick of 0.01, but was 0.001", i -> i.initialPrice(0.001)),
                instrument("tickSize must be more than zero, but was 0", i -> i.tickSize(Decimal.ZERO)),
                instrument("lotSize must be more than zero, but was -0.00000001", i -> i.lotSize(OWED)),
                instrument("minNotional must be zero or more, but was -0.00000001", i -> i.minNotional(OWED)),
                instrument(
                        "annualVolatility must lie between 0.0 and 10.0, but was -0.1", i -> i.annualVolatility(-.1)),
                venue("name must not be blank, but was \"\"", v -> v.name("")),
                venue("liquidityWeight must be finite and more than zero, but was 0.0", v -> v.liquidityWeight(0)),
                venue("latency must be zero or more, but was PT-0.000000001S", v -> v.latency(BEFORE)),
                venue("latency must be at most 100 years, but was " + ETERNITY, v -> v.latency(ETERNITY)),
                venue("makerFeeBps must lie between -100.0 and 1000.0, but was -101.0", v -> v.makerFeeBps(-101)),
                venue("takerFeeBps must lie between -100.0 and 1000.0, but was NaN", v -> v.takerFeeBps(NAN)));
    }

    static Stream<Arguments> detection() {
        return Stream.of(
                qgita("ratio must be finite and more than zero, but was 0.0", q -> q.ratio(0)),
                qgita("tolerance must be finite and more than zero, but was Infinity", q -> q.tolerance(INFINITE)),
                qgita("window must lie between 8 and 1000000, but was 7", q -> q.window(7)),
                qgita("weights must be five numbers, but was [1.0]", q -> q.weights(List.of(1.0))),
                qgita("weights must be finite and zero or more, but was NaN", q -> q.weights(weights(NAN))),
                qgita(
                        "weights must have a finite sum of more than zero, but was [0.0, 0.0, 0.0, 0.0, 0.0]",
                        q -> q.weights(weights(0))),
                qgita(
                        "pivots.reversalAtr must be finite and more than zero, but was -1.0",
                        q -> q.pivots(p -> p.reversalAtr(-1))),
                qgita("pivots.atrPeriod must lie between 1 and 1000000, but was 0", q -> q.pivots(p -> p.atrPeriod(0))),
                qgita(
                        "pivots.memory must lie between 1 and 1000000, but was 1000001",
                        q -> q.pivots(p -> p.memory(1000001))),
                qgita(
                        "pivots.bendMultiple must be finite and more than zero, but was 0.0",
                        q -> q.pivots(p -> p.bendMultiple(0))),
                qgita(
                        "pivots.minimumPivots must lie between 1 and 256, but was 257",
                        q -> q.pivots(p -> p.minimumPivots(257))),
                qgita("ranks.window must lie between 1 and 1000000, but was 0", q -> q.ranks(r -> r.window(0))),
                qgita("ranks.minimum must lie between 1 and 500, but was 501", q -> q.ranks(r -> r.minimum(501))),
                qgita("events.baseline must lie between 2 and 1000000, but was 1", q -> q.events(e -> e.baseline(1))),
                qgita("events.gap must lie between 0 and 1000000, but was -1", q -> q.events(e -> e.gap(-1))),
                qgita("events.sigmas must be finite and zero or more, but was NaN", q -> q.events(e -> e.sigmas(NAN))),
                qgita(
                        "events.confirmationBars must lie between 1 and 1000000, but was 0",
                        q -> q.events(e -> e.confirmationBars(0))),
                qgita(
                        "events.refractoryBars must lie between 0 and 1000000, but was -1",
                        q -> q.events(e -> e.refractoryBars(-1))),
                qgita(
                        "events.geometryMemoryBars must be finite and more than zero, but was 0.0",
                        q -> q.events(e -> e.geometryMemoryBars(0))),
                averages("fast must be less than detection.smaCross.slow, 20, but was 20", s -> s.slow(20)),
                averages("fast must lie between 1 and 1000000, but was 0", s -> s.fast(0)),
                averages("slow must lie between 1 and 1000000, but was 1000001", s -> s.slow(1_000_001)),
                averages("quantity must be zero or more, but was -0.00000001", s -> s.quantity(OWED)));
    }

    static Stream<Arguments> fusion() {
        return Stream.of(
                fusion("buyThreshold must lie between 0.0 and 1.0, but was 1.1", f -> f.buyThreshold(1.1)),
                fusion("sellThreshold must lie between -1.0 and 0.0, but was 0.1", f -> f.sellThreshold(0.1)),
                fusion(
                        "buyThreshold must be more than fusion.sellThreshold, 0.0, but was 0.0",
                        f -> f.buyThreshold(0).sellThreshold(0)),
                fusion("minimumConfidence must lie between 0.0 and 1.0, but was NaN", f -> f.minimumConfidence(NAN)),
                fusion(
                        "weights.ensemble must be finite and zero or more, but was -1.0",
                        f -> f.weights(w -> w.ensemble(-1))),
                fusion(
                        "weights.sentiment must be finite and zero or more, but was NaN",
                        f -> f.weights(w -> w.sentiment(NAN))),
                fusion(
                        "weights.detectors must be finite and zero or more, but was Infinity",
                        f -> f.weights(w -> w.detectors(INFINITE))),
                fusion(
                        "weights must have a finite sum of more than zero, but was [0.0, 0.0, 0.0]",
                        f -> f.weights(w -> w.ensemble(0).sentiment(0).detectors(0))),
                fusion(
                        "weights must have a finite sum of more than zero, but was [1.7976931348623157E308, "
                                + "1.7976931348623157E308, 0.2]",
                        f -> f.weights(w -> w.ensemble(Double.MAX_VALUE).sentiment(Double.MAX_VALUE))),
                fusion(
                        "logistic.horizonBars must lie between 1 and 1000000, but was 0",
                        f -> f.logistic(l -> l.horizonBars(0))),
                fusion(
                        "logistic.learningRate must be more than 0 and at most 1, but was 0.0",
                        f -> f.logistic(l -> l.learningRate(0))),
                fusion("logistic.l2 must lie between 0.0 and 1.0, but was -0.1", f -> f.logistic(l -> l.l2(-0.1))),
                fusion(
                        "logistic.minimumOutcomes must lie between 1 and 1000000, but was 0",
                        f -> f.logistic(l -> l.minimumOutcomes(0))),
                fusion(
                        "logistic.calibrationBins must lie between 2 and 1000, but was 1",
                        f -> f.logistic(l -> l.calibrationBins(1))),
                fusion(
                        "momentum.fastBars must be less than fusion.momentum.slowBars, 120, but was 120",
                        f -> f.momentum(m -> m.fastBars(120))),
                fusion(
                        "momentum.horizonBars must lie between 1 and 1000000, but was 0",
                        f -> f.momentum(m -> m.horizonBars(0))),
                fusion(
                        "momentum.minimumOutcomes must lie between 1 and 1000000, but was 0",
                        f -> f.momentum(m -> m.minimumOutcomes(0))));
    }

    static Stream<Arguments> risk() {
        return Stream.of(
                risk("initialCash must be more than zero, but was 0", r -> r.initialCash(Decimal.ZERO)),
                risk("currency must not be blank, but was \"\"", r -> r.currency("")),
                risk("maxLeverage must be finite and more than zero, but was -1.0", r -> r.maxLeverage(-1)),
                risk("maxLeverage must be finite and more than zero, but was Infinity", r -> r.maxLeverage(INFINITE)),
                risk("maxPortfolioRisk must be more than 0 and at most 1, but was 0.0", r -> r.maxPortfolioRisk(0)),
                risk(
                        "breaker.reduceAt must be more than 0 and at most 1, but was 0.0",
                        r -> r.breaker(b -> b.reduceAt(0))),
                risk(
                        "breaker.haltAt must be more than 0 and at most 1, but was NaN",
                        r -> r.breaker(b -> b.haltAt(NAN))),
                risk(
                        "breaker.reduceAt must be at most risk.breaker.haltAt, 0.05, but was 0.07",
                        r -> r.breaker(b -> b.haltAt(0.05))),
                risk(
                        "breaker.coolOff must be zero or more, but was PT-0.000000001S",
                        r -> r.breaker(b -> b.coolOff(BEFORE))),
                risk("exits.stopAtr must be finite and more than zero, but was 0.0", r -> r.exits(e -> e.stopAtr(0))),
                risk("exits.atrPeriod must lie between 1 and 1000000, but was 0", r -> r.exits(e -> e.atrPeriod(0))),
                risk(
                        "exits.rewardRatio must be finite and more than zero, but was NaN",
                        r -> r.exits(e -> e.rewardRatio(NAN))),
                risk(
                        "exits.minHold must be zero or more, but was PT-0.000000001S",
                        r -> r.exits(e -> e.minHold(BEFORE))),
                risk("exits.maxHold must be more than zero, but was PT0S", r -> r.exits(e -> e.maxHold(Duration.ZERO))),
                risk(
                        "exits.minHold must be at most risk.exits.maxHold, PT6H, but was PT7H",
                        r -> r.exits(e -> e.minHold(Duration.ofHours(7)))));
    }

    static Stream<Arguments> sizing() {
        return Stream.of(
                size("kellyFraction must lie between 0.0 and 1.0, but was 1.5", s -> s.kellyFraction(1.5)),
                size("riskPerTradeCap must be more than 0 and at most 1, but was 1.1", s -> s.riskPerTradeCap(1.1)),
                size("coldStartRisk must lie between 0.0 and 0.04, but was 0.05", s -> s.coldStartRisk(0.05)),
                size("minimumRecord must lie between 0 and 1000000, but was -1", s -> s.minimumRecord(-1)),
                size("priorWins must be finite and more than zero, but was 0.0", s -> s.priorWins(0)),
                size("priorLosses must be finite and more than zero, but was NaN", s -> s.priorLosses(NAN)),
                size("credibleLevel must be more than 0 and less than 1, but was 1.0", s -> s.credibleLevel(1)),
                size("maxPositionShare must be finite and more than zero, but was 0.0", s -> s.maxPositionShare(0)));
    }

    static Stream<Arguments> costs() {
        return Stream.of(
                cost("maxSlippageBps must lie between 0.0 and 10000.0, but was -1.0", e -> e.maxSlippageBps(-1)),
                cost("latencyMin must be zero or more, but was PT-0.000000001S", e -> e.latencyMin(BEFORE)),
                cost("latencyMax must be zero or more, but was PT-0.000000001S", e -> e.latencyMax(BEFORE)),
                cost(
                        "latencyMin must be at most execution.latencyMax, PT0.034S, but was PT0.035S",
                        e -> e.latencyMax(Duration.ofMillis(34))),
                cost(
                        "matching.partialFillProbability must lie between 0.0 and 1.0, but was 1.1",
                        e -> e.partialFillProbability(1.1)),
                cost("makerFeeBps must lie between -100.0 and 1000.0, but was -101.0", e -> e.makerFeeBps(-101)),
                cost("takerFeeBps must lie between -100.0 and 1000.0, but was 1001.0", e -> e.takerFeeBps(1001)),
                cost(
                        "matching.halfSpreadBps must lie between 0.0 and 5000.0, but was 5001.0",
                        e -> e.halfSpreadBps(5001)),
                cost(
                        "matching.participation must lie between 0.0 and 1.0, but was 1.5",
                        e -> e.matching(m -> m.participation(1.5))),
                cost(
                        "matching.guards.protectionBps must lie between 0.0 and 10000.0, but was NaN",
                        e -> e.matching(m -> m.guards(g -> g.protectionBps(NAN)))),
                cost(
                        "matching.session.zone must be a time zone such as UTC, but was \"Mars/Olympus\"",
                        e -> e.matching(m -> m.session(s -> s.zone("Mars/Olympus")))),
                cost(
                        "matching.session.opens must be zero to less than 24h, but was PT24H",
                        e -> e.matching(m -> m.session(s -> s.opens(Duration.ofDays(1))))),
                cost(
                        "matching.session.closes must be more than zero and at most 24h, but was PT0S",
                        e -> e.matching(m -> m.session(s -> s.closes(Duration.ZERO)))),
                cost("feeDecimals must lie between 0 and 18, but was 19", e -> e.feeDecimals(19)));
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                run(
                        "performance.riskFreeRate must lie between -1.0 and 1.0, but was NaN",
                        c -> c.performance(p -> p.riskFreeRate(NAN))),
                run(
                        "performance.confidenceLevel must be more than 0 and less than 1, but was 0.0",
                        c -> c.performance(p -> p.confidenceLevel(0))),
                run(
                        "performance.equityPoints must lie between 2 and 10000000, but was 1",
                        c -> c.performance(p -> p.equityPoints(1))),
                run("backtest.steps must be at least 0, but was -1", c -> c.backtest(b -> b.steps(-1))),
                run(
                        "backtest.iterations must lie between 1 and 1000000, but was 0",
                        c -> c.backtest(b -> b.iterations(0))));
    }

    private static List<Double> weights(double each) {
        return List.of(each, each, each, each, each);
    }

    private static Arguments run(String message, UnaryOperator<AqtsConfig.Builder> change) {
        return arguments(message, change);
    }

    private static Arguments market(String message, UnaryOperator<SimulationConfig.Builder> change) {
        return run("simulation." + message, c -> c.simulation(change));
    }

    private static Arguments instrument(
            String message, Function<SimulatedInstrument.Builder, SimulatedInstrument.Builder> change) {
        SimulatedInstrument.Builder from = SimulatedInstrument.defaults().get(0).toBuilder();
        return market(
                "instruments[]." + message,
                s -> s.instruments(List.of(change.apply(from).build())));
    }

    private static Arguments venue(String message, Function<SimulatedVenue.Builder, SimulatedVenue.Builder> change) {
        SimulatedVenue.Builder from = SimulatedVenue.defaults().get(0).toBuilder();
        return market(
                "venues[]." + message, s -> s.venues(List.of(change.apply(from).build())));
    }

    private static Arguments qgita(String message, UnaryOperator<QgitaConfig.Builder> change) {
        return run("detection.qgita." + message, c -> c.detection(d -> d.qgita(change)));
    }

    private static Arguments averages(String message, UnaryOperator<SmaCrossConfig.Builder> change) {
        return run("detection.smaCross." + message, c -> c.detection(d -> d.smaCross(change)));
    }

    private static Arguments fusion(String message, UnaryOperator<FusionConfig.Builder> change) {
        return run("fusion." + message, c -> c.fusion(change));
    }

    private static Arguments risk(String message, UnaryOperator<RiskConfig.Builder> change) {
        return run("risk." + message, c -> c.risk(change));
    }

    private static Arguments size(String message, UnaryOperator<SizingConfig.Builder> change) {
        return risk("sizing." + message, r -> r.sizing(change));
    }

    private static Arguments cost(String message, UnaryOperator<ExecutionConfig.Builder> change) {
        return run("execution." + message, c -> c.execution(change));
    }
}
