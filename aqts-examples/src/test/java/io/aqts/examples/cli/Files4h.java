package io.aqts.examples.cli;

import io.aqts.Randomness;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Files of four-hour bars, made up. */
final class Files4h {

    private static final long START_MILLIS = 1_577_836_800_000L;
    private static final long LENGTH_MILLIS = 14_400_000L;

    private Files4h() {}

    static Path csv(Path directory, String name, int bars) throws IOException {
        return Files.writeString(directory.resolve(name), text(bars, name));
    }

    static Path gzip(Path directory, String name, int bars) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text(bars, name).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    static String text(int bars, String stream) {
        Randomness chance = Randomness.of(1).split(stream);
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        double close = 7_200;
        for (int i = 0; i < bars; i++) {
            double open = close;
            close = Math.rint(100 * open * (1 + 0.01 * chance.nextGaussian())) / 100;
            text.append(START_MILLIS + i * LENGTH_MILLIS)
                    .append(String.format(
                            Locale.ROOT,
                            ",%.2f,%.2f,%.2f,%.2f,%d%n",
                            open,
                            Math.max(open, close) + 10,
                            Math.min(open, close) - 10,
                            close,
                            100 + i % 7));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
