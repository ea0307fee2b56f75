package io.aqts.core.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.LayerContext;
import io.aqts.RiskRule;
import io.aqts.config.AqtsConfig;
import io.aqts.config.CapConfig;
import io.aqts.config.RiskConfig;
import io.aqts.config.RulesConfig;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which rules come of which settings, and which memories they need. */
class ConfiguredRulesTest {

    private static final CapConfig CAP = CapConfig.share(0.1);

    private final Stage stage = new Stage();

    @Test
    void byDefaultThereAreNoneAndNothingIsRemembered() {
        ConfiguredRules none = of(r -> r);

        assertThat(none.rules()).isEmpty();
        assertThat(none.memories()).isEmpty();
    }

    @Test
    void everySettingOfLossesBringsItsRule() {
        assertThat(kinds(of(r -> r.losses(l -> l.daily(CAP))))).containsExactly(LossLimit.class);
        assertThat(kinds(of(r -> r.losses(l -> l.weekly(CAP))))).containsExactly(LossLimit.class);
        assertThat(kinds(of(r -> r.losses(l -> l.cooldown(Duration.ofMinutes(1))))))
                .containsExactly(Cooldown.class);
    }

    @Test
    void everySettingOfSizesBringsItsRuleAndOneMemoryOfBars() {
        ConfiguredRules target = of(r -> r.size(s -> s.volatilityTarget(CAP)));
        ConfiguredRules range = of(r -> r.size(s -> s.rangeRisk(CAP)));

        assertThat(kinds(target)).containsExactly(VolatilityTarget.class);
        assertThat(kinds(range)).containsExactly(RangeRisk.class);
        assertThat(kinds(target.memories())).containsExactly(BarVolatility.class);
        assertThat(kinds(range.memories())).containsExactly(BarVolatility.class);
    }

    @Test
    void everySettingOfTheTailBringsItsRuleAndOneWindowOfReturns() {
        ConfiguredRules value = of(r -> r.tail(t -> t.valueAtRisk(CAP)));
        ConfiguredRules shortfall = of(r -> r.tail(t -> t.expectedShortfall(CAP)));
        ConfiguredRules heat = of(r -> r.tail(t -> t.correlatedHeat(CAP)));
        ConfiguredRules stress = of(r -> r.tail(t -> t.stress(s -> s.enabled(true))));

        assertThat(kinds(value)).containsExactly(ValueAtRiskGate.class);
        assertThat(kinds(shortfall)).containsExactly(ExpectedShortfallGate.class);
        assertThat(kinds(heat)).containsExactly(CorrelatedHeat.class);
        assertThat(kinds(stress)).containsExactly(StressGate.class);
        assertThat(kinds(value.memories())).containsExactly(ReturnWindow.class);
        assertThat(kinds(shortfall.memories())).containsExactly(ReturnWindow.class);
        assertThat(kinds(heat.memories())).containsExactly(ReturnWindow.class);
        assertThat(kinds(stress.memories())).containsExactly(ReturnWindow.class, MarketMemory.class);
    }

    @Test
    void theMarketIsRememberedForTheRulesThatAskForItOnly() {
        assertThat(kinds(of(r -> r.market(m -> m.maxSpreadBps(5))).memories())).containsExactly(MarketMemory.class);
        ConfiguredRules patient = of(r -> r.conduct(c -> c.selfCross(true)).market(m -> m.persistence(2)));

        assertThat(kinds(patient)).containsExactly(SelfCrossGuard.class, PersistenceGate.class);
        assertThat(patient.memories()).isEmpty();
    }

    @Test
    void whereNothingIsQuotedTheSpreadOfTheConfigurationIsAssumed() {
        ConfiguredRules configured = of(r -> r.market(m -> m.costGate(true)));
        MarketMemory memory = (MarketMemory) configured.memories().get(0);

        assertThat(memory.spread(0))
                .isEqualTo(2 * AqtsConfig.defaults().execution().halfSpreadBps() * 1e-4);
    }

    @Test
    void costsAreThoseOfTheDearestPlaceToTrade() {
        assertThat(leastReturn(20, new Venue("A", 0, 1, 100))).isCloseTo(0.02, within(1e-9));
        assertThat(leastReturn(20, new Venue("A", 0, 1, 10), new Venue("B", 0, 1, 5)))
                .isCloseTo(0.004, within(1e-9));
        assertThat(leastReturn(20, new Venue("A", 0, 1, -10)))
                .as("a rebate is no gain")
                .isCloseTo(0, within(1e-9));
    }

    /** The least expected return that pays for the fees both ways. */
    private double leastReturn(double takerBps, Venue... venues) {
        AqtsConfig config = config(r -> r.market(m -> m.costGate(true)))
                .with(c -> c.execution(e -> e.takerFeeBps(takerBps).halfSpreadBps(0)));
        RiskRule gate =
                ConfiguredRules.of(context(config, List.of(venues))).rules().get(0);
        double low = -1;
        double high = 1;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            boolean passes = gate.allowedQuantity(stage.expecting(Side.BUY, middle, 100)) > 0;
            low = passes ? low : middle;
            high = passes ? middle : high;
        }
        return high;
    }

    private static ConfiguredRules of(UnaryOperator<RulesConfig.Builder> change) {
        return ConfiguredRules.of(context(config(change), List.of(new Venue("A", 0, 1, 1))));
    }

    private static AqtsConfig config(UnaryOperator<RulesConfig.Builder> change) {
        RulesConfig rules = change.apply(RulesConfig.defaults().toBuilder()).build();
        return AqtsConfig.defaults()
                .with(c -> c.risk(RiskConfig.defaults().toBuilder().rules(rules).build()));
    }

    private static LayerContext context(AqtsConfig config, List<Venue> venues) {
        Instrument coin = new Instrument("A/USDT", "A", "USDT", Decimal.of("0.01"), Decimal.of("0.01"), Decimal.ZERO);
        return new LayerContext(config, new Universe(List.of(coin), venues), "rules");
    }

    private static List<Class<?>> kinds(ConfiguredRules configured) {
        return kinds(configured.rules());
    }

    private static List<Class<?>> kinds(List<?> all) {
        return all.stream().<Class<?>>map(Object::getClass).toList();
    }
}
