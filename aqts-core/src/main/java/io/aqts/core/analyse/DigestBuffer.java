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
 * <p>Everything is big-endian: numbers of belief as their IEEE 754 bits, exact numbers and words as UTF-8 with their length in
 * front.
 */
final class DigestBuffer {

    private static final int ROOM = 1 << 13;

    private final MessageDigest sha;
    private final ByteBuffer buffer = ByteBuffer.allocate(ROOM);

    DigestBuffer() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void clear() {
        sha.reset();
        buffer.clear();
    }

    /** {@return the digest of what was put in so far, 64 hexadecimal digits; asking changes nothing} */
    String hex() {
        try {
            MessageDigest copy = (MessageDigest) sha.clone();
            copy.update(buffer.array(), 0, buffer.position());
            return HexFormat.of().formatHex(copy.digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    void mark(char letter) {
        room(1);
        buffer.put((byte) letter);
    }

    void flag(boolean value) {
        mark(value ? '1' : '0');
    }

    void count(int value) {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    void number(long value) {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    void belief(double value) {
        number(Double.doubleToLongBits(value));
    }

    void exact(Decimal value) {
        text(value.toString());
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        if (bytes.length > ROOM / 2) {
            flush();
            sha.update(bytes);
        } else {
            room(bytes.length);
            buffer.put(bytes);
        }
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        sha.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
