package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger("USD", Decimal.of(10_000), 2);

    @Test
    void aPurchaseMovesCashIntoCostAndPaysTheFee() {
        ledger.book(fill(1, Side.BUY, "2", "100.5", "0.3"));

        assertThat(ledger.cash()).isEqualTo(Decimal.of("9798.7"));
        assertThat(ledger.position(0))
                .isEqualTo(new Position(Decimal.of(2), Decimal.of(201), Decimal.ZERO, Decimal.of("0.3"), 0));
        ledger.verify();
    }

    @Test
    void theAverageMovesOnlyWhenThePositionGrows() {
        ledger.book(fill(1, Side.BUY, "1", "100", "0"));
        ledger.book(fill(2, Side.BUY, "3", "120", "0"));
        assertThat(ledger.position(0).averagePrice()).isEqualTo(115);

        ledger.book(fill(3, Side.SELL, "2", "500", "0"));

        assertThat(ledger.position(0).averagePrice()).isEqualTo(115);
        assertThat(ledger.position(0).realizedPnl()).isEqualTo(Decimal.of(770));
    }

    @Test
    void aRemainderOfTheAverageStaysWithTheRest() {
        ledger.book(fill(1, Side.BUY, "1", "100", "0"));
        ledger.book(fill(2, Side.BUY, "2", "100.5", "0"));

        ledger.book(fill(3, Side.SELL, "1", "100", "0"));
        assertThat(ledger.position(0).cost()).isEqualTo(Decimal.of("200.666666666666666667"));
        ledger.book(fill(4, Side.SELL, "2", "100", "0"));

        assertThat(ledger.position(0).cost()).isEqualTo(Decimal.ZERO);
        assertThat(ledger.position(0).realizedPnl()).isEqualTo(Decimal.of(-1));
        ledger.verify();
    }

    @Test
    void aShortPositionEarnsWhenThePriceFalls() {
        ledger.book(fill(1, Side.SELL, "2", "100", "1"));
        assertThat(ledger.position(0).cost()).isEqualTo(Decimal.of(-200));
        ledger.mark(bars(90));
        assertThat(ledger.position(0).unrealizedPnl()).isEqualTo(Decimal.of(20));

        ledger.book(fill(2, Side.BUY, "1", "80", "1"));

        assertThat(ledger.position(0).realizedPnl()).isEqualTo(Decimal.of(20));
        assertThat(ledger.position(0).cost()).isEqualTo(Decimal.of(-100));
        assertThat(ledger.cash()).isEqualTo(Decimal.of(10_118));
        ledger.verify();
    }

    @Test
    void turningRoundClosesAtTheOldAverageAndOpensAtTheFill() {
        ledger.book(fill(1, Side.BUY, "1", "100", "0"));
        ledger.book(fill(2, Side.BUY, "1", "110", "0"));

        ClosedTrade closed = ledger.book(fill(3, Side.SELL, "5", "120", "0.5")).orElseThrow();

        Position after = ledger.position(0);
        assertThat(after.quantity()).isEqualTo(Decimal.of(-3));
        assertThat(after.averagePrice()).isEqualTo(120);
        assertThat(after.realizedPnl()).isEqualTo(Decimal.of(30));
        assertThat(closed.quantity()).isEqualTo(Decimal.of(2));
        assertThat(closed.grossPnl()).isEqualTo(Decimal.of(30));
        ledger.verify();
    }

    @Test
    void turningRoundFromShortToLongIsTheMirrorImage() {
        ledger.book(fill(1, Side.SELL, "2", "100", "0"));

        ledger.book(fill(2, Side.BUY, "3", "90", "0"));

        Position after = ledger.position(0);
        assertThat(after.quantity()).isEqualTo(Decimal.ONE);
        assertThat(after.cost()).isEqualTo(Decimal.of(90));
        assertThat(after.realizedPnl()).isEqualTo(Decimal.of(20));
        ledger.verify();
    }

    @Test
    void turningRoundPaysTheFeeOnceAndSharesItBetweenTheTrades() {
        ledger.book(fill(1, Side.BUY, "1", "100", "0.1"));

        ClosedTrade first = ledger.book(fill(2, Side.SELL, "4", "100", "0.4")).orElseThrow();
        ClosedTrade second = ledger.book(fill(3, Side.BUY, "3", "100", "0.3")).orElseThrow();

        assertThat(first.fees()).isEqualTo(Decimal.of("0.2"));
        assertThat(second.fees()).isEqualTo(Decimal.of("0.6"));
        assertThat(ledger.position(0).fees()).isEqualTo(Decimal.of("0.8"));
        assertThat(ledger.cash()).isEqualTo(Decimal.of("9999.2"));
    }

    @Test
    void aRebateAddsToCash() {
        ledger.book(fill(1, Side.BUY, "1", "100", "-0.02"));

        assertThat(ledger.cash()).isEqualTo(Decimal.of("9900.02"));
        assertThat(ledger.position(0).fees()).isEqualTo(Decimal.of("-0.02"));
        ledger.verify();
    }

    @Test
    void aRoundTripRunsFromFlatToFlat() {
        assertThat(ledger.book(fill(1, Side.SELL, "1", "100", "0.1"))).isEmpty();
        assertThat(ledger.book(fill(2, Side.SELL, "2", "97", "0.2"))).isEmpty();
        assertThat(ledger.book(Fills.ambiguous(fill(3, Side.BUY, "1", "95", "0.1"))))
                .isEmpty();

        ClosedTrade closed = ledger.book(fill(4, Side.BUY, "2", "99", "0.2")).orElseThrow();

        assertThat(closed)
                .isEqualTo(new ClosedTrade(0, Side.SELL, 1, 4, Decimal.of(3), Decimal.of(1), Decimal.of("0.6"), true));
        assertThat(closed.netPnl()).isEqualTo(ledger.cash().minus(Decimal.of(10_000)));
    }

    @Test
    void theNextRoundTripRemembersNothing() {
        ledger.book(Fills.ambiguous(fill(1, Side.BUY, "1", "100", "0.1")));
        ledger.book(fill(2, Side.SELL, "1", "90", "0.1"));

        ledger.book(fill(3, Side.BUY, "1", "100", "0"));
        ClosedTrade closed = ledger.book(fill(4, Side.SELL, "1", "101", "0")).orElseThrow();

        assertThat(closed).isEqualTo(new ClosedTrade(0, Side.BUY, 3, 4, Decimal.ONE, Decimal.ONE, Decimal.ZERO, false));
    }

    @Test
    void dustStaysDust() {
        ledger.book(fill(1, Side.BUY, "1.000000001", "100", "0"));

        assertThat(ledger.book(fill(2, Side.SELL, "1", "100", "0"))).isEmpty();

        assertThat(ledger.position(0).quantity()).isEqualTo(Decimal.of("0.000000001"));
        assertThat(ledger.position(0).cost()).isEqualTo(Decimal.of("0.0000001"));
    }

    @Test
    void aBarMarksBeforeQuotesAndQuotesBeforeBooks() {
        Quote one = new Quote(0, 5, 98, 1, 100, 1, 0, 0);
        Quote two = new Quote(1, 5, 100, 1, 102, 1, 0, 0);
        OrderBook book = new OrderBook(0, 5, List.of(new BookLevel(69, 1)), List.of(new BookLevel(71, 1)));
        Bar bar = new Bar(5, 1, 80, 80, 80, 80, 1);

        ledger.mark(market(new InstrumentMarket(null, List.of(), List.of(book), List.of())));
        assertThat(ledger.mark(0)).isEqualTo(70);
        ledger.mark(market(new InstrumentMarket(null, List.of(one, two), List.of(book), List.of())));
        assertThat(ledger.mark(0)).isEqualTo(100);
        ledger.mark(market(new InstrumentMarket(bar, List.of(one, two), List.of(book), List.of())));
        assertThat(ledger.mark(0)).isEqualTo(80);
    }

    @Test
    void withoutNewsThePriceStays() {
        OrderBook oneSided = new OrderBook(0, 5, List.of(), List.of(new BookLevel(71, 1)));
        ledger.mark(bars(80));

        ledger.mark(market(InstrumentMarket.QUIET));
        ledger.mark(market(new InstrumentMarket(null, List.of(), List.of(oneSided), List.of())));

        assertThat(ledger.mark(0)).isEqualTo(80);
        assertThat(ledger.mark(1)).isZero();
    }

    @Test
    void theListOfPositionsStaysTheSameUntilSomethingInItChanges() {
        ledger.book(fill(1, Side.BUY, "1", "100", "0"));
        ledger.mark(bars(101));
        List<Position> first = ledger.positions();

        ledger.mark(bars(101));
        assertThat(ledger.positions()).isSameAs(first);
        ledger.mark(bars(102));

        assertThat(ledger.positions()).isNotSameAs(first);
        assertThat(ledger.position(0).mark()).isEqualTo(102);
        assertThat(first.get(0).mark()).isEqualTo(101);
    }

    @Test
    void pricesOfWhatIsNotHeldChangeNoPosition() {
        List<Position> first = ledger.positions();

        ledger.mark(bars(101));

        assertThat(ledger.positions()).isSameAs(first);
        assertThat(ledger.mark(0)).isEqualTo(101);
    }

    @Test
    void thePortfolioIsWorthTheSameExactlyAndAsADouble() {
        ledger.book(fill(1, Side.BUY, "0.1", "100.1", "0.01"));
        ledger.mark(bars(103.7));

        Portfolio portfolio = ledger.portfolio(List.of(), RiskState.NORMAL);

        assertThat(portfolio.equity()).isEqualTo(Decimal.of("10000.35"));
        assertThat(portfolio.markedEquity()).isEqualTo(10_000.35);
        assertThat(portfolio.currency()).isEqualTo("USD");
    }

    @Test
    void aFillTooLargeToBookChangesNothing() {
        ledger.book(fill(1, Side.BUY, "1", "100", "0"));
        List<Position> before = ledger.positions();
        Decimal huge = Decimal.of("1e60");
        Fill broken = new Fill(2, 2, 0, Side.BUY, huge, huge, Decimal.ZERO, context());

        assertThatThrownBy(() -> ledger.book(broken)).isInstanceOf(ArithmeticException.class);

        assertThat(ledger.cash()).isEqualTo(Decimal.of(9_900));
        assertThat(ledger.positions()).isEqualTo(before);
        ledger.verify();
    }

    @Test
    void tellsByHowMuchTheBooksAreWrong() throws ReflectiveOperationException {
        ledger.book(fill(1, Side.BUY, "1", "100", "0"));
        Field books = Ledger.class.getDeclaredField("books");
        books.setAccessible(true);
        Purse.Pocket pocket = ((Books) books.get(ledger)).purse().pocket(0);
        pocket.set(ledger.cash().plus(Decimal.of("0.00000001")));

        assertThatIllegalStateException()
                .isThrownBy(ledger::verify)
                .withMessage("ledger: cash must be 9900, but was 9900.00000001, a difference of 0.00000001");
    }

    @Test
    void refusesAnAccountOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ledger("USD", Decimal.ONE, 0))
                .withMessage("ledger.instruments must be at least 1, but was 0");
    }

    private static Fill fill(long at, Side side, String quantity, String price, String fee) {
        return new Fill(at, at, 0, side, Decimal.of(quantity), Decimal.of(price), Decimal.of(fee), context());
    }

    private static FillContext context() {
        return new FillContext("paper", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.ONE, false);
    }

    private static MarketSnapshot bars(double close) {
        return market(InstrumentMarket.of(new Bar(5, 1, close, close, close, close, 1)));
    }

    private static MarketSnapshot market(InstrumentMarket first) {
        return MarketSnapshot.of(5, List.of(first, InstrumentMarket.QUIET));
    }
}
