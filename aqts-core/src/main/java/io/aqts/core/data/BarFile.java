package io.aqts.core.data;

import io.aqts.market.BarInterval;
import io.aqts.market.Instrument;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of bars and the instrument they are about.
 *
 * @param path the file, plain or compressed with gzip
 * @param instrument the instrument
 * @param interval the length of its bars, or null for that of the {@link CsvOptions} it is read with
 */
public record BarFile(
        Path path, Instrument instrument, @Nullable BarInterval interval) {

    /**
     * A file whose interval is not stated.
     *
     * @param path the file, plain or compressed with gzip
     * @param instrument the instrument
     */
    public BarFile(Path path, Instrument instrument) {
        this(path, instrument, null);
    }

    /** How the file is read, given how files are read that state nothing of their own. */
    CsvOptions options(CsvOptions common) {
        return interval == null ? common : common.interval(interval);
    }
}
