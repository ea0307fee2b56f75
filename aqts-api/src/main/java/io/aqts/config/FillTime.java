package io.aqts.config;

/** At which price of a bar an order that takes fills, where bars are all there is. */
public enum FillTime {
    /** At the open of the first bar that begins after the decision. */
    NEXT_OPEN,
    /**
     * At the close of the bar it was decided on. Nobody can trade like this, because the close is known only when it is
     * over: for comparison with other programs, and results are flattered.
     */
    SAME_CLOSE
}
