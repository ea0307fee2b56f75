package io.aqts.benchmarks;

import io.aqts.core.analyse.RunDigest;
import io.aqts.core.data.BarSeries;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The moving-average cross over one-minute bars in memory: a bare loop, AQTS with everything on, and ta4j. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SmaCrossBenchmark {

    /** How many bars a run has. */
    @Param({"100000", "1000000"})
    public int bars;

    private BarSeries series = Workload.series(1);
    private BareLoop loop = new BareLoop(series);
    private Ta4jCross ta4j = new Ta4jCross(series);

    /** Makes the bars. */
    @Setup
    public void setUp() {
        series = Workload.series(bars);
        loop = new BareLoop(series);
        ta4j = new Ta4jCross(series);
    }

    /** {@return the answer of the bare loop} */
    @Benchmark
    public Object bareLoop() {
        return loop.run(20, 50);
    }

    /** {@return the answer of AQTS with gate, exact ledger, steps and performance listener} */
    @Benchmark
    public Object aqts() {
        return Runs.run(Runs.smaCross(series), Long.MAX_VALUE);
    }

    /** {@return the answer of AQTS with the fingerprint of the run on top} */
    @Benchmark
    public Object aqtsWithDigest() {
        return Runs.run(Runs.smaCross(series), Long.MAX_VALUE, new RunDigest());
    }

    /** {@return the result with every risk rule switched on, which hardly ever refuse anything} */
    @Benchmark
    public Object aqtsWithRules() {
        return Runs.run(Runs.smaCrossWithRules(series), Long.MAX_VALUE);
    }

    /** {@return the trading record of ta4j, its indicators made anew, without any analysis} */
    @Benchmark
    public Object ta4jRunOnly() {
        return ta4j.run(20, 50);
    }
}
