package io.aqts.core.detect;

import io.aqts.config.QgitaConfig;
import io.aqts.config.QgitaMode;
import io.aqts.market.Bar;
import io.aqts.signal.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The QGITA definition once more, over whole arrays and without any cleverness: the reference for the streaming
 * detector.
 */
final class BatchQgita {

    record Found(int bar, Direction direction, double intensity, double threshold, double[] ranks, double[] turn) {}

    private final QgitaConfig config;
    private final List<Bar> bars;
    private final int n;
    private final double[] x;
    private final double[] t;
    private final double[] sigma;
    private final double[] drift;
    private final double[] shown;
    private final double[][] turns;

    BatchQgita(QgitaConfig config, List<Bar> bars) {
        this.config = config;
        this.bars = bars;
        this.n = bars.size();
        this.x = bars.stream().mapToDouble(b -> StrictMath.log(b.close())).toArray();
        this.t = bars.stream()
                .mapToDouble(b -> (b.epochNanos() - bars.get(0).epochNanos())
                        / (double) bars.get(0).intervalNanos())
                .toArray();
        this.sigma = new double[n];
        this.drift = new double[n];
        this.shown = new double[n];
        this.turns = new double[n][];
    }

    List<Found> events() {
        volatility();
        if (config.mode() == QgitaMode.PIVOT) {
            pivots();
        } else {
            lattice();
        }
        double[][] ranks = ranks();
        double[] intensity = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double weights = 0;
            for (int k = 0; k < 5; k++) {
                sum += config.weights().get(k) * Math.log(ranks[k][i]);
                weights += config.weights().get(k);
            }
            intensity[i] = Math.exp(sum / weights);
        }
        return judge(ranks, intensity);
    }

    private void volatility() {
        double square = 0;
        for (int i = 1; i < n; i++) {
            double dt = t[i] - t[i - 1];
            double change = x[i] - x[i - 1];
            square = i == 1 ? change * change / dt : 0.94 * square + 0.06 * change * change / dt;
            drift[i] = i == 1 ? change / dt : 0.94 * drift[i - 1] + 0.06 * change / dt;
            sigma[i] = Math.max(1e-8, Math.sqrt(square));
        }
    }

    private void pivots() {
        List<Integer> pivots = new ArrayList<>(List.of(-1));
        List<Double> bends = new ArrayList<>();
        int leg = 1;
        double atr = 0;
        for (int i = 0; i < n; i++) {
            Bar bar = bars.get(i);
            double before = i == 0 ? bar.close() : bars.get(i - 1).close();
            double range = Math.max(bar.high(), i == 0 ? bar.high() : before)
                    - Math.min(bar.low(), i == 0 ? bar.low() : before);
            int period = Math.min(i + 1, config.pivots().atrPeriod());
            atr = atr * (period - 1) / period + range / period;
            int extreme = pivots.get(pivots.size() - 1) + 1;
            for (int k = extreme; k <= i; k++) {
                extreme = leg * (bars.get(k).close() - bars.get(extreme).close()) > 0 ? k : extreme;
            }
            double back = leg * (bars.get(extreme).close() - bar.close());
            if (i + 1 >= config.pivots().atrPeriod()
                    && back > 0
                    && back >= config.pivots().reversalAtr() * atr) {
                pivots.add(extreme);
                leg = -leg;
                confirm(i, pivots, bends);
            }
        }
    }

    private void confirm(int i, List<Integer> pivots, List<Double> bends) {
        int count = pivots.size();
        if (count < 3) {
            return;
        }
        int a = pivots.get(count - 2);
        int b = pivots.get(count - 1);
        double z = z(a, b, i, sigma[i - 1]);
        if (count >= 4) {
            double ratio = (t[b] - t[a]) / (t[a] - t[pivots.get(count - 3)]);
            shown[i] = Math.abs(z) * fidelity(ratio) * contrast(a, i, sigma[i - 1]);
            note(i, ratio, z, bends);
        }
        bends.add(Math.abs(z));
    }

    private void note(int i, double ratio, double z, List<Double> bends) {
        if (bends.size() < config.pivots().minimumPivots()) {
            return;
        }
        double[] past = bends.subList(Math.max(0, bends.size() - config.pivots().memory()), bends.size()).stream()
                .mapToDouble(d -> d)
                .toArray();
        double least = config.pivots().bendMultiple() * new Median().evaluate(past);
        if (Math.abs(ratio - config.ratio()) <= config.tolerance() && Math.abs(z) > least) {
            turns[i] = new double[] {ratio, z, least};
        }
    }

    private void lattice() {
        int[] lags = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89};
        List<Double> bends = new ArrayList<>();
        for (int i = 89; i < n; i++) {
            double best = -1;
            double bestZ = 0;
            double bestRatio = 0;
            for (int m = 1; m < 10; m++) {
                double ratio = (lags[m] - lags[m - 1]) / (double) (lags[m + 1] - lags[m]);
                double z = z(i - lags[m + 1], i - lags[m], i - lags[m - 1], sigma[i - 1]);
                double g = Math.abs(z) * fidelity(ratio) * contrast(i - lags[m + 1], i - lags[m - 1], sigma[i - 1]);
                if (Math.abs(ratio - config.ratio()) <= config.tolerance() && g > best) {
                    best = g;
                    bestZ = z;
                    bestRatio = ratio;
                }
            }
            if (best >= 0) {
                shown[i] = best;
                note(i, bestRatio, bestZ, bends);
                bends.add(Math.abs(bestZ));
            }
        }
    }

    private double z(int a, int b, int c, double s) {
        double h1 = t[b] - t[a];
        double h2 = t[c] - t[b];
        return ((x[c] - x[b]) / h2 - (x[b] - x[a]) / h1) / (s * Math.sqrt(1 / h1 + 1 / h2));
    }

    private double contrast(int a, int c, double s) {
        return Math.abs(x[c] - x[a]) / (s * Math.sqrt(t[c] - t[a]));
    }

    private double fidelity(double ratio) {
        return Math.max(0, 1 - Math.abs(ratio - config.ratio()) / config.tolerance());
    }

    private double[][] ranks() {
        int first = config.window() + 1;
        double[][] raw = new double[5][n];
        double faded = 0;
        double[] novelty = novelty();
        for (int i = 0; i < n; i++) {
            faded = Math.max(shown[i], faded * Math.exp(-1 / config.events().geometryMemoryBars()));
            if (i >= first) {
                raw[0][i] = Math.rint(straightness(i) * 0x1p20);
                raw[1][i] = Math.rint(order(i) * 0x1p20);
                raw[2][i] = Math.rint(similarity(i) * 0x1p20);
                raw[3][i] = (float) faded;
                raw[4][i] = (float) novelty[i];
            }
        }
        double[][] ranks = new double[5][n];
        for (int k = 0; k < 5; k++) {
            for (int i = 0; i < n; i++) {
                int past = Math.min(config.ranks().window(), i - first);
                ranks[k][i] = past < config.ranks().minimum() ? Double.NaN : rank(raw[k], i, past);
            }
        }
        return ranks;
    }

    private static double rank(double[] raw, int i, int past) {
        double place = 0.5;
        for (int j = i - past; j < i; j++) {
            place += raw[j] < raw[i] ? 1 : raw[j] == raw[i] ? 0.5 : 0;
        }
        return Math.max(place / (past + 1), 0.5 / past);
    }

    private double straightness(int i) {
        SimpleRegression fit = new SimpleRegression();
        for (int j = i - config.window() + 1; j <= i; j++) {
            fit.addData(t[j] - t[i], x[j] - x[i]);
        }
        return fit.getTotalSumSquares() < 1e-20 ? 0 : fit.getRSquare();
    }

    private double order(int i) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        int patterns = config.window() - 3;
        for (int j = i - patterns + 1; j <= i; j++) {
            int end = j;
            Integer[] index = {3, 2, 1, 0};
            Arrays.sort(index, (p, q) -> {
                int order = Double.compare(
                        bars.get(end - p).close(), bars.get(end - q).close());
                return order != 0 ? order : Integer.compare(q, p);
            });
            counts.merge(Arrays.toString(index), 1, Integer::sum);
        }
        double entropy = 0;
        for (int count : counts.values()) {
            double p = count / (double) patterns;
            entropy -= p * Math.log(p);
        }
        double most = Math.log(24);
        return 1 - Math.min(most, entropy + (counts.size() - 1) / (2.0 * patterns)) / most;
    }

    private double similarity(int i) {
        double stretch = 1 / config.ratio();
        int points = (int) Math.min(config.window(), Math.floor(config.window() / stretch));
        double[] near = new double[points];
        double[] far = new double[points];
        for (int j = 1; j <= points; j++) {
            int whole = (int) Math.floor(stretch * j);
            double part = stretch * j - whole;
            near[j - 1] = x[i] - x[i - j];
            far[j - 1] = x[i] - ((1 - part) * x[i - whole] + part * x[i - whole - 1]);
        }
        double correlation = new PearsonsCorrelation().correlation(near, far);
        return spread(near) < 1e-9 || spread(far) < 1e-9 ? 0 : Math.abs(correlation);
    }

    private static double spread(double[] values) {
        DescriptiveStatistics all = new DescriptiveStatistics(values);
        return all.getMax() - all.getMin();
    }

    private double[] novelty() {
        double[] novelty = new double[n];
        double mean = Double.NaN;
        double variance = 0;
        for (int i = 1; i < n; i++) {
            double dt = t[i] - t[i - 1];
            double scale = Math.max(1e-8, sigma[i - 1]);
            double e = (x[i] - x[i - 1] - drift[i - 1] * dt) / (scale * Math.sqrt(dt));
            double v = 0;
            if (bars.get(i).volume() > 0) {
                double y = Math.log(bars.get(i).volume());
                if (Double.isNaN(mean)) {
                    mean = y;
                }
                v = (y - mean) / Math.max(1e-6, Math.sqrt(variance));
                variance = 0.94 * variance + 0.94 * 0.06 * (y - mean) * (y - mean);
                mean = 0.94 * mean + 0.06 * y;
            }
            novelty[i] = Math.hypot(e, Math.max(0, v));
        }
        return novelty;
    }

    private List<Found> judge(double[][] ranks, double[] intensity) {
        List<Found> found = new ArrayList<>();
        int baseline = config.events().baseline();
        int gap = config.events().gap();
        int within = config.events().confirmationBars();
        int first = config.window() + 1 + config.ranks().minimum();
        double[] threshold = new double[n];
        int lastEvent = Integer.MIN_VALUE / 2;
        for (int i = 0; i < n; i++) {
            threshold[i] = Double.POSITIVE_INFINITY;
            if (i - gap - baseline >= first) {
                DescriptiveStatistics usual = new DescriptiveStatistics();
                for (int j = i - gap - baseline; j <= i - gap - 1; j++) {
                    usual.addValue(intensity[j]);
                }
                threshold[i] = usual.getMean() + config.events().sigmas() * usual.getStandardDeviation();
            }
            int crossing = latest(i, within, j -> intensity[j] >= threshold[j]);
            int turn = latest(i, within, j -> turns[j] != null);
            boolean meet = crossing >= 0 && turn >= 0 && Math.max(crossing, turn) == i;
            if (meet && i - lastEvent > config.events().refractoryBars()) {
                lastEvent = i;
                double[] at = new double[5];
                for (int k = 0; k < 5; k++) {
                    at[k] = ranks[k][crossing];
                }
                Direction direction = direction(ranks, i, turns[turn][1]);
                found.add(new Found(i, direction, intensity[crossing], threshold[crossing], at, turns[turn]));
            }
        }
        return found;
    }

    private static int latest(int i, int within, IntPredicate holds) {
        for (int j = i; j > i - within && j >= 0; j--) {
            if (holds.test(j)) {
                return j;
            }
        }
        return -1;
    }

    private static Direction direction(double[][] ranks, int i, double z) {
        if (z > 0) {
            return ranks[2][i] >= mean(ranks[2], i) - 1e-9 ? Direction.LONG : Direction.NEUTRAL;
        }
        return ranks[0][i] < mean(ranks[0], i) - 1e-9 ? Direction.SHORT : Direction.NEUTRAL;
    }

    private static double mean(double[] ranks, int i) {
        double sum = 0;
        for (int j = i - 4; j <= i; j++) {
            sum += ranks[j];
        }
        return sum / 5;
    }
}
