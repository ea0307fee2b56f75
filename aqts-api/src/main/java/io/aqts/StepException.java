package io.aqts;

/** A layer failed during a step. The state of the run is that before the step. */
public class StepException extends AqtsException {

    private static final long serialVersionUID = 1L;

    private final long stepIndex;
    private final String layer;

    /**
     * A failure of a layer.
     *
     * @param stepIndex the number of the step, from 0
     * @param layer the name of the layer
     * @param message what went wrong
     * @param cause what the layer threw
     */
    public StepException(long stepIndex, String layer, String message, Throwable cause) {
        super("step " + stepIndex + ", layer " + layer + ": " + message, cause);
        this.stepIndex = stepIndex;
        this.layer = layer;
    }

    /** {@return the number of the step, from 0} */
    public long stepIndex() {
        return stepIndex;
    }

    /** {@return the name of the layer that failed} */
    public String layer() {
        return layer;
    }
}
