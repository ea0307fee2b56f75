package io.aqts.core.config;

import io.aqts.trade.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a single value may be written as, type by type. */
final class Scalars {

    private static final Pattern SHORT_DURATION = Pattern.compile("([0-9]{1,18})(ns|us|ms|s|m|h|d)");

    private static final int LONGEST_QUOTE = 60;

    private static final List<Kind> KINDS = List.of(
            new Kind(List.of(boolean.class, Boolean.class), "be true or false", Scalars::truth),
            new Kind(List.of(String.class), "be text", Scalars::text),
            new Kind(
                    List.of(int.class, Integer.class),
                    whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
                    Scalars::smallWhole),
            new Kind(List.of(long.class, Long.class), whole(Long.MIN_VALUE, Long.MAX_VALUE), Scalars::largeWhole),
            new Kind(List.of(double.class, Double.class), "be a number", Scalars::number),
            new Kind(List.of(Decimal.class), "be an exact number such as \"0.01\"", Scalars::decimal),
            new Kind(List.of(Duration.class), "be a duration such as \"90s\", \"15m\" or \"PT1M\"", Scalars::duration),
            new Kind(List.of(Instant.class), "be a moment such as \"2024-01-01T00:00:00Z\"", Scalars::instant));

    private Scalars() {}

    /** Answers null if the value does not fit the type; {@link #rule} then says what would. */
    static @Nullable Object convert(Class<?> type, Object value) {
        return kind(type).conversion().apply(value);
    }

    static String rule(Class<?> type) {
        return kind(type).rule();
    }

    static String describe(Object value) {
        if (value instanceof Map<?, ?>) {
            return "a group of settings";
        }
        if (value instanceof List<?>) {
            return "a list";
        }
        String text = String.valueOf(value);
        String quote = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
        return value instanceof String ? "the text \"" + quote + '"' : quote;
    }

    private static Kind kind(Class<?> type) {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return new Kind(List.of(type), "be one of " + Arrays.toString(constants), it -> constant(constants, it));
        }
        return KINDS.stream()
                .filter(kind -> kind.types().contains(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " must be a type that settings can have"));
    }

    private static String whole(long low, long high) {
        return "be a whole number between " + low + " and " + high;
    }

    private static @Nullable Object constant(Object[] constants, Object value) {
        return Arrays.stream(constants)
                .filter(constant ->
                        constant == value || ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object truth(Object value) {
        return value instanceof Boolean ? value : null;
    }

    private static @Nullable Object text(Object value) {
        return value instanceof String ? value : null;
    }

    private static @Nullable Object smallWhole(Object value) {
        Long whole = largeWhole(value);
        return whole != null && whole == whole.intValue() ? (Integer) whole.intValue() : null;
    }

    private static @Nullable Long largeWhole(Object value) {
        if (value instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? (Long) big.longValue() : null;
        }
        boolean whole =
                value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
        return whole ? (Long) ((Number) value).longValue() : null;
    }

    private static @Nullable Object number(Object value) {
        if (value instanceof Decimal decimal) {
            return decimal.toDouble();
        }
        return value instanceof Number number ? (Double) number.doubleValue() : null;
    }

    private static @Nullable Object decimal(Object value) {
        try {
            if (value instanceof Double || value instanceof Float) {
                return Decimal.fromDouble(((Number) value).doubleValue());
            }
            if (value instanceof BigDecimal big) {
                return Decimal.from(big);
            }
            return value instanceof String || value instanceof Number || value instanceof Decimal
                    ? Decimal.parse(value.toString())
                    : null;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Object duration(Object value) {
        if (value instanceof Duration) {
            return value;
        }
        try {
            return value instanceof String text ? parseDuration(text) : null;
        } catch (DateTimeParseException | ArithmeticException e) {
            return null;
        }
    }

    private static Duration parseDuration(String text) {
        Matcher brief = SHORT_DURATION.matcher(text);
        return brief.matches()
                ? Duration.of(Long.parseLong(brief.group(1)), unit(brief.group(2)))
                : Duration.parse(text);
    }

    private static ChronoUnit unit(String symbol) {
        return switch (symbol) {
            case "ns" -> ChronoUnit.NANOS;
            case "us" -> ChronoUnit.MICROS;
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }

    private static @Nullable Object instant(Object value) {
        if (value instanceof Instant) {
            return value;
        }
        try {
            return value instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private interface Conversion {
        @Nullable
        Object apply(Object value);
    }

    private record Kind(List<Class<?>> types, String rule, Conversion conversion) {}
}
