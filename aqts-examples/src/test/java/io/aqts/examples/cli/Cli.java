package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command line within the test's own process, away from any terminal. */
record Cli(int code, String out, String err) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Cli run(Object... args) {
        return spooling(1 << 22, args);
    }

    /** The command line with so many bytes of a result in memory at most. */
    static Cli spooling(int mostInMemory, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = List.of(args).stream().map(String::valueOf).toArray(String[]::new);
        int code = Main.run(new Output(out, err, false, mostInMemory), texts);
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What it prints, having gone well and said nothing else. */
    static String text(Object... args) {
        Cli run = run(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out();
    }

    /** The one JSON document it prints, having gone well and said nothing else. */
    static JsonNode json(Object... args) {
        return parsed(text(args));
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Requires that it failed with a code and one line, and printed nothing. */
    Cli failedWith(int expected, String message) {
        assertThat(out).isEmpty();
        assertThat(err.lines()).first().isEqualTo("aqts: " + message);
        assertThat(err.lines().skip(1))
                .allMatch(line ->
                        line.startsWith("Try ") || line.startsWith("Possible ") || line.startsWith("Did you mean"));
        assertThat(err).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(code).isEqualTo(expected);
        return this;
    }
}
