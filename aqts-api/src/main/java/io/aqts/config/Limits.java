package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Rules that several settings share. */
final class Limits {

    /** The longest look-back in bars; more would only exhaust memory. */
    static final int MOST_BARS = 1_000_000;

    /** The widest spread there can be, since it is a share of the mid. */
    static final double WIDEST_SPREAD_BPS = 20_000;

    /** The longest time any setting may state. */
    static final Duration LONGEST = Duration.ofDays(36_525);

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

    static void once(String path, List<String> names) {
        Checks.that(new TreeSet<>(names).size() == names.size(), path, "name each only once", names);
    }

    static void zone(String path, String name) {
        requireParses(path, "be the IANA name of a time zone, such as Europe/London", name, ZoneId::of);
    }

    static void timeOfDay(String path, String text) {
        requireParses(path, "be a time of day, such as 08:00", text, LocalTime::parse);
    }

    static void date(String path, String text) {
        requireParses(path, "be a date, such as 2025-12-25", text, LocalDate::parse);
    }

    private static void requireParses(String path, String rule, String text, Function<String, Object> parser) {
        boolean parses;
        try {
            parses = parser.apply(text) != null;
        } catch (DateTimeException e) {
            parses = false;
        }
        Checks.that(parses, path, rule, '"' + text + '"');
    }
}
