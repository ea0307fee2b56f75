package io.aqts.core.detect;

import io.aqts.config.PivotConfig;

/** How sharp a turning point must be: a multiple of the median bend of those before it. */
final class UsualBend {

    private final SortedWindow past;
    private final int minimum;
    private final double multiple;

    UsualBend(PivotConfig config) {
        this.past = new SortedWindow(config.memory());
        this.minimum = config.minimumPivots();
        this.multiple = config.bendMultiple();
    }

    /** {@return the least bend that counts now, beyond all reach until enough were seen} */
    double least() {
        return past.count() < minimum ? Double.POSITIVE_INFINITY : multiple * past.median();
    }

    void add(double bend) {
        past.add(Math.abs(bend));
    }
}
