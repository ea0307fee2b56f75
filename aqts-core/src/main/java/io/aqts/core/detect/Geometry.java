package io.aqts.core.detect;

import io.aqts.market.Bar;
import org.jspecify.annotations.Nullable;

/** Finds turning points in the proportion looked for. */
sealed interface Geometry permits PivotGeometry, LatticeGeometry {

    /**
     * Takes in one bar.
     *
     * @param bar the bar
     * @param window the bars up to it, itself included
     * @param sigma the volatility per square root of a unit of time, as known before the bar
     * @return the strength of what the bar shows, zero or more: bend, fidelity of timing and contrast multiplied
     */
    double add(Bar bar, BarWindow window, double sigma);

    /** {@return the turning point that the last bar confirmed, or null if it confirmed none} */
    @Nullable
    Turn turn();
}
