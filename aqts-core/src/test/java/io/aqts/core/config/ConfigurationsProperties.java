package io.aqts.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AqtsConfig;
import io.aqts.config.Overrides;
import io.aqts.core.config.Setting.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ConfigurationsProperties {

    private static final AqtsConfig DEFAULTS = AqtsConfig.defaults();

    @Provide
    Arbitrary<List<Change<?>>> changes() {
        return Setting.anyChanges();
    }

    @Property
    void nothingChangesNothing(@ForAll("changes") List<Change<?>> changes) {
        AqtsConfig config = built(changes);

        assertThat(Configurations.apply(config, Overrides.none())).isEqualTo(config);
    }

    @Property
    void theBuilderAndOverridesGiveEqualRecords(@ForAll("changes") List<Change<?>> changes) {
        assertThat(Configurations.apply(DEFAULTS, named(changes))).isEqualTo(built(changes));
    }

    @Property
    void twiceIsOnce(@ForAll("changes") List<Change<?>> changes) {
        AqtsConfig once = Configurations.apply(DEFAULTS, named(changes));

        assertThat(Configurations.apply(once, named(changes))).isEqualTo(once);
        assertThat(named(changes).then(named(changes))).isEqualTo(named(changes));
    }

    @Property
    void disjointChangesCommute(@ForAll("changes") List<Change<?>> changes, @ForAll @IntRange(max = 31) int cut) {
        Overrides some = named(changes.subList(0, Math.min(cut, changes.size())));
        Overrides rest = named(changes.subList(Math.min(cut, changes.size()), changes.size()));
        List<Change<?>> backwards = new ArrayList<>(changes);
        Collections.reverse(backwards);

        AqtsConfig oneWay = Configurations.apply(Configurations.apply(DEFAULTS, some), rest);

        assertThat(Configurations.apply(Configurations.apply(DEFAULTS, rest), some))
                .isEqualTo(oneWay);
        assertThat(Configurations.apply(DEFAULTS, some.then(rest))).isEqualTo(oneWay);
        assertThat(Configurations.apply(DEFAULTS, named(backwards))).isEqualTo(oneWay);
    }

    @Property
    void jsonReadsBackEqualOverAnyOtherConfiguration(
            @ForAll("changes") List<Change<?>> changes, @ForAll("changes") List<Change<?>> others) {
        AqtsConfig config = built(changes);

        Overrides read = Configurations.fromJson(Configurations.toJson(config));

        assertThat(Configurations.apply(built(others), read)).isEqualTo(config);
    }

    @Property(tries = 200)
    void yamlReadsBackEqual(@ForAll("changes") List<Change<?>> changes) throws IOException {
        AqtsConfig config = built(changes);
        Path file = Files.createTempFile("aqts", ".yaml");

        try {
            Files.writeString(file, Configurations.toJson(config));

            assertThat(Configurations.apply(DEFAULTS, Configurations.load(file)))
                    .isEqualTo(config);
        } finally {
            Files.delete(file);
        }
    }

    @Property
    void equalConfigurationsAndOnlyThoseHashEqually(
            @ForAll("changes") List<Change<?>> changes, @ForAll("changes") List<Change<?>> others) {
        AqtsConfig left = built(changes);
        AqtsConfig right = built(others);

        assertThat(Configurations.hash(left).equals(Configurations.hash(right))).isEqualTo(left.equals(right));
        assertThat(Configurations.hash(built(changes)))
                .isEqualTo(Configurations.hash(left))
                .matches("[0-9a-f]{64}");
    }

    @Property
    void plainDigitsReadBackToTheSameDouble(@ForAll double value) {
        assertThat(Double.parseDouble(CanonicalJson.plain(value))).isEqualTo(value);
    }

    @Property
    void plainDigitsAreNeverMoreThanThoseOfJava(@ForAll double value) {
        assertThat(digits(CanonicalJson.plain(value))).isLessThanOrEqualTo(digits(Double.toString(value)));
    }

    private static AqtsConfig built(List<Change<?>> changes) {
        AqtsConfig.Builder builder = DEFAULTS.toBuilder();
        changes.forEach(change -> change.by(builder));
        return builder.build();
    }

    private static Overrides named(List<Change<?>> changes) {
        Overrides overrides = Overrides.none();
        for (Change<?> change : changes) {
            overrides = change.by(overrides);
        }
        return overrides;
    }

    private static int digits(String number) {
        String mantissa = number.replaceAll("E.*|[-.]", "");
        return mantissa.replaceAll("^0+|0+$", "").length();
    }
}
