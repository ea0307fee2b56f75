package io.aqts.testkit;

/** What a made-up market is like. Real markets are none of these and a little of each. */
public enum MarketKind {
    /** A random walk without surprises. */
    CALM,
    /** A walk that drifts, up for a while and then down for a while. */
    TREND,
    /** The same price, bar after bar. */
    FLAT,
    /** Moves of one coarse tick or none, so that many prices are equal. */
    TIES,
    /** Bars that open far from the close before. */
    GAPS,
    /** Prices that shoot away within a bar and come back. */
    SPIKES,
    /** A walk that loses nine tenths and more on its way. */
    CRASH,
    /** Bars of which every other one traded nothing. */
    THIN,
    /** Prices of a few ten-millionths. */
    TINY,
    /** Prices of billions. */
    HUGE,
    /** Two days without bars after every forty of them. */
    WEEKENDS,
    /** Instruments that often bring no bar, so that their times fall apart. */
    HOLES,
    /** A walk in which every third bar is an extreme: flat, tied, gapping, spiking, crashing, empty or missing. */
    WILD
}
