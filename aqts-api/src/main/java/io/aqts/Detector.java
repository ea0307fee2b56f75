package io.aqts;

import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Signal;
import java.util.List;

/**
 * Looks at the market and says what it sees.
 *
 * <p>This is the layer most users write first. A detector may keep history between calls, so one instance serves one
 * run: the orchestrator makes a new one through its factory on every reset.
 *
 * <p>Every implementation keeps these promises, which {@code DetectorContract} tests:
 *
 * <ul>
 *   <li><b>Deterministic.</b> The same snapshots in the same order give the same signals. Time comes from the snapshot
 *       and chance from the seeded source in {@link LayerContext}.
 *   <li><b>Causal.</b> A signal depends only on snapshots already passed in, and is stamped with the moment of the one
 *       that caused it.
 *   <li><b>Silent when cold.</b> Until it has seen enough to judge, it gives no signal.
 * </ul>
 *
 * <p>Calls come from one thread. Implementations need no locks and must not start threads.
 */
@FunctionalInterface
public interface Detector {

    /**
     * Takes in one snapshot and judges it.
     *
     * @param snapshot the market now, never older than the one before
     * @return what this detector sees, in the order of the instruments; empty if nothing
     */
    List<Signal> detect(MarketSnapshot snapshot);
}
