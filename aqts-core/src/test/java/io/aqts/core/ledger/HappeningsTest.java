package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.market.Contract;
import io.aqts.market.DayCount;
import io.aqts.market.ExpirySettlement;
import io.aqts.market.Financing;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Carry;
import io.aqts.trade.Decimal;
import io.aqts.trade.Payoff;
import io.aqts.trade.Side;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HappeningsTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");
    private static final MarginSchedule FULL = MarginSchedule.PAID_IN_FULL;
    private static final Instrument LINEAR = named("BTC-PERP").with(Contract.linearPerpetual(Decimal.of("0.1"), FULL));

    @Test
    void i1_aLongPositionPaysWhenTheRateIsPositiveAndAShortOneReceives() {
        Till till = new Till(a -> a, LINEAR);
        till.trade("20", "100");
        till.at(5, List.of(), List.of(new MarketEvent.FundingDue(5, 0.001, 150)), 100);

        assertThat(till.position().carry()).isEqualTo(new Carry(Decimal.of("-0.3"), Decimal.ZERO, Decimal.ZERO));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("9999.7"));

        till.trade("-40", "100");
        till.at(6, List.of(), List.of(new MarketEvent.FundingDue(6, 0.001, 150)), 100);

        assertThat(till.position().carry().funding()).isEqualTo(Decimal.ZERO);
        till.at(7, List.of(), List.of(new MarketEvent.FundingDue(7, -0.001, 150)), 100);
        assertThat(till.position().carry().funding()).isEqualTo(Decimal.of("-0.3"));
    }

    @Test
    void i1_fundingMeetsWhoHeldBeforeItsMoment() {
        Till till = new Till(a -> a, LINEAR);
        MarketEvent due = new MarketEvent.FundingDue(5, 0.001, 100);

        till.at(9, List.of(till.fill(1, 5, 0, "10").apply("100", "0")), List.of(due), 100);
        assertThat(till.position().carry().funding()).isEqualTo(Decimal.ZERO);

        MarketEvent next = new MarketEvent.FundingDue(15, 0.001, 100);
        till.at(19, List.of(till.fill(2, 14, 0, "10").apply("100", "0")), List.of(next), 100);
        assertThat(till.position().carry().funding()).isEqualTo(Decimal.of("-0.2"));
    }

    @Test
    void i1_theSameBoundaryIsPaidOnceAndSeveralInOneStepEach() {
        Till till = new Till(a -> a, LINEAR);
        till.trade("10", "100");
        MarketEvent first = new MarketEvent.FundingDue(5, 0.001, 100);

        till.at(5, List.of(), List.of(first), 100);
        till.at(6, List.of(), List.of(first, new MarketEvent.FundingDue(6, 0.002, 100)), 100);
        assertThat(till.position().carry().funding()).isEqualTo(Decimal.of("-0.3"));
        MarketEvent eighth = new MarketEvent.FundingDue(8, 0.001, 100);
        till.at(9, List.of(), List.of(new MarketEvent.FundingDue(7, 0.001, 100), eighth, eighth), 100);

        assertThat(till.position().carry().funding()).isEqualTo(Decimal.of("-0.5"));
    }

    @Test
    void i1_withoutAPositionNothingIsPaidAndAfterTheEndOfDataNeither() {
        Till till = new Till(a -> a, LINEAR);
        till.at(5, List.of(), List.of(new MarketEvent.FundingDue(5, 0.001, 100)), 100);

        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_000));
        assertThat(till.position().carry()).isSameAs(Carry.NONE);
    }

    @Test
    void i1_fundingOfAnInverseContractIsPaidInItsBaseAndRoundedOnce() {
        Instrument inverse = SPOT.with(Contract.inversePerpetual(Decimal.of(100), FULL));
        Till till = new Till(a -> a.currency("BTC").initialCash(Decimal.ONE), inverse);
        till.trade("3", "30000");

        till.at(5, List.of(), List.of(new MarketEvent.FundingDue(5, 0.0001, 29_999)), 30_000);

        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("0.999999"));
        ClosedTrade closed = till.trade("-3", "30000");
        assertThat(closed.grossPnl()).isEqualTo(Decimal.of("-0.000001"));
    }

    @Test
    void fundingBelongsToTheRoundTrip() {
        Till till = new Till(a -> a, LINEAR);
        till.trade("10", "100");
        till.at(5, List.of(), List.of(new MarketEvent.FundingDue(5, 0.001, 100)), 100);

        assertThat(till.trade("-10", "100").netPnl()).isEqualTo(Decimal.of("-0.1"));
        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void g8_whoIsLongReceivesADividendAndWhoIsShortPaysIt() {
        Till till = new Till(a -> a, SPOT);
        till.trade("10", "100");
        till.at(5, List.of(), List.of(new MarketEvent.Dividend(5, Decimal.of("0.25"))), 100);
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("9002.5"));

        till.trade("-14", "100");
        till.at(6, List.of(), List.of(new MarketEvent.Dividend(6, Decimal.of("0.25"))), 100);

        assertThat(till.position().carry()).isEqualTo(new Carry(Decimal.ZERO, Decimal.ZERO, Decimal.of("1.5")));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("10401.5"));
    }

    @Test
    void aDividendIsNotForWhoBuysAtItsMoment() {
        Till till = new Till(a -> a, SPOT);
        MarketEvent dividend = new MarketEvent.Dividend(5, Decimal.ONE);

        till.at(5, List.of(till.fill(1, 5, 0, "10").apply("100", "0")), List.of(dividend));

        assertThat(till.position().carry().dividends()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void aSplitChangesQuantityAndAverageAndLeavesTheCost() {
        Till till = new Till(a -> a, SPOT);
        till.at(1, 300);
        till.trade("7", "300");

        till.at(5, List.of(), List.of(new MarketEvent.Split(5, Decimal.of("1.5"))));

        assertThat(till.position().quantity()).isEqualTo(Decimal.of("10.5"));
        assertThat(till.position().cost()).isEqualTo(Decimal.of(2_100));
        assertThat(till.position().averagePrice()).isEqualTo(200);
        assertThat(till.position().mark()).isEqualTo(200);
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_000));
        assertThat(till.ledger().markedEquity()).isEqualTo(10_000);
    }

    @Test
    void aSplitLeavesAPriceThatCameWithIt() {
        Till till = new Till(a -> a, SPOT);
        till.at(1, 300);
        till.trade("1", "300");

        till.at(5, List.of(), List.of(new MarketEvent.Split(4, Decimal.of(2))), 155);

        assertThat(till.position().mark()).isEqualTo(155);
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_010));
    }

    @Test
    void g8_aShortPositionPaysForWhatItBorrowedEveryDay() {
        Till till = new Till(a -> a, borrowed());
        till.at(nanos("2024-01-05T12:00:00Z"), 100);
        till.trade("-10", "100");

        till.at(nanos("2024-01-05T23:59:59Z"), 110);
        assertThat(till.position().carry().financing()).isEqualTo(Decimal.ZERO);
        till.at(nanos("2024-01-06T00:00:00Z"), 120);
        assertThat(till.position().carry().financing()).isEqualTo(Decimal.of("-0.12"));
        till.at(nanos("2024-01-08T00:00:01Z"), 130);
        assertThat(till.position().carry().financing()).isEqualTo(Decimal.of("-0.36"));
        till.trade("20", "100");
        till.at(nanos("2024-01-09T00:00:00Z"), 130);

        assertThat(till.position().carry().financing()).isEqualTo(Decimal.of("-0.36"));
    }

    @Test
    void g8_theWorthOfWhatWasBorrowedIsTheSameOnBothSidesOfASplit() {
        for (String split : List.of("2024-01-05T18:00:00Z", "2024-01-06T00:00:00Z", "2024-01-06T06:00:00Z")) {
            Till till = new Till(a -> a, borrowed());
            till.at(nanos("2024-01-05T12:00:00Z"), 110);
            till.trade("-10", "100");

            MarketEvent event = new MarketEvent.Split(nanos(split), Decimal.of(2));
            till.at(nanos("2024-01-06T12:00:00Z"), List.of(), List.of(event), 70);

            assertThat(till.position().carry().financing()).as(split).isEqualTo(Decimal.of("-0.11"));
        }
    }

    @Test
    void whatWasBorrowedBeforeThereWasAPriceIsChargedAtTheFirstForAUnitOfItsMoment() {
        for (String split : List.of("2024-01-05T18:00:00Z", "2024-01-06T00:00:00Z", "2024-01-06T06:00:00Z")) {
            Till till = new Till(a -> a, borrowed());
            till.at(nanos("2024-01-05T12:00:00Z"));
            till.trade("-10", "100");

            MarketEvent event = new MarketEvent.Split(nanos(split), Decimal.of(2));
            till.at(nanos("2024-01-06T12:00:00Z"), List.of(), List.of(event), 70);

            assertThat(till.position().carry().financing()).as(split).isEqualTo(Decimal.of("-0.14"));
        }
    }

    @Test
    void atAMomentWithoutAPriceWhatWasBorrowedIsChargedAtTheLastKnown() {
        Till till = new Till(a -> a, borrowed());
        till.at(nanos("2024-01-05T12:00:00Z"), 110);
        till.trade("-10", "100");

        till.at(nanos("2024-01-06T00:00:00Z"));
        assertThat(till.position().carry().financing()).isEqualTo(Decimal.of("-0.11"));

        MarketEvent split = new MarketEvent.Split(nanos("2024-01-06T18:00:00Z"), Decimal.of(2));
        till.at(nanos("2024-01-07T00:00:00Z"), List.of(), List.of(split));
        assertThat(till.position().carry().financing()).isEqualTo(Decimal.of("-0.22"));
    }

    @Test
    void overnightSwapsAreChargedAtTheRolloverAndThreefoldOnWednesday() {
        Financing swap = new Financing(
                Decimal.of("0.036"),
                Decimal.of("-0.018"),
                LocalTime.of(17, 0),
                ZoneId.of("America/New_York"),
                DayCount.ACT_360,
                false);
        Till till = new Till(a -> a, named("EURUSD").with(Contract.difference(Decimal.of(1_000), FULL, swap)));
        till.at(nanos("2024-07-08T12:00:00Z"), 1.1);
        till.trade("1", "1.1");

        till.at(nanos("2024-07-08T21:00:00Z"), 1);
        assertThat(till.position().carry().financing()).isEqualTo(Decimal.of("-0.1"));
        till.at(nanos("2024-07-10T21:00:00Z"), 1);
        assertThat(till.position().carry().financing()).isEqualTo(Decimal.of("-0.5"));
        till.at(nanos("2024-07-14T22:00:00Z"), 1);
        assertThat(till.position().carry().financing()).isEqualTo(Decimal.of("-0.7"));
        till.trade("-2", "1");
        till.at(nanos("2024-07-15T21:00:00Z"), 1);

        assertThat(till.position().carry().financing()).isEqualTo(Decimal.of("-0.65"));
    }

    @Test
    void i4_aContractInCashIsSettledAtTheOfficialPriceThatComesWithItsExpiry() {
        Till till = new Till(a -> a, future(Payoff.linear(Decimal.of(2)), ExpirySettlement.CASH));
        till.at(50, 100);
        till.trade("3", "100");

        List<ClosedTrade> closed =
                till.at(100, List.of(), List.of(new MarketEvent.FinalSettlement(100, Decimal.of(105))), 110);

        assertThat(till.position().isFlat()).isTrue();
        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(30));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_030));
        assertThat(closed).singleElement().satisfies(trade -> {
            assertThat(trade.grossPnl()).isEqualTo(Decimal.of(30));
            assertThat(trade.quantity()).isEqualTo(Decimal.of(3));
            assertThat(trade.exitNanos()).isEqualTo(100);
        });
        assertThat(till.ledger().isOver(0)).isTrue();
        assertThat(till.ledger().tradablePrice(0)).isZero();
        till.at(120, List.of(), List.of(new MarketEvent.FinalSettlement(110, Decimal.of(200))), 110);
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_030));
    }

    @Test
    void i4_timeAloneEndsAContractAtThePriceKnownThen() {
        Till till = new Till(a -> a, future(Payoff.linear(Decimal.ONE), ExpirySettlement.CASH));
        till.at(50, 100);
        till.trade("3", "90");
        assertThat(till.at(99, 101)).isEmpty();
        assertThat(till.ledger().tradablePrice(0)).isEqualTo(101);

        List<ClosedTrade> closed = till.at(500, 150);

        assertThat(closed).hasSize(1);
        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(33));
        assertThat(closed.get(0).exitNanos()).isEqualTo(100);
    }

    @Test
    void i4_aPriceOfTheVeryMomentOfExpiryIsTheOne() {
        Till till = new Till(a -> a, future(Payoff.linear(Decimal.ONE), ExpirySettlement.CASH));
        till.at(50, 100);
        till.trade("-1", "100");

        till.at(100, 80);

        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(20));
    }

    @Test
    void i4_aFillAtTheMomentOfExpiryStillCountsAndIsSettled() {
        Till till = new Till(a -> a, future(Payoff.linear(Decimal.ONE), ExpirySettlement.CASH));
        till.at(50, 100);

        List<ClosedTrade> closed = till.at(
                100,
                List.of(till.fill(1, 100, 0, "2").apply("99", "0")),
                List.of(new MarketEvent.FinalSettlement(100, Decimal.of(105))));

        assertThat(closed)
                .singleElement()
                .satisfies(trade -> assertThat(trade.grossPnl()).isEqualTo(Decimal.of(12)));
    }

    @Test
    void i4_aPhysicalContractDeliversAtTheFinalPrice() {
        Till till = new Till(a -> a, future(Payoff.linear(Decimal.of("0.5")), ExpirySettlement.PHYSICAL), SPOT);
        till.at(50, 100, 100);
        till.trade("4", "100");

        till.at(100, List.of(), List.of(new MarketEvent.FinalSettlement(100, Decimal.of(110))), 110, 110);

        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(20));
        assertThat(till.ledger().position(1).quantity()).isEqualTo(Decimal.of(2));
        assertThat(till.ledger().position(1).cost()).isEqualTo(Decimal.of(220));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(9_800));
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_020));
    }

    @Test
    void i4_whatEndsWorthlessGoesToZero() {
        Till till = new Till(a -> a, future(Payoff.linear(Decimal.ONE), ExpirySettlement.PHYSICAL), SPOT);
        till.at(50, 100);
        till.trade("4", "100");

        till.at(100, List.of(), List.of(new MarketEvent.FinalSettlement(100, Decimal.ZERO)), 1);

        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(-400));
        assertThat(till.ledger().position(1).isFlat()).isTrue();
    }

    @Test
    void i5_aDelistedInstrumentIsPaidOutAndAHaltedOneKeepsItsPrice() {
        Till till = new Till(a -> a, SPOT);
        till.at(1, 100);
        till.trade("-2", "100");
        till.at(2);
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_000));

        till.at(3, List.of(), List.of(new MarketEvent.FinalSettlement(3, Decimal.of(30))));

        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_140));
        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(140));
        assertThat(till.position().cost()).isEqualTo(Decimal.ZERO);
        assertThat(till.position().held(Side.SELL)).isEqualTo(Decimal.ZERO);
    }

    private static Instrument borrowed() {
        return SPOT.with(
                new Contract.Spot(Contract.spot().settlement(), FULL, Financing.borrowing(Decimal.of("0.0365"))));
    }

    private static Instrument future(Payoff payoff, ExpirySettlement settlement) {
        return named("BTC-MAR").with(new Contract.Future(payoff, FULL, 100, settlement));
    }

    private static Instrument named(String symbol) {
        return new Instrument(symbol, "BTC", "USD", Decimal.of(1, 2), Decimal.of(1, 4), Decimal.ZERO);
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }
}
