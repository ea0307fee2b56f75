package io.aqts.core.planted;

import io.aqts.Detector;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Signal;
import java.util.List;

/** A layer that no contract test makes. */
public final class Untested implements Detector {

    @Override
    public List<Signal> detect(MarketSnapshot snapshot) {
        return List.of();
    }
}
