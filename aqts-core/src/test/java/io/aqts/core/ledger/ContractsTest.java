package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.AccountKind;
import io.aqts.config.Deposit;
import io.aqts.config.GivenRate;
import io.aqts.market.Contract;
import io.aqts.market.ExpirySettlement;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.SettlementCycle;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Balance;
import io.aqts.trade.Bracket;
import io.aqts.trade.Carry;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Payoff;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");
    private static final Instrument INVERSE =
            SPOT.with(Contract.inversePerpetual(Decimal.of(100), MarginSchedule.PAID_IN_FULL));
    private static final Instrument LINEAR =
            SPOT.with(Contract.linearPerpetual(Decimal.of("0.1"), MarginSchedule.PAID_IN_FULL));

    @Test
    void f2_anInverseContractEarnsItsBaseByTheDifferenceOfReciprocals() {
        Till till = new Till(a -> a.currency("BTC").initialCash(Decimal.of(1)), INVERSE);
        till.trade(0, "300", "30000", "0.0005");
        till.at(1, 32_000);

        assertThat(till.position().cost()).isEqualTo(Decimal.of(-1));
        assertThat(till.position().averagePrice()).isEqualTo(30_000);
        assertThat(till.position().unrealizedPnl()).isEqualTo(Decimal.of("0.0625"));
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of("1.062"));

        ClosedTrade closed = till.trade(0, "-300", "24000", "0.0005");

        assertThat(closed.grossPnl()).isEqualTo(Decimal.of("-0.25"));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("0.749"));
        till.ledger().verify();
    }

    @Test
    void f2_anInverseValueIsRoundedOnceToEightDecimalsHalfToEven() {
        assertThat(Payoff.inverse(Decimal.ONE).value(Decimal.of(1), Decimal.of(3)))
                .isEqualTo(Decimal.of("-0.33333333"));
        assertThat(Payoff.inverse(Decimal.ONE).value(Decimal.of(-2), Decimal.of(3)))
                .isEqualTo(Decimal.of("0.66666667"));
        assertThat(Payoff.inverse(Decimal.ONE).value(Decimal.of(-25), Decimal.of("1e9")))
                .isEqualTo(Decimal.of("0.00000002"));
        assertThat(new Payoff.Inverse(Decimal.ONE, 2).value(Decimal.of(1), Decimal.of(3)))
                .isEqualTo(Decimal.of("-0.33"));
        assertThat(Payoff.inverse(Decimal.of(10)).charge(Decimal.of(-3), Decimal.of(7), Decimal.ONE, Decimal.of(2)))
                .isEqualTo(Decimal.of("2.14285714"));
    }

    @Test
    void f2_aShortInverseContractEarnsWhenThePriceFalls() {
        Till till = new Till(a -> a.currency("BTC").initialCash(Decimal.of(1)), INVERSE);
        till.trade("-300", "30000");
        till.at(1, 24_000);

        assertThat(till.position().unrealizedPnl()).isEqualTo(Decimal.of("0.25"));
        assertThat(till.ledger().markedEquity()).isEqualTo(1.25);
    }

    @Test
    void f2_aFeeInTheBaseIsTakenFromWhatIsReceived() {
        Till till = new Till(a -> a, SPOT);

        till.ledger().book(till.fill(0, "1", "100", "0.001"), "BTC");

        assertThat(till.position().quantity()).isEqualTo(Decimal.of("0.999"));
        assertThat(till.position().cost()).isEqualTo(Decimal.of("99.9"));
        assertThat(till.position().fees()).isEqualTo(Decimal.of("0.1"));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(9_900));
        ClosedTrade closed = till.ledger()
                .book(till.fill(0, "-0.998", "100", "0.001"), "BTC")
                .orElseThrow();
        assertThat(closed.fees()).isEqualTo(Decimal.of("0.2"));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("9999.8"));
        till.ledger().verify();
    }

    @Test
    void f2_aFeeInAThirdCurrencyIsPaidFromItAndBelongsToTheRoundTrip() {
        Till till =
                new Till(a -> a.deposits(List.of(new Deposit("BNB", Decimal.of(2)))), SPOT, Instrument.of("BNB/USD"));
        till.at(1, 100, 300);
        till.ledger().book(till.fill(0, "1", "100", "0.01"), "BNB");
        ClosedTrade closed =
                till.ledger().book(till.fill(0, "-1", "110", "0.02"), "BNB").orElseThrow();

        Portfolio portfolio = till.portfolio();
        assertThat(portfolio.balance("BNB").total()).isEqualTo(Decimal.of("1.97"));
        assertThat(portfolio.balance("BNB").fees()).isEqualTo(Decimal.of("0.03"));
        assertThat(portfolio.fees()).isEqualTo(Decimal.of(9));
        assertThat(closed.netPnl()).isEqualTo(Decimal.of(1));
        assertThat(portfolio.equity()).isEqualTo(Decimal.of("10601"));
        till.ledger().verify();
    }

    @Test
    void f7_g1_aTurnPaysItsCommissionOnce() {
        Till till = new Till(a -> a.currency("BTC").initialCash(Decimal.of(1)), INVERSE);
        till.trade(0, "100", "10000", "0.001");

        ClosedTrade closed = till.trade(0, "-400", "8000", "0.004");

        assertThat(closed.grossPnl()).isEqualTo(Decimal.of("-0.25"));
        assertThat(closed.fees()).isEqualTo(Decimal.of("0.002"));
        assertThat(till.position().fees()).isEqualTo(Decimal.of("0.005"));
        assertThat(till.position().averagePrice()).isEqualTo(8_000);
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("0.745"));
    }

    @Test
    void g2_theAverageMovesOnlyOnIncreaseUnlikeWhereItIsMixedOnDecrease() {
        Till till = new Till(a -> a, LINEAR);
        till.trade("10", "100");
        till.trade("10", "120");
        till.trade("-5", "200");

        double mixed = (20 * 110.0 - 5 * 200.0) / 15;

        assertThat(till.position().averagePrice()).isEqualTo(110);
        assertThat(mixed).isCloseTo(80, within(1e-9));
        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(45));
    }

    @Test
    void g5_grossAndNetResultsAreShownAndDifferByTheFees() {
        Till till = new Till(a -> a, LINEAR);
        till.trade(0, "10", "100", "0.3");
        ClosedTrade closed = till.trade(0, "-10", "110", "-0.1");

        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(10));
        assertThat(till.position().netPnl()).isEqualTo(Decimal.of("9.8"));
        assertThat(closed.grossPnl()).isEqualTo(Decimal.of(10));
        assertThat(closed.netPnl()).isEqualTo(Decimal.of("9.8"));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("10009.8"));
    }

    @Test
    void aLinearContractExchangesOnlyTheDifference() {
        Till till = new Till(a -> a, LINEAR);
        till.trade("10", "100");
        till.at(1, 103);

        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_000));
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_003));
        assertThat(till.ledger().markedEquity()).isEqualTo(10_003);
        assertThat(till.portfolio().grossExposure()).isCloseTo(103, within(1e-9));
        assertThat(till.ledger().unitValue(0)).isCloseTo(10.3, within(1e-12));
    }

    @Test
    void g6_aMissingRateIsFlaggedUntilItIsKnownAndNeverForgotten() {
        Till till = new Till(
                a -> a.deposits(List.of(new Deposit("EUR", Decimal.of(1_000)))),
                Instrument.of("EUR/USD"),
                Instrument.of("SAP/EUR"));

        assertThat(till.portfolio().unpriced()).containsExactly("EUR");
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_000));
        till.at(1, 1.1);

        assertThat(till.portfolio().unpriced()).isEmpty();
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(11_100));
        assertThat(till.ledger().markedEquity()).isCloseTo(11_100, within(1e-9));
        assertThat(till.portfolio().balance("EUR").rate().toDouble()).isEqualTo(1.1);
    }

    @Test
    void g6_convertedSumsAreRoundedOnceAtTheEnd() {
        Till till = new Till(
                a -> a.currency("EUR").initialCash(Decimal.of(1)),
                Instrument.of("EUR/USD"),
                Instrument.of("A/USD"),
                Instrument.of("B/USD"));
        till.at(1, 3, 1, 1);
        till.trade(1, "0.000000000000000001", "1", "0");
        till.trade(2, "0.000000000000000001", "1", "0");
        till.at(2, 3, 3, 3);

        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of("1.000000000000000001"));
        assertThat(till.portfolio().unrealizedPnl()).isEqualTo(Decimal.of("0.000000000000000001"));
    }

    @Test
    void g6_ratesAreChainedAndGivenOnesFillTheGaps() {
        Till till = new Till(
                a -> a.rates(List.of(new GivenRate("GBP", "EUR", Decimal.of("1.2"))))
                        .deposits(List.of(new Deposit("GBP", Decimal.of(10)))),
                Instrument.of("EUR/USD"));
        till.at(1, 1.5);

        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_018));
        assertThat(till.ledger().markedEquity()).isCloseTo(10_018, within(1e-9));
    }

    @Test
    void g6_withoutAnyWayToARateTheLedgerSaysSo() {
        Till till = new Till(a -> a, Instrument.of("SAP/EUR"));

        assertThatThrownBy(till.ledger()::requireRates)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "risk.account.currency must be the quote currency of every instrument, or one that rates lead"
                                + " to, but was USD while SAP/EUR settles in EUR");
        Till foreign = new Till(a -> a.deposits(List.of(new Deposit("XXX", Decimal.ONE))), SPOT);
        assertThatThrownBy(foreign.ledger()::requireRates)
                .hasMessage("risk.account.deposits must be in currencies that rates lead from, but was XXX");
    }

    @Test
    void g7_anOpenPositionWithoutAPriceIsFlaggedUntilItHasOne() {
        Till till = new Till(a -> a, SPOT);
        till.trade("1", "100");
        assertThat(till.portfolio().unpriced()).containsExactly("BTC/USD");
        assertThat(till.position().marketValue()).isEqualTo(Decimal.ZERO);

        till.at(1, 90);

        assertThat(till.portfolio().unpriced()).isEmpty();
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(9_990));
    }

    @Test
    void g8_aCashAccountRefusesShortSalesAndAllowsClosingOnes() {
        Till till = new Till(a -> a.kind(AccountKind.CASH), SPOT);
        till.trade("1", "100");

        assertThatIllegalStateException()
                .isThrownBy(() -> till.trade("-1.00000001", "100"))
                .withMessageContaining("must hold what it sells")
                .withMessageContaining("-0.00000001");
        assertThat(till.position().quantity()).isEqualTo(Decimal.ONE);
        till.trade("-1", "100");

        assertThat(till.position().isFlat()).isTrue();
    }

    @Test
    void g8_shortProceedsAreCreditedAndOwed() {
        Till till = new Till(a -> a, SPOT);
        till.trade("-2", "100");
        till.at(1, 120);

        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_200));
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(9_960));
    }

    @Test
    void g10_aFreeBalanceBelowZeroIsRefusedAndZeroIsNot() {
        Till till = new Till(a -> a.kind(AccountKind.CASH), SPOT);

        assertThatIllegalStateException()
                .isThrownBy(() -> till.trade(0, "100", "100", "0.00000001"))
                .withMessageContaining("free balance of zero or more")
                .withMessageContaining("-0.00000001 USD");
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_000));
        till.trade("100", "100");

        assertThat(till.ledger().cash()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void g10_dustBelowTheLotStays() {
        Till till = new Till(a -> a.kind(AccountKind.CASH), SPOT);
        till.trade("1.000000001", "100");
        till.trade("-1", "100");

        assertThat(till.position().quantity()).isEqualTo(Decimal.of("0.000000001"));
        assertThat(till.position().isFlat()).isFalse();
    }

    @Test
    void g9_proceedsSettleAfterBusinessDaysOverAWeekendAndAHoliday() {
        ZoneId zone = ZoneId.of("America/New_York");
        SettlementCycle cycle = new SettlementCycle(2, zone, List.of(LocalDate.of(2024, 1, 15)));
        Instrument share = Instrument.of("SPY/USD").with(Contract.share(cycle, Decimal.ZERO));
        Till till = new Till(a -> a.kind(AccountKind.CASH), share);
        long friday = nanos("2024-01-12T15:00:00Z");
        long wednesday = nanos("2024-01-17T05:00:00Z");
        till.ledger().book(till.fill(1, friday - 1, 0, "100").apply("100", "0"));
        till.ledger().book(till.fill(2, friday, 0, "-50").apply("110", "1"));

        assertThat(cycle.settles(friday)).isEqualTo(wednesday);
        Balance before = till.portfolio().balance("USD");
        assertThat(before.total()).isEqualTo(Decimal.of(5_499));
        assertThat(before.unsettled()).isEqualTo(Decimal.of(5_499));
        assertThat(before.free()).isEqualTo(Decimal.ZERO);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        till.ledger().book(till.fill(3, wednesday - 1, 0, "1").apply("100", "0")));
        till.at(wednesday - 1, 100);
        assertThat(till.portfolio().balance("USD").free()).isEqualTo(Decimal.ZERO);
        till.at(wednesday, 100);

        assertThat(till.portfolio().balance("USD").free()).isEqualTo(Decimal.of(5_499));
        till.ledger().book(till.fill(4, wednesday, 0, "1").apply("100", "0"));
    }

    @Test
    void g11_openOrdersLockWhatTheyNeedAndReleaseItAsTheyFill() {
        Till till = new Till(a -> a, SPOT);
        Order buy = Till.order(Side.BUY, "3", false);
        Order sell = Till.order(Side.SELL, "3", false);
        Order leave = Till.order(Side.BUY, "3", true);

        assertThat(till.portfolio(Till.open(buy, "100", "0")).balance("USD").locked())
                .isEqualTo(Decimal.of(300));
        assertThat(till.portfolio(Till.open(buy, "100", "1")).balance("USD").locked())
                .isEqualTo(Decimal.of(200));
        assertThat(till.portfolio(Till.open(buy, "100", "1")).balance("USD").free())
                .isEqualTo(Decimal.of(9_800));
        assertThat(till.portfolio(Till.open(sell, "100", "0")).balance("USD").locked())
                .isEqualTo(Decimal.ZERO);
        assertThat(till.portfolio(Till.open(leave, "100", "0")).balance("USD").locked())
                .isEqualTo(Decimal.ZERO);
        assertThat(till.portfolio().balance("USD").free()).isEqualTo(Decimal.of(10_000));
    }

    @Test
    void g11_ordersForContractsLockTheirInitialMargin() {
        MarginSchedule tenth = MarginSchedule.of(Decimal.of("0.1"), Decimal.of("0.05"));
        Till till = new Till(a -> a, SPOT.with(Contract.linearPerpetual(Decimal.of(2), tenth)));
        Order sell = Till.order(Side.SELL, "3", false);

        assertThat(till.portfolio(Till.open(sell, "100", "1")).balance("USD").locked())
                .isEqualTo(Decimal.of(40));
    }

    @Test
    void g11_anAmountToSpendIsLockedLessWhatItBought() {
        Till till = new Till(a -> a, SPOT);
        Order spend = new Order(
                0,
                Side.BUY,
                OrderSize.spend(Decimal.of(500)),
                OrderType.limit(Decimal.of(50)),
                Lifetime.GTC,
                Handling.PLAIN,
                Bracket.NONE,
                ReasonCode.SIGNAL);

        assertThat(till.portfolio(Till.open(spend, "60", "3")).balance("USD").locked())
                .isEqualTo(Decimal.of(350));
        assertThat(till.portfolio(Till.open(spend, "60", "11")).balance("USD").locked())
                .isEqualTo(Decimal.ZERO);
    }

    @Test
    void j6_everySumIsExactAndWhatDoesNotFitThrows() {
        Till till = new Till(a -> a, LINEAR);
        till.trade(0, "0.1", "0.1", "0.000000000000000000001");
        till.trade("0.2", "0.3");

        assertThat(till.position().cost()).isEqualTo(Decimal.of("0.007"));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("9999.999999999999999999999"));
        assertThatThrownBy(() -> till.trade("1e60", "1e60")).isInstanceOf(ArithmeticException.class);
        assertThat(till.position().quantity()).isEqualTo(Decimal.of("0.3"));
        till.ledger().verify();
    }

    @Test
    void everyBookingIsPostedTwiceAndAddsUpToZero() {
        Till till = new Till(a -> a, SPOT);
        List<Posting> postings = new ArrayList<>();
        till.ledger().listen(postings::add);
        till.trade(0, "2", "100", "0.5");
        till.trade(0, "-1", "110", "0.25");

        assertThat(postings)
                .containsExactly(
                        new Posting(1, 0, PostingAccount.CASH, -1, "USD", Decimal.of(10_000)),
                        new Posting(1, 0, PostingAccount.OPENING, -1, "USD", Decimal.of(-10_000)),
                        new Posting(2, 0, PostingAccount.CASH, -1, "USD", Decimal.of("-200.5")),
                        new Posting(2, 0, PostingAccount.POSITION, 0, "USD", Decimal.of(200)),
                        new Posting(2, 0, PostingAccount.FEES, 0, "USD", Decimal.of("0.5")),
                        new Posting(3, 0, PostingAccount.CASH, -1, "USD", Decimal.of("109.75")),
                        new Posting(3, 0, PostingAccount.POSITION, 0, "USD", Decimal.of(-100)),
                        new Posting(3, 0, PostingAccount.REALIZED, 0, "USD", Decimal.of(-10)),
                        new Posting(3, 0, PostingAccount.FEES, 0, "USD", Decimal.of("0.25")));
        TrialBalance balance = till.ledger().trialBalance();
        assertThat(balance.sum("USD")).isEqualTo(Decimal.ZERO);
        assertThat(balance.sum(PostingAccount.CASH, "USD")).isEqualTo(Decimal.of("9909.25"));
        assertThat(balance.sum(PostingAccount.REALIZED, "USD")).isEqualTo(Decimal.of(-10));
        assertThat(balance.sum(PostingAccount.FEES, "EUR")).isEqualTo(Decimal.ZERO);
    }

    @Test
    void aContractKnowsItsCurrencyOfSettlement() {
        assertThat(INVERSE.settlementCurrency()).isEqualTo("BTC");
        assertThat(LINEAR.settlementCurrency()).isEqualTo("USD");
        assertThat(Position.flat(Payoff.EXCHANGE)).isSameAs(Position.FLAT);
        assertThat(Position.flat(Payoff.inverse(Decimal.ONE)).carry()).isEqualTo(Carry.NONE);
        assertThatThrownBy(() -> new Contract.Future(
                        Payoff.inverse(Decimal.ONE), MarginSchedule.PAID_IN_FULL, 5, ExpirySettlement.PHYSICAL))
                .hasMessageContaining("be CASH for an inverse contract");
        assertThatThrownBy(() ->
                        new Contract.Future(Payoff.EXCHANGE, MarginSchedule.PAID_IN_FULL, 5, ExpirySettlement.CASH))
                .hasMessageContaining("be linear or inverse");
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }
}
