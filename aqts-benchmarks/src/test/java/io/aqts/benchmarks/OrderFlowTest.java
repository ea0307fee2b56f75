package io.aqts.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderFlowTest {

    private static final long CHECK = 17_957_865_626_716L;

    private final OrderFlow flow = new OrderFlow(3_000_000, 42);

    @Test
    void isTheFlowThatOtherBooksWereMeasuredWith() {
        assertThat(flow.book().trades()).isEqualTo(630_195);
        assertThat(flow.book().check()).isEqualTo(CHECK);
    }

    @Test
    void everyBookMakesTheSameTrades() {
        assertThat(FlowBooks.arrays(flow)).isEqualTo(CHECK);
        assertThat(FlowBooks.aqts(flow)).isEqualTo(CHECK);
        assertThat(FlowBooks.exchangeCore(flow)).isEqualTo(CHECK);
    }
}
