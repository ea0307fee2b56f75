package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AccountKind;
import io.aqts.config.PositionMode;
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarginTier;
import io.aqts.market.MarketEvent;
import io.aqts.trade.Decimal;
import io.aqts.trade.Margin;
import io.aqts.trade.ReasonCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginTest {

    private static final MarginTier SMALL =
            new MarginTier(Decimal.ZERO, Decimal.of("0.1"), Decimal.of("0.05"), Decimal.ZERO);
    private static final MarginTier LARGE =
            new MarginTier(Decimal.of(1_000), Decimal.of("0.2"), Decimal.of("0.1"), Decimal.of(50));
    private static final MarginSchedule TIERS = new MarginSchedule(List.of(SMALL, LARGE), Decimal.of("0.01"), true);
    private static final MarginSchedule OWED = new MarginSchedule(List.of(SMALL, LARGE), Decimal.of("0.01"), false);

    @Test
    void i2_theTierOfTheNotionalAppliesFromItsFloorOn() {
        Decimal below = Decimal.of("999.99999999");
        Decimal at = Decimal.of(1_000);

        assertThat(TIERS.initial(below)).isEqualTo(Decimal.of("99.999999999"));
        assertThat(TIERS.initial(at)).isEqualTo(Decimal.of(200));
        assertThat(TIERS.maintenance(below)).isEqualTo(Decimal.of("49.9999999995"));
        assertThat(TIERS.maintenance(at)).isEqualTo(Decimal.of(50));
        assertThat(TIERS.maintenance(Decimal.of(3_000))).isEqualTo(Decimal.of(250));
        assertThat(TIERS.maintenance(Decimal.ZERO)).isEqualTo(Decimal.ZERO);
    }

    @Test
    void i2_initialAndMaintenanceMarginAreReckonedByTheMarkPriceNotTheLast() {
        Till till = till(OWED);
        till.at(1, 100);
        till.trade("-5", "100");
        assertThat(till.portfolio().margin())
                .isEqualTo(new Margin(Decimal.of(10_000), Decimal.of(50), Decimal.of(25), Decimal.ZERO));

        till.at(2, List.of(), List.of(new MarketEvent.MarkPrice(2, 90)), 180);

        assertThat(till.portfolio().margin().equity()).isEqualTo(Decimal.of(10_050));
        assertThat(till.portfolio().margin().initial()).isEqualTo(Decimal.of(45));
        assertThat(till.portfolio().margin().free()).isEqualTo(Decimal.of(10_005));
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(9_600));
    }

    @Test
    void i2_theCallComesAtTheThresholdItselfAndNotBefore() {
        Till till = till(OWED);
        till.at(1, 100);
        till.trade("1000", "100");
        assertThat(till.ledger().isCalled()).isFalse();

        Decimal needed = OWED.maintenance(Decimal.of("99950"));
        assertThat(needed).isEqualTo(Decimal.of(9_945));
        till.at(2, 99.95);
        assertThat(till.ledger().margin().equity()).isEqualTo(Decimal.of(9_950));
        assertThat(till.ledger().isCalled()).isFalse();
        till.trade(0, "1", "99.95", "-5");
        till.trade(0, "-1", "99.95", "10");
        assertThat(till.ledger().margin().equity()).isEqualTo(Decimal.of(9_945));

        assertThat(till.ledger().isCalled()).isTrue();
        till.trade(0, "1", "99.95", "0");
        till.trade(0, "-1", "99.95", "-0.00000001");
        assertThat(till.ledger().isCalled()).isFalse();
    }

    @Test
    void i2_anAccountWithoutPositionsOrOfAnotherKindIsNeverCalled() {
        Till till = till(OWED);
        assertThat(till.ledger().isCalled()).isFalse();
        Till free = new Till(a -> a, contract(OWED));
        free.at(1, 100);
        free.trade("1000", "100");
        free.at(2, 80);

        assertThat(free.ledger().isCalled()).isFalse();
        assertThat(free.ledger().margin().isCalled()).isTrue();
        assertThat(free.portfolio().margin()).isEqualTo(Margin.NONE);
    }

    @Test
    void i2_bothSidesOfAHedgeNeedMargin() {
        Till till = new Till(a -> a.kind(AccountKind.MARGIN).positions(PositionMode.HEDGING), contract(OWED));
        till.at(1, 100);
        till.trade("5", "100");
        till.trade("-4", "100");

        assertThat(till.portfolio().margin().initial()).isEqualTo(Decimal.of(90));
        assertThat(till.portfolio().margin().maintenance()).isEqualTo(Decimal.of(45));
    }

    @Test
    void i3_aLiquidationPaysItsFeeAndALossBeyondAllEquityIsBookedAndShown() {
        Till till = till(OWED);
        till.at(1, 100);
        till.trade("1000", "100");
        till.at(2, 85);
        till.because(ReasonCode.LIQUIDATION).trade(0, "-1000", "85", "10");

        assertThat(till.position().fees()).isEqualTo(Decimal.of(860));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(-5_860));
        assertThat(till.portfolio().margin().deficit()).isEqualTo(Decimal.of(5_860));
        assertThat(till.portfolio().margin().insured()).isEqualTo(Decimal.ZERO);
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(-5_860));
    }

    @Test
    void i3_anInsuranceBearsTheLossOnceEverythingIsClosed() {
        Till till = till(TIERS);
        till.at(1, 100);
        till.trade("1000", "100");
        till.at(2, 85);
        till.because(ReasonCode.LIQUIDATION).trade(0, "-999", "85", "0");
        assertThat(till.portfolio().margin().insured()).isEqualTo(Decimal.ZERO);
        till.trade(0, "-1", "85", "0");

        assertThat(till.ledger().cash()).isEqualTo(Decimal.ZERO);
        assertThat(till.portfolio().margin().insured()).isEqualTo(Decimal.of(5_850));
        assertThat(till.portfolio().margin().deficit()).isEqualTo(Decimal.ZERO);
        assertThat(till.ledger().trialBalance().sum(PostingAccount.INSURANCE, "USD"))
                .isEqualTo(Decimal.of(-5_850));
        assertThat(till.ledger().trialBalance().sum("USD")).isEqualTo(Decimal.ZERO);
        till.ledger().verify();
    }

    @Test
    void i3_anInsurancePaysNothingWhileSomethingIsLeft() {
        Till till = till(TIERS);
        till.at(1, 100);
        till.trade("1000", "100");
        till.because(ReasonCode.LIQUIDATION).trade(0, "-1000", "95", "0");

        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(4_050));
        assertThat(till.portfolio().margin().insured()).isEqualTo(Decimal.ZERO);
    }

    private static Till till(MarginSchedule schedule) {
        return new Till(a -> a.kind(AccountKind.MARGIN), contract(schedule));
    }

    private static Instrument contract(MarginSchedule schedule) {
        return Instrument.of("BTC/USD").with(Contract.linearPerpetual(Decimal.ONE, schedule));
    }
}
