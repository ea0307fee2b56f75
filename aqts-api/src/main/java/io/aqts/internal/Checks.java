package io.aqts.internal;

/**
 * Argument checks whose messages name the setting, the rule and the value.
 *
 * <p>Every rule is written so that NaN breaks it.
 */
public final class Checks {

    private Checks() {}

    /**
     * Fails unless the value is finite and more than zero.
     *
     * @param path the full name of the setting
     * @param value the value to judge
     * @return the value
     */
    public static double positive(String path, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw broken(path, "be finite and more than zero", value);
        }
        return value;
    }

    /**
     * Fails unless the value is finite and zero or more.
     *
     * @param path the full name of the setting
     * @param value the value to judge
     * @return the value
     */
    public static double notNegative(String path, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw broken(path, "be finite and zero or more", value);
        }
        return value;
    }

    /**
     * Fails unless the value is finite.
     *
     * @param path the full name of the setting
     * @param value the value to judge
     * @return the value
     */
    public static double finite(String path, double value) {
        if (!Double.isFinite(value)) {
            throw broken(path, "be finite", value);
        }
        return value;
    }

    /**
     * Fails unless the value lies in a closed interval.
     *
     * @param path the full name of the setting
     * @param value the value to judge
     * @param low the least allowed value
     * @param high the greatest allowed value
     * @return the value
     */
    public static double between(String path, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw broken(path, "lie between " + low + " and " + high, value);
        }
        return value;
    }

    /**
     * Fails unless the value is at least the given one.
     *
     * @param path the full name of the setting
     * @param value the value to judge
     * @param least the least allowed value
     * @return the value
     */
    public static long atLeast(String path, long value, long least) {
        if (value < least) {
            throw broken(path, "be at least " + least, value);
        }
        return value;
    }

    /**
     * Fails unless the text has a visible character.
     *
     * @param path the full name of the setting
     * @param value the text to judge
     * @return the text
     */
    public static String notBlank(String path, String value) {
        if (value.isBlank()) {
            throw broken(path, "not be blank", '"' + value + '"');
        }
        return value;
    }

    /**
     * Fails with the given rule unless the claim holds.
     *
     * @param holds whether the rule is kept
     * @param path the full name of the setting
     * @param rule what must hold, read after "must"
     * @param value the value that was given
     */
    public static void that(boolean holds, String path, String rule, Object value) {
        if (!holds) {
            throw broken(path, rule, value);
        }
    }

    private static IllegalArgumentException broken(String path, String rule, Object value) {
        return new IllegalArgumentException(path + " must " + rule + ", but was " + value);
    }
}
