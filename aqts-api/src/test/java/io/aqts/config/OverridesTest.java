package io.aqts.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aqts.trade.Decimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

class OverridesTest {

    @Test
    void sayNothingAtFirst() {
        assertThat(Overrides.none().isEmpty()).isTrue();
        assertThat(Overrides.none()).isEqualTo(Overrides.of(Map.of())).hasToString("{}");
    }

    @Test
    void nestByTheDotsOfTheName() {
        Overrides overrides = Overrides.none().with("risk.exits.stopAtr", 2).with("seed", 7);

        assertThat(overrides)
                .isEqualTo(Overrides.of(Map.of("risk", Map.of("exits", Map.of("stopAtr", 2)), "seed", 7)))
                .hasSameHashCodeAs(Overrides.of(Map.of("seed", 7, "risk", Map.of("exits", Map.of("stopAtr", 2)))))
                .isNotEqualTo(Overrides.none());
        assertThat(overrides.isEmpty()).isFalse();
    }

    @Test
    void mergeGroupsButReplaceListsAndScalars() {
        Overrides earlier =
                Overrides.none().with("a.x", List.of(1, 2)).with("a.y", 1).with("b", 1);
        Overrides later =
                Overrides.none().with("a.x", List.of(3)).with("a.z", 2).with("b", Map.of("c", 3));

        assertThat(earlier.then(later)).hasToString("{a={x=[3], y=1, z=2}, b={c=3}}");
    }

    @Test
    void keepTheOrderGiven() {
        Map<String, Object> given = new LinkedHashMap<>();
        List.of("seed", "backtest", "fusion", "aaa", "zzz", "risk").forEach(name -> given.put(name, 1));

        assertThat(Overrides.of(given).asMap().keySet())
                .containsExactly("seed", "backtest", "fusion", "aaa", "zzz", "risk");
    }

    @Test
    void doNotChangeWithWhatTheyWereMadeFrom() {
        List<Object> list = new ArrayList<>(List.of(1));
        Map<String, Object> group = new LinkedHashMap<>(Map.of("list", list));
        Overrides overrides = Overrides.of(Map.of("group", group));

        list.add(2);
        group.put("more", 3);

        assertThat(overrides).hasToString("{group={list=[1]}}");
    }

    @Test
    void cannotBeModified() {
        Map<?, ?> group =
                (Map<?, ?>) Overrides.none().with("a.b", List.of(1)).asMap().get("a");

        assertThat(group).isUnmodifiable();
        assertThat((List<?>) group.get("b")).isUnmodifiable();
    }

    @Test
    void takeEveryKindOfSetting() {
        List<Object> values = List.of("x", true, 1, 2L, 0.5, Decimal.ONE, Duration.ZERO, Instant.EPOCH, Scenario.BULL);

        assertThat(Overrides.none().with("all", values).asMap()).containsEntry("all", values);
    }

    @Test
    void refuseNullNamingThePlace() {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("list", Collections.singletonList(null));

        assertRefused("risk.list[0]", () -> Overrides.of(Map.of("risk", group)))
                .withMessage("risk.list[0] must have a value; leave it out to keep the one it has, but was null");
    }

    @Test
    void refuseWhatNoSettingCanBe() {
        assertRefused("a.b", () -> Overrides.none().with("a.b", new StringBuilder()))
                .withMessage("a.b must be text, a number, true or false, a time, a list or a map, "
                        + "but was a java.lang.StringBuilder");
    }

    @Test
    void refuseNamesThatNoSettingCanHave() {
        assertRefused("", () -> Overrides.none().with("", 1))
                .withMessage("\"\" must be a name that is text and not blank");
        assertRefused("risk. ", () -> Overrides.none().with("risk. ", 1))
                .withMessage("\"risk. \" must be a name that is text and not blank");
        assertRefused("a.7", () -> Overrides.none().with("a", Map.of(7, 1)))
                .withMessage("\"a.7\" must be a name that is text and not blank");
        assertRefused("risk.maxLeverage", () -> Overrides.of(Map.of("risk.maxLeverage", 2)))
                .withMessage("\"risk.maxLeverage\" must be given as groups in groups, not with dots");
    }

    @Test
    void failWithAllProblemsInOneException() {
        ConfigurationException.Problem first = new ConfigurationException.Problem("a", "a is odd");
        ConfigurationException.Problem second = new ConfigurationException.Problem("b", "b is odd");

        ConfigurationException both = new ConfigurationException(List.of(first, second));

        assertThat(both).hasMessage("2 settings are wrong:\n  a is odd\n  b is odd");
        assertThat(both.path()).isEqualTo("a");
        assertThat(both.problems()).containsExactly(first, second);
        assertThat(new ConfigurationException("a", "a is odd"))
                .hasMessage("a is odd")
                .extracting(ConfigurationException::problems)
                .isEqualTo(List.of(first));
    }

    private static ThrowableAssertAlternative<ConfigurationException> assertRefused(
            String path, ThrowingCallable call) {
        return assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.path()).isEqualTo(path));
    }
}
