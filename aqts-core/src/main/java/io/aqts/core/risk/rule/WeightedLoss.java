package io.aqts.core.risk.rule;

/**
 * The loss of a normal distribution around zero whose variance weighs each sample less than the next by the same
 * factor, 0.94 (RiskMetrics, 1996).
 */
final class WeightedLoss {

    static final double DECAY = 0.94;

    private WeightedLoss() {}

    /** The largest quantity up to a wanted one whose deviation, times a multiple, is within a limit. */
    static double mostWithin(LossLines lines, double wanted, double limit, double multiple) {
        double weights = 0;
        double square = 0;
        double mixed = 0;
        double slopes = 0;
        int samples = lines.count();
        double weight = 1;
        for (int age = 0; age < samples; age++) {
            int t = lines.place(age);
            weights += weight;
            square += weight * lines.base(t) * lines.base(t);
            mixed += weight * lines.base(t) * lines.slope(t);
            slopes += weight * lines.slope(t) * lines.slope(t);
            weight *= DECAY;
        }
        double most = limit / multiple * (limit / multiple);
        return new Quadratic(square / weights, mixed / weights, slopes / weights).mostWithin(wanted, most);
    }
}
