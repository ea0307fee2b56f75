package io.aqts.core.analyse;

import io.aqts.trade.Decimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Numbers and words on their way into SHA-256.
 *
 * <p>Everything is big-endian: numbers of belief as their IEEE 754 bits, exact numbers and words as UTF-8 with their
 * length in front.
 */
final class DigestBuffer {

    private static final int ROOM = 1 << 13;
    private static final int LARGE = 255;

    private final MessageDigest sha;
    private final byte[] buffer = new byte[ROOM];
    private final ByteBuffer view = ByteBuffer.wrap(buffer);
    private int size;

    DigestBuffer() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void clear() {
        sha.reset();
        size = 0;
    }

    /** {@return the digest of what was put in so far, 64 hexadecimal digits; asking changes nothing} */
    String hex() {
        try {
            MessageDigest copy = (MessageDigest) sha.clone();
            copy.update(buffer, 0, size);
            return HexFormat.of().formatHex(copy.digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    void mark(char letter) {
        room(1);
        buffer[size++] = (byte) letter;
    }

    void flag(boolean value) {
        mark(value ? '1' : '0');
    }

    /** Puts in a size or an index: one byte for what is below 255. */
    void count(int value) {
        room(1 + Integer.BYTES);
        boolean fits = value >= 0 && value < LARGE;
        buffer[size++] = (byte) (fits ? value : LARGE);
        if (!fits) {
            view.putInt(size, value);
            size += Integer.BYTES;
        }
    }

    /** Puts in a moment, which mostly is that of the step. */
    void moment(long epochNanos, long now) {
        flag(epochNanos == now);
        if (epochNanos != now) {
            number(epochNanos);
        }
    }

    void number(long value) {
        room(Long.BYTES);
        view.putLong(size, value);
        size += Long.BYTES;
    }

    void belief(double value) {
        number(Double.doubleToLongBits(value));
    }

    void exact(Decimal value) {
        text(value.toString());
    }

    void text(String text) {
        if (isPlain(text)) {
            count(text.length());
            room(text.length());
            for (int i = 0; i < text.length(); i++) {
                buffer[size + i] = (byte) text.charAt(i);
            }
            size += text.length();
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        if (bytes.length > ROOM / 2) {
            flush();
            sha.update(bytes);
        } else {
            room(bytes.length);
            System.arraycopy(bytes, 0, buffer, size, bytes.length);
            size += bytes.length;
        }
    }

    private static boolean isPlain(String text) {
        if (text.length() >= LARGE) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private void room(int bytes) {
        if (ROOM - size < bytes) {
            flush();
        }
    }

    private void flush() {
        sha.update(buffer, 0, size);
        size = 0;
    }
}
