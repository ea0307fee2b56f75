package io.aqts.core.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ReasonCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report();

    @Test
    void tellsInTheOrderOfTime() {
        ExecutionEvent late = new ExecutionEvent.Accepted(1, 20);
        ExecutionEvent early = new ExecutionEvent.Canceled(2, 10, ReasonCode.EXPIRED);

        assertThat(told(late, early)).containsExactly(early, late);
    }

    @Test
    void tellsNothingOfAnOrderBeforeWhatCameBeforeItForThatOrder() {
        ExecutionEvent amended = new ExecutionEvent.Amended(1, 20, 1);
        ExecutionEvent ended = new ExecutionEvent.Canceled(1, 10, ReasonCode.EXPIRED);
        ExecutionEvent other = new ExecutionEvent.Canceled(2, 10, ReasonCode.EXPIRED);

        assertThat(told(amended, ended, other)).containsExactly(other, amended, ended);
    }

    private List<ExecutionEvent> told(ExecutionEvent... events) {
        report.at(20);
        for (ExecutionEvent event : events) {
            report.at(event.epochNanos());
            report.add(event);
        }
        return report.take();
    }
}
