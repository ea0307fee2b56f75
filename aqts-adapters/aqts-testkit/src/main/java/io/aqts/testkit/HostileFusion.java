package io.aqts.testkit;

import io.aqts.FusionLayer;
import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Decision;
import io.aqts.signal.Signal;
import java.util.List;

/**
 * A fusion layer that proposes anything a fusion layer may: every action at any moment, whatever the signals, with
 * forecasts on the edges of what is legal. For tests of whatever comes after fusion.
 *
 * <p>It is deterministic: the context's seed decides.
 */
public final class HostileFusion implements FusionLayer {

    private final Randomness chance;
    private final int instruments;

    /**
     * A hostile fusion layer.
     *
     * @param context the run it is for
     */
    public HostileFusion(LayerContext context) {
        chance = context.randomness("hostile");
        instruments = context.universe().size();
    }

    @Override
    public Decision fuse(MarketSnapshot snapshot, List<Signal> signals) {
        return Decisions.next(chance, instruments);
    }
}
