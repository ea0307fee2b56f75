package io.aqts.performance;

import io.aqts.internal.Checks;

/** A figure of a report, or the reason why there is none. */
public sealed interface Statistic {

    /**
     * A figure that is known.
     *
     * @param value the figure, finite
     */
    record Defined(double value) implements Statistic {

        /** Refuses a value that is not finite. */
        public Defined {
            Checks.finite("statistic.value", value);
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /**
     * A figure that cannot be known.
     *
     * @param reason why, in a few words
     */
    record Undefined(String reason) implements Statistic {

        /** Refuses a blank reason. */
        public Undefined {
            Checks.notBlank("statistic.reason", reason);
        }

        @Override
        public String toString() {
            return "undefined: " + reason;
        }
    }

    /**
     * A figure if it is finite, and else the statement that it has no finite value.
     *
     * @param value any number
     * @return the statistic
     */
    static Statistic of(double value) {
        return Double.isFinite(value) ? new Defined(value) : new Undefined("no finite value");
    }

    /**
     * The statement that a figure cannot be known.
     *
     * @param reason why, in a few words
     * @return the statistic
     */
    static Statistic undefined(String reason) {
        return new Undefined(reason);
    }

    /** {@return whether there is a figure} */
    default boolean isDefined() {
        return this instanceof Defined;
    }

    /**
     * The figure, or another number where there is none.
     *
     * @param other what to answer where the figure is undefined
     * @return a number
     */
    default double orElse(double other) {
        return this instanceof Defined defined ? defined.value() : other;
    }
}
