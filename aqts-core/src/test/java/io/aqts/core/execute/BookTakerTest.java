package io.aqts.core.execute;

import static io.aqts.core.execute.BookTrading.told;
import static io.aqts.core.execute.TestOrders.immediate;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.spend;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.core.book.LimitInstruction;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookTakerTest {

    @Test
    void d1_anOrderAtTheMarketWalksTheLevelsAtTheirOwnPrices() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "35"));

        assertThat(told(book.meet(book.bid(99.9, 11)))).containsExactly("10@100.1", "20@100.2", "5@100.3");
    }

    @Test
    void d1_aSaleWalksDownTheBids() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.SELL, "30.5"));

        assertThat(told(book.meet(book.ask(100.1, 11)))).containsExactly("10@99.9", "20@99.8", "0.5@99.7");
    }

    @Test
    void d1_whatFindsNothingMoreIsCanceled() {
        BookTrading book = BookTrading.plain().usual();
        long id = book.submit(market(Side.BUY, "61"));
        List<Fill> fills = book.meet(book.bid(99.9, 11));

        assertThat(told(fills)).containsExactly("10@100.1", "20@100.2", "30@100.3");
        assertThat(book.last()).isEqualTo(new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.NO_LIQUIDITY));
    }

    @Test
    void d1_whatFindsNothingMoreSlipsOneTickIfTheRulesSaySo() {
        BookTrading book = BookTrading.by(BookRules.defaults().withRemainder(Remainder.SLIP_ONE_TICK))
                .usual();
        book.submit(market(Side.BUY, "61"));
        assertThat(told(book.meet(book.bid(99.9, 11)))).endsWith("30@100.3", "1@100.4");

        book.submit(market(Side.SELL, "65"));
        assertThat(told(book.meet(book.ask(100.4, 1)))).endsWith("30@99.7", "4@99.6");
    }

    @Test
    void d1_whatMayOnlyTradeAtOnceNeverSlips() {
        BookTrading book = BookTrading.by(BookRules.defaults().withRemainder(Remainder.SLIP_ONE_TICK))
                .usual();
        book.submit(immediate(market(Side.BUY, "61")));

        assertThat(told(book.meet(book.bid(99.9, 11)))).endsWith("30@100.3");
        assertThat(book.last()).isInstanceOf(ExecutionEvent.Canceled.class);
    }

    @Test
    void d1_takersWalkAllVenuesByTotalPriceWithFees() {
        Venue dear = new Venue("dear", 0, 0, 50);
        Venue cheap = new Venue("cheap", 0, 0, 10);
        BookTrading book = BookTrading.at(dear, cheap);
        book.meet(book.ask(0, 100, 1), book.ask(1, 100.3, 1), book.ask(1, 100.5, 1), book.bid(0, 99, 1));
        book.submit(market(Side.BUY, "3"));

        List<Fill> fills = book.meet(book.bid(0, 99, 2));
        assertThat(told(fills)).containsExactly("1@100.3", "1@100", "1@100.5");
        assertThat(fills).extracting(fill -> fill.context().venue()).containsExactly("cheap", "dear", "cheap");
        assertThat(fills.get(1).fee()).isEqualTo(Decimal.of("0.5"));
        assertThat(fills.get(2).fee()).isEqualTo(Decimal.of("0.1005"));
    }

    @Test
    void d1_anAmountBuysWholeLotsAndNeverCostsMoreFeesIncluded() {
        BookTrading book = BookTrading.at(new Venue("v", 0, 0, 100));
        book.meet(book.ask(100, 1), book.ask(200, 50), book.bid(99, 1));
        book.submit(spend("504"));

        List<Fill> fills = book.meet(book.bid(99, 2));
        assertThat(told(fills)).containsExactly("1@100", "1.5@200");
        assertThat(fills.get(0).notional().plus(fills.get(0).fee())).isEqualTo(Decimal.of("101"));
    }

    @Test
    void d2_whatWasTakenIsNotThereForTheNextUntilAnotherNumberIsShown() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "8"));
        book.submit(market(Side.BUY, "8"));

        assertThat(told(book.meet(book.bid(99.9, 11)))).containsExactly("8@100.1", "2@100.1", "6@100.2");

        book.submit(market(Side.BUY, "1"));
        assertThat(told(book.meet(book.ask(100.1, 10)))).containsExactly("1@100.2");

        book.submit(market(Side.BUY, "1"));
        assertThat(told(book.meet(book.ask(100.1, 9)))).containsExactly("1@100.1");
    }

    @Test
    void d2_whatOthersTookIsGoneBeforeTheLevelSaysSo() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "12"));

        assertThat(told(book.bought(100.2, 15))).containsExactly("5@100.2", "7@100.3");
    }

    @Test
    void d3_theProtectedPriceItselfFillsAndTheNextDoesNot() {
        BookTrading book = BookTrading.by(BookRules.defaults().withProtectionBps(10));
        book.meet(book.ask(100, 1), book.ask(100.1, 1), book.ask(100.2, 1), book.bid(99, 1), book.bid(98.9, 1));
        book.submit(market(Side.BUY, "3"));
        assertThat(told(book.meet(book.bid(99, 2)))).containsExactly("1@100", "1@100.1");

        book.submit(market(Side.SELL, "3"));
        assertThat(told(book.meet(book.ask(100.2, 2))))
                .as("99 less 10 bps is 98.901, which lies above 98.9")
                .containsExactly("2@99");
    }

    @Test
    void d3_aSlipStaysWithinTheProtection() {
        BookRules rules = BookRules.defaults().withProtectionBps(10).withRemainder(Remainder.SLIP_ONE_TICK);
        BookTrading near = BookTrading.by(rules);
        near.meet(near.ask(100, 1), near.bid(99, 1));
        near.submit(market(Side.BUY, "2"));
        assertThat(told(near.meet(near.bid(99, 2)))).containsExactly("1@100", "1@100.1");

        BookTrading far = BookTrading.by(rules);
        far.meet(far.ask(100, 1), far.ask(100.1, 1), far.bid(99, 1));
        far.submit(market(Side.BUY, "3"));
        assertThat(told(far.meet(far.bid(99, 2)))).containsExactly("1@100", "1@100.1");
    }

    @Test
    void d5_theRestOfWhatMayOnlyTradeAtOnceIsCanceled() {
        BookTrading book = BookTrading.plain().usual();
        long id = book.submit(immediate(limit(Side.BUY, "31", "100.2")));

        assertThat(told(book.meet(book.bid(99.9, 11)))).containsExactly("10@100.1", "20@100.2");
        assertThat(book.last()).isEqualTo(new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.NO_LIQUIDITY));
    }

    @Test
    void d5_allOrNoneCountsOnlyWhatIsLeft() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "1"));
        long tooMuch = book.submit(limit(Side.BUY, "30", "100.2"), LimitInstruction.ALL_OR_NONE);
        long fitting = book.submit(limit(Side.BUY, "29", "100.2"), LimitInstruction.ALL_OR_NONE);
        List<Fill> fills = book.meet(book.bid(99.9, 11));

        assertThat(told(fills)).containsExactly("1@100.1", "9@100.1", "20@100.2");
        assertThat(fills).extracting(Fill::orderId).doesNotContain(tooMuch).endsWith(fitting, fitting);
        assertThat(book.history)
                .contains(new ExecutionEvent.Canceled(tooMuch, book.nowNanos, ReasonCode.NOT_WHOLLY_FILLABLE));
    }

    @Test
    void d5_allOrNoneForAnAmountCountsWhatTheLevelsCost() {
        BookTrading book = BookTrading.plain();
        book.meet(book.ask(100, 1), book.ask(200, 1), book.bid(99, 1));
        book.submit(spend("301"), LimitInstruction.ALL_OR_NONE);
        assertThat(told(book.meet(book.bid(99, 2)))).containsExactly("1@100", "1@200");

        BookTrading less = BookTrading.plain();
        less.meet(less.ask(100, 1), less.ask(200, 1), less.bid(99, 1));
        less.submit(spend("401"), LimitInstruction.ALL_OR_NONE);
        assertThat(less.meet(less.bid(99, 2))).isEmpty();
    }

    @Test
    void d9_nothingFillsOnAnAbsentSide() {
        BookTrading book = BookTrading.plain();
        book.meet(book.bid(99.9, 10));
        long bought = book.submit(market(Side.BUY, "1"));
        long sold = book.submit(market(Side.SELL, "1"));

        assertThat(told(book.meet(book.bid(99.8, 10)))).containsExactly("1@99.9");
        assertThat(book.history)
                .contains(new ExecutionEvent.Rejected(bought, book.nowNanos, ReasonCode.NO_LIQUIDITY))
                .contains(new ExecutionEvent.Accepted(sold, book.nowNanos));
    }

    @Test
    void d9_ordersWaitWhileTheBookIsUnknown() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "1"));
        assertThat(book.meet(book.reset())).isEmpty();
        assertThat(book.venue.underWay()).hasSize(1);

        assertThat(told(book.meet(book.ask(101, 5), book.bid(100, 5)))).containsExactly("1@101");
    }

    @Test
    void d9_aBookThatCrossesItselfIsCountedAndNothingIsTakenFromIt() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "1"));
        assertThat(book.meet(book.bid(100.2, 1))).isEmpty();
        assertThat(book.venue.crossedMoments()).isEqualTo(1);

        assertThat(told(book.meet(book.bid(100.2, 0)))).containsExactly("1@100.1");
        assertThat(book.venue.crossedMoments()).isEqualTo(1);
    }

    @Test
    void d9_aLockedBookTrades() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "1"));

        assertThat(told(book.meet(book.bid(100.1, 1)))).containsExactly("1@100.1");
        assertThat(book.venue.crossedMoments()).isZero();
    }

    @Test
    void f1_takersAndMakersPayTheirOwnFeesFillByFill() {
        BookTrading book = BookTrading.at(new Venue("v", 0, -1, 5));
        book.usual();
        book.submit(limit(Side.BUY, "15", "100.1"));
        List<Fill> taken = book.meet(book.bid(99.9, 11));
        List<Fill> given = book.sold(100.1, 2);

        assertThat(told(taken)).containsExactly("10@100.1");
        assertThat(taken.get(0).fee()).isEqualTo(Decimal.of("0.5005"));
        assertThat(told(given)).containsExactly("2@100.1M");
        assertThat(given.get(0).context().liquidity()).isEqualTo(Liquidity.MAKER);
        assertThat(given.get(0).fee()).isEqualTo(Decimal.of("-0.02002"));
    }
}
