package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.linked;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.LinkRole;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What a venue keeps of lists whose orders are done. */
class OrderListsTest {

    private static final int MANY = 10_000;

    @Test
    void aLongCampaignOfBracketsLeavesNothing() {
        Trading trading = Trading.plain();
        for (long list = 1; list <= MANY; list++) {
            trading.submit(linked(list, LinkRole.PARENT, market(Side.BUY, "1")));
            trading.submit(linked(list, LinkRole.CHILD, limit(Side.SELL, "1", "110")));
            trading.submit(linked(list, LinkRole.CHILD, stop(Side.SELL, "1", "90")));
            trading.flat(100);
            trading.bar(100, 111, 100, 100);
        }
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
        trading.flat(100);

        assertThat(trading.venue.kept()).isZero();
    }

    @Test
    void aLongCampaignOfBracketsAtABookLeavesNothing() {
        BookTrading book = BookTrading.plain().usual();
        for (long list = 1; list <= MANY; list++) {
            long parent = book.submit(linked(list, LinkRole.PARENT, market(Side.BUY, "1")));
            book.submit(linked(list, LinkRole.CHILD, limit(Side.SELL, "1", "100.4")));
            book.submit(linked(list, LinkRole.CHILD, stop(Side.SELL, "1", "90")));
            book.meet(book.ask(100.1, 10 + list % 2));
            book.bought(100.5, 9);
            book.cancel(parent);
        }
        assertThat(book.held()).isEqualTo(Decimal.ZERO);
        book.meet(book.ask(100.1, 12));
        book.nothing();

        assertThat(book.venue.kept()).isZero();
    }

    @Test
    void aParentWhoseChildrenWereCanceledLeavesNothing() {
        Trading trading = Trading.plain();
        trading.submit(linked(7, LinkRole.PARENT, market(Side.BUY, "1")));
        long child = trading.submit(linked(7, LinkRole.CHILD, stop(Side.SELL, "1", "90")));
        trading.flat(100);
        assertThat(trading.venue.kept())
                .as("the parent, its child and the list")
                .isPositive();
        trading.cancel(child);
        trading.flat(100);
        trading.flat(100);

        assertThat(trading.venue.kept()).isZero();
    }

    @Test
    void ordersThatUpdateOneAnotherLeaveNothing() {
        Trading trading = Trading.plain();
        trading.submit(linked(7, LinkRole.ONE_UPDATES_OTHER, limit(Side.BUY, "1", "95")));
        trading.submit(linked(7, LinkRole.ONE_UPDATES_OTHER, limit(Side.BUY, "1", "90")));
        trading.bar(100, 100, 94, 95);
        trading.flat(100);

        assertThat(trading.venue.kept()).isZero();
    }

    @Test
    void c3_aListThatIsOverTakesNoMoreOrdersHoweverLateTheyCome() {
        Trading trading = Trading.plain();
        trading.submit(linked(3, LinkRole.ONE_CANCELS_OTHER, market(Side.BUY, "1")));
        trading.submit(linked(4, LinkRole.PARENT, market(Side.BUY, "1")));
        for (int i = 0; i < 3; i++) {
            trading.flat(100);
        }
        assertThat(trading.venue.kept()).isZero();

        for (LinkRole role : List.of(LinkRole.ONE_CANCELS_OTHER, LinkRole.PARENT, LinkRole.CHILD)) {
            long late = trading.submit(linked(role == LinkRole.ONE_CANCELS_OTHER ? 3 : 4, role, market(Side.BUY, "1")));
            assertThat(trading.told(late)).as("%s", role).containsExactly("rejected LINKED");
        }
    }

    @Test
    void c3_aListThatIsOverAtABookTakesNoMoreOrdersHoweverLateTheyCome() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(linked(3, LinkRole.ONE_CANCELS_OTHER, market(Side.BUY, "1")));
        for (int i = 1; i < 4; i++) {
            book.meet(book.ask(100.1, 10 + i));
        }
        assertThat(book.venue.kept()).isZero();

        long late = book.submit(linked(3, LinkRole.ONE_CANCELS_OTHER, market(Side.BUY, "1")));
        assertThat(book.last()).isEqualTo(new ExecutionEvent.Rejected(late, book.nowNanos, ReasonCode.LINKED));
    }

    @Test
    void aListThatAnOrderJoinsAfterAllOthersHadEndedGoesOn() {
        Trading trading = Trading.plain();
        trading.cancel(trading.submit(linked(3, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "1", "90"))));
        trading.submit(linked(3, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "1", "95")));
        trading.flat(100);
        long other = trading.submit(linked(3, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "1", "90")));
        trading.bar(100, 100, 94, 95);

        assertThat(trading.told(other)).containsExactly("accepted", "canceled LINKED");
    }

    /** Of many lists that end together each is closed by its own number. */
    @Test
    void c3_listsThatEndTogetherAreAllClosed() {
        Trading trading = Trading.plain();
        for (long list = 1; list <= 20; list++) {
            boolean isFirst = list % 2 == 0;
            trading.submit(linked(
                    list, LinkRole.ONE_CANCELS_OTHER, isFirst ? market(Side.BUY, "1") : limit(Side.BUY, "1", "90")));
        }
        trading.flat(100);
        trading.flat(100);
        assertThat(trading.venue.kept())
                .as("of each that waits its list, and itself in two places")
                .isEqualTo(30);

        for (long list = 1; list <= 20; list++) {
            long late = trading.submit(linked(list, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "1", "90")));
            assertThat(trading.told(late))
                    .as("%s", list)
                    .containsExactly(list % 2 == 0 ? "rejected LINKED" : "accepted");
        }
    }

    @Property(tries = 500)
    void spentNumbersAreASetInWhichARowTakesTheRoomOfOne(@ForAll List<@LongRange(min = 1, max = 40) Long> numbers) {
        SpentNumbers spent = new SpentNumbers();
        TreeSet<Long> set = new TreeSet<>();
        for (long number : numbers) {
            spent.add(number);
            set.add(number);
        }
        for (long number = 0; number <= 41; number++) {
            assertThat(spent.contains(number)).isEqualTo(set.contains(number));
        }
        long ends = set.stream().filter(number -> !set.contains(number + 1)).count();
        assertThat(spent.rows()).isEqualTo((int) ends);
    }

    @Test
    void theLastNumberOfAllIsANumberToo() {
        SpentNumbers spent = new SpentNumbers();
        spent.add(Long.MAX_VALUE);
        spent.add(Long.MAX_VALUE - 1);

        assertThat(spent.contains(Long.MAX_VALUE)).isTrue();
        assertThat(spent.contains(Long.MAX_VALUE - 2)).isFalse();
        assertThat(spent.rows()).isEqualTo(1);
    }
}
