package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.common.collect.ImmutableList;
import io.aqts.Orchestrator;
import io.aqts.config.Scenario;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;

/**
 * The same run, on a made-up market or on a file, gives the same bytes and statistics in every JVM: compiled or
 * interpreted, in little memory, with other collectors, in another country, and in other versions of Java.
 *
 * <p>Other versions are those that lie beside the one in use, or the one named by the environment variable
 * {@code AQTS_OTHER_JDK}.
 */
class JvmDeterminismTest {

    private static final int STEPS = 3_000;
    private static final int FEW_STEPS = 300;
    private static final List<Class<?>> NEEDED = List.of(
            DigestMain.class,
            Aqts.class,
            Orchestrator.class,
            NullMarked.class,
            NormalDistribution.class,
            ImmutableList.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            YAMLFactory.class,
            Logger.class);

    @TestFactory
    Stream<DynamicTest> givesTheSameBytesHoweverTheJvmIsSet() {
        String expected = DigestMain.digests(STEPS);
        String few = DigestMain.digests(FEW_STEPS);
        Map<String, List<String>> ways = new TreeMap<>();
        ways.put("as it is", List.of());
        ways.put("compiled simply", List.of("-XX:TieredStopAtLevel=1"));
        ways.put("in little memory", List.of("-Xmx64m", "-XX:+UseSerialGC"));
        ways.put("with the parallel collector", List.of("-XX:+UseParallelGC"));
        ways.put("in Turkey", List.of("-Duser.language=tr", "-Duser.country=TR"));
        ways.put("in India", List.of("-Duser.timezone=Asia/Kolkata"));
        ways.put("in Latin script", List.of("-Dfile.encoding=ISO-8859-1"));
        List<DynamicTest> tests = new ArrayList<>();
        ways.forEach((name, options) -> tests.add(dynamicTest(
                name,
                () -> assertThat(child(Path.of(System.getProperty("java.home")), options, STEPS))
                        .isEqualTo(expected))));
        tests.add(dynamicTest(
                "interpreted",
                () -> assertThat(child(Path.of(System.getProperty("java.home")), List.of("-Xint"), FEW_STEPS))
                        .isEqualTo(few)));
        return tests.stream();
    }

    @Test
    void j1_givesTheSameBytesInOtherVersionsOfJava() throws Exception {
        List<Path> others = otherJdks();
        assumeFalse(others.isEmpty(), "no other JDK lies beside this one; name one by AQTS_OTHER_JDK");
        String expected = DigestMain.digests(STEPS);

        for (Path home : others) {
            assertThat(child(home, List.of(), STEPS)).as(home.toString()).isEqualTo(expected);
        }
    }

    private static List<Path> otherJdks() throws IOException {
        String named = System.getenv("AQTS_OTHER_JDK");
        if (named != null) {
            return List.of(Path.of(named));
        }
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> others = new ArrayList<>();
        List<String> versions = new ArrayList<>(List.of("", version(own)));
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            for (Path home : siblings.sorted().toList()) {
                if (Files.isExecutable(home.resolve("bin").resolve("java")) && !versions.contains(version(home))) {
                    versions.add(version(home));
                    others.add(home);
                }
            }
        }
        return others;
    }

    /**
     * The version a JDK states in its release file; empty for one that states none or is too old to run what is tested.
     */
    private static String version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.exists(release)) {
            return "";
        }
        for (String line : Files.readAllLines(release, StandardCharsets.UTF_8)) {
            if (line.startsWith("JAVA_VERSION=")) {
                String version = line.substring(line.indexOf('"') + 1, line.length() - 1);
                boolean tooOld = Integer.parseInt(version.split("\\D")[0]) < 17;
                return tooOld ? "" : version;
            }
        }
        return "";
    }

    @Test
    void comparesRunsThatTrade() {
        for (int steps : new int[] {FEW_STEPS, STEPS}) {
            assertThat(DigestMain.run(Presets.aureon(), Scenario.REGIME_SWITCHING, steps)
                            .fills())
                    .as("fills of aureon in %s steps", steps)
                    .isPositive();
            assertThat(DigestMain.run(Presets.smaCross(), Scenario.REGIME_SWITCHING, steps)
                            .fills())
                    .as("fills of sma-cross in %s steps", steps)
                    .isPositive();
            assertThat(DigestMain.ofAFile(steps).fills())
                    .as("fills in a file of %s bars", steps)
                    .isPositive();
        }
    }

    private static String child(Path home, List<String> options, int steps) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), DigestMain.class.getName(), String.valueOf(steps)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (options.contains("-Duser.language=tr")) {
            builder.environment().put("LANG", "tr_TR.UTF-8");
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as("exit of %s with %s", command, output).isZero();
        return output;
    }

    private static String classPath() {
        return NEEDED.stream()
                .map(JvmDeterminismTest::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
