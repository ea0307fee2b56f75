package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that people start, in a copy of the project that needs no building. */
class LauncherTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final List<String> COMMAND = List.of("backtest", "--steps", "40", "--iterations", "1", "--json");

    @TempDir
    Path directory;

    private Path home;
    private Path target;

    @BeforeEach
    void makeACopyOfTheProject() throws Exception {
        assumeThat(SHELL).as("a shell to start the launcher with").exists();
        home = Files.createDirectory(directory.resolve("the project"));
        Files.copy(Path.of("..", "aqts"), home.resolve("aqts"));
        target = Files.createDirectories(home.resolve("aqts-examples/target"));
        Path lib = Files.createDirectory(target.resolve("lib"));
        int number = 100;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            boolean own = from.endsWith(Path.of("aqts-examples", "target", "classes"));
            Path to = own ? target.resolve("aqts-examples.jar") : lib.resolve(number++ + ".jar");
            if (Files.isDirectory(from)) {
                pack(from, to);
            } else if (Files.exists(from)) {
                Files.copy(from, to);
            }
        }
        age(3_600);
        Files.createFile(target.resolve("aqts.built"));
    }

    @Test
    void standardOutputHoldsTheResultAlone() throws Exception {
        requireOneDocument(start(Map.of()));
        Path archive = archives().get(0);
        FileTime made = Files.getLastModifiedTime(archive);
        requireOneDocument(start(Map.of()));
        assertThat(Files.getLastModifiedTime(archive))
                .as("an archive that is kept")
                .isEqualTo(made);

        age(-5);
        requireOneDocument(start(Map.of()));
        age(3_600);
        Files.delete(archive);
        Files.writeString(archive, "no archive");
        requireOneDocument(start(Map.of()));

        requireOneDocument(start(Map.of("AQTS_JAVA_OPTS", "-XX:+UseParallelGC")));
    }

    @Test
    void whatTheJvmSaysGoesToStandardError() throws Exception {
        Cli run = start(Map.of("AQTS_JAVA_OPTS", "-Xmx300m -XX:NewSize=400m"));

        assertThat(run.err()).contains("[warning]", "NewSize");
        assertThat(run.code()).isZero();
        assertThat(Cli.parsed(run.out()).at("/steps").intValue()).isEqualTo(40);
    }

    @Test
    void runsWhereSomethingElseHasTheNameOfTheArchive() throws Exception {
        requireOneDocument(start(Map.of()));
        Path archive = archives().get(0);
        Files.delete(archive);
        Files.createDirectory(archive);

        requireOneDocument(start(Map.of()));
    }

    @Test
    void runsWhereNoArchiveCanBeWritten() throws Exception {
        assertThat(target.toFile().setWritable(false)).isTrue();
        try {
            assumeThat(Files.isWritable(target))
                    .as("everything is writable for this user")
                    .isFalse();
            requireOneDocument(start(Map.of()));
            assertThat(archives()).isEmpty();
        } finally {
            assertThat(target.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void passesOnOptionsAndExitCodes() throws Exception {
        start(Map.of(), "backtest", "--bars", "no such file.csv")
                .failedWith(2, "--bars must name files that exist, but was no such file.csv");
    }

    private static void requireOneDocument(Cli run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Cli.parsed(run.out()).at("/steps").intValue()).isEqualTo(40);
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    /** Makes every jar so many seconds old. */
    private void age(long seconds) throws IOException {
        FileTime time = FileTime.from(Instant.now().minusSeconds(seconds));
        try (Stream<Path> files = Files.walk(target)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.setLastModifiedTime(jar, time);
            }
        }
    }

    private static void pack(Path from, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(from.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    private Cli start(Map<String, String> environment, String... args) throws Exception {
        List<String> command = new java.util.ArrayList<>(
                List.of(SHELL.toString(), home.resolve("aqts").toString()));
        command.addAll(args.length == 0 ? COMMAND : List.of(args));
        File results = directory.resolve("out").toFile();
        File problems = directory.resolve("err").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(results).redirectError(problems);
        builder.environment().keySet().removeIf(name -> name.startsWith("AQTS_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("end").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Cli(process.exitValue(), Files.readString(results.toPath()), Files.readString(problems.toPath()));
    }
}
