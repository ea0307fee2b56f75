package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.signal.Forecast;
import io.aqts.trade.Side;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RiskRuleContractTest {

    private static final Map<RuleFlaw, String> BROKEN = broken();

    @Test
    void passesARuleThatKeepsItsPromises() {
        Proof.keepsEveryPromise(Sound.class);
    }

    @TestFactory
    Stream<DynamicTest> catches() {
        return BROKEN.entrySet().stream()
                .map(entry -> Proof.caught(
                        Flawed.class, entry.getValue(), entry.getKey(), () -> Flawed.planted = entry.getKey()));
    }

    @Test
    void everyPromiseIsBrokenByAFlawAndEveryFlawBreaksOne() {
        List<String> promises = Arrays.stream(RiskRuleContract.class.getMethods())
                .filter(method ->
                        method.isAnnotationPresent(Property.class) || method.isAnnotationPresent(Example.class))
                .map(Method::getName)
                .toList();
        List<RuleFlaw> flaws = new ArrayList<>(List.of(RuleFlaw.values()));
        flaws.remove(RuleFlaw.NONE);

        assertThat(BROKEN.values()).containsAll(promises);
        assertThat(BROKEN.keySet()).containsExactlyElementsOf(flaws);
    }

    private static Map<RuleFlaw, String> broken() {
        Map<RuleFlaw, String> broken = new TreeMap<>();
        broken.put(RuleFlaw.COUNTS_QUESTIONS, "isDeterministicAndAskedFreely");
        broken.put(RuleFlaw.COUNTS_QUESTIONS_FOR_ITS_REASON, "isDeterministicAndAskedFreely");
        broken.put(RuleFlaw.SHARES_ITS_MEMORY, "isDeterministicAndAskedFreely");
        broken.put(RuleFlaw.DEMANDS_AN_EXIT_ONCE, "isDeterministicAndAskedFreely");
        broken.put(RuleFlaw.DEMANDS_LESS_WHEN_ASKED_MORE, "isDeterministicAndAskedFreely");
        broken.put(RuleFlaw.ALLOWS_MORE_OF_LESS, "allowsNoMoreOfLess");
        broken.put(RuleFlaw.ALLOWS_A_PART, "allowsNoMoreOfLess");
        broken.put(RuleFlaw.ALLOWS_NOT_AGAIN, "allowsNoMoreOfLess");
        broken.put(RuleFlaw.LOOSENS_WHEN_TIGHTENED, "allowsNoMoreWithinATighterLimit");
        broken.put(RuleFlaw.OPENS_WHEN_TIGHTENED, "allowsNoMoreWithinATighterLimit");
        broken.put(RuleFlaw.NEVER_BITES, "bites");
        broken.put(RuleFlaw.NAMES_AN_UNKNOWN_REASON, "namesADocumentedReason");
        broken.put(RuleFlaw.NAMES_AN_UNKNOWN_REASON_FOR_ONE, "namesADocumentedReason");
        broken.put(RuleFlaw.NAMES_AN_UNKNOWN_REASON_FOR_EXITS, "namesADocumentedReason");
        broken.put(RuleFlaw.WRITES_WHEN_ASKED, "leavesWhatItSeesAsItIs");
        broken.put(RuleFlaw.WRITES_WHEN_ASKED_FOR_ITS_REASON, "leavesWhatItSeesAsItIs");
        broken.put(RuleFlaw.LOCKS_POSITIONS_IN, "letsEveryPositionBeClosed");
        String settings = "namesTheSettingTheRuleAndTheValueOfWhatItRefuses";
        broken.put(RuleFlaw.TAKES_ANY_SETTING, settings);
        broken.put(RuleFlaw.HIDES_THE_VALUE, settings);
        broken.put(RuleFlaw.HIDES_THE_SETTING, settings);
        broken.put(RuleFlaw.HIDES_THE_RULE, settings);
        broken.put(RuleFlaw.FAILS_BY_ITSELF, settings);
        return broken;
    }

    static class Sound implements RiskRuleContract {

        RuleFlaw flaw() {
            return RuleFlaw.NONE;
        }

        @Override
        public Subject create(LayerContext context) {
            return Subject.of(new ShareCap(0.5, flaw()));
        }

        @Override
        public Subject tighter(LayerContext context) {
            return Subject.of(new ShareCap(0.01, flaw()));
        }

        /** As a gate that shows rules no reductions, or one with the bug that it does. */
        @Override
        public boolean letsOut(LayerContext context, RiskRule rule) {
            if (flaw() != RuleFlaw.LOCKS_POSITIONS_IN) {
                return true;
            }
            Market market = Market.bars(MarketKind.CALM, 1, 1, 3);
            RuleScene scene = new RuleScene(
                    RiskMoment.of(market, market.context(config())).get(2), new ArrayList<>());
            double held = Math.max(scene.portfolio().markedEquity(), 1) / scene.price(0);
            RiskCandidate closing = new RiskCandidate(0, Side.SELL, held, scene.price(0), 0, Forecast.NONE, scene);
            return rule.allowedQuantity(closing) >= held;
        }

        @Override
        public List<BadSetting> badSettings() {
            return List.of(new BadSetting("cap.share", "-1.0", () -> new ShareCap(-1, flaw())));
        }
    }

    static final class Flawed extends Sound {

        private static RuleFlaw planted = RuleFlaw.NONE;

        @Override
        RuleFlaw flaw() {
            return planted;
        }
    }
}
