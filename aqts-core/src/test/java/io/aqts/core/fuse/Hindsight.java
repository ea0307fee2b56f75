package io.aqts.core.fuse;

import io.aqts.signal.Prediction;
import java.util.List;
import java.util.Optional;

/** How good probabilities turned out to be, counted over the later half of a tape. */
final class Hindsight {

    private static final int BUCKETS = 10;

    private final double[] said = new double[BUCKETS];
    private final double[] happened = new double[BUCKETS];
    private final long[] count = new long[BUCKETS];
    private double brier;
    private double rises;
    private double away;
    private long n;

    static Hindsight of(List<Optional<Prediction>> predictions, double[] closes, int horizon) {
        Hindsight hindsight = new Hindsight();
        for (int i = closes.length / 2; i + horizon < closes.length; i++) {
            if (predictions.get(i).isPresent()) {
                hindsight.add(predictions.get(i).get().probabilityUp(), closes[i + horizon] > closes[i]);
            }
        }
        return hindsight;
    }

    private void add(double probability, boolean rose) {
        int bucket = (int) Math.min(BUCKETS - 1, probability * BUCKETS);
        double outcome = rose ? 1 : 0;
        said[bucket] += probability;
        happened[bucket] += outcome;
        count[bucket]++;
        brier += (probability - outcome) * (probability - outcome);
        rises += outcome;
        away += Math.abs(probability - 0.5);
        n++;
    }

    long outcomes() {
        return n;
    }

    /** One less the mean squared error over that of always saying the base rate. */
    double skill() {
        double rate = rises / n;
        return 1 - brier / n / (rate * (1 - rate));
    }

    double meanDistanceFromOneHalf() {
        return away / n;
    }

    /** The largest distance between what was said and what happened, in standard errors of a bucket of some size. */
    double worstBucket() {
        double worst = 0;
        for (int i = 0; i < BUCKETS; i++) {
            if (count[i] >= 200) {
                double share = said[i] / count[i];
                double error = Math.sqrt(share * (1 - share) / count[i]);
                worst = Math.max(worst, Math.abs(share - happened[i] / count[i]) / error);
            }
        }
        return worst;
    }

    int usedBuckets() {
        int used = 0;
        for (long size : count) {
            used += size >= 200 ? 1 : 0;
        }
        return used;
    }
}
