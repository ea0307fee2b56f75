package io.aqts;

import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Decision;
import io.aqts.signal.Signal;
import java.util.List;

/**
 * Turns what was seen into one proposal for each instrument.
 *
 * <p>Every implementation keeps these promises, which {@code FusionLayerContract} tests:
 *
 * <ul>
 *   <li><b>Deterministic.</b> The same snapshots and signals in the same order give the same decisions.
 *   <li><b>Bounded.</b> It proposes only for instruments of the universe, once for each at most, in their order.
 *   <li><b>Causal.</b> What a model has learned comes from outcomes that are already known.
 *   <li><b>Open.</b> Every proposal, a hold too, names its reasons.
 * </ul>
 *
 * <p>Calls come from one thread, one for each snapshot, whether or not there are signals.
 */
@FunctionalInterface
public interface FusionLayer {

    /**
     * Decides what to propose.
     *
     * @param snapshot the market now
     * @param signals what all detectors said about it, in the order of the detectors
     * @return the proposals
     */
    Decision fuse(MarketSnapshot snapshot, List<Signal> signals);
}
