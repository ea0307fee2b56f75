package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.config.LotMethod;
import io.aqts.config.PositionMode;
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Lot;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotsTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");

    @ParameterizedTest
    @CsvSource({"AVERAGE, 30, -330", "FIFO, 50, -350", "LIFO, 10, -310"})
    void g3_eachMethodClosesItsOwnLots(LotMethod method, String realized, String costless) {
        Till till = new Till(a -> a.lots(method), SPOT);
        till.trade("1", "100");
        till.trade("1", "120");
        till.trade("1", "140");

        till.trade("-1", "150");

        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(realized));
        Decimal all = Decimal.of(360).minus(Decimal.of(150));
        assertThat(till.position().cost()).isEqualTo(all.plus(Decimal.of(realized)));
        assertThat(Decimal.of(costless).plus(Decimal.of(300)).negate()).isEqualTo(Decimal.of(realized));
        till.ledger().verify();
    }

    @Test
    void g3_partsOfLotsKeepTheirNumberAndTheRestOfTheirCost() {
        Till till = new Till(a -> a.lots(LotMethod.FIFO), SPOT);
        till.trade("3", "100");
        till.trade("2", "110");

        till.trade("-4", "120");

        assertThat(till.position().lots()).singleElement().isEqualTo(new Lot(2, 2, 0, Decimal.ONE, Decimal.of(110)));
        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(70));
    }

    @Test
    void g3_aSpecificLotIsClosedFirstThenThoseOfItsOrderThenTheOldest() {
        Till till = new Till(a -> a.lots(LotMethod.SPECIFIC), SPOT);
        till.trade("1", "100");
        till.trade("1", "120");
        till.trade("1", "140");
        till.trade("1", "160");
        till.ledger().nameLots(5, List.of(3L));

        till.trade("-1", "150");
        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(10));
        till.ledger().book(till.fill(2, 0, 0, "-1").apply("150", "0"));
        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(40));
        till.ledger().book(till.fill(9, 0, 0, "-1").apply("150", "0"));

        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.of(90));
        assertThat(till.position().lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot.id()).isEqualTo(4));
    }

    @ParameterizedTest
    @CsvSource({"FIFO", "LIFO", "SPECIFIC"})
    void g3_closingMoreThanIsOpenIsRefusedAndChangesNothing(LotMethod method) {
        Till till = new Till(a -> a.lots(method), SPOT);
        till.trade("2", "100");
        ApprovedOrder close = till.announce(Side.SELL, "3", true);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        till.ledger().book(till.fill(close.id(), 0, 0, "-2.1").apply("100", "0")))
                .withMessage("fill.quantity must be at most the 2 that is open, to close it, but was 2.1");
        assertThat(till.position().quantity()).isEqualTo(Decimal.of(2));
        till.ledger().book(till.fill(close.id(), 0, 0, "-2").apply("100", "0"));

        assertThat(till.position().isFlat()).isTrue();
    }

    @Test
    void g3_anExitThatItsOrderArmedOnlyCloses() {
        Till till = new Till(a -> a.lots(LotMethod.FIFO), SPOT);
        ApprovedOrder entry = till.announce(Side.BUY, "1", false);
        till.ledger().book(till.fill(entry.id(), 0, 0, "1").apply("100", "0"));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        till.ledger().book(till.fill(entry.id(), 0, 0, "-2").apply("100", "0")));
    }

    @Test
    void g1_inLotsToATurnSplitsIntoCloseAndOpenAndSharesTheFee() {
        Till till = new Till(a -> a.lots(LotMethod.FIFO), SPOT);
        till.trade(0, "1", "100", "0.1");

        ClosedTrade closed = till.trade(0, "-4", "110", "0.4");

        assertThat(closed.grossPnl()).isEqualTo(Decimal.of(10));
        assertThat(closed.fees()).isEqualTo(Decimal.of("0.2"));
        assertThat(till.position().averagePrice()).isEqualTo(110);
        assertThat(till.position().fees()).isEqualTo(Decimal.of("0.5"));
        assertThat(till.ledger().cash()).isEqualTo(Decimal.of("10339.5"));
        ClosedTrade second = till.trade(0, "3", "110", "0.3");
        assertThat(second.fees()).isEqualTo(Decimal.of("0.6"));
        assertThat(second.quantity()).isEqualTo(Decimal.of(3));
    }

    @Test
    void longAndShortStandSideBySideAndEachIsItsOwnRoundTrip() {
        Till till = new Till(a -> a.positions(PositionMode.HEDGING), SPOT);
        till.trade("2", "100");
        till.trade("-2", "110");
        till.at(1, 120);

        assertThat(till.position().isFlat()).isFalse();
        assertThat(till.position().quantity()).isEqualTo(Decimal.ZERO);
        assertThat(till.position().held(Side.BUY)).isEqualTo(Decimal.of(2));
        assertThat(till.position().held(Side.SELL)).isEqualTo(Decimal.of(2));
        assertThat(till.position().realizedPnl()).isEqualTo(Decimal.ZERO);
        assertThat(till.position().unrealizedPnl()).isEqualTo(Decimal.of(20));
        assertThat(till.portfolio().equity()).isEqualTo(Decimal.of(10_020));

        ApprovedOrder close = till.announce(Side.BUY, "2", true);
        ClosedTrade ended = till.ledger()
                .book(till.fill(close.id(), 5, 0, "2").apply("105", "0"))
                .orElseThrow();

        assertThat(ended.side()).isEqualTo(Side.SELL);
        assertThat(ended.grossPnl()).isEqualTo(Decimal.of(10));
        assertThat(till.position().quantity()).isEqualTo(Decimal.of(2));
        assertThat(till.position().mark()).isEqualTo(120);
    }

    @Test
    void fundingOfAHedgeIsPaidByOneSideAndReceivedByTheOther() {
        Instrument perpetual = SPOT.with(Contract.linearPerpetual(Decimal.ONE, MarginSchedule.PAID_IN_FULL));
        Till till = new Till(a -> a.positions(PositionMode.HEDGING), perpetual);
        till.trade("3", "100");
        till.trade("-1", "100");

        till.at(5, List.of(), List.of(new MarketEvent.FundingDue(5, 0.01, 100)), 100);

        assertThat(till.position().carry().funding()).isEqualTo(Decimal.of(-2));
        ApprovedOrder close = till.announce(Side.SELL, "3", true);
        ClosedTrade ended = till.ledger()
                .book(till.fill(close.id(), 6, 0, "-3").apply("100", "0"))
                .orElseThrow();
        assertThat(ended.grossPnl()).isEqualTo(Decimal.of(-3));
    }

    @Test
    void aHedgedAverageKeepsOneLotOnEachSide() {
        Till till = new Till(a -> a.positions(PositionMode.HEDGING), SPOT);
        till.trade("1", "100");
        till.trade("1", "110");
        till.trade("-1", "90");

        assertThat(till.position().lots())
                .containsExactly(
                        new Lot(1, 1, 0, Decimal.of(2), Decimal.of(210)),
                        new Lot(3, 3, 0, Decimal.of(-1), Decimal.of(-90)));
    }
}
