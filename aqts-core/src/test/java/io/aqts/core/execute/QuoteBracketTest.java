package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.protectedBy;
import static io.aqts.core.execute.TestOrders.reducing;
import static io.aqts.core.execute.Trading.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.Quote;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteBracketTest {

    private static final Universe TWO = Trading.atVenues(new Venue("A", 0, 1, 2), new Venue("B", 0, 1, 2));
    private static final Order LONG = protectedBy(market(Side.BUY, "2"), "95", "110", 0);

    private final Trading trading = Trading.in(TWO, c -> c);

    @Test
    void theStopOfALongPositionTriggersOnTheBidAndTakesIt() {
        enter(LONG);
        assertThat(trading.quotes(95.01, 97)).isEmpty();

        Fill fill = trading.quotes(94, 96).get(0);

        assertThat(fill.price()).isEqualTo(Decimal.of(94));
        assertThat(fill.context().cause()).isEqualTo(ReasonCode.STOP);
        assertThat(fill.context().liquidity()).isEqualTo(Liquidity.TAKER);
        assertThat(fill.context().arrivalPrice()).isEqualTo(Decimal.of(95));
    }

    @Test
    void theStopOfAShortPositionTriggersOnTheAsk() {
        enter(protectedBy(market(Side.SELL, "2"), "105", "90", 0));
        assertThat(trading.quotes(104, 104.99)).isEmpty();

        assertThat(trading.quotes(104, 106).get(0).price()).isEqualTo(Decimal.of(106));
    }

    @Test
    void theBestBidOfAllVenuesDecides() {
        enter(LONG);

        assertThat(trading.quotes(94, 96, 95.5, 97)).isEmpty();
        assertThat(trading.quotes(94, 96, 95, 97))
                .extracting(f -> f.context().venue())
                .containsExactly("B");
    }

    @Test
    void theTargetFillsAtItsPriceOnceTheBidIsThere() {
        enter(LONG);
        assertThat(trading.quotes(109.99, 112)).isEmpty();

        Fill fill = trading.quotes(111, 112).get(0);

        assertThat(fill.price()).isEqualTo(Decimal.of(110));
        assertThat(fill.context().cause()).isEqualTo(ReasonCode.TARGET);
        assertThat(fill.context().liquidity()).isEqualTo(Liquidity.MAKER);
        assertThat(trading.quotes(80, 81)).isEmpty();
    }

    @Test
    void aStopOnceTriggeredLeavesWhateverThePriceDoes() {
        enter(LONG);
        assertThat(one(94, 0.5)).extracting(Fill::quantity).containsExactly(Decimal.of("0.5"));

        List<Fill> rest = one(100, 5);

        assertThat(rest).extracting(Fill::quantity).containsExactly(Decimal.of("1.5"));
        assertThat(rest.get(0).context().cause()).isEqualTo(ReasonCode.STOP);
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void theQuotesOfTheEntryDoNotTriggerItsExits() {
        trading.submit(protectedBy(market(Side.BUY, "1"), "99.5", "0", 0));

        assertThat(trading.quotes(99, 100)).hasSize(1);
        assertThat(trading.quotes(99, 100).get(0).price()).isEqualTo(Decimal.of(99));
    }

    @Test
    void theTimeToHoldEndsWithTheNextQuotes() {
        enter(protectedBy(market(Side.BUY, "1"), "0", "0", 2 * MINUTE));
        assertThat(trading.quotes(99, 101)).isEmpty();

        Fill fill = trading.quotes(98, 101).get(0);

        assertThat(fill.price()).isEqualTo(Decimal.of(98));
        assertThat(fill.context().cause()).isEqualTo(ReasonCode.HOLD_EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 101, 94, 100, STOP, 94.05, false",
        "90, 101, 89, 100, STOP, 89.1, false",
        "100, 111, 99, 100, TARGET, 110, false",
        "100, 111, 94, 100, STOP, 94.05, true"
    })
    void theBarBetweenTheQuotesTellsWhatWasTouched(
            double open, double high, double low, double close, String cause, String price, boolean ambiguous) {
        enter(LONG);

        List<Fill> fills = bar(open, high, low, close, 99, 101);

        assertThat(fills).hasSize(1);
        Fill fill = fills.get(0);
        assertThat(fill.context().cause()).isEqualTo(new ReasonCode(cause));
        assertThat(fill.price()).isEqualTo(Decimal.of(price));
        assertThat(fill.context().ambiguous()).isEqualTo(ambiguous);
        assertThat(fill.context().venue()).isEqualTo("A");
    }

    @Test
    void aBarThatBeganBeforeTheEntryTellsNothing() {
        trading.submit(LONG);
        assertThat(bar(100, 120, 80, 100, 99, 101)).hasSize(1);

        trading.nowNanos -= MINUTE / 2;
        assertThat(bar(100, 120, 80, 100, 99, 101)).isEmpty();
    }

    /** Nobody knows when a bar came to its close after an entry in its middle; a target rested at its own price. */
    @Test
    void aTargetArmedInTheMiddleOfABarFillsAtItsOwnPrice() {
        enter(LONG);
        trading.nowNanos -= MINUTE / 2;

        List<Fill> fills = trading.bar(100, 116, 99, 115);

        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of(110));
        assertThat(fills.get(0).context().liquidity()).isEqualTo(Liquidity.MAKER);
    }

    @Test
    void aStopArmedInTheMiddleOfABarFillsWhereTheBarCloses() {
        enter(LONG);
        trading.nowNanos -= MINUTE / 2;

        assertThat(trading.bar(100, 101, 90, 93)).extracting(Fill::price).containsExactly(Decimal.of(93));
    }

    @Test
    void anEntryOnTheWayIsProtectedOnTheRestOfIt() {
        trading.submit(protectedBy(limit(Side.BUY, "1", "95"), "92", "0", 0));
        trading.quotes(99, 101);

        List<Fill> fills = bar(100, 101, 91, 100, 99, 101);

        assertThat(fills).extracting(Fill::price).containsExactly(Decimal.of(95), Decimal.of("91.08"));
    }

    @Test
    void exitsVanishWhenAnotherOrderClosesThePosition() {
        enter(LONG);
        trading.submit(reducing(market(Side.SELL, "2")));

        assertThat(trading.quotes(99, 101)).hasSize(1);
        assertThat(trading.quotes(90, 91)).isEmpty();
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    private void enter(Order order) {
        trading.submit(order);
        assertThat(trading.quotes(99, 101)).hasSize(1);
    }

    private List<Fill> one(double bid, double quantity) {
        Quote quote = trading.quote(0, bid, bid + 2, quantity);
        return trading.meet(new InstrumentMarket(null, List.of(quote), List.of(), List.of()));
    }

    private List<Fill> bar(double open, double high, double low, double close, double... bidAndAsk) {
        Bar bar = new Bar(trading.nowNanos + MINUTE, MINUTE, open, high, low, close, 1);
        Quote quote = trading.quote(0, bidAndAsk[0], bidAndAsk[1], 100);
        return trading.meet(new InstrumentMarket(bar, List.of(quote), List.of(), List.of()));
    }
}
