package io.aqts.core.execute;

import io.aqts.trade.ApprovedOrder;

/** What a book venue was told to do, on its way there. */
sealed interface BookCommand {

    BookOrder order();

    /** {@return the moment it was sent} */
    long sentNanos();

    /** {@return the moment it arrives} */
    long arrivalNanos();

    /** Takes an order in. */
    record Submit(BookOrder order, long sentNanos, long arrivalNanos) implements BookCommand {}

    /**
     * Cancels what is left of an order, or of one that is over the exits.
     *
     * @param exits whether it is meant for the exits
     */
    record Cancel(BookOrder order, long sentNanos, long arrivalNanos, boolean exits) implements BookCommand {}

    /**
     * Gives an order another form.
     *
     * @param revised the order as it is to be
     */
    record Amend(BookOrder order, long sentNanos, long arrivalNanos, ApprovedOrder revised) implements BookCommand {}
}
