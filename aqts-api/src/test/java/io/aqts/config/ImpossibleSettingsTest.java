package io.aqts.config;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.aqts.trade.Decimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
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
    @MethodSource({
        "simulation",
        "simulated",
        "detection",
        "fusion",
        "risk",
        "sizing",
        "rules",
        "losses",
        "tails",
        "costs",
        "fees",
        "runs"
    })
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
                risk("account.initialCash must be more than zero, but was 0", r -> r.initialCash(Decimal.ZERO)),
                risk("account.currency must not be blank, but was \"\"", r -> r.currency("")),
                risk(
                        "account.deposits must hold each other currency once, but was USDT",
                        r -> r.account(a -> a.deposits(List.of(new Deposit("USDT", Decimal.ONE))))),
                risk(
                        "account.deposits[].amount must be more than zero, but was 0",
                        r -> r.account(a -> a.deposits(List.of(new Deposit("BTC", Decimal.ZERO))))),
                risk(
                        "account.deposits[].currency must not be blank, but was \" \"",
                        r -> r.account(a -> a.deposits(List.of(new Deposit(" ", Decimal.ONE))))),
                risk(
                        "account.rates[].rate must be more than zero, but was 0",
                        r -> r.account(a -> a.rates(List.of(new GivenRate("EUR", "USD", Decimal.ZERO))))),
                risk(
                        "account.rates[].to must differ from risk.account.rates[].from, but was EUR",
                        r -> r.account(a -> a.rates(List.of(new GivenRate("EUR", "EUR", Decimal.ONE))))),
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

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "caps.position.limit must be finite and more than zero, but was 0.0",
                        r -> r.caps(c -> c.position(CapConfig.share(0)))),
                rule(
                        "caps.gross.limit must be finite and more than zero, but was -1.0",
                        r -> r.caps(c -> c.gross(CapConfig.amount(-1)))),
                rule(
                        "caps.net.limit must be 0 where risk.rules.caps.net.mode is NONE, but was 0.2",
                        r -> r.caps(c -> c.net(new CapConfig(CapMode.NONE, 0.2)))),
                rule(
                        "caps.instruments[].mode must be SHARE or AMOUNT, but was NONE",
                        r -> r.caps(c -> c.instruments(List.of(new NamedCap("A/B", CapMode.NONE, 0))))),
                rule(
                        "caps.quotes[].limit must be finite and more than zero, but was 0.0",
                        r -> r.caps(c -> c.quotes(List.of(new NamedCap("CAD", CapMode.SHARE, 0))))),
                rule(
                        "caps.quotes must name each only once, but was [CAD, CAD]",
                        r -> r.caps(c -> c.quotes(List.of(
                                new NamedCap("CAD", CapMode.SHARE, 1), new NamedCap("CAD", CapMode.AMOUNT, 1))))),
                rule(
                        "caps.clusters[].symbols must name at least one, but was []",
                        r -> r.caps(c -> c.clusters(List.of(new ClusterCap("x", List.of(), CapMode.SHARE, 1))))),
                rule(
                        "caps.clusters[].limit must be finite and more than zero, but was NaN",
                        r -> r.caps(c -> c.clusters(List.of(new ClusterCap("x", List.of("A"), CapMode.SHARE, NAN))))),
                rule(
                        "caps.maxPositions must lie between 1 and 1000000, but was 0",
                        r -> r.caps(c -> c.maxPositions(0))),
                rule(
                        "size.leastScale must be more than 0 and at most 1, but was 0.0",
                        r -> r.size(s -> s.leastScale(0))),
                rule("size.mostScale must be finite and 1 or more, but was 0.9", r -> r.size(s -> s.mostScale(0.9))),
                rule(
                        "size.targetVolatility must be finite and more than zero, but was 0.0",
                        r -> r.size(s -> s.targetVolatility(0))),
                rule(
                        "market.maxSpreadBps must lie between 0.0 and 20000.0, but was -1.0",
                        r -> r.market(m -> m.maxSpreadBps(-1))),
                rule(
                        "market.depth.mode must be NONE or SHARE, but was AMOUNT",
                        r -> r.market(m -> m.depth(CapConfig.amount(1)))),
                rule(
                        "market.persistence must lie between 1 and 1000000, but was 0",
                        r -> r.market(m -> m.persistence(0))),
                rule(
                        "margin.resumeBelow must be less than risk.rules.margin.stopAt.limit, 0.2, but was 0.25",
                        r -> r.margin(m -> m.stopAt(CapConfig.share(0.2)))),
                rule(
                        "conduct.maxQuantity.mode must be NONE or AMOUNT, but was SHARE",
                        r -> r.conduct(c -> c.maxQuantity(CapConfig.share(0.2)))),
                rule(
                        "conduct.priceBand must lie between 0.0 and 1.0, but was NaN",
                        r -> r.conduct(c -> c.priceBand(NAN))),
                rule(
                        "conduct.orderWindow must be more than zero, but was PT0S",
                        r -> r.conduct(c -> c.orderWindow(Duration.ZERO))));
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                rule(
                        "losses.daily.limit must be finite and more than zero, but was Infinity",
                        r -> r.losses(l -> l.daily(CapConfig.share(INFINITE)))),
                rule(
                        "losses.zone must be the IANA name of a time zone, such as Europe/London, but was \"Mars\"",
                        r -> r.losses(l -> l.zone("Mars"))),
                rule(
                        "losses.tiers[].drawdown must rise from tier to tier, but was 0.1",
                        r -> r.losses(
                                l -> l.tiers(List.of(new DrawdownTier(0.1, 0.02, 5), new DrawdownTier(0.1, 0.01, 5))))),
                rule(
                        "losses.tiers[].riskShare must never rise, but was 0.03",
                        r -> r.losses(
                                l -> l.tiers(List.of(new DrawdownTier(0.1, 0.02, 5), new DrawdownTier(0.2, 0.03, 5))))),
                rule(
                        "losses.tiers[].drawdown must lie between 0.0 and 1.0, but was 1.1",
                        r -> r.losses(l -> l.tiers(List.of(new DrawdownTier(1.1, 0.02, 5))))),
                rule(
                        "losses.severe.recoverAt must be 0 or more and less than risk.rules.losses.severe.drawdown,"
                                + " 0.1, but was 0.1",
                        r -> r.losses(l -> l.severe(s -> s.drawdown(0.1)))),
                rule(
                        "losses.stopOuts.count must lie between 1 and 1000000, but was 0",
                        r -> r.losses(l -> l.stopOuts(s -> s.count(0)))),
                rule(
                        "losses.cooldown must be zero or more, but was PT-0.000000001S",
                        r -> r.losses(l -> l.cooldown(BEFORE))));
    }

    static Stream<Arguments> tails() {
        return Stream.of(
                rule(
                        "tail.valueAtRisk.limit must be finite and more than zero, but was 0.0",
                        r -> r.tail(t -> t.valueAtRisk(CapConfig.share(0)))),
                rule(
                        "tail.tailShare must be more than 0 and at most 0.5, but was 0.6",
                        r -> r.tail(t -> t.tailShare(0.6))),
                rule("tail.window must lie between 30 and 100000, but was 29", r -> r.tail(t -> t.window(29))),
                rule(
                        "tail.stress.depthShare must be more than 0 and at most 1, but was 0.0",
                        r -> r.tail(t -> t.stress(s -> s.depthShare(0)))),
                rule(
                        "tail.stress.spreadMultiple must be finite and 1 or more, but was 0.5",
                        r -> r.tail(t -> t.stress(s -> s.spreadMultiple(0.5)))),
                rule(
                        "session.windows[].opens must be a time of day, such as 08:00, but was \"8\"",
                        r -> r.session(s ->
                                s.windows(List.of(new SessionWindow("UTC", List.of(DayOfWeek.MONDAY), "8", "17:00"))))),
                rule(
                        "session.windows[].days must name at least one, but was []",
                        r -> r.session(s -> s.windows(List.of(new SessionWindow("UTC", List.of(), "08:00", "09:00"))))),
                rule(
                        "session.holidays[] must be a date, such as 2025-12-25, but was \"Christmas\"",
                        r -> r.session(s -> s.holidays(List.of("Christmas")))));
    }

    static Stream<Arguments> costs() {
        return Stream.of(
                cost("maxSlippageBps must lie between 0.0 and 10000.0, but was -1.0", e -> e.maxSlippageBps(-1)),
                cost("latency.submit.min must be zero or more, but was PT-0.000000001S", e -> e.latencyMin(BEFORE)),
                cost("latency.submit.max must be zero or more, but was PT-0.000000001S", e -> e.latencyMax(BEFORE)),
                cost(
                        "latency.submit.min must be at most execution.latency.submit.max, PT0.034S, but was PT0.035S",
                        e -> e.latencyMax(Duration.ofMillis(34))),
                cost(
                        "matching.partialFillProbability must lie between 0.0 and 1.0, but was 1.1",
                        e -> e.partialFillProbability(1.1)),
                cost("fees.makerBps must lie between -100.0 and 1000.0, but was -101.0", e -> e.makerFeeBps(-101)),
                cost("fees.takerBps must lie between -100.0 and 1000.0, but was 1001.0", e -> e.takerFeeBps(1001)),
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
                cost("fees.decimals must lie between 0 and 18, but was 19", e -> e.feeDecimals(19)),
                cost(
                        "latency.cancel.min must be at most execution.latency.cancel.max, PT0S, but was PT0.034S",
                        e -> e.latency(l -> l.cancel(new DelayConfig(Duration.ofMillis(34), Duration.ZERO)))),
                cost(
                        "latency.ack.min must be zero or more, but was PT-0.000000001S",
                        e -> e.latency(l -> l.ack(DelayConfig.always(BEFORE)))));
    }

    static Stream<Arguments> fees() {
        Decimal owed = Decimal.of("-0.01");
        return Stream.of(
                fee("makerBps must lie between -100.0 and 1000.0, but was NaN", f -> f.makerBps(NAN)),
                fee("takerBps must lie between -100.0 and 1000.0, but was Infinity", f -> f.takerBps(1 / 0.0)),
                fee("window must be more than zero, but was PT0S", f -> f.window(Duration.ZERO)),
                fee("rounding must say how to round, but was UNNECESSARY", f -> f.rounding(RoundingMode.UNNECESSARY)),
                fee("fixed.perOrder must be zero or more, but was -0.01", f -> f.fixed(x -> x.perOrder(owed))),
                fee("fixed.perFill must be zero or more, but was -0.01", f -> f.fixed(x -> x.perFill(owed))),
                fee("fixed.perUnit must be zero or more, but was -0.01", f -> f.fixed(x -> x.perUnit(owed))),
                fee("fixed.minimum must be zero or more, but was -0.01", f -> f.fixed(x -> x.minimum(owed))),
                fee("payment.price must be zero or more, but was -0.01", f -> f.payment(p -> p.price(owed))),
                fee(
                        "payment.factor must be more than 0 and at most 1, but was NaN",
                        f -> f.payment(p -> p.factor(NAN))),
                fee("payment.name must not be blank, but was \"\"", f -> f.payment(p -> p.currency(FeeCurrency.OTHER))),
                fee(
                        "payment.price must be more than zero without execution.fees.payment.symbol, but was 0",
                        f -> f.payment(p -> p.currency(FeeCurrency.OTHER).name("BNB"))),
                fee(
                        "tiers[].fromVolume must be more than zero, but was 0",
                        f -> f.tiers(List.of(new FeeTier(Decimal.ZERO, 1, 1)))),
                fee(
                        "tiers[].makerBps must lie between -100.0 and 1000.0, but was NaN",
                        f -> f.tiers(List.of(new FeeTier(Decimal.ONE, NAN, 1)))),
                fee(
                        "tiers[].fromVolume must be more than that of the tier before, 1, but was 1",
                        f -> f.tiers(List.of(new FeeTier(Decimal.ONE, 2, 2), new FeeTier(Decimal.ONE, 1, 1)))),
                cost(
                        "impact.coefficient must be finite and zero or more, but was NaN",
                        e -> e.impact(i -> i.coefficient(NAN))),
                cost(
                        "impact.permanent must be finite and zero or more, but was -1.0",
                        e -> e.impact(i -> i.permanent(-1))),
                cost(
                        "impact.temporary must be finite and zero or more, but was -1.0",
                        e -> e.impact(i -> i.temporary(-1))),
                cost("impact.window must lie between 1 and 1000000, but was 0", e -> e.impact(i -> i.window(0))),
                cost(
                        "books.queuePower must be more than 0 and at most 100, but was 0.0",
                        e -> e.books(b -> b.queuePower(0))),
                cost(
                        "books.queuePower must be more than 0 and at most 100, but was NaN",
                        e -> e.books(b -> b.queuePower(NAN))),
                cost(
                        "books.protectionBps must lie between 0.0 and 10000.0, but was -1.0",
                        e -> e.books(b -> b.protectionBps(-1))));
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
                        c -> c.backtest(b -> b.iterations(0))),
                run(
                        "backtest.envelope.delayBars must lie between 1 and 1000000, but was 0",
                        c -> c.backtest(b -> b.envelope(e -> e.delayBars(List.of(0))))),
                run(
                        "backtest.envelope.delays must be more than zero, but was PT0S",
                        c -> c.backtest(b -> b.envelope(e -> e.delays(List.of(Duration.ZERO))))),
                run(
                        "backtest.envelope.delays must hold each delay once, but was [2, 2] bars and []",
                        c -> c.backtest(b -> b.envelope(e -> e.delayBars(List.of(2, 2))))));
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

    private static Arguments rule(String message, UnaryOperator<RulesConfig.Builder> change) {
        return risk("rules." + message, r -> r.rules(change));
    }

    private static Arguments size(String message, UnaryOperator<SizingConfig.Builder> change) {
        return risk("sizing." + message, r -> r.sizing(change));
    }

    private static Arguments fee(String message, UnaryOperator<FeeConfig.Builder> change) {
        return cost("fees." + message, e -> e.fees(change));
    }

    private static Arguments cost(String message, UnaryOperator<ExecutionConfig.Builder> change) {
        return run("execution." + message, c -> c.execution(change));
    }
}
