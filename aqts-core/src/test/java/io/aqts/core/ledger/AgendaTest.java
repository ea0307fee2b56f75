package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AccountKind;
import io.aqts.market.AuctionKind;
import io.aqts.market.Bar;
import io.aqts.market.Contract;
import io.aqts.market.ExpirySettlement;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.TradingStatus;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Payoff;
import io.aqts.trade.Side;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What falls due without a fill, when, and in which order. Nothing here has a bar unless a test says so. */
class AgendaTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");
    private static final MarginSchedule FULL = MarginSchedule.PAID_IN_FULL;
    private static final Instrument LINEAR = SPOT.with(Contract.linearPerpetual(Decimal.ONE, FULL));
    private static final Instrument OTHER = Instrument.of("ETH/USD").with(Contract.linearPerpetual(Decimal.ONE, FULL));

    @Test
    void timeAloneBringsNothingToWhatHasNoTerms() {
        Till till = new Till(a -> a, SPOT);

        assertThat(marks(till, 5)).isFalse();
        assertThat(marks(till, 1_700_000_000_000_000_000L)).isFalse();
        assertThat(till.ledger().isOver(0)).isFalse();
    }

    static Stream<MarketEvent> booked() {
        return Stream.of(
                new MarketEvent.MarkPrice(5, 1),
                new MarketEvent.FundingDue(5, 0.1, 1),
                new MarketEvent.Split(5, Decimal.of(2)),
                new MarketEvent.GridChange(5, Decimal.ONE, Decimal.ONE),
                new MarketEvent.Dividend(5, Decimal.ONE),
                new MarketEvent.FinalSettlement(5, Decimal.ONE));
    }

    @ParameterizedTest
    @MethodSource("booked")
    void aSnapshotWithWhatHoldersMustFollowSaysSo(MarketEvent event) {
        MarketEvent halt = new MarketEvent.StatusChange(4, TradingStatus.HALTED);

        assertThat(marks(new Till(a -> a, SPOT), 5, events(halt, event))).isTrue();
    }

    static Stream<MarketEvent> passing() {
        return Stream.of(
                new MarketEvent.DepthChange(5, 0, Side.BUY, 1, 1),
                new MarketEvent.DepthReset(5, 0),
                new MarketEvent.StatusChange(5, TradingStatus.HALTED),
                new MarketEvent.AuctionPrint(5, 1, 1, AuctionKind.OPENING));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatOnlyTradersMustKnowBringsNothingToTheBooks(MarketEvent event) {
        assertThat(marks(new Till(a -> a, SPOT), 5, events(event, event))).isFalse();
    }

    @Test
    void fundingOfTheFirstMomentOfTimeIsPaid() {
        Till till = new Till(a -> a, LINEAR);
        till.trade("10", "100");

        step(till, 0, List.of(), events(new MarketEvent.FundingDue(0, 0.001, 100)));

        assertThat(till.position().carry().funding()).isEqualTo(Decimal.of(-1));
    }

    @Test
    void whatIsToldOfAnEarlierInstrumentIsBookedWhenItIsDue() {
        Till till = new Till(a -> a, LINEAR, OTHER);
        till.trade(0, "10", "100", "0");
        Fill purchase = till.fill(1, 6, 1, "10").apply("100", "0");

        step(
                till,
                9,
                List.of(purchase),
                events(new MarketEvent.FundingDue(8, 0.001, 100)),
                events(new MarketEvent.FundingDue(5, 0.001, 100)));

        assertThat(till.ledger().position(1).carry().funding()).isEqualTo(Decimal.ZERO);
        assertThat(till.position().carry().funding()).isEqualTo(Decimal.of(-1));
    }

    @Test
    void aFillSaysItselfWhatItComesAfterWhateverItsSnapshotBrings() {
        Bar bar = new Bar(10, 10, 100, 100, 100, 100, 1);
        MarketEvent depth = new MarketEvent.DepthChange(2, 0, Side.BUY, 99, 1);
        MarketEvent funding = new MarketEvent.FundingDue(5, 0.001, 100);
        for (InstrumentMarket market : List.of(
                events(funding),
                InstrumentMarket.of(bar).withEvents(List.of(funding)),
                InstrumentMarket.of(bar).withEvents(List.of(depth, funding)))) {
            assertThat(fundedSince(0, market)).isEqualTo(Decimal.of(-1));
            assertThat(fundedSince(4, market)).isEqualTo(Decimal.of(-1));
            assertThat(fundedSince(5, market)).isEqualTo(Decimal.ZERO);
            assertThat(fundedSince(10, market)).isEqualTo(Decimal.ZERO);
        }
    }

    private static Decimal fundedSince(long nanos, InstrumentMarket market) {
        Till till = new Till(a -> a, LINEAR);
        step(till, 10, List.of(Fills.since(nanos, till.fill(1, 10, 0, "10").apply("100", "0"))), market);
        return till.position().carry().funding();
    }

    @Test
    void aSplitDividesTheMarkPriceMarginIsReckonedBy() {
        Till till = new Till(a -> a.kind(AccountKind.MARGIN), LINEAR);
        till.at(1, 100);
        till.trade("-5", "100");
        step(till, 2, List.of(), events(new MarketEvent.MarkPrice(2, 90)));

        step(till, 3, List.of(), events(new MarketEvent.Split(3, Decimal.of(2))));

        assertThat(till.ledger().margin().initial()).isEqualTo(Decimal.of(450));
        assertThat(till.ledger().margin().equity()).isEqualTo(Decimal.of(10_050));
        assertThat(till.ledger().mark(0)).isEqualTo(50);
    }

    @Test
    void eachContractEndsAtItsOwnExpiry() {
        Till till = new Till(a -> a, future("A/USD", 100), future("B/USD", 200));
        till.at(50, 100, 100);
        till.trade(0, "1", "100", "0");
        till.trade(1, "1", "100", "0");

        assertThat(till.at(100, 110, 110)).extracting(ClosedTrade::instrument).containsExactly(0);
        assertThat(till.ledger().isOver(0)).isTrue();
        assertThat(till.ledger().isOver(1)).isFalse();
        assertThat(till.at(199, 115, 115)).isEmpty();
        assertThat(till.at(200, 120, 120)).extracting(ClosedTrade::instrument).containsExactly(1);

        assertThat(till.ledger().position(1).realizedPnl()).isEqualTo(Decimal.of(20));
        assertThat(till.at(300, 500, 500)).isEmpty();
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_030));
        assertThat(marks(till, 400)).isFalse();
    }

    @Test
    void anEventBeforeTheExpiryDoesNotPutItOff() {
        Till till = new Till(a -> a, future("A/USD", 100));
        till.at(50, List.of(), List.of(new MarketEvent.FundingDue(50, 0.1, 100)), 100);
        till.trade("1", "100");

        assertThat(till.at(100, 110)).hasSize(1);
    }

    @Test
    void anEventOfItsMomentDoesNotPutAnExpiryOff() {
        Till till = new Till(a -> a, future("A/USD", 100));
        till.at(50, 100);
        till.trade("1", "100");

        till.at(100, List.of(), List.of(new MarketEvent.FundingDue(100, 0.01, 100)), 110);

        assertThat(till.ledger().isOver(0)).isTrue();
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_009));
    }

    @Test
    void theSettlementOfAnotherInstrumentDoesNotPutAnExpiryOff() {
        Till till = new Till(a -> a, SPOT, future("A/USD", 100));
        till.at(50, 100, 100);
        till.trade(1, "1", "100", "0");

        till.at(100, List.of(), List.of(new MarketEvent.FinalSettlement(100, Decimal.of(90))), 90, 110);

        assertThat(till.ledger().isOver(0)).isTrue();
        assertThat(till.ledger().isOver(1)).isTrue();
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_010));
    }

    @Test
    void theOfficialPriceCountsThoughItIsToldAfterTheExpiry() {
        Till till = new Till(a -> a, future("A/USD", 100));
        till.at(50, 100);
        till.trade("3", "100");

        List<ClosedTrade> closed =
                till.at(120, List.of(), List.of(new MarketEvent.FinalSettlement(110, Decimal.of(105))), 130);

        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(15));
        assertThat(closed).extracting(ClosedTrade::exitNanos).containsExactly(110L);
    }

    @Test
    void aContractThatNobodyHoldsEndsWithoutAPrice() {
        Till till = new Till(a -> a, future("A/USD", 100));

        assertThat(till.at(100)).isEmpty();

        assertThat(till.ledger().isOver(0)).isTrue();
    }

    @Test
    void aContractThatIsHeldWaitsForAPriceToEndAt() {
        Till till = new Till(a -> a, future("A/USD", 100));
        till.trade("3", "90");

        assertThat(till.at(100)).isEmpty();
        assertThat(till.ledger().isOver(0)).isFalse();
        assertThat(till.at(120, 95)).extracting(ClosedTrade::exitNanos).containsExactly(100L);

        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(15));
    }

    @Test
    void withoutEarlierPricesAnExpiryTakesTheLastKnown() {
        Till till = new Till(a -> a, future("A/USD", 100));
        till.at(50, 100);
        till.trade("3", "90");

        till.ledger().settle(snapshot(200), List.of());

        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(30));
    }

    @Test
    void theRoundTripsThatFillsEndAreReported() {
        Till till = new Till(a -> a, SPOT);
        till.trade("2", "100");

        List<ClosedTrade> closed =
                step(till, 9, List.of(till.fill(2, 7, 0, "-2").apply("103", "1")), InstrumentMarket.QUIET);

        assertThat(closed)
                .containsExactly(new ClosedTrade(0, Side.BUY, 0, 7, Decimal.of(2), Decimal.of(6), Decimal.ONE, false));
    }

    private static Instrument future(String symbol, long expiry) {
        return Instrument.of(symbol)
                .with(new Contract.Future(Payoff.linear(Decimal.ONE), FULL, expiry, ExpirySettlement.CASH));
    }

    private static InstrumentMarket events(MarketEvent... events) {
        return InstrumentMarket.QUIET.withEvents(List.of(events));
    }

    private static MarketSnapshot snapshot(long nanos, InstrumentMarket... markets) {
        return MarketSnapshot.of(nanos, markets.length == 0 ? List.of(InstrumentMarket.QUIET) : List.of(markets));
    }

    private static boolean marks(Till till, long nanos, InstrumentMarket... markets) {
        MarketSnapshot quiet = MarketSnapshot.of(
                nanos,
                till.ledger().positions().stream()
                        .map(it -> InstrumentMarket.QUIET)
                        .toList());
        return till.ledger().mark(markets.length == 0 ? quiet : snapshot(nanos, markets));
    }

    private static List<ClosedTrade> step(Till till, long nanos, List<Fill> fills, InstrumentMarket... markets) {
        MarketSnapshot snapshot = snapshot(nanos, markets);
        till.ledger().mark(snapshot);
        List<ExecutionEvent> filled = fills.stream()
                .<ExecutionEvent>map(fill -> new ExecutionEvent.Filled(fill, true))
                .toList();
        List<ClosedTrade> closed = till.ledger().settle(snapshot, filled);
        till.ledger().verify();
        return closed;
    }
}
