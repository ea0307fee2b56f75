package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedDataTest {

    private static final String PROPERTY = "aqts.shared";

    @TempDir
    private Path shared;

    private String before;

    @BeforeEach
    void name() throws IOException {
        before = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, shared.toString());
        Files.createDirectories(shared.resolve("data/ohlcv"));
        Files.writeString(shared.resolve("data/ohlcv/bars.csv"), "timestamp");
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    void findsWhatIsThere() {
        assertThat(SharedData.find("ohlcv/bars.csv")).contains(shared.resolve("data/ohlcv/bars.csv"));
        assertThat(SharedData.require("ohlcv")).isDirectory();
    }

    @Test
    void skipsATestVisiblyWithoutItsData() {
        assertThat(SharedData.find("ohlcv/nothing.csv")).isEmpty();
        assertThatThrownBy(() -> SharedData.require("ohlcv/nothing.csv"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("ohlcv/nothing.csv")
                .hasMessageContaining(shared.toString());
    }

    @Test
    void findsNothingInADirectoryThatIsNotThere() {
        System.setProperty(PROPERTY, shared.resolve("elsewhere").toString());

        assertThat(SharedData.find("ohlcv")).isEmpty();
    }
}
