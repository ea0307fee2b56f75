package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** Rules that several settings share. */
final class Limits {

    /** The longest look-back in bars; more would only exhaust memory. */
    static final int MOST_BARS = 1_000_000;

    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Limits() {}

    static void between(String path, long value, long low, long high) {
        Checks.that(value >= low && value <= high, path, "lie between " + low + " and " + high, value);
    }

    static void bars(String path, int value) {
        between(path, value, 1, MOST_BARS);
    }

    static void share(String path, double value) {
        Checks.that(value > 0 && value <= 1, path, "be more than 0 and at most 1", value);
    }

    static void probability(String path, double value) {
        Checks.that(value > 0 && value < 1, path, "be more than 0 and less than 1", value);
    }

    static void feeBps(String path, double value) {
        Checks.between(path, value, -100, 1_000);
    }

    static void positive(String path, Duration value) {
        Checks.that(value.compareTo(Duration.ZERO) > 0, path, "be more than zero", value);
        bounded(path, value);
    }

    static void notNegative(String path, Duration value) {
        Checks.that(!value.isNegative(), path, "be zero or more", value);
        bounded(path, value);
    }

    private static void bounded(String path, Duration value) {
        Checks.that(value.compareTo(LONGEST) <= 0, path, "be at most 100 years", value);
    }

    static void ordered(String fastPath, int fast, String slowPath, int slow) {
        bars(fastPath, fast);
        bars(slowPath, slow);
        Checks.that(fast < slow, fastPath, "be less than " + slowPath + ", " + slow, fast);
    }

    static void ordered(String lowPath, Duration low, String highPath, Duration high) {
        Checks.that(low.compareTo(high) <= 0, lowPath, "be at most " + highPath + ", " + high, low);
    }

    static void weights(String path, List<Double> weights) {
        double sum = 0;
        for (double weight : weights) {
            Checks.notNegative(path, weight);
            sum += weight;
        }
        Checks.that(sum > 0 && sum < Double.POSITIVE_INFINITY, path, "have a finite sum of more than zero", weights);
    }

    static void names(String path, List<String> names) {
        Checks.that(!names.isEmpty(), path, "name at least one", names);
        Checks.that(new TreeSet<>(names).size() == names.size(), path, "name each only once", names);
    }
}
