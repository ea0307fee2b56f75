package io.aqts.examples.cli;

import io.aqts.AqtsException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written whole or not at all: into a draft beside it, which then takes its place.
 *
 * <p>What is no ordinary file, such as a device or a pipe, is written to directly, because nothing may take its place.
 *
 * @param path the file as it was named
 */
record ReportFile(Path path) {

    /** Fails early where writing is bound to fail. */
    void requireWritable() {
        Path target = target();
        Path parent = target.getParent();
        if (path.toString().isEmpty() || parent == null || Files.isDirectory(target)) {
            throw new IllegalArgumentException("--output must name a file, but was \"" + path + '"');
        }
        if (!Files.isDirectory(parent)) {
            throw failure("there is no directory " + parent, null);
        }
        if (!Files.isWritable(Files.exists(target) ? target : parent)) {
            throw failure("permission denied", null);
        }
    }

    /** Writes the file. */
    void write(String content) {
        Path target = target();
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                Files.writeString(target, content);
            } else {
                replace(target, content);
            }
        } catch (IOException e) {
            throw failure(reason(e), e);
        }
    }

    private void replace(Path target, String content) throws IOException {
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.writeString(draft, content);
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path target() {
        try {
            return path.toRealPath();
        } catch (IOException notThereYet) {
            return path.toAbsolutePath();
        }
    }

    private AqtsException failure(String reason, @Nullable Exception cause) {
        String message = "cannot write " + path + ": " + reason;
        return cause == null ? new AqtsException(message) : new AqtsException(message, cause);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
