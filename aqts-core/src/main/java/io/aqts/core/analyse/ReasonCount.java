package io.aqts.core.analyse;

import io.aqts.trade.ReasonCode;

/**
 * How often a reason was given for an outcome.
 *
 * @param outcome what was made of a proposal
 * @param reason why
 * @param count how often
 */
public record ReasonCount(Outcome outcome, ReasonCode reason, long count) {

    /** What was made of a proposal. */
    public enum Outcome {
        /** Fusion proposed to leave everything as it is. */
        HELD,
        /** It was carried out as wanted. */
        APPROVED,
        /** A part of it was carried out. */
        REDUCED,
        /** Nothing of it was carried out. */
        REJECTED
    }
}
