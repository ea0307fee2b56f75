package io.aqts.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AqtsConfig;
import io.aqts.config.Overrides;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.Preset;
import io.aqts.core.Presets;
import io.aqts.core.config.Configurations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTemplatesTest {

    private static final Path DIRECTORY = Path.of("config");

    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(strings = {"aureon", "sma-cross"})
    void holdsTheSettingsOfItsPreset(String name) throws Exception {
        AqtsConfig preset = preset(name).config();

        assertThat(Configurations.apply(preset, Configurations.load(file(name))))
                .isEqualTo(preset);
        assertThat(Configurations.apply(preset, Configurations.load(wide(name))))
                .isEqualTo(preset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aureon", "sma-cross"})
    void explainsEverySetting(String name) throws Exception {
        List<String> lines = Files.readAllLines(file(name));

        assertThat(lines).allMatch(line -> line.length() <= 120);
        assertThat(lines)
                .filteredOn(line -> line.matches(" *#?[a-zA-Z]\\w*: \\S.*") && !line.contains("{"))
                .filteredOn(line -> !line.matches(" +(ensemble|sentiment|detectors): .*"))
                .allMatch(line -> line.contains(" # "));
    }

    @Test
    void aureonHasEverySettingButThoseOfTheOtherPreset() throws Exception {
        Set<String> missing = leaves(Configurations.fromJson(Configurations.toJson(AqtsConfig.defaults())));
        missing.removeAll(leaves(Configurations.load(wide("aureon"))));

        assertThat(missing)
                .containsExactly("detection.smaCross.fast", "detection.smaCross.quantity", "detection.smaCross.slow");
    }

    @Test
    void smaCrossHasEverySettingThatThePresetChooses() throws Exception {
        Set<String> named = leaves(Configurations.load(wide("sma-cross")));

        assertThat(named)
                .containsAll(changed(AqtsConfig.defaults(), preset("sma-cross").config()));
    }

    private static Set<String> changed(AqtsConfig before, AqtsConfig after) {
        Set<String> paths = new TreeSet<>();
        Overrides old = Configurations.fromJson(Configurations.toJson(before));
        Overrides now = Configurations.fromJson(Configurations.toJson(after));
        for (String path : leaves(now)) {
            if (!value(old, path).equals(value(now, path))) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static Object value(Overrides overrides, String path) {
        Object value = overrides.asMap();
        for (String key : path.split("\\.")) {
            value = ((Map<?, ?>) value).get(key);
        }
        return value;
    }

    private static Set<String> leaves(Overrides overrides) {
        Set<String> paths = new TreeSet<>();
        gather("", overrides.asMap(), paths);
        return paths;
    }

    private static void gather(String path, Map<?, ?> group, Set<String> paths) {
        group.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                gather(path + key + ".", inner, paths);
            } else {
                paths.add(path + key);
            }
        });
    }

    private static AqtsBuilder preset(String name) {
        Preset preset = Presets.named(name).orElseThrow();
        return Aqts.simulation().preset(preset);
    }

    private static Path file(String name) {
        return DIRECTORY.resolve(name + ".yaml");
    }

    /** The same file with the settings that are left to the command line. */
    private Path wide(String name) throws Exception {
        String text = Files.readString(file(name)).replaceAll("(?m)^( +)#(\\w+:)", "$1$2");
        return Files.writeString(work.resolve(name + ".yaml"), text);
    }
}
