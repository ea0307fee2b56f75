package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.Deposit;
import io.aqts.config.GivenRate;
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other currencies are worth, and which balance a fee is paid from. */
class RatesTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");
    private static final Instrument EURO = Instrument.of("EUR/USD");
    private static final Instrument SAP = Instrument.of("SAP/EUR");
    private static final MarginSchedule FULL = MarginSchedule.PAID_IN_FULL;
    private static final Instrument INVERSE = perpetual().with(Contract.inversePerpetual(Decimal.of(100), FULL));
    private static final Instrument LINEAR = SPOT.with(Contract.linearPerpetual(Decimal.ONE, FULL));

    @Test
    void anInverseContractTellsTheRateWhereNothingOwnedDoes() {
        Till alone = new Till(a -> a.deposits(List.of(new Deposit("BTC", Decimal.of(2)))), INVERSE);
        alone.at(1, 30_000);
        Till both = new Till(a -> a.deposits(List.of(new Deposit("BTC", Decimal.of(2)))), INVERSE, SPOT);
        both.at(1, 30_000, 31_000);

        assertThat(alone.portfolio().equity()).isEqualTo(Decimal.of(70_000));
        assertThat(alone.ledger().markedEquity()).isEqualTo(70_000);
        assertThat(both.portfolio().equity()).isEqualTo(Decimal.of(72_000));
    }

    @Test
    void aLinearContractTellsNoRate() {
        Till till = new Till(a -> a.deposits(List.of(new Deposit("BTC", Decimal.of(2)))), LINEAR);
        till.at(1, 30_000);

        assertThat(till.portfolio().unpriced()).containsExactly("BTC");
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_000));
        assertThat(till.ledger().openingEquity()).isEmpty();
        assertThatThrownBy(till.ledger()::requireRates).hasMessageContaining("BTC");
    }

    @Test
    void aRateAgainstItsDirectionIsDividedByAndUnknownWithoutAPrice() {
        Till till = new Till(
                a -> a.currency("EUR")
                        .initialCash(Decimal.of(10))
                        .deposits(List.of(new Deposit("USD", Decimal.of(3_000)), new Deposit("GBP", Decimal.of(6))))
                        .rates(List.of(new GivenRate("EUR", "GBP", Decimal.of("0.75")))),
                EURO);
        assertThat(till.ledger().markedEquity()).isEqualTo(18);
        assertThat(till.portfolio().balance("USD").rate()).isEqualTo(Rate.UNKNOWN);
        till.at(1, 1.5);

        assertThat(till.ledger().markedEquity()).isCloseTo(2_018, within(1e-9));
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(2_018));
        assertThat(till.ledger().currency()).isEqualTo("EUR");
    }

    @Test
    void aForeignPositionIsWorthItsValueAtTheRate() {
        Till till = new Till(a -> a, SAP, EURO);
        till.trade(0, "2", "100", "0");
        till.at(1, 110, 1.5);

        assertThat(till.ledger().markedEquity()).isCloseTo(10_030, within(1e-9));
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_030));
        assertThat(till.ledger().unitValue(0)).isCloseTo(165, within(1e-9));
        assertThat(till.ledger().unitValue(1)).isEqualTo(1.5);
    }

    @Test
    void aContractWithoutAPriceIsWorthNothingYet() {
        Till linear = new Till(a -> a, LINEAR);
        linear.trade("1", "100");
        Till inverse = new Till(a -> a.currency("BTC").initialCash(Decimal.ONE), INVERSE);
        inverse.trade("1", "100");

        assertThat(linear.ledger().markedEquity()).isEqualTo(10_000);
        assertThat(inverse.ledger().markedEquity()).isEqualTo(1);
        assertThat(linear.ledger().unitValue(0)).isZero();
        assertThat(inverse.ledger().unitValue(0)).isZero();
    }

    @Test
    void anAmountInTheCurrencyOfSettlementIsConvertedOnceItsRateIsKnown() {
        Till till = new Till(a -> a, SAP, EURO);
        assertThat(till.ledger().converted(0, Decimal.of(4))).isEqualTo(Decimal.ZERO);
        till.at(1, 0, 1.5);

        assertThat(till.ledger().converted(0, Decimal.of(4))).isEqualTo(Decimal.of(6));
        assertThat(till.ledger().converted(1, Decimal.of(4))).isEqualTo(Decimal.of(4));
    }

    @Test
    void aFeeInTheCurrencyOfSettlementBelongsToThePosition() {
        Till till = new Till(a -> a, SAP, EURO);

        till.ledger().book(till.fill(0, "1", "100", "2"), "EUR");

        assertThat(till.position().fees()).isEqualTo(Decimal.of(2));
        assertThat(till.portfolio().balance("EUR").fees()).isEqualTo(Decimal.ZERO);
        assertThat(till.portfolio().balance("EUR").total()).isEqualTo(Decimal.of(-102));
    }

    @Test
    void aFeeInTheCurrencyOfSettlementMayOverdrawIt() {
        Till till = new Till(a -> a.deposits(List.of(new Deposit("EUR", Decimal.ONE))), SAP, EURO);

        till.ledger().book(Fills.paidIn(till.fill(0, "1", "100", "5"), "EUR", "4"));

        assertThat(till.position().fees()).isEqualTo(Decimal.of(4));
        assertThat(till.portfolio().balance("EUR").total()).isEqualTo(Decimal.of(-103));
    }

    @Test
    void aFeeInTheCurrencyOfTheAccountIsPaidFromIt() {
        Till till = new Till(a -> a, SAP, EURO);

        till.ledger().book(Fills.paidIn(till.fill(0, "1", "100", "5"), "USD", "6"));

        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(9_994));
        assertThat(till.portfolio().balance("USD").fees()).isEqualTo(Decimal.of(6));
        assertThat(till.position().fees()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void aFeeInACurrencyTheAccountDidNotBeginWithIsPaidAtItsWorth() {
        Till till = new Till(
                a -> a.deposits(List.of(new Deposit("EUR", Decimal.ONE))), SPOT, Instrument.of("SOL/BNB"), EURO);
        till.trade(1, "-10", "2", "0");

        till.ledger().book(Fills.paidIn(till.fill(0, "1", "100", "5"), "BNB", "0.01"));

        assertThat(till.portfolio().balance("BNB").total()).isEqualTo(Decimal.of(20));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(9_895));
    }

    @Test
    void aFeeOfUnknownWorthIsPaidAndLeftOutOfTheRoundTrip() {
        Till till =
                new Till(a -> a.deposits(List.of(new Deposit("BNB", Decimal.of(2)))), SPOT, Instrument.of("BNB/USD"));
        till.ledger().book(till.fill(0, "1", "100", "0.01"), "BNB");

        ClosedTrade closed = till.trade("-1", "110");

        assertThat(closed.fees()).isEqualTo(Decimal.ZERO);
        assertThat(till.portfolio().balance("BNB").total()).isEqualTo(Decimal.of("1.99"));
    }

    @Test
    void aFeeInTheBaseMustBeLessThanWhatIsBought() {
        Till till = new Till(a -> a, SPOT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> till.ledger().book(till.fill(0, "1", "100", "1"), "BTC"))
                .withMessage("fill.fee must be less than the quantity it is taken from, but was 1");
    }

    private static Instrument perpetual() {
        return new Instrument("BTC-PERP", "BTC", "USD", Decimal.of(1, 2), Decimal.of(1, 4), Decimal.ZERO);
    }
}
