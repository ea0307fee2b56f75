package io.aqts.benchmarks;

import io.aqts.config.SimulatedInstrument;
import io.aqts.core.data.BarSeries;
import io.aqts.trade.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole aureon preset over 100,000 steps: on bars, and on the simulated market with one and with ten instruments.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class AureonBenchmark {

    private static final int STEPS = 100_000;

    private BarSeries series = Workload.series(1);

    /** Makes the bars. */
    @Setup
    public void setUp() {
        series = Workload.series(STEPS);
    }

    /** {@return the result on bars in memory} */
    @Benchmark
    public Object bars() {
        return Runs.run(Runs.aureon(series), STEPS);
    }

    /** {@return the result on the simulated market: five venues, books and alternative data, generation included} */
    @Benchmark
    public Object simulated() {
        return simulated(1);
    }

    /** {@return the result on the simulated market with ten instruments} */
    @Benchmark
    public Object simulatedTen() {
        return simulated(10);
    }

    private static Object simulated(int count) {
        List<SimulatedInstrument> instruments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            instruments.add(new SimulatedInstrument(
                    "S" + i + "/USDT", 1_000, Decimal.of("0.01"), Decimal.of("0.0001"), Decimal.of(10), 0.6));
        }
        return Runs.run(Runs.aureon(instruments), STEPS);
    }
}
