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
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Portfolio;
import io.aqts.trade.RiskState;
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
    private final Outlined<List<ExecutionEvent>, Boolean> booking = this::book;
    private AqtsConfig config;
    private Ledger ledger;
    private ReturnTally returns;
    private DrawdownTally drawdown;
    private TradeTally trades;
    private CostTally costs;
    private EquityCurve curve;
    private Portfolio last;
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
        begin(AqtsConfig.defaults(), 1);
    }

    @Override
    public void onStart(LayerContext context) {
        begin(context.config(), context.universe().size());
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
        if (!step.events().isEmpty()) {
            Outlined.call(booking, step.events());
        }
        last = step.portfolio();
        double marked = last.markedEquity();
        double held = last.grossExposure();
        returns.step(now, marked);
        drawdown.step(now, marked);
        costs.step(now - lastNanos, marked, exposure, held);
        curve.step(now, marked);
        exposure = held;
        lastNanos = now;
    }

    /** {@return how the run did so far} */
    public PerformanceSummary summary() {
        DrawdownStatistics depth = drawdown.statistics();
        PerformanceConfig settings = config.performance();
        return new PerformanceSummary(
                new Span(startNanos, lastNanos, steps),
                config.risk().initialCash(),
                last.equity(),
                returns.statistics(
                        lastNanos - startNanos, last.markedEquity(), settings.riskFreeRate(), depth.maximum()),
                depth,
                trades.statistics(settings.confidenceLevel()),
                costs.statistics());
    }

    /** {@return the equity over time, in at most as many points as configured, and the last one} */
    public List<EquityPoint> equityCurve() {
        return curve.points();
    }

    private void begin(AqtsConfig settings, int instruments) {
        config = settings;
        Decimal cash = settings.risk().initialCash();
        String currency = settings.risk().currency();
        double initial = cash.toDouble();
        ledger = new Ledger(currency, cash, instruments);
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

    private boolean book(List<ExecutionEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof ExecutionEvent.Filled filled) {
                Fill fill = filled.fill();
                costs.add(fill);
                ledger.book(fill).ifPresent(this::take);
            }
        }
        return true;
    }

    private void take(ClosedTrade trade) {
        trades.add(trade);
        closed.accept(trade);
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
