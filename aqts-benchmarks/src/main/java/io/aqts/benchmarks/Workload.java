package io.aqts.benchmarks;

import io.aqts.core.data.BarSeries;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * Seeded one-minute bars, the same on every machine: a walk around 100 that is pulled back slowly, with a drift that
 * changes every ten hours, a standard deviation of about five basis points a bar, and a small gap between a close and
 * the next open.
 *
 * <p>Prices are whole numbers of ticks of 0.0001. A shorter series is the beginning of a longer one. The chance is that
 * of the Mersenne Twister with 53 bits for each number, so that other languages can make the same bars.
 */
public final class Workload {

    private static final int SEED = 20260101;
    private static final long FIRST_MILLIS = 946_684_800_000L;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final MersenneTwister random = new MersenneTwister(new int[] {SEED});
    private long close = 1_000_000;
    private int drift;
    private int index;

    private long open;
    private long high;
    private long low;
    private int volume;

    /**
     * The bars in memory.
     *
     * @param bars how many
     * @return the series
     */
    public static BarSeries series(int bars) {
        Workload workload = new Workload();
        BarSeries.Builder builder = BarSeries.builder(BarInterval.of(Duration.ofMinutes(1)));
        for (int i = 0; i < bars; i++) {
            workload.next();
            builder.add(workload.bar(i));
        }
        return builder.build();
    }

    /**
     * Writes the bars to a file, compressed if its name ends in {@code .gz}.
     *
     * @param bars how many
     * @param file where to
     * @throws IOException if the file cannot be written
     */
    public static void write(int bars, Path file) throws IOException {
        Workload workload = new Workload();
        try (Writer out = writer(file)) {
            out.write("timestamp,open,high,low,close,volume\n");
            StringBuilder line = new StringBuilder(80);
            for (int i = 0; i < bars; i++) {
                workload.next();
                line.setLength(0);
                line.append(FIRST_MILLIS + 60_000L * i);
                for (long ticks : new long[] {workload.open, workload.high, workload.low, workload.close}) {
                    line.append(',').append(ticks / 10_000).append('.');
                    line.append(Long.toString(10_000 + ticks % 10_000), 1, 5);
                }
                line.append(',').append(workload.volume).append('\n');
                out.append(line);
            }
        }
    }

    private static Writer writer(Path file) throws IOException {
        if (file.toString().endsWith(".gz")) {
            return new BufferedWriter(new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII));
        }
        return Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
    }

    private Bar bar(int i) {
        long end = (FIRST_MILLIS + 60_000L * (i + 1)) * 1_000_000L;
        return new Bar(end, MINUTE_NANOS, open / 10_000.0, high / 10_000.0, low / 10_000.0, close / 10_000.0, volume);
    }

    private void next() {
        if (index++ % 600 == 0) {
            drift = (int) (chance() * 81.0) - 40;
        }
        open = close + (int) ((chance() - 0.5) * 200.0);
        int step = (int) ((chance() + chance() + chance() + chance() - 2.0) * 866.0);
        close = Math.max(100_000L, open + step + drift + Math.floorDiv(1_000_000L - open, 20_000L));
        high = Math.max(open, close) + (long) (chance() * 400.0);
        low = Math.min(open, close) - (long) (chance() * 400.0);
        volume = 100 + (int) (chance() * 9_900.0);
    }

    private double chance() {
        int upper = random.nextInt() >>> 5;
        int lower = random.nextInt() >>> 6;
        return (upper * 67_108_864.0 + lower) / 9_007_199_254_740_992.0;
    }

    /**
     * Writes the files that the whole-process measurements need.
     *
     * @param args how many bars, and the file
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        write(Integer.parseInt(args[0]), Path.of(args[1]));
    }
}
