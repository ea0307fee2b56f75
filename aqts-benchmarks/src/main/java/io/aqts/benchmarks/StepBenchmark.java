package io.aqts.benchmarks;

import io.aqts.DataSource;
import io.aqts.core.data.BarSeries;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import java.util.Optional;
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
import org.openjdk.jmh.infra.Blackhole;

/** Where the time of a step goes: a step by itself, with ever more of what can happen in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class StepBenchmark {

    private static final int BARS = 1_000_000;

    private BarSeries series = Workload.series(1);

    /** Makes the bars. */
    @Setup
    public void setUp() {
        series = Workload.series(BARS);
    }

    /**
     * The snapshots alone.
     *
     * @param sink takes them
     */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void snapshots(Blackhole sink) {
        DataSource source = series.source(Instrument.of("X/USD"));
        Optional<MarketSnapshot> next = source.next();
        while (next.isPresent()) {
            sink.consume(next.get());
            next = source.next();
        }
    }

    /** {@return the result of a run that is told to stay flat at every step} */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public Object flat() {
        return Runs.run(Runs.always(series, -1), Long.MAX_VALUE);
    }

    /** {@return the result of a run that buys at the first step and holds} */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public Object held() {
        return Runs.run(Runs.always(series, 1), Long.MAX_VALUE);
    }

    /** {@return the result of the moving-average cross, which holds half of the time and fills at 22 of 1,000 bars} */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public Object crossed() {
        return Runs.run(Runs.smaCross(series), Long.MAX_VALUE);
    }

    /** {@return the result of a run that trades at every step: what this takes beyond {@link #flat} is an order} */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public Object turned() {
        return Runs.run(Runs.turning(series, false), Long.MAX_VALUE);
    }

    /** {@return the same where prices and sums have so many decimals that they need more than 64 bits} */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public Object turnedFinely() {
        return Runs.run(Runs.turning(series, true), Long.MAX_VALUE);
    }
}
