package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.ExecutionVenue;
import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Decision;
import io.aqts.signal.Evidence;
import io.aqts.signal.Signal;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens in a step, and in which order. */
class EngineStepTest {

    private final List<String> log = new ArrayList<>();
    private final List<Portfolio> seen = new ArrayList<>();

    @Test
    void goesThroughTheLayersInTheirOrder() {
        Orchestrator engine =
                recording(Feed.of(100, 101, 102), new Desks.PlainVenue()).build();

        engine.next();
        assertThat(log)
                .containsExactly(
                        "start",
                        "source",
                        "meet",
                        "detector a",
                        "detector b",
                        "fusion [a, b]",
                        "risk",
                        "submit 1",
                        "listener");
        log.clear();
        engine.next();
        assertThat(log)
                .containsExactly(
                        "source", "meet", "detector a", "detector b", "fusion [a, b]", "risk", "submit 2", "listener");
    }

    @Test
    void fillsAndMarksBeforeItDecides() {
        Orchestrator engine =
                recording(Feed.of(100, 110, 120), new Desks.PlainVenue(1)).build();
        engine.next();
        engine.next();
        engine.next();

        assertThat(seen.get(0).position(0).isFlat()).isTrue();
        assertThat(seen.get(1).position(0).quantity())
                .as("filled at the open of 100")
                .isEqualTo(Decimal.ONE);
        assertThat(seen.get(1).position(0).mark()).isEqualTo(110);
        assertThat(seen.get(1).equity()).isEqualTo(Decimal.of(100_010));
        assertThat(seen.get(1).markedEquity()).isEqualTo(100_010);
        assertThat(seen.get(2).markedEquity()).isEqualTo(100_020);
    }

    @Test
    void reportsWhatHappenedInTheStep() {
        Orchestrator engine =
                recording(Feed.of(100, 101), new Desks.PlainVenue()).build();
        Step first = engine.next().orElseThrow();
        Step second = engine.next().orElseThrow();

        assertThat(first.index()).isZero();
        assertThat(first.signals()).extracting(Signal::source).containsExactly("a", "b");
        assertThat(first.decision()).isEqualTo(Desks.BUY);
        assertThat(first.verdicts()).isEqualTo(Desks.buy(1));
        assertThat(first.orders()).hasSize(1);
        assertThat(first.events()).containsExactly(new ExecutionEvent.Accepted(1, Feed.MINUTE));
        assertThat(first.portfolio().openOrders())
                .containsExactly(new OpenOrder(first.orders().get(0), Decimal.ZERO));
        assertThat(second.index()).isEqualTo(1);
        assertThat(second.events()).hasSize(2);
        assertThat(second.events().get(0)).as("earlier orders first").isInstanceOf(ExecutionEvent.Filled.class);
        assertThat(second.fills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.orderId()).isEqualTo(1));
        assertThat(engine.portfolio()).isEqualTo(second.portfolio());
    }

    @Test
    void neverFillsTheOrderOfTheLastBarAndListsIt() {
        Orchestrator engine = Aqts.backtest(context -> Feed.of(100, 101))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Desks.BUY)
                .risk(context -> (decision, snapshot, portfolio) ->
                        snapshot.epochNanos() == 2 * Feed.MINUTE ? Desks.buy(1) : Desks.nothing())
                .build();
        engine.next();
        Step last = engine.next().orElseThrow();

        assertThat(last.orders()).hasSize(1);
        assertThat(last.fills()).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(engine.next()).isEmpty();
            assertThat(engine.portfolio().openOrders())
                    .extracting(OpenOrder::approved)
                    .containsExactlyElementsOf(last.orders());
            assertThat(engine.portfolio().position(0).isFlat()).isTrue();
        }
    }

    @Test
    void endsForGoodAtTheFirstEmptyAnswerOfTheSource() {
        Feed relapsing = Feed.of(100, 101, 102);
        Orchestrator engine = Aqts.backtest(context -> new ForwardingSource(relapsing) {
                    @Override
                    public Optional<MarketSnapshot> next() {
                        Optional<MarketSnapshot> next = super.next();
                        return relapsing.asked() == 2 ? Optional.empty() : next;
                    }
                })
                .build();

        assertThat(engine.next()).isPresent();
        Portfolio last = engine.portfolio();
        for (int i = 0; i < 5; i++) {
            assertThat(engine.next()).isEmpty();
            assertThat(engine.portfolio()).isEqualTo(last);
        }
    }

    @Test
    void haltsBeforeItTakesNewRiskAndClosesWhatIsHeld() {
        Desks.PlainVenue venue = new Desks.PlainVenue(1);
        Orchestrator engine =
                leveraged(Feed.of(100, 100, 96, 95, 100, 120), venue).build();
        engine.next();
        assertThat(engine.next().orElseThrow().portfolio().position(0).quantity())
                .isEqualTo(Decimal.of(3_000));

        Step halted = engine.next().orElseThrow();
        assertThat(halted.portfolio().riskState()).isEqualTo(RiskState.HALTED);
        assertThat(halted.verdicts()).hasSize(2);
        assertThat(halted.verdicts().get(0).reasons()).containsExactly(ReasonCode.CIRCUIT_BREAKER);
        assertThat(halted.verdicts().get(0)).isInstanceOf(RiskVerdict.Approved.class);
        assertThat(halted.verdicts().get(1)).isEqualTo(RiskVerdict.rejected(0, ReasonCode.CIRCUIT_BREAKER));
        assertThat(halted.orders()).singleElement().satisfies(exit -> {
            assertThat(exit.order().side()).isEqualTo(Side.SELL);
            assertThat(exit.order().reduceOnly()).isTrue();
        });

        Step flat = engine.next().orElseThrow();
        assertThat(flat.portfolio().position(0).isFlat()).isTrue();
        for (int i = 0; i < 2; i++) {
            Step after = engine.next().orElseThrow();
            assertThat(after.orders()).isEmpty();
            assertThat(after.portfolio().riskState()).as("latched").isEqualTo(RiskState.HALTED);
        }
    }

    @Test
    void callsBackWhatWouldOpenAPositionWhenItHalts() {
        Desks.PlainVenue venue = new Desks.PlainVenue(1);
        Orchestrator engine = leveraged(Feed.of(100, 100, 100, 96, 96), venue).build();
        engine.next();
        engine.next();
        Step before = engine.next().orElseThrow();
        assertThat(before.portfolio().openOrders()).isNotEmpty();
        List<Long> open = before.portfolio().openOrders().stream()
                .map(order -> order.approved().id())
                .toList();

        Step halted = engine.next().orElseThrow();
        assertThat(halted.events())
                .filteredOn(event -> event instanceof ExecutionEvent.Canceled)
                .extracting(ExecutionEvent::orderId)
                .containsExactlyElementsOf(open);
        assertThat(halted.portfolio().openOrders())
                .extracting(OpenOrder::approved)
                .containsExactlyElementsOf(halted.orders());
        assertThat(halted.orders()).hasSize(1);
    }

    /** What was approved before a loss must not enlarge a position after it. */
    @Test
    void callsBackWhatWouldOpenAPositionWhenItReduces() {
        Desks.PlainVenue venue = new Desks.PlainVenue(1);
        Orchestrator engine =
                leveraged(Feed.of(100, 100, 97.5, 97.5, 97.5), venue).build();
        engine.next();
        Step before = engine.next().orElseThrow();
        assertThat(before.orders()).hasSize(1);

        Step reducing = engine.next().orElseThrow();
        assertThat(reducing.portfolio().riskState()).isEqualTo(RiskState.REDUCING);
        assertThat(reducing.events())
                .contains(new ExecutionEvent.Canceled(before.orders().get(0).id(), 0, ReasonCode.REQUESTED));
        assertThat(reducing.portfolio().openOrders()).isEmpty();
    }

    @Test
    void haltsAndResumesOnAnOperatorsWord() {
        Orchestrator engine = leveraged(Feed.of(100, 100, 100, 100, 100, 100), new Desks.PlainVenue())
                .build();
        engine.next();
        engine.next();
        engine.halt();
        assertThat(engine.portfolio().riskState()).as("from the next step on").isEqualTo(RiskState.NORMAL);

        Step halted = engine.next().orElseThrow();
        assertThat(halted.portfolio().riskState()).isEqualTo(RiskState.HALTED);
        assertThat(halted.orders())
                .singleElement()
                .satisfies(exit -> assertThat(exit.order().reduceOnly()).isTrue());
        Step flat = engine.next().orElseThrow();
        assertThat(flat.portfolio().position(0).isFlat()).isTrue();
        assertThat(flat.portfolio().riskState()).isEqualTo(RiskState.HALTED);

        engine.resume();
        Step resumed = engine.next().orElseThrow();
        assertThat(resumed.portfolio().riskState()).isEqualTo(RiskState.NORMAL);
        assertThat(resumed.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.order().reduceOnly()).isFalse());
    }

    @Test
    void forgetsAnOperatorsHaltOnAReset() {
        Orchestrator engine = Aqts.backtest(context -> Feed.of(100, 100)).build();
        engine.halt();
        engine.reset();

        assertThat(engine.next().orElseThrow().portfolio().riskState()).isEqualTo(RiskState.NORMAL);
        engine.close();
        org.assertj.core.api.Assertions.assertThatThrownBy(engine::halt).isInstanceOf(IllegalStateException.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(engine::resume).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesTheVenueExactlyWhatTheGateApproved() {
        Desks.PlainVenue venue = new Desks.PlainVenue();
        List<ApprovedOrder> approved = new ArrayList<>();
        Orchestrator engine = recording(Feed.of(Feed.waves(50)), venue)
                .listener(step -> approved.addAll(step.orders()))
                .build();
        while (engine.next().isPresent()) {
            assertThat(venue.taken()).isEqualTo(approved);
        }

        assertThat(approved).hasSize(50);
        assertThat(approved)
                .extracting(ApprovedOrder::id)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void cannotBeChangedByAListener() {
        List<Step> steps = new ArrayList<>();
        Orchestrator engine =
                recording(Feed.of(100, 101), new Desks.PlainVenue()).build();
        Step step = engine.next().orElseThrow();
        steps.add(step);

        for (List<?> list : List.of(
                step.signals(),
                step.verdicts(),
                step.orders(),
                step.events(),
                step.portfolio().positions(),
                step.portfolio().openOrders())) {
            org.assertj.core.api.Assertions.assertThatThrownBy(list::clear)
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private AqtsBuilder leveraged(Feed feed, ExecutionVenue venue) {
        return Aqts.live(context -> feed, context -> venue)
                .config(c -> c.risk(r -> r.sizing(s -> s.maxPositionShare(5))))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Desks.BUY)
                .risk(context ->
                        (decision, snapshot, portfolio) -> Desks.buy(snapshot.epochNanos() == Feed.MINUTE ? 3_000 : 1));
    }

    private AqtsBuilder recording(Feed feed, ExecutionVenue venue) {
        return Aqts.live(
                        context -> new ForwardingSource(feed) {
                            @Override
                            public Optional<MarketSnapshot> next() {
                                log.add("source");
                                return super.next();
                            }
                        },
                        context -> new RecordingVenue(venue, log))
                .detector(context -> snapshot -> List.of(signal("a", snapshot)))
                .detector(context -> snapshot -> List.of(signal("b", snapshot)))
                .fusion(context -> (snapshot, signals) -> {
                    log.add("fusion " + signals.stream().map(Signal::source).toList());
                    return Desks.BUY;
                })
                .risk(context -> (decision, snapshot, portfolio) -> judge(decision, portfolio))
                .listener(new StartListener(log));
    }

    private List<RiskVerdict> judge(Decision decision, Portfolio portfolio) {
        assertThat(decision).isEqualTo(Desks.BUY);
        log.add("risk");
        seen.add(portfolio);
        return Desks.buy(1);
    }

    private Signal signal(String name, MarketSnapshot snapshot) {
        log.add("detector " + name);
        return new Signal(name, 0, snapshot.epochNanos(), 0.5, 0.5, Evidence.NONE);
    }
}
