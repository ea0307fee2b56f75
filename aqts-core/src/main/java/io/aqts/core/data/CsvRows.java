package io.aqts.core.data;

import io.aqts.DataSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a bar file as numbers, without judging what they say.
 *
 * <p>The buffer always holds whole lines, so that the end of a line ends every field and no field has to look for the
 * end of the buffer.
 */
final class CsvRows implements AutoCloseable {

    static final int BUFFER_SIZE = 1 << 17;

    private static final int LONGEST_LINE = 1 << 20;

    final double[] values = new double[CsvHeader.VALUES];
    long startNanos;
    long line;

    private final FlawCounter flaws;
    private final FileBytes bytes;
    private final int[] columns;
    private final TimeText times = new TimeText();
    private byte[] buffer;
    private int position;
    private int limit;
    private int filled;
    private boolean ended;
    private boolean unfinished;
    private long unit;
    private long unitBound;
    private long blankLine;
    private @Nullable String fault;

    CsvRows(InputStream in, FlawCounter flaws, int bufferSize, @Nullable MessageDigest digest) {
        this.flaws = flaws;
        this.buffer = new byte[bufferSize];
        try {
            this.bytes = new FileBytes(in, digest);
        } catch (IOException e) {
            throw unreadable(e);
        }
        this.columns = header();
    }

    /** Opens a file; if its header is refused, nothing stays open. */
    static CsvRows open(Path path, FlawCounter flaws, @Nullable MessageDigest digest) {
        InputStream in;
        try {
            in = Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw flaws.refusal(0, "file must exist, but there is none", e);
        } catch (IOException e) {
            throw flaws.refusal(0, "file must be readable, but was not: " + e.getMessage(), e);
        }
        try {
            return new CsvRows(in, flaws, BUFFER_SIZE, digest);
        } catch (DataSourceException e) {
            try {
                in.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    /** How the file writes its times; null before the first row. */
    @Nullable
    TimestampForm form() {
        return times.form();
    }

    /** Whether the last line lacks its end, as when a file was cut off; known at the end. */
    boolean unfinished() {
        return unfinished;
    }

    /** Moves on to the next well-formed row; false at the end. */
    boolean next() {
        while (position < limit || refill()) {
            line++;
            int start = position;
            fault = null;
            if (buffer[start] <= '\r' && blank()) {
                continue;
            }
            if (blankLine != 0) {
                flaws.meet(BarFlaw.MALFORMED, blankLine, "row must have " + columns.length + " fields, but is empty");
                blankLine = 0;
            }
            row(start);
            if (fault == null) {
                return true;
            }
            flaws.meet(BarFlaw.MALFORMED, line, fault);
            position = endOfLine(start) + 1;
        }
        return false;
    }

    @Override
    public void close() {
        ended = true;
        position = limit;
        try {
            bytes.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private int[] header() {
        if (!refill()) {
            throw flaws.refusal(0, "file must hold bars, but is empty");
        }
        line = 1;
        int end = endOfLine(0);
        int[] roles = CsvHeader.parse(buffer, end, flaws);
        position = end + 1;
        return roles;
    }

    private void row(int start) {
        int last = columns.length - 1;
        for (int i = 0; i <= last; i++) {
            int role = columns[i];
            if (role >= 0) {
                values[role] = number(role);
            } else if (role == CsvHeader.TIME) {
                startNanos = time();
            } else {
                position = endOfField(position);
            }
            if (i < last) {
                if (buffer[position] != ',') {
                    refuseFields(start);
                    return;
                }
                position++;
            }
        }
        if (buffer[position] == '\r') {
            position++;
        }
        if (buffer[position] != '\n') {
            refuseFields(start);
            return;
        }
        position++;
    }

    private double number(int role) {
        byte[] text = buffer;
        int start = position;
        int at = start;
        long digits = 0;
        int digit;
        while ((digit = text[at] - '0') >= 0 && digit <= 9) {
            digits = digits * 10 + digit;
            at++;
        }
        int decimals = 0;
        int length = at - start;
        if (text[at] == '.') {
            int first = ++at;
            while ((digit = text[at] - '0') >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                at++;
            }
            decimals = at - first;
            length += decimals;
        }
        if (endsField(text[at]) && length > 0 && length <= DecimalText.MOST_DIGITS) {
            double value = DecimalText.quotient(digits, decimals);
            if (value >= 0) {
                position = at;
                return value;
            }
        }
        return oddNumber(role, start);
    }

    private double oddNumber(int role, int start) {
        int end = endOfField(start);
        position = end;
        double value = DecimalText.parse(buffer, start, end);
        if (Double.isNaN(value) && !DecimalText.saysNan(buffer, start, end)) {
            blame(CsvHeader.name(role) + " must be a number, but was " + DecimalText.shown(buffer, start, end));
        }
        return value;
    }

    private long time() {
        byte[] text = buffer;
        int start = position;
        int at = start;
        long number = 0;
        int digit;
        while ((digit = text[at] - '0') >= 0 && digit <= 9) {
            number = number * 10 + digit;
            at++;
        }
        if (endsField(text[at]) && number < unitBound && number >= 0 && at > start && at - start < 20) {
            position = at;
            return number * unit;
        }
        return oddTime(start);
    }

    private long oddTime(int start) {
        int end = endOfField(start);
        position = end;
        long nanos = times.parse(buffer, start, end);
        TimestampForm form = times.form();
        if (nanos == TimeText.NONE) {
            String rule =
                    form == null ? "epoch seconds, millis, micros or nanos or ISO 8601" : form + " like those before";
            blame("timestamp must be " + rule + ", but was " + DecimalText.shown(buffer, start, end));
        } else if (form != null) {
            unit = form.nanos();
            unitBound = times.bound();
        }
        return nanos;
    }

    private void refuseFields(int start) {
        int fields = 1;
        int at = endOfField(start);
        while (buffer[at] == ',') {
            at = endOfField(at + 1);
            fields++;
        }
        fault = fields == columns.length
                ? "row must end after its last field, but goes on"
                : "row must have " + columns.length + " fields, but has " + fields;
    }

    private void blame(String rule) {
        if (fault == null) {
            fault = rule;
        }
    }

    private boolean blank() {
        int at = buffer[position] == '\r' ? position + 1 : position;
        if (buffer[at] != '\n') {
            return false;
        }
        position = at + 1;
        blankLine = blankLine == 0 ? line : blankLine;
        return true;
    }

    private int endOfField(int start) {
        int at = start;
        if (buffer[at] == '"') {
            do {
                at++;
            } while (buffer[at] != '"' && buffer[at] != '\n');
        }
        while (!endsField(buffer[at])) {
            at++;
        }
        return at;
    }

    private int endOfLine(int start) {
        int at = start;
        while (buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private static boolean endsField(byte c) {
        return c == ',' || c == '\n' || c == '\r';
    }

    private boolean refill() {
        if (ended) {
            return false;
        }
        int tail = filled - position;
        System.arraycopy(buffer, position, buffer, 0, tail);
        position = 0;
        filled = tail;
        while (true) {
            int from = filled;
            if (!fill()) {
                ended = true;
                unfinished = filled > 0;
                if (unfinished) {
                    buffer[filled++] = '\n';
                }
                limit = filled;
                return unfinished;
            }
            for (int i = filled - 1; i >= from; i--) {
                if (buffer[i] == '\n') {
                    limit = i + 1;
                    return true;
                }
            }
        }
    }

    private boolean fill() {
        if (filled >= buffer.length - 1) {
            if (buffer.length >= LONGEST_LINE) {
                throw flaws.refusal(line + 1, "line must be shorter than " + LONGEST_LINE + " bytes, but is longer");
            }
            byte[] larger = new byte[Math.max(16, buffer.length * 2)];
            System.arraycopy(buffer, 0, larger, 0, filled);
            buffer = larger;
        }
        try {
            int read = bytes.read(buffer, filled, buffer.length - 1 - filled);
            filled += Math.max(read, 0);
            return read > 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private DataSourceException unreadable(IOException e) {
        String reason = e.getMessage();
        String rule = reason != null && reason.startsWith("gzip") ? reason : "file must be readable, but was not: " + e;
        return flaws.refusal(line + 1, rule, e);
    }
}
