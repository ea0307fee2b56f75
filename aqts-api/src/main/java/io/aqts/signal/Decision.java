package io.aqts.signal;

import java.util.List;

/**
 * What fusion proposes at one moment.
 *
 * @param proposals at most one for each instrument, in the order of the universe; an instrument without one is held
 */
public record Decision(List<Proposal> proposals) {

    /** Nothing is proposed; everything is held. */
    public static final Decision NONE = new Decision(List.of());

    /** Copies the list. */
    public Decision {
        proposals = List.copyOf(proposals);
    }
}
