package io.aqts.core.ledger;

import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import java.util.ArrayList;
import java.util.List;

/** Before which of the fills of a snapshot it is that something befalls holders. */
final class Turns {

    private final List<Fill> fills = new ArrayList<>();
    private final long[] news;

    /** Takes the fills among what a venue told; of one instrument none is older than what was told of it before. */
    Turns(List<ExecutionEvent> events) {
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled filled) {
                fills.add(filled.fill());
            }
        }
        news = new long[fills.size()];
        for (int n = 0; n < news.length; n++) {
            int earlier = n - 1;
            while (earlier >= 0
                    && fills.get(earlier).instrument() != fills.get(n).instrument()) {
                earlier--;
            }
            long since = fills.get(n).sinceNanos();
            news[n] = earlier < 0 ? since : Math.max(since, news[earlier]);
        }
    }

    /** {@return the fills, in the order in which they were told} */
    List<Fill> fills() {
        return fills;
    }

    /**
     * {@return the place of the fill it comes before: the first that was made of news as late, behind all of its own
     * instrument that were not; the number of fills if there is none}
     */
    int of(Happening it) {
        int turn = fills.size();
        for (int n = turn - 1; n >= 0 && !it.isAfterFills(); n--) {
            if (news[n] >= it.epochNanos()) {
                turn = n;
            } else if (fills.get(n).instrument() == it.instrument()) {
                return turn;
            }
        }
        return turn;
    }
}
