package io.aqts.market;

import org.junit.jupiter.api.Test;

/** A class of the API's packages that needs more than the JDK. */
public final class PlantedTestUser {

    @Test
    void needsJUnit() {}
}
