package io.aqts.core.execute;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import org.jspecify.annotations.Nullable;

/** An order the venue has taken, and what is left of it. */
final class WorkingOrder {

    private static final long NOT_RESTING = Long.MAX_VALUE;

    private final ApprovedOrder approved;
    private final Order order;
    private final Ticket ticket;
    private final long sentNanos;
    private final long arrivalNanos;
    private final Decimal lot;
    private final boolean spends;
    private final @Nullable Decimal limit;

    private Decimal left;
    private @Nullable Decimal allowance;
    private @Nullable Protection protection;
    private long restingSinceNanos = NOT_RESTING;
    private boolean traded;
    private boolean starved;
    private boolean ended;

    WorkingOrder(ApprovedOrder approved, long sentNanos, long arrivalNanos, Decimal lot) {
        this.approved = approved;
        this.order = approved.order();
        this.ticket = new Ticket(approved.id(), order.side(), order.reason(), approved.reference(), false, new Bill());
        this.sentNanos = sentNanos;
        this.arrivalNanos = arrivalNanos;
        this.lot = lot;
        this.limit = order.type() instanceof OrderType.Limit bound ? bound.price() : null;
        if (order.size() instanceof OrderSize.Spend spend) {
            this.spends = true;
            this.left = spend.amount();
        } else {
            this.spends = false;
            this.left = ((OrderSize.Units) order.size()).quantity();
        }
    }

    long id() {
        return approved.id();
    }

    /** {@return when it was given to the venue: when it was approved, unless somebody kept it} */
    long sentNanos() {
        return sentNanos;
    }

    long arrivalNanos() {
        return arrivalNanos;
    }

    Order order() {
        return order;
    }

    Side side() {
        return order.side();
    }

    Ticket ticket() {
        return ticket;
    }

    @Nullable
    Decimal limit() {
        return limit;
    }

    boolean isImmediate() {
        return order.timeInForce() == TimeInForce.IOC;
    }

    /** {@return whether a price is within the limit, if there is one} */
    boolean accepts(Decimal price) {
        return limit == null || side().sign() * price.compareTo(limit) <= 0;
    }

    boolean isResting() {
        return restingSinceNanos != NOT_RESTING;
    }

    long restingSinceNanos() {
        return restingSinceNanos;
    }

    void rest(long sinceNanos) {
        if (!isResting()) {
            restingSinceNanos = sinceNanos;
        }
    }

    /** Begins the meeting with a snapshot: what chance left for later may now be had. */
    void begin() {
        allowance = null;
        traded = false;
        starved = false;
    }

    /** {@return how much it wants at an offer, in whole lots of what is left or of what the rest of the money buys} */
    Decimal wanted(Offer offer) {
        Decimal most = left;
        if (spends) {
            most = affordable(offer);
            starved = most.isZero();
        }
        return allowance == null ? most : most.min(allowance);
    }

    /** Lets chance decide, once for each snapshot, how much of what is wanted may trade. */
    Decimal rationed(Decimal wanted, Chance chance) {
        if (allowance == null) {
            allowance = chance.ration(wanted, lot);
        }
        return wanted.min(allowance);
    }

    /** Takes note of a fill; the order ends when nothing is left that could trade at that offer. */
    void take(Fill fill, Offer offer) {
        traded = true;
        boolean isAllItBuys = spends && !fill.quantity().isLessThan(affordable(offer));
        left = left.minus(spends ? fill.cost() : fill.quantity());
        if (allowance != null) {
            allowance = allowance.minus(fill.quantity());
        }
        ended = spends ? isAllItBuys || affordable(offer).isZero() : left.isZero();
    }

    boolean hasTraded() {
        return traded;
    }

    /** {@return whether what is left of the money did not buy a single lot} */
    boolean isStarved() {
        return starved;
    }

    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    @Nullable
    Protection protection() {
        return protection;
    }

    void protectWith(Protection armed) {
        protection = armed;
    }

    /** {@return how much of a quantity trades within the limit and the money, though its size moves the price} */
    Decimal fitting(Offer offer, Decimal quantity) {
        return Offer.fitting(quantity, lot, some -> {
            Offer at = offer.at(side(), some);
            return at.price().isPositive()
                    && accepts(at.price())
                    && !(spends && at.cost(some, ticket.bill()).isGreaterThan(left));
        });
    }

    private Decimal affordable(Offer offer) {
        return offer.affordable(left, lot, ticket.bill());
    }
}
