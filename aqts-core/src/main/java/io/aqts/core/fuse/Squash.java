package io.aqts.core.fuse;

/** Brings any number into the open interval from -1 to 1, keeping order and sign: x / sqrt(1 + x^2). */
final class Squash {

    private Squash() {}

    static double of(double x) {
        return x / Math.sqrt(1 + x * x);
    }
}
