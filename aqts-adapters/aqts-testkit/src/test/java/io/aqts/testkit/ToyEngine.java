package io.aqts.testkit;

import io.aqts.Orchestrator;
import io.aqts.Randomness;
import io.aqts.Step;
import io.aqts.StepException;
import io.aqts.WhatIf;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Overrides;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Decision;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Handling;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An orchestrator that keeps its promises and trades by chance, unless it is given a flaw. */
final class ToyEngine implements Orchestrator {

    private static final int STEPS = 80;
    private static final int FAILING_STEP = 10;
    private static Randomness shared = Randomness.of(1);

    private final EngineFlaw flaw;
    private final boolean fails;
    private AqtsConfig config;
    private Market market;
    private List<MarketSnapshot> snapshots = List.of();
    private NextOpenVenue venue;
    private ToyLedger ledger;
    private Randomness chance;
    private Approver mint;
    private Portfolio portfolio;
    private double peak;
    private int index;
    private boolean halted;
    private boolean failed;
    private boolean closed;

    ToyEngine(AqtsConfig config, EngineFlaw flaw, boolean fails) {
        this.config = config;
        this.flaw = flaw;
        this.fails = fails;
        start();
    }

    @Override
    public Optional<Step> next() {
        if ((closed && flaw != EngineFlaw.GOES_ON_WHEN_CLOSED)
                || (failed && flaw != EngineFlaw.GOES_ON_AFTER_A_FAILURE)) {
            throw new IllegalStateException("closed or failed");
        }
        if (index == STEPS) {
            index -= flaw == EngineFlaw.RISES_AFTER_THE_END ? 1 : 0;
            return Optional.empty();
        }
        if (fails && index == FAILING_STEP) {
            failed = true;
            portfolio = flaw == EngineFlaw.BOOKS_WHAT_FAILED ? portfolio(RiskState.HALTED) : portfolio;
            throw new StepException(index, "toy", "meant to fail", new IllegalStateException());
        }
        Step step = step(snapshots.get(index));
        index++;
        return Optional.of(step);
    }

    @Override
    public Portfolio portfolio() {
        return portfolio;
    }

    @Override
    public Universe universe() {
        return market.universe();
    }

    @Override
    public List<String> layers() {
        return List.of("source", "fusion", "risk", "venue");
    }

    @Override
    public AqtsConfig config() {
        return flaw == EngineFlaw.FORGETS_ITS_CONFIG ? AqtsConfig.defaults() : config;
    }

    @Override
    public void halt() {
        halted = flaw != EngineFlaw.IGNORES_THE_OPERATOR;
    }

    @Override
    public void kill(KillSwitch level) {
        halt();
    }

    @Override
    public WhatIf whatIf(OrderIntent intent) {
        return new WhatIf(RiskVerdict.rejected(intent.instrument(), ReasonCode.REQUESTED), List.of());
    }

    @Override
    public void resume() {
        halted = false;
        peak = 0;
    }

    @Override
    public void reset() {
        start();
    }

    @Override
    public void reset(Overrides overrides) {
        if (flaw == EngineFlaw.RESETS_BEFORE_IT_REFUSES) {
            start();
        }
        AqtsConfig changed = config;
        for (String key : overrides.asMap().keySet()) {
            if (key.equals("seed")) {
                long seed = ((Number) overrides.asMap().get(key)).longValue();
                changed = flaw == EngineFlaw.IGNORES_CHANGES ? config : config.with(c -> c.seed(seed));
            } else if (flaw != EngineFlaw.IGNORES_UNKNOWN_SETTINGS) {
                throw new IllegalArgumentException(key + " is not a setting that can be changed");
            }
        }
        config = changed;
        start();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void start() {
        boolean isFirst = ledger == null;
        market = Market.bars(MarketKind.WILD, config.seed(), 2, STEPS);
        snapshots = new ArrayList<>(market.snapshots());
        if (flaw == EngineFlaw.GOES_BACK_IN_TIME) {
            Collections.swap(snapshots, 20, 21);
        }
        venue = new NextOpenVenue(market.context(config), venueFlaw());
        if (isFirst || flaw != EngineFlaw.KEEPS_ITS_BOOKS_ON_RESET) {
            ledger = new ToyLedger(flaw, config.risk().initialCash(), 2);
        }
        if (isFirst || flaw != EngineFlaw.KEEPS_ITS_CHANCE_ON_RESET) {
            chance = flaw == EngineFlaw.SHARES_ITS_CHANCE ? shared : Randomness.of(config.seed());
        }
        mint = new TestMint();
        peak = 0;
        halted = false;
        index = 0;
        failed = false;
        portfolio = portfolio(RiskState.NORMAL);
    }

    private Step step(MarketSnapshot snapshot) {
        List<ExecutionEvent> events = new ArrayList<>(venue.meet(snapshot));
        book(events);
        for (int i = 0; i < 2; i++) {
            Bar bar = snapshot.instrument(i).bar();
            if (bar != null) {
                ledger.mark(i, bar.close());
            }
        }
        RiskState state = state();
        List<ApprovedOrder> orders = orders(state, snapshot.epochNanos());
        for (ApprovedOrder order : orders) {
            List<ExecutionEvent> news = venue.submit(order);
            book(news);
            events.addAll(flaw == EngineFlaw.REPORTS_NEW_ORDERS_FIRST ? 0 : events.size(), news);
        }
        Portfolio before = portfolio;
        Portfolio after = portfolio(state);
        portfolio = flaw == EngineFlaw.SHOWS_AN_OLD_PORTFOLIO ? before : after;
        int number = flaw == EngineFlaw.COUNTS_FROM_ONE ? index + 1 : index;
        return new Step(number, snapshot, List.of(), Decision.NONE, List.of(), orders, events, after);
    }

    private void book(List<ExecutionEvent> events) {
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled filled) {
                ledger.book(filled.fill());
            }
        }
    }

    private RiskState state() {
        if (halted) {
            return RiskState.HALTED;
        }
        double equity = ledger.equity();
        peak = Math.max(peak, equity);
        return equity <= peak * (1 - config.risk().breaker().reduceAt()) ? RiskState.REDUCING : RiskState.NORMAL;
    }

    private List<ApprovedOrder> orders(RiskState state, long epochNanos) {
        List<ApprovedOrder> orders = new ArrayList<>();
        Exposure exposure = new Exposure(portfolio(state));
        boolean mayOpen = state == RiskState.NORMAL || flaw == EngineFlaw.OPENS_IN_EVERY_STATE;
        for (int i = 0; i < 2 && flaw != EngineFlaw.NEVER_TRADES; i++) {
            Position position = ledger.positions().get(i);
            boolean reduces = !mayOpen || chance.nextInt(2) == 0;
            Side side = position.quantity().isNegative() ? Side.BUY : Side.SELL;
            if (!reduces) {
                side = chance.nextInt(2) == 0 || !config.risk().shortAllowed() ? Side.BUY : Side.SELL;
            }
            Decimal quantity = reduces ? position.quantity().abs() : units(i, exposure);
            if (quantity.isPositive()) {
                Order order = order(i, side, quantity, reduces);
                orders.add(mint.approve(order, epochNanos, Decimal.fromDouble(ledger.price(i))));
                exposure.add(orders.get(orders.size() - 1));
            }
        }
        return orders;
    }

    private Decimal units(int instrument, Exposure exposure) {
        double price = ledger.price(instrument);
        double equity = Math.max(ledger.equity(), 0);
        double gross = config.risk().maxLeverage() * equity - exposure.gross();
        double share = config.risk().sizing().maxPositionShare() * equity - exposure.of(instrument);
        double room = flaw == EngineFlaw.OVERSTEPS_ITS_LIMITS ? 2 * equity : 0.9 * Math.min(gross, share);
        Decimal lot = market.universe().instrument(instrument).lotSize();
        return price > 0 && room > 0
                ? Decimal.roundedToMultiple(room * chance.nextDouble() / price, lot, RoundingMode.DOWN)
                : Decimal.ZERO;
    }

    private static Order order(int instrument, Side side, Decimal quantity, boolean reduces) {
        return new Order(
                instrument,
                side,
                OrderSize.units(quantity),
                OrderType.market(),
                Lifetime.GTC,
                Handling.reducing(reduces),
                Bracket.NONE,
                ReasonCode.SIGNAL);
    }

    private Portfolio portfolio(RiskState state) {
        return new Portfolio(
                config.risk().currency(), ledger.cash(), ledger.positions(), List.of(), ledger.equity(), state);
    }

    private VenueFlaw venueFlaw() {
        return flaw == EngineFlaw.FILLS_AT_ONCE
                ? VenueFlaw.FILLS_AT_ONCE
                : flaw == EngineFlaw.STAMPS_AHEAD ? VenueFlaw.STAMPS_AHEAD : VenueFlaw.NONE;
    }
}
