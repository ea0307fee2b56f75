package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.config.Deposit;
import io.aqts.market.Instrument;
import io.aqts.market.MarketEvent;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes first where fills and events share a snapshot. Bars of the till begin a nanosecond before they end. */
class EventOrderTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");

    @Test
    void aSaleOnABarComesBeforeASplitWithinIt() {
        Till till = held();

        till.at(5, List.of(sale(till)), List.of(new MarketEvent.Split(5, Decimal.of(2))), 100);

        assertThat(till.position().isFlat()).isTrue();
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_000));
    }

    @Test
    void aSaleOnABarComesAfterASplitBeforeIt() {
        Till till = held();

        till.at(5, List.of(sale(till)), List.of(new MarketEvent.Split(4, Decimal.of(2))), 50);

        assertThat(till.position().quantity()).isEqualTo(Decimal.of(10));
    }

    @Test
    void aPurchaseOnABarPaysTheFundingWithinItAndASaleDoesNot() {
        MarketEvent funding = new MarketEvent.FundingDue(5, 0.001, 100);
        Till buyer = new Till(a -> a, SPOT);
        buyer.at(1, 100);
        Till seller = held();

        buyer.at(5, List.of(Fills.since(4, buyer.fill(1, 5, 0, "10").apply("100", "0"))), List.of(funding), 100);
        seller.at(5, List.of(sale(seller)), List.of(funding), 100);

        assertThat(buyer.position().carry().funding()).isEqualTo(Decimal.of(-1));
        assertThat(seller.position().carry().funding()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void whatFillsInTheSnapshotOfASettlementComesBeforeIt() {
        Till till = held();

        till.at(
                9,
                List.of(till.fill(1, 9, 0, "-10").apply("100", "0")),
                List.of(new MarketEvent.FinalSettlement(7, Decimal.of(80))));

        assertThat(till.position().isFlat()).isTrue();
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_000));
        assertThat(till.ledger().isOver(0)).isTrue();
    }

    @Test
    void nothingFillsInWhatIsOver() {
        Till till = held();
        till.at(5, List.of(), List.of(new MarketEvent.FinalSettlement(5, Decimal.of(80))));

        assertThatThrownBy(() -> till.trade("-10", "70"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BTC/USD must not trade after its final settlement");
        assertThat(till.position().isFlat()).isTrue();
    }

    @Test
    void aSplitAtTheEndOfABarDividesItsClose() {
        Till till = held();

        till.at(5, List.of(), List.of(new MarketEvent.Split(5, Decimal.of(2))), 100);

        assertThat(till.position().mark()).isEqualTo(50);
        assertThat(till.ledger().markedEquity()).isEqualTo(10_000);
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_000));
    }

    @Test
    void aFeeBalanceThatRunsOutIsNotOverdrawn() {
        Till till = new Till(
                a -> a.deposits(List.of(new Deposit("BNB", Decimal.of("0.015")))), SPOT, Instrument.of("BNB/USD"));
        till.at(1, 100, 500);

        for (int n = 0; n < 2; n++) {
            till.ledger().book(Fills.paidIn(till.fill(0, "1", "100", "5"), "BNB", "0.01"));
            till.ledger().verify();
        }

        assertThat(till.portfolio().balances()).anySatisfy(balance -> {
            assertThat(balance.currency()).isEqualTo("BNB");
            assertThat(balance.total()).isEqualTo(Decimal.of("0.005"));
        });
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(9_795));
    }

    @Test
    void depositsAreWorthTheirPriceAtTheStart() {
        Till till = new Till(a -> a.deposits(List.of(new Deposit("BTC", Decimal.of(2)))), SPOT);
        assertThat(till.ledger().openingEquity()).isEmpty();

        till.at(1, 100);

        assertThat(till.ledger().openingEquity()).contains(Decimal.of(10_200));
    }

    private static Till held() {
        Till till = new Till(a -> a, SPOT);
        till.at(1, 100);
        till.trade("10", "100");
        return till;
    }

    private static Fill sale(Till till) {
        return Fills.since(4, till.fill(1, 5, 0, "-10").apply("100", "0"));
    }
}
