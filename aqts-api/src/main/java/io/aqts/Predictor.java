package io.aqts;

import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Prediction;
import io.aqts.signal.Signal;
import java.util.List;
import java.util.Optional;

/**
 * A model that expects something of one instrument; fusion weighs several of them.
 *
 * <p>One instance looks at one instrument in one run. It may learn, but only from outcomes whose whole horizon has
 * passed, and its probability is calibrated on such outcomes.
 */
public interface Predictor {

    /** {@return the name of the model, constant and unique within a fusion layer} */
    String name();

    /**
     * Takes in one snapshot and predicts from it.
     *
     * @param snapshot the market now
     * @param signals what the detectors said about this predictor's instrument
     * @return what is expected now, or empty until enough was seen
     */
    Optional<Prediction> predict(MarketSnapshot snapshot, List<Signal> signals);
}
