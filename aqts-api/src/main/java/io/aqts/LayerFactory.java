package io.aqts;

/**
 * Makes a layer for one run. The orchestrator calls it at the start and again on every reset.
 *
 * @param <T> the kind of layer
 */
@FunctionalInterface
public interface LayerFactory<T> {

    /**
     * Makes the layer.
     *
     * @param context what the layer may know: configuration, universe and its own seeded chance
     * @return a layer without history
     */
    T create(LayerContext context);
}
