package io.aqts.core.config;

import com.google.common.hash.Hashing;
import io.aqts.config.AqtsConfig;
import io.aqts.config.ConfigurationException;
import io.aqts.config.Overrides;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns files, environment and overrides into a checked configuration, and a configuration into canonical text.
 *
 * <pre>{@code
 * Overrides said = Configurations.environment(System.getenv()).then(explicit);
 * AqtsConfig config = Configurations.apply(AqtsConfig.defaults(), said);
 * }</pre>
 *
 * <p>That order is the precedence: defaults, then the file, then the environment, then what the program says itself.
 *
 * <p>No credentials here: adapters read those themselves.
 */
public final class Configurations {

    /** The variable that names a configuration file. */
    public static final String FILE_VARIABLE = "AQTS_CONFIG";

    /** The variable that sets {@code backtest.steps}. */
    public static final String STEPS_VARIABLE = "AQTS_STEPS";

    /** The variable that sets {@code backtest.iterations}. */
    public static final String ITERATIONS_VARIABLE = "AQTS_ITERATIONS";

    private Configurations() {}

    /**
     * Changes a configuration: groups merge, lists and scalars replace whole, what is absent stays.
     *
     * <ul>
     *   <li><b>Strict.</b> An unknown name, a wrong type and an impossible value are errors with the full path.
     *   <li><b>Complete.</b> All that is wrong is reported at once, as far as it can be told.
     *   <li><b>Exact.</b> Whole numbers become fractions where a fraction is asked for, never the other way.
     * </ul>
     *
     * @param base the settings to start from
     * @param overrides what differs
     * @return the changed settings
     * @throws ConfigurationException if anything is wrong with the overrides or with what they lead to
     */
    public static AqtsConfig apply(AqtsConfig base, Overrides overrides) {
        return Merge.apply(base, overrides);
    }

    /**
     * Reads a JSON or YAML file; nothing is applied yet, so names and values are not judged.
     *
     * @param file ending in {@code .json}, {@code .yaml} or {@code .yml}, in UTF-8
     * @return what the file says
     * @throws ConfigurationException if the file cannot be read; for bad syntax, repeated names and missing values with
     *     line and column
     */
    public static Overrides load(Path file) {
        return SettingsReader.read(file);
    }

    /**
     * Reads JSON text, such as {@link #toJson} writes.
     *
     * @param json one JSON object
     * @return what it says
     * @throws ConfigurationException as {@link #load} does
     */
    public static Overrides fromJson(String json) {
        return SettingsReader.json("json", json);
    }

    /**
     * Reads what the environment says: the file named by {@code AQTS_CONFIG}, with {@code AQTS_STEPS} and
     * {@code AQTS_ITERATIONS} on top. Variables that are absent or blank say nothing; others are left alone.
     *
     * @param variables such as {@code System.getenv()}
     * @return what they say
     * @throws ConfigurationException if a number is none or the file cannot be read
     */
    public static Overrides environment(Map<String, String> variables) {
        String file = variables.get(FILE_VARIABLE);
        Overrides overrides = file == null || file.isBlank() ? Overrides.none() : load(Path.of(file.strip()));
        overrides = withWhole(overrides, "backtest.steps", STEPS_VARIABLE, variables.get(STEPS_VARIABLE));
        return withWhole(overrides, "backtest.iterations", ITERATIONS_VARIABLE, variables.get(ITERATIONS_VARIABLE));
    }

    /**
     * {@return the configuration as canonical JSON} One line, settings in the order of their records, numbers in plain
     * shortest digits, exact decimals as text. Equal configurations give equal text on every JVM, and the text, read
     * back and applied to any configuration, gives an equal one.
     *
     * @param config the settings to write
     */
    public static String toJson(AqtsConfig config) {
        return CanonicalJson.write(config);
    }

    /**
     * {@return the SHA-256 of {@link #toJson} in UTF-8, as 64 lower-case hex digits}
     *
     * @param config the settings to identify
     */
    public static String hash(AqtsConfig config) {
        return Hashing.sha256()
                .hashString(toJson(config), StandardCharsets.UTF_8)
                .toString();
    }

    private static Overrides withWhole(Overrides before, String path, String variable, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return before;
        }
        try {
            return before.with(path, Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            String message = variable + " must be a whole number, but was " + Scalars.describe(text);
            throw new ConfigurationException(variable, message);
        }
    }
}
