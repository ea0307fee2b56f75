package io.aqts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.PlantedRootUser;
import io.aqts.market.PlantedTestUser;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How the parts of the API may lean on one another; what they may not do is tested with the core. */
class ArchitectureTest {

    private static final ArchRule JDK_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "io.aqts..");
    private static final ArchRule ROOT_ON_TOP = noClasses()
            .that()
            .resideOutsideOfPackage("io.aqts")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.aqts");
    private static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .assignedFrom(new EachPackage())
            .should()
            .beFreeOfCycles();

    @TestFactory
    Stream<DynamicTest> leansOneWayOnly() throws URISyntaxException {
        JavaClasses api = new ClassFileImporter()
                .importLocations(List.of(Location.of(Orchestrator.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())));
        assertThat(api).hasSizeGreaterThan(60);
        return Stream.of(
                check("needs the JDK alone", JDK_ALONE, api),
                check("keeps the root on top", ROOT_ON_TOP, api),
                check("has no cycles", NO_CYCLES, api),
                check("keeps its parts for itself", noInternals(), api),
                check("changes no statics", fields().that().areStatic().should().beFinal(), api),
                check(
                        "has no open fields",
                        noFields().that().areNotStatic().should().bePublic(),
                        api),
                check("has no arrays in records", noArraysInRecords(), api),
                dynamicTest(
                        "says what may be null",
                        () -> assertThat(api)
                                .allSatisfy(type -> assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                                        .as(type.getName())
                                        .isTrue())));
    }

    @Test
    void findsPlantedClassesThatBreakTheRules() {
        assertThat(ROOT_ON_TOP.evaluate(planted(PlantedRootUser.class)).hasViolation())
                .isTrue();
        assertThat(NO_CYCLES
                        .evaluate(planted(PlantedRootUser.class, Step.class, MarketSnapshot.class))
                        .hasViolation())
                .isTrue();
        assertThat(JDK_ALONE.evaluate(planted(PlantedTestUser.class)).hasViolation())
                .isTrue();
        assertThat(noArraysInRecords().evaluate(planted(PlantedRootUser.class)).hasViolation())
                .isTrue();
    }

    private static ArchRule noInternals() {
        return noFields()
                .that()
                .arePublic()
                .or()
                .areProtected()
                .should()
                .haveRawType(DescribedPredicate.describe(
                        "internal", type -> type.getPackageName().startsWith("io.aqts.internal")));
    }

    private static ArchRule noArraysInRecords() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(DescribedPredicate.describe("are records", JavaClass::isRecord))
                .and()
                .doNotHaveModifier(JavaModifier.STATIC)
                .should()
                .haveRawType(DescribedPredicate.describe("an array", JavaClass::isArray));
    }

    private static JavaClasses planted(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }

    private static DynamicTest check(String name, ArchRule rule, JavaClasses classes) {
        return dynamicTest(name, () -> rule.allowEmptyShould(true).check(classes));
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
