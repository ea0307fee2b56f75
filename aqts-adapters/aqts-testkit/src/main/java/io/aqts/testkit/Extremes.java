package io.aqts.testkit;

import io.aqts.Randomness;
import java.util.List;

/** Numbers of which every third lies on an edge: even spreading hardly ever meets the values that break things. */
final class Extremes {

    private static final double[] SHARES = {0, 1, 0.5, Double.MIN_VALUE, 1e-9, Math.nextDown(1.0)};
    private static final double[] SIZES = {Double.MIN_NORMAL, 1e-12, 1e-8, 1, 1e6, 1e12, 1e300};

    private Extremes() {}

    static boolean atEdge(Randomness chance) {
        return chance.nextInt(3) == 0;
    }

    /** {@return a number from 0 to 1, both included} */
    static double share(Randomness chance) {
        return atEdge(chance) ? SHARES[chance.nextInt(SHARES.length)] : chance.nextDouble();
    }

    /** {@return a number from -1 to 1, both included} */
    static double score(Randomness chance) {
        return sign(chance) * share(chance);
    }

    /** {@return a finite number of any size and sign} */
    static double finite(Randomness chance) {
        double size = atEdge(chance) ? SIZES[chance.nextInt(SIZES.length)] : chance.nextDouble();
        return sign(chance) * size;
    }

    static int sign(Randomness chance) {
        return chance.nextInt(2) == 0 ? 1 : -1;
    }

    static <T> T oneOf(Randomness chance, List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }
}
