package io.aqts.core;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.config.RiskConfig;
import io.aqts.market.Bar;
import io.aqts.market.Venue;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A second judge of every order of a run, which sees the finished steps only and shares no code with the risk gate.
 *
 * <p>It keeps its own list of open orders and its own marks. What it finds is an {@link AssertionError}.
 */
final class StepAuditor implements StepListener {

    private static final double ROUNDING = 1 + 1e-8;

    /** An approved order and what of it has filled. */
    private static final class Open {

        private ApprovedOrder approved;
        private ApprovedOrder pending;
        private Decimal filled = Decimal.ZERO;
        private Decimal exited = Decimal.ZERO;
        private Decimal spent = Decimal.ZERO;
        private boolean ended;
        private boolean judged;
        private Open parent;
        private Decimal largestChild = Decimal.ZERO;
        private Decimal left = Decimal.ZERO;

        Open(ApprovedOrder approved) {
            this.approved = approved;
        }

        Order order() {
            return approved.order();
        }

        /** What it is, and what it may become; while that is judged it stands for itself, like a new order. */
        List<Order> forms() {
            if (pending == null) {
                return List.of(order());
            }
            return judged ? List.of(pending.order()) : List.of(order(), pending.order());
        }

        /** What children may leave of it: what it filled, or what it or for a sum its largest child is for. */
        Decimal leavable() {
            boolean isSum = order().size() instanceof OrderSize.Spend;
            Decimal coming =
                    ended ? Decimal.ZERO : isSum ? largestChild : units(this).plus(filled);
            return coming.max(filled).minus(left).max(Decimal.ZERO);
        }
    }

    private final Map<Long, Open> orders = new TreeMap<>();
    private RiskConfig limits;
    private double highestFee;
    private double[] marks = {};
    private double[] stops = {};
    private Decimal[] held = {};
    private long approved;
    private long openings;
    private long amendments;
    private long fills;
    private long restricted;
    private long waysOut;

    @Override
    public void onStart(LayerContext context) {
        limits = context.config().risk();
        highestFee = highestFee(context);
        marks = new double[context.universe().size()];
        stops = new double[marks.length];
        held = new Decimal[marks.length];
        java.util.Arrays.fill(held, Decimal.ZERO);
        orders.clear();
    }

    @Override
    public void onStep(Step step) {
        for (int i = 0; i < marks.length; i++) {
            Bar bar = step.snapshot().instrument(i).bar();
            if (bar != null) {
                marks[i] = bar.close();
            }
        }
        List<ExecutionEvent> later = new ArrayList<>();
        for (ExecutionEvent event : step.events()) {
            boolean isAnswer =
                    isAnswered(event, step) || later.stream().anyMatch(other -> other.orderId() == event.orderId());
            if (isAnswer || !orders.containsKey(event.orderId())) {
                later.add(event);
            } else {
                take(event, orders.get(event.orderId()));
            }
        }
        judge(step);
        for (ExecutionEvent event : later) {
            if (orders.containsKey(event.orderId())) {
                take(event, orders.get(event.orderId()));
            }
        }
        compare(step.portfolio());
        orders.values().removeIf(this::isOver);
    }

    /** Whether an event answers an amendment that was approved in the same step. */
    private static boolean isAnswered(ExecutionEvent event, Step step) {
        long revision = event instanceof ExecutionEvent.Amended amended
                ? amended.revision()
                : event instanceof ExecutionEvent.AmendRejected refused ? refused.revision() : 0;
        return revision > 0 && step.orders().stream().anyMatch(order -> order.revision() == revision);
    }

    long approved() {
        return approved;
    }

    long openings() {
        return openings;
    }

    /** {@return how many approvals gave an order another form} */
    long amendments() {
        return amendments;
    }

    long fills() {
        return fills;
    }

    /** {@return in how many steps trading was restricted} */
    long restricted() {
        return restricted;
    }

    /** {@return how many positions were found on their way out under a halt} */
    long waysOut() {
        return waysOut;
    }

    private static double highestFee(LayerContext context) {
        double configured = context.config().execution().takerFeeBps();
        double highest = context.universe().venues().stream()
                .mapToDouble(Venue::takerFeeBps)
                .reduce(0, Math::max);
        boolean isOne = context.universe().venues().size() == 1;
        return (isOne ? highest : Math.max(highest, configured)) / 10_000;
    }

    private void judge(Step step) {
        RiskState state = step.portfolio().riskState();
        restricted += state == RiskState.NORMAL ? 0 : 1;
        for (ApprovedOrder order : step.orders()) {
            boolean isRevision = order.revision() > 0;
            require(orders.containsKey(order.id()) == isRevision, () -> "a number of its own", order);
            require(order.epochNanos() == step.snapshot().epochNanos(), () -> "the moment of its step", order);
            require(
                    order.reference().toDouble() == marks[order.order().instrument()],
                    () -> "the mark as reference",
                    order);
            if (isRevision) {
                orders.get(order.id()).pending = order;
                amendments++;
            } else {
                orders.put(order.id(), new Open(order));
            }
            approved++;
            Open judged = orders.get(order.id());
            if (isRevision && isSmaller(judged.order(), order.order())) {
                continue;
            }
            judged.judged = true;
            if (order.order().handling().link().role() == LinkRole.CHILD) {
                requireParent(order);
            } else if (order.order().reduceOnly()) {
                judgeReduction(order, withdrawn(step));
            } else {
                require(state == RiskState.NORMAL, () -> "no new risk in state " + state, order);
                judgeOpening(order, step.portfolio());
            }
            judged.judged = false;
        }
        if (state == RiskState.HALTED) {
            requireWaysOut(step);
        }
    }

    private static boolean isSmaller(Order before, Order after) {
        return before.type().equals(after.type())
                && before.size() instanceof OrderSize.Units more
                && after.size() instanceof OrderSize.Units less
                && !less.quantity().isGreaterThan(more.quantity());
    }

    private static List<Long> withdrawn(Step step) {
        List<Long> ids = new ArrayList<>();
        for (RiskVerdict verdict : step.verdicts()) {
            if (verdict instanceof RiskVerdict.Withdraw withdraw) {
                ids.add(withdraw.orderId());
            }
        }
        return ids;
    }

    /** A child waits for a parent of its list on the other side, and is for no more than that enters. */
    private void requireParent(ApprovedOrder child) {
        OrderLink link = child.order().handling().link();
        Decimal size = ((OrderSize.Units) child.order().size()).quantity();
        Decimal most = Decimal.ZERO;
        Open latest = null;
        for (Open open : orders.values()) {
            Order order = open.order();
            boolean isParent = order.handling().link().equals(new OrderLink(link.list(), LinkRole.PARENT))
                    && order.instrument() == child.order().instrument()
                    && order.side() != child.order().side();
            if (isParent && order.size() instanceof OrderSize.Units units) {
                most = most.max(units.quantity());
            } else if (isParent) {
                most = size;
            }
            latest = isParent ? open : latest;
        }
        Open own = orders.get(child.id());
        own.parent = own.parent == null ? latest : own.parent;
        if (own.parent != null) {
            own.parent.largestChild = own.parent.largestChild.max(size);
        }
        Decimal largest = most;
        require(!size.isGreaterThan(largest), () -> "a parent that enters as much, " + largest, child);
    }

    /** Under a halt every position is on its way out, wholly, whatever else is under way. */
    private void requireWaysOut(Step step) {
        for (int i = 0; i < held.length; i++) {
            Decimal closing = closing(i, held[i].isNegative() ? Side.BUY : Side.SELL, open -> true);
            waysOut += held[i].isZero() ? 0 : 1;
            if (!held[i].isZero() && closing.isLessThan(held[i].abs())) {
                throw new AssertionError("a halt must close the position of " + held[i] + ", but closes " + closing
                        + ", in a step of verdicts " + step.verdicts() + ", events " + step.events()
                        + " and open orders "
                        + step.portfolio().openOrders());
            }
        }
    }

    /**
     * What is being closed. Of orders that wait and cancel or update one another only the largest can fill, and
     * children only what their parent enters.
     */
    private Decimal closing(int instrument, Side side, Predicate<Open> counts) {
        Decimal closing = Decimal.ZERO;
        Map<String, Decimal> lists = new TreeMap<>();
        Map<Long, Decimal> children = new TreeMap<>();
        for (Open open : orders.values()) {
            Order order = open.order();
            if (open.ended || order.instrument() != instrument || order.side() != side || !counts.test(open)) {
                continue;
            }
            if (isShared(order) && open.parent != null) {
                Decimal before = children.getOrDefault(open.parent.approved.id(), Decimal.ZERO);
                Decimal most = before.plus(units(open)).min(open.parent.leavable());
                children.put(open.parent.approved.id(), most);
            } else if (isShared(order)) {
                lists.merge(order.handling().link().toString(), units(open), Decimal::max);
            } else {
                closing = closing.plus(units(open));
            }
        }
        for (Decimal largest : lists.values()) {
            closing = closing.plus(largest);
        }
        for (Decimal sum : children.values()) {
            closing = closing.plus(sum);
        }
        return closing;
    }

    /** Whether what others of its list fill is taken from an order. */
    private static boolean isShared(Order order) {
        LinkRole role = order.handling().link().role();
        return role != LinkRole.NONE && role != LinkRole.PARENT && order.reduceOnly() && order.mayRest();
    }

    /**
     * An order and all that is not taken from what it fills are for no more than the position. What waits in its list
     * may be for more, because it was approved when more was held.
     */
    private void judgeReduction(ApprovedOrder order, List<Long> withdrawn) {
        int i = order.order().instrument();
        Side side = order.order().side();
        OrderLink link = order.order().handling().link();
        require(held[i].signum() == -side.sign(), () -> "against the position of " + held[i], order);
        Decimal closing = closing(i, side, open -> {
            boolean isOfList = isShared(order.order())
                    && isShared(open.order())
                    && open.order().handling().link().equals(link);
            return open.approved.id() == order.id() || !(isOfList || withdrawn.contains(open.approved.id()));
        });
        require(!closing.isGreaterThan(held[i].abs()), () -> "no more than the position of " + held[i], order);
    }

    private void judgeOpening(ApprovedOrder order, Portfolio portfolio) {
        openings++;
        double equity = portfolio.markedEquity();
        int instrument = order.order().instrument();
        require(order.order().side() == Side.BUY || limits.shortAllowed(), () -> "no short position", order);
        double gross = gross();
        double most = limits.maxLeverage() * equity * ROUNDING;
        require(gross <= most, () -> "a worst gross exposure of " + gross + " within " + most, order);
        double share = limits.sizing().maxPositionShare() * equity * ROUNDING;
        require(
                worst(instrument) <= share,
                () -> "a worst position of " + worst(instrument) + " within " + share,
                order);
        if (order.order().bracket().hasStop()) {
            double stop = order.order().bracket().stopPrice().toDouble();
            double way = order.order().side().sign() * (entry(order.order()) - stop);
            require(way >= -1e-9 * stop, () -> "a stop on the side of the loss", order);
            double loss = atStake(orders.get(order.id()));
            double cap = limits.sizing().riskPerTradeCap() * equity * ROUNDING;
            require(loss <= cap, () -> "a loss at the stop of " + loss + " within " + cap, order);
            double heat = heat();
            double all = limits.maxPortfolioRisk() * equity * ROUNDING;
            require(heat <= all, () -> "a loss at all stops of " + heat + " within " + all, order);
        }
        if (limits.maxLeverage() <= 1 && !limits.shortAllowed()) {
            double needed = purchases();
            double cash = portfolio.cash().toDouble() * ROUNDING;
            require(needed <= cash, () -> "purchases of " + needed + " within the cash of " + cash, order);
        }
    }

    /** What all stops would cost together, those of positions and those of orders. */
    private double heat() {
        double sum = 0;
        for (int i = 0; i < marks.length; i++) {
            sum += stops[i] == 0 ? 0 : Math.max(held[i].toDouble() * (marks[i] - stops[i]), 0);
        }
        for (Open open : orders.values()) {
            sum += open.ended || open.order().reduceOnly() ? 0 : atStake(open);
        }
        return sum;
    }

    /** What an order may still lose at its stop, if it fills where it loses most, in the worst of its forms. */
    private double atStake(Open open) {
        double most = 0;
        for (Order form : open.forms()) {
            if (form.bracket().hasStop()) {
                double entry = entry(form);
                double units = form.size() instanceof OrderSize.Spend spend
                        ? spend.amount().toDouble() / entry
                        : units(form, open.filled).toDouble();
                double way =
                        form.side().sign() * (entry - form.bracket().stopPrice().toDouble());
                most = Math.max(most, units * way);
            }
        }
        return most;
    }

    /** The price at which an order loses most until its stop. */
    private double entry(Order order) {
        double limit = order.type().limit().toDouble();
        double trigger = order.type().trigger().toDouble();
        double mark = marks[order.instrument()];
        if (limit > 0) {
            return limit;
        }
        return trigger == 0 ? mark : order.side() == Side.BUY ? Math.max(mark, trigger) : Math.min(mark, trigger);
    }

    /** What all orders to buy may still cost, fees included. */
    private double purchases() {
        double sum = 0;
        for (Open open : orders.values()) {
            double most = 0;
            for (Order form : open.forms()) {
                if (open.ended || form.side() == Side.SELL) {
                    continue;
                }
                double limit = form.type().limit().toDouble();
                double price = limit > 0 ? limit : price(form);
                most = Math.max(
                        most,
                        form.size() instanceof OrderSize.Spend spend
                                ? spend.amount().minus(open.spent).toDouble()
                                : units(form, open.filled).toDouble() * price * (1 + highestFee));
            }
            sum += most;
        }
        return sum;
    }

    private double gross() {
        double sum = 0;
        for (int i = 0; i < marks.length; i++) {
            sum += worst(i);
        }
        return sum;
    }

    private double worst(int instrument) {
        double up = held[instrument].toDouble() * marks[instrument];
        double down = -up;
        for (Open open : orders.values()) {
            if (!open.ended
                    && open.order().instrument() == instrument
                    && !open.order().reduceOnly()) {
                up += open.order().side() == Side.BUY ? notional(open) : 0;
                down += open.order().side() == Side.SELL ? notional(open) : 0;
            }
        }
        return Math.max(up, down);
    }

    private double notional(Open open) {
        double most = 0;
        for (Order form : open.forms()) {
            most = Math.max(
                    most,
                    form.size() instanceof OrderSize.Spend spend
                            ? spend.amount().toDouble()
                            : units(form, open.filled).toDouble() * price(form));
        }
        return most;
    }

    /** The highest price an order names, or the mark if that is higher. */
    private double price(Order order) {
        double named =
                Math.max(order.type().limit().toDouble(), order.type().trigger().toDouble());
        return Math.max(marks[order.instrument()], named);
    }

    private static Decimal units(Open open) {
        Decimal most = Decimal.ZERO;
        for (Order form : open.forms()) {
            most = most.max(units(form, open.filled));
        }
        return most;
    }

    private static Decimal units(Order order, Decimal filled) {
        return order.size() instanceof OrderSize.Units units
                ? units.quantity().minus(filled).max(Decimal.ZERO)
                : Decimal.ZERO;
    }

    private boolean isOver(Open open) {
        boolean protects = open.order().bracket() != Bracket.NONE && !open.exited.equals(open.filled);
        return open.ended
                && !(protects
                        && held[open.order().instrument()].signum()
                                == open.order().side().sign());
    }

    private void take(ExecutionEvent event, Open open) {
        if (event instanceof ExecutionEvent.Filled filled) {
            book(filled.fill(), open);
            open.ended |= filled.closesOrder();
        } else if (event instanceof ExecutionEvent.Amended) {
            open.approved = open.pending;
            open.pending = null;
        } else if (event instanceof ExecutionEvent.AmendRejected) {
            open.pending = null;
        } else if (event instanceof ExecutionEvent.Rejected || event instanceof ExecutionEvent.Canceled) {
            open.ended = true;
        }
    }

    private void book(Fill fill, Open open) {
        fills++;
        int i = fill.instrument();
        Order order = open.order();
        Decimal before = held[i];
        Decimal change =
                fill.side() == Side.BUY ? fill.quantity() : fill.quantity().negate();
        held[i] = before.plus(change);
        stops[i] = held[i].signum() == before.signum() ? stops[i] : 0;
        boolean isExit = fill.side() != order.side();
        if (isExit || order.reduceOnly()) {
            boolean reduces = before.signum() == -fill.side().sign() && held[i].signum() != -before.signum();
            require(reduces, () -> "only to reduce the position of " + before + " by " + fill, open.approved);
        }
        require(limits.shortAllowed() || !held[i].isNegative(), () -> "no short position by " + fill, open.approved);
        if (isExit) {
            open.exited = open.exited.plus(fill.quantity());
            require(
                    !open.exited.isGreaterThan(open.filled),
                    () -> "exits no larger than the entry by " + fill,
                    open.approved);
            return;
        }
        require(!open.ended, () -> "nothing after its end, but " + fill, open.approved);
        open.filled = open.filled.plus(fill.quantity());
        if (open.parent != null) {
            open.parent.left = open.parent.left.plus(fill.quantity());
        }
        if (order.bracket().hasStop() && held[i].signum() == order.side().sign()) {
            double stop = order.bracket().stopPrice().toDouble();
            boolean isFarther = stops[i] == 0 || order.side().sign() * (stop - stops[i]) < 0;
            stops[i] = isFarther ? stop : stops[i];
        }
        open.spent = open.spent.plus(fill.cost());
        if (order.size() instanceof OrderSize.Units units) {
            require(!open.filled.isGreaterThan(units.quantity()), () -> "no larger fill than " + fill, open.approved);
        } else if (order.size() instanceof OrderSize.Spend spend) {
            require(!open.spent.isGreaterThan(spend.amount()), () -> "no dearer fill than " + fill, open.approved);
        }
        if (order.type().limit().isPositive()) {
            int worse =
                    fill.price().compareTo(order.type().limit()) * fill.side().sign();
            require(worse <= 0, () -> "no fill beyond its limit, but " + fill, open.approved);
        }
    }

    private void compare(Portfolio portfolio) {
        for (int i = 0; i < held.length; i++) {
            if (!portfolio.position(i).quantity().equals(held[i])) {
                throw new AssertionError(
                        "position " + i + " must be " + held[i] + ", but was " + portfolio.position(i));
            }
        }
        long open = orders.values().stream().filter(order -> !order.ended).count();
        if (portfolio.openOrders().size() != open) {
            throw new AssertionError("there must be " + open + " open orders, but were " + portfolio.openOrders());
        }
    }

    private static void require(boolean holds, Supplier<String> rule, ApprovedOrder order) {
        if (!holds) {
            throw new AssertionError("an order must have " + rule.get() + ", but there was " + order);
        }
    }
}
