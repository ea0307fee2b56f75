package io.aqts.core.simulation;

import io.aqts.LayerContext;
import io.aqts.Randomness;

/**
 * The streams of chance of one subject, one for each of its fields.
 *
 * @param context where chance comes from
 * @param subject whose streams they are
 */
record Streams(LayerContext context, String subject) {

    Randomness of(String field) {
        return context.randomness(subject).split(field);
    }
}
