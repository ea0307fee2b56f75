package io.aqts;

import io.aqts.internal.Checks;

/**
 * A seeded stream of chance that is the same on every JVM.
 *
 * <p>The numbers are those of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014),
 * the normal ones by the method of Box and Muller with {@link StrictMath}. Streams are split by name, so that one more
 * draw in one place moves nothing elsewhere. Not for secrets, and not for use by several threads.
 */
public final class Randomness {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;
    private long state;
    private double spare;
    private boolean hasSpare;

    private Randomness(long seed) {
        this.seed = seed;
        this.state = seed;
    }

    /**
     * The stream of a seed.
     *
     * @param seed any number
     * @return the stream at its start
     */
    public static Randomness of(long seed) {
        return new Randomness(seed);
    }

    /**
     * A stream of its own, told apart by its name. It depends on this stream's seed and not on what was drawn from it.
     *
     * @param name what the stream is for
     * @return the stream at its start
     */
    public Randomness split(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return new Randomness(mix(mix(seed + GAMMA) ^ hash));
    }

    /** {@return the next 64 bits} */
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** {@return a number from 0 up to, not including, 1, evenly spread} */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * An evenly spread number.
     *
     * @param low the least possible value
     * @param high the bound, not reached
     * @return a number from low up to, not including, high
     */
    public double nextDouble(double low, double high) {
        double value = low + nextDouble() * (high - low);
        return value >= high && low < high ? Math.nextDown(high) : value;
    }

    /**
     * An evenly spread whole number.
     *
     * @param bound the bound, not reached, more than zero
     * @return a number from 0 up to, not including, bound
     */
    public int nextInt(int bound) {
        Checks.atLeast("randomness.bound", bound, 1);
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    /** {@return a number from the standard normal distribution} */
    public double nextGaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double first = nextDouble();
        double second = nextDouble();
        while (first == 0) {
            first = nextDouble();
            second = nextDouble();
        }
        double radius = StrictMath.sqrt(-2 * StrictMath.log(first));
        double angle = 2 * Math.PI * second;
        spare = radius * StrictMath.sin(angle);
        hasSpare = true;
        return radius * StrictMath.cos(angle);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
