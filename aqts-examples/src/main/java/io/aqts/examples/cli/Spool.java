package io.aqts.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Holds back what is written until it is wanted: little of it in memory, much of it in a temporary file.
 *
 * <p>A failure to write is kept, because those who write through a {@link java.io.PrintWriter} would not hear of it,
 * and thrown when the whole is wanted.
 */
final class Spool extends OutputStream {

    private final int mostInMemory;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream disk;
    private @Nullable IOException failure;

    Spool(int mostInMemory) {
        this.mostInMemory = mostInMemory;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        memory.write(bytes, from, length);
        if (memory.size() > mostInMemory) {
            try {
                toDisk();
            } catch (IOException e) {
                failure = e;
                memory.reset();
                throw e;
            }
        }
    }

    /** Writes everything elsewhere, and begins anew. */
    void moveTo(OutputStream target) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (disk != null && file != null) {
            disk.close();
            Files.copy(file, target);
            discard();
        }
        memory.writeTo(target);
        memory.reset();
    }

    /** Forgets everything. */
    @Override
    public void close() throws IOException {
        memory.reset();
        discard();
    }

    private void toDisk() throws IOException {
        OutputStream stream = disk;
        if (stream == null) {
            Path fresh = Files.createTempFile("aqts-", ".part");
            fresh.toFile().deleteOnExit();
            stream = Files.newOutputStream(fresh);
            file = fresh;
            disk = stream;
        }
        memory.writeTo(stream);
        memory.reset();
    }

    private void discard() throws IOException {
        OutputStream stream = disk;
        Path path = file;
        disk = null;
        file = null;
        if (stream != null && path != null) {
            stream.close();
            Files.deleteIfExists(path);
        }
    }
}
