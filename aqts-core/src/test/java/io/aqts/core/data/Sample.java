package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSource;
import io.aqts.DataSourceException;
import io.aqts.Randomness;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/** What the tests of this package share. */
final class Sample {

    static final Instrument INSTRUMENT = Instrument.of("BTC/USDT");
    static final Instrument OTHER = Instrument.of("ETH/USDT");
    static final long MINUTE = 60_000_000_000L;
    static final long MIDNIGHT = 1_704_067_200_000_000_000L;
    static final BarInterval ONE_MINUTE = new BarInterval(MINUTE);
    static final String HEADER = "timestamp,open,high,low,close,volume\n";

    private Sample() {}

    /** The nth minute bar of a day, counted from its start at midnight. */
    static Bar minute(int n) {
        double price = 100 + n % 7;
        return new Bar(MIDNIGHT + (n + 1) * MINUTE, MINUTE, price, price + 2, price - 1, price + 1, n + 1);
    }

    static BarSeries minutes(int... indices) {
        BarSeries.Builder builder = BarSeries.builder(ONE_MINUTE);
        for (int n : indices) {
            builder.add(minute(n));
        }
        return builder.build();
    }

    static int[] range(int from, int to) {
        int[] indices = new int[to - from];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = from + i;
        }
        return indices;
    }

    static String row(Bar bar) {
        return bar.startNanos() / 1_000_000 + "," + bar.open() + "," + bar.high() + "," + bar.low() + "," + bar.close()
                + "," + bar.volume() + "\n";
    }

    static List<String> minuteRows(int count) {
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            rows.add(row(minute(n)));
        }
        return rows;
    }

    static Path write(Path directory, String name, String text) {
        return write(directory, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path directory, String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static List<MarketSnapshot> drain(DataSource source) {
        List<MarketSnapshot> snapshots = new ArrayList<>();
        try (source) {
            Optional<MarketSnapshot> next;
            while ((next = source.next()).isPresent()) {
                snapshots.add(next.get());
            }
        }
        return snapshots;
    }

    static List<Bar> bars(DataSource source) {
        List<Bar> bars = new ArrayList<>();
        for (MarketSnapshot snapshot : drain(source)) {
            Bar bar = snapshot.instrument(0).bar();
            if (bar != null) {
                bars.add(bar);
            }
        }
        return bars;
    }

    static List<Bar> bars(BarSeries series) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            bars.add(series.bar(i));
        }
        return bars;
    }

    /** Fails unless streaming and reading whole both refuse the file with the same message. */
    static void assertRefused(Path path, String message) {
        assertThatThrownBy(() -> drain(CsvBars.open(path, INSTRUMENT)))
                .isInstanceOf(DataSourceException.class)
                .hasMessageStartingWith(path + message);
        assertThatThrownBy(() -> CsvBars.read(path))
                .isInstanceOf(DataSourceException.class)
                .hasMessageStartingWith(path + message);
    }

    static int pick(Randomness chance, int... choices) {
        return choices[chance.nextInt(choices.length)];
    }

    /** A file of the shared market data; the test is skipped where there is none. */
    static Path shared(String name) {
        String stated = System.getProperty("aqts.shared");
        Path directory = stated == null ? null : Path.of(stated);
        for (Path at = Path.of("").toAbsolutePath(); directory == null && at != null; at = at.getParent()) {
            Path sibling = at.resolveSibling("shared");
            directory = Files.isDirectory(sibling.resolve("data")) ? sibling : null;
        }
        Assumptions.assumeTrue(directory != null, "no shared market data");
        Path file = directory.resolve("data").resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), "no file " + name);
        return file;
    }
}
