package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.aqts.DataSource;
import io.aqts.Detector;
import io.aqts.ExecutionVenue;
import io.aqts.FusionLayer;
import io.aqts.Predictor;
import io.aqts.RiskManager;
import io.aqts.RiskRule;
import io.aqts.core.planted.Untested;
import io.aqts.core.planted.UntestedRule;
import io.aqts.testkit.DataSourceContract;
import io.aqts.testkit.DetectorContract;
import io.aqts.testkit.ExecutionVenueContract;
import io.aqts.testkit.FusionLayerContract;
import io.aqts.testkit.PredictorContract;
import io.aqts.testkit.RiskManagerContract;
import io.aqts.testkit.RiskRuleContract;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every layer that ships is put to the contract of its kind: made by a test that extends it. */
class ContractCoverageTest {

    private static final Map<Class<?>, Class<?>> CONTRACTS = contracts();

    @Test
    void putsEveryLayerThatShipsToItsContract() {
        JavaClasses all = new ClassFileImporter().importPackages("io.aqts.core");
        List<JavaClass> layers = layers(all).toList();

        assertThat(layers).as("layers").hasSizeGreaterThan(10);
        assertThat(layers.stream()
                        .filter(layer -> !isPutToItsContract(layer, all))
                        .map(JavaClass::getName))
                .as("layers that no contract test makes")
                .containsExactlyInAnyOrder(Untested.class.getName(), UntestedRule.class.getName());
    }

    private static Map<Class<?>, Class<?>> contracts() {
        Map<Class<?>, Class<?>> contracts = new TreeMap<>(Comparator.comparing(Class::getName));
        contracts.put(DataSource.class, DataSourceContract.class);
        contracts.put(Detector.class, DetectorContract.class);
        contracts.put(FusionLayer.class, FusionLayerContract.class);
        contracts.put(Predictor.class, PredictorContract.class);
        contracts.put(RiskManager.class, RiskManagerContract.class);
        contracts.put(RiskRule.class, RiskRuleContract.class);
        contracts.put(ExecutionVenue.class, ExecutionVenueContract.class);
        return contracts;
    }

    /** The public classes that are layers, and can be made. */
    private static Stream<JavaClass> layers(JavaClasses all) {
        return all.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> CONTRACTS.keySet().stream().anyMatch(type::isAssignableTo));
    }

    private static boolean isPutToItsContract(JavaClass layer, JavaClasses all) {
        return CONTRACTS.entrySet().stream()
                .filter(contract -> layer.isAssignableTo(contract.getKey()))
                .allMatch(contract -> all.stream()
                        .filter(test -> test.isAssignableTo(contract.getValue()))
                        .flatMap(test -> ofTheSameFile(test, all))
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .anyMatch(access -> makes(access, layer)));
    }

    private static Stream<JavaClass> ofTheSameFile(JavaClass test, JavaClasses all) {
        String file = outermost(test).getName();
        return all.stream().filter(type -> outermost(type).getName().equals(file));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ContractCoverageTest::outermost).orElse(type);
    }

    /** Whether code calls a constructor of a layer, or a method that hands one out. */
    private static boolean makes(JavaAccess<?> access, JavaClass layer) {
        if (access.getTarget() instanceof CodeUnitAccessTarget target) {
            boolean isConstructor = target.getName().equals("<init>") && isSame(target.getOwner(), layer);
            return isConstructor || isSame(target.getRawReturnType(), layer);
        }
        return false;
    }

    private static boolean isSame(JavaClass one, JavaClass other) {
        return one.getName().equals(other.getName());
    }
}
