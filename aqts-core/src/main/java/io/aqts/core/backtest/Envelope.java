package io.aqts.core.backtest;

import io.aqts.performance.Statistic;
import io.aqts.trade.Decimal;
import java.util.List;

/**
 * How much of the result of a run hangs on what its data hides, and on being in time.
 *
 * <p>All figures but the reported one are of the very same approved orders. Whether the strategy would have decided
 * otherwise had it seen other fills is not told.
 *
 * @param reported what the run earned: the equity at the end less the initial cash, in the currency of account
 * @param readings what its orders earn under other readings of the same bars
 * @param fills the fills of the run
 * @param ambiguousFills those of them of which the data left open whether another exit came first
 * @param breakEvenSlippageBps how much worse every fill could be for the run to earn nothing, in basis points of its
 *     price, with the same fees; negative if it earned less than nothing
 * @param breakEvenFeeMultiple by what all fees could be multiplied for the run to earn nothing; less than 1 if it
 *     earned less than nothing
 * @param delays what its orders earn if they get to the venue late, in ascending order, without a delay first
 * @param vanishesAfterSeconds the delay at which nothing is left of the profit, on the straight line between the two
 *     delays around it
 */
public record Envelope(
        Decimal reported,
        List<Reading> readings,
        long fills,
        long ambiguousFills,
        Statistic breakEvenSlippageBps,
        Statistic breakEvenFeeMultiple,
        List<LateResult> delays,
        Statistic vanishesAfterSeconds) {

    /** Copies the lists. */
    public Envelope {
        readings = List.copyOf(readings);
        delays = List.copyOf(delays);
    }

    /** {@return the least of what was reported and of all readings, in the currency of account} */
    public Decimal pessimistic() {
        Decimal least = reported;
        for (Reading reading : readings) {
            least = least.min(reading.profit());
        }
        return least;
    }

    /** {@return the most of what was reported and of all readings, in the currency of account} */
    public Decimal optimistic() {
        Decimal most = reported;
        for (Reading reading : readings) {
            most = most.max(reading.profit());
        }
        return most;
    }

    /** {@return the share of fills of which the data left open whether another exit came first, from 0 to 1} */
    public Statistic ambiguousShare() {
        return fills == 0 ? Statistic.undefined("there was no fill") : Statistic.of((double) ambiguousFills / fills);
    }
}
