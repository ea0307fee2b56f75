package io.aqts.core.risk.rule;

/** The share of the highest equity that is lost. */
final class Drawdown {

    private double peak;
    private double share;

    /** Takes in the equity of a step. */
    void add(double equity) {
        peak = Math.max(peak, equity);
        share = peak > 0 ? (peak - equity) / peak : 1;
    }

    /** The share lost, from 0 to 1. */
    double share() {
        return share;
    }

    double peak() {
        return peak;
    }

    /** Counts anew from the next equity. */
    void reset() {
        peak = 0;
        share = 0;
    }
}
