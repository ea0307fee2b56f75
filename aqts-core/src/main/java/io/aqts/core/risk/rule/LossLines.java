package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskView;
import io.aqts.trade.Side;
import java.util.Arrays;

/**
 * The loss of a portfolio in each sample of a window as a line in the quantity of one more order: what it loses without
 * it, and how much more for each unit.
 *
 * <p>Of each instrument the end that orders may reach farthest counts; of the one to be opened, the end on its side.
 */
final class LossLines {

    private final ReturnWindow returns;
    private final double[] base;
    private final double[] slope;
    private final double[] scratch;

    LossLines(ReturnWindow returns) {
        this.returns = returns;
        base = new double[returns.size()];
        slope = new double[returns.size()];
        scratch = new double[returns.size()];
    }

    /** Draws the lines for an order. */
    void draw(RiskCandidate candidate) {
        RiskView view = candidate.view();
        Arrays.fill(base, 0);
        Arrays.fill(slope, 0);
        for (int i = 0; i < returns.instruments(); i++) {
            double worth = i == candidate.instrument()
                    ? candidate.side().sign() * view.exposure(i, candidate.side())
                    : farthest(view, i);
            if (worth != 0) {
                returns.addTo(base, i, -worth);
            }
        }
        returns.addTo(slope, candidate.instrument(), -candidate.side().sign() * candidate.unitExposure());
    }

    /** The worth of an instrument at its worse end, negative if that is short. */
    static double farthest(RiskView view, int instrument) {
        double bought = view.exposure(instrument, Side.BUY);
        double sold = view.exposure(instrument, Side.SELL);
        return bought >= sold ? bought : -sold;
    }

    int count() {
        return returns.count();
    }

    /** Where the sample is than which so many are newer. */
    int place(int age) {
        return returns.place(age);
    }

    double base(int sample) {
        return base[sample];
    }

    double slope(int sample) {
        return slope[sample];
    }

    double at(int sample, double quantity) {
        return base[sample] + quantity * slope[sample];
    }

    /** A row to work in, whose content is nobody's. */
    double[] scratch() {
        return scratch;
    }
}
