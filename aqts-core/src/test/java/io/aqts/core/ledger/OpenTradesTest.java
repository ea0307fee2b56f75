package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AccountConfig;
import io.aqts.config.LotMethod;
import io.aqts.config.PositionMode;
import io.aqts.market.Contract;
import io.aqts.market.ExpirySettlement;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.market.Universe;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Lot;
import io.aqts.trade.Payoff;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Round trips that go on, and what ends them besides fills of ours. */
class OpenTradesTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");
    private static final Instrument OTHER = Instrument.of("ETH/USD");
    private static final MarginSchedule FULL = MarginSchedule.PAID_IN_FULL;

    @Test
    void openRoundTripsAreClosedAtTheMarksAtTheirCost() {
        Till till = new Till(a -> a, SPOT, OTHER, Instrument.of("SOL/USD"));
        till.trade(0, "3", "100", "0.5");
        till.trade(0, "-1", "110", "0.25");
        till.trade(1, "-4", "50", "0");
        till.at(5, 120, 40, 7);

        assertThat(till.ledger().openTrades(9, Decimal.of("0.01")))
                .containsExactly(
                        new ClosedTrade(0, Side.BUY, 0, 9, Decimal.of(3), Decimal.of(50), Decimal.of("3.15"), false),
                        new ClosedTrade(1, Side.SELL, 0, 9, Decimal.of(4), Decimal.of(40), Decimal.of("1.6"), false));
        assertThat(till.position().quantity()).isEqualTo(Decimal.of(2));
    }

    @Test
    void whatHasNoPriceIsNotClosed() {
        Till till = new Till(a -> a, SPOT, OTHER);
        till.trade(0, "1", "100", "0");
        till.trade(1, "1", "100", "0");
        till.at(5, 0, 90);

        assertThat(till.ledger().openTrades(9, Decimal.ZERO))
                .extracting(ClosedTrade::instrument)
                .containsExactly(1);
    }

    @Test
    void bothSidesOfAHedgeAreClosedByWhatEachCost() {
        Till till = new Till(a -> a.positions(PositionMode.HEDGING), SPOT);
        till.trade("5", "100");
        till.trade("-4", "110");
        till.at(5, 120);

        assertThat(till.ledger().openTrades(9, Decimal.of("0.001")))
                .containsExactly(
                        new ClosedTrade(0, Side.BUY, 0, 9, Decimal.of(5), Decimal.of(100), Decimal.of("0.6"), false),
                        new ClosedTrade(0, Side.SELL, 0, 9, Decimal.of(4), Decimal.of(-40), Decimal.of("0.48"), false));
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"})
    void aRoundTripIsAmbiguousOnceAPurchaseOfItWas(boolean first, boolean second, boolean all) {
        Till till = new Till(a -> a, SPOT);
        till.ledger().book(purchase(1, first));
        till.ledger().book(purchase(2, second));

        assertThat(till.trade("-2", "100").ambiguous()).isEqualTo(all);
    }

    @Test
    void aDeliveryEndsTheRoundTripItCloses() {
        Instrument future = new Instrument("BTC-MAR", "BTC", "USD", Decimal.of(1, 2), Decimal.of(1, 4), Decimal.ZERO)
                .with(new Contract.Future(Payoff.linear(Decimal.of("0.5")), FULL, 100, ExpirySettlement.PHYSICAL));
        Till till = new Till(a -> a, future, SPOT);
        till.at(50, 100, 100);
        till.trade(0, "4", "100", "0");
        till.trade(1, "-2", "100", "0");

        List<ClosedTrade> closed =
                till.at(100, List.of(), List.of(new MarketEvent.FinalSettlement(100, Decimal.of(110))), 110, 110);

        assertThat(closed)
                .containsExactly(
                        new ClosedTrade(0, Side.BUY, 0, 100, Decimal.of(4), Decimal.of(20), Decimal.ZERO, false),
                        new ClosedTrade(1, Side.SELL, 0, 100, Decimal.of(2), Decimal.of(-20), Decimal.ZERO, false));
        assertThat(till.ledger().position(1).isFlat()).isTrue();
    }

    @Test
    void whatNoInstrumentTakesIsSettledWithoutDelivery() {
        Instrument future =
                SPOT.with(new Contract.Future(Payoff.linear(Decimal.ONE), FULL, 100, ExpirySettlement.PHYSICAL));
        Till till = new Till(a -> a, future, OTHER);
        till.at(50, 100, 100);
        till.trade("4", "100");

        assertThat(till.at(100, 110, 100)).hasSize(1);

        assertThat(till.ledger().cash()).isEqualTo(Decimal.of(10_040));
        assertThat(till.ledger().position(1).isFlat()).isTrue();
    }

    @Test
    void aSplitMultipliesEveryLotAndLeavesItsCost() {
        Till till = new Till(a -> a.lots(LotMethod.FIFO), SPOT);
        till.trade("1", "300");
        till.trade("2", "330");

        till.at(5, List.of(), List.of(new MarketEvent.Split(5, Decimal.of("1.5"))), 200);

        assertThat(till.position().lots())
                .containsExactly(
                        new Lot(1, 1, 0, Decimal.of("1.5"), Decimal.of(300)),
                        new Lot(2, 2, 0, Decimal.of(3), Decimal.of(660)));
        assertThat(till.position().quantity()).isEqualTo(Decimal.of("4.5"));
    }

    @Test
    void aSettlementLeavesNoRoundTripBehind() {
        AccountConfig account = AccountConfig.defaults();
        Books books = new Books(account, Universe.of(Instrument.of("BTC/" + account.currency())));
        Clerk clerk = new Clerk(account, books);
        clerk.enter(purchase(1, false), account.currency());
        List<ClosedTrade> closed = new ArrayList<>();

        Happening end = new Happening(5, 0, Happening.Kind.SETTLEMENT, Decimal.ZERO, Decimal.of(90));
        new Happenings(books, clerk, new Agenda(books)).happen(end, closed::add);

        assertThat(closed).extracting(ClosedTrade::grossPnl).containsExactly(Decimal.of(-10));
        assertThat(books.trade(0, Side.BUY)).isNull();
    }

    private static Fill purchase(long at, boolean ambiguous) {
        FillContext context = new FillContext("here", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.ONE, ambiguous);
        return new Fill(at, at, 0, Side.BUY, Decimal.ONE, Decimal.of(100), Decimal.ZERO, context);
    }
}
