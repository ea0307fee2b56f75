package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs contracts against implementations, right ones and wrong ones, and says which promises were broken. */
final class Proof {

    // A contract tries a few dozen random markets; a bug that shows in few of them may take more than one run to be
    // seen.
    private static final int CHANCES = 10;

    private static final LauncherConfig QUIET = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .build();

    // jqwik tells at every start that it keeps no database; held here, because loggers are only weakly referenced.
    private static final Logger JQWIK = Logger.getLogger("net.jqwik");

    static {
        JQWIK.setLevel(Level.SEVERE);
    }

    private Proof() {}

    /** A test that passes if the implementation breaks the named promise and the contract notices. */
    static DynamicTest caught(Class<?> flawed, String promise) {
        return caught(flawed, promise, flawed.getSimpleName(), () -> {});
    }

    /** The same for an implementation whose bug is planted just before. */
    static DynamicTest caught(Class<?> flawed, String promise, Object bug, Runnable planting) {
        return dynamicTest(bug + " breaks " + promise, () -> {
            planting.run();
            Method method = Arrays.stream(flawed.getMethods())
                    .filter(candidate -> candidate.getName().equals(promise))
                    .findFirst()
                    .orElseThrow();
            Outcome outcome = run(selectMethod(flawed, method));
            for (int i = 1; i < CHANCES && outcome.failures().isEmpty(); i++) {
                outcome = run(selectMethod(flawed, method));
            }

            assertThat(outcome.ran()).isEqualTo(1);
            assertThat(outcome.failures()).singleElement().isInstanceOf(AssertionError.class);
        });
    }

    /** Passes if the implementation keeps every promise of its contract. */
    static void keepsEveryPromise(Class<?> sound) {
        Outcome outcome = run(selectClass(sound));

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.ran()).isGreaterThan(5);
    }

    private static Outcome run(DiscoverySelector selector) {
        List<Throwable> failures = new ArrayList<>();
        int[] ran = {0};
        Launcher launcher = LauncherFactory.create(QUIET);
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selector)
                        .configurationParameter("jqwik.database", "")
                        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                        .configurationParameter("jqwik.shrinking.bounded.seconds", "1")
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        ran[0] += test.isTest() ? 1 : 0;
                        result.getThrowable().ifPresent(failures::add);
                    }
                });
        return new Outcome(ran[0], failures);
    }

    private record Outcome(int ran, List<Throwable> failures) {}
}
