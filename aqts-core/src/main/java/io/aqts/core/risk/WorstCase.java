package io.aqts.core.risk;

import io.aqts.RiskView;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Side;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What positions and orders could come to together, if of the orders exactly those fill that make it worst.
 *
 * <p>An instrument's exposure is the larger of its long end (what is held and all that may still be bought) and its
 * short end (all that may still be sold, less what is held). Orders that only reduce count for nothing, because they
 * may not fill. The heat is what would be lost if all stops were touched; positions and orders without a stop have
 * none. All worths are in the currency of account.
 *
 * <p>Beginning costs nothing: what is owned and ordered is looked at when the first figure is asked for.
 */
final class WorstCase implements RiskView {

    private final double[] held;
    private final double[] bought;
    private final double[] sold;
    private final double[] longStops;
    private final double[] shortStops;
    private final double[] longHeat;
    private final double[] shortHeat;
    private final boolean[] busy;
    private Marks marks = instrument -> 0;
    private @Nullable Portfolio owned;
    private @Nullable MarketSnapshot market;
    private List<ApprovedOrder> fresh = List.of();
    private boolean isTaken;
    private double gross;
    private double heat;
    private double purchases;

    WorstCase(int instruments) {
        held = new double[instruments];
        bought = new double[instruments];
        sold = new double[instruments];
        longStops = new double[instruments];
        shortStops = new double[instruments];
        longHeat = new double[instruments];
        shortHeat = new double[instruments];
        busy = new boolean[instruments];
    }

    /** Starts from what is owned and ordered now, and from the approvals of this step, a list that may grow. */
    void begin(Portfolio portfolio, MarketSnapshot snapshot, Marks figures, List<ApprovedOrder> approved) {
        marks = figures;
        owned = portfolio;
        market = snapshot;
        fresh = approved;
        isTaken = false;
    }

    /** Moves the remembered stops with the splits that a snapshot tells of; once for each snapshot. */
    void meet(MarketSnapshot snapshot) {
        for (int i = 0; i < held.length; i++) {
            split(i, snapshot.instrument(i).splitRatio());
        }
    }

    /** Moves the remembered stops of an instrument of which one unit became several. */
    void split(int instrument, double ratio) {
        longStops[instrument] /= ratio;
        shortStops[instrument] /= ratio;
    }

    @Override
    public Portfolio portfolio() {
        return begun(owned);
    }

    @Override
    public MarketSnapshot snapshot() {
        return begun(market);
    }

    @Override
    public List<ApprovedOrder> approved() {
        return Collections.unmodifiableList(fresh);
    }

    @Override
    public double price(int instrument) {
        return marks.price(instrument);
    }

    @Override
    public double unitValue(int instrument) {
        return marks.unitValue(instrument);
    }

    @Override
    public double exposure(int instrument, Side side) {
        take();
        return end(instrument, side);
    }

    @Override
    public double heat(int instrument, Side side) {
        take();
        return side == Side.BUY ? longHeat[instrument] : shortHeat[instrument];
    }

    private void take() {
        if (isTaken) {
            return;
        }
        isTaken = true;
        Portfolio portfolio = portfolio();
        gross = 0;
        heat = 0;
        purchases = 0;
        for (int i = 0; i < held.length; i++) {
            bought[i] = 0;
            sold[i] = 0;
            longHeat[i] = 0;
            shortHeat[i] = 0;
            take(i, portfolio.position(i));
        }
        List<OpenOrder> orders = portfolio.openOrders();
        for (int i = 0; i < orders.size(); i++) {
            add(orders.get(i));
        }
        for (int i = 0; i < fresh.size(); i++) {
            add(fresh.get(i).order(), Decimal.ZERO);
        }
        for (int i = 0; i < held.length; i++) {
            if (!busy[i]) {
                longStops[i] = 0;
                shortStops[i] = 0;
            }
        }
    }

    /** Counts everything again in the same step, because an order became another one. */
    void recount(Portfolio portfolio) {
        owned = portfolio;
        isTaken = false;
    }

    /** The price an instrument is judged by, in quote currency. */
    double mark(int instrument) {
        return marks.price(instrument);
    }

    /** What all stops would cost together. */
    double heat() {
        take();
        return heat;
    }

    /** What all orders to buy may still cost together, without fees. */
    double purchases() {
        take();
        return purchases;
    }

    /** How much one instrument's end may still grow if the sum over all may not exceed a limit. */
    double grossRoom(int instrument, Side side, double limit) {
        take();
        double elsewhere = gross - worst(instrument);
        return elsewhere + end(instrument, side.opposite()) <= limit ? limit - elsewhere - end(instrument, side) : 0;
    }

    /** How much one instrument's end may still grow if it may not exceed a limit. */
    double room(int instrument, Side side, double limit) {
        take();
        return end(instrument, side.opposite()) <= limit ? limit - end(instrument, side) : 0;
    }

    /** Counts an order that was just approved, unless it only reduces. */
    void add(Order order, Decimal filled) {
        take();
        busy[order.instrument()] = true;
        if (!order.reduceOnly()) {
            add(order.instrument(), order.side(), notional(order, filled), loss(order, filled));
        }
    }

    /** Counts an order that may still fill; while it is being amended, it counts for the worse of its forms in each. */
    private void add(OpenOrder open) {
        Order order = open.approved().order();
        ApprovedOrder revision = open.revision();
        if (revision == null || order.reduceOnly()) {
            add(order, open.filled());
            return;
        }
        double notional = Math.max(notional(order, open.filled()), notional(revision.order(), open.filled()));
        double loss = Math.max(loss(order, open.filled()), loss(revision.order(), open.filled()));
        add(order.instrument(), order.side(), notional, loss);
    }

    /** What an order may still be worth at the highest price it names, or at the mark if that is higher. */
    private double notional(Order order, Decimal filled) {
        double mark = mark(order.instrument());
        double worth = order.size() instanceof OrderSize.Spend spend
                ? spend.amount().toDouble()
                : units(order, filled) * dearest(order, mark);
        return worth * factor(order.instrument(), mark);
    }

    /**
     * What an order may still lose from its worst entry to its stop; all of a sum that is spent at an unknown price.
     */
    private double loss(Order order, Decimal filled) {
        double stop = order.bracket().stopPrice().toDouble();
        if (stop == 0) {
            return 0;
        }
        double mark = mark(order.instrument());
        double entry = Terms.worstEntry(order.side(), order.type(), mark);
        if (order.size() instanceof OrderSize.Spend spend && !(entry > 0)) {
            return spend.amount().toDouble() * factor(order.instrument(), mark);
        }
        double units = order.size() instanceof OrderSize.Spend spend
                ? spend.amount().toDouble() / entry
                : units(order, filled);
        return Math.max(units * order.side().sign() * (entry - stop) * factor(order.instrument(), mark), 0);
    }

    private static double units(Order order, Decimal filled) {
        return OrdersUnderWay.remaining((OrderSize.Units) order.size(), filled).toDouble();
    }

    private static double dearest(Order order, double mark) {
        double named = OrdersUnderWay.highest(order).toDouble();
        return mark > 0 ? Math.max(mark, named) : Double.POSITIVE_INFINITY;
    }

    /** Counts what may be bought or sold and what its stop would cost. */
    void add(int instrument, Side side, double notional, double loss) {
        take();
        double before = worst(instrument);
        if (side == Side.BUY) {
            bought[instrument] += notional;
            purchases += notional;
        } else {
            sold[instrument] += notional;
        }
        gross += worst(instrument) - before;
        heat(instrument, side, Math.max(loss, 0));
        busy[instrument] = true;
    }

    /** Remembers the stop of an order just approved, if it has one. */
    void expectStop(Order order) {
        if (order.bracket().hasStop()) {
            expectStop(
                    order.instrument(),
                    order.side(),
                    order.bracket().stopPrice().toDouble());
        }
    }

    /** Remembers the stop of an order just approved, for when it is a position; the farthest counts for all of it. */
    void expectStop(int instrument, Side side, double stop) {
        if (side == Side.BUY) {
            longStops[instrument] = longStops[instrument] == 0 ? stop : Math.min(longStops[instrument], stop);
        } else {
            shortStops[instrument] = Math.max(shortStops[instrument], stop);
        }
    }

    private void take(int i, Position position) {
        busy[i] = !position.isFlat();
        if (!busy[i]) {
            held[i] = 0;
            return;
        }
        double mark = mark(i);
        double quantity = position.quantity().toDouble();
        double factor = factor(i, mark);
        held[i] = quantity * (mark > 0 ? mark : Double.POSITIVE_INFINITY) * factor;
        gross += Math.abs(held[i]);
        double stop = quantity > 0 ? longStops[i] : shortStops[i];
        if (stop != 0) {
            heat(i, quantity > 0 ? Side.BUY : Side.SELL, Math.max(quantity * (mark - stop) * factor, 0));
        }
    }

    private void heat(int i, Side side, double loss) {
        heat += loss;
        if (side == Side.BUY) {
            longHeat[i] += loss;
        } else {
            shortHeat[i] += loss;
        }
    }

    /** What a price of one is worth for one unit; beyond all bounds where it is not known. */
    private double factor(int i, double mark) {
        double worth = marks.unitValue(i);
        if (Double.compare(worth, mark) == 0) {
            return 1;
        }
        return worth > 0 && mark > 0 ? worth / mark : Double.POSITIVE_INFINITY;
    }

    private static <T> T begun(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("begin must be called first");
        }
        return value;
    }

    private double end(int i, Side side) {
        return side == Side.BUY ? held[i] + bought[i] : sold[i] - held[i];
    }

    private double worst(int i) {
        return Math.max(held[i] + bought[i], sold[i] - held[i]);
    }
}
