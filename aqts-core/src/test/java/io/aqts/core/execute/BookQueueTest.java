package io.aqts.core.execute;

import static io.aqts.core.execute.BookTrading.told;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.linked;
import static io.aqts.core.execute.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.core.book.LimitInstruction;
import io.aqts.core.book.QueueModel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.Quote;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.LinkRole;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookQueueTest {

    private final BookTrading book = BookTrading.plain().usual();

    @Test
    void d4_postOnlyThatWouldTakeIsRejected() {
        long taking = book.submit(limit(Side.BUY, "1", "100.1"), LimitInstruction.POST_ONLY);
        long giving = book.submit(limit(Side.BUY, "1", "100"), LimitInstruction.POST_ONLY);

        assertThat(book.meet(book.bid(99.7, 31))).isEmpty();
        assertThat(book.history)
                .containsExactly(
                        new ExecutionEvent.Rejected(taking, book.nowNanos, ReasonCode.POST_ONLY),
                        new ExecutionEvent.Accepted(giving, book.nowNanos));
    }

    @Test
    void d4_aRefusedPostOnlyAmendmentKeepsThePlaceInTheQueue() {
        long id = rest("5", "99.9", LimitInstruction.POST_ONLY);
        book.sold(99.9, 4);
        book.amend(id, "5", "100.1");
        book.meet(book.bid(99.9, 6));
        assertThat(book.last()).isEqualTo(new ExecutionEvent.AmendRejected(id, book.nowNanos, 1, ReasonCode.POST_ONLY));

        assertThat(book.sold(99.9, 6)).isEmpty();
        assertThat(told(book.sold(99.9, 1))).containsExactly("1@99.9M");
    }

    @Test
    void d6_allThatIsShownOnArrivalStandsBeforeUs() {
        rest("5", "99.9");

        assertThat(book.sold(99.9, 10)).isEmpty();
        assertThat(told(book.sold(99.9, 2))).containsExactly("2@99.9M");
        assertThat(told(book.sold(99.9, 9))).containsExactly("3@99.9M");
    }

    @Test
    void d6_oneLargePrintReachesUsWithWhatGoesPastTheQueue() {
        rest("5", "99.9");

        assertThat(told(book.sold(99.9, 12))).containsExactly("2@99.9M");
    }

    @Test
    void d6_ourPlaceIsSetOnArrivalAndNotWhenTheOrderWasSent() {
        book.submit(limit(Side.BUY, "5", "99.9"));
        book.meet(book.bid(99.9, 3));

        assertThat(told(book.sold(99.9, 4))).containsExactly("1@99.9M");
    }

    @Test
    void d6_aDeleteBehindUsDoesNotMoveUs() {
        rest("5", "99.9");
        book.meet(book.bid(99.9, 25));
        book.meet(book.bid(99.9, 12));

        assertThat(book.sold(99.9, 10)).isEmpty();
        assertThat(told(book.sold(99.9, 1))).containsExactly("1@99.9M");
    }

    @Test
    void d6_cancellationsBeforeUsMoveUsAsTheModelSays() {
        BookTrading even = BookTrading.by(BookRules.defaults().withQueue(new QueueModel.Power(1)))
                .usual();
        even.submit(limit(Side.BUY, "5", "99.9"));
        even.meet(even.bid(99.7, 31));
        even.meet(even.bid(99.9, 20));
        even.meet(even.bid(99.9, 10));

        assertThat(even.sold(99.9, 5)).as("half of it stood before us").isEmpty();
        assertThat(told(even.sold(99.9, 1))).containsExactly("1@99.9M");
    }

    @Test
    void d6_whatStandsBeforeUsIsNeverMoreThanIsShown() {
        rest("5", "99.9");
        book.meet(book.bid(99.9, 4));

        assertThat(told(book.sold(99.9, 5))).containsExactly("1@99.9M");
    }

    @Test
    void d6_aPrintIsNotCountedAgainWhenTheLevelShrinksByIt() {
        BookTrading even = BookTrading.by(BookRules.defaults().withQueue(new QueueModel.Power(1)))
                .usual();
        even.submit(limit(Side.BUY, "5", "99.9"));
        even.meet(even.bid(99.7, 31));
        even.meet(even.bid(99.9, 20));
        even.sold(99.9, 4);
        even.meet(even.bid(99.9, 16));

        assertThat(even.sold(99.9, 6)).isEmpty();
        assertThat(told(even.sold(99.9, 1))).containsExactly("1@99.9M");
    }

    @Test
    void d6_aPrintBeyondOurPriceFillsUsWithNoMoreThanTraded() {
        rest("5", "99.9");

        assertThat(told(book.sold(99.8, 3))).containsExactly("3@99.9M");
        assertThat(told(book.sold(99.9, 9))).containsExactly("2@99.9M");
    }

    @Test
    void d6_theOtherSideAtOurPriceFillsUsWithNoMoreThanItShows() {
        rest("5", "99.9");

        assertThat(told(book.meet(book.bid(99.9, 0), book.ask(99.9, 3)))).containsExactly("3@99.9M");
        assertThat(book.meet(book.bid(99.6, 1))).as("what it showed is taken").isEmpty();
        assertThat(book.meet(book.ask(99.7, 9))).as("the book crosses itself").isEmpty();
        assertThat(told(book.meet(book.bid(99.8, 0)))).containsExactly("2@99.9M");
    }

    @Test
    void d6_twoOrdersOfOursShareOnePrint() {
        rest("1", "99.9");
        rest("2", "99.9");
        rest("4", "99.8");

        assertThat(told(book.sold(99.9, 12))).containsExactly("1@99.9M", "1@99.9M");
        assertThat(told(book.sold(99.8, 2))).containsExactly("1@99.9M");
    }

    @Test
    void d6_behindAllThatIsToldTheQueueIsEndlessUntilItIsTold() {
        rest("1", "99");
        assertThat(book.sold(99, 1_000)).isEmpty();
        book.meet(book.bid(99, 3));
        assertThat(book.sold(99, 3)).isEmpty();

        assertThat(told(book.sold(99, 1))).containsExactly("1@99M");
    }

    @Test
    void d6_aBetterPriceThanAllOthersHasNobodyBeforeIt() {
        rest("1", "100");

        assertThat(told(book.sold(100, 0.5))).containsExactly("0.5@100M");
    }

    @Test
    void d6_aBookToldAnewLeavesNoMoreBeforeUsThanItShows() {
        rest("5", "99.9");
        book.meet(book.reset());
        assertThat(book.sold(99.9, 9)).isEmpty();
        book.meet(book.bid(99.9, 30), book.bid(99.7, 1), book.ask(100.1, 10));

        assertThat(told(book.sold(99.9, 3)))
                .as("9 of 10 before us were gone already; what came since stands behind us")
                .containsExactly("2@99.9M");
    }

    @Test
    void d6_aBookToldAnewWithoutOurPriceLeavesNobodyBeforeUs() {
        rest("5", "99.9");
        rest("5", "99");
        book.meet(book.reset());
        book.meet(book.bid(99.8, 3), book.bid(99.7, 1), book.ask(100.1, 10));

        assertThat(told(book.sold(99.9, 2))).containsExactly("2@99.9M");
        assertThat(book.sold(99.9, 9)).extracting(fill -> fill.price()).containsOnly(Decimal.of("99.9"));
        assertThat(book.sold(99, 500))
                .as("beyond all that was told, nobody knows")
                .isEmpty();
    }

    @Test
    void d6_quotesAreBooksOfOneLevel() {
        BookTrading quoted = BookTrading.plain();
        quote(quoted, 100, 5, 101);
        quoted.submit(limit(Side.BUY, "1", "100"));
        quote(quoted, 100, 6, 101);
        quote(quoted, 100.5, 1, 101);
        quote(quoted, 100, 6, 101);

        assertThat(quoted.sold(100, 6))
                .as("a better bid has hidden the queue, not emptied it")
                .isEmpty();
        assertThat(told(quoted.sold(100, 1))).containsExactly("1@100M");
    }

    @Test
    void d7_lessAtTheSamePriceKeepsThePlace() {
        long id = rest("5", "99.9");
        book.sold(99.9, 9);
        book.amend(id, "2", "99.9");
        book.meet(book.bid(99.9, 20));
        assertThat(book.last()).isEqualTo(new ExecutionEvent.Amended(id, book.nowNanos, 1));

        assertThat(told(book.sold(99.9, 9))).containsExactly("2@99.9M");
    }

    @Test
    void d7_moreLosesThePlace() {
        long id = rest("5", "99.9");
        book.sold(99.9, 9);
        book.amend(id, "6", "99.9");
        book.meet(book.bid(99.9, 20));

        assertThat(book.sold(99.9, 20)).isEmpty();
        assertThat(told(book.sold(99.9, 9))).containsExactly("6@99.9M");
    }

    @Test
    void d7_aChildOfWhichASiblingTookAPartKeepsThePlaceWithLessAndLosesItWithMore() {
        assertThat(ofAChildAmendedTo("8")).containsExactly("6@100.3M");
        assertThat(ofAChildAmendedTo("5")).containsExactly("5@100.3M");
        assertThat(ofAChildAmendedTo("12")).isEmpty();
    }

    /** Of a child for 10, of which a sibling took 4, what fills from its place once it is for another quantity. */
    private static List<String> ofAChildAmendedTo(String quantity) {
        BookTrading book = BookTrading.plain().usual();
        book.submit(linked(1, LinkRole.PARENT, market(Side.BUY, "10")));
        book.meet(book.bid(99.7, 31));
        long child = book.submit(linked(1, LinkRole.CHILD, limit(Side.SELL, "10", "100.3")));
        long sibling = book.submit(linked(1, LinkRole.CHILD, limit(Side.SELL, "10", "100.2")));
        book.meet(book.bid(99.7, 32));
        assertThat(told(book.bought(100.2, 24))).containsExactly("4@100.2M");
        book.cancel(sibling);
        book.meet(book.ask(100.3, 90));
        book.amend(book.sent(child), linked(1, LinkRole.CHILD, limit(Side.SELL, quantity, "100.3")));
        book.meet(book.bid(99.7, 33));
        return told(book.bought(100.3, 36));
    }

    @Test
    void d7_anotherPriceLosesThePlaceAndTakesWhatItMeets() {
        long id = rest("5", "99.9");
        book.amend(id, "5", "99.8");
        book.meet(book.bid(99.7, 32));
        assertThat(book.sold(99.8, 20)).isEmpty();

        book.amend(id, "12", "100.1");
        assertThat(told(book.meet(book.bid(99.7, 33)))).containsExactly("10@100.1");
        assertThat(told(book.sold(100.1, 9))).containsExactly("2@100.1M");
    }

    @Test
    void d8_noLessThanWhatFilledAlready() {
        long id = rest("5", "99.9");
        book.sold(99.9, 12);
        book.amend(id, "2", "99.9");
        book.meet(book.bid(99.7, 34));
        assertThat(book.last())
                .isEqualTo(new ExecutionEvent.AmendRejected(id, book.nowNanos, 1, ReasonCode.BELOW_FILLED));

        assertThat(told(book.sold(99.9, 9))).containsExactly("3@99.9M");
    }

    @Test
    void d8_amendingCountsWhatFilledAlready() {
        long id = rest("5", "99.9");
        book.sold(99.9, 12);
        book.amend(id, "2.5", "99.9");
        book.meet(book.bid(99.7, 34));

        assertThat(told(book.sold(99.9, 9))).containsExactly("0.5@99.9M");
    }

    @Test
    void d10_aTouchAloneFillsNothing() {
        rest("5", "99.9");
        book.meet(book.bid(99.9, 0));
        book.meet(book.ask(100, 5));
        book.meet(book.bid(99.8, 0));

        assertThat(book.bought(99.9, 5)).as("who buys does not meet buyers").isEmpty();
        assertThat(book.held().isZero()).isTrue();
    }

    @Test
    void c4_whatOnlyReducesEndsWithThePosition() {
        book.submit(market(Side.BUY, "2"));
        book.meet(book.bid(99.7, 31));
        long id = book.submit(TestOrders.reducing(limit(Side.SELL, "5", "100.2")));
        book.meet(book.bid(99.7, 32));
        book.submit(market(Side.SELL, "2"));
        book.meet(book.bid(99.7, 33));

        assertThat(book.history).contains(new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.REDUCE_ONLY));
        assertThat(book.bought(101, 100)).isEmpty();
    }

    private long rest(String quantity, String price) {
        return rest(quantity, price, LimitInstruction.REST);
    }

    /** Sends a purchase and lets it arrive with news that change nothing near it. */
    private long rest(String quantity, String price, LimitInstruction instruction) {
        long id = book.submit(limit(Side.BUY, quantity, price), instruction);
        book.meet(book.ask(100.3, 31));
        book.meet(book.ask(100.3, 30));
        return id;
    }

    private static void quote(BookTrading quoted, double bid, double quantity, double ask) {
        long at = quoted.nowNanos + BookTrading.MILLI;
        Quote quote = new Quote(0, at, bid, quantity, ask, 10, 0, 0);
        quoted.meetAfter(
                BookTrading.MILLI, new InstrumentMarket(null, List.of(quote), List.of(), List.of(), List.of()));
    }
}
