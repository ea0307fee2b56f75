package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

class HostileRiskManagerTest {

    @Test
    void isHostileInEveryWayItClaims() {
        List<OrderIntent> intents = intents();

        assertThat(intents)
                .anyMatch(intent -> intent.instrument() < 0)
                .anyMatch(intent -> intent.instrument() > 1)
                .anyMatch(intent -> hasSize(intent, Double::isNaN))
                .anyMatch(intent -> hasSize(intent, Double::isInfinite))
                .anyMatch(intent -> hasSize(intent, size -> size < 0))
                .anyMatch(intent -> hasSize(intent, size -> size > 0 && size < Double.MIN_NORMAL))
                .anyMatch(intent -> Double.isNaN(intent.maxSlippageBps()))
                .anyMatch(
                        intent -> intent.exitPlan() != null && intent.exitPlan().holdNanos() < 0)
                .anyMatch(intent -> intent.exitPlan() != null
                        && Double.isNaN(intent.exitPlan().stopPrice()))
                .anyMatch(intent -> intent.sizing() instanceof Sizing.Everything)
                .anyMatch(intent -> intent.sizing() instanceof Sizing.Spend)
                .anyMatch(OrderIntent::reduceOnly)
                .anyMatch(intent -> intent.side() == null)
                .anyMatch(intent -> intent.reason() == null);
    }

    @Test
    void isTheSameWithTheSameSeed() {
        assertThat(intents()).isEqualTo(intents());
    }

    private static boolean hasSize(OrderIntent intent, DoublePredicate rule) {
        return intent.sizing() instanceof Sizing.Units units && rule.test(units.quantity());
    }

    private static List<OrderIntent> intents() {
        Market market = Market.bars(MarketKind.CALM, 1, 2, 500);
        LayerContext context = market.context(AqtsConfig.defaults());
        HostileRiskManager manager = new HostileRiskManager(context);
        List<RiskVerdict> verdicts = new ArrayList<>();
        for (RiskMoment moment : RiskMoment.of(market, context)) {
            verdicts.addAll(manager.assess(moment.decision(), moment.snapshot(), moment.portfolio()));
        }
        return RiskAudit.approved(verdicts);
    }
}
