package io.aqts.core.analyse;

import io.aqts.internal.Outlined;
import io.aqts.signal.Action;
import io.aqts.signal.Contribution;
import io.aqts.signal.Decision;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.ReasonCode;
import java.util.List;

/** The canonical form of what was believed: signals and decisions. The evidence of a signal is left out. */
final class BeliefForm {

    private final DigestBuffer out;
    private final Outlined<Decision, Boolean> writing = this::write;
    private Decision before = Decision.NONE;
    private List<Signal> heard = List.of();

    BeliefForm(DigestBuffer out) {
        this.out = out;
    }

    void clear() {
        before = Decision.NONE;
        heard = List.of();
    }

    void signals(List<Signal> signals, long now) {
        out.count(signals.size());
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            out.moment(signal.knownAtNanos(), now);
            boolean repeated = i < heard.size() && saysTheSame(signal, heard.get(i));
            out.flag(repeated);
            if (!repeated) {
                out.text(signal.source());
                out.count(signal.instrument());
                out.belief(signal.score());
                out.belief(signal.confidence());
            }
        }
        heard = signals;
    }

    private static boolean saysTheSame(Signal one, Signal other) {
        return one.instrument() == other.instrument()
                && Double.doubleToLongBits(one.score()) == Double.doubleToLongBits(other.score())
                && Double.doubleToLongBits(one.confidence()) == Double.doubleToLongBits(other.confidence())
                && one.source().equals(other.source());
    }

    /** Writes a decision; one that equals that of the step before is a single mark. */
    void decision(Decision decision) {
        boolean repeated = decision.equals(before);
        before = decision;
        if (repeated) {
            out.mark('=');
            return;
        }
        Outlined.call(writing, decision);
    }

    private boolean write(Decision decision) {
        out.mark('D');
        List<Proposal> proposals = decision.proposals();
        out.count(proposals.size());
        for (int i = 0; i < proposals.size(); i++) {
            proposal(proposals.get(i));
        }
        return true;
    }

    private void proposal(Proposal proposal) {
        out.count(proposal.instrument());
        out.mark(letter(proposal.action()));
        out.belief(proposal.sizeHint());
        Forecast forecast = proposal.forecast();
        out.belief(forecast.score());
        out.belief(forecast.probability());
        out.belief(forecast.expectedReturn());
        out.number(forecast.horizonNanos());
        out.belief(forecast.confidence());
        out.count(proposal.contributions().size());
        for (Contribution contribution : proposal.contributions()) {
            out.text(contribution.input());
            out.belief(contribution.score());
            out.belief(contribution.weight());
        }
        reasons(out, proposal.reasons());
    }

    static void reasons(DigestBuffer out, List<ReasonCode> reasons) {
        out.count(reasons.size());
        for (int i = 0; i < reasons.size(); i++) {
            out.text(reasons.get(i).code());
        }
    }

    private static char letter(Action action) {
        return switch (action) {
            case GO_LONG -> 'L';
            case GO_SHORT -> 'S';
            case GO_FLAT -> 'F';
            case HOLD -> 'H';
        };
    }
}
