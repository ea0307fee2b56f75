package io.aqts.core;

import io.aqts.AqtsException;
import io.aqts.DataSource;
import io.aqts.Detector;
import io.aqts.ExecutionVenue;
import io.aqts.FusionLayer;
import io.aqts.LayerContext;
import io.aqts.LayerFactory;
import io.aqts.RiskManager;
import io.aqts.RiskRule;
import io.aqts.Step;
import io.aqts.StepException;
import io.aqts.StepListener;
import io.aqts.WhatIf;
import io.aqts.config.AccountKind;
import io.aqts.core.data.SnapshotCheck;
import io.aqts.core.ledger.Ledger;
import io.aqts.core.risk.CircuitBreaker;
import io.aqts.core.risk.Rulebook;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Decision;
import io.aqts.signal.Signal;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Restriction;
import io.aqts.trade.RestrictionCause;
import io.aqts.trade.Restrictions;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run from its first step to its last: the layers without history, the ledger, and the order of a step. */
final class Run implements AutoCloseable {

    private static final String SOURCE = "source";
    private static final String[] STAGES = {SOURCE, "venue", "ledger", "fusion", "risk", "gate", "listener"};
    private static final int AT_SOURCE = 0;
    private static final int AT_VENUE = 1;
    private static final int AT_LEDGER = 2;
    private static final int AT_FUSION = 3;
    private static final int AT_RISK = 4;
    private static final int AT_GATE = 5;
    private static final int AT_LISTENER = 6;
    private static final int AT_DETECTORS = 7;

    private final LayerContext context;
    private final DataSource source;
    private final Detector[] detectors;
    private final FusionLayer fusion;
    private final RiskManager risk;
    private final ExecutionVenue venue;
    private final StepListener[] listeners;
    private final SnapshotCheck check;
    private final int instruments;
    private final Ledger ledger;
    private final boolean isMargined;
    private final CircuitBreaker breaker;
    private final RestrictionLog restrictions = new RestrictionLog();
    private final Desk desk;
    private final Rulebook rulebook;
    private final boolean isWatched;

    private final Portfolio initial;
    private @Nullable Step last;
    private long index;
    private int stage;
    private boolean ended;
    private boolean failed;
    private boolean isCalled;
    private boolean isRestricted;

    private Run(LayerContext context, Wiring wiring, DataSource source) {
        this.context = context;
        this.source = source;
        Universe universe = source.universe();
        this.detectors = new Detector[wiring.detectors().size()];
        for (int i = 0; i < detectors.length; i++) {
            detectors[i] = make(wiring.detectors().get(i), "detector." + i);
        }
        this.fusion = make(wiring.fusion(), "fusion");
        this.rulebook = rulebook(wiring);
        this.isWatched = rulebook.isWatching();
        this.risk = wiring.risk().create(context.forLayer("risk").withRules(rulebook.asRules()));
        this.listeners = wiring.listeners().toArray(new StepListener[0]);
        this.check = new SnapshotCheck(universe);
        this.instruments = universe.size();
        this.ledger = new Ledger(context.config().risk().account(), universe);
        this.isMargined = context.config().risk().account().kind() == AccountKind.MARGIN;
        this.breaker = new CircuitBreaker(context.config().risk().breaker());
        this.venue = make(wiring.venue(), "venue");
        this.desk = new Desk(context.forLayer("gate"), rulebook, ledger, venue);
        this.initial = desk.portfolio(breaker.state());
    }

    /** Makes a run and tells the listeners; if one of them cannot bear it, nothing stays open. */
    static Run start(Wiring wiring) {
        Run run = prepare(wiring);
        try {
            run.announce();
            return run;
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    /** Makes a run; if a layer cannot be made, what was opened before it is closed again. */
    static Run prepare(Wiring wiring) {
        DataSource source = wiring.source().create(new LayerContext(wiring.config(), Universe.EMPTY, SOURCE));
        try {
            new Ledger(wiring.config().risk().account(), source.universe()).requireRates();
            LayerContext context = new LayerContext(wiring.config(), source.universe(), "run");
            return new Run(context, wiring, source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Tells the listeners that the run begins; if one of them cannot bear it, the run has failed. */
    void announce() {
        stage = AT_LISTENER;
        failed = true;
        for (StepListener listener : listeners) {
            listener.onStart(context);
        }
        failed = false;
    }

    void halt() {
        breaker.halt();
    }

    void kill(KillSwitch level) {
        breaker.kill(level, ReasonCode.KILL_SWITCH);
    }

    void resume() {
        breaker.resume();
        rulebook.onResume();
    }

    Restrictions restrictions() {
        return restrictions.restrictions();
    }

    WhatIf whatIf(OrderIntent intent) {
        Step step = last;
        if (step == null) {
            throw new IllegalStateException("next must be called before whatIf");
        }
        return desk.whatIf(intent, step.portfolio(), step.snapshot(), step.decision());
    }

    Portfolio portfolio() {
        Step step = last;
        return step == null ? initial : step.portfolio();
    }

    /** {@return the names of the layers, in the order of a step} */
    List<String> layers() {
        List<String> names = new ArrayList<>();
        names.add(nameOf(source));
        for (Detector detector : detectors) {
            names.add(nameOf(detector));
        }
        names.add(nameOf(fusion));
        names.add(nameOf(risk));
        names.add(nameOf(venue));
        return List.copyOf(names);
    }

    private static String nameOf(Object layer) {
        Class<?> type = layer.getClass();
        return type.isHidden() || type.isAnonymousClass() || type.isSynthetic() ? "custom" : type.getSimpleName();
    }

    List<String> assumptions() {
        return venue.assumptions();
    }

    boolean isEndless() {
        return source.isEndless();
    }

    List<String> origins() {
        return source.origins();
    }

    Universe universe() {
        return context.universe();
    }

    Optional<Step> next() {
        if (failed) {
            throw new IllegalStateException("the run failed at step " + index + ", in " + stage() + "; reset it first");
        }
        if (ended) {
            return Optional.empty();
        }
        failed = true;
        try {
            Optional<Step> step = advance();
            failed = false;
            return step;
        } catch (RuntimeException e) {
            if (e instanceof AqtsException && stage == AT_SOURCE) {
                throw e;
            }
            throw new StepException(
                    index, stage(), String.valueOf(e.getMessage()), e, desk.submitted(), desk.reported());
        }
    }

    private Optional<Step> advance() {
        stage = AT_SOURCE;
        desk.begin();
        Optional<MarketSnapshot> next = source.next();
        if (next.isEmpty()) {
            ended = true;
            return Optional.empty();
        }
        Step step = step(next.get());
        last = step;
        index++;
        return Optional.of(step);
    }

    @Override
    public void close() {
        try (source) {
            venue.close();
        }
    }

    /** {@return the name of the layer at work} */
    private String stage() {
        return stage < STAGES.length ? STAGES[stage] : "detector." + (stage - AT_DETECTORS);
    }

    private Step step(MarketSnapshot snapshot) {
        check.check(snapshot);
        meet(snapshot);
        stage = AT_LEDGER;
        RiskState state = breaker.update(ledger.markedEquity(), snapshot.epochNanos());
        if (isWatched || isMargined || isRestricted || state != RiskState.NORMAL) {
            state = restricted(snapshot, state);
        }
        Portfolio marked = isWatched ? desk.marked(state) : desk.portfolio(state);
        List<RiskVerdict> exits = isWatched || state != RiskState.NORMAL ? exits(marked) : List.of();

        List<Signal> signals = detect(snapshot);
        stage = AT_FUSION;
        Decision decision = fusion.fuse(snapshot, signals);
        if (isWatched) {
            rulebook.onDecision(decision);
        }
        stage = AT_RISK;
        List<RiskVerdict> proposed = risk.assess(decision, snapshot, marked);
        stage = AT_GATE;
        List<RiskVerdict> verdicts = Desk.isNothing(exits, proposed)
                ? proposed
                : desk.judge(new Desk.Docket(exits, proposed, marked, snapshot, decision));

        stage = AT_VENUE;
        List<ApprovedOrder> orders = desk.orders();
        List<ExecutionEvent> all = desk.submit();
        Portfolio after = desk.isUsed() ? desk.portfolio(state) : marked;
        return told(new Step(index, snapshot, signals, decision, verdicts, orders, all, after));
    }

    /** The state of trading after what the rules and the margin demand; what may not stay open is called back. */
    private RiskState restricted(MarketSnapshot snapshot, RiskState tripped) {
        RiskState state = isWatched ? watch(snapshot, tripped) : tripped;
        isCalled = isMargined && ledger.isCalled();
        if (isCalled) {
            state = state.worse(RiskState.REDUCING);
        }
        if (!state.allowsOpening()) {
            stage = AT_VENUE;
            desk.recall(isCalled, breaker.closesAll());
            stage = AT_LEDGER;
        }
        if (isRestricted || state != RiskState.NORMAL) {
            note(snapshot, state);
        }
        return state;
    }

    /** Keeps why trading is restricted in this step, or that it is free again. */
    private void note(MarketSnapshot snapshot, RiskState state) {
        isRestricted = state != RiskState.NORMAL;
        List<RestrictionCause> causes = breaker.causes();
        if (isWatched || isCalled) {
            causes = new ArrayList<>(causes);
            rulebook.tell(causes);
            if (isCalled) {
                causes.add(new RestrictionCause.MarginCall());
            }
        }
        restrictions.note(new Restriction.Moment(index, snapshot.epochNanos()), causes);
    }

    /** What must be left by the word of the margin, or else of the breaker and the rules. */
    private List<RiskVerdict> exits(Portfolio marked) {
        if (isCalled) {
            return Liquidation.exits(marked);
        }
        List<RiskVerdict> exits = breaker.exits(marked);
        return isWatched ? rulebook.exits(marked, exits) : exits;
    }

    private Step told(Step step) {
        stage = AT_LISTENER;
        for (StepListener listener : listeners) {
            listener.onStep(step);
        }
        return step;
    }

    /** The worst of what the breaker and the rules demand; a kill switch that a rule throws stays thrown. */
    private RiskState watch(MarketSnapshot snapshot, RiskState state) {
        RiskState demanded = desk.watch(snapshot, state);
        if (demanded == RiskState.KILL_SWITCH) {
            breaker.kill(KillSwitch.HALT, rulebook.why(demanded));
        }
        return state.worse(demanded);
    }

    private Rulebook rulebook(Wiring wiring) {
        List<RiskRule> more = new ArrayList<>();
        for (int i = 0; i < wiring.rules().size(); i++) {
            more.add(make(wiring.rules().get(i), "rule." + i));
        }
        return new Rulebook(context.forLayer("rules"), more);
    }

    /** Lets the venue meet the snapshot, takes its prices, and books fills and what else fell due. */
    private void meet(MarketSnapshot snapshot) {
        stage = AT_VENUE;
        List<ExecutionEvent> met = venue.meet(snapshot);
        stage = AT_LEDGER;
        boolean isDue = ledger.mark(snapshot);
        stage = AT_VENUE;
        if (isDue) {
            desk.settle(snapshot, met);
        } else {
            desk.settle(met);
        }
    }

    private List<Signal> detect(MarketSnapshot snapshot) {
        if (detectors.length == 1) {
            return seen(detectors[0], 0, snapshot);
        }
        List<Signal> all = new ArrayList<>();
        for (int i = 0; i < detectors.length; i++) {
            all.addAll(seen(detectors[i], i, snapshot));
        }
        return List.copyOf(all);
    }

    private List<Signal> seen(Detector detector, int number, MarketSnapshot snapshot) {
        stage = AT_DETECTORS + number;
        List<Signal> signals = detector.detect(snapshot);
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            if (signal.instrument() >= instruments) {
                throw new IllegalStateException(stage() + " must give signals of instruments of the universe, one of "
                        + universe().instruments().stream()
                                .map(Instrument::symbol)
                                .toList() + ", but gave one of index " + signal.instrument() + ": " + signal);
            }
            if (signal.knownAtNanos() > snapshot.epochNanos()) {
                throw new IllegalStateException(stage() + " must give signals known no later than "
                        + snapshot.epochNanos() + ", but gave " + signal);
            }
        }
        return signals;
    }

    private <T> T make(LayerFactory<T> factory, String layer) {
        return factory.create(context.forLayer(layer));
    }
}
