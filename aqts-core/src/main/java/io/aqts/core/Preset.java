package io.aqts.core;

/** A ready-made choice of layers and settings. A preset has no engine of its own: it only calls the builder. */
public interface Preset {

    /** {@return the name used in configuration and on the command line} */
    String name();

    /**
     * Chooses layers and settings. Settings that the user of the builder chooses win over these; layers chosen
     * afterwards do.
     *
     * @param builder the builder to fill
     */
    void compose(AqtsBuilder builder);
}
