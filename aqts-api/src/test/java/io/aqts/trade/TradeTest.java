package io.aqts.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Step;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Decision;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeTest {

    private static final FillContext CONTEXT =
            new FillContext("v", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.of(100), false);

    @Test
    void refusesOrdersThatCannotBe() {
        refuses("order.instrument", () -> order(-1, Side.BUY, OrderSize.units(Decimal.ONE)));
        refuses("order.size", () -> order(0, Side.SELL, OrderSize.spend(Decimal.ONE)));
        refuses("size.quantity", () -> OrderSize.units(Decimal.ZERO));
        refuses("size.amount", () -> OrderSize.spend(Decimal.of(-1)));
        refuses("limit.price", () -> OrderType.limit(Decimal.ZERO));
        refuses("bracket.stopPrice", () -> new Bracket(Decimal.of(-1), Decimal.ZERO, 0));
        refuses("bracket.targetPrice", () -> new Bracket(Decimal.ZERO, Decimal.of(-1), 0));
        refuses("bracket.holdNanos", () -> new Bracket(Decimal.ZERO, Decimal.ZERO, -1));
    }

    @Test
    void refusesFillsOfNothing() {
        refuses("fill.quantity", () -> fill(Side.BUY, "0", "1", "0"));
        refuses("fill.price", () -> fill(Side.BUY, "1", "-1", "0"));
        refuses("fill.venue", () -> new FillContext("", Liquidity.MAKER, ReasonCode.SIGNAL, Decimal.ONE, false));
    }

    @Test
    void countsSlippageAsACostOnEitherSide() {
        assertThat(fill(Side.BUY, "1", "100.1", "0").slippageBps()).isCloseTo(10, within(1e-9));
        assertThat(fill(Side.SELL, "1", "99.9", "0").slippageBps()).isCloseTo(10, within(1e-9));
        assertThat(fill(Side.SELL, "1", "100.1", "0").slippageBps()).isCloseTo(-10, within(1e-9));
        assertThat(fill(Side.BUY, "0.3", "0.1", "0").notional()).isEqualTo(Decimal.of("0.03"));
    }

    @Test
    void saysWhatABracketHolds() {
        Bracket full = new Bracket(Decimal.ONE, Decimal.of(2), 3);

        assertThat(List.of(full.hasStop(), full.hasTarget(), full.hasHoldLimit()))
                .containsOnly(true);
        assertThat(List.of(Bracket.NONE.hasStop(), Bracket.NONE.hasTarget(), Bracket.NONE.hasHoldLimit()))
                .containsOnly(false);
    }

    @Test
    void namesReasonsInCapitals() {
        for (String wrong : List.of("", "signal", "1A", "_A", "A-B", "A B", "Ä")) {
            refuses("reason.code", () -> new ReasonCode(wrong));
        }
        assertThat(new ReasonCode("MY_RULE_2")).hasToString("MY_RULE_2");
    }

    @Test
    void refusesVerdictsWithoutAReason() {
        OrderIntent intent = OrderIntent.open(0, Side.BUY, Sizing.units(1));

        refuses("verdict.reasons", () -> new RiskVerdict.Rejected(0, List.of()));
        refuses("verdict.reasons", () -> new RiskVerdict.Reduced(intent, Sizing.units(2), List.of()));
        assertThat(new RiskVerdict.Approved(intent, List.of()).instrument()).isZero();
        assertThat(RiskVerdict.rejected(4, ReasonCode.NO_EDGE).instrument()).isEqualTo(4);
    }

    @Test
    void wantsWhatItIsToldTo() {
        OrderIntent close = OrderIntent.close(2, Side.SELL, ReasonCode.STOP);

        assertThat(close.reduceOnly()).isTrue();
        assertThat(close.sizing()).isEqualTo(Sizing.everything());
        assertThat(close.withSizing(Sizing.units(3)).sizing()).isEqualTo(Sizing.units(3));
        assertThat(close.withSizing(Sizing.units(3)).withSizing(close.sizing())).isEqualTo(close);
        assertThat(OrderIntent.open(0, Side.BUY, Sizing.spend(5)).exitPlan()).isEqualTo(ExitPlan.NONE);
        assertThat(Side.BUY.opposite()).isEqualTo(Side.SELL);
        assertThat(Side.SELL.opposite().sign()).isEqualTo(1);
    }

    @Test
    void valuesAPositionExactly() {
        Position held = new Position(Decimal.of("-0.3"), Decimal.of("-30.03"), Decimal.ONE, Decimal.ONE, 100.1);

        assertThat(held.marketValue()).isEqualTo(Decimal.of("-30.03"));
        assertThat(held.unrealizedPnl()).isEqualTo(Decimal.ZERO);
        assertThat(held.withMark(90).unrealizedPnl()).isEqualTo(Decimal.of("3.03"));
        assertThat(held.averagePrice()).isCloseTo(100.1, within(1e-12));
        assertThat(Position.FLAT.averagePrice()).isZero();
        assertThat(Position.FLAT.withMark(5).marketValue()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void addsUpAPortfolioExactly() {
        Position up = new Position(Decimal.of("0.1"), Decimal.of("9"), Decimal.of("0.2"), Decimal.of("0.01"), 100);
        Position down = new Position(Decimal.of("-2"), Decimal.of("-20"), Decimal.of("-1"), Decimal.of("0.02"), 11);
        Portfolio portfolio = new Portfolio(
                "USDT", Decimal.of("1000.1"), List.of(up, down, Position.FLAT), List.of(), 988.1, RiskState.NORMAL);

        assertThat(portfolio.equity()).isEqualTo(Decimal.of("988.1"));
        assertThat(portfolio.realizedPnl()).isEqualTo(Decimal.of("-0.8"));
        assertThat(portfolio.unrealizedPnl()).isEqualTo(Decimal.of("-1"));
        assertThat(portfolio.fees()).isEqualTo(Decimal.of("0.03"));
        assertThat(portfolio.grossExposure()).isCloseTo(32, within(1e-12));
        assertThat(portfolio.position(1)).isEqualTo(down);
        assertThat(portfolio.hasOpenOrder(0)).isFalse();
    }

    @Test
    void findsTheFillsOfAStep() {
        Fill fill = fill(Side.BUY, "1", "100", "0.1");
        Portfolio portfolio =
                new Portfolio("USDT", Decimal.ONE, List.of(Position.FLAT), List.of(), 1, RiskState.NORMAL);
        List<ExecutionEvent> events = new ArrayList<>(List.of(
                new ExecutionEvent.Accepted(1, 5),
                new ExecutionEvent.Filled(fill, true),
                new ExecutionEvent.Canceled(2, 6, ReasonCode.REQUESTED),
                new ExecutionEvent.Rejected(3, 6, ReasonCode.DUPLICATE)));
        MarketSnapshot snapshot = MarketSnapshot.of(5, List.of(InstrumentMarket.QUIET));
        Step step = new Step(0, snapshot, List.of(), Decision.NONE, List.of(), List.of(), events, portfolio);
        events.clear();

        assertThat(step.fills()).containsExactly(fill);
        assertThat(step.events()).hasSize(4);
        assertThat(step.events().get(1).orderId()).isEqualTo(1);
        assertThat(step.events().get(1).epochNanos()).isEqualTo(5);
    }

    @Test
    void handsNobodyTheMintButTheGate() {
        assertThatExceptionOfType(IllegalCallerException.class)
                .isThrownBy(() -> ApprovedOrder.Mint.claim(MethodHandles.lookup(), new RunIdentity()))
                .withMessageContaining(TradeTest.class.getName());
        assertThatExceptionOfType(IllegalCallerException.class)
                .isThrownBy(() -> ApprovedOrder.Mint.claim(MethodHandles.publicLookup(), new RunIdentity()));
        assertThat(ApprovedOrder.class.getConstructors()).isEmpty();
        assertThat(Modifier.isFinal(ApprovedOrder.class.getModifiers())).isTrue();
    }

    private static Order order(int instrument, Side side, OrderSize size) {
        return new Order(
                instrument,
                side,
                size,
                OrderType.market(),
                Lifetime.GTC,
                Handling.PLAIN,
                Bracket.NONE,
                ReasonCode.SIGNAL);
    }

    @Test
    void aFillTellsItsOwnMomentUnlessItSaysOfWhichNewsItIs() {
        Fill plain = fill(Side.BUY, "2", "100", "0");
        FeePayment part = new FeePayment.Withheld("BTC", Decimal.of("0.1"));
        FillContext paid = new FillContext("V", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.ONE, false, part);
        Fill old = new Fill(1, 5, 0, Side.BUY, Decimal.of(2), Decimal.of(100), Decimal.ZERO, paid.withNews(3));

        assertThat(plain.sinceNanos()).isEqualTo(5);
        assertThat(old.settled().sinceNanos()).isEqualTo(3);
        refuses(
                "fill.context.newsNanos must be no later than the fill, but was 6",
                () -> new Fill(1, 5, 0, Side.BUY, Decimal.ONE, Decimal.ONE, Decimal.ZERO, CONTEXT.withNews(6)));
    }

    private static Fill fill(Side side, String quantity, String price, String fee) {
        return new Fill(1, 5, 0, side, Decimal.of(quantity), Decimal.of(price), Decimal.of(fee), CONTEXT);
    }

    private static void refuses(String path, Runnable maker) {
        assertThatIllegalArgumentException().isThrownBy(maker::run).withMessageStartingWith(path);
    }
}
