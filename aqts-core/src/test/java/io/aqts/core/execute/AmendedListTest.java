package io.aqts.core.execute;

import static io.aqts.core.execute.BookTrading.told;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.linked;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is left of an order that goes on in another form after others of its list have filled. */
class AmendedListTest {

    /** Of two bids of 5 and 4 the first has filled 3, so that 1 is left of the second. */
    @Nested
    class OfBids {

        private final Trading thin = Trading.with(c -> c.matching(m -> m.participation(0.5)));
        private final long low = thin.submit(linked(4, LinkRole.ONE_UPDATES_OTHER, limit(Side.BUY, "5", "95")));
        private final long lower = thin.submit(sibling("4", "90"));

        @BeforeEach
        void fillThree() {
            thin.flat(100);
            thin.bar(100, 100, 94, 95, 6);
            assertThat(thin.told(low)).containsExactly("accepted", "3 at 95");
        }

        @Test
        void c2_anotherPriceDoesNotGiveBackWhatASiblingTook() {
            thin.amend(lower, sibling("4", "89"));
            thin.bar(100, 100, 80, 85, 100);

            assertThat(thin.told(lower)).containsExactly("accepted", "amended", "canceled LINKED");
            assertThat(thin.held()).isEqualTo(Decimal.of(5));
        }

        @Test
        void c2_anotherSizeChangesWhatIsLeftByTheDifference() {
            thin.amend(lower, sibling("6", "90"));
            thin.bar(100, 100, 80, 85, 100);

            assertThat(thin.told(lower)).containsExactly("accepted", "amended", "1 at 90");
            assertThat(thin.held()).isEqualTo(Decimal.of(6));
        }

        @Test
        void d8_aSizeThatASiblingHasTakenWhollyIsRefused() {
            thin.amend(lower, sibling("3", "90"));
            thin.cancel(low);
            thin.bar(100, 100, 80, 85, 100);

            assertThat(thin.told(lower)).containsExactly("accepted", "amend rejected BELOW_FILLED", "1 at 90");
        }
    }

    @Nested
    class OfBidsAtABook {

        private final BookTrading book = BookTrading.plain().usual();
        private final long lower;

        OfBidsAtABook() {
            book.submit(linked(4, LinkRole.ONE_UPDATES_OTHER, limit(Side.BUY, "5", "99.9")));
            lower = book.submit(sibling("4", "99.8"));
            book.meet(book.bid(99.9, 10));
        }

        @BeforeEach
        void fillThree() {
            assertThat(told(book.sold(99.7, 3))).containsExactly("3@99.9M");
        }

        @Test
        void c2_anotherPriceDoesNotGiveBackWhatASiblingTookAtABook() {
            book.amend(lower, "4", "99.7");
            book.meet(book.bid(99.7, 30));

            assertThat(told(book.sold(99.6, 99))).containsExactly("2@99.9M");
            assertThat(book.held()).isEqualTo(Decimal.of(5));
        }

        @Test
        void c2_anotherSizeChangesWhatIsLeftByTheDifferenceAtABook() {
            book.amend(lower, "6", "99.8");
            book.meet(book.bid(99.7, 30));

            assertThat(told(book.sold(99.6, 99))).containsExactly("2@99.9M", "1@99.8M");
        }

        @Test
        void d8_aSizeThatASiblingHasTakenWhollyIsRefusedAtABook() {
            book.amend(lower, "3", "99.8");
            book.meet(book.bid(99.7, 30));

            assertThat(book.last())
                    .isEqualTo(new ExecutionEvent.AmendRejected(lower, book.nowNanos, 1, ReasonCode.BELOW_FILLED));
        }
    }

    /** A child is for all that its parent entered and its siblings did not leave, whatever it was for before. */
    @Test
    void c2_anotherSizeOfAChildIsCountedAgainstWhatIsHeld() {
        Trading thin = Trading.with(c -> c.matching(m -> m.participation(0.5)));
        long parent = thin.submit(linked(1, LinkRole.PARENT, limit(Side.BUY, "8", "100.5")));
        long target = thin.submit(linked(1, LinkRole.CHILD, limit(Side.SELL, "8", "110")));
        long stop = thin.submit(linked(1, LinkRole.CHILD, stop(Side.SELL, "8", "90")));
        thin.bar(100, 100.6, 100, 100.6, 6);
        thin.cancel(parent);
        assertThat(thin.held()).isEqualTo(Decimal.of(3));

        thin.amend(target, linked(1, LinkRole.CHILD, limit(Side.SELL, "3", "105")));
        thin.amend(stop, linked(1, LinkRole.CHILD, stop(Side.SELL, "9", "95")));
        thin.bar(101, 106, 101, 106, 1000);

        assertThat(thin.told(target)).containsExactly("accepted", "amended", "3 at 105");
        assertThat(thin.told(stop)).containsExactly("accepted", "amended", "canceled LINKED");
        assertThat(thin.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void c2_anotherSizeOfAChildAtABookIsCountedAgainstWhatIsHeld() {
        BookTrading book = BookTrading.plain().usual();
        long parent = book.submit(linked(1, LinkRole.PARENT, limit(Side.BUY, "20", "100.1")));
        long target = book.submit(linked(1, LinkRole.CHILD, limit(Side.SELL, "20", "100.4")));
        book.meet(book.bid(99.7, 30));
        book.cancel(parent);
        book.meet(book.bid(99.7, 30));
        assertThat(book.held()).isEqualTo(Decimal.of(10));

        book.amend(book.sent(target), linked(1, LinkRole.CHILD, limit(Side.SELL, "10", "100.3")));
        book.meet(book.bid(99.7, 30));

        assertThat(told(book.bought(100.5, 99))).containsExactly("10@100.3M");
    }

    /** What a fill of another list took, or of an order without one, changes nothing. */
    @Test
    void anAloneOrderGoesOnWithItsWholeSize() {
        Trading trading = Trading.plain();
        trading.submit(market(Side.BUY, "3"));
        long alone = trading.submit(limit(Side.BUY, "4", "90"));
        trading.flat(100);
        trading.amend(alone, limit(Side.BUY, "6", "95"));
        trading.bar(100, 100, 80, 85);

        assertThat(trading.told(alone)).containsExactly("accepted", "amended", "6 at 95");
    }

    private static Order sibling(String quantity, String price) {
        return linked(4, LinkRole.ONE_UPDATES_OTHER, limit(Side.BUY, quantity, price));
    }
}
