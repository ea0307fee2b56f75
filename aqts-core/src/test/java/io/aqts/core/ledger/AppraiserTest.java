package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AccountConfig;
import io.aqts.config.AccountKind;
import io.aqts.config.Deposit;
import io.aqts.config.PositionMode;
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.Universe;
import io.aqts.trade.Account;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Rate;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a portfolio says, and that it is the same one until something in it changes. */
class AppraiserTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");
    private static final MarginSchedule FULL = MarginSchedule.PAID_IN_FULL;
    private static final Instrument LINEAR = SPOT.with(Contract.linearPerpetual(Decimal.ONE, FULL));
    private static final List<OpenOrder> NONE = List.of();

    @Test
    void aFlatPortfolioIsTheSameOneUntilSomethingInItChanges() {
        Till till = new Till(a -> a, SPOT);
        till.at(1, 100);
        Portfolio first = normal(till, NONE);

        till.at(2, 101);
        assertThat(normal(till, NONE)).isSameAs(first);
        List<OpenOrder> others = List.of(Till.open(Till.order(Side.BUY, "1", false), "100", "0"));
        assertThat(normal(till, others)).isNotSameAs(first);
        assertThat(normal(till, others).openOrders()).isEqualTo(others);
        assertThat(till.ledger().portfolio(NONE, RiskState.HALTED).riskState()).isEqualTo(RiskState.HALTED);
        assertThat(normal(till, NONE).riskState()).isEqualTo(RiskState.NORMAL);
    }

    @Test
    void aPortfolioShowsEveryTradeAndEveryPriceOfWhatIsHeld() {
        Till till = new Till(a -> a, SPOT);
        till.at(1, 100);
        Portfolio flat = normal(till, NONE);
        till.trade("1", "100");
        assertThat(normal(till, NONE).cash()).isEqualTo(Decimal.of(9_900));
        till.at(2, 110);
        assertThat(normal(till, NONE).markedEquity()).isEqualTo(10_010);
        assertThat(normal(till, NONE).position(0).mark()).isEqualTo(110);
        till.trade("-1", "100");

        Portfolio again = normal(till, NONE);

        assertThat(again).isNotSameAs(flat);
        assertThat(again.position(0).mark()).isZero();
        assertThat(again.cash()).isEqualTo(Decimal.of(10_000));
        assertThat(normal(till, NONE)).isSameAs(again);
    }

    @Test
    void booksOfOneCurrencyWithNothingOpenAreAPlainAccount() {
        Till till = new Till(a -> a, SPOT);

        assertThat(normal(till, NONE).account()).isSameAs(Account.PLAIN);
        till.at(1, 100);
        till.trade("1", "100");

        assertThat(normal(till, NONE).account()).isSameAs(Account.PLAIN);
        assertThat(new Till(a -> a, LINEAR).portfolio().account().rates()).containsExactly(Rate.ONE);
    }

    @Test
    void anAccountOfThePlainKindIsAppraisedOnceForTheSameOrders() {
        Till till = new Till(a -> a, SPOT);
        List<OpenOrder> orders = List.of(Till.open(Till.order(Side.BUY, "1", false), "100", "0"));
        Account first = normal(till, orders).account();

        assertThat(normal(till, orders).account()).isSameAs(first);
        till.trade("1", "100");

        assertThat(normal(till, orders).account()).isNotSameAs(first);
    }

    @Test
    void aMarginAccountWithNothingOpenStillTellsItsMargin() {
        Till till = new Till(a -> a.kind(AccountKind.MARGIN), SPOT);

        assertThat(till.portfolio().margin().equity()).isEqualTo(Decimal.of(10_000));
    }

    @Test
    void aFeeInANewCurrencyShowsAtOnce() {
        Till till = new Till(a -> a, SPOT);
        assertThat(normal(till, NONE).account()).isSameAs(Account.PLAIN);

        till.ledger().book(till.fill(0, "1", "100", "0.01"), "BNB");

        assertThat(normal(till, NONE).balance("BNB").fees()).isEqualTo(Decimal.of("0.01"));
        assertThat(normal(till, NONE).unpriced()).containsExactly("BNB", "BTC/USD");
    }

    @Test
    void anOrderLocksMoneyOfItsOwnCurrencyOnly() {
        Till till = new Till(a -> a.deposits(List.of(new Deposit("USDT", Decimal.of(500)))), Instrument.of("A/USDT"));
        assertThat(till.portfolio().balance("USD").locked()).isEqualTo(Decimal.ZERO);
        assertThat(till.portfolio().balance("USDT").free()).isEqualTo(Decimal.of(500));

        Portfolio waiting = till.portfolio(Till.open(Till.order(Side.BUY, "3", false), "100", "0"));

        assertThat(waiting.balance("USD").locked()).isEqualTo(Decimal.ZERO);
        assertThat(waiting.balance("USDT").locked()).isEqualTo(Decimal.of(300));
        assertThat(waiting.balance("USDT").free()).isEqualTo(Decimal.of(200));
    }

    @Test
    void aCurrencyIsUnpricedOnlyWhereThereIsSomethingOfIt() {
        Instrument contract = Instrument.of("SAP/EUR").with(Contract.linearPerpetual(Decimal.ONE, FULL));
        Till till = new Till(a -> a, contract, SPOT);
        assertThat(till.portfolio().unpriced()).isEmpty();
        till.at(1, 100, 100);
        till.trade(1, "1", "100", "0");
        assertThat(till.portfolio().unpriced()).isEmpty();

        till.trade(0, "1", "100", "0");

        assertThat(till.portfolio().balance("EUR").total()).isEqualTo(Decimal.ZERO);
        assertThat(till.portfolio().unpriced()).containsExactly("EUR");
    }

    @Test
    void moneyOfACurrencyWithoutARateIsUnpricedThoughNothingElseIsOfIt() {
        Till till = new Till(a -> a.deposits(List.of(new Deposit("XXX", Decimal.ONE))), SPOT);

        assertThat(till.portfolio().unpriced()).containsExactly("XXX");
        assertThat(till.portfolio().balance("XXX").rate()).isEqualTo(Rate.UNKNOWN);
    }

    @Test
    void whatIsHeldWithoutAPriceNeedsNoMarginYet() {
        Till till = new Till(
                a -> a.currency("BTC").initialCash(Decimal.ONE).kind(AccountKind.MARGIN),
                SPOT.with(Contract.inversePerpetual(Decimal.of(100), FULL)));
        till.trade("30", "30000");

        assertThat(till.ledger().margin().initial()).isEqualTo(Decimal.ZERO);
        assertThat(till.ledger().margin().equity()).isEqualTo(Decimal.ONE);
    }

    @Test
    void aHedgeThatCancelsOutCarriesThePriceOfNow() {
        Till till = new Till(a -> a.positions(PositionMode.HEDGING), SPOT);
        till.at(1, 100);
        till.trade("1", "100");
        till.trade("-1", "100");
        List<Position> before = till.ledger().positions();

        till.at(2, 110);

        assertThat(till.ledger().positions()).isNotSameAs(before);
        assertThat(till.position().mark()).isEqualTo(110);
        assertThat(till.position().isFlat()).isFalse();
    }

    @Test
    void aFlatHedgeCarriesNoPrice() {
        Till till = new Till(a -> a.positions(PositionMode.HEDGING), SPOT);
        till.at(1, 100);
        List<Position> before = till.ledger().positions();

        till.at(2, 110);

        assertThat(till.ledger().positions()).isSameAs(before);
        assertThat(till.position().mark()).isZero();
    }

    @Test
    void theVersionOfTheBooksGrowsWithEveryChangeOfMoneyAndWithAFirstPrice() {
        AccountConfig account = AccountConfig.defaults();
        Books books = new Books(account, Universe.of(Instrument.of("BTC/" + account.currency())));
        long version = books.version();
        books.insure(1, Decimal.ONE);
        assertThat(books.version()).isGreaterThan(version);
        version = books.version();
        books.payFee(1, 0, Decimal.ONE);
        assertThat(books.version()).isGreaterThan(version);
        version = books.version();
        books.release(1);
        assertThat(books.version()).isGreaterThan(version);
        books.mark(0, 90);
        assertThat(books.version()).isEqualTo(version + 1);
        Position held = new Position(Decimal.ONE, Decimal.of(100), Decimal.ZERO, Decimal.ZERO, 0);
        books.mark(0, 0);
        books.pay(1, 0, held, Decimal.of(100));
        version = books.version();

        books.mark(0, 100);
        assertThat(books.version()).isGreaterThan(version);
        version = books.version();
        books.mark(0, 110);

        assertThat(books.version()).isEqualTo(version);
    }

    @Test
    void aShareOfWhatHasManyDecimalsFits() {
        assertThat(Booking.share(Decimal.ONE, Decimal.of("1e-60"), Decimal.of("3e-60")))
                .isEqualTo(Decimal.of("0.333333333333333333"));
        assertThat(Booking.share(Decimal.of(9), Decimal.ONE, Decimal.of(3))).isEqualTo(Decimal.of(3));
    }

    private static Portfolio normal(Till till, List<OpenOrder> orders) {
        return till.ledger().portfolio(orders, RiskState.NORMAL);
    }
}
