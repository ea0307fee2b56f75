package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;

/** How much of an instrument still fits. */
final class Room {

    private Room() {}

    /**
     * How many more units fit if the worse end of the instrument and what is used elsewhere stay within a limit.
     *
     * @param candidate the order
     * @param elsewhere what counts besides, in the currency of account
     * @param limit the most of both together, in the currency of account
     * @return the units, zero if either end of the instrument is beyond the limit already
     */
    static double units(RiskCandidate candidate, double elsewhere, double limit) {
        int i = candidate.instrument();
        double against = candidate.view().exposure(i, candidate.side().opposite());
        double with = candidate.view().exposure(i, candidate.side());
        boolean fits = elsewhere + against <= limit;
        return fits ? (limit - elsewhere - with) / candidate.unitExposure() : 0;
    }
}
