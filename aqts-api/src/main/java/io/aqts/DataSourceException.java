package io.aqts;

/** The data is unreadable or contradicts itself. The message names the file, the line and the rule. */
public class DataSourceException extends AqtsException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of the data.
     *
     * @param message the place, the rule and the value
     */
    public DataSourceException(String message) {
        super(message);
    }

    /**
     * A failure of the data with its cause.
     *
     * @param message the place, the rule and the value
     * @param cause what made it fail
     */
    public DataSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
