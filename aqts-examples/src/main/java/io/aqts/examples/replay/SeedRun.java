package io.aqts.examples.replay;

import io.aqts.performance.Statistic;
import io.aqts.trade.Decimal;

/**
 * One run of the original system: what it reported, and what was so.
 *
 * @param seed the seed of the run
 * @param ticks how many ticks of one minute it had
 * @param reported what the original's tracker said
 * @param actual what the ledger says about the same fills
 */
public record SeedRun(long seed, int ticks, Reported reported, Actual actual) {

    /**
     * What the original's tracker said: everything is counted at the moment of entry.
     *
     * @param entries how many trades were entered
     * @param winRate the share of them that filled on the better side of the close of the same tick
     * @param sharpe the mean of those distances over their standard deviation, times the root of 365; of the last 100
     * @param maxDrawdown the worst single one of those distances, as a share, zero if none was bad
     * @param profit their sum in quote currency, called realized profit
     */
    public record Reported(int entries, Statistic winRate, Statistic sharpe, double maxDrawdown, double profit) {}

    /**
     * What the ledger says about the same fills.
     *
     * @param finalEquity cash and open positions at the last close, in quote currency, exact
     * @param result what was gained or, negative, lost, in quote currency, exact
     * @param closed how many positions were closed
     * @param won how many of them earned more than nothing, before fees
     * @param maxDrawdown the greatest fall of the equity from a peak, as a share of the peak
     * @param maxLeverage the most all positions were worth together, as a multiple of equity, long and short added up
     * @param breakerTrips how often the circuit breaker liquidated everything, to open again on the next tick
     * @param feesUnpaid what {@link SeedReplay#FEE_BPS} on every fill would have cost, in quote currency, exact
     */
    public record Actual(
            Decimal finalEquity,
            Decimal result,
            int closed,
            int won,
            double maxDrawdown,
            double maxLeverage,
            int breakerTrips,
            Decimal feesUnpaid) {

        /** {@return the share of closed positions that earned more than nothing} */
        public Statistic winRate() {
            return closed == 0 ? Statistic.undefined("no position was closed") : Statistic.of((double) won / closed);
        }
    }
}
