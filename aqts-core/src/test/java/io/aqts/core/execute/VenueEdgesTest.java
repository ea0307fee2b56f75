package io.aqts.core.execute;

import static io.aqts.core.execute.BookTrading.told;
import static io.aqts.core.execute.TestOrders.immediate;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.postOnly;
import static io.aqts.core.execute.TestOrders.protectedBy;
import static io.aqts.core.execute.TestOrders.stop;
import static io.aqts.core.execute.Trading.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.BarPath;
import io.aqts.config.FeeCurrency;
import io.aqts.config.FeePaymentConfig;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.TradingStatus;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens where two rules of the venue meet. */
class VenueEdgesTest {

    private static final double[] FLAT = {100, 100, 100, 100};
    private static final Instrument WHOLE = Instrument.of("COIN/USD", Decimal.of("0.01"), Decimal.ONE);

    private final Trading trading = Trading.plain();

    @Test
    void d8_aPostOnlyOrderThatFilledAPartAndIsCrossedInItsNewFormIsCanceled() {
        Trading part = Trading.with(c -> c.matching(m -> m.participation(0.1)));
        long id = part.submit(postOnly(limit(Side.BUY, "10", "99")));
        part.flat(100);
        part.bar(100, 100, 97, 98);
        part.amend(id, postOnly(limit(Side.BUY, "10", "97")), "98");
        part.bar(96, 96, 95, 95);

        assertThat(part.told(id)).containsExactly("accepted", "1 at 99", "amended", "canceled POST_ONLY");
    }

    @Test
    void b10_aStopTouchedWhenNoVolumeIsLeftLeavesAtTheNextOpen() {
        Trading drawn = drawn();
        long id = drawn.submit(protectedBy(market(Side.BUY, "1"), "95", "0", 0));
        drawn.bar(100, 100, 100, 100, 4);

        assertThat(drawn.bar(100, 101, 94, 99, 0.5)).isEmpty();
        drawn.bar(99, 99, 99, 99, 4);

        assertThat(drawn.told(id)).containsExactly("accepted", "1 at 100", "1 at 99");
    }

    @Test
    void b10_aStopTouchedOnALegWithoutVolumeLeavesAtTheNextPointThatHasSome() {
        Trading drawn = drawn();
        drawn.submit(protectedBy(market(Side.BUY, "4"), "95", "0", 0));
        drawn.bar(100, 100, 100, 100, 16);

        List<Fill> fills = drawn.bar(100, 101, 94, 98, 10);

        assertThat(fills).extracting(fill -> fill.price().toString()).containsExactly("95", "94");
    }

    @Test
    void b10_aTriggerTouchedWhenNoVolumeIsLeftIsPulled() {
        Trading drawn = drawn();
        long id = drawn.submit(stop(Side.BUY, "1", "105"));
        drawn.flat(100);

        drawn.bar(100, 106, 100, 101, 0.5);
        assertThat(drawn.told(id)).containsExactly("accepted", "triggered");
        drawn.flat(101);

        assertThat(drawn.told(id)).containsExactly("accepted", "triggered", "1 at 101");
    }

    @Test
    void d12_aBarWithinWhichTradingOpenedFillsFromItsOpen() {
        long held = trading.submit(protectedBy(market(Side.BUY, "1"), "95", "0", 0));
        trading.barWith(FLAT, status(60, TradingStatus.CLOSED));
        long waiting = trading.submit(market(Side.BUY, "1"));
        long opening = trading.submit(market(Side.BUY, "1").withLifetime(Lifetime.AT_OPEN));
        trading.barWith(
                new double[] {98, 99, 94, 96}, status(20, TradingStatus.OPEN), status(50, TradingStatus.CLOSED));

        assertThat(trading.told(held)).containsExactly("accepted", "1 at 100", "1 at 95");
        assertThat(trading.told(waiting)).containsExactly("accepted", "1 at 98");
        assertThat(trading.told(opening)).containsExactly("accepted", "1 at 98");
    }

    @Test
    void d12_aBarThatEndsAsTradingOpensFillsNothing() {
        trading.barWith(FLAT, status(60, TradingStatus.HALTED));
        long id = trading.submit(market(Side.BUY, "1"));
        assertThat(trading.barWith(FLAT, status(60, TradingStatus.OPEN))).isEmpty();
        trading.flat(101);

        assertThat(trading.told(id)).containsExactly("accepted", "1 at 101");
    }

    @Test
    void e2_anAmendmentThatArrivesBetweenBarsCountsForTheNextBar() {
        Trading late = Trading.late(0, 90_000_000_000L);
        long id = late.submit(stop(Side.SELL, "1", "90"));
        late.flat(100);
        late.amend(id, stop(Side.SELL, "1", "95"));
        late.meetAfter(
                10 * MINUTE, InstrumentMarket.of(new Bar(late.nowNanos + 10 * MINUTE, MINUTE, 93, 94, 92, 93, 10)));

        assertThat(late.told(id)).containsExactly("accepted", "amended", "triggered", "1 at 93");
    }

    @Test
    void aSplitMovesTheExitsAtABookAndOldPricesFillNothing() {
        BookTrading book = bracketed("95", "110");
        long id = book.submit(limit(Side.BUY, "1", "90"));
        assertThat(book.meet(new MarketEvent.Split(book.nowNanos + BookTrading.MILLI, Decimal.of(4))))
                .isEmpty();
        assertThat(book.venue.cancel(id)).isEmpty();
        assertThat(book.meet(book.bid(25, 100), book.ask(25.1, 100))).isEmpty();

        assertThat(told(book.bought(27.6, 100))).containsExactly("8@27.5M");
    }

    @Test
    void aStopAtABookFollowsASplitOfUnitsIntoFewer() {
        BookTrading book = bracketed("95", "0");
        assertThat(book.meet(new MarketEvent.Split(book.nowNanos + BookTrading.MILLI, Decimal.of("0.5"))))
                .isEmpty();
        assertThat(book.meet(book.bid(200, 100), book.ask(200.1, 100))).isEmpty();

        assertThat(told(book.meet(book.bid(200, 0), book.bid(190, 50)))).containsExactly("1@190");
    }

    @Test
    void f2_aFeeInATokenIsConvertedThroughTheCurrencyOfSettlement() {
        Universe universe = Universe.of(Instrument.of("ETH/BTC"), Instrument.of("BNB/USDT"), Instrument.of("BTC/USDT"));
        Trading crossed = Trading.in(universe, e -> e.fees(f -> f.takerBps(10).payment(token())));
        crossed.meet(InstrumentMarket.QUIET, flat(crossed, 500), flat(crossed, 50_000));
        crossed.submit(immediate(market(Side.BUY, "100")));

        Fill fill = crossed.meet(flat(crossed, 0.05)).get(0);

        assertThat(fill.context().payment()).isEqualTo(new FeePayment.InOther("BNB", Decimal.of("0.5")));
        assertThat(fill.fee()).isEqualTo(Decimal.of("0.005"));
    }

    @Test
    void f2_aFeeIsPaidInTheCurrencyOfSettlementIfNobodyKnowsItsPriceInThatOfTheToken() {
        Universe universe = Universe.of(Instrument.of("ETH/BTC"), Instrument.of("BNB/USDT"));
        Trading unknown = Trading.in(universe, e -> e.fees(f -> f.takerBps(10).payment(token())));
        unknown.meet(InstrumentMarket.QUIET, flat(unknown, 500));
        unknown.submit(market(Side.BUY, "100"));

        Fill fill = unknown.meet(flat(unknown, 0.05)).get(0);

        assertThat(fill.context().payment()).isEqualTo(FeePayment.IN_QUOTE);
        assertThat(fill.fee()).isEqualTo(Decimal.of("0.005"));
    }

    private MarketEvent.StatusChange status(long seconds, TradingStatus status) {
        return new MarketEvent.StatusChange(trading.in(seconds), status);
    }

    private static InstrumentMarket flat(Trading at, double price) {
        return InstrumentMarket.of(new Bar(at.nowNanos + MINUTE, MINUTE, price, price, price, price, 1000));
    }

    private static FeePaymentConfig token() {
        return FeePaymentConfig.defaults().toBuilder()
                .currency(FeeCurrency.OTHER)
                .name("BNB")
                .symbol("BNB/USDT")
                .build();
    }

    private static Trading drawn() {
        return Trading.in(
                Universe.of(WHOLE),
                c -> c.matching(m -> m.path(BarPath.OPEN_HIGH_LOW_CLOSE).participation(1)));
    }

    private static BookTrading bracketed(String stop, String target) {
        BookTrading book = BookTrading.plain().usual();
        book.submit(protectedBy(market(Side.BUY, "2"), stop, target, 0));
        assertThat(told(book.meet(book.bid(99.7, 30.5)))).containsExactly("2@100.1");
        return book;
    }
}
