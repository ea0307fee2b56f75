package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.core.book.DepthBook;
import io.aqts.core.book.LimitInstruction;
import io.aqts.core.book.QueuePosition;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import org.jspecify.annotations.Nullable;

/** An order that a book venue has taken, on its way or waiting, and what is left of it. */
final class BookOrder extends Resting implements Listed {

    private ApprovedOrder approved;
    private final LimitInstruction instruction;
    private final BookFills fills;
    private final boolean spends;
    private final Bill bill = new Bill();
    private @Nullable Decimal limit;
    private Decimal left;
    private Decimal filled = Decimal.ZERO;
    private @Nullable BookExit exit;
    private boolean accepted;
    private boolean ended;
    private boolean triggered;
    private @Nullable OrderList<BookOrder> list;
    private @Nullable Decimal granted;
    private boolean grown;
    private final @Nullable Trailing trailing;
    private Decimal trigger;
    private long followed = DepthBook.NO_PRICE;
    private @Nullable Iceberg iceberg;

    BookOrder(ApprovedOrder approved, BookFills fills) {
        super(approved.order().side(), 0);
        this.approved = approved;
        this.instruction = instruction(approved.order());
        this.fills = fills;
        this.limit = limitOf(approved);
        this.trigger = approved.order().type().trigger();
        this.trailing =
                approved.order().type() instanceof OrderType.TrailingStop stop ? new Trailing(stop.trail()) : null;
        if (approved.order().size() instanceof OrderSize.Spend spend) {
            this.spends = true;
            this.left = spend.amount();
        } else {
            this.spends = false;
            this.left = ((OrderSize.Units) approved.order().size()).quantity();
        }
    }

    @Override
    public long id() {
        return approved.id();
    }

    ApprovedOrder approved() {
        return approved;
    }

    @Override
    public Order order() {
        return approved.order();
    }

    @Override
    public LinkRole role() {
        return order().handling().link().role();
    }

    @Nullable
    OrderList<BookOrder> list() {
        return list;
    }

    void join(OrderList<BookOrder> joined) {
        list = joined;
        joined.join(this);
    }

    /** {@return whether it is a child whose parent has filled nothing that it could leave} */
    boolean isHeld() {
        return list != null && role() == LinkRole.CHILD && list.room().isZero();
    }

    @Override
    public void shrinkTo(Decimal most) {
        if (!spends) {
            left = left.min(most);
        }
    }

    @Override
    public void wake(@Nullable Stretch since) {
        grown = isResting();
    }

    /** {@return whether it waits in a queue and may fill more than when it joined it; asked once} */
    boolean hasGrown() {
        boolean was = grown;
        grown = false;
        return was && isResting() && !ended;
    }

    /** From now on a child may fill all that its parent filled and its siblings did not. */
    void grant() {
        granted = list != null && role() == LinkRole.CHILD ? list.room() : null;
    }

    /** {@return how much it may fill by now, in units or in money} */
    Decimal open() {
        return granted == null || spends ? left : left.min(granted);
    }

    /** {@return whether it is for the price a session opens or closes with} */
    boolean isOfSession() {
        return order().timeInForce() == TimeInForce.AT_OPEN || order().timeInForce() == TimeInForce.AT_CLOSE;
    }

    LimitInstruction instruction() {
        return instruction;
    }

    /** {@return the price it trades at or better, or null for any} */
    @Nullable
    Decimal limit() {
        return limit;
    }

    /** {@return whether it is for an amount of money} */
    boolean spends() {
        return spends;
    }

    @Override
    public Decimal filled() {
        return filled;
    }

    @Override
    public Decimal left() {
        return left;
    }

    boolean isAccepted() {
        return accepted;
    }

    void accept() {
        accepted = true;
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    @Nullable
    BookExit exit() {
        return exit;
    }

    void protectWith(BookExit armed) {
        exit = armed;
    }

    /**
     * Goes on in another form, with less, as much or more left than before. A trigger that has followed the market goes
     * back only where another one is asked for.
     */
    void revise(ApprovedOrder revised) {
        Decimal asked = revised.order().type().trigger();
        if (!asked.equals(order().type().trigger())) {
            trigger = asked;
            followed = DepthBook.NO_PRICE;
        }
        left = leftOf(revised.order());
        limit = limitOf(revised);
        approved = revised;
    }

    /** {@return whether it waits until a price is reached} */
    boolean needsTrigger() {
        return !triggered && trigger.isPositive();
    }

    void trigger() {
        triggered = true;
    }

    /** {@return whether a price, in ticks, sets it off: the best one it could take} */
    boolean isSetOffBy(BookGrid grid, long best) {
        long level = grid.ticks(trigger);
        boolean isTouch = order().type() instanceof OrderType.MarketIfTouched
                || order().type() instanceof OrderType.LimitIfTouched;
        return (side() == Side.BUY) == isTouch ? best <= level : best >= level;
    }

    /** Lets a trailing stop follow the best price, in ticks, it could have taken; it never goes back. */
    void follow(BookGrid grid, long best) {
        if (trailing == null || best == followed) {
            return;
        }
        followed = best;
        boolean rises = side() == Side.BUY;
        Decimal next = trailing.trigger(grid.price(best).toDouble(), rises, grid.tick());
        if (next != null && (rises ? next.isLessThan(trigger) : next.isGreaterThan(trigger))) {
            trigger = next;
        }
    }

    /** {@return the last moment it may fill at} */
    long untilNanos() {
        long until = order().lifetime().untilNanos();
        return until == 0 ? Long.MAX_VALUE : until;
    }

    /** {@return whether it lies on a grid; what only reduces may have a part of a lot, to close what has one} */
    boolean fits(BookGrid grid) {
        return grid.hasTick(order().type().limit()) && grid.hasTick(trigger) && hasLots(order(), left, grid);
    }

    /** {@return whether what is left of an order lies on a grid} */
    static boolean fits(Order order, Decimal left, BookGrid grid) {
        return grid.hasTick(order.type().limit()) && grid.hasTick(order.type().trigger()) && hasLots(order, left, grid);
    }

    private static boolean hasLots(Order order, Decimal left, BookGrid grid) {
        return order.size() instanceof OrderSize.Spend || order.reduceOnly() || grid.hasLot(left);
    }

    /** {@return how many lots it wants at a price, part of a lot counted as one} */
    long wanted(Purse purse) {
        return wanted(left, purse);
    }

    /** {@return how many lots it would want if that much were left} */
    long wanted(Decimal ifLeft, Purse purse) {
        if (ended || !ifLeft.isPositive()) {
            return 0;
        }
        if (spends) {
            return purse.affordable(ifLeft, bill);
        }
        Decimal most = granted == null ? ifLeft : ifLeft.min(granted).min(room());
        most = order().reduceOnly() ? most.min(fills.reducible(side())) : most;
        return purse.grid().lotsToCover(most);
    }

    /** {@return whether it wants more lots than can be counted, which no book shows} */
    boolean isUncountable(Purse purse) {
        return !spends && left.isGreaterThan(purse.grid().quantity(purse.grid().lotsToCover(left)));
    }

    /** {@return what would be left after that many lots at a price} */
    Decimal leftAfter(Decimal ifLeft, long lots, Purse purse) {
        Decimal quantity = purse.grid().quantity(lots);
        return spends ? ifLeft.minus(purse.cost(quantity, bill)) : ifLeft.minus(quantity.min(ifLeft));
    }

    /** {@return the units that so many lots are, less the part of a lot it does not want} */
    Decimal quantity(BookGrid grid, long lots) {
        Decimal quantity = grid.quantity(lots);
        if (spends) {
            return quantity;
        }
        Decimal most = granted == null ? left : left.min(granted).min(room());
        most = order().reduceOnly() ? most.min(fills.reducible(side())) : most;
        return quantity.min(most);
    }

    private Decimal room() {
        return list == null ? left : list.room();
    }

    /** {@return what it was charged so far} */
    Bill bill() {
        return bill;
    }

    /** Takes note of a fill, and ends if nothing more can follow at that price. */
    void take(Fill fill, Purse purse) {
        filled = filled.plus(fill.quantity());
        left = left.minus(spends ? fill.cost() : fill.quantity());
        granted = granted == null ? null : granted.minus(fill.quantity());
        ended = spends ? purse.affordable(left, bill) == 0 : left.isZero();
    }

    @Override
    long wantedLots() {
        return wanted(purse());
    }

    @Override
    void join(int atVenue, QueuePosition behind) {
        super.join(atVenue, behind);
        Decimal part = order().handling().displayQuantity();
        iceberg = part.isPositive() ? new Iceberg(part, fills.grid()) : null;
    }

    @Override
    long shownLots() {
        return iceberg == null ? wantedLots() : Math.min(wantedLots(), iceberg.visible());
    }

    @Override
    boolean needsRefresh() {
        return iceberg != null && iceberg.isSpent() && !ended;
    }

    @Override
    void refresh(long behind) {
        if (iceberg != null) {
            iceberg.showNext(fills.grid());
        }
        place().rejoin(behind);
    }

    @Override
    void tradeAsMaker(long lots) {
        fills.fill(this, purse(), lots);
        if (iceberg != null) {
            iceberg.trade(lots);
        }
    }

    @Override
    void endOffGrid() {
        fills.cancel(this, ReasonCode.OFF_GRID);
    }

    @Override
    boolean moveTo(BookGrid from, BookGrid to) {
        Decimal price = from.price(price());
        if (!to.hasTick(price) || !hasLots(order(), left, to)) {
            return false;
        }
        setPrice(to.ticks(price));
        if (iceberg != null) {
            iceberg.moveTo(from, to);
        }
        place().rescale(from.lot().toDouble() / to.lot().toDouble());
        return true;
    }

    private Purse purse() {
        return new Purse(fills.fees(), fills.grid(), venue(), price(), Liquidity.MAKER);
    }

    private static @Nullable Decimal limitOf(ApprovedOrder approved) {
        Decimal limit = approved.order().type().limit();
        return limit.isPositive() ? limit : null;
    }

    private static LimitInstruction instruction(Order order) {
        return switch (order.timeInForce()) {
            case IOC -> LimitInstruction.CANCEL;
            case FOK -> LimitInstruction.ALL_OR_NONE;
            default -> order.handling().postOnly() ? LimitInstruction.POST_ONLY : LimitInstruction.REST;
        };
    }

    /** {@return whether it buys or sells, as 1 or -1} */
    int sign() {
        return side() == Side.BUY ? 1 : -1;
    }
}
