package io.aqts.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    @TempDir
    Path work;

    @Test
    void theCodeCompilesAndPrintsWhatTheReadmeSays() throws Exception {
        String readme = Files.readString(README);
        Matcher code =
                Pattern.compile("```java\\n(import .*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(code.find()).isTrue();
        Matcher output = Pattern.compile("It prints exactly this[^\\n]*\\n\\n```\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(output.find()).isTrue();
        Path source = Files.writeString(work.resolve("HelloAqts.java"), code.group(1));

        compile(source);

        assertThat(run("HelloAqts")).isEqualTo(output.group(1));
    }

    @Test
    void itIsShortEnoughToBeRead() throws Exception {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(120);
    }

    private void compile(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int code = compiler.run(
                null,
                problems,
                problems,
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                work.toString(),
                source.toString());
        assertThat(code).as(problems.toString(StandardCharsets.UTF_8)).isZero();
    }

    private String run(String type) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {work.toUri().toURL()})) {
            System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
            var main = loader.loadClass(type).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return captured.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
