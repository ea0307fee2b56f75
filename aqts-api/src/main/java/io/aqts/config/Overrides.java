package io.aqts.config;

import io.aqts.trade.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a configuration, by name: what a file, the environment or a user says differs from the defaults.
 *
 * <pre>{@code
 * Overrides cautious = Overrides.none().with("risk.maxLeverage", 2).with("risk.exits.maxHold", "4h");
 * }</pre>
 *
 * <ul>
 *   <li><b>Unjudged.</b> Names and values are checked where they are applied, not here.
 *   <li><b>Ordered.</b> Settings stay in the order they were given in.
 *   <li><b>Immutable.</b> Maps and lists are copied; what is inside is text, a number, a truth value, a duration, an
 *       instant or an enum constant.
 * </ul>
 */
public final class Overrides {

    private static final Overrides NONE = new Overrides(Collections.emptyMap());

    private static final List<Class<?>> SCALARS = List.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            Decimal.class,
            Duration.class,
            Instant.class);

    private final Map<String, Object> settings;

    private Overrides(Map<String, Object> settings) {
        this.settings = settings;
    }

    /** {@return no change at all} */
    public static Overrides none() {
        return NONE;
    }

    /**
     * Takes over nested settings, copying them.
     *
     * @param settings by name: scalars, lists, and maps for groups of settings
     * @return the changes
     * @throws ConfigurationException if a value is null or of a kind no setting has, or a name is blank or has a dot
     */
    public static Overrides of(Map<String, ?> settings) {
        return new Overrides(copy("", settings));
    }

    /**
     * Adds one change; it wins over an earlier one of the same setting.
     *
     * @param path the full name of the setting, such as {@code risk.maxLeverage}
     * @param value its value; a map changes the settings it names, a list replaces the whole list
     * @return the changes with this one added
     */
    public Overrides with(String path, Object value) {
        String[] keys = path.split("\\.", -1);
        Object nested = value;
        for (int i = keys.length - 1; i >= 0; i--) {
            Map<String, @Nullable Object> group = new LinkedHashMap<>();
            group.put(keys[i], nested);
            nested = group;
        }
        return then(new Overrides(copy("", (Map<?, ?>) nested)));
    }

    /**
     * Adds later changes: maps merge, lists and scalars replace whole.
     *
     * @param later what wins where both say something
     * @return both together
     */
    public Overrides then(Overrides later) {
        return new Overrides(merge(settings, later.settings));
    }

    /** {@return whether nothing is changed} */
    public boolean isEmpty() {
        return settings.isEmpty();
    }

    /** {@return the changes as nested maps that cannot be modified, in the order given} */
    public Map<String, Object> asMap() {
        return settings;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Overrides that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return settings.toString();
    }

    private static Map<String, Object> merge(Map<?, ?> earlier, Map<?, ?> later) {
        Map<String, Object> merged = new LinkedHashMap<>();
        earlier.forEach((key, value) -> merged.put((String) key, value));
        later.forEach((key, value) -> merged.merge((String) key, value, Overrides::mergeValue));
        return Collections.unmodifiableMap(merged);
    }

    private static Object mergeValue(Object earlier, Object later) {
        return earlier instanceof Map<?, ?> group && later instanceof Map<?, ?> changes ? merge(group, changes) : later;
    }

    private static Map<String, Object> copy(String path, Map<?, ?> group) {
        Map<String, Object> copy = new LinkedHashMap<>();
        group.forEach((key, value) -> copy.put(name(path, key), copyValue(path + key, value)));
        return Collections.unmodifiableMap(copy);
    }

    private static String name(String path, @Nullable Object key) {
        String full = '"' + path + key + '"';
        if (!(key instanceof String name) || name.isBlank()) {
            throw new ConfigurationException(path + key, full + " must be a name that is text and not blank");
        }
        if (name.contains(".")) {
            throw new ConfigurationException(path + key, full + " must be given as groups in groups, not with dots");
        }
        return name;
    }

    private static Object copyValue(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> group) {
            return copy(path + '.', group);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                copy.add(copyValue(path + '[' + i + ']', list.get(i)));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value == null) {
            throw refused(path, "have a value; leave it out to keep the one it has", null);
        }
        if (!(value instanceof Enum<?>) && !SCALARS.contains(value.getClass())) {
            String given = "a " + value.getClass().getName();
            throw refused(path, "be text, a number, true or false, a time, a list or a map", given);
        }
        return value;
    }

    private static ConfigurationException refused(String path, String rule, @Nullable Object value) {
        return new ConfigurationException(path, path + " must " + rule + ", but was " + value);
    }
}
