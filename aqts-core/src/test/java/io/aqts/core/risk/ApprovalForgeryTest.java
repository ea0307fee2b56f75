package io.aqts.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.core.Twins;
import io.aqts.core.execute.PaperVenue;
import io.aqts.core.ledger.Ledger;
import io.aqts.market.Instrument;
import io.aqts.market.OrderLimits;
import io.aqts.testkit.TestMint;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RunIdentity;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ApprovalForgeryTest {

    private final RunIdentity run = new RunIdentity();
    private final LayerContext context = Fixtures.context(AqtsConfig.defaults(), Fixtures.BTC);

    @Test
    void handsTheMintToNobodyElseEvenInTheGatesPackage() {
        assertThatExceptionOfType(IllegalCallerException.class)
                .isThrownBy(() -> ApprovedOrder.Mint.claim(MethodHandles.lookup(), run))
                .withMessageContaining(RiskGate.class.getName())
                .withMessageContaining(ApprovalForgeryTest.class.getName());
    }

    @Test
    void handsTheMintToNobodyWhoOnlyPointsAtTheGate() {
        for (MethodHandles.Lookup pointed : List.of(
                MethodHandles.lookup().in(RiskGate.class),
                MethodHandles.publicLookup().in(RiskGate.class))) {
            assertThatExceptionOfType(IllegalCallerException.class)
                    .isThrownBy(() -> ApprovedOrder.Mint.claim(pointed, run));
        }
    }

    @Test
    void handsTheMintToNoTwinOfTheGateFromAnotherClassLoader() throws Throwable {
        Twins twins = new Twins("io.aqts.core.risk.");
        Object rulebook = twins.make(Rulebook.class.getName(), context, List.of());
        Function<Instrument, OrderLimits> limits = Instrument::limits;

        assertThatExceptionOfType(IllegalCallerException.class)
                .isThrownBy(() -> twins.make(RiskGate.class.getName(), context, rulebook, limits))
                .withMessageContaining("of AQTS may approve orders");
    }

    @Test
    void opensTheGateForNobodyButTheEngine() {
        for (MethodHandles.Lookup caller : List.of(
                MethodHandles.lookup(), MethodHandles.lookup().in(RiskGate.class), MethodHandles.publicLookup())) {
            assertThatExceptionOfType(IllegalCallerException.class)
                    .isThrownBy(() -> RiskGate.open(caller, context, new Rulebook(context, List.of())))
                    .withMessageContaining("open a risk gate");
        }
        for (Constructor<?> constructor : RiskGate.class.getDeclaredConstructors()) {
            assertThat(Modifier.isPrivate(constructor.getModifiers())).isTrue();
        }
    }

    @Test
    void opensTheGateForNoTwinOfTheEngine() {
        Ledger ledger = new Ledger("USDT", Decimal.of(1), 1);
        ExecutionVenue venue = new PaperVenue(context);

        assertThatExceptionOfType(IllegalCallerException.class)
                .isThrownBy(() -> new Twins("io.aqts.core.Desk", "io.aqts.core.OpenOrders")
                        .make("io.aqts.core.Desk", context, new Rulebook(context, List.of()), ledger, venue))
                .withMessageContaining("open a risk gate");
    }

    /** A run of one's own, with limits of one's own, makes genuine approvals; another run's venue refuses them. */
    @Test
    void isOfNoUseAtTheVenueOfAnotherRun() {
        LayerContext other = Fixtures.context(AqtsConfig.defaults(), Fixtures.BTC);
        RiskGate lax = Fixtures.gate(other);
        Fixtures.begin(lax, Fixtures.portfolio("1000", Fixtures.flat(100)), 1, i -> 100);
        ApprovedOrder genuine = lax.judge(Fixtures.approved(OrderIntent.open(0, Side.BUY, Sizing.units(1))))
                .orders()
                .get(0);
        ExecutionVenue venue = new PaperVenue(context.forLayer("venue"));

        assertThat(venue.submit(genuine)).containsExactly(new ExecutionEvent.Rejected(1, 1, ReasonCode.OTHER_RUN));
        assertThat(new PaperVenue(other.forLayer("venue")).submit(genuine))
                .containsExactly(new ExecutionEvent.Accepted(1, 1));
        assertThat(venue.submit(TestMint.of(context.run()).approve(genuine.order(), 2, genuine.reference())))
                .as("its own run's approval of the same number")
                .containsExactly(new ExecutionEvent.Accepted(1, 2));
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
