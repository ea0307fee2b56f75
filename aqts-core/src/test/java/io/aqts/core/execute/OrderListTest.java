package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.linked;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.on;
import static io.aqts.core.execute.TestOrders.reducing;
import static io.aqts.core.execute.TestOrders.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.BarPath;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderListTest {

    private final Trading trading = Trading.plain();
    private long parent;
    private long target;
    private long stop;

    @Test
    void c1_childrenAreActiveOnlyOnceTheirParentFills() {
        bracket(trading, limit(Side.BUY, "2", "95"));

        trading.bar(100, 120, 96, 100);
        assertThat(trading.told(target)).containsExactly("accepted");
        trading.bar(100, 100, 94, 95);
        assertThat(trading.told(parent)).containsExactly("accepted", "2 at 95");
        trading.bar(100, 111, 100, 111);

        assertThat(trading.told(target)).containsExactly("accepted", "2 at 110");
        assertThat(trading.told(stop)).containsExactly("accepted", "canceled LINKED");
    }

    @Test
    void c1_theStopCancelsTheTarget() {
        bracket(trading, market(Side.BUY, "2"));
        trading.flat(100);
        trading.bar(95, 95, 89, 92);

        assertThat(trading.told(stop)).containsExactly("accepted", "triggered", "2 at 90");
        assertThat(trading.told(target)).containsExactly("accepted", "canceled LINKED");
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void c1_cancelingTheParentBeforeItFillsCancelsAllAndAfterItBoth() {
        bracket(trading, limit(Side.BUY, "2", "95"));
        trading.cancel(parent);
        assertThat(trading.told(target)).containsExactly("accepted", "canceled LINKED");
        assertThat(trading.told(stop)).containsExactly("accepted", "canceled LINKED");

        bracket(trading, market(Side.BUY, "2"));
        trading.flat(100);
        trading.cancel(parent);

        assertThat(trading.told(parent)).containsExactly("accepted", "2 at 100");
        assertThat(trading.told(target)).containsExactly("accepted", "canceled LINKED");
        assertThat(trading.told(stop)).containsExactly("accepted", "canceled LINKED");
        assertThat(trading.bar(100, 120, 80, 100)).isEmpty();
    }

    @Test
    void c1_aChildOfNobodyIsRejected() {
        long orphan = trading.submit(linked(9, LinkRole.CHILD, limit(Side.SELL, "1", "110")));

        assertThat(trading.told(orphan)).containsExactly("rejected UNKNOWN_ORDER");
    }

    @Test
    void c2_childrenLeaveWhatTheParentFilledAndNotMore() {
        Trading thin = Trading.with(c -> c.matching(m -> m.participation(0.5)));
        bracket(thin, limit(Side.BUY, "8", "100.5"), "8");
        thin.bar(100, 100.6, 100, 100.6, 6);
        assertThat(thin.held()).isEqualTo(Decimal.of(3));
        thin.bar(101, 111, 101, 111, 1000);
        assertThat(thin.told(target)).containsExactly("accepted", "3 at 110");
        thin.cancel(parent);

        assertThat(thin.told(target)).containsExactly("accepted", "3 at 110", "canceled LINKED");
        assertThat(thin.told(stop)).containsExactly("accepted", "canceled LINKED");
        assertThat(thin.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void c2_aPartOfTheTargetResizesTheStop() {
        Trading thin = Trading.with(c -> c.matching(m -> m.participation(0.5)));
        bracket(thin, market(Side.BUY, "8"), "8");
        thin.bar(100, 100, 100, 100, 100);
        thin.bar(100, 111, 100, 111, 6);
        assertThat(thin.told(target)).containsExactly("accepted", "3 at 110");

        thin.bar(95, 95, 88, 89, 100);

        assertThat(thin.told(stop)).containsExactly("accepted", "triggered", "5 at 90");
        assertThat(thin.told(target)).containsExactly("accepted", "3 at 110", "canceled LINKED");
    }

    @Test
    void c2_twoTargetsAndAStopForTheWholeShareOnePosition() {
        parent = trading.submit(linked(1, LinkRole.PARENT, market(Side.BUY, "10")));
        long first = trading.submit(linked(1, LinkRole.CHILD, limit(Side.SELL, "5", "105")));
        long second = trading.submit(linked(1, LinkRole.CHILD, limit(Side.SELL, "5", "110")));
        stop = trading.submit(linked(1, LinkRole.CHILD, stop(Side.SELL, "10", "90")));
        trading.flat(100);

        trading.bar(100, 106, 100, 106);
        trading.bar(100, 100, 89, 90);

        assertThat(trading.told(first)).containsExactly("accepted", "5 at 105");
        assertThat(trading.told(second)).containsExactly("accepted", "canceled LINKED");
        assertThat(trading.told(stop)).containsExactly("accepted", "triggered", "5 at 90");
    }

    @Test
    void c2_whatOneFillsTheOthersAreReducedBy() {
        Trading thin = Trading.with(c -> c.matching(m -> m.participation(0.5)));
        long low = thin.submit(linked(4, LinkRole.ONE_UPDATES_OTHER, limit(Side.BUY, "5", "95")));
        long lower = thin.submit(linked(4, LinkRole.ONE_UPDATES_OTHER, limit(Side.BUY, "4", "90")));
        thin.flat(100);
        thin.bar(100, 100, 94, 95, 6);
        thin.bar(100, 100, 80, 85, 100);

        assertThat(thin.told(low)).containsExactly("accepted", "3 at 95", "2 at 95");
        assertThat(thin.told(lower)).containsExactly("accepted", "canceled LINKED");
    }

    @ParameterizedTest
    @EnumSource(BarPath.class)
    void c3_ofTwoTouchedInOneBarExactlyOneFills(BarPath path) {
        Trading drawn = Trading.with(c -> c.matching(m -> m.path(path)));
        bracket(drawn, market(Side.BUY, "2"));
        drawn.flat(100);

        List<Fill> fills = drawn.bar(100, 120, 80, 100);

        assertThat(fills).hasSize(1);
        assertThat(drawn.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void c3_aStopThatItsEntrySetsOffIsSettledInTheSameBar() {
        bracket(trading, stop(Side.BUY, "2", "105"));
        trading.flat(100);

        trading.bar(100, 106, 89, 100);

        assertThat(trading.told(parent)).containsExactly("accepted", "triggered", "2 at 105");
        assertThat(trading.told(stop)).containsExactly("accepted", "triggered", "2 at 90");
        assertThat(trading.told(target)).containsExactly("accepted", "canceled LINKED");
    }

    @Test
    void c3_aChildInTheBarOfALimitEntryNeedsProofOfItsGain() {
        bracket(trading, limit(Side.BUY, "2", "95"));
        trading.flat(100);
        trading.bar(100, 115, 94, 100);

        assertThat(trading.told(parent)).containsExactly("accepted", "2 at 95");
        assertThat(trading.told(target)).containsExactly("accepted");
    }

    @Test
    void c3_onQuotesAChildThatIsDueIsSettledInTheSameSnapshot() {
        Trading quoted = Trading.in(Trading.atVenues(new Venue("A", 0, 0, 0)), c -> c);
        parent = quoted.submit(linked(1, LinkRole.PARENT, market(Side.BUY, "2")));
        stop = quoted.submit(linked(1, LinkRole.CHILD, stop(Side.SELL, "2", "99.5")));

        quoted.quotes(99, 100);

        assertThat(quoted.told(stop)).containsExactly("accepted", "triggered", "2 at 99");
    }

    @Test
    void c3_acrossInstrumentsTooOneCancelsTheOther() {
        Universe two = Universe.of(Trading.COIN, Instrument.of("OTHER/USD", Decimal.of("0.01"), Decimal.of("0.001")));
        Trading both = Trading.in(two, c -> c);
        long first = both.submit(linked(3, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "1", "95")));
        long second = both.submit(on(1, linked(3, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "1", "95"))));
        both.meet(InstrumentMarket.of(bar(both, 100, 99)), InstrumentMarket.of(bar(both, 100, 99)));
        both.meet(InstrumentMarket.of(bar(both, 100, 90)), InstrumentMarket.of(bar(both, 100, 90)));

        assertThat(both.told(first)).containsExactly("accepted", "1 at 95");
        assertThat(both.told(second)).containsExactly("accepted", "canceled LINKED");
    }

    @Test
    void c3_aListThatIsOverTakesNoMoreOrders() {
        trading.submit(linked(3, LinkRole.ONE_CANCELS_OTHER, market(Side.BUY, "1")));
        trading.flat(100);

        long late = trading.submit(linked(3, LinkRole.ONE_CANCELS_OTHER, market(Side.BUY, "1")));

        assertThat(trading.told(late)).containsExactly("rejected LINKED");
    }

    @Test
    void c4_whatMayOnlyReduceIsCappedToThePositionAndNeverTurnsIt() {
        trading.submit(market(Side.BUY, "2"));
        trading.flat(100);
        long large = trading.submit(reducing(stop(Side.SELL, "5", "95")));
        trading.flat(100);
        trading.bar(100, 100, 94, 95);

        assertThat(trading.told(large)).containsExactly("accepted", "triggered", "2 at 95", "canceled REDUCE_ONLY");
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void c4_whatMayOnlyReduceIsResizedWithThePositionAndCanceledWithIt() {
        trading.submit(market(Side.BUY, "3"));
        trading.flat(100);
        long resting = trading.submit(reducing(limit(Side.SELL, "3", "110")));
        long stopped = trading.submit(reducing(stop(Side.SELL, "3", "90")));
        trading.submit(reducing(market(Side.SELL, "1")));
        trading.flat(100);

        trading.bar(100, 111, 100, 111);

        assertThat(trading.told(resting)).containsExactly("accepted", "2 at 110", "canceled REDUCE_ONLY");
        assertThat(trading.told(stopped)).containsExactly("accepted", "canceled REDUCE_ONLY");
    }

    @Test
    void c4_overSeveralLevelsTheCapIsThatOfAllOfThemTogether() {
        Trading quoted = Trading.in(Trading.atVenues(new Venue("A", 0, 0, 0), new Venue("B", 0, 0, 0)), c -> c);
        quoted.submit(market(Side.BUY, "3"));
        quoted.quotes(99, 100, 98, 101);
        long id = quoted.submit(reducing(stop(Side.SELL, "9", "98")));
        quoted.quotes(99, 100, 98, 101);
        quoted.meet(new InstrumentMarket(
                null, List.of(quoted.quote(0, 97, 100, 2), quoted.quote(1, 96, 101, 2)), List.of(), List.of()));

        assertThat(quoted.told(id))
                .containsExactly("accepted", "triggered", "2 at 97", "1 at 96", "canceled REDUCE_ONLY");
    }

    private void bracket(Trading at, Order entry) {
        bracket(at, entry, "2");
    }

    private void bracket(Trading at, Order entry, String quantity) {
        long list = at.history.size() + 1L;
        parent = at.submit(linked(list, LinkRole.PARENT, entry));
        target = at.submit(linked(list, LinkRole.CHILD, limit(Side.SELL, quantity, "110")));
        stop = at.submit(linked(list, LinkRole.CHILD, stop(Side.SELL, quantity, "90")));
    }

    private static Bar bar(Trading at, double open, double low) {
        return new Bar(at.nowNanos + Trading.MINUTE, Trading.MINUTE, open, open, low, open, 10);
    }
}
