package io.aqts.testkit;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExecutionVenueContractTest {

    @Test
    void passesAVenueThatKeepsItsPromises() {
        Proof.keepsEveryPromise(Sound.class);
    }

    @TestFactory
    Stream<DynamicTest> catches() {
        return Stream.of(
                caught(VenueFlaw.STAMPS_AT_RANDOM, "isDeterministic"),
                caught(VenueFlaw.STAMPS_AT_RANDOM, "reportsInTheOrderOfTime"),
                Proof.caught(WaitsForABetterDay.class, "doesNotLookAhead"),
                caught(VenueFlaw.SPEAKS_OF_STRANGERS, "reportsOnlyOrdersItWasGiven"),
                caught(VenueFlaw.FILLS_TOO_MUCH, "fillsNoMoreThanTheOrder"),
                caught(VenueFlaw.FORGETS_THE_FEE_OF_A_SPEND, "spendsNoMoreThanTheAmount"),
                caught(VenueFlaw.IGNORES_LIMITS, "respectsLimits"),
                caught(VenueFlaw.FILLS_AT_ONCE, "fillsOnlyAfterTheApproval"),
                caught(VenueFlaw.ENDS_TWICE, "endsEachOrderOnce"),
                caught(VenueFlaw.ENDS_WITH_ITS_EXIT_AGAIN, "endsEachOrderOnce"),
                caught(VenueFlaw.FILLS_WHAT_IS_CANCELED, "endsEachOrderOnce"),
                caught(VenueFlaw.CANCELS_NOTHING, "cancelsWhatIsLeft"),
                caught(VenueFlaw.CANCELS_WHAT_NEVER_WAS, "cancelsWhatIsLeft"),
                caught(VenueFlaw.TAKES_TWINS, "rejectsAnApprovalUsedBefore"),
                caught(VenueFlaw.OFFERS_TOO_MUCH, "takesWhatItOffersAndRejectsTheRest"),
                caught(VenueFlaw.TURNS_POSITIONS, "reduceOnlyOnlyReduces"),
                caught(VenueFlaw.LEAVES_TWICE_OVER, "protectiveExitsOnlyReduce"),
                caught(VenueFlaw.STAMPS_AHEAD, "reportsInTheOrderOfTime"),
                caught(VenueFlaw.CHARGES_THE_HALF, "chargesReasonableFees"),
                Proof.caught(SharesItsCounter.class, "sharesNothingWithOthers"),
                caught(VenueFlaw.REUSES_ITS_LIST, "keepsWhatItReported"),
                caught(VenueFlaw.FILLS_AT_THE_LAST_CLOSE, "fillsAtThePricesOfItsFuture"),
                caught(VenueFlaw.FILLS_IN_THE_BAR_UNDER_WAY, "doesNotFillAtTheOpenOfABarUnderWay"),
                Proof.caught(FillsNothing.class, "fillsSomething"),
                Proof.caught(LeavesItsAssumptionsBlank.class, "statesItsAssumptions"),
                Proof.caught(ClosesOnce.class, "closesTwice"));
    }

    private static DynamicTest caught(VenueFlaw flaw, String promise) {
        return Proof.caught(Flawed.class, promise, flaw, () -> Flawed.planted = flaw);
    }

    static class Sound implements ExecutionVenueContract {

        @Override
        public ExecutionVenue create(LayerContext context) {
            return new NextOpenVenue(context, VenueFlaw.NONE);
        }
    }

    static final class Flawed extends Sound {

        private static VenueFlaw planted = VenueFlaw.NONE;

        @Override
        public ExecutionVenue create(LayerContext context) {
            return new NextOpenVenue(context, planted);
        }
    }

    static final class WaitsForABetterDay extends Sound {

        private static final TreeMap<Long, Double> SEEN = new TreeMap<>();

        @Override
        public ExecutionVenue create(LayerContext context) {
            return new NextOpenVenue(context, VenueFlaw.NONE) {
                @Override
                public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
                    Bar bar = snapshot.instrument(0).bar();
                    if (bar == null) {
                        return super.meet(snapshot);
                    }
                    SEEN.put(snapshot.epochNanos(), bar.close());
                    Long next = SEEN.higherKey(snapshot.epochNanos());
                    boolean isBetter = next != null && SEEN.get(next) < bar.close();
                    return isBetter ? List.of() : super.meet(snapshot);
                }
            };
        }
    }

    static final class SharesItsCounter extends Sound {

        private static LayerContext latest;

        @Override
        public ExecutionVenue create(LayerContext context) {
            latest = context;
            return new NextOpenVenue(context, VenueFlaw.NONE) {
                @Override
                public List<ExecutionEvent> submit(ApprovedOrder order) {
                    return latest == context
                            ? super.submit(order)
                            : List.of(new ExecutionEvent.Rejected(
                                    order.id(),
                                    order.epochNanos(),
                                    order.order().reason()));
                }
            };
        }
    }

    static final class FillsNothing extends Sound {

        @Override
        public ExecutionVenue create(LayerContext context) {
            return new NextOpenVenue(context, VenueFlaw.NONE) {
                @Override
                public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
                    return List.of();
                }
            };
        }
    }

    static final class LeavesItsAssumptionsBlank extends Sound {

        @Override
        public ExecutionVenue create(LayerContext context) {
            return new NextOpenVenue(context, VenueFlaw.NONE) {
                @Override
                public List<String> assumptions() {
                    return List.of("");
                }
            };
        }
    }

    static final class ClosesOnce extends Sound {

        @Override
        public ExecutionVenue create(LayerContext context) {
            boolean[] closed = {false};
            return new NextOpenVenue(context, VenueFlaw.NONE) {
                @Override
                public void close() {
                    if (closed[0]) {
                        throw new AssertionError("closed twice");
                    }
                    closed[0] = true;
                }
            };
        }
    }
}
