package io.aqts.core.execute;

import io.aqts.AmendingVenue;
import io.aqts.LayerContext;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderFeature;
import io.aqts.trade.OrderLink;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RunIdentity;
import io.aqts.trade.TimeInForce;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A venue that trades on paper against recorded order books, level by level.
 *
 * <ul>
 *   <li><b>Takers</b> walk the levels of all venues, best total price first, each at its own price. What they took, and
 *       what prints took, stays away until the market shows another number there. What of an order at the market finds
 *       nothing more is canceled, or slips one tick: see {@link Remainder}.
 *   <li><b>Makers</b> wait at the venue that charges makers least, behind all that is shown at their price on arrival;
 *       where their price is farther away than anything shown, behind an endless queue. Prints at their price bring
 *       them forward and reach them once nobody is before them; cancellations do as the {@link BookRules#queue() queue
 *       model} says. A print beyond their price, or somebody shown at their price on the other side, fills them at
 *       their own price, with no more than traded or is shown there. Nothing else fills them.
 *   <li><b>Whole moments.</b> What has the same time is taken in as a whole, then exits, then what waits, then commands
 *       that have arrived, first come first served. So a command executes on the first news of its instrument at or
 *       after its arrival and after it was sent, never in between; and a cancellation that is not ahead of a fill has
 *       lost. Only cancellations need no news of the instrument.
 *   <li><b>No market, no trade.</b> Nothing fills on a side that shows nothing. While a book crosses itself, or is not
 *       known because it was reset and not told anew, commands wait; while trading is interrupted, orders wait or are
 *       rejected, as the {@link BookRules#holdWhileHalted() rules} say.
 *   <li><b>In the order of time.</b> The moments of a snapshot pass one after the other, over all instruments; of one
 *       moment in the order of the universe. What happens carries the moment at which it did, so that who holds meets a
 *       split or a dividend that comes later in the same snapshot; news older than the snapshot before carry the moment
 *       of that one, yet meet what befalls holders in the order of their own moments. A split comes before the prints
 *       and auctions of its moment.
 *   <li><b>Exits</b> are armed for what fills. A stop leaves at the market once the best price it could take touches
 *       it; a target waits in the queue like an order; of both at one moment the stop is looked at first.
 *   <li><b>Triggers.</b> What waits for a price is set off by the best price it could take, at once if that is there
 *       already.
 *   <li><b>Amending.</b> Less at the same price keeps the place in the queue; more, or another price, loses it. What is
 *       refused changes nothing.
 *   <li><b>Trailing stops</b> follow the best price they could take, from their arrival on. One that keeps a multiple
 *       of the average true range is rejected: books have no bars.
 *   <li><b>Icebergs</b> wait with the part they show; once it has traded, the next part goes to the end of the queue. A
 *       print beyond their price, or somebody shown at it on the other side, reaches what is hidden too.
 *   <li><b>Lists</b> are settled within the fill that moves them, on whatever instruments they stand. Children come to
 *       the book at the end of the moment in which their parent filled, for what it filled; those that wait in a queue
 *       go to its end when it fills more.
 *   <li><b>Sessions</b> open and close when the data says so; the hours of the configuration are not used. What is for
 *       an opening or a close fills at the price of its auction, if that is better than its limit, with no more than
 *       the auction is said to have traded; without an auction it takes what is shown when trading opens, or was shown
 *       when it closed. What is left of it is canceled. An auction counts before the changes of trading of its moment;
 *       one that is told later than the close finds nobody. It can neither wait for a price nor give liquidity.
 *   <li><b>Grid.</b> When it changes, waiting orders that do not lie on the new one are canceled, those for a session
 *       too.
 *   <li><b>Fees</b> are those of the venue a fill happened at, by maker and taker, for each fill; in an auction those
 *       of the venue that would charge a taker most for that fill.
 * </ul>
 *
 * <p>Bars fill nothing here. Quotes serve as books of one level where a venue tells nothing else. Not a model of how
 * others react to our orders.
 */
public final class BookVenue implements AmendingVenue {

    /** The units of the instrument were split or joined. */
    public static final ReasonCode SPLIT = new ReasonCode("SPLIT");

    private static final List<?> NONE = List.of();
    private static final Set<OrderFeature> OFFERS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(OrderFeature.TRAILING_STOP_BY_ATR)));

    private final RunIdentity run;
    private final BookRules rules;
    private final BookFees fees;
    private final LatencyModel latency;
    private final BookMatching[] matchings;
    private final PriorityQueue<BookMatching> busy = new PriorityQueue<>(
            Comparator.comparingLong(BookMatching::nextNanos).thenComparingInt(BookMatching::index));
    private final boolean watchesPrices;
    private final OrderLists<BookOrder> lists = new OrderLists<>();
    private final Submissions submissions = new Submissions();
    private final List<ExecutionEvent> events = new ArrayList<>();
    private long nowNanos = Long.MIN_VALUE;
    private long metNanos = Long.MIN_VALUE;

    /**
     * A venue without orders, by the rules of {@code execution.books}: unless told otherwise the most careful ones.
     *
     * @param context the configuration, the universe and the chance of the run
     */
    public BookVenue(LayerContext context) {
        this(context, BookRules.of(context.config().execution().books()), LatencyModel.jittered(context));
    }

    /**
     * A venue without orders, with latency as configured.
     *
     * @param context the configuration, the universe and the chance of the run
     * @param rules how it treats what the data leaves open
     */
    public BookVenue(LayerContext context, BookRules rules) {
        this(context, rules, LatencyModel.jittered(context));
    }

    /**
     * A venue without orders.
     *
     * @param context the configuration, the universe and the chance of the run
     * @param rules how it treats what the data leaves open
     * @param latency how long orders, cancellations and amendments take, beside the way to the farthest venue
     */
    public BookVenue(LayerContext context, BookRules rules, LatencyModel latency) {
        this.run = context.run();
        this.rules = rules;
        this.fees = new BookFees(context);
        this.latency = latency;
        this.watchesPrices = fees.isWatching();
        Universe universe = context.universe();
        this.matchings = new BookMatching[universe.size()];
        for (int i = 0; i < matchings.length; i++) {
            matchings[i] = new BookMatching(rules, i, fees, universe.instrument(i));
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
        nowNanos = snapshot.epochNanos();
        lists.begin();
        if (watchesPrices) {
            fees.watch(snapshot);
        }
        fees.roll(nowNanos);
        for (int i = 0; i < matchings.length; i++) {
            InstrumentMarket news = snapshot.instrument(i);
            if (news.events() != NONE || news.trades() != NONE || news.quotes() != NONE || news.books() != NONE) {
                matchings[i].begin(nowNanos, news, events);
                matchings[i].tellNothingBefore(metNanos);
                enqueue(matchings[i]);
            }
        }
        meetMoments();
        for (int i = 0; i < matchings.length; i++) {
            if (matchings[i].isDue(nowNanos)) {
                matchings[i].pass(nowNanos, events);
            }
        }
        metNanos = nowNanos;
        return events.isEmpty() ? List.of() : report();
    }

    private void enqueue(BookMatching matching) {
        if (matching.hasNext()) {
            busy.add(matching);
        }
    }

    /** Lets the moments of all instruments pass in the order of time. */
    private void meetMoments() {
        for (BookMatching next = busy.poll(); next != null; next = busy.poll()) {
            next.meetNext();
            while (next.hasNext() && busy.isEmpty()) {
                next.meetNext();
            }
            enqueue(next);
        }
    }

    private List<ExecutionEvent> report() {
        List<ExecutionEvent> report = List.copyOf(events);
        events.clear();
        return report;
    }

    @Override
    public List<ExecutionEvent> submit(ApprovedOrder order) {
        nowNanos = Math.max(nowNanos, order.epochNanos());
        ReasonCode refusal = refusal(order);
        if (refusal != null) {
            return List.of(new ExecutionEvent.Rejected(order.id(), nowNanos, refusal));
        }
        int instrument = order.order().instrument();
        BookMatching matching = matchings[instrument];
        long arrival = arrival(LatencyModel.Leg.SUBMIT, instrument, order.epochNanos());
        BookOrder taken = new BookOrder(order, matching.fills());
        join(taken);
        matching.add(new BookCommand.Submit(taken, order.epochNanos(), arrival));
        return List.of();
    }

    private void join(BookOrder order) {
        OrderLink link = order.order().handling().link();
        if (link.role() != LinkRole.NONE) {
            order.join(lists.of(order));
        }
    }

    private @Nullable ReasonCode refusal(ApprovedOrder order) {
        if (!order.isOf(run)) {
            return ReasonCode.OTHER_RUN;
        }
        if (!submissions.add(order.id())) {
            return ReasonCode.DUPLICATE;
        }
        if (order.order().instrument() >= matchings.length) {
            return ReasonCode.MALFORMED;
        }
        ReasonCode unsupported = unsupported(order.order());
        return unsupported == null ? lists.obstacle(order.order().handling().link()) : unsupported;
    }

    /** {@return all but trailing stops by the average true range: books have no bars} */
    @Override
    public Set<OrderFeature> offers() {
        return OFFERS;
    }

    private static @Nullable ReasonCode unsupported(Order order) {
        TimeInForce rule = order.timeInForce();
        boolean isOfSession = rule == TimeInForce.AT_OPEN || rule == TimeInForce.AT_CLOSE;
        boolean isSupported = OFFERS.containsAll(OrderFeature.of(order))
                && !(isOfSession && order.type().trigger().isPositive());
        return isSupported ? null : ReasonCode.NOT_SUPPORTED;
    }

    /**
     * Sends a cancellation after an order. What it filled stays protected; a call for an order that is over takes its
     * exits and its children away, also while one that came too late for the order is still on its way. A second call
     * for the same while the first is on its way changes nothing.
     *
     * @param orderId the approval
     * @return nothing: what becomes of it is told when it has arrived
     */
    @Override
    public List<ExecutionEvent> cancel(long orderId) {
        for (int i = 0; i < matchings.length; i++) {
            BookOrder order = matchings[i].order(orderId);
            if (order != null) {
                send(i, order, false);
                return List.of();
            }
            BookExit exit = matchings[i].exit(orderId);
            if (exit != null) {
                send(i, exit.entry(), true);
                return List.of();
            }
        }
        BookOrder parent = lists.parent(orderId);
        if (parent != null) {
            send(parent.order().instrument(), parent, true);
        }
        return List.of();
    }

    private void send(int instrument, BookOrder order, boolean exits) {
        BookInbox inbox = matchings[instrument].inbox();
        if (!inbox.isCanceling(order, exits)) {
            long arrival = Math.max(arrival(LatencyModel.Leg.CANCEL, instrument, nowNanos), inbox.arrivalOf(order));
            inbox.add(new BookCommand.Cancel(order, nowNanos, arrival, exits));
        }
    }

    @Override
    public List<ExecutionEvent> amend(ApprovedOrder revised) {
        nowNanos = Math.max(nowNanos, revised.epochNanos());
        ReasonCode refusal = revised.isOf(run) ? unsupported(revised.order()) : ReasonCode.OTHER_RUN;
        if (refusal == null) {
            for (int i = 0; i < matchings.length; i++) {
                BookOrder order = matchings[i].order(revised.id());
                if (order != null) {
                    BookInbox inbox = matchings[i].inbox();
                    long arrival = Math.max(arrival(LatencyModel.Leg.AMEND, i, nowNanos), inbox.arrivalOf(order));
                    inbox.add(new BookCommand.Amend(order, nowNanos, arrival, revised));
                    return List.of();
                }
            }
        }
        return List.of(new ExecutionEvent.AmendRejected(
                revised.id(), nowNanos, revised.revision(), refusal == null ? ReasonCode.UNKNOWN_ORDER : refusal));
    }

    /**
     * What was sent and did not take effect, because the data ended before it arrived or because it waits for a market.
     *
     * @return one sentence for each, in the order of instruments and arrival
     */
    public List<String> underWay() {
        List<String> sentences = new ArrayList<>();
        for (BookMatching matching : matchings) {
            for (BookCommand command : matching.inbox().commands()) {
                if (!command.order().isEnded()) {
                    sentences.add(describe(command));
                }
            }
        }
        return List.copyOf(sentences);
    }

    /** {@return at how many moments a book crossed itself, so that nothing was traded on it} */
    public long crossedMoments() {
        long sum = 0;
        for (BookMatching matching : matchings) {
            sum += matching.crossedMoments();
        }
        return sum;
    }

    /** {@return what is assumed about the market, in sentences for the manifest of a run} */
    @Override
    public List<String> assumptions() {
        return List.of(
                "Fills on order books: takers walk the levels of all venues at their prices; what was taken stays away"
                        + " until another number is shown.",
                "Queue: " + rules.queue() + "; behind all that is shown on arrival, at the venue that charges makers"
                        + " least.",
                "Makers fill by prints past their queue, by prints beyond their price, and when the other side is shown"
                        + " at their price; at their own price.",
                "Orders at the market: " + protection() + "; what finds nothing more: " + rules.remainder() + ".",
                "Commands execute on the first news at or after their arrival, first come first served; latency by leg, as configured.",
                "While trading is halted, orders " + (rules.holdWhileHalted() ? "wait." : "are rejected."),
                "Openings and closes are those the data tells of; icebergs queue with what they show.",
                "Our orders change nothing in what others do.",
                "No chance of partial fills: what is shown decides.",
                fees.assumption());
    }

    /** {@return how many orders, commands under way, exits and lists of orders it keeps} */
    int kept() {
        int kept = lists.size();
        for (BookMatching matching : matchings) {
            kept += matching.kept();
        }
        return kept;
    }

    private long arrival(LatencyModel.Leg leg, int instrument, long sentNanos) {
        return LatencyModel.later(latency.answerNanos(leg, instrument, sentNanos), fees.slowestNanos());
    }

    private static String describe(BookCommand command) {
        String kind = command instanceof BookCommand.Submit
                ? "order"
                : command instanceof BookCommand.Cancel ? "cancellation of order" : "amendment of order";
        return kind + " " + command.order().id() + ", sent at " + command.sentNanos() + ", due at "
                + command.arrivalNanos();
    }

    private String protection() {
        return rules.protectionBps() == BookRules.UNPROTECTED
                ? "no price protection"
                : "protected beyond " + rules.protectionBps() + " bps of the best price";
    }
}
