package io.aqts.core.analyse;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.config.AqtsConfig;
import io.aqts.config.PerformanceConfig;
import io.aqts.core.ledger.Ledger;
import io.aqts.internal.Outlined;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.performance.ClosedTrade;
import io.aqts.performance.DrawdownStatistics;
import io.aqts.performance.EquityPoint;
import io.aqts.performance.PerformanceSummary;
import io.aqts.performance.Span;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Portfolio;
import io.aqts.trade.RiskState;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a run does: returns, drawdown, round trips and costs, from fills and marked equity alone.
 *
 * <p>Nothing is counted on entry: a round trip earns when it is closed, and its fees are part of it. Time and memory
 * per step do not grow with the run.
 */
public final class PerformanceListener implements StepListener {

    private final Consumer<ClosedTrade> closed;
    private final Outlined<Step, Boolean> booking = this::book;
    private final Outlined<Step, Boolean> settling = this::settle;
    private AqtsConfig config;
    private Ledger ledger;
    private ReturnTally returns;
    private DrawdownTally drawdown;
    private TradeTally trades;
    private CostTally costs;
    private EquityCurve curve;
    private Portfolio last;
    private Decimal opening = Decimal.ZERO;
    private boolean isOpened;
    private double exposure;
    private long startNanos;
    private long lastNanos;
    private long steps;

    /** A listener that keeps figures only. */
    public PerformanceListener() {
        this(trade -> {});
    }

    /**
     * A listener that also passes on every round trip when it is closed.
     *
     * @param closed gets each one
     */
    public PerformanceListener(Consumer<ClosedTrade> closed) {
        this.closed = closed;
        AqtsConfig defaults = AqtsConfig.defaults();
        begin(defaults, new Ledger(defaults.risk().currency(), defaults.risk().initialCash(), 1));
    }

    @Override
    public void onStart(LayerContext context) {
        begin(context.config(), new Ledger(context.config().risk().account(), context.universe()));
    }

    @Override
    public void onStep(Step step) {
        long now = step.snapshot().epochNanos();
        if (steps == 0) {
            startNanos = start(step);
            lastNanos = startNanos;
            returns.begin(startNanos);
            drawdown.begin(startNanos);
        }
        steps++;
        boolean isDue = ledger.mark(step.snapshot());
        if (!isOpened) {
            ledger.openingEquity().ifPresent(worth -> open(worth, start(step)));
        }
        if (isDue) {
            Outlined.call(settling, step);
        } else if (!step.events().isEmpty() || !step.orders().isEmpty()) {
            Outlined.call(booking, step);
        }
        last = step.portfolio();
        double marked = last.markedEquity();
        double held = last.grossExposure();
        if (isOpened) {
            returns.step(now, marked);
            drawdown.step(now, marked);
            curve.step(now, marked);
        }
        costs.step(now - lastNanos, marked, exposure, held);
        exposure = held;
        lastNanos = now;
    }

    /** {@return how the run did so far} */
    public PerformanceSummary summary() {
        DrawdownStatistics depth = drawdown.statistics();
        PerformanceConfig settings = config.performance();
        Ending ending = ending();
        return new PerformanceSummary(
                new Span(startNanos, lastNanos, steps),
                opening,
                ending.equity(),
                returns.statistics(
                        lastNanos - startNanos, ending.markedEquity(), settings.riskFreeRate(), depth.maximum()),
                depth,
                ending.trades().statistics(settings.confidenceLevel()),
                costs.statistics());
    }

    /**
     * {@return the round trips that are open, as they would be if they were closed at the last prices, less half the
     * spread and the taker fee of the settings; in the currency of the account} They are part of the summary only where
     * the account closes them at the end.
     */
    public List<ClosedTrade> openTrades() {
        double bps = config.execution().takerFeeBps() + config.execution().halfSpreadBps();
        Decimal cost = Decimal.fromDouble(Math.max(bps, 0)).dividedBy(Decimal.of(10_000), 12, RoundingMode.CEILING);
        List<ClosedTrade> open = new ArrayList<>();
        for (ClosedTrade trade : ledger.openTrades(lastNanos, cost)) {
            open.add(inAccountCurrency(trade));
        }
        return List.copyOf(open);
    }

    /** What closing everything makes of the figures, or those that are where nothing is closed. */
    private Ending ending() {
        if (!config.risk().account().autoclose()) {
            return new Ending(trades, last.equity(), last.markedEquity());
        }
        TradeTally all = trades.copy();
        for (ClosedTrade trade : openTrades()) {
            all.add(trade);
        }
        Decimal cost = closingCost();
        Decimal equity = last.equity().minus(cost);
        return new Ending(all, equity, last.markedEquity() - cost.toDouble());
    }

    private Decimal closingCost() {
        Decimal with = Decimal.ZERO;
        for (ClosedTrade trade : openTrades()) {
            with = with.plus(trade.fees());
        }
        for (ClosedTrade trade : ledger.openTrades(lastNanos, Decimal.ZERO)) {
            with = with.minus(ledger.converted(trade.instrument(), trade.fees()));
        }
        return with;
    }

    private record Ending(TradeTally trades, Decimal equity, double markedEquity) {}

    /** {@return the equity over time, in at most as many points as configured, and the last one} */
    public List<EquityPoint> equityCurve() {
        return curve.points();
    }

    private void begin(AqtsConfig settings, Ledger books) {
        config = settings;
        Decimal cash = settings.risk().initialCash();
        String currency = settings.risk().currency();
        double initial = cash.toDouble();
        ledger = books;
        opening = cash;
        isOpened = settings.risk().account().deposits().isEmpty();
        returns = new ReturnTally(settings.performance().returns(), initial);
        drawdown = new DrawdownTally(initial);
        trades = new TradeTally();
        costs = new CostTally();
        curve = new EquityCurve(settings.performance().equityPoints());
        last = new Portfolio(currency, cash, List.of(), List.of(), initial, RiskState.NORMAL);
        exposure = 0;
        startNanos = 0;
        lastNanos = 0;
        steps = 0;
    }

    /** Begins to measure where deposits have a price, which is what they count for from then on. */
    private void open(Decimal worth, long firstNanos) {
        isOpened = true;
        opening = worth;
        returns = new ReturnTally(config.performance().returns(), worth.toDouble());
        drawdown = new DrawdownTally(worth.toDouble());
        returns.begin(firstNanos);
        drawdown.begin(firstNanos);
    }

    /** Books the fills of a step that brought nothing else. */
    private boolean book(Step step) {
        expect(step.orders());
        List<ExecutionEvent> events = step.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof ExecutionEvent.Filled filled) {
                ClosedTrade ended = ledger.book(filled.fill()).orElse(null);
                costs.add(filled.fill(), ledger);
                if (ended != null) {
                    take(ended);
                }
            }
        }
        return true;
    }

    /** Books what fell due in a step, in its turn among the fills; those of the step's own orders come after it all. */
    private boolean settle(Step step) {
        expect(step.orders());
        List<ExecutionEvent> earlier = new ArrayList<>();
        List<Fill> late = new ArrayList<>();
        for (ExecutionEvent event : step.events()) {
            if (event instanceof ExecutionEvent.Filled filled && isOfThisStep(filled.fill(), step.orders())) {
                late.add(filled.fill());
            } else {
                earlier.add(event);
            }
        }
        List<ClosedTrade> ended = ledger.settle(step.snapshot(), earlier);
        late.forEach(fill -> ledger.book(fill).ifPresent(ended::add));
        for (ExecutionEvent event : step.events()) {
            if (event instanceof ExecutionEvent.Filled filled) {
                costs.add(filled.fill(), ledger);
            }
        }
        ended.forEach(this::take);
        return true;
    }

    private void expect(List<ApprovedOrder> orders) {
        for (int i = 0; i < orders.size(); i++) {
            ledger.expect(orders.get(i));
        }
    }

    private static boolean isOfThisStep(Fill fill, List<ApprovedOrder> orders) {
        for (ApprovedOrder order : orders) {
            if (order.id() == fill.orderId() && order.revision() == 0) {
                return true;
            }
        }
        return false;
    }

    private void take(ClosedTrade ended) {
        ClosedTrade trade = inAccountCurrency(ended);
        trades.add(trade);
        closed.accept(trade);
    }

    private ClosedTrade inAccountCurrency(ClosedTrade trade) {
        Decimal gross = ledger.converted(trade.instrument(), trade.grossPnl());
        Decimal fees = ledger.converted(trade.instrument(), trade.fees());
        if (gross.equals(trade.grossPnl()) && fees.equals(trade.fees())) {
            return trade;
        }
        return new ClosedTrade(
                trade.instrument(),
                trade.side(),
                trade.entryNanos(),
                trade.exitNanos(),
                trade.quantity(),
                gross,
                fees,
                trade.ambiguous());
    }

    private static long start(Step step) {
        long first = step.snapshot().epochNanos();
        for (InstrumentMarket market : step.snapshot().instruments()) {
            Bar bar = market.bar();
            if (bar != null) {
                first = Math.min(first, bar.startNanos());
            }
        }
        return first;
    }
}
