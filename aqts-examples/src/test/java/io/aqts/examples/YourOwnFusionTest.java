package io.aqts.examples;

import io.aqts.FusionLayer;
import io.aqts.LayerContext;
import io.aqts.testkit.FusionLayerContract;

class YourOwnFusionTest implements FusionLayerContract {

    @Override
    public FusionLayer create(LayerContext context) {
        return new YourOwnFusion.Unanimous(1);
    }
}
