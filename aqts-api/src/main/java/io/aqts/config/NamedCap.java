package io.aqts.config;

import io.aqts.internal.Checks;

/**
 * A limit for one instrument or one currency.
 *
 * @param name the symbol of the instrument, or the currency; not blank
 * @param mode how the limit is stated
 * @param limit the most its positions may be worth together; finite and more than zero
 */
public record NamedCap(String name, CapMode mode, double limit) {

    public NamedCap {
        Checks.notBlank("risk.rules.caps[].name", name);
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
