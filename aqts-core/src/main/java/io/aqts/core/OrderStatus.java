package io.aqts.core;

/** Where an order stands, as far as its venue has told. */
enum OrderStatus {
    /** It was given to the venue, which has not answered. */
    SUBMITTED,
    /** The venue has it. */
    ACCEPTED,
    /** The venue has it and holds it back until its parent fills. */
    HELD,
    /** The price it waited for was reached. */
    TRIGGERED,
    /** A part of it filled. */
    PARTIALLY_FILLED,
    /** It filled, and nothing of it is left. */
    FILLED,
    /** What was left of it was canceled. */
    CANCELED,
    /** What was left of it waited as long as it might. */
    EXPIRED,
    /** The venue refused it. */
    REJECTED;

    /** {@return whether nothing can follow but the fills of its exits} */
    boolean isOver() {
        return this == FILLED || this == CANCELED || this == EXPIRED || this == REJECTED;
    }
}
