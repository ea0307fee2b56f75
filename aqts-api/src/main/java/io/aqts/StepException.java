package io.aqts;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer failed during a step.
 *
 * <p>{@link Orchestrator#portfolio()} stays as before the step, but the world does not: until the failure the venue may
 * have filled orders and taken new ones. What of that is known is here, so that no fact is lost, and is in no
 * {@link Step}. Listeners before one that failed have seen the whole step.
 */
public class StepException extends AqtsException {

    private static final long serialVersionUID = 1L;

    private final long stepIndex;
    private final String layer;
    private final transient @Nullable List<ApprovedOrder> orders;
    private final transient @Nullable List<ExecutionEvent> events;

    /**
     * A failure of a layer.
     *
     * @param stepIndex the number of the step, from 0
     * @param layer the name of the layer
     * @param message what went wrong
     * @param cause what the layer threw
     */
    public StepException(long stepIndex, String layer, String message, Throwable cause) {
        this(stepIndex, layer, message, cause, List.of(), List.of());
    }

    /**
     * A failure of a layer after some of the step was done.
     *
     * @param stepIndex the number of the step, from 0
     * @param layer the name of the layer
     * @param message what went wrong
     * @param cause what the layer threw
     * @param orders the orders that were given to the venue in the step
     * @param events what the venue reported in the step
     */
    public StepException(
            long stepIndex,
            String layer,
            String message,
            Throwable cause,
            List<ApprovedOrder> orders,
            List<ExecutionEvent> events) {
        super("step " + stepIndex + ", layer " + layer + ": " + message, cause);
        this.stepIndex = stepIndex;
        this.layer = layer;
        this.orders = Collections.unmodifiableList(new ArrayList<>(orders));
        this.events = Collections.unmodifiableList(new ArrayList<>(events));
    }

    /** {@return the number of the step, from 0} */
    public long stepIndex() {
        return stepIndex;
    }

    /** {@return the name of the layer that failed} */
    public String layer() {
        return layer;
    }

    /**
     * The orders that were given to the venue before the failure. If the venue itself failed, the last of them may or
     * may not have reached it.
     *
     * @return the orders of the step, in their order; empty in a copy that was deserialized
     */
    public List<ApprovedOrder> orders() {
        return orders == null ? List.of() : orders;
    }

    /**
     * What the venue reported before the failure, of orders of this step and of earlier ones. It is booked, unless the
     * ledger refused it, but {@link Orchestrator#portfolio()} does not show it.
     *
     * @return the events of the step, in their order; empty in a copy that was deserialized
     */
    public List<ExecutionEvent> events() {
        return events == null ? List.of() : events;
    }
}
