package io.aqts.core.fuse;

import io.aqts.Predictor;

/** Makes a model for each instrument of a run. */
@FunctionalInterface
public interface PredictorFactory {

    /**
     * Makes the model.
     *
     * @param instrument the index of the instrument in the universe
     * @return a model without history
     */
    Predictor create(int instrument);
}
