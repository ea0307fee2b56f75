package io.aqts.core.execute;

import io.aqts.trade.Decimal;

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
     * Gives an order another quantity and price.
     *
     * @param quantity in all, what has filled included, in units of the base
     * @param price the new limit, in quote currency
     */
    record Amend(BookOrder order, long sentNanos, long arrivalNanos, Decimal quantity, Decimal price)
            implements BookCommand {}
}
