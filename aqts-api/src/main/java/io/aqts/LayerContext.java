package io.aqts;

import io.aqts.config.AqtsConfig;
import io.aqts.market.Universe;
import io.aqts.trade.RunIdentity;

/**
 * What a layer may know when it is made.
 *
 * @param config the configuration of the run
 * @param universe the instruments and venues of the run; {@link Universe#EMPTY} for the data source, which defines them
 * @param layer the name of the layer within the run, which separates its chance from that of all others
 * @param run which run it is, so that a venue can tell that run's approvals from others
 * @param rules the rules the risk gate enforces, to be asked before; none outside of a run
 */
public record LayerContext(AqtsConfig config, Universe universe, String layer, RunIdentity run, RiskRules rules) {

    /**
     * The context of a run like no other, even if it is configured like one.
     *
     * @param config the configuration of the run
     * @param universe the instruments and venues of the run
     * @param layer the name of the layer within the run
     */
    public LayerContext(AqtsConfig config, Universe universe, String layer) {
        this(config, universe, layer, new RunIdentity(), RiskRules.NONE);
    }

    /**
     * A stream of chance of the layer's own. The same name gives the same stream in every run with the same seed,
     * whatever other layers draw.
     *
     * @param name what the stream is for
     * @return the stream at its start
     */
    public Randomness randomness(String name) {
        return Randomness.of(config.seed()).split(layer).split(name);
    }

    /**
     * The same context, of the same run, for another layer.
     *
     * @param other the name of the other layer
     * @return its context
     */
    public LayerContext forLayer(String other) {
        return new LayerContext(config, universe, other, run, rules);
    }

    /**
     * The same context with rules.
     *
     * @param others the rules to ask
     * @return the changed context
     */
    public LayerContext withRules(RiskRules others) {
        return new LayerContext(config, universe, layer, run, others);
    }
}
