package io.aqts.core.book;

import java.util.Map;
import java.util.TreeMap;

/**
 * A value for each of some prices, with the neighbors of any price at hand.
 *
 * <p>Prices near the place where things happen live in a dense window, found by their distance from its base and
 * skipped over by a bitmap in two levels; all others live in a tree. {@link #follow} moves the window after the best
 * price. In the window every operation takes constant time.
 */
final class PriceLadder {

    /** No price. */
    static final long NONE = Long.MIN_VALUE;

    /** The greatest distance of a price from zero, in ticks. */
    static final long FARTHEST = 1L << 60;

    private static final int SIZE = 1 << 14;
    private static final int MARGIN = SIZE / 8;

    private final long[] values = new long[SIZE];
    private final long[] bits = new long[SIZE / 64];
    private final long[] words = new long[SIZE / 4096];
    private final TreeMap<Long, Long> far = new TreeMap<>();
    private long base = -SIZE / 2;
    private int near;

    /** {@return the value of a price, zero if it has none} */
    long get(long price) {
        long at = price - base;
        if (at >= 0 && at < SIZE) {
            return values[(int) at];
        }
        Long value = far.isEmpty() ? null : far.get(price);
        return value == null ? 0 : value;
    }

    /** Gives a price a value; zero takes it away. */
    void set(long price, long value) {
        long at = price - base;
        if (at >= 0 && at < SIZE) {
            setNear((int) at, value);
        } else if (value == 0) {
            far.remove(price);
        } else if (near == 0 && far.isEmpty()) {
            base = price - SIZE / 2;
            setNear(SIZE / 2, value);
        } else {
            far.put(price, value);
        }
    }

    /** {@return the lowest price with a value that is more than the given one, or {@link #NONE}} */
    long above(long price) {
        long at = price - base + 1;
        if (at < 0) {
            Long found = far.higherKey(price);
            if (found != null && found < base) {
                return found;
            }
            at = 0;
        }
        if (at < SIZE) {
            int found = nextNear((int) at);
            if (found >= 0) {
                return base + found;
            }
        }
        Long found = far.isEmpty() ? null : far.higherKey(Math.max(price, base + SIZE - 1));
        return found == null ? NONE : found;
    }

    /** {@return the highest price with a value that is less than the given one, or {@link #NONE}} */
    long below(long price) {
        long at = price - base - 1;
        if (at >= SIZE) {
            Long found = far.lowerKey(price);
            if (found != null && found >= base + SIZE) {
                return found;
            }
            at = SIZE - 1;
        }
        if (at >= 0) {
            int found = previousNear((int) at);
            if (found >= 0) {
                return base + found;
            }
        }
        Long found = far.isEmpty() ? null : far.lowerKey(Math.min(price, base));
        return found == null ? NONE : found;
    }

    /** Moves the window so that a price, which things happen at from now on, lies well inside. */
    void follow(long price) {
        long at = price - base;
        if (at < MARGIN || at >= SIZE - MARGIN) {
            moveTo(price - SIZE / 2);
        }
    }

    /** {@return whether a price lies in the window} */
    boolean isNear(long price) {
        long at = price - base;
        return at >= 0 && at < SIZE;
    }

    /** Takes away all values. */
    void clear() {
        for (int at = nextNear(0); at >= 0; at = nextNear(at)) {
            setNear(at, 0);
        }
        far.clear();
    }

    private void moveTo(long newBase) {
        for (int at = nextNear(0); at >= 0; at = nextNear(at)) {
            far.put(base + at, values[at]);
            setNear(at, 0);
        }
        base = newBase;
        Map<Long, Long> inside = far.subMap(newBase, newBase + SIZE);
        inside.forEach((price, value) -> setNear((int) (price - newBase), value));
        inside.clear();
    }

    private void setNear(int at, long value) {
        boolean had = values[at] != 0;
        values[at] = value;
        if (had == (value != 0)) {
            return;
        }
        int word = at >> 6;
        bits[word] ^= 1L << at;
        if (had) {
            near--;
            if (bits[word] == 0) {
                words[word >> 6] &= ~(1L << word);
            }
        } else {
            near++;
            words[word >> 6] |= 1L << word;
        }
    }

    /** {@return the first occupied place at or after the given one, or -1} */
    private int nextNear(int from) {
        int word = from >> 6;
        long here = bits[word] & from(from);
        if (here != 0) {
            return (word << 6) + Long.numberOfTrailingZeros(here);
        }
        int next = word + 1;
        for (int block = next >> 6; block < words.length; block++) {
            long candidates = block == next >> 6 ? words[block] & from(next) : words[block];
            if (candidates != 0) {
                int found = (block << 6) + Long.numberOfTrailingZeros(candidates);
                return (found << 6) + Long.numberOfTrailingZeros(bits[found]);
            }
        }
        return -1;
    }

    /** {@return the last occupied place at or before the given one, or -1} */
    private int previousNear(int from) {
        int word = from >> 6;
        long here = bits[word] & upTo(from);
        if (here != 0) {
            return (word << 6) + 63 - Long.numberOfLeadingZeros(here);
        }
        int next = word - 1;
        for (int block = next >> 6; block >= 0; block--) {
            long candidates = block == next >> 6 ? words[block] & upTo(next) : words[block];
            if (candidates != 0) {
                int found = (block << 6) + 63 - Long.numberOfLeadingZeros(candidates);
                return (found << 6) + 63 - Long.numberOfLeadingZeros(bits[found]);
            }
        }
        return -1;
    }

    /** {@return the bits from a place of its word on} */
    private static long from(int place) {
        return -1L << (place & 63);
    }

    /** {@return the bits up to a place of its word, the place included} */
    private static long upTo(int place) {
        return -1L >>> (63 - (place & 63));
    }
}
