package io.aqts.core.risk.rule;

import io.aqts.RiskObserver;
import io.aqts.RiskView;
import io.aqts.core.indicator.AverageTrueRange;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import java.util.ArrayList;
import java.util.List;

/** How much each instrument moves from bar to bar, as exponential averages. A split is no move. */
public final class BarVolatility implements RiskObserver {

    private final int bars;
    private final double weight;
    private final double[] closes;
    private final double[] squares;
    private final int[] counts;
    private final List<AverageTrueRange> ranges = new ArrayList<>();

    /**
     * A memory of nothing.
     *
     * @param bars bars that are averaged over, 2 or more; the newest return weighs 2 of {@code bars + 1}
     * @param instruments how many instruments there are
     */
    public BarVolatility(int bars, int instruments) {
        this.bars = bars;
        weight = 2.0 / (bars + 1);
        closes = new double[instruments];
        squares = new double[instruments];
        counts = new int[instruments];
        for (int i = 0; i < instruments; i++) {
            ranges.add(new AverageTrueRange(bars));
        }
    }

    /**
     * Whether there were enough bars.
     *
     * @param instrument the index of the instrument
     * @return whether its figures are known
     */
    public boolean isKnown(int instrument) {
        return counts[instrument] >= bars;
    }

    /**
     * The standard deviation of the return of one bar around zero.
     *
     * @param instrument the index of the instrument
     * @return as a share
     */
    public double deviation(int instrument) {
        return Math.sqrt(squares[instrument]);
    }

    /**
     * The average true range.
     *
     * @param instrument the index of the instrument
     * @return in quote currency
     */
    public double range(int instrument) {
        return ranges.get(instrument).value();
    }

    @Override
    public void onStep(RiskView view) {
        for (int i = 0; i < closes.length; i++) {
            InstrumentMarket market = view.snapshot().instrument(i);
            split(i, market.splitRatio());
            Bar bar = market.bar();
            if (bar != null) {
                add(i, bar);
            }
        }
    }

    private void split(int i, double ratio) {
        if (ratio != 1) {
            ranges.get(i).split(ratio);
            closes[i] /= ratio;
        }
    }

    private void add(int i, Bar bar) {
        ranges.get(i).add(bar);
        if (closes[i] > 0) {
            double change = bar.close() / closes[i] - 1;
            counts[i] = Math.min(counts[i] + 1, bars);
            squares[i] += Math.max(1.0 / counts[i], weight) * (change * change - squares[i]);
        }
        closes[i] = bar.close();
    }
}
