package io.aqts.core.book;

import static io.aqts.core.book.LimitInstruction.ALL_OR_NONE;
import static io.aqts.core.book.LimitInstruction.CANCEL;
import static io.aqts.core.book.LimitInstruction.POST_ONLY;
import static io.aqts.core.book.LimitInstruction.REST;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.Side;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitOrderBookTest {

    private final BookLog log = new BookLog();
    private final LimitOrderBook book = new LimitOrderBook(log);

    @Test
    @DisplayName("D1 A market order walks the levels at their prices; what nobody meets is canceled and told")
    void walksTheLevelsAtTheirPrices() {
        sells(1, 101, 3);
        sells(2, 102, 4);
        sells(3, 104, 1);

        hears(() -> book.market(9, Side.BUY, 10));

        assertThat(log.lines)
                .containsExactly("trade 1 9 101 3", "trade 2 9 102 4", "trade 3 9 104 1", "cancel 9 2 NO_LIQUIDITY");
        assertThat(book.bestAsk()).isEqualTo(LimitOrderBook.NO_PRICE);
        assertThat(book.size()).isZero();
    }

    @Test
    @DisplayName("D3 A limit is inclusive: the last price within it trades, the next does not")
    void tradesAtItsLimitAndNotBeyond() {
        sells(1, 101, 3);
        sells(2, 102, 4);
        sells(3, 103, 5);

        hears(() -> book.buy(9, 102, 20, CANCEL));

        assertThat(log.lines).containsExactly("trade 1 9 101 3", "trade 2 9 102 4", "cancel 9 13 NO_LIQUIDITY");
        assertThat(book.bestAsk()).isEqualTo(103);
    }

    @Test
    @DisplayName("D4 A post-only order that would take is refused, a locked price included")
    void refusesPostOnlyThatWouldTake() {
        sells(1, 101, 3);

        hears(() -> book.buy(9, 101, 1, POST_ONLY));
        assertThat(log.lines).containsExactly("reject 9 POST_ONLY");

        hears(() -> book.buy(9, 100, 1, POST_ONLY));
        assertThat(log.lines).containsExactly("rest 9 1");
    }

    @Test
    @DisplayName("D4 A refused post-only amendment keeps price, quantity and place")
    void keepsThePlaceWhenAnAmendmentIsRefused() {
        sells(1, 105, 1);
        buys(2, 100, 5);
        buys(3, 100, 5);

        hears(() -> book.amend(2, 105, 5, true));

        assertThat(log.lines).containsExactly("reject 2 POST_ONLY");
        assertThat(book.ahead(2)).isZero();
        assertThat(book.ahead(3)).isEqualTo(5);
        assertThat(book.lotsAt(100)).isEqualTo(10);
    }

    @Test
    @DisplayName("D5 Immediate-or-cancel trades what it can and cancels the rest")
    void cancelsTheRestOfAnImmediateOrder() {
        sells(1, 101, 3);

        hears(() -> book.buy(9, 101, 5, CANCEL));

        assertThat(log.lines).containsExactly("trade 1 9 101 3", "cancel 9 2 NO_LIQUIDITY");
        assertThat(book.bestBid()).isEqualTo(LimitOrderBook.NO_PRICE);
    }

    @Test
    @DisplayName("D5 Fill-or-kill is all or nothing against what is left, hidden quantity included")
    void fillsAllOrNothing() {
        sells(1, 101, 3);
        book.sellIceberg(2, 102, 6, 2);
        book.buy(3, 101, 1, CANCEL);

        hears(() -> book.buy(9, 102, 9, ALL_OR_NONE));
        assertThat(log.lines).containsExactly("cancel 9 9 NO_LIQUIDITY");

        hears(() -> book.buy(10, 102, 8, ALL_OR_NONE));
        assertThat(log.lines)
                .containsExactly("trade 1 10 101 2", "trade 2 10 102 2", "trade 2 10 102 2", "trade 2 10 102 2");
        assertThat(book.size()).isZero();
    }

    @Test
    @DisplayName("D6 An order deleted behind us does not change our place, one before us does")
    void movesForwardOnlyForWhatStoodBefore() {
        buys(1, 100, 4);
        buys(2, 100, 5);
        buys(3, 100, 6);

        book.cancel(3);
        assertThat(book.ahead(2)).isEqualTo(4);

        book.cancel(1);
        assertThat(book.ahead(2)).isZero();
    }

    @Test
    @DisplayName("D7 Less at the same price keeps the place; more, or another price, loses it")
    void losesThePlaceForMoreAndKeepsItForLess() {
        buys(1, 100, 5);
        buys(2, 100, 5);

        hears(() -> book.amend(1, 100, 3, false));
        assertThat(log.lines).containsExactly("amend 1 100 3 true");
        assertThat(book.ahead(2)).isEqualTo(3);

        hears(() -> book.amend(1, 100, 4, false));
        assertThat(log.lines).containsExactly("amend 1 100 4 false", "rest 1 4");
        assertThat(book.ahead(1)).isEqualTo(5);

        book.amend(2, 99, 5, false);
        book.amend(2, 100, 5, false);
        assertThat(book.ahead(2)).isEqualTo(4);
    }

    @Test
    @DisplayName("D8 An amendment to no more than what has traded is refused")
    void refusesToAmendBelowWhatHasTraded() {
        buys(1, 100, 5);
        book.sell(2, 100, 3, CANCEL);

        hears(() -> book.amend(1, 100, 3, false));
        assertThat(log.lines).containsExactly("reject 1 MALFORMED");
        assertThat(book.left(1)).isEqualTo(2);

        hears(() -> book.amend(1, 100, 4, false));
        assertThat(log.lines).containsExactly("amend 1 100 1 true");
    }

    @Test
    @DisplayName("D9 At an absent side nothing trades")
    void tradesNothingAtAnAbsentSide() {
        buys(1, 100, 5);

        hears(() -> book.market(9, Side.BUY, 1));

        assertThat(log.lines).containsExactly("cancel 9 1 NO_LIQUIDITY");
        assertThat(book.lotsAt(100)).isEqualTo(5);
    }

    @Test
    void showsASliceAtATimeAndQueuesTheNextBehindTheOthers() {
        book.sellIceberg(1, 101, 5, 2);
        sells(2, 101, 4);
        assertThat(book.lotsAt(101)).isEqualTo(6);

        hears(() -> book.buy(9, 101, 7, CANCEL));

        assertThat(log.lines).containsExactly("trade 1 9 101 2", "trade 2 9 101 4", "trade 1 9 101 1");
        assertThat(book.left(1)).isEqualTo(2);
        assertThat(book.lotsAt(101)).isEqualTo(1);
    }

    @Test
    void keepsAPlainOrderPlainWhenItGrows() {
        buys(1, 100, 5);

        book.amend(1, 100, 50, false);

        assertThat(book.lotsAt(100)).isEqualTo(50);
    }

    @Test
    void findsTheWorsePricesOfOneSideOnly() {
        buys(1, 100, 1);
        buys(2, 90, 1);
        sells(3, 110, 1);
        sells(4, 1_000_000, 1);

        assertThat(book.worse(Side.BUY, 100)).isEqualTo(90);
        assertThat(book.worse(Side.BUY, 90)).isEqualTo(LimitOrderBook.NO_PRICE);
        assertThat(book.worse(Side.BUY, 500)).isEqualTo(100);
        assertThat(book.worse(Side.SELL, 110)).isEqualTo(1_000_000);
        assertThat(book.worse(Side.SELL, 1_000_000)).isEqualTo(LimitOrderBook.NO_PRICE);
        assertThat(book.worse(Side.SELL, 50)).isEqualTo(110);
    }

    @Test
    void beginsAnewAfterItWasCleared() {
        buys(1, 100, 5);
        sells(2, 90_000, 5);
        book.clear();

        hears(() -> book.sell(1, 50, 2, REST));

        assertThat(log.lines).containsExactly("rest 1 2");
        assertThat(book.bestBid()).isEqualTo(LimitOrderBook.NO_PRICE);
        assertThat(book.bestAsk()).isEqualTo(50);
        assertThat(book.left(2)).isZero();
    }

    private void buys(long id, long price, long lots) {
        book.buy(id, price, lots, REST);
    }

    private void sells(long id, long price, long lots) {
        book.sell(id, price, lots, REST);
    }

    private void hears(Runnable command) {
        log.lines.clear();
        command.run();
    }
}
