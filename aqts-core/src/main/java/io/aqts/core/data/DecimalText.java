package io.aqts.core.data;

/** Turns decimal text into the double nearest to it, exactly as {@link Double#parseDouble} does. */
final class DecimalText {

    /** The most digits that are read as a whole number; one more might overflow. */
    static final int MOST_DIGITS = 18;

    private static final long EXACT = 1L << 53;
    private static final double DOUBT = 0x1p-40;
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DecimalText() {}

    /**
     * The double nearest to {@code digits / 10^decimals}, or NaN where only exact arithmetic can tell.
     *
     * <p>Up to 2^53 the digits and, up to 10^22, the power of ten are doubles themselves, so that one division rounds
     * correctly (Clinger: How to Read Floating Point Numbers Accurately, 1990). Above, the quotient is corrected by its
     * remainder, and the answer stands if it is the same throughout the error bound of the correction (Ziv: Fast
     * Evaluation of Elementary Mathematical Functions with Correctly Rounded Last Bit, 1991).
     *
     * @param digits from 0 to 10^18
     * @param decimals from 0 up
     */
    static double quotient(long digits, int decimals) {
        if (decimals >= TENS.length) {
            return digits == 0 ? 0 : Double.NaN;
        }
        double power = TENS[decimals];
        if (digits <= EXACT) {
            return digits / power;
        }
        double head = (double) digits;
        double tail = (double) (digits - (long) head);
        double near = head / power;
        double correction = (Math.fma(-near, power, head) + tail) / power;
        double doubt = Math.abs(correction) * DOUBT;
        double answer = near + (correction - doubt);
        return answer == near + (correction + doubt) ? answer : Double.NaN;
    }

    /** Reads any decimal text, also with a sign or an exponent; NaN unless it is one, or for a text that says NaN. */
    static double parse(byte[] text, int from, int to) {
        int end = to;
        int start = from;
        while (start < end && text[start] == ' ') {
            start++;
        }
        while (end > start && text[end - 1] == ' ') {
            end--;
        }
        if (end - start > 1 && text[start] == '"' && text[end - 1] == '"') {
            start++;
            end--;
        }
        double plain = plain(text, start, end);
        return plain >= 0 ? plain : slow(text, start, end);
    }

    private static double plain(byte[] text, int start, int end) {
        long digits = 0;
        int significant = 0;
        int dot = -1;
        for (int i = start; i < end; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                significant += digits == 0 ? 0 : 1;
            } else if (text[i] == '.' && dot < 0) {
                dot = i;
            } else {
                return -1;
            }
            if (significant > MOST_DIGITS) {
                return -1;
            }
        }
        boolean digitless = end - start == (dot < 0 ? 0 : 1);
        return digitless ? -1 : quotient(digits, dot < 0 ? 0 : end - 1 - dot);
    }

    private static double slow(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            byte c = text[i];
            boolean decimal = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            if (!decimal) {
                return infinite(text, start, end);
            }
        }
        try {
            return Double.parseDouble(ascii(text, start, end));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double infinite(byte[] text, int start, int end) {
        String word = ascii(text, start, end);
        boolean negative = word.startsWith("-");
        String bare = negative || word.startsWith("+") ? word.substring(1) : word;
        if (bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.NaN;
    }

    /** Whether the text says that the value is not a number, rather than being none. */
    static boolean saysNan(byte[] text, int from, int to) {
        return ascii(text, from, to).equalsIgnoreCase("nan");
    }

    /** The text as it stands in messages: at most forty characters, everything unprintable replaced. */
    static String shown(byte[] text, int from, int to) {
        StringBuilder shown = new StringBuilder().append('"');
        int end = Math.min(to, from + 40);
        for (int i = from; i < end; i++) {
            shown.append(text[i] >= ' ' && text[i] < 127 ? (char) text[i] : '?');
        }
        return shown.append(end < to ? "...\"" : "\"").toString();
    }

    private static String ascii(byte[] text, int from, int to) {
        char[] chars = new char[to - from];
        for (int i = from; i < to; i++) {
            chars[i - from] = (char) (text[i] & 0xFF);
        }
        return new String(chars);
    }
}
