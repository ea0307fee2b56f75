package io.aqts.signal;

/** Which way a price is expected to go, or a position to stand. */
public enum Direction {
    /** Up. */
    LONG(1),
    /** Nowhere in particular. */
    NEUTRAL(0),
    /** Down. */
    SHORT(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** {@return 1 for long, 0 for neutral, -1 for short} */
    public int sign() {
        return sign;
    }

    /**
     * The direction of a signed number.
     *
     * @param value any number
     * @return long above zero, short below, neutral otherwise
     */
    public static Direction ofSign(double value) {
        return value > 0 ? LONG : value < 0 ? SHORT : NEUTRAL;
    }
}
