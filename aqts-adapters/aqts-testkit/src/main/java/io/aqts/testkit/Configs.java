package io.aqts.testkit;

import io.aqts.config.AqtsConfig;
import io.aqts.config.ExecutionConfig;
import io.aqts.config.RiskConfig;
import io.aqts.trade.Decimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Configurations for property tests: the defaults with other limits and costs, from the narrowest to the widest. */
public final class Configs {

    private Configs() {}

    /** {@return configurations that differ in seed, limits of risk and costs of execution} */
    public static Arbitrary<AqtsConfig> any() {
        return Combinators.combine(Arbitraries.longs(), risks(), executions())
                .as((seed, risk, execution) ->
                        AqtsConfig.defaults().with(c -> c.seed(seed).risk(risk).execution(execution)));
    }

    /** {@return limits of risk, short positions allowed or not} */
    public static Arbitrary<RiskConfig> risks() {
        Arbitrary<Decimal> cash = Arbitraries.of(Decimal.of(100_000), Decimal.of(1, 2), Decimal.of("1e9"));
        return Combinators.combine(
                        cash,
                        Arbitraries.of(true, false),
                        Arbitraries.of(1.0, 5.0, 0.1, 1e-9, 100.0),
                        Arbitraries.of(1.0, 0.01, 0.3, 50.0),
                        Arbitraries.of(0.04, 1e-6, 1.0),
                        Arbitraries.of(0.03, 1e-6, 1.0))
                .as((initialCash, shortAllowed, leverage, share, tradeRisk, portfolioRisk) ->
                        RiskConfig.defaults().toBuilder()
                                .initialCash(initialCash)
                                .shortAllowed(shortAllowed)
                                .maxLeverage(leverage)
                                .maxPortfolioRisk(portfolioRisk)
                                .sizing(sizing -> sizing.maxPositionShare(share)
                                        .riskPerTradeCap(tradeRisk)
                                        .coldStartRisk(Math.min(tradeRisk, 0.0025)))
                                .build());
    }

    /** {@return costs of execution, with and without latency, partial fills, spread and rounding of fees} */
    public static Arbitrary<ExecutionConfig> executions() {
        List<Duration> latencies = List.of(Duration.ZERO, Duration.ofMillis(35), Duration.ofSeconds(90));
        return Combinators.combine(
                        Arbitraries.of(latencies),
                        Arbitraries.of(0.0, 0.15, 1.0),
                        Arbitraries.of(10.0, 0.0, -2.5, 1_000.0),
                        Arbitraries.of(10.0, 0.0, 33.3, 1_000.0),
                        Arbitraries.of(1.0, 0.0, 5_000.0),
                        Arbitraries.of(8, 0, 2, 18))
                .as((latency, partial, maker, taker, halfSpread, decimals) -> ExecutionConfig.defaults().toBuilder()
                        .latencyMin(latency)
                        .latencyMax(latency.multipliedBy(2))
                        .partialFillProbability(partial)
                        .makerFeeBps(maker)
                        .takerFeeBps(taker)
                        .halfSpreadBps(halfSpread)
                        .feeDecimals(decimals)
                        .build());
    }
}
