package io.aqts.trade;

/** Numbers as digits without an exponent. */
final class PlainDigits {

    private PlainDigits() {}

    /** {@return the digits of unscaled / 10^scale, which must not be the least long} */
    static String of(long unscaled, int scale) {
        if (scale == 0) {
            return Long.toString(unscaled);
        }
        String digits = Long.toString(Math.abs(unscaled));
        StringBuilder text = new StringBuilder(digits.length() + scale + 3);
        if (unscaled < 0) {
            text.append('-');
        }
        int whole = digits.length() - scale;
        if (whole > 0) {
            text.append(digits, 0, whole).append('.').append(digits, whole, digits.length());
        } else {
            text.append("0.").append("0".repeat(-whole)).append(digits);
        }
        return text.toString();
    }
}
