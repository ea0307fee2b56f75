package io.aqts.core;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import java.util.List;

/** A listener that writes down the starts and steps of a run. */
record StartListener(List<String> log) implements StepListener {

    @Override
    public void onStart(LayerContext context) {
        log.add("start");
    }

    @Override
    public void onStep(Step step) {
        log.add("listener");
    }
}
