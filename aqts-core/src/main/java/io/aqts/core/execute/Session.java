package io.aqts.core.execute;

import io.aqts.market.Bar;
import io.aqts.market.MarketEvent;
import io.aqts.market.TradingStatus;
import io.aqts.trade.ReasonCode;

/** How one instrument trades at the moment, and when its sessions begin and end. */
final class Session {

    private final SessionClock clock;
    private TradingStatus status = TradingStatus.OPEN;
    private long openedNanos = Long.MIN_VALUE;
    private boolean isTold;
    private boolean wasClosed = true;
    private boolean isSettled;

    Session(SessionClock clock) {
        this.clock = clock;
    }

    /**
     * Takes note of a change; from the first on, the hours of the clock do not count any more. What is halted first had
     * been open, so that its going on is no opening.
     */
    void change(MarketEvent.StatusChange event) {
        status = event.status();
        if (status == TradingStatus.CLOSED) {
            wasClosed = true;
        } else if (status == TradingStatus.HALTED && !isTold) {
            wasClosed = false;
        } else if (status == TradingStatus.OPEN && wasClosed) {
            wasClosed = false;
            openedNanos = event.epochNanos();
        }
        isTold = true;
    }

    void settle() {
        isSettled = true;
    }

    /** {@return whether the instrument is over} */
    boolean isSettled() {
        return isSettled;
    }

    boolean isOpen() {
        return status == TradingStatus.OPEN && !isSettled;
    }

    boolean isClosed() {
        return status == TradingStatus.CLOSED;
    }

    boolean isInAuction() {
        return status == TradingStatus.AUCTION && !isSettled;
    }

    /** {@return why an order that cannot wait is canceled while nothing trades} */
    ReasonCode reason() {
        return status == TradingStatus.HALTED ? ReasonCode.HALTED : ReasonCode.MARKET_CLOSED;
    }

    /** {@return whether the data tells of openings and closings} */
    boolean isTold() {
        return isTold;
    }

    /**
     * {@return whether what begins at a moment opens a session that began after an order was approved, or just then}
     */
    boolean isOpening(long approvalNanos, long startNanos, long endNanos) {
        if (isTold) {
            return openedNanos >= approvalNanos && openedNanos <= startNanos;
        }
        long opened = clock.openBefore(endNanos);
        return opened >= approvalNanos && startNanos < clock.closeAfter(opened);
    }

    /** {@return whether a bar brings a session to its end, by the clock} */
    boolean isClosing(Bar bar) {
        if (isTold) {
            return false;
        }
        long close = clock.closeAfter(bar.startNanos());
        return close <= bar.epochNanos() && clock.openFrom(close) >= bar.epochNanos();
    }

    /** {@return the last moment of an order for the day, by the clock, if it may fill from a moment on} */
    Deadline endOfDay(long fromNanos) {
        if (isTold) {
            return Deadline.NONE;
        }
        long end = clock.closeAfter(fromNanos);
        return new Deadline(end, clock.openFrom(end));
    }
}
