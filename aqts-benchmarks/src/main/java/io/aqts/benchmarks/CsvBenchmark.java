package io.aqts.benchmarks;

import io.aqts.DataSource;
import io.aqts.core.data.CsvBars;
import io.aqts.market.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A million bars from a file, plain and compressed: into memory, and as a stream of snapshots. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class CsvBenchmark {

    private static final int BARS = 1_000_000;

    private Path plain = Path.of("bars.csv");
    private Path packed = Path.of("bars.csv.gz");

    /**
     * Writes the files.
     *
     * @throws IOException if that fails
     */
    @Setup
    public void setUp() throws IOException {
        plain = Files.createTempFile("bars", ".csv");
        packed = Files.createTempFile("bars", ".csv.gz");
        Workload.write(BARS, plain);
        Workload.write(BARS, packed);
    }

    /**
     * Deletes the files.
     *
     * @throws IOException if that fails
     */
    @TearDown
    public void tearDown() throws IOException {
        Files.delete(plain);
        Files.delete(packed);
    }

    /** {@return the plain file in memory} */
    @Benchmark
    public Object readPlain() {
        return CsvBars.read(plain);
    }

    /** {@return the compressed file in memory} */
    @Benchmark
    public Object readPacked() {
        return CsvBars.read(packed);
    }

    /** {@return how many snapshots the plain file gave} */
    @Benchmark
    public long streamPlain() {
        return stream(plain);
    }

    /** {@return how many snapshots the compressed file gave} */
    @Benchmark
    public long streamPacked() {
        return stream(packed);
    }

    private static long stream(Path file) {
        long count = 0;
        try (DataSource source = CsvBars.open(file, Instrument.of("X/USD"))) {
            while (source.next().isPresent()) {
                count++;
            }
        }
        return count;
    }
}
