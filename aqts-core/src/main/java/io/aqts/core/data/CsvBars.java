package io.aqts.core.data;

import io.aqts.DataSourceException;
import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars in CSV files, plain or compressed with gzip.
 *
 * <pre>{@code
 * DataSource source = CsvBars.open(Path.of("BTCUSDT_1h.csv.gz"), Instrument.of("BTC/USDT"));
 * }</pre>
 *
 * <p>A file begins with a header that names the columns {@code timestamp}, {@code open}, {@code high}, {@code low},
 * {@code close} and {@code volume} in any order; the time may also be called {@code ts}, {@code time}, {@code datetime}
 * or {@code date}, and other columns are ignored. Times are seconds, milliseconds, microseconds or nanoseconds since
 * 1970-01-01T00:00Z, told apart by the magnitude of the first, which holds from 1973 to 2262, or ISO 8601, in UTC
 * unless they state an offset. Numbers are read as {@link Double#parseDouble} reads them.
 *
 * <p>The time in a file is the <b>start</b> of its bar; a bar is stamped with its end, which is one interval later. The
 * interval is the one given, or else the most frequent difference among the first thousand times. One that is given is
 * refused where most of those times lie another distance apart and none lies that far apart.
 *
 * <p>A bar that starts before the one before it ends is refused. Bars of whole days that start at midnight of a place
 * whose clocks change are the exception: a bar whose successor starts an hour earlier or later than usual is an hour
 * shorter or longer.
 *
 * <p>What contradicts itself is refused with a message of the form {@code file:line: rule}, unless the
 * {@link RepairPolicy} says otherwise. Missing bars stay missing.
 */
public final class CsvBars {

    private CsvBars() {}

    /**
     * Opens a file whole.
     *
     * @param path the file
     * @param instrument the instrument it is about
     * @return its bars, streamed
     * @throws DataSourceException if the file is unreadable, its header is refused, or one of its first rows is
     */
    public static CsvBarSource open(Path path, Instrument instrument) {
        return open(path, instrument, CsvOptions.defaults());
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @param instrument the instrument it is about
     * @param options how it is read
     * @return its bars, streamed
     * @throws DataSourceException if the file is unreadable, its header is refused, or one of its first rows is
     */
    public static CsvBarSource open(Path path, Instrument instrument, CsvOptions options) {
        return open(List.of(new BarFile(path, instrument)), options);
    }

    /**
     * Opens several files, whose bars are merged by time. Intervals may differ.
     *
     * @param files the files, at least one, in the order of the universe, each instrument once
     * @param options how they are read; an interval in it holds for the files that state none of their own
     * @return their bars, streamed
     * @throws DataSourceException if a file is unreadable, its header is refused, or one of its first rows is
     */
    public static CsvBarSource open(List<BarFile> files, CsvOptions options) {
        Checks.that(!files.isEmpty(), "files", "be at least one", files.size());
        List<Instrument> instruments = new ArrayList<>();
        for (BarFile file : files) {
            instruments.add(file.instrument());
        }
        Universe universe = new Universe(instruments, List.of());
        List<OpenCsv> opened = new ArrayList<>();
        try {
            for (BarFile file : files) {
                opened.add(OpenCsv.of(file.path(), file.options(options)));
            }
        } catch (RuntimeException e) {
            for (OpenCsv file : opened) {
                file.cursor().release();
            }
            throw e;
        }
        return new CsvBarSource(universe, opened);
    }

    /**
     * Reads a file whole into memory.
     *
     * @param path the file
     * @return its bars
     * @throws DataSourceException if the file is unreadable or contradicts itself
     */
    public static BarSeries read(Path path) {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads a file into memory.
     *
     * @param path the file
     * @param options how it is read
     * @return its bars
     * @throws DataSourceException if the file is unreadable or contradicts itself
     */
    public static BarSeries read(Path path, CsvOptions options) {
        return OpenCsv.of(path, options).read();
    }

    /**
     * Tells what a file holds and what is odd about it, its flawed rows counted rather than refused.
     *
     * @param path the file
     * @return the report
     * @throws DataSourceException if the file is unreadable, its header is refused, or it holds no bar
     */
    public static BarFileReport inspect(Path path) {
        return inspect(path, CsvOptions.defaults());
    }

    /**
     * Tells what a part of a file holds and what is odd about it, its flawed rows counted rather than refused.
     *
     * @param path the file
     * @param options the interval and the range; the policy is not used, and digest and flaws are those of the whole
     *     file
     * @return the report
     * @throws DataSourceException if the file is unreadable, its header is refused, or it holds no bar
     */
    public static BarFileReport inspect(Path path, CsvOptions options) {
        return Inspection.of(path, options);
    }

    /**
     * The digest of a file as it lies on disk, by which a run tells on which data it rests.
     *
     * @param path any file
     * @return its SHA-256 in hexadecimal
     * @throws DataSourceException if the file is unreadable
     */
    public static String sha256(Path path) {
        return Inspection.digest(path);
    }
}
