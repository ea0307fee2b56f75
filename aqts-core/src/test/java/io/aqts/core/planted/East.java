package io.aqts.core.planted;

import io.aqts.core.planted.west.West;

/** One half of a cycle of packages. */
public final class East {

    /** The other half. */
    public West other() {
        return new West();
    }
}
