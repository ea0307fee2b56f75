package io.aqts;

/** Something outside the caller's arguments failed: a file, a feed, a venue, a layer. */
public class AqtsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message what failed, where and why
     */
    public AqtsException(String message) {
        super(message);
    }

    /**
     * A failure with its cause.
     *
     * @param message what failed, where and why
     * @param cause what made it fail
     */
    public AqtsException(String message, Throwable cause) {
        super(message, cause);
    }
}
