package io.aqts.benchmarks;

import io.aqts.Orchestrator;
import io.aqts.config.DelayConfig;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.analyse.PerformanceListener;
import io.aqts.core.book.QueueModel;
import io.aqts.core.execute.BookRules;
import io.aqts.core.execute.BookVenue;
import io.aqts.core.replay.BookRecording;
import io.aqts.core.replay.BookReplay;
import io.aqts.performance.PerformanceSummary;
import io.aqts.signal.Decision;
import io.aqts.trade.Decimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Backtests on a million book events in memory, every event a step, end to end: the books of source and venue, waiting
 * orders with their queues, the risk gate, the ledger and the statistics.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class BookReplayBenchmark {

    private static final int EVENTS = 1_000_000;
    private static final DelayConfig SOME = new DelayConfig(Duration.ofMillis(5), Duration.ofMillis(10));

    private BookRecording recording = BookTape.record(1, 1);

    /** Makes the events. */
    @Setup
    public void setUp() {
        recording = BookTape.record(EVENTS, 42);
    }

    /** {@return the result of a run with four orders that wait, renewed every thousand events} */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public PerformanceSummary quoted() {
        return run(recording, 1_000);
    }

    /** {@return the result of a run with four orders that wait, renewed every hundred events} */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public PerformanceSummary quotedOften() {
        return run(recording, 100);
    }

    /** {@return the result of a run without orders} */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public PerformanceSummary watched() {
        return run(recording, Integer.MAX_VALUE - 1);
    }

    static AqtsBuilder wire(BookRecording recording, int every) {
        BookRules rules = BookRules.defaults().withQueue(new QueueModel.Power(2));
        return Aqts.backtest(context -> BookReplay.of(recording.feed()))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Decision.NONE)
                .risk(context -> new Quoter(every))
                .venue(context -> new BookVenue(context, rules))
                .config(c -> c.risk(r -> r.currency("USD")
                                .initialCash(Decimal.of(1_000_000))
                                .shortAllowed(true))
                        .execution(e -> e.latency(l -> l.submit(SOME).cancel(SOME))));
    }

    private static PerformanceSummary run(BookRecording recording, int every) {
        PerformanceListener performance = new PerformanceListener();
        try (Orchestrator orchestrator =
                wire(recording, every).listener(performance).build()) {
            while (orchestrator.next().isPresent()) {}
        }
        return performance.summary();
    }

    /**
     * Measures without a harness, run by run.
     *
     * @param args after how many events orders are renewed, how many events, and how many runs
     */
    public static void main(String[] args) {
        int every = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int events = args.length > 1 ? Integer.parseInt(args[1]) : EVENTS;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        BookRecording recording = BookTape.record(events, 42);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (int i = 1; i <= runs; i++) {
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long cpu = threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            PerformanceSummary summary = run(recording, every);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpuNanos = (double) (threads.getCurrentThreadCpuTime() - cpu) / events;
            double perEvent = (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / events;
            System.out.printf(
                    Locale.ROOT,
                    "run %d: %,.0f events/s, %.0f ns of processor and %.1f B for each event, %d fills, final equity %s%n",
                    i,
                    events / seconds,
                    cpuNanos,
                    perEvent,
                    summary.costs().fills(),
                    summary.finalEquity());
        }
    }
}
