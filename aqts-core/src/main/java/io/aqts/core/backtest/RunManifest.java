package io.aqts.core.backtest;

import java.util.List;

/**
 * What a result hangs on: enough to make it again, and to see what was assumed.
 *
 * @param version the version of AQTS
 * @param preset the name of the preset, or {@code custom}
 * @param configHash SHA-256 of the canonical form of the configuration, 64 hexadecimal digits
 * @param data where the data came from and what was done to it, as its source tells; empty where that tells nothing
 * @param seeds the seed of each iteration
 * @param layers the layers in the order of a step
 * @param assumptions what was assumed about fills, costs and time
 */
public record RunManifest(
        String version,
        String preset,
        String configHash,
        List<String> data,
        List<Long> seeds,
        List<String> layers,
        List<String> assumptions) {

    /** Copies the lists. */
    public RunManifest {
        data = List.copyOf(data);
        seeds = List.copyOf(seeds);
        layers = List.copyOf(layers);
        assumptions = List.copyOf(assumptions);
    }
}
