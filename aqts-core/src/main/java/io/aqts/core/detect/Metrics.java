package io.aqts.core.detect;

import io.aqts.config.QgitaConfig;

/**
 * The five metrics of one instrument, ranked and drawn together into one intensity.
 *
 * <p>They are told apart to about a millionth before they are ranked. Quiet markets repeat the same few shapes, and
 * without this their ranks would hang on rounding.
 */
final class Metrics {

    private static final int ORDER = 4;
    private static final int LINEAR = 0;
    private static final int NONLINEAR = 1;
    private static final int SIMILARITY = 2;
    private static final int GEOMETRY = 3;
    private static final int NOVELTY = 4;
    private static final double GRID = 0x1p20;
    private static final double NEARLY = 1e-9;

    private final int window;
    private final int minimum;
    private final LinearFit line;
    private final OrdinalPatterns patterns;
    private final SelfSimilarity similarity;
    private final RollingRank[] ranks = new RollingRank[5];
    private final double[] logShares = new double[5];
    private final Intensity intensity;
    private final RecentMean linearTrend = new RecentMean();
    private final RecentMean similarityTrend = new RecentMean();
    private boolean isReady;

    Metrics(QgitaConfig config, LogTable logs, double unit) {
        this.window = config.window();
        this.minimum = config.ranks().minimum();
        this.line = new LinearFit(window, unit);
        this.patterns = new OrdinalPatterns(ORDER, window - ORDER + 1);
        this.similarity = new SelfSimilarity(window, 1 / config.ratio());
        this.intensity = new Intensity(config.weights());
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = new RollingRank(config.ranks().window(), logs);
        }
    }

    /**
     * Takes in the newest bar.
     *
     * @param bars the bars up to the newest
     * @param geometry the strength of the last bends
     * @param novelty how much the newest bar surprises
     */
    void add(BarWindow bars, double geometry, double novelty) {
        if (bars.count() >= ORDER) {
            patterns.add(bars);
        }
        if (bars.count() < window + 2) {
            return;
        }
        ranks[LINEAR].add(onGrid(line.add(bars)));
        ranks[NONLINEAR].add(onGrid(patterns.coherence()));
        ranks[SIMILARITY].add(onGrid(similarity.of(bars)));
        ranks[GEOMETRY].add((float) geometry);
        isReady = ranks[NOVELTY].add((float) novelty) >= minimum;
        linearTrend.add(ranks[LINEAR].share());
        similarityTrend.add(ranks[SIMILARITY].share());
    }

    private static double onGrid(double share) {
        return Math.rint(share * GRID) / GRID;
    }

    /** {@return whether there is enough past to rank in} */
    boolean isReady() {
        return isReady;
    }

    /** {@return the weighted geometric mean of the ranks} */
    double intensity() {
        for (int i = 0; i < ranks.length; i++) {
            logShares[i] = ranks[i].logShare();
        }
        return intensity.of(logShares);
    }

    /** {@return whether linear coherence is below its recent mean} */
    boolean linearFalls() {
        return ranks[LINEAR].share() < linearTrend.mean() - NEARLY;
    }

    /** {@return whether self-similarity is not below its recent mean} */
    boolean similarityRises() {
        return ranks[SIMILARITY].share() >= similarityTrend.mean() - NEARLY;
    }

    MetricRanks ranks() {
        return new MetricRanks(
                ranks[LINEAR].share(),
                ranks[NONLINEAR].share(),
                ranks[SIMILARITY].share(),
                ranks[GEOMETRY].share(),
                ranks[NOVELTY].share());
    }

    /** The mean of the last five values. */
    private static final class RecentMean {

        private final double[] recent = new double[5];
        private int at;
        private int count;

        void add(double value) {
            recent[at] = value;
            at = at + 1 == recent.length ? 0 : at + 1;
            count = Math.min(count + 1, recent.length);
        }

        double mean() {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += recent[i];
            }
            return sum / count;
        }
    }
}
