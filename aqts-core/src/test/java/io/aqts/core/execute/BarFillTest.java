package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.immediate;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.on;
import static io.aqts.core.execute.TestOrders.reducing;
import static io.aqts.core.execute.TestOrders.spend;
import static io.aqts.core.execute.Trading.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarFillTest {

    @Test
    void fillsAtTheOpenOfTheNextBar() {
        Trading trading = Trading.plain();
        trading.bar(90, 95, 85, 92);
        long id = trading.submit(market(Side.BUY, "2"));

        Fill fill = trading.bar(100, 110, 95, 105).get(0);

        assertThat(fill.orderId()).isEqualTo(id);
        assertThat(fill.price()).isEqualTo(Decimal.of(100));
        assertThat(fill.quantity()).isEqualTo(Decimal.of(2));
        assertThat(fill.epochNanos()).isEqualTo(trading.nowNanos);
        assertThat(fill.context().liquidity()).isEqualTo(Liquidity.TAKER);
        assertThat(fill.context().cause()).isEqualTo(ReasonCode.SIGNAL);
        assertThat(fill.context().venue()).isEqualTo("paper");
        assertThat(((ExecutionEvent.Filled) trading.last()).closesOrder()).isTrue();
    }

    @Test
    void neverFillsOnABarThatBeganBeforeTheApproval() {
        Trading trading = Trading.plain();
        trading.submit(market(Side.BUY, "1"));

        assertThat(trading.meetAfter(MINUTE / 2, barOf(trading.nowNanos + MINUTE / 2, 90)))
                .isEmpty();
        assertThat(trading.meetAfter(0, barOf(trading.nowNanos, 91))).isEmpty();
        assertThat(trading.meetAfter(MINUTE, barOf(trading.nowNanos + MINUTE, 92)))
                .singleElement()
                .extracting(Fill::price)
                .isEqualTo(Decimal.of(92));
    }

    @Test
    void aSnapshotWithoutTheInstrumentFillsNothing() {
        Trading trading = Trading.plain();
        trading.submit(immediate(market(Side.BUY, "1")));

        assertThat(trading.nothing()).isEmpty();
        assertThat(trading.nothing()).isEmpty();

        assertThat(trading.flat(100)).hasSize(1);
    }

    @Test
    void eachInstrumentMeetsItsOwnBars() {
        Instrument other = Instrument.of("OTHER/USD");
        Trading trading = Trading.in(Universe.of(Trading.COIN, other), c -> c);
        trading.submit(on(1, market(Side.BUY, "1")));

        assertThat(trading.flat(100)).isEmpty();
        List<Fill> fills = trading.meet(barOf(trading.nowNanos + MINUTE, 100), barOf(trading.nowNanos + MINUTE, 7));

        assertThat(fills).singleElement().extracting(Fill::price).isEqualTo(Decimal.of(7));
        assertThat(fills.get(0).instrument()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 100, 1, 100.01",
        "SELL, 100, 1, 99.99",
        "BUY, 100, 0.5, 100.01",
        "SELL, 100, 0.5, 99.99",
        "BUY, 0.01, 1, 0.02",
        "BUY, 107, 100, 108.07",
        "BUY, 99.99, 10, 100.09",
        "SELL, 99.99, 10, 99.89"
    })
    void paysHalfTheSpreadRoundedAgainstUs(Side side, double open, double bps, String price) {
        Trading trading = Trading.with(c -> c.halfSpreadBps(bps));
        trading.submit(market(side, "1"));

        assertThat(trading.flat(open).get(0).price()).isEqualTo(Decimal.of(price));
    }

    @Test
    void aSaleThatTheGridPricesAtNothingWaits() {
        Trading trading = Trading.with(c -> c.halfSpreadBps(1));
        trading.submit(market(Side.SELL, "1"));

        assertThat(trading.flat(0.01)).isEmpty();
        assertThat(trading.flat(0.05).get(0).price()).isEqualTo(Decimal.of("0.04"));
    }

    @Test
    void anImmediateOrderFillsOnlyWithinItsLimit() {
        Trading trading = Trading.with(c -> c.halfSpreadBps(1));
        trading.submit(immediate(limit(Side.BUY, "1", "100.01")));
        assertThat(trading.flat(100)).hasSize(1);

        long id = trading.submit(immediate(limit(Side.BUY, "1", "100")));

        assertThat(trading.bar(100, 100, 50, 60)).isEmpty();
        assertThat(trading.last())
                .isEqualTo(new ExecutionEvent.Canceled(id, trading.nowNanos, ReasonCode.NO_LIQUIDITY));
    }

    @Test
    void aLatencyShorterThanTheBarIsNeglected() {
        Trading trading = Trading.with(c -> c.latencyMax(Duration.ofSeconds(59)).latencyMin(Duration.ofSeconds(59)));
        trading.submit(market(Side.BUY, "1"));

        assertThat(trading.flat(100)).hasSize(1);
    }

    @Test
    void aLatencyOfABarOrMoreIsWaitedFor() {
        Trading trading = Trading.with(c -> c.latencyMax(Duration.ofSeconds(61)).latencyMin(Duration.ofSeconds(61)));
        trading.submit(market(Side.BUY, "1"));

        assertThat(trading.flat(100)).isEmpty();
        assertThat(trading.flat(101)).isEmpty();
        assertThat(trading.flat(102).get(0).price()).isEqualTo(Decimal.of(102));
    }

    @Test
    void aBarWithoutVolumeFillsNothingOnceVolumeWasSeen() {
        Trading trading = Trading.plain();
        trading.bar(100, 100, 100, 100, 5);
        trading.submit(immediate(market(Side.BUY, "1")));

        assertThat(trading.bar(101, 101, 101, 101, 0)).isEmpty();
        assertThat(trading.bar(102, 102, 102, 102, 1).get(0).price()).isEqualTo(Decimal.of(102));
    }

    @Test
    void aSourceWithoutVolumesFillsAllTheSame() {
        Trading trading = Trading.plain();
        trading.bar(100, 100, 100, 100, 0);
        trading.submit(market(Side.BUY, "1"));

        assertThat(trading.bar(101, 101, 101, 101, 0)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 100, 101, 102, 100, 101, 0",
        "BUY, 100, 101, 102, 99.99, 101, 100",
        "BUY, 100, 95, 102, 94, 96, 95",
        "SELL, 100, 99, 100, 98, 99, 0",
        "SELL, 100, 99, 100.01, 98, 99, 100",
        "SELL, 100, 105, 106, 104, 105, 105"
    })
    void aRestingLimitFillsWhenTradedThrough(
            Side side, String limit, double open, double high, double low, double close, String price) {
        Trading trading = Trading.plain();
        trading.submit(limit(side, "1", limit));
        double away = side == Side.BUY ? 120 : 80;
        assertThat(trading.flat(away)).isEmpty();

        List<Fill> fills = trading.bar(open, high, low, close);

        if (price.equals("0")) {
            assertThat(fills).isEmpty();
        } else {
            assertThat(fills.get(0).price()).isEqualTo(Decimal.of(price));
            assertThat(fills.get(0).context().liquidity()).isEqualTo(Liquidity.MAKER);
        }
    }

    @Test
    void aLimitThatArrivesWithinTheMarketTakesAndPaysTheSpread() {
        Trading trading = Trading.with(c -> c.halfSpreadBps(10).makerFeeBps(1).takerFeeBps(2));
        trading.submit(limit(Side.BUY, "1", "110"));

        Fill fill = trading.bar(100, 100, 90, 95).get(0);

        assertThat(fill.price()).isEqualTo(Decimal.of("100.1"));
        assertThat(fill.context().liquidity()).isEqualTo(Liquidity.TAKER);
        assertThat(fill.fee()).isEqualTo(Decimal.of("0.02002"));
    }

    @Test
    void aLimitThatArrivesOutsideTheMarketMayFillOnTheWay() {
        Trading trading = Trading.with(c -> c.halfSpreadBps(10).makerFeeBps(1).takerFeeBps(2));
        trading.submit(limit(Side.BUY, "1", "95"));

        Fill fill = trading.bar(100, 101, 90, 96).get(0);

        assertThat(fill.price()).isEqualTo(Decimal.of(95));
        assertThat(fill.fee()).isEqualTo(Decimal.of("0.0095"));
    }

    @Test
    void theOnlyVenueChargesItsOwnFees() {
        Universe universe = Trading.atVenues(new Venue("Kraken", 0, 16, 26));
        Trading trading = Trading.in(universe, c -> c.takerFeeBps(500));
        trading.submit(market(Side.BUY, "1"));

        Fill fill = trading.flat(100).get(0);

        assertThat(fill.fee()).isEqualTo(Decimal.of("0.26"));
        assertThat(fill.context().venue()).isEqualTo("Kraken");
    }

    @ParameterizedTest
    @CsvSource({"2, 0.13, 5, 0.01", "2, 0.125, 4, 0.01", "8, 0.13, 5, 0.000065", "0, 1000, 5, 1", "0, 1000, 4.9, 0"})
    void roundsTheFeeOnceHalvesUp(int decimals, double price, double bps, String fee) {
        Trading trading = Trading.with(c -> c.takerFeeBps(bps).feeDecimals(decimals));
        trading.submit(market(Side.BUY, decimals == 2 ? "100" : "1"));

        assertThat(trading.flat(price).get(0).fee()).isEqualTo(Decimal.of(fee));
    }

    @Test
    void aRebateIsPaidToUs() {
        Trading trading = Trading.with(c -> c.makerFeeBps(-1));
        trading.submit(limit(Side.BUY, "1", "95"));

        trading.bar(100, 101, 90, 96);

        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of("99905.0095"));
    }

    @Test
    void anOrderThatMayOnlyReduceNeverTurnsThePosition() {
        Trading trading = Trading.plain();
        trading.submit(market(Side.BUY, "1"));
        trading.flat(100);
        long id = trading.submit(reducing(market(Side.SELL, "3")));

        assertThat(trading.flat(100)).singleElement().extracting(Fill::quantity).isEqualTo(Decimal.ONE);

        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
        assertThat(trading.last()).isEqualTo(new ExecutionEvent.Canceled(id, trading.nowNanos, ReasonCode.REDUCE_ONLY));
    }

    @Test
    void anOrderThatMayOnlyReduceIsCanceledWithoutAPosition() {
        Trading trading = Trading.plain();
        trading.submit(reducing(market(Side.SELL, "1")));

        assertThat(trading.flat(100)).isEmpty();

        assertThat(trading.last()).isInstanceOf(ExecutionEvent.Canceled.class);
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void twoOrdersThatMayOnlyReduceShareOnePosition() {
        Trading trading = Trading.plain();
        trading.submit(market(Side.SELL, "3"));
        trading.flat(100);
        trading.submit(reducing(market(Side.BUY, "2")));
        trading.submit(reducing(market(Side.BUY, "2")));

        assertThat(trading.flat(100)).extracting(Fill::quantity).containsExactly(Decimal.of(2), Decimal.ONE);
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void spendsNoMoreThanTheAmountWithTheFee() {
        Trading trading = Trading.with(c -> c.takerFeeBps(10));
        trading.submit(spend("1000"));

        Fill fill = trading.flat(33.33).get(0);

        assertThat(fill.quantity()).isEqualTo(Decimal.of("29.973"));
        assertThat(fill.notional().plus(fill.fee())).isLessThanOrEqualTo(Decimal.of(1000));
        assertThat(((ExecutionEvent.Filled) trading.last()).closesOrder()).isTrue();
    }

    @Test
    void stepsDownALotWhenTheRoundedFeeDoesNotFit() {
        Trading trading = Trading.with(c -> c.takerFeeBps(10).feeDecimals(1));
        trading.submit(spend("100.05"));

        Fill fill = trading.flat(1).get(0);

        assertThat(fill.quantity()).isEqualTo(Decimal.of("99.95"));
        assertThat(fill.fee()).isEqualTo(Decimal.of("0.1"));
    }

    @Test
    void spendingTheWholeCashAtAHigherOpenLeavesNoDebt() {
        Trading trading = Trading.with(c -> c.takerFeeBps(10).halfSpreadBps(1));
        trading.submit(spend("100000"));

        trading.flat(131.77);

        assertThat(trading.ledger.cash().isNegative()).isFalse();
        assertThat(trading.ledger.cash()).isLessThan(Decimal.of("0.132"));
    }

    @Test
    void anAmountThatJustPaysForALotBuysIt() {
        Trading trading = Trading.with(c -> c.takerFeeBps(0.4));
        trading.submit(spend("0.00001"));

        assertThat(trading.flat(0.01).get(0).quantity()).isEqualTo(Decimal.of("0.001"));
    }

    @Test
    void anAmountTooSmallForALotIsCanceled() {
        Trading trading = Trading.plain();
        long id = trading.submit(spend("0.09"));

        assertThat(trading.flat(100)).isEmpty();

        assertThat(trading.last()).isEqualTo(new ExecutionEvent.Canceled(id, trading.nowNanos, ReasonCode.BELOW_LOT));
    }

    @Test
    void slippageIsCountedFromThePriceOfTheApproval() {
        Trading trading = Trading.plain();
        trading.submit(market(Side.SELL, "1"), "100");

        Fill fill = trading.flat(99).get(0);

        assertThat(fill.slippageBps()).isCloseTo(100, within(1e-9));
    }

    private static InstrumentMarket barOf(long endNanos, double price) {
        return InstrumentMarket.of(new Bar(endNanos, MINUTE, price, price, price, price, 1));
    }
}
