package io.aqts.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.aqts.Orchestrator;
import io.aqts.core.planted.Sins;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How the parts may lean on one another, and what none of them may do. */
class ArchitectureTest {

    private static final List<String> APART =
            List.of("config", "data", "detect", "fuse", "indicator", "risk", "execute", "ledger", "simulation");
    /** What every part may use, and what uses none of them. */
    private static final String SHARED = "io.aqts.core.indicator";

    private static final List<String> LAYERS = List.of("data", "detect", "fuse", "risk", "execute", "simulation");

    @TestFactory
    Stream<DynamicNode> followsTheHouseRules() {
        Map<String, JavaClasses> modules = Map.of("api", mainOf(Orchestrator.class), "core", mainOf(Aqts.class));
        return modules.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(module -> dynamicContainer(
                        module.getKey(),
                        HouseRules.all().entrySet().stream()
                                .map(rule -> check(rule.getKey(), rule.getValue(), module.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> leansOneWayOnly() {
        JavaClasses core = mainOf(Aqts.class);
        List<DynamicTest> tests = new ArrayList<>();
        for (String part : APART) {
            ArchRule rule = noClasses()
                    .that()
                    .resideInAPackage("io.aqts.core." + part + "..")
                    .should()
                    .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "belong to another part of core", type -> isElsewhereInCore(type, part)));
            tests.add(check(part + " stands alone", rule, core));
        }
        for (String layer : LAYERS) {
            tests.add(check(
                    "analyse does not know " + layer,
                    isUnknown("io.aqts.core.analyse..", "io.aqts.core." + layer + ".."),
                    core));
        }
        tests.add(check(
                "the engine does not know backtests", isUnknown("io.aqts.core", "io.aqts.core.backtest.."), core));
        tests.add(check("core does not know adapters", isUnknown("io.aqts.core..", "io.aqts.testkit.."), core));
        tests.add(check("no cycles", cycleFree(), core));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> findsEveryPlantedSin() {
        return Sins.ALL.entrySet().stream()
                .flatMap(rule -> rule.getValue().stream()
                        .map(sin -> dynamicTest(rule.getKey() + ": " + sin.getSimpleName(), () -> {
                            JavaClasses planted = new ClassFileImporter().importClasses(sin);
                            assertThat(HouseRules.all()
                                            .get(rule.getKey())
                                            .evaluate(planted)
                                            .hasViolation())
                                    .as("whether %s is found", sin.getSimpleName())
                                    .isTrue();
                        })));
    }

    @Test
    void plantsASinForEveryRuleButThoseOfNames() {
        List<String> rules = new ArrayList<>(HouseRules.all().keySet());
        rules.removeAll(Sins.ALL.keySet());

        assertThat(rules).isEmpty();
    }

    @Test
    void findsAPlantedCycle() {
        JavaClasses planted = new ClassFileImporter()
                .importClasses(io.aqts.core.planted.East.class, io.aqts.core.planted.west.West.class);

        assertThat(cycleFree().evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void leavesTheInnocentAlone() {
        JavaClasses innocent = new ClassFileImporter().importClasses(Sins.Innocent.class);
        HouseRules.all().forEach((name, rule) -> {
            if (!name.equals("nullness")) {
                assertThat(rule.evaluate(innocent).hasViolation()).as(name).isFalse();
            }
        });
    }

    private static ArchRule isUnknown(String who, String what) {
        return noClasses()
                .that()
                .resideInAPackage(who)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(what);
    }

    private static boolean isElsewhereInCore(JavaClass type, String part) {
        String name = type.getPackageName();
        return name.startsWith("io.aqts.core")
                && !name.equals(SHARED)
                && !(part.equals("execute") && name.equals("io.aqts.core.book"))
                && !(name + ".").startsWith("io.aqts.core." + part + ".");
    }

    private static ArchRule cycleFree() {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new EachPackage())
                .should()
                .beFreeOfCycles();
    }

    private static DynamicTest check(String name, ArchRule rule, JavaClasses classes) {
        return dynamicTest(name, () -> rule.allowEmptyShould(true).check(classes));
    }

    /** All that was compiled together with a class. */
    private static JavaClasses mainOf(Class<?> type) {
        try {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            URI root = place.getPath().endsWith(".jar") ? URI.create("jar:" + place + "!/") : place;
            JavaClasses classes = new ClassFileImporter().importLocations(List.of(Location.of(root)));
            assertThat(classes).hasSizeGreaterThan(40);
            return classes;
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Every package is a slice of its own. */
    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("io.aqts")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
