package io.aqts.core.detect;

import org.jspecify.annotations.Nullable;

/**
 * A fast and a slow average of one price, compared exactly.
 *
 * <p>Prices are counted in ticks of a power of ten that is as coarse as the prices seen so far allow, so that sums and
 * comparisons are those of whole numbers. Prices that need more than twelve decimals, or more digits than a double
 * tells apart, are left to {@link DecimalAverages} until they have passed out of the slow average.
 */
final class AveragePair {

    private static final int MOST_DECIMALS = 12;
    private static final double MOST_TICKS = 1e15;

    private final int fast;
    private final int slow;
    private final double limit;
    private final long narrow;
    private final long[] ticks;
    private int decimals;
    private double power = 1;
    private int at;
    private int seen;
    private long fastSum;
    private long slowSum;
    private int stance;
    private @Nullable DecimalAverages exact;

    AveragePair(int fast, int slow) {
        this.fast = fast;
        this.slow = slow;
        this.limit = Math.min(MOST_TICKS, (double) (1L << 62) / slow);
        this.narrow = Long.MAX_VALUE / slow;
        this.ticks = new long[slow];
    }

    /**
     * Takes in one price.
     *
     * @param price finite and more than zero
     * @return 1 while the fast average is above the slow one, -1 while it is below, what was said before while they are
     *     equal, and 0 before there was anything to say
     */
    int add(double price) {
        double scaled = Math.rint(price * power);
        if (exact != null || scaled > limit || scaled / power != price) {
            return addUnusual(price);
        }
        push((long) scaled);
        if (seen == slow) {
            judge();
        }
        return stance;
    }

    private void push(long tick) {
        int fastAt = at - fast;
        if (fastAt < 0) {
            fastAt += slow;
        }
        slowSum += tick - ticks[at];
        fastSum += tick - ticks[fastAt];
        ticks[at] = tick;
        if (++at == slow) {
            at = 0;
        }
        if (seen < slow) {
            seen++;
        }
    }

    private void judge() {
        int order;
        if (slowSum <= narrow) {
            order = Long.compare(fastSum * slow, slowSum * fast);
        } else {
            order = Long.compare(Math.multiplyHigh(fastSum, slow), Math.multiplyHigh(slowSum, fast));
            if (order == 0) {
                order = Long.compareUnsigned(fastSum * slow, slowSum * fast);
            }
        }
        if (order != 0) {
            stance = order;
        }
    }

    private int addUnusual(double price) {
        DecimalAverages decimalAverages = exact;
        if (decimalAverages == null) {
            int needed = decimalsOf(price, decimals);
            if (needed >= 0 && refine(needed)) {
                return add(price);
            }
            decimalAverages = new DecimalAverages(fast, slow);
            for (int i = slow - seen; i < slow; i++) {
                decimalAverages.push(ticks[(at + i) % slow] / power);
            }
            exact = decimalAverages;
        }
        int order = decimalAverages.add(price, decimalsOf(price, 0) >= 0);
        if (order != 0) {
            stance = order;
        }
        if (decimalAverages.isPlain()) {
            comeBack(decimalAverages);
        }
        return stance;
    }

    /** {@return the least number of decimals from {@code least} on that tell the price, or -1 if there is none} */
    private int decimalsOf(double price, int least) {
        for (int k = least; k <= MOST_DECIMALS; k++) {
            double unit = power(k);
            double scaled = Math.rint(price * unit);
            if (scaled <= limit && scaled / unit == price) {
                return k;
            }
        }
        return -1;
    }

    private boolean refine(int needed) {
        long factor = (long) power(needed - decimals);
        for (long tick : ticks) {
            if (tick > limit / factor) {
                return false;
            }
        }
        for (int i = 0; i < slow; i++) {
            ticks[i] *= factor;
        }
        fastSum *= factor;
        slowSum *= factor;
        decimals = needed;
        power = power(needed);
        return true;
    }

    private void comeBack(DecimalAverages from) {
        int needed = 0;
        double highest = 0;
        for (int i = 0; i < slow; i++) {
            needed = Math.max(needed, decimalsOf(from.price(i), 0));
            highest = Math.max(highest, from.price(i));
        }
        if (highest * power(needed) > limit) {
            from.waitLonger();
            return;
        }
        decimals = needed;
        power = power(needed);
        at = 0;
        slowSum = 0;
        fastSum = 0;
        for (int i = 0; i < slow; i++) {
            ticks[i] = (long) Math.rint(from.price(i) * power);
            slowSum += ticks[i];
            fastSum += i >= slow - fast ? ticks[i] : 0;
        }
        seen = slow;
        exact = null;
    }

    private static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
