package io.aqts.testkit;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.RiskView;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;

/**
 * Lets an order be for a share of the equity, less for each one approved in the same step, and demands what a trigger
 * may once too many were approved: so that it has every kind of promise to keep.
 */
final class ShareCap implements RiskRule, RiskTrigger, RiskObserver {

    private static final ReasonCode UNKNOWN = new ReasonCode("NOBODY_KNOWS");
    private static int everAsked;

    private final double share;
    private final RuleFlaw flaw;
    private int steps;
    private int approved;
    private int asked;
    private int askedForExits;

    ShareCap(double share, RuleFlaw flaw) {
        this.share = share;
        this.flaw = flaw;
        if (flaw == RuleFlaw.FAILS_BY_ITSELF && !(share > 0)) {
            throw new IllegalStateException(message(share));
        }
        if (flaw != RuleFlaw.TAKES_ANY_SETTING && !(share > 0)) {
            throw new IllegalArgumentException(message(share));
        }
    }

    private String message(double value) {
        return switch (flaw) {
            case HIDES_THE_SETTING -> "it must be more than 0, but was " + value;
            case HIDES_THE_RULE -> "cap.share, but was " + value;
            case HIDES_THE_VALUE -> "cap.share must be more than 0, but was not";
            default -> "cap.share must be more than 0, but was " + value;
        };
    }

    @Override
    public void onStep(RiskView view) {
        steps++;
        approved = 0;
        askedForExits = 0;
    }

    @Override
    public void onApproval(ApprovedOrder order) {
        approved++;
    }

    @Override
    public ReasonCode reason() {
        return flaw == RuleFlaw.NAMES_AN_UNKNOWN_REASON ? UNKNOWN : ReasonCode.POSITION_CAP;
    }

    @Override
    public ReasonCode reasonFor(RiskCandidate candidate) {
        if (flaw == RuleFlaw.WRITES_WHEN_ASKED_FOR_ITS_REASON) {
            candidate.view().approved().clear();
        }
        boolean isOther = flaw == RuleFlaw.NAMES_AN_UNKNOWN_REASON_FOR_ONE && candidate.instrument() > 0;
        boolean isLate = flaw == RuleFlaw.COUNTS_QUESTIONS_FOR_ITS_REASON && asked++ > 20;
        return isOther ? UNKNOWN : isLate ? ReasonCode.GROSS_CAP : reason();
    }

    @Override
    public RiskState demandedState() {
        boolean isOver = flaw == RuleFlaw.DEMANDS_LESS_WHEN_ASKED_MORE && asked++ % 7 < 3;
        return isOver ? RiskState.REDUCING : RiskState.NORMAL;
    }

    @Override
    public boolean demandsExit(int instrument) {
        boolean demands = steps % 3 == 0;
        return flaw == RuleFlaw.DEMANDS_AN_EXIT_ONCE ? demands && askedForExits++ == 0 : demands;
    }

    @Override
    public ReasonCode exitReason() {
        return flaw == RuleFlaw.NAMES_AN_UNKNOWN_REASON_FOR_EXITS ? UNKNOWN : ReasonCode.REQUESTED;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double most = share * candidate.portfolio().markedEquity() / candidate.unitExposure() / (1 + approved);
        double wanted = candidate.quantity();
        return switch (flaw) {
            case COUNTS_QUESTIONS -> most / (1 + asked++ / 9);
            case SHARES_ITS_MEMORY -> most / (1 + everAsked++ / 9);
            case ALLOWS_MORE_OF_LESS -> most * most / wanted;
            case ALLOWS_A_PART -> Math.min(most, wanted / 2);
            case ALLOWS_NOT_AGAIN -> wanted > most ? most : wanted < most ? wanted : 0;
            case LOOSENS_WHEN_TIGHTENED -> most / share / share;
            case OPENS_WHEN_TIGHTENED -> share < 0.1 ? wanted : most;
            case NEVER_BITES -> wanted;
            case WRITES_WHEN_ASKED -> forget(candidate, most);
            default -> most;
        };
    }

    private static double forget(RiskCandidate candidate, double most) {
        candidate.view().approved().clear();
        return most;
    }
}
