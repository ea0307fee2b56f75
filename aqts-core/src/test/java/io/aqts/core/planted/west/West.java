package io.aqts.core.planted.west;

import io.aqts.core.planted.East;

/** The other half of a cycle of packages. */
public final class West {

    /** The first half. */
    public East other() {
        return new East();
    }
}
