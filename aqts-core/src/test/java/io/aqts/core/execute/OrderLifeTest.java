package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.immediate;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.on;
import static io.aqts.core.execute.TestOrders.protectedBy;
import static io.aqts.core.execute.TestOrders.spend;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderLifeTest {

    private final Trading certainlyPartial = Trading.with(c -> c.partialFillProbability(1));
    private final Trading trading = Trading.plain();

    @Test
    void anOrderIsAcceptedAtOnce() {
        long id = trading.submit(market(Side.BUY, "1"));

        assertThat(trading.history).containsExactly(new ExecutionEvent.Accepted(id, trading.nowNanos));
    }

    @Test
    void anApprovalIsGoodForOneOrder() {
        ApprovedOrder order = new TestOrders().approve(trading.nowNanos, market(Side.BUY, "1"), Decimal.ONE);
        trading.venue.submit(order);

        assertThat(trading.venue.submit(order))
                .containsExactly(new ExecutionEvent.Rejected(1, trading.nowNanos, ReasonCode.DUPLICATE));
        assertThat(trading.flat(100)).hasSize(1);
        assertThat(trading.venue.submit(order))
                .containsExactly(new ExecutionEvent.Rejected(1, trading.nowNanos, ReasonCode.DUPLICATE));
    }

    @Test
    void approvalsMayComeInAnyOrder() {
        TestOrders orders = new TestOrders();
        List<ApprovedOrder> approved = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            approved.add(orders.approve(trading.nowNanos, market(Side.BUY, "1"), Decimal.ONE));
        }

        for (int i : new int[] {3, 0, 4, 2, 1}) {
            assertThat(trading.venue.submit(approved.get(i))).first().isInstanceOf(ExecutionEvent.Accepted.class);
        }
        for (ApprovedOrder again : approved) {
            assertThat(trading.venue.submit(again)).first().isInstanceOf(ExecutionEvent.Rejected.class);
        }
    }

    @Test
    void anInstrumentOutsideTheUniverseIsRefused() {
        trading.submit(on(1, market(Side.BUY, "1")));

        assertThat(trading.last()).isEqualTo(new ExecutionEvent.Rejected(1, trading.nowNanos, ReasonCode.MALFORMED));
    }

    @Test
    void aCanceledOrderDoesNotFill() {
        long id = trading.submit(market(Side.BUY, "1"));

        assertThat(trading.venue.cancel(id))
                .containsExactly(new ExecutionEvent.Canceled(id, trading.nowNanos, ReasonCode.REQUESTED));

        assertThat(trading.flat(100)).isEmpty();
        assertThat(trading.venue.cancel(id)).isEmpty();
        assertThat(trading.venue.cancel(77)).isEmpty();
    }

    @Test
    void cancelingTheRestLeavesTheExitsOfWhatFilled() {
        long id = certainlyPartial.submit(protectedBy(market(Side.BUY, "10"), "90", "0", 0));
        certainlyPartial.flat(100);
        Decimal filled = certainlyPartial.held();

        assertThat(certainlyPartial.venue.cancel(id)).hasSize(1);

        assertThat(certainlyPartial.bar(100, 100, 80, 85))
                .singleElement()
                .extracting(Fill::quantity)
                .isEqualTo(filled);
    }

    @Test
    void aPartialFillLeavesTheRestForTheNextSnapshot() {
        certainlyPartial.submit(market(Side.BUY, "10"));

        Decimal first = certainlyPartial.flat(100).get(0).quantity();
        Decimal second = certainlyPartial.flat(100).get(0).quantity();

        assertThat(first.toDouble()).isBetween(2.5, 9.5);
        assertThat(second).isLessThan(Decimal.of(10).minus(first));
        for (int i = 0; i < 100; i++) {
            certainlyPartial.flat(100);
        }
        assertThat(certainlyPartial.held()).isEqualTo(Decimal.of(10));
        assertThat(((ExecutionEvent.Filled) certainlyPartial.last()).closesOrder())
                .isTrue();
    }

    @Test
    void aPartialFillOfAnImmediateOrderCancelsTheRest() {
        long id = certainlyPartial.submit(immediate(market(Side.BUY, "10")));

        assertThat(certainlyPartial.flat(100)).hasSize(1);

        assertThat(certainlyPartial.last())
                .isEqualTo(new ExecutionEvent.Canceled(id, certainlyPartial.nowNanos, ReasonCode.NO_LIQUIDITY));
        assertThat(certainlyPartial.flat(100)).isEmpty();
    }

    @Test
    void aPartialFillIsOfWholeLotsAndOfOneAtLeast() {
        certainlyPartial.submit(market(Side.BUY, "0.001"));
        assertThat(certainlyPartial.flat(100).get(0).quantity()).isEqualTo(Decimal.of("0.001"));
        certainlyPartial.submit(market(Side.BUY, "0.003"));

        Decimal part = certainlyPartial.flat(100).get(0).quantity();

        assertThat(part.isMultipleOf(Decimal.of("0.001"))).isTrue();
        assertThat(part).isLessThan(Decimal.of("0.003"));
    }

    @Test
    void aPartialFillHoldsForAllLevelsTogether() {
        Trading routed = Trading.in(
                Trading.atVenues(new Venue("A", 0, 0, 0), new Venue("B", 0, 0, 0)), c -> c.partialFillProbability(1));
        routed.submit(market(Side.BUY, "1500"));

        routed.quotes(99, 100, 99, 101);

        assertThat(routed.held().toDouble()).isBetween(375.0, 1425.0);
    }

    @Test
    void aPartialFillOfAnAmountLeavesTheRestOfTheMoney() {
        certainlyPartial.submit(spend("1000"));
        certainlyPartial.flat(100);
        assertThat(certainlyPartial.held().toDouble()).isBetween(2.5, 9.5);

        for (int i = 0; i < 100; i++) {
            certainlyPartial.flat(100);
        }

        assertThat(certainlyPartial.held()).isEqualTo(Decimal.of(10));
    }

    @Test
    void theExitsProtectEachPartAsItFills() {
        certainlyPartial.submit(protectedBy(market(Side.BUY, "10"), "90", "0", 0));
        certainlyPartial.flat(100);
        certainlyPartial.flat(100);
        Decimal held = certainlyPartial.held();

        Fill stop = certainlyPartial.bar(89, 89, 89, 89).get(0);

        assertThat(stop.quantity()).isEqualTo(held);
        assertThat(stop.context().cause()).isEqualTo(ReasonCode.STOP);
    }

    @Test
    void partialFillsHappenAboutAsOftenAsConfigured() {
        Trading sometimes = Trading.with(c -> c.partialFillProbability(0.15));
        int partial = 0;
        for (int i = 0; i < 4_000; i++) {
            sometimes.submit(immediate(market(i % 2 == 0 ? Side.BUY : Side.SELL, "10")));
            partial += sometimes.flat(100).get(0).quantity().equals(Decimal.of(10)) ? 0 : 1;
        }

        assertThat(partial / 4_000.0).isBetween(0.13, 0.17);
    }

    @Test
    void aMeetingWithoutOrdersReportsNothing() {
        assertThat(trading.flat(100)).isEmpty();
        assertThat(trading.venue.assumptions()).isNotEmpty().allMatch(line -> line.endsWith("."));
        assertThat(trading.venue.assumptions()).anyMatch(line -> line.startsWith("Size on bars alone:"));
    }

    @Test
    void closingTwiceDoesNothing() {
        PaperVenue venue = new PaperVenue(new LayerContext(AqtsConfig.defaults(), Universe.of(Trading.COIN), "venue"));

        venue.close();
        venue.close();
    }

    @Test
    void aLimitThatChanceCutsRestsWithItsRemainder() {
        certainlyPartial.submit(limit(Side.BUY, "10", "95"));
        certainlyPartial.flat(100);

        Decimal first = certainlyPartial.bar(94, 94, 90, 94).get(0).quantity();

        assertThat(first).isLessThan(Decimal.of(10));
        assertThat(certainlyPartial.bar(100, 100, 95, 100)).isEmpty();
        assertThat(certainlyPartial.bar(100, 100, 94, 100).get(0).price()).isEqualTo(Decimal.of(95));
    }
}
