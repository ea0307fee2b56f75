package io.aqts.testkit;

import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/** A planted bug of the {@link NextOpenVenue}. */
enum VenueFlaw {
    NONE,
    FILLS_TOO_MUCH,
    FILLS_AT_ONCE,
    FILLS_AT_THE_LAST_CLOSE,
    FILLS_IN_THE_BAR_UNDER_WAY,
    FILLS_WHAT_IS_CANCELED,
    FORGETS_THE_FEE_OF_A_SPEND,
    IGNORES_LIMITS,
    TAKES_TWINS,
    TURNS_POSITIONS,
    LEAVES_TWICE_OVER,
    CANCELS_NOTHING,
    CANCELS_WHAT_NEVER_WAS,
    ENDS_TWICE,
    ENDS_WITH_ITS_EXIT_AGAIN,
    SPEAKS_OF_STRANGERS,
    STAMPS_AHEAD,
    STAMPS_AT_RANDOM,
    CHARGES_THE_HALF,
    OFFERS_TOO_MUCH,
    REUSES_ITS_LIST;

    private static long draws;

    /** {@return what the venue reports in place of what happened} */
    List<ExecutionEvent> report(List<ExecutionEvent> events) {
        List<ExecutionEvent> reported = new ArrayList<>();
        for (ExecutionEvent event : events) {
            reported.add(event);
            if (this == ENDS_TWICE && event instanceof ExecutionEvent.Filled) {
                reported.add(new ExecutionEvent.Canceled(event.orderId(), event.epochNanos(), ReasonCode.REQUESTED));
            }
            if (this == SPEAKS_OF_STRANGERS) {
                reported.add(new ExecutionEvent.Accepted(event.orderId() + 1_000, event.epochNanos()));
            }
        }
        return List.copyOf(reported);
    }

    /** {@return how much too early a fill is stamped} */
    long chance(long fill) {
        return this == STAMPS_AT_RANDOM ? draws++ % 3 + fill % 2 : 0;
    }
}
