package io.aqts.core.simulation;

/** Several evenly spread numbers from one draw of 64 bits, fine enough for sizes and widths. */
final class Pieces {

    private static final int THIRD_MASK = (1 << 21) - 1;
    private static final int QUARTER_MASK = (1 << 16) - 1;

    private Pieces() {}

    /** One of three numbers from 0 up to, not including, 1. */
    static double third(long bits, int index) {
        return ((int) (bits >>> (21 * index)) & THIRD_MASK) * 0x1.0p-21;
    }

    /** One of four numbers from 0 up to, not including, 1. */
    static double quarter(long bits, int index) {
        return ((int) (bits >>> (16 * index)) & QUARTER_MASK) * 0x1.0p-16;
    }
}
