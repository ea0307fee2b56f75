package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.List;

/**
 * A limit for instruments that are likely to move together.
 *
 * @param name what they are called together; not blank
 * @param symbols their symbols, at least one, each once
 * @param mode how the limit is stated
 * @param limit the most their positions may be worth together; finite and more than zero
 */
public record ClusterCap(String name, List<String> symbols, CapMode mode, double limit) {

    public ClusterCap {
        symbols = List.copyOf(symbols);
        Checks.notBlank("risk.rules.caps.clusters[].name", name);
        Limits.names("risk.rules.caps.clusters[].symbols", symbols);
    }

    /** {@return the limit alone} */
    public CapConfig cap() {
        return new CapConfig(mode, limit);
    }

    void check(String path) {
        Checks.that(mode != CapMode.NONE, path + ".mode", "be SHARE or AMOUNT", mode);
        cap().check(path);
    }
}
