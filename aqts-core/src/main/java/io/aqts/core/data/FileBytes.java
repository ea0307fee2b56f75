package io.aqts.core.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file, plain or compressed with gzip (RFC 1952), told apart by the first two bytes.
 *
 * <p>Stricter than {@link java.util.zip.GZIPInputStream}, which takes a member cut off within its header for the end of
 * the data: here every byte of the file belongs to a complete member, or reading fails.
 */
final class FileBytes implements AutoCloseable {

    private static final int RAW_SIZE = 1 << 16;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA_FIELD = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final @Nullable MessageDigest digest;
    private final byte[] raw = new byte[RAW_SIZE];
    private final CRC32 checksum = new CRC32();
    private final @Nullable Inflater inflater;
    private int position;
    private int filled;
    private boolean ended;

    FileBytes(InputStream in, @Nullable MessageDigest digest) throws IOException {
        this.in = in;
        this.digest = digest;
        while (filled < 2 && fillRaw()) {}
        if (filled > 1 && raw[0] == 0x1F && raw[1] == (byte) 0x8B) {
            inflater = new Inflater(true);
            beginMember(inflater);
        } else {
            inflater = null;
        }
    }

    /** Reads at least one byte and at most {@code room} of them; -1 at the end. */
    int read(byte[] into, int from, int room) throws IOException {
        if (inflater != null) {
            return ended ? -1 : inflate(inflater, into, from, room);
        }
        if (position == filled) {
            int read = in.read(into, from, room);
            if (read > 0 && digest != null) {
                digest.update(into, from, read);
            }
            return read;
        }
        int length = Math.min(room, filled - position);
        System.arraycopy(raw, position, into, from, length);
        position += length;
        return length;
    }

    @Override
    public void close() throws IOException {
        if (inflater != null) {
            inflater.end();
        }
        in.close();
    }

    private int inflate(Inflater source, byte[] into, int from, int room) throws IOException {
        try {
            int read;
            while ((read = source.inflate(into, from, room)) == 0) {
                if (source.finished()) {
                    endMember(source);
                    if (position == filled && !refillRaw()) {
                        ended = true;
                        return -1;
                    }
                    beginMember(source);
                } else if (source.needsInput() && refillRaw()) {
                    source.setInput(raw, 0, filled);
                } else {
                    throw new EOFException("gzip data must be complete, but the file ends within it");
                }
            }
            checksum.update(into, from, read);
            return read;
        } catch (DataFormatException e) {
            throw new IOException("gzip data must be intact, but " + e.getMessage(), e);
        }
    }

    private void beginMember(Inflater source) throws IOException {
        if (nextRaw() != 0x1F || nextRaw() != 0x8B) {
            throw new IOException("gzip data must be the last of the file, but other bytes follow");
        }
        int method = nextRaw();
        if (method != 8) {
            throw new IOException("gzip method must be 8, but was " + method);
        }
        int flags = nextRaw();
        if ((flags & RESERVED) != 0) {
            throw new IOException("gzip header must have no reserved flags, but has " + flags);
        }
        skipRaw(6);
        if ((flags & EXTRA_FIELD) != 0) {
            int low = nextRaw();
            skipRaw(low | nextRaw() << 8);
        }
        if ((flags & NAME) != 0) {
            while (nextRaw() != 0) {}
        }
        if ((flags & COMMENT) != 0) {
            while (nextRaw() != 0) {}
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skipRaw(2);
        }
        source.reset();
        source.setInput(raw, position, filled - position);
        checksum.reset();
    }

    private void endMember(Inflater source) throws IOException {
        position = filled - source.getRemaining();
        long expected = nextFour();
        if (expected != checksum.getValue()) {
            throw new IOException("gzip checksum must be " + expected + ", but was " + checksum.getValue());
        }
        long length = nextFour();
        if (length != (source.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new IOException("gzip length must be " + length + ", but was " + source.getBytesWritten());
        }
    }

    private long nextFour() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (long) nextRaw() << shift;
        }
        return value;
    }

    private void skipRaw(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            nextRaw();
        }
    }

    private int nextRaw() throws IOException {
        if (position == filled && !refillRaw()) {
            throw new EOFException("gzip data must be complete, but the file ends within it");
        }
        return raw[position++] & 0xFF;
    }

    private boolean refillRaw() throws IOException {
        position = 0;
        filled = 0;
        return fillRaw();
    }

    private boolean fillRaw() throws IOException {
        int read = in.read(raw, filled, raw.length - filled);
        if (read <= 0) {
            return false;
        }
        if (digest != null) {
            digest.update(raw, filled, read);
        }
        filled += read;
        return true;
    }
}
