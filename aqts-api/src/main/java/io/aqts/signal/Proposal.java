package io.aqts.signal;

import io.aqts.internal.Checks;
import io.aqts.trade.ReasonCode;
import java.util.List;

/**
 * What fusion proposes for one instrument.
 *
 * @param instrument the index of the instrument in the universe
 * @param action what the position should become
 * @param sizeHint how much of the usual size, from 0 to 1; the risk manager decides
 * @param forecast what is expected
 * @param contributions what each input added, in the order of the inputs
 * @param reasons why, at least one
 */
public record Proposal(
        int instrument,
        Action action,
        double sizeHint,
        Forecast forecast,
        List<Contribution> contributions,
        List<ReasonCode> reasons) {

    /** Copies the lists and refuses a size hint outside its range. */
    public Proposal {
        Checks.atLeast("proposal.instrument", instrument, 0);
        Checks.between("proposal.sizeHint", sizeHint, 0, 1);
        contributions = List.copyOf(contributions);
        reasons = List.copyOf(reasons);
        Checks.that(!reasons.isEmpty(), "proposal.reasons", "name at least one", reasons);
    }

    /**
     * A proposal to leave everything as it is.
     *
     * @param instrument the index of the instrument
     * @param reason why
     * @return the proposal
     */
    public static Proposal hold(int instrument, ReasonCode reason) {
        return new Proposal(instrument, Action.HOLD, 0, Forecast.NONE, List.of(), List.of(reason));
    }
}
