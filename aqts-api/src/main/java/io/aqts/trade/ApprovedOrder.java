package io.aqts.trade;

import io.aqts.internal.Caller;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order that the risk gate let through: the only thing a venue accepts.
 *
 * <p>Nobody but the gate can make one. There is no public constructor, the class is final, and the {@link Mint} is
 * handed out only to a caller that proves, with its own full-privilege lookup, that it <i>is</i> the gate. Each carries
 * the identity of the run that approved it, so that a venue need not believe the gate of another run.
 */
public final class ApprovedOrder {

    private static final String GATE = "io.aqts.core.risk.RiskGate";

    private final @Nullable RunIdentity run;
    private final long id;
    private final int revision;
    private final long epochNanos;
    private final Order order;
    private final Decimal reference;

    private ApprovedOrder(
            @Nullable RunIdentity run, long id, int revision, long epochNanos, Order order, Decimal reference) {
        this.run = run;
        this.id = id;
        this.revision = revision;
        this.epochNanos = epochNanos;
        this.order = order;
        this.reference = reference;
    }

    /** {@return the number of the approval, counted from 1 within a run} */
    public long id() {
        return id;
    }

    /**
     * {@return the number of this form: 0 for the order as first approved, and another one for each amendment of a run}
     */
    public int revision() {
        return revision;
    }

    /** {@return the moment of the approval, in nanoseconds since 1970-01-01T00:00Z} */
    public long epochNanos() {
        return epochNanos;
    }

    /** {@return the order as approved} */
    public Order order() {
        return order;
    }

    /** {@return the price the approval was judged by, in quote currency; slippage is counted from it} */
    public Decimal reference() {
        return reference;
    }

    /**
     * Whether it was approved in a run, and not in another one with limits of its own.
     *
     * @param which the identity of the run, as its layers were given it
     * @return whether that run approved it; orders approved without a gate, for tests, belong to every run
     */
    public boolean isOf(RunIdentity which) {
        return run == null || run == which;
    }

    /** {@return whether the other is the same approval of the same order, be it of an equal run} */
    @Override
    public boolean equals(Object other) {
        return other instanceof ApprovedOrder that
                && id == that.id
                && revision == that.revision
                && epochNanos == that.epochNanos
                && order.equals(that.order)
                && reference.equals(that.reference);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, epochNanos);
    }

    @Override
    public String toString() {
        return "ApprovedOrder[id=" + id + (revision == 0 ? "" : ", revision=" + revision) + ", epochNanos=" + epochNanos
                + ", order=" + order + ", reference=" + reference + "]";
    }

    /** The power to approve. One belongs to each risk gate. */
    public static final class Mint {

        private final @Nullable RunIdentity run;
        private long lastId;
        private int lastRevision;

        private Mint(@Nullable RunIdentity run) {
            this.run = run;
        }

        /**
         * Hands the power to approve to the risk gate, and to nobody else.
         *
         * @param gate the full-privilege lookup of the calling class
         * @param run the run whose orders it approves
         * @return a mint that counts approvals from 1
         * @throws IllegalCallerException if the lookup does not belong to the risk gate that was loaded together with
         *     this class, or was not made inside it
         */
        public static Mint claim(MethodHandles.Lookup gate, RunIdentity run) {
            Caller.require(gate, GATE, "approve orders");
            return new Mint(run);
        }

        /**
         * Approves an order.
         *
         * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
         * @param order the order that passed every check
         * @param reference the price it was judged by, in quote currency
         * @return the approval, with the next number
         */
        public ApprovedOrder approve(long epochNanos, Order order, Decimal reference) {
            return new ApprovedOrder(run, ++lastId, 0, epochNanos, order, reference);
        }

        /**
         * Approves an order anew, in another form.
         *
         * @param before the approval that still stands
         * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
         * @param order the order as it is to be, which passed every check
         * @param reference the price it was judged by, in quote currency
         * @return the approval with the same number and a revision that was not given before
         */
        public ApprovedOrder revise(ApprovedOrder before, long epochNanos, Order order, Decimal reference) {
            return new ApprovedOrder(run, before.id, ++lastRevision, epochNanos, order, reference);
        }
    }
}
