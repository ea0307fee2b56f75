package io.aqts.core.analyse;

import io.aqts.performance.ClosedTrade;
import io.aqts.performance.Interval;
import io.aqts.performance.Statistic;
import io.aqts.performance.TradeStatistics;
import io.aqts.trade.Decimal;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/** What the round trips earned so far, after fees. */
final class TradeTally {

    private long count;
    private long wins;
    private long ambiguous;
    private Decimal won = Decimal.ZERO;
    private Decimal lost = Decimal.ZERO;

    TradeTally copy() {
        TradeTally copy = new TradeTally();
        copy.count = count;
        copy.wins = wins;
        copy.ambiguous = ambiguous;
        copy.won = won;
        copy.lost = lost;
        return copy;
    }

    void add(ClosedTrade trade) {
        Decimal net = trade.netPnl();
        count++;
        if (net.isPositive()) {
            wins++;
            won = won.plus(net);
        } else {
            lost = lost.minus(net);
        }
        if (trade.ambiguous()) {
            ambiguous++;
        }
    }

    TradeStatistics statistics(double confidence) {
        if (count == 0) {
            Statistic none = Statistic.undefined("no trade was closed");
            return new TradeStatistics(0, 0, none, List.of(), none, none, none, 0);
        }
        long losses = count - wins;
        double gain = won.toDouble();
        double loss = lost.toDouble();
        return new TradeStatistics(
                count,
                wins,
                Statistic.of((double) wins / count),
                List.of(wilson(wins, count, confidence)),
                wins == 0 || !(loss > 0)
                        ? Statistic.undefined(wins == 0 ? "no trade won" : "no trade lost")
                        : Statistic.of(gain / wins / (loss / losses)),
                Statistic.of((gain - loss) / count),
                loss > 0 ? Statistic.of(gain / loss) : Statistic.undefined("no trade lost"),
                ambiguous);
    }

    /** The score interval of a proportion (Wilson 1927). */
    static Interval wilson(long successes, long trials, double confidence) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        double share = (double) successes / trials;
        double scale = 1 + z * z / trials;
        double center = (share + z * z / (2 * trials)) / scale;
        double reach = z / scale * Math.sqrt(share * (1 - share) / trials + z * z / (4.0 * trials * trials));
        return new Interval(Math.max(0, center - reach), Math.min(1, center + reach), confidence);
    }
}
