package io.aqts.signal;

import io.aqts.internal.Checks;

/**
 * What a detector says about one instrument.
 *
 * @param source the name of the detector
 * @param instrument the index of the instrument in the universe
 * @param knownAtNanos the moment it could first be said, in nanoseconds since 1970-01-01T00:00Z; never back-dated
 * @param score from -1 (certainly down) to 1 (certainly up)
 * @param confidence from 0 (a guess) to 1; not a probability
 * @param evidence what it rests on
 */
public record Signal(
        String source, int instrument, long knownAtNanos, double score, double confidence, Evidence evidence) {

    /** Refuses scores and confidences outside their ranges. */
    public Signal {
        Checks.notBlank("signal.source", source);
        Checks.atLeast("signal.instrument", instrument, 0);
        Checks.between("signal.score", score, -1, 1);
        Checks.between("signal.confidence", confidence, 0, 1);
    }

    /** {@return which way it points} */
    public Direction direction() {
        return Direction.ofSign(score);
    }
}
