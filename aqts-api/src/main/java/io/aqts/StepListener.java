package io.aqts;

/**
 * Watches a run. A listener gets every finished {@link Step} and can change nothing.
 *
 * <p>Calls come from the thread that calls {@link Orchestrator#next()}.
 */
@FunctionalInterface
public interface StepListener {

    /**
     * A run begins, for the first time or after a reset. What was gathered before is to be forgotten.
     *
     * @param context the configuration and the universe of the run
     */
    default void onStart(LayerContext context) {}

    /**
     * A step is finished.
     *
     * @param step what happened
     */
    void onStep(Step step);
}
