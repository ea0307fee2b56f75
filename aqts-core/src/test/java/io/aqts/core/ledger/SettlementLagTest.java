package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.aqts.config.AccountKind;
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.SettlementCycle;
import io.aqts.trade.Account;
import io.aqts.trade.Decimal;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that is counted and may not be spent yet. Two business days after Monday 2024-01-08 is the Wednesday. */
class SettlementLagTest {

    private static final long DAY = 86_400_000_000_000L;
    private static final long MONDAY = 19_730 * DAY;
    private static final Instrument SHARE = Instrument.of("SPY/USD")
            .with(Contract.share(new SettlementCycle(2, ZoneOffset.UTC, List.of()), Decimal.ZERO));
    private static final Instrument SPOT = Instrument.of("BTC/USD");

    @Test
    void aFillAtTheMomentMoneySettlesMaySpendIt() {
        Till till = spent();
        sell(till, MONDAY, "-50");
        long wednesday = MONDAY + 2 * DAY;

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        till.ledger().book(till.fill(8, wednesday - 1, 0, "1").apply("100", "0")));
        till.ledger().book(till.fill(9, wednesday, 0, "1").apply("100", "0"));

        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(4_900));
        assertThat(unsettled(till)).isEqualTo(Decimal.ZERO);
    }

    @Test
    void eachSumSettlesOnItsOwnDay() {
        Till till = spent();
        sell(till, MONDAY, "-10");
        sell(till, MONDAY + DAY, "-20");
        assertThat(unsettled(till)).isEqualTo(Decimal.of(3_000));

        assertThat(brings(till, MONDAY + 2 * DAY - 1)).isFalse();
        till.at(MONDAY + 2 * DAY, 100);
        assertThat(unsettled(till)).isEqualTo(Decimal.of(2_000));
        assertThat(brings(till, MONDAY + 3 * DAY - 1)).isFalse();
        till.at(MONDAY + 3 * DAY, 100);
        assertThat(unsettled(till)).isEqualTo(Decimal.ZERO);

        assertThat(till.portfolio().account()).isSameAs(Account.PLAIN);
        assertThat(brings(till, MONDAY + 9 * DAY)).isFalse();
    }

    @Test
    void whatSettlesAtOnceDoesNotWaitThoughOthersDo() {
        Till till = new Till(a -> a, SHARE, SPOT);

        till.trade(1, "-1", "100", "0");
        assertThat(unsettled(till)).isEqualTo(Decimal.ZERO);
        till.trade(0, "-1", "300", "0");

        assertThat(unsettled(till)).isEqualTo(Decimal.of(300));
    }

    @Test
    void proceedsInAForeignCurrencyWaitInThatCurrency() {
        Instrument share = Instrument.of("SAP/EUR")
                .with(Contract.share(new SettlementCycle(2, ZoneOffset.UTC, List.of()), Decimal.ZERO));
        Till till = new Till(a -> a, share, Instrument.of("EUR/USD"));
        till.trade(0, "-1", "300", "0");

        assertThat(unsettled(till)).isEqualTo(Decimal.ZERO);
        assertThat(till.portfolio().balance("EUR").unsettled()).isEqualTo(Decimal.of(300));
    }

    private static Till spent() {
        Till till = new Till(a -> a.kind(AccountKind.CASH), SHARE);
        till.ledger().book(till.fill(1, MONDAY - 1, 0, "100").apply("100", "0"));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.ZERO);
        return till;
    }

    private static void sell(Till till, long at, String quantity) {
        till.ledger().book(till.fill(2, at, 0, quantity).apply("100", "0"));
    }

    private static boolean brings(Till till, long nanos) {
        return till.ledger().mark(MarketSnapshot.of(nanos, List.of(InstrumentMarket.QUIET)));
    }

    private static Decimal unsettled(Till till) {
        return till.portfolio().balance("USD").unsettled();
    }
}
