package io.aqts.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.RiskView;
import io.aqts.performance.ClosedTrade;
import io.aqts.signal.Decision;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RestrictionCause;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the rules of a run are told, and what they may demand of it. */
class RulebookTest {

    private static final ReasonCode FIRST = new ReasonCode("FIRST");
    private static final ReasonCode SECOND = new ReasonCode("SECOND");
    private static final Fill FILL = new Fill(
            1,
            2,
            0,
            Side.SELL,
            Decimal.ONE,
            Decimal.ONE,
            Decimal.ZERO,
            new FillContext("v", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.ONE, false));
    private static final ClosedTrade TRADE =
            new ClosedTrade(0, Side.BUY, 0, 1, Decimal.ONE, Decimal.ONE, Decimal.ZERO, false);

    private final Demanding first = new Demanding(FIRST);
    private final Demanding second = new Demanding(SECOND);
    private final Rulebook book = book(first);
    private final Rulebook both = book(first, second);

    @Test
    void watchesOnlyIfARuleObservesOrDemands() {
        assertThat(book(new Plain(FIRST)).isWatching()).isFalse();
        assertThat(book(new Observing()).isWatching()).isTrue();
        assertThat(book(new Triggering()).isWatching()).isTrue();
    }

    @Test
    void anObserverIsToldEverythingOnce() {
        RiskView view = new WorstCase(2);
        book.onFill(FILL, Optional.empty());
        book.onFill(FILL, Optional.of(TRADE));
        book.onTrade(TRADE);
        book.onStep(view);
        book.onDecision(Decision.NONE);
        book.onResume();

        assertThat(first.heard).containsExactly(FILL, FILL, TRADE, TRADE, view, Decision.NONE, "resume");
    }

    @Test
    void aRuleGivenTwiceIsToldOnceAndTwoRulesAreBothTold() {
        Rulebook twice = book(first, first, second);
        twice.onResume();

        assertThat(first.heard).containsExactly("resume");
        assertThat(second.heard).containsExactly("resume");
    }

    @Test
    void anApprovedOrderAndItsAmendmentAreTold() {
        ApprovedOrder order = approved(Side.BUY);
        book.onApproval(order);
        book.onAmendment(order);

        assertThat(first.heard).containsExactly(order, order.id() + "@" + order.epochNanos());
    }

    @Test
    void theWorstDemandIsMadeAndTheFirstRuleThatMakesItIsTheCause() {
        assertThat(step()).isEqualTo(RiskState.NORMAL);

        first.state = RiskState.REDUCING;
        second.state = RiskState.REDUCING;
        assertThat(step()).isEqualTo(RiskState.REDUCING);
        assertThat(both.why(RiskState.REDUCING)).isEqualTo(FIRST);

        second.state = RiskState.HALTED;
        assertThat(step()).isEqualTo(RiskState.HALTED);
        assertThat(both.why(RiskState.HALTED)).isEqualTo(SECOND);
        assertThat(both.why(RiskState.REDUCING)).isEqualTo(ReasonCode.CIRCUIT_BREAKER);
        assertThat(both.why(RiskState.KILL_SWITCH)).isEqualTo(ReasonCode.KILL_SWITCH);

        first.state = RiskState.NORMAL;
        second.state = RiskState.NORMAL;
        assertThat(step()).as("demands end").isEqualTo(RiskState.NORMAL);
    }

    @Test
    void everyRestrictionIsToldButThatOfNoRuleAndThatOfTheSwitch() {
        assertThat(causes()).as("before the first step").isEmpty();
        step();
        assertThat(causes()).isEmpty();

        first.state = RiskState.KILL_SWITCH;
        second.state = RiskState.REDUCING;
        step();
        assertThat(causes()).containsExactly(new RestrictionCause.Rule(RiskState.REDUCING, SECOND));
    }

    @Test
    void aRuleIsAskedOnceInAStepForWhatItDemands() {
        first.state = RiskState.REDUCING;
        step();
        assertThat(first.asked).isEqualTo(1);

        first.state = RiskState.NORMAL;
        assertThat(causes())
                .as("what held when the step began")
                .containsExactly(new RestrictionCause.Rule(RiskState.REDUCING, FIRST));
        assertThat(first.asked).isEqualTo(1);
    }

    private RiskState step() {
        return both.onStep(new WorstCase(2));
    }

    private List<RestrictionCause> causes() {
        List<RestrictionCause> causes = new ArrayList<>();
        both.tell(causes);
        return causes;
    }

    @Test
    void aDemandedExitClosesWhatIsHeldOnceOnEitherSide() {
        Portfolio held = Fixtures.portfolio("100000", Fixtures.holding("1", 100), Fixtures.holding("-2", 100));
        List<RiskVerdict> none = List.of();
        assertThat(both.exits(held, none)).isSameAs(none);

        first.exit = true;
        second.exit = true;
        List<RiskVerdict> exits = both.exits(held, none);

        assertThat(exits)
                .containsExactly(
                        new RiskVerdict.Approved(OrderIntent.close(0, Side.SELL, FIRST), List.of(FIRST)),
                        new RiskVerdict.Approved(OrderIntent.close(1, Side.BUY, FIRST), List.of(FIRST)));
        assertThat(both.exits(held, exits)).as("they are among them").isSameAs(exits);
        assertThat(both.exits(held, List.of(exits.get(1)))).containsExactly(exits.get(1), exits.get(0));
    }

    @Test
    void nothingIsClosedThatIsNotHeldOrIsBeingClosed() {
        first.exit = true;
        Portfolio flat = Fixtures.portfolio("100000", Fixtures.flat(100), Fixtures.flat(100));
        assertThat(book.exits(flat, List.of())).isEmpty();

        Portfolio leaving = Fixtures.portfolio(
                RiskState.NORMAL,
                "100000",
                List.of(Fixtures.holding("1", 40_000), Fixtures.flat(100)),
                List.of(new OpenOrder(approved(Side.SELL), Decimal.ZERO)));
        assertThat(book.exits(leaving, List.of())).isEmpty();
    }

    @Test
    void rulesAreAskedByTheirPlace() {
        RiskCandidate any = null;
        assertThat(both.asRules().size()).isEqualTo(2);
        assertThat(both.asRules().reasonFor(1, any)).isEqualTo(SECOND);
        assertThat(both.asRules().allowedQuantity(0, any)).isEqualTo(5);
    }

    private static ApprovedOrder approved(Side side) {
        RiskGate gate = Fixtures.gate(Fixtures.context(r -> r, Fixtures.BTC, Fixtures.ETH));
        Portfolio owned = side == Side.BUY
                ? Fixtures.portfolio("1000000", Fixtures.flat(40_000), Fixtures.flat(100))
                : Fixtures.portfolio("1000000", Fixtures.holding("1", 40_000), Fixtures.flat(100));
        OrderIntent intent = side == Side.BUY
                ? OrderIntent.open(0, side, Sizing.units(0.1))
                : OrderIntent.close(0, side, ReasonCode.SIGNAL);
        return Fixtures.judge(gate, owned, intent).orders().get(0);
    }

    private static Rulebook book(RiskRule... rules) {
        return new Rulebook(Fixtures.context(r -> r, Fixtures.BTC, Fixtures.ETH), List.of(rules));
    }

    /** A rule that allows 5 of everything. */
    private static class Plain implements RiskRule {

        private final ReasonCode name;

        Plain(ReasonCode name) {
            this.name = name;
        }

        @Override
        public ReasonCode reason() {
            return name;
        }

        @Override
        public double allowedQuantity(RiskCandidate candidate) {
            return 5;
        }
    }

    private static final class Observing extends Plain implements RiskObserver {
        Observing() {
            super(FIRST);
        }
    }

    private static final class Triggering extends Plain implements RiskTrigger {
        Triggering() {
            super(FIRST);
        }
    }

    private static final class Demanding extends Plain implements RiskObserver, RiskTrigger {

        final List<Object> heard = new ArrayList<>();
        private RiskState state = RiskState.NORMAL;
        private boolean exit;
        private int asked;

        Demanding(ReasonCode name) {
            super(name);
        }

        @Override
        public RiskState demandedState() {
            asked++;
            return state;
        }

        @Override
        public boolean demandsExit(int instrument) {
            return exit;
        }

        @Override
        public ReasonCode exitReason() {
            return reason();
        }

        @Override
        public void onFill(Fill fill) {
            heard.add(fill);
        }

        @Override
        public void onTrade(ClosedTrade trade) {
            heard.add(trade);
        }

        @Override
        public void onStep(RiskView view) {
            heard.add(view);
        }

        @Override
        public void onDecision(Decision decision) {
            heard.add(decision);
        }

        @Override
        public void onApproval(ApprovedOrder order) {
            heard.add(order);
        }

        @Override
        public void onAmendment(long orderId, long epochNanos) {
            heard.add(orderId + "@" + epochNanos);
        }

        @Override
        public void onResume() {
            heard.add("resume");
        }
    }
}
