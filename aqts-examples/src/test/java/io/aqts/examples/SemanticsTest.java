package io.aqts.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of how orders, fills, fees, accounts and limits behave names a test for every line, and every such test.
 */
class SemanticsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\| ([A-J]\\d+) \\| .+ \\| (.+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(([a-j]\\d+)_\\w+)`");
    private static final Pattern METHOD = Pattern.compile(
            "@(?:Test|Property|ParameterizedTest)\\b[^;{}]*?\\bvoid (([a-j]\\d+)_\\w+)\\(", Pattern.DOTALL);
    private static final Map<Character, Integer> LAST_OF_SECTION =
            Map.of('A', 8, 'B', 15, 'C', 4, 'D', 12, 'E', 6, 'F', 8, 'G', 12, 'H', 8, 'I', 5, 'J', 6);

    @Test
    void hasOneRowForEveryLineWithTestsThatBearItsName() throws IOException {
        Map<String, String> tests = testsByName();
        List<String> ids = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/semantics.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                ids.add(row.group(1));
                Matcher named = NAMED.matcher(row.group(2));
                int count = 0;
                while (named.find()) {
                    count++;
                    String name = named.group(1) + "." + named.group(2);
                    assertThat(tests).as("tests").containsKey(name);
                    assertThat(named.group(3)).as(name).isEqualTo(row.group(1).toLowerCase(Locale.ROOT));
                }
                assertThat(count).as("tests of " + row.group(1)).isPositive();
            }
        }
        List<String> all = new ArrayList<>();
        LAST_OF_SECTION.forEach((section, last) -> {
            for (int i = 1; i <= last; i++) {
                all.add(section + Integer.toString(i));
            }
        });
        assertThat(ids).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void leavesOutNoTestThatBearsTheNameOfALine() throws IOException {
        String table = Files.readString(ROOT.resolve("docs/semantics.md"));
        for (String name : new TreeSet<>(testsByName().keySet())) {
            assertThat(table).contains("`" + name + "`");
        }
    }

    private static Map<String, String> testsByName() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(SemanticsTest::isTest).sorted().toList()) {
                String type = file.getFileName().toString().replace(".java", "");
                Matcher method = METHOD.matcher(Files.readString(file));
                while (method.find()) {
                    tests.put(type + "." + method.group(1), method.group(2));
                }
            }
        }
        return tests;
    }

    private static boolean isTest(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.contains("/src/test/java/") && path.endsWith(".java");
    }
}
