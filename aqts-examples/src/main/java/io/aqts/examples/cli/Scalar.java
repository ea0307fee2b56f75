package io.aqts.examples.cli;

import java.math.BigDecimal;

/** Tells numbers, exact ones, and truth values from other text. */
final class Scalar {

    private Scalar() {}

    static Object of(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("[-+]?[0-9]{1,18}") ? (Object) Long.valueOf(text) : decimal(text);
    }

    private static Object decimal(String text) {
        boolean plain = text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,9})?");
        return plain ? (Object) new BigDecimal(text) : text;
    }
}
