package io.aqts.core.execute;

import io.aqts.config.BookConfig;
import io.aqts.core.book.QueueModel;
import io.aqts.internal.Checks;

/**
 * How a {@link BookVenue} treats what the data of a book leaves open. Start from {@link #defaults()}.
 *
 * @param queue who is taken to cancel in the queue before and behind our orders
 * @param remainder what becomes of the part of an order at the market that finds nothing more
 * @param protectionBps how far beyond the best price it meets an order at the market may walk, in basis points of that
 *     price, the farthest price included; zero or more, and {@link #UNPROTECTED} for no end
 * @param holdWhileHalted whether orders that arrive while nothing trades wait for its end, instead of being rejected
 */
public record BookRules(QueueModel queue, Remainder remainder, double protectionBps, boolean holdWhileHalted) {

    /** No end to how far an order at the market may walk. */
    public static final double UNPROTECTED = Double.POSITIVE_INFINITY;

    private static final BookRules DEFAULTS =
            new BookRules(new QueueModel.RiskAverse(), Remainder.CANCEL, UNPROTECTED, true);

    /** Refuses a protection below zero. */
    public BookRules {
        Checks.that(protectionBps >= 0, "bookRules.protectionBps", "be zero or more", protectionBps);
    }

    /** {@return the most careful queue, no remainders, no price protection, and orders that wait while halted} */
    public static BookRules defaults() {
        return DEFAULTS;
    }

    /**
     * The rules of a configuration.
     *
     * @param config {@code execution.books}
     * @return the rules
     */
    public static BookRules of(BookConfig config) {
        QueueModel queue = switch (config.queue()) {
            case RISK_AVERSE -> new QueueModel.RiskAverse();
            case POWER -> new QueueModel.Power(config.queuePower());
            case LOGARITHMIC -> new QueueModel.Logarithmic();
        };
        return new BookRules(
                queue,
                config.slipRemainder() ? Remainder.SLIP_ONE_TICK : Remainder.CANCEL,
                config.protectionBps() == 0 ? UNPROTECTED : config.protectionBps(),
                config.holdWhileHalted());
    }

    /**
     * The same rules with another guess about queues.
     *
     * @param other who is taken to cancel
     * @return the changed rules
     */
    public BookRules withQueue(QueueModel other) {
        return new BookRules(other, remainder, protectionBps, holdWhileHalted);
    }

    /**
     * The same rules with another end of what finds nothing more.
     *
     * @param other what becomes of it
     * @return the changed rules
     */
    public BookRules withRemainder(Remainder other) {
        return new BookRules(queue, other, protectionBps, holdWhileHalted);
    }

    /**
     * The same rules with another price protection.
     *
     * @param bps how far beyond the best price an order at the market may walk, in basis points
     * @return the changed rules
     */
    public BookRules withProtectionBps(double bps) {
        return new BookRules(queue, remainder, bps, holdWhileHalted);
    }

    /**
     * The same rules with another treatment of orders that arrive while nothing trades.
     *
     * @param hold whether they wait
     * @return the changed rules
     */
    public BookRules withHoldWhileHalted(boolean hold) {
        return new BookRules(queue, remainder, protectionBps, hold);
    }
}
