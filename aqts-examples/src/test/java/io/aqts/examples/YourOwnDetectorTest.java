package io.aqts.examples;

import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.testkit.DetectorContract;

class YourOwnDetectorTest implements DetectorContract {

    @Override
    public Detector create(LayerContext context) {
        return new YourOwnDetector.Breakout(5);
    }
}
