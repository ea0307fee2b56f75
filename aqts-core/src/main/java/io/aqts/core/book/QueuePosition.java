package io.aqts.core.book;

import io.aqts.internal.Checks;

/**
 * The place of an order of ours in the queue at its price, as far as levels and trades tell.
 *
 * <p>When the order arrives, all that is shown at its price stands before it. Trades at the price take from the front;
 * what they leave of themselves when nobody is before us any more is ours. A level that shows less, beyond what was
 * traded, was canceled from: before us or behind us, as the {@link QueueModel} says, but never more behind us than
 * stands there. A level that shows more grew behind us.
 *
 * <p>Not for use by several threads.
 */
public final class QueuePosition {

    private final QueueModel model;
    private double ahead;
    private long traded;

    /**
     * The place of an order that has just arrived.
     *
     * @param model who is taken to cancel
     * @param shown what its price shows on its side, in lots, zero or more
     */
    public QueuePosition(QueueModel model, long shown) {
        this.model = model;
        this.ahead = Checks.atLeast("queue.shown", shown, 0);
    }

    /** {@return how many lots are taken to stand before us, zero or more} */
    public double ahead() {
        return ahead;
    }

    /**
     * Somebody traded at our price.
     *
     * @param lots how much, more than zero
     * @return how much of it reached us, in lots rounded down: what is not before us
     */
    public long trade(long lots) {
        Checks.atLeast("queue.trade", lots, 1);
        traded += lots;
        double beyond = lots - ahead;
        ahead = Math.max(0, -beyond);
        return beyond > 0 ? (long) beyond : 0;
    }

    /**
     * Our price shows another number.
     *
     * @param before what it showed, in lots
     * @param after what it shows now, in lots
     */
    public void level(long before, long after) {
        double stood = Math.max(0, (double) before - traded);
        traded = 0;
        double canceled = stood - after;
        if (canceled > 0) {
            double behind = Math.max(0, stood - ahead);
            ahead -= canceled * (1 - model.shareBehind(ahead, behind));
        }
        ahead = Math.max(0, Math.min(ahead, (double) after));
    }

    /** All that stood at our price traded, because others traded beyond it: nobody is before us any more. */
    public void swept() {
        ahead = 0;
    }

    /**
     * We go behind all that stands at our price, as the next part of an order does that shows only parts of itself.
     *
     * @param shown what our price shows, in lots, zero or more; what traded since it was told does not stand there
     */
    public void rejoin(long shown) {
        ahead = Math.max(0, (double) Checks.atLeast("queue.shown", shown, 0) - traded);
    }

    /**
     * Our price was told anew, without what happened in between: who stands before us is no more than stood there, and
     * no more than is shown.
     *
     * @param shown what our price shows now, in lots
     */
    public void retold(long shown) {
        traded = 0;
        ahead = Math.min(ahead, (double) Checks.atLeast("queue.shown", shown, 0));
    }

    /**
     * Lots have another size from now on.
     *
     * @param newLotsForOne how many new lots one old lot is, more than zero
     */
    public void rescale(double newLotsForOne) {
        ahead *= Checks.positive("queue.newLotsForOne", newLotsForOne);
        traded = (long) (traded * newLotsForOne);
    }
}
