package io.aqts.core.detect;

/** The 64-bit FNV-1a hash of bars, one after the other. */
final class WindowHash {

    static final long EMPTY = 0xCBF29CE484222325L;

    private static final long PRIME = 0x100000001B3L;

    private WindowHash() {}

    static long add(long hash, long epochNanos, double close) {
        return bytes(bytes(hash, epochNanos), Double.doubleToLongBits(close));
    }

    static long of(BarWindow window, int size) {
        long hash = EMPTY;
        for (int lag = size - 1; lag >= 0; lag--) {
            hash = add(hash, window.nanos(lag), window.close(lag));
        }
        return hash;
    }

    private static long bytes(long start, long bits) {
        long hash = start;
        for (int shift = 56; shift >= 0; shift -= 8) {
            hash = (hash ^ (bits >>> shift & 0xFF)) * PRIME;
        }
        return hash;
    }
}
