package io.aqts.core.data;

import io.aqts.DataSourceException;
import io.aqts.market.BarInterval;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads a bar file once from end to end and tells what is in it. */
final class Inspection {

    private Inspection() {}

    static BarFileReport of(Path path, CsvOptions options) {
        CsvOptions counting = options.repair(RepairPolicy.COUNT_ALL);
        CsvSniff sniff = CsvSniff.of(path, counting);
        MessageDigest digest = sha256();
        FlawCounter flaws = new FlawCounter(path.toString(), RepairPolicy.COUNT_ALL);
        GapTally gaps = new GapTally(sniff.intervalNanos());
        OddityTally oddities = new OddityTally();
        try (CsvRows rows = CsvRows.open(path, flaws, digest)) {
            CsvOptions whole = CsvOptions.defaults().repair(RepairPolicy.COUNT_ALL);
            CsvCursor cursor = CsvCursor.asWritten(rows, flaws, whole, sniff.intervalNanos());
            long bars = 0;
            long first = 0;
            long last = 0;
            while (cursor.advance()) {
                if (cursor.endNanos >= options.fromNanos() && cursor.endNanos < options.toNanos()) {
                    gaps.add(cursor, rows.line);
                    oddities.add(cursor, rows.line);
                    first = bars++ == 0 ? cursor.endNanos : first;
                    last = cursor.endNanos;
                }
            }
            return new BarFileReport(
                    path,
                    HexFormat.of().formatHex(digest.digest()),
                    sniff.form(),
                    new BarFileReport.Span(new BarInterval(sniff.intervalNanos()), sniff.given(), bars, first, last),
                    gaps.report(),
                    flaws.report(),
                    oddities.report(),
                    rows.unfinished());
        }
    }

    /** The digest of the bytes of a file. */
    static String digest(Path path) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[CsvRows.BUFFER_SIZE];
        try (InputStream in = Files.newInputStream(path)) {
            int read;
            while ((read = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new DataSourceException(path + ": file must be readable, but was not: " + e, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256, but this one does not", e);
        }
    }
}
