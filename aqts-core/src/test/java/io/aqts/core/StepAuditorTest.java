package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.config.AqtsConfig;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Decision;
import io.aqts.testkit.TestMint;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Liquidity;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second judge finds what it is there to find. Prices stand at 100, and equity at 1,000. */
class StepAuditorTest {

    private final StepAuditor auditor = new StepAuditor();
    private final TestMint mint = new TestMint();
    private final List<OpenOrder> open = new ArrayList<>();
    private Decimal held = Decimal.ZERO;
    private RiskState state = RiskState.NORMAL;
    private double equity = 1_000;
    private int index;

    @BeforeEach
    void start() {
        start(true);
    }

    @Test
    void letsPassWhatIsWithinTheLimits() {
        step(order(Side.BUY, "12", false, Bracket.NONE));
        step(order(Side.BUY, "8", false, Bracket.NONE));

        assertThat(auditor.openings()).isEqualTo(2);
    }

    @Test
    void countsWhatIsOpenAlready() {
        step(order(Side.BUY, "12", false, Bracket.NONE));

        refuses("gross exposure", order(Side.BUY, "8.01", false, Bracket.NONE));
    }

    @Test
    void findsAPositionBeyondItsShare() {
        start(true, 1);

        refuses("worst position", order(Side.BUY, "10.01", false, Bracket.NONE));
    }

    @Test
    void findsNewRiskUnderTheBreaker() {
        state = RiskState.REDUCING;

        refuses("no new risk", order(Side.BUY, "1", false, Bracket.NONE));
    }

    @Test
    void findsForbiddenShorts() {
        start(false);

        refuses("no short", order(Side.SELL, "1", false, Bracket.NONE));
    }

    @Test
    void findsTooMuchAtStake() {
        refuses("loss at the stop", order(Side.BUY, "9", false, new Bracket(Decimal.of(95), Decimal.ZERO, 0)));
        start(true);
        refuses("side of the loss", order(Side.BUY, "1", false, new Bracket(Decimal.of(101), Decimal.ZERO, 0)));
    }

    @Test
    void findsTooMuchAtStakeInPositionsAndOrdersTogether() {
        Bracket bracket = new Bracket(Decimal.of(97), Decimal.ZERO, 0);
        hold(order(Side.BUY, "6", false, bracket), "6");
        step(order(Side.BUY, "3", false, bracket));

        refuses("a loss at all stops", order(Side.BUY, "1.01", false, bracket));
    }

    @Test
    void findsAPurchaseThatTheCashDoesNotCover() {
        onACashAccount();
        step(order(Side.BUY, "5", false, Bracket.NONE));

        refuses("within the cash", order(Side.BUY, "5", false, Bracket.NONE));
    }

    @Test
    void findsAHaltThatLeavesPartOfAPositionOpen() {
        hold("5");
        state = RiskState.HALTED;
        step(order(Side.SELL, "5", true, Bracket.NONE));
        assertThat(auditor.waysOut()).isEqualTo(1);

        start(true);
        hold("5");
        state = RiskState.HALTED;
        assertThatThrownBy(() -> step(order(Side.SELL, "4.9", true, Bracket.NONE)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("must close the position of 5, but closes 4.9");
    }

    @Test
    void findsReductionsThatAreNone() {
        refuses("against the position", order(Side.SELL, "1", true, Bracket.NONE));
        start(true);
        hold("5");
        refuses("against the position", order(Side.BUY, "1", true, Bracket.NONE));
        start(true);
        hold("5");
        step(order(Side.SELL, "3", true, Bracket.NONE));
        refuses("no more than the position", order(Side.SELL, "2.1", true, Bracket.NONE));
    }

    @Test
    void judgesAnAmendmentByWhatTheOrderIsToBecome() {
        ApprovedOrder first = order(Side.BUY, "20", false, Bracket.NONE);
        step(first);
        equity = 800;

        amend(first, limit(Side.BUY, "16", "100"));
        assertThat(auditor.openings()).isEqualTo(2);
    }

    @Test
    void findsAnAmendmentBeyondALimit() {
        ApprovedOrder first = order(Side.BUY, "12", false, Bracket.NONE);
        step(first);

        assertThatThrownBy(() -> amend(first, limit(Side.BUY, "20.01", "100")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("gross exposure");
    }

    @Test
    void countsTheLargerFormForOthersUntilTheVenueAnswers() {
        ApprovedOrder first = order(Side.BUY, "12", false, Bracket.NONE);
        step(first);
        amend(first, limit(Side.BUY, "4", "100"));
        refuses("gross exposure", order(Side.BUY, "8.01", false, Bracket.NONE));

        start(true);
        ApprovedOrder second = order(Side.BUY, "12", false, Bracket.NONE);
        step(second);
        ApprovedOrder revised = amend(second, limit(Side.BUY, "4", "100"));
        open.set(0, new OpenOrder(revised, Decimal.ZERO));
        auditor.onStep(
                made(List.of(), List.of(new ExecutionEvent.Amended(second.id(), Feed.MINUTE, revised.revision()))));
        step(order(Side.BUY, "16", false, Bracket.NONE));
        refuses("gross exposure", order(Side.BUY, "0.01", false, Bracket.NONE));
    }

    @Test
    void letsPassASiblingOfWhatWasApprovedWhenMoreWasHeld() {
        shrinkUnder("5");

        step(sale("3", 1, LinkRole.ONE_UPDATES_OTHER));
        refuses("no more than the position of 3", sale("3.1", 1, LinkRole.ONE_UPDATES_OTHER));
    }

    @Test
    void findsASiblingThatIsTooMuchWithOrdersOfAnotherList() {
        shrinkUnder("2");

        refuses("no more than the position of 3", sale("1.1", 2, LinkRole.ONE_UPDATES_OTHER));
        start(true);
        shrinkUnder("2");
        refuses("no more than the position of 3", sale("1.1", 1, LinkRole.ONE_CANCELS_OTHER));
    }

    @Test
    void findsAnExitBesideChildrenThatCanAllFill() {
        holdUnderChildren("10", "5", "5");

        refuses("no more than the position of 10", order(Side.SELL, "0.1", true, Bracket.NONE));
    }

    @Test
    void countsOfABracketWhatItsParentEntered() {
        hold("5");
        holdUnderChildren("10", "10", "10");

        step(order(Side.SELL, "5", true, Bracket.NONE));
        refuses("no more than the position of 15", order(Side.SELL, "0.1", true, Bracket.NONE));
    }

    @Test
    void countsOfChildrenOnlyWhatTheyHaveNotLeftYet() {
        hold("5");
        ApprovedOrder stop = holdUnderChildren("10", "10", "10");
        held = Decimal.of(11);
        auditor.onStep(made(List.of(), List.of(new ExecutionEvent.Filled(traded(stop, Side.SELL, "4"), false))));

        step(order(Side.SELL, "5", true, Bracket.NONE));
        refuses("no more than the position of 11", order(Side.SELL, "0.1", true, Bracket.NONE));
    }

    @Test
    void findsAVenueThatFillsTooMuch() {
        ApprovedOrder order = order(Side.BUY, "1", false, Bracket.NONE);
        step(order);
        held = Decimal.of("1.1");
        open.clear();

        assertThatThrownBy(() -> auditor.onStep(made(List.of(), List.of(fill(order, "1.1")))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no larger fill");
    }

    @Test
    void findsBooksThatDiffer() {
        held = Decimal.ONE;

        assertThatThrownBy(() -> auditor.onStep(made(List.of(), List.of())))
                .hasMessageContaining("position 0 must be 0");
        held = Decimal.ZERO;
        open.add(new OpenOrder(order(Side.BUY, "1", false, Bracket.NONE), Decimal.ZERO));
        assertThatThrownBy(() -> auditor.onStep(made(List.of(), List.of()))).hasMessageContaining("0 open orders");
    }

    private void start(boolean shortAllowed) {
        start(shortAllowed, 5);
    }

    private void start(boolean shortAllowed, double share) {
        AqtsConfig config = AqtsConfig.defaults()
                .with(c -> c.risk(
                        r -> r.shortAllowed(shortAllowed).maxLeverage(2).sizing(s -> s.maxPositionShare(share))));
        auditor.onStart(new LayerContext(config, Universe.of(Feed.BTC), "run"));
        held = Decimal.ZERO;
        state = RiskState.NORMAL;
        equity = 1_000;
        open.clear();
    }

    private void onACashAccount() {
        AqtsConfig config = AqtsConfig.defaults()
                .with(c -> c.execution(e -> e.takerFeeBps(10))
                        .risk(r -> r.shortAllowed(false).maxLeverage(1)));
        auditor.onStart(new LayerContext(config, Universe.of(Feed.BTC), "run"));
    }

    private void hold(String quantity) {
        hold(order(Side.BUY, quantity, false, Bracket.NONE), quantity);
    }

    private void hold(ApprovedOrder order, String quantity) {
        step(order);
        held = Decimal.of(quantity);
        open.clear();
        auditor.onStep(made(List.of(), List.of(fill(order, quantity))));
    }

    /** Holds 5 of which an exit takes 2 while an order to sell waits, in list 1 of those that update others. */
    private void shrinkUnder(String waiting) {
        ApprovedOrder entry = order(Side.BUY, "5", false, new Bracket(Decimal.of(97), Decimal.ZERO, 0));
        hold(entry, "5");
        step(sale(waiting, 1, LinkRole.ONE_UPDATES_OTHER));
        held = Decimal.of(3);
        auditor.onStep(made(List.of(), List.of(exit(entry, "2"))));
    }

    /** Holds what a parent of list 7 bought while two of its children wait, of which it gives back the first. */
    private ApprovedOrder holdUnderChildren(String quantity, String first, String second) {
        ApprovedOrder parent = approved(plain(Side.BUY, quantity)
                .withHandling(new Handling(false, false, Decimal.ZERO, new OrderLink(7, LinkRole.PARENT))));
        step(parent);
        ApprovedOrder child = sale(first, 7, LinkRole.CHILD);
        step(child);
        step(sale(second, 7, LinkRole.CHILD));
        held = held.plus(Decimal.of(quantity));
        open.remove(0);
        auditor.onStep(made(List.of(), List.of(fill(parent, quantity))));
        return child;
    }

    /** Approves another form of an order, of which the venue has not told yet. */
    private ApprovedOrder amend(ApprovedOrder before, Order form) {
        ApprovedOrder revised = mint.revise(before, form, (index + 1) * Feed.MINUTE, Decimal.of(100));
        open.set(0, new OpenOrder(before, Decimal.ZERO, revised));
        auditor.onStep(made(List.of(revised), List.of()));
        return revised;
    }

    private void refuses(String rule, ApprovedOrder order) {
        assertThatThrownBy(() -> step(order)).isInstanceOf(AssertionError.class).hasMessageContaining(rule);
    }

    private void step(ApprovedOrder order) {
        open.add(new OpenOrder(order, Decimal.ZERO));
        auditor.onStep(made(List.of(order), List.of(new ExecutionEvent.Accepted(order.id(), order.epochNanos()))));
    }

    private Step made(List<ApprovedOrder> orders, List<ExecutionEvent> events) {
        double[] closes = new double[index + 1];
        Arrays.fill(closes, 100);
        MarketSnapshot snapshot = Feed.bars(closes).get(index++);
        Position position = new Position(held, held.times(Decimal.of(100)), Decimal.ZERO, Decimal.ZERO, 100);
        Portfolio portfolio = new Portfolio("USDT", Decimal.of(1_000), List.of(position), open, equity, state);
        return new Step(index, snapshot, List.of(), Decision.NONE, List.of(), orders, events, portfolio);
    }

    private ApprovedOrder order(Side side, String quantity, boolean reduceOnly, Bracket bracket) {
        return approved(plain(side, quantity)
                .withHandling(Handling.reducing(reduceOnly))
                .withBracket(bracket));
    }

    /** A sale that waits and only reduces, in a list. */
    private ApprovedOrder sale(String quantity, long list, LinkRole role) {
        return approved(limit(Side.SELL, quantity, "100")
                .withHandling(new Handling(true, false, Decimal.ZERO, new OrderLink(list, role))));
    }

    private static Order limit(Side side, String quantity, String limit) {
        return plain(side, quantity).withType(OrderType.limit(Decimal.of(limit)));
    }

    private static Order plain(Side side, String quantity) {
        return new Order(
                0,
                side,
                OrderSize.units(Decimal.of(quantity)),
                OrderType.market(),
                Lifetime.GTC,
                Handling.PLAIN,
                Bracket.NONE,
                ReasonCode.SIGNAL);
    }

    private ApprovedOrder approved(Order order) {
        return mint.approve(order, (index + 1) * Feed.MINUTE, Decimal.of(100));
    }

    /** The exit of an order trades at the market. */
    private ExecutionEvent exit(ApprovedOrder entry, String quantity) {
        return new ExecutionEvent.Filled(traded(entry, entry.order().side().opposite(), quantity), false);
    }

    private ExecutionEvent fill(ApprovedOrder order, String quantity) {
        return new ExecutionEvent.Filled(traded(order, order.order().side(), quantity), true);
    }

    private Fill traded(ApprovedOrder order, Side side, String quantity) {
        FillContext context = new FillContext("plain", Liquidity.TAKER, ReasonCode.SIGNAL, order.reference(), false);
        return new Fill(
                order.id(),
                (index + 1) * Feed.MINUTE,
                0,
                side,
                Decimal.of(quantity),
                Decimal.of(100),
                Decimal.ZERO,
                context);
    }
}
