package io.aqts.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds files of real market data, which are too large and not ours to ship: tests that use them are skipped where
 * there are none.
 *
 * <p>The data lies in the directory named by the system property {@code aqts.shared} or else by the environment
 * variable {@code AQTS_SHARED}. Without both, the directories from the working directory upwards are searched for one
 * named {@code shared} that holds a directory {@code data}.
 */
public final class SharedData {

    private static final String PROPERTY = "aqts.shared";
    private static final String VARIABLE = "AQTS_SHARED";

    private SharedData() {}

    /**
     * A file or directory of real data.
     *
     * @param relative its path below {@code data}, with forward slashes
     * @return where it is, or empty if it is not there
     */
    public static Optional<Path> find(String relative) {
        return directory().map(data -> data.resolve(relative)).filter(Files::exists);
    }

    /**
     * A file or directory of real data, without which the test is skipped, visibly.
     *
     * @param relative its path below {@code data}, with forward slashes
     * @return where it is
     */
    public static Path require(String relative) {
        Optional<Path> found = find(relative);
        Assumptions.assumeTrue(
                found.isPresent(),
                () -> "real data is missing: no " + relative + " below "
                        + directory()
                                .map(Path::toString)
                                .orElse("any directory; name one by -D" + PROPERTY + " or " + VARIABLE));
        return found.orElseThrow();
    }

    private static Optional<Path> directory() {
        String named = named();
        if (named != null) {
            return Optional.of(Path.of(named).resolve("data"));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String named() {
        String property = System.getProperty(PROPERTY);
        return property != null ? property : System.getenv(VARIABLE);
    }
}
