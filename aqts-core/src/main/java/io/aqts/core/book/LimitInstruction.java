package io.aqts.core.book;

/** What a {@link LimitOrderBook} does with the part of an order that cannot trade at once. */
public enum LimitInstruction {
    /** It rests until it trades or is canceled. */
    REST,
    /** It is canceled (immediate or cancel). */
    CANCEL,
    /** If there is such a part at all, nothing trades and the whole is canceled (fill or kill). */
    ALL_OR_NONE,
    /** It rests, but if anything could trade at once the whole is refused (post only). */
    POST_ONLY
}
