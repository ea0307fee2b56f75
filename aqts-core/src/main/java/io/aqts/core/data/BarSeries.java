package io.aqts.core.data;

import io.aqts.DataSource;
import io.aqts.DataSourceException;
import io.aqts.internal.Checks;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bars of one instrument, held in memory in the order of their times.
 *
 * <p>A bar takes 48 bytes. Immutable, and safe to share between threads.
 *
 * <pre>{@code
 * BarSeries hours = CsvBars.read(Path.of("BTCUSDT_1h.csv.gz"));
 * DataSource source = hours.source(Instrument.of("BTC/USDT"));
 * }</pre>
 */
public final class BarSeries {

    private final long intervalNanos;
    private final long[] ends;
    private final double[][] values;
    private final int first;
    private final int size;
    private final RepairReport repairs;

    private BarSeries(Builder builder) {
        intervalNanos = builder.intervalNanos;
        first = 0;
        size = builder.size;
        ends = builder.ends;
        values = builder.values;
        repairs = builder.repairs;
    }

    private BarSeries(BarSeries whole, int first, int size) {
        this.intervalNanos = whole.intervalNanos;
        this.ends = whole.ends;
        this.values = whole.values;
        this.first = first;
        this.size = size;
        this.repairs = whole.repairs;
    }

    /**
     * A builder of an empty series.
     *
     * @param interval the length of its bars
     * @return the builder
     */
    public static Builder builder(BarInterval interval) {
        return new Builder(interval.nanos());
    }

    /** {@return how many bars there are} */
    public int size() {
        return size;
    }

    /** {@return the length of the bars} */
    public BarInterval interval() {
        return new BarInterval(intervalNanos);
    }

    /** {@return what was repaired when the series was read from a file; nothing for a series made otherwise} */
    public RepairReport repairs() {
        return repairs;
    }

    /**
     * One bar.
     *
     * @param index from 0, the oldest, up to, not including, {@link #size()}
     * @return the bar
     */
    public Bar bar(int index) {
        int i = first + Objects.checkIndex(index, size);
        return new Bar(
                ends[i],
                intervalNanos,
                values[CsvHeader.OPEN][i],
                values[CsvHeader.HIGH][i],
                values[CsvHeader.LOW][i],
                values[CsvHeader.CLOSE][i],
                values[CsvHeader.VOLUME][i]);
    }

    /**
     * The end of one bar.
     *
     * @param index from 0, the oldest, up to, not including, {@link #size()}
     * @return the moment in nanoseconds since 1970-01-01T00:00Z
     */
    public long epochNanos(int index) {
        return ends[first + Objects.checkIndex(index, size)];
    }

    /**
     * The last price of one bar.
     *
     * @param index from 0, the oldest, up to, not including, {@link #size()}
     * @return the price in quote currency
     */
    public double close(int index) {
        return values[CsvHeader.CLOSE][first + Objects.checkIndex(index, size)];
    }

    /**
     * The bars that end within a range of time. They share the memory of this series.
     *
     * @param fromNanos the first moment at which a bar may end, in nanoseconds since 1970-01-01T00:00Z
     * @param toNanos the moment before which bars must end, in nanoseconds since 1970-01-01T00:00Z
     * @return the part of the series, possibly empty
     */
    public BarSeries between(long fromNanos, long toNanos) {
        int begin = firstAt(fromNanos);
        return new BarSeries(this, begin, Math.max(0, firstAt(toNanos) - begin));
    }

    /**
     * A source of one snapshot for each bar.
     *
     * @param instrument the instrument the bars are about
     * @return the source, at its start
     */
    public DataSource source(Instrument instrument) {
        return source(List.of(instrument), List.of(this));
    }

    /**
     * A source that merges several series by time: bars that end at the same moment share a snapshot, and an instrument
     * without a bar at that moment is quiet.
     *
     * @param instruments the instruments, at least one, in the order of the universe
     * @param series the bars of each instrument, in the same order
     * @return the source, at its start
     */
    public static DataSource source(List<Instrument> instruments, List<BarSeries> series) {
        Checks.that(!instruments.isEmpty(), "instruments", "be at least one", instruments.size());
        if (series.size() != instruments.size()) {
            throw new IllegalArgumentException(
                    "series must be as many as the " + instruments.size() + " instruments, but was " + series.size());
        }
        BarCursor[] cursors = new BarCursor[series.size()];
        for (int i = 0; i < cursors.length; i++) {
            cursors[i] = new Cursor(series.get(i));
        }
        return new BarSource(new Universe(instruments, List.of()), cursors, () -> origins(instruments, series));
    }

    /** {@return how many bars of which length the series holds} */
    @Override
    public String toString() {
        return size + " bars of " + interval();
    }

    private static List<String> origins(List<Instrument> instruments, List<BarSeries> series) {
        List<String> origins = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            origins.add(series.get(i).origin(instruments.get(i).symbol()));
        }
        return List.copyOf(origins);
    }

    private String origin(String symbol) {
        return symbol + ", held in memory: " + this
                + (size == 0
                        ? ""
                        : " that end from " + CheckedRows.shown(epochNanos(0)) + " to "
                                + CheckedRows.shown(epochNanos(size - 1)));
    }

    private int firstAt(long nanos) {
        int found = Arrays.binarySearch(ends, first, first + size, nanos);
        return found >= 0 ? found : -found - 1;
    }

    static BarCursor cursor(BarSeries series) {
        return new Cursor(series);
    }

    /** Gathers bars for a {@link BarSeries}. */
    public static final class Builder {

        private final long intervalNanos;
        private long[] ends = new long[64];
        private double[][] values = new double[CsvHeader.VALUES][64];
        private int size;
        private RepairReport repairs = RepairReport.NONE;

        private Builder(long intervalNanos) {
            this.intervalNanos = intervalNanos;
        }

        /**
         * Appends a bar.
         *
         * @param bar a bar of the length of this series, ending after the bar before
         * @return this builder
         * @throws IllegalArgumentException if the bar has another length or does not end after the bar before
         */
        public Builder add(Bar bar) {
            if (bar.intervalNanos() != intervalNanos) {
                throw new IllegalArgumentException("bar.intervalNanos must be " + intervalNanos
                        + " as in the whole series, but was " + bar.intervalNanos());
            }
            int i = place(bar.epochNanos());
            values[CsvHeader.OPEN][i] = bar.open();
            values[CsvHeader.HIGH][i] = bar.high();
            values[CsvHeader.LOW][i] = bar.low();
            values[CsvHeader.CLOSE][i] = bar.close();
            values[CsvHeader.VOLUME][i] = bar.volume();
            return this;
        }

        /**
         * Appends a whole series, such as that of the month that follows.
         *
         * @param series bars of the length of this series, ending after the bar before
         * @return this builder
         * @throws IllegalArgumentException if a bar has another length or does not end after the bar before
         */
        public Builder addAll(BarSeries series) {
            for (int i = 0; i < series.size(); i++) {
                add(series.bar(i));
            }
            return this;
        }

        /** {@return the series of what was appended so far} */
        public BarSeries build() {
            resize(size);
            return new BarSeries(this);
        }

        void add(BarCursor cursor) {
            int i = place(cursor.endNanos);
            values[CsvHeader.OPEN][i] = cursor.open;
            values[CsvHeader.HIGH][i] = cursor.high;
            values[CsvHeader.LOW][i] = cursor.low;
            values[CsvHeader.CLOSE][i] = cursor.close;
            values[CsvHeader.VOLUME][i] = cursor.volume;
        }

        void repairs(RepairReport report) {
            repairs = report;
        }

        private int place(long endNanos) {
            if (size > 0 && endNanos <= ends[size - 1]) {
                throw new IllegalArgumentException("bar.epochNanos must be after that of the bar before "
                        + ends[size - 1] + ", but was " + endNanos);
            }
            if (size == ends.length) {
                if (size > Integer.MAX_VALUE / 2) {
                    throw new DataSourceException("series must hold at most " + size + " bars, but has more");
                }
                resize(Math.max(64, size * 2));
            }
            ends[size] = endNanos;
            return size++;
        }

        private void resize(int length) {
            ends = Arrays.copyOf(ends, length);
            double[][] resized = new double[values.length][];
            for (int i = 0; i < values.length; i++) {
                resized[i] = Arrays.copyOf(values[i], length);
            }
            values = resized;
        }
    }

    private static final class Cursor extends BarCursor {

        private final long[] ends;
        private final double[] opens;
        private final double[] highs;
        private final double[] lows;
        private final double[] closes;
        private final double[] volumes;
        private final int bound;
        private int next;

        Cursor(BarSeries series) {
            intervalNanos = series.intervalNanos;
            ends = series.ends;
            opens = series.values[CsvHeader.OPEN];
            highs = series.values[CsvHeader.HIGH];
            lows = series.values[CsvHeader.LOW];
            closes = series.values[CsvHeader.CLOSE];
            volumes = series.values[CsvHeader.VOLUME];
            next = series.first;
            bound = series.first + series.size;
        }

        @Override
        boolean advance() {
            if (next >= bound) {
                return false;
            }
            int i = next++;
            endNanos = ends[i];
            open = opens[i];
            high = highs[i];
            low = lows[i];
            close = closes[i];
            volume = volumes[i];
            return true;
        }

        @Override
        @Nullable
        Bar next() {
            if (next >= bound) {
                return null;
            }
            int i = next++;
            return new Bar(ends[i], intervalNanos, opens[i], highs[i], lows[i], closes[i], volumes[i]);
        }
    }
}
