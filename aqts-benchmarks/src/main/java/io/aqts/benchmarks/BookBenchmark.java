package io.aqts.benchmarks;

import io.aqts.core.book.DepthBook;
import io.aqts.trade.Side;
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

/** Three million commands to a book of orders, and as many updates to a book of levels, counted one by one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class BookBenchmark {

    private static final int COMMANDS = 3_000_000;

    private OrderFlow flow = new OrderFlow(1, 42);

    /** Makes the commands. */
    @Setup
    public void setUp() {
        flow = new OrderFlow(COMMANDS, 42);
    }

    /** {@return the trades of plain arrays} */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long arrays() {
        return FlowBooks.arrays(flow);
    }

    /** {@return the trades of the book of AQTS} */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long aqts() {
        return FlowBooks.aqts(flow);
    }

    /** {@return the trades of exchange-core's direct book} */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long exchangeCore() {
        return FlowBooks.exchangeCore(flow);
    }

    /** {@return the last best prices of a book of levels, each command taken as an update of its price} */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long levels() {
        DepthBook book = new DepthBook();
        for (int i = 0; i < COMMANDS; i++) {
            book.update(
                    flow.buys[i] ? Side.BUY : Side.SELL,
                    flow.prices[i],
                    flow.kinds[i] == OrderFlow.REST ? flow.lots[i] : 0);
        }
        return book.best(Side.BUY) + book.best(Side.SELL);
    }
}
