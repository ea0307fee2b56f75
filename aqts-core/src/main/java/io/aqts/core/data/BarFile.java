package io.aqts.core.data;

import io.aqts.market.Instrument;
import java.nio.file.Path;

/**
 * A file of bars and the instrument they are about.
 *
 * @param path the file, plain or compressed with gzip
 * @param instrument the instrument
 */
public record BarFile(Path path, Instrument instrument) {}
