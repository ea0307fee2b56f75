package io.aqts.core.detect;

/** How much of the usual size an event may be worth. */
public enum Tier {
    /** The full size: a confidence of 0.8 or more. */
    FULL,
    /** Half of it: a confidence of 0.6 or more. */
    HALF,
    /** Nothing: a confidence below 0.6. */
    NONE;

    private static final double LEAST_FULL = 0.8;
    private static final double LEAST_HALF = 0.6;

    /**
     * The tier of a confidence.
     *
     * @param confidence from 0 to 1
     * @return its tier
     */
    public static Tier of(double confidence) {
        return confidence >= LEAST_FULL ? FULL : confidence >= LEAST_HALF ? HALF : NONE;
    }
}
