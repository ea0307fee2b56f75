package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.immediate;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.spend;
import static io.aqts.core.execute.Trading.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteFillTest {

    private static final Universe TWO = Trading.atVenues(new Venue("A", 0, 0, 0), new Venue("B", 0, 0, 0));

    private final Trading trading = Trading.in(TWO, c -> c);

    @Test
    void buysAtTheAskAndSellsAtTheBid() {
        trading.submit(market(Side.BUY, "1"));
        Fill bought = trading.quotes(99, 101).get(0);
        trading.submit(market(Side.SELL, "1"));
        Fill sold = trading.quotes(99, 101).get(0);

        assertThat(bought.price()).isEqualTo(Decimal.of(101));
        assertThat(sold.price()).isEqualTo(Decimal.of(99));
        assertThat(bought.context().venue()).isEqualTo("A");
    }

    @Test
    void quotesRuleWhereThereIsABarAsWell() {
        trading.submit(market(Side.BUY, "1"));
        long end = trading.nowNanos + MINUTE;

        List<Fill> fills = trading.meet(new InstrumentMarket(
                new Bar(end, MINUTE, 50, 120, 40, 100, 1),
                List.of(trading.quote(0, 99, 101, 5)),
                List.of(),
                List.of()));

        assertThat(fills).singleElement().extracting(Fill::price).isEqualTo(Decimal.of(101));
    }

    @Test
    void takesTheBestVenueFirstAndThenTheNext() {
        trading.submit(market(Side.BUY, "7"));

        List<Fill> fills = trading.meet(new InstrumentMarket(
                null, List.of(trading.quote(0, 99, 102, 5), trading.quote(1, 99, 101, 5)), List.of(), List.of()));

        assertThat(fills).extracting(f -> f.context().venue()).containsExactly("B", "A");
        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of(101), Decimal.of(102));
        assertThat(fills).extracting(Fill::quantity).containsExactly(Decimal.of(5), Decimal.of(2));
    }

    @Test
    void theBestVenueIsTheOneThatIsCheapestWithItsFee() {
        Universe unequal = Trading.atVenues(new Venue("dear", 0, 0, 100), new Venue("fair", 0, 0, 10));
        Trading routed = Trading.in(unequal, c -> c);
        routed.submit(market(Side.BUY, "1"));
        Fill bought = routed.quotes(99, 100, 99, 100.5).get(0);
        routed.submit(market(Side.SELL, "1"));
        Fill sold = routed.quotes(99.5, 101, 99, 101).get(0);

        assertThat(bought.context().venue()).isEqualTo("fair");
        assertThat(bought.fee()).isEqualTo(Decimal.of("0.1005"));
        assertThat(sold.context().venue()).isEqualTo("fair");
    }

    @Test
    void walksTheLevelsOfTheBooks() {
        trading.submit(market(Side.SELL, "6"));

        List<Fill> fills =
                trading.books(book(0, new double[] {100, 2, 98, 2}, 101), book(1, new double[] {99, 1, 97, 10}, 101));

        assertThat(fills)
                .extracting(Fill::price)
                .containsExactly(Decimal.of(100), Decimal.of(99), Decimal.of(98), Decimal.of(97));
        assertThat(fills)
                .extracting(Fill::quantity)
                .containsExactly(Decimal.of(2), Decimal.ONE, Decimal.of(2), Decimal.ONE);
    }

    @Test
    void ofAVenueWithABookTheQuoteIsNotUsed() {
        trading.submit(market(Side.BUY, "3"));

        List<Fill> fills = trading.meet(new InstrumentMarket(
                null, List.of(trading.quote(0, 90, 91, 100)), List.of(book(0, new double[] {99, 1}, 101)), List.of()));

        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of(101));
    }

    @Test
    void whatOneOrderTookIsGoneForTheNext() {
        trading.submit(immediate(market(Side.BUY, "4")));
        long second = trading.submit(immediate(market(Side.BUY, "4")));

        List<Fill> fills =
                trading.meet(new InstrumentMarket(null, List.of(trading.quote(0, 99, 101, 5)), List.of(), List.of()));

        assertThat(fills).extracting(Fill::quantity).containsExactly(Decimal.of(4), Decimal.ONE);
        assertThat(trading.last())
                .isEqualTo(new ExecutionEvent.Canceled(second, trading.nowNanos, ReasonCode.NO_LIQUIDITY));
    }

    @Test
    void aWaitingOrderTakesTheRestFromTheNextSnapshot() {
        trading.submit(market(Side.BUY, "8"));

        assertThat(one(trading.quote(0, 99, 101, 5)).get(0).quantity()).isEqualTo(Decimal.of(5));
        assertThat(one(trading.quote(0, 99, 102, 5)).get(0).quantity()).isEqualTo(Decimal.of(3));
        assertThat(one(trading.quote(0, 99, 102, 5))).isEmpty();
    }

    @Test
    void leavesAloneWhatLiesBeyondTheLimit() {
        long id = trading.submit(immediate(limit(Side.BUY, "5", "101")));

        List<Fill> fills = trading.books(book(0, new double[] {99, 1}, 100, 101, 101.01));

        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of(100), Decimal.of(101));
        assertThat(trading.last())
                .isEqualTo(new ExecutionEvent.Canceled(id, trading.nowNanos, ReasonCode.NO_LIQUIDITY));
    }

    @Test
    void aMarketWithNothingOnTheOtherSideFillsNothing() {
        trading.submit(market(Side.BUY, "1"));
        long immediate = trading.submit(immediate(market(Side.BUY, "1")));

        assertThat(trading.books(book(0, new double[] {99, 1}))).isEmpty();

        assertThat(trading.last())
                .isEqualTo(new ExecutionEvent.Canceled(immediate, trading.nowNanos, ReasonCode.NO_LIQUIDITY));
        assertThat(trading.quotes(99, 101)).hasSize(1);
    }

    @Test
    void depthIsCountedInWholeLots() {
        trading.submit(market(Side.BUY, "2"));

        assertThat(one(trading.quote(0, 99, 101, 1.23456)).get(0).quantity()).isEqualTo(Decimal.of("1.234"));
    }

    @Test
    void pricesOffTheGridAreRoundedAgainstUs() {
        trading.submit(market(Side.BUY, "1"));
        assertThat(trading.quotes(99.001, 100.001).get(0).price()).isEqualTo(Decimal.of("100.01"));
        trading.submit(market(Side.SELL, "1"));
        assertThat(trading.quotes(99.009, 100.001).get(0).price()).isEqualTo(Decimal.of(99));
    }

    @Test
    void meetsTheFirstSnapshotAfterItsLatency() {
        Trading slow = Trading.in(TWO, c -> c.latencyMax(Duration.ofMillis(100)).latencyMin(Duration.ofMillis(100)));
        slow.submit(market(Side.BUY, "1"));
        long ms = 1_000_000;

        assertThat(slow.meetAfter(99 * ms, quoted(slow, 99 * ms, 101))).isEmpty();
        assertThat(slow.meetAfter(ms, quoted(slow, ms, 102)).get(0).price()).isEqualTo(Decimal.of(102));
    }

    @Test
    void reachesAllVenuesAtOnceWhichTakesAsLongAsToTheFarthest() {
        Universe apart = Trading.atVenues(new Venue("near", 1_000, 0, 0), new Venue("far", 5_000, 0, 0));
        Trading routed = Trading.in(apart, c -> c);
        routed.submit(market(Side.BUY, "1"));

        assertThat(routed.meetAfter(4_999, quoted(routed, 4_999, 101))).isEmpty();
        assertThat(routed.meetAfter(1, quoted(routed, 1, 102))).hasSize(1);
    }

    @Test
    void nothingKnownAtTheApprovalOrBeforeFills() {
        trading.quotes(99, 101);
        trading.submit(immediate(market(Side.BUY, "1")));

        assertThat(trading.meetAfter(0, quoted(trading, 0, 101))).isEmpty();
        assertThat(trading.meetAfter(1, quoted(trading, 0, 101))).isEmpty();
        assertThat(trading.meetAfter(1, quoted(trading, 1, 102)).get(0).price()).isEqualTo(Decimal.of(102));
    }

    @Test
    void neverTradesAtAMomentWithoutData() {
        Trading slow = Trading.in(TWO, c -> c.latencyMax(Duration.ofSeconds(5)).latencyMin(Duration.ofSeconds(5)));
        slow.submit(immediate(market(Side.BUY, "1")));

        assertThat(slow.nothing()).isEmpty();
        Fill fill = slow.quotes(99, 101).get(0);

        assertThat(fill.epochNanos()).isEqualTo(slow.nowNanos);
    }

    @Test
    void aLimitRestsAndFillsAtItsPriceOnceOthersCrossIt() {
        Trading charged = Trading.in(Trading.atVenues(new Venue("A", 0, 1, 20)), c -> c);
        charged.submit(limit(Side.BUY, "1", "100"));

        assertThat(charged.quotes(99, 101)).isEmpty();
        Fill fill = charged.quotes(98, 99).get(0);

        assertThat(fill.price()).isEqualTo(Decimal.of(100));
        assertThat(fill.context().liquidity()).isEqualTo(Liquidity.MAKER);
        assertThat(fill.fee()).isEqualTo(Decimal.of("0.01"));
    }

    @Test
    void theRestOfALimitThatTookRests() {
        trading.submit(limit(Side.SELL, "3", "99"));

        assertThat(trading.books(book(0, new double[] {99.5, 1, 98, 5}, 101)))
                .extracting(Fill::price)
                .containsExactly(Decimal.of("99.5"));
        Fill rest = trading.quotes(99.8, 101).get(0);

        assertThat(rest.price()).isEqualTo(Decimal.of(99));
        assertThat(rest.quantity()).isEqualTo(Decimal.of(2));
        assertThat(rest.context().liquidity()).isEqualTo(Liquidity.MAKER);
    }

    @Test
    void aRestingLimitFillsWhenTheBarBetweenTheQuotesWentThroughIt() {
        trading.submit(limit(Side.BUY, "1", "95"));
        trading.quotes(99, 101);
        long end = trading.nowNanos + MINUTE;

        List<Fill> fills = trading.meet(new InstrumentMarket(
                new Bar(end, MINUTE, 100, 101, 94, 100, 1),
                List.of(trading.quote(0, 99, 101, 5)),
                List.of(),
                List.of()));

        assertThat(fills).singleElement().extracting(Fill::price).isEqualTo(Decimal.of(95));
    }

    @Test
    void spendsOverSeveralLevelsNoMoreThanTheAmount() {
        trading.submit(spend("400"));

        List<Fill> fills = trading.books(book(0, new double[] {99, 1}, 100, 150, 160, 170));

        assertThat(fills).extracting(Fill::quantity).containsExactly(Decimal.ONE, Decimal.ONE, Decimal.of("0.937"));
        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of("99600.08"));
        assertThat(((ExecutionEvent.Filled) trading.last()).closesOrder()).isTrue();
    }

    private List<Fill> one(Quote quote) {
        return trading.meet(new InstrumentMarket(null, List.of(quote), List.of(), List.of()));
    }

    private static InstrumentMarket quoted(Trading at, long afterNanos, double ask) {
        Quote quote = new Quote(0, at.nowNanos + afterNanos, 50, 10, ask, 10, 0, 0);
        return new InstrumentMarket(null, List.of(quote), List.of(), List.of());
    }

    /** A book of bids with their quantities, and asks of one unit each. */
    private OrderBook book(int venue, double[] bids, double... asks) {
        List<BookLevel> buyers = new ArrayList<>();
        for (int i = 0; i < bids.length; i += 2) {
            buyers.add(new BookLevel(bids[i], bids[i + 1]));
        }
        List<BookLevel> sellers = new ArrayList<>();
        for (double ask : asks) {
            sellers.add(new BookLevel(ask, 1));
        }
        return new OrderBook(venue, trading.nowNanos + MINUTE, buyers, sellers);
    }
}
