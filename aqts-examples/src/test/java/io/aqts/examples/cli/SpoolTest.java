package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpoolTest {

    @Test
    void givesBackWhatWasWrittenInOrder() throws Exception {
        for (int mostInMemory : new int[] {0, 1, 7, 100, 1_000_000}) {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            StringBuilder expected = new StringBuilder();
            try (Spool spool = new Spool(mostInMemory)) {
                for (int round = 0; round < 3; round++) {
                    for (int i = 0; i < 200; i++) {
                        String text = "line " + round + ' ' + i + '\n';
                        spool.write(text.getBytes(StandardCharsets.UTF_8));
                        expected.append(text);
                    }
                    spool.write('!');
                    expected.append('!');
                    spool.moveTo(target);
                    assertThat(target).hasToString(expected.toString());
                }
            }
        }
    }

    @Test
    void leavesNoFileBehind() throws Exception {
        List<Path> before = files();
        try (Spool spool = new Spool(10)) {
            spool.write(new byte[1_000]);
            assertThat(files()).hasSizeGreaterThan(before.size());
        }

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aCommandThatFailsLeavesNoFileBehind() throws Exception {
        List<Path> before = files();
        Output output = new Output(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false, 10);
        PrintWriter text = output.text();
        text.println("x".repeat(100_000));

        assertThat(output.finish(1)).isEqualTo(1);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFullDiskUnderTheResultsIsAFailure() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        try (Spool spool = new Spool(10)) {
            spool.write(new byte[100_000]);

            assertThatThrownBy(() -> spool.moveTo(Files.newOutputStream(full))).isInstanceOf(IOException.class);
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("aqts-.*\\.part"))
                    .sorted()
                    .toList();
        }
    }
}
