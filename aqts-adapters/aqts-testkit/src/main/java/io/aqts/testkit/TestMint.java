package io.aqts.testkit;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Order;
import io.aqts.trade.RunIdentity;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Approves whatever it is given, so that a venue can be tested without the risk gate. For tests only.
 *
 * <p>It gets at what the API keeps private, by reflection. This kit is the only place where that is done, and it works
 * only while AQTS is on the class path, as test runs have it; a program on the module path is refused.
 */
public final class TestMint implements Approver {

    private final ApprovedOrder.Mint mint;

    /**
     * A mint that has approved nothing yet. What it approves belongs to every run.
     *
     * @throws IllegalStateException if AQTS is on the module path
     */
    public TestMint() {
        this(null);
    }

    private TestMint(@Nullable RunIdentity run) {
        try {
            Constructor<ApprovedOrder.Mint> secret = ApprovedOrder.Mint.class.getDeclaredConstructor(RunIdentity.class);
            secret.setAccessible(true);
            mint = secret.newInstance(run);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException("orders can be approved for tests only with AQTS on the class path", e);
        }
    }

    /**
     * A mint that has approved nothing yet and whose approvals belong to one run only.
     *
     * @param run the run
     * @return the mint
     * @throws IllegalStateException if AQTS is on the module path
     */
    public static TestMint of(RunIdentity run) {
        return new TestMint(run);
    }

    @Override
    public ApprovedOrder approve(Order order, long epochNanos, Decimal reference) {
        return mint.approve(epochNanos, order, reference);
    }

    @Override
    public ApprovedOrder revise(ApprovedOrder before, Order order, long epochNanos, Decimal reference) {
        return mint.revise(before, epochNanos, order, reference);
    }
}
