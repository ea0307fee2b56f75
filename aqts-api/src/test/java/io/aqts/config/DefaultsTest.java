package io.aqts.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.Decimal;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultsTest {

    @Test
    void simulateTwoInstrumentsOnFiveVenues() {
        SimulationConfig simulation = AqtsConfig.defaults().simulation();

        assertThat(simulation.instruments())
                .extracting(SimulatedInstrument::symbol)
                .containsExactly("BTC/USDT", "ETH/USDT");
        assertThat(simulation.venues())
                .extracting(SimulatedVenue::name)
                .containsExactly("Binance", "Coinbase", "Kraken", "Bybit", "KuCoin");
        assertThat(simulation.scenario()).isEqualTo(Scenario.REGIME_SWITCHING);
        assertThat(simulation.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(simulation.start()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void areThoseOfTheDesign() {
        AqtsConfig config = AqtsConfig.defaults();

        assertThat(config.seed()).isEqualTo(42);
        assertThat(config.detection().qgita().mode()).isEqualTo(QgitaMode.PIVOT);
        assertThat(config.detection().smaCross()).isEqualTo(new SmaCrossConfig(20, 50, Decimal.ZERO));
        assertThat(config.fusion().weights()).isEqualTo(new FusionWeights(0.6, 0.2, 0.2));
        assertThat(config.risk().initialCash()).isEqualTo(Decimal.of(100_000));
        assertThat(config.risk().account())
                .isEqualTo(new AccountConfig(
                        Decimal.of(100_000),
                        "USDT",
                        AccountKind.UNRESTRICTED,
                        PositionMode.NETTING,
                        LotMethod.AVERAGE,
                        false,
                        List.of(),
                        List.of()));
        assertThat(config.risk().exits().stopRequired()).isFalse();
        assertThat(config.risk().sizing()).isEqualTo(new SizingConfig(0.25, 0.04, 0.0025, 30, 10, 10, 0.8, 1));
        assertThat(config.risk().breaker()).isEqualTo(new BreakerConfig(0.07, 0.10, Duration.ZERO));
        assertThat(config.performance()).isEqualTo(new PerformanceConfig(ReturnInterval.DAY, 0, 0.95, 10_000));
        assertThat(config.execution().matching())
                .isEqualTo(new MatchingConfig(
                        FillTime.NEXT_OPEN,
                        BarPath.WORST,
                        false,
                        0,
                        0.15,
                        1,
                        new GuardConfig(PassedTrigger.IMMEDIATE, 0),
                        new TradingHoursConfig("UTC", Duration.ZERO, Duration.ofDays(1))));
        assertThat(config.backtest()).isEqualTo(new BacktestConfig(20_160, 5, false, EnvelopeConfig.defaults()));
    }

    @Test
    void switchEveryRuleOff() {
        RulesConfig rules = AqtsConfig.defaults().risk().rules();

        assertThat(rules.caps())
                .isEqualTo(new CapsConfig(
                        CapConfig.NONE, CapConfig.NONE, CapConfig.NONE, List.of(), List.of(), List.of(), 1_000_000));
        assertThat(rules.losses().tiers()).isEmpty();
        assertThat(rules.losses().cooldown()).isZero();
        assertThat(rules.losses().severe()).isEqualTo(new SevereLossConfig(1, 0.1, 0.01));
        assertThat(rules.tail().stress().enabled()).isFalse();
        assertThat(rules.market().costGate()).isFalse();
        assertThat(rules.session().windows()).isEmpty();
        assertThat(CapConfig.NONE.isSet()).isFalse();
        assertThat(CapConfig.NONE.of(1)).isInfinite();
        assertThat(CapConfig.share(0.2).of(50)).isEqualTo(10);
        assertThat(CapConfig.share(0.2).of(-50)).isZero();
        assertThat(CapConfig.share(0.2).of(Double.NaN)).isZero();
        assertThat(CapConfig.amount(7).of(Double.NaN)).isEqualTo(7);
        assertThat(DrawdownTier.usual()).extracting(DrawdownTier::riskShare).containsExactly(0.02, 0.015, 0.01, 0.0);
    }

    @Test
    void areTheSameEveryTime() {
        assertThat(AqtsConfig.defaults()).isEqualTo(AqtsConfig.defaults());
        assertThat(AqtsConfig.defaults().with(c -> c)).isEqualTo(AqtsConfig.defaults());
    }

    @ParameterizedTest
    @MethodSource("groups")
    void passTheirOwnChecksOnTheWayThroughTheBuilder(Record group) throws ReflectiveOperationException {
        Object builder = group.getClass().getMethod("toBuilder").invoke(group);

        assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(group);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void canEachBeSetOnTheBuilder(Record group) throws ReflectiveOperationException {
        Object builder = group.getClass().getMethod("toBuilder").invoke(group);

        for (RecordComponent component : group.getClass().getRecordComponents()) {
            Method setter = builder.getClass().getMethod(component.getName(), component.getType());
            Object same = component.getAccessor().invoke(group);
            assertThat(setter.invoke(builder, same)).isSameAs(builder);
        }
        assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(group);
    }

    @Test
    void changeDeepWithinWithoutTouchingTheRest() {
        AqtsConfig changed = AqtsConfig.defaults().with(c -> c.seed(7).risk(r -> r.exits(e -> e.stopAtr(2))));

        assertThat(changed.seed()).isEqualTo(7);
        assertThat(changed.risk().exits().stopAtr()).isEqualTo(2);
        assertThat(changed.risk().toBuilder().exits(ExitConfig.defaults()).build())
                .isEqualTo(RiskConfig.defaults());
        assertThat(changed.execution()).isEqualTo(ExecutionConfig.defaults());
    }

    @Test
    void cannotBeChangedThroughAListThatWasPassedIn() {
        List<Double> weights = new ArrayList<>(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        QgitaConfig config = QgitaConfig.defaults().toBuilder().weights(weights).build();

        weights.set(0, 9.0);

        assertThat(config.weights()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    }

    static List<Record> groups() throws ReflectiveOperationException {
        List<Record> groups = new ArrayList<>(List.of(AqtsConfig.defaults()));
        for (int i = 0; i < groups.size(); i++) {
            Record group = groups.get(i);
            for (RecordComponent component : group.getClass().getRecordComponents()) {
                Object value = component.getAccessor().invoke(group);
                List<?> values = value instanceof List<?> list ? list : Arrays.asList(value);
                values.stream()
                        .filter(Record.class::isInstance)
                        .map(Record.class::cast)
                        .forEach(groups::add);
            }
        }
        return groups;
    }
}
