package io.aqts.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aqts.trade.ApprovedOrder;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalForgeryTest {

    @Test
    void handsTheMintToNobodyElseEvenInTheGatesPackage() {
        assertThatExceptionOfType(IllegalCallerException.class)
                .isThrownBy(() -> ApprovedOrder.Mint.claim(MethodHandles.lookup()))
                .withMessageContaining(RiskGate.class.getName())
                .withMessageContaining(ApprovalForgeryTest.class.getName());
    }

    @Test
    void handsTheMintToNobodyWhoOnlyPointsAtTheGate() {
        for (MethodHandles.Lookup pointed : List.of(
                MethodHandles.lookup().in(RiskGate.class),
                MethodHandles.publicLookup().in(RiskGate.class))) {
            assertThatExceptionOfType(IllegalCallerException.class).isThrownBy(() -> ApprovedOrder.Mint.claim(pointed));
        }
    }

    @Test
    void hasNoWayToMakeAnApprovalButTheMint() {
        for (Class<?> type : List.of(ApprovedOrder.class, ApprovedOrder.Mint.class)) {
            assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                assertThat(Modifier.isPrivate(constructor.getModifiers())).isTrue();
            }
        }
        for (Method method : ApprovedOrder.class.getDeclaredMethods()) {
            assertThat(Modifier.isStatic(method.getModifiers()) && method.getReturnType() == ApprovedOrder.class)
                    .isFalse();
        }
    }

    @Test
    void keepsTheMintInsideTheGate() {
        assertThat(Modifier.isFinal(RiskGate.class.getModifiers())).isTrue();
        for (Method method : RiskGate.class.getDeclaredMethods()) {
            assertThat(method.getReturnType()).isNotEqualTo(ApprovedOrder.Mint.class);
        }
        assertThat(RiskGate.class.getFields()).isEmpty();
    }
}
