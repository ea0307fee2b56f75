package io.aqts.core.execute;

import io.aqts.market.Bar;

/** What the way of a bar from its open to its close fills. */
interface BarWay {

    /** Begins a bar, before its open. */
    void begin(Matching matching);

    /**
     * Goes the way.
     *
     * @param matching the orders and exits
     * @param bar the bar
     * @param armedBefore how many of the exits were armed before the bar
     * @param isAlone whether the bar is all there is, and not followed by quotes
     */
    void go(Matching matching, Bar bar, int armedBefore, boolean isAlone);
}
