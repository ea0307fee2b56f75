package io.aqts.core.execute;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import org.jspecify.annotations.Nullable;

/** An order the venue has taken, and what is left of it. */
final class WorkingOrder implements Listed {

    private static final long NEVER = Long.MAX_VALUE;

    private final Grid grid;
    private final boolean spends;
    private final @Nullable Trigger trigger;
    private final Bill bill = new Bill();
    private final long sentNanos;

    private ApprovedOrder approved;
    private Order order;
    private Ticket ticket;
    private @Nullable Decimal limit;
    private long arrivalNanos;
    private Decimal left;
    private Decimal filled = Decimal.ZERO;
    private Deadline deadline = Deadline.NONE;
    private @Nullable OrderList<WorkingOrder> list;
    private @Nullable Decimal allowance;
    private @Nullable Protection protection;
    private @Nullable Stretch stretch;
    private long restingSinceNanos = NEVER;
    private long placedSinceNanos = NEVER;
    private int point = -1;
    private boolean traded;
    private boolean starved;
    private boolean seenTrading;
    private boolean ended;

    WorkingOrder(ApprovedOrder approved, long sentNanos, long arrivalNanos, Grid grid) {
        this.grid = grid;
        this.approved = approved;
        this.order = approved.order();
        this.ticket = ticket(approved);
        this.sentNanos = sentNanos;
        this.arrivalNanos = arrivalNanos;
        this.limit = limit(order);
        this.trigger = Trigger.of(order, grid);
        if (order.size() instanceof OrderSize.Spend spend) {
            this.spends = true;
            this.left = spend.amount();
        } else {
            this.spends = false;
            this.left = ((OrderSize.Units) order.size()).quantity();
        }
    }

    @Override
    public long id() {
        return approved.id();
    }

    ApprovedOrder approved() {
        return approved;
    }

    /** {@return when it was given to the venue: when it was approved, unless somebody kept it} */
    long sentNanos() {
        return sentNanos;
    }

    long arrivalNanos() {
        return arrivalNanos;
    }

    @Override
    public Order order() {
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

    @Nullable
    Trigger trigger() {
        return trigger;
    }

    /** {@return whether it may not fill before the market comes to its trigger} */
    boolean isWaiting() {
        return trigger != null && !trigger.isPulled();
    }

    boolean isOf(TimeInForce rule) {
        return order.timeInForce() == rule;
    }

    boolean isImmediate() {
        return isOf(TimeInForce.IOC) || isOf(TimeInForce.FOK);
    }

    /** {@return whether it fills at the open or the close of a session only} */
    boolean isOfSession() {
        return isOf(TimeInForce.AT_OPEN) || isOf(TimeInForce.AT_CLOSE);
    }

    @Override
    public LinkRole role() {
        return order.handling().link().role();
    }

    @Nullable
    OrderList<WorkingOrder> list() {
        return list;
    }

    void join(OrderList<WorkingOrder> joined) {
        list = joined;
        joined.join(this);
    }

    /** {@return whether it is a child whose parent has filled nothing that it could leave} */
    boolean isHeld() {
        return list != null && role() == LinkRole.CHILD && list.room().isZero();
    }

    Deadline deadline() {
        return deadline;
    }

    void endBy(Deadline moment) {
        deadline = moment;
    }

    /** Takes note that its instrument traded while it was there, so that this was a session. */
    void sawTrading() {
        seenTrading = true;
    }

    boolean hasSeenTrading() {
        return seenTrading;
    }

    /** {@return whether a price is within the limit, if there is one} */
    boolean accepts(Decimal price) {
        return limit == null || side().sign() * price.compareTo(limit) <= 0;
    }

    boolean isResting() {
        return restingSinceNanos != NEVER;
    }

    long restingSinceNanos() {
        return restingSinceNanos;
    }

    void rest(long sinceNanos) {
        if (!isResting()) {
            restingSinceNanos = sinceNanos;
        }
    }

    /** {@return whether the venue has it before its eyes, be it resting or waiting} */
    boolean isPlaced() {
        return placedSinceNanos != NEVER;
    }

    long placedSinceNanos() {
        return placedSinceNanos;
    }

    void place(long sinceNanos) {
        if (!isPlaced()) {
            placedSinceNanos = sinceNanos;
        }
    }

    /** Becomes active as its parent fills; of the bar at hand it sees what comes after, if it was there already. */
    @Override
    public void wake(@Nullable Stretch since) {
        if (isPlaced() && !isResting() && stretch == null) {
            stretch = since;
        }
    }

    /** {@return what of the bar at hand it sees, if it became active within it} */
    @Nullable
    Stretch stretch() {
        return stretch;
    }

    void see(Stretch part) {
        stretch = part;
    }

    /** Begins the meeting with a snapshot: what chance left for later may now be had. */
    void begin() {
        allowance = null;
        traded = false;
        starved = false;
        stretch = null;
        point = -1;
        ticket = ticket.certain();
    }

    /** {@return whether it has met a point of a bar's path already} */
    boolean hasMet(int number) {
        return point >= number;
    }

    void meet(int number) {
        point = number;
    }

    /** {@return how much it wants at an offer, in whole lots of what is left or of what the rest of the money buys} */
    Decimal wanted(Offer offer) {
        Decimal most = left;
        if (spends) {
            most = affordable(offer);
            starved = most.isZero();
        }
        if (list != null && role() == LinkRole.CHILD) {
            most = most.min(list.room());
        }
        return allowance == null ? most : most.min(allowance);
    }

    /** Lets chance decide, once for each snapshot, how much of what is wanted may trade. */
    Decimal rationed(Decimal wanted, Chance chance) {
        if (allowance == null) {
            allowance = chance.ration(wanted, grid.lot());
        }
        return wanted.min(allowance);
    }

    /** Takes note of a fill; the order ends when nothing is left that could trade at that offer. */
    void take(Fill fill, Offer offer) {
        traded = true;
        boolean isAllItBuys = spends && !fill.quantity().isLessThan(affordable(offer));
        left = left.minus(spends ? fill.cost() : fill.quantity());
        filled = filled.plus(fill.quantity());
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

    /** {@return what is left, in units or in money} */
    @Override
    public Decimal left() {
        return left;
    }

    @Override
    public Decimal filled() {
        return filled;
    }

    boolean spends() {
        return spends;
    }

    /** Gives up what is beyond a number of units; what is for money has no units to give up. */
    @Override
    public void shrinkTo(Decimal most) {
        if (!spends) {
            left = left.min(most);
        }
    }

    /** Goes on in another form, for what that leaves of it. */
    void revise(ApprovedOrder revised) {
        Decimal before = order.type().trigger();
        left = leftOf(revised.order());
        approved = revised;
        order = revised.order();
        ticket = ticket(revised);
        limit = limit(order);
        if (trigger != null && !trigger.isPulled() && !order.type().trigger().equals(before)) {
            trigger.moveTo(order.type().trigger());
        }
    }

    /** Loses its place, and arrives anew at a moment. */
    void requeue(long atNanos) {
        arrivalNanos = atNanos;
        restingSinceNanos = NEVER;
        placedSinceNanos = NEVER;
    }

    /** Marks what it fills next as something the data left open. */
    void doubt() {
        ticket = ticket.doubtful();
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** Lets its list know that it has ended. */
    void tellEnd(Report report) {
        if (list != null) {
            list.ended(this, report);
        }
    }

    @Nullable
    Protection protection() {
        return protection;
    }

    void protectWith(Protection armed) {
        protection = armed;
    }

    private Ticket ticket(ApprovedOrder approved) {
        Order form = approved.order();
        return new Ticket(approved.id(), form.side(), form.reason(), approved.reference(), false, bill);
    }

    private static @Nullable Decimal limit(Order order) {
        Decimal worst = order.type().limit();
        return worst.isPositive() ? worst : null;
    }

    /** {@return how much of a quantity trades within the limit and the money, though its size moves the price} */
    Decimal fitting(Offer offer, Decimal quantity) {
        return Offer.fitting(quantity, grid.lot(), some -> {
            Offer at = offer.at(side(), some);
            return at.price().isPositive()
                    && accepts(at.price())
                    && !(spends && at.cost(some, bill).isGreaterThan(left));
        });
    }

    private Decimal affordable(Offer offer) {
        return offer.affordable(left, grid.lot(), bill);
    }
}
