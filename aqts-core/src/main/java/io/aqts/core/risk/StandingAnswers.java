package io.aqts.core.risk;

import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import java.util.List;

/** The answers a risk manager gives again and again, made once for each instrument. */
final class StandingAnswers {

    static final List<ReasonCode> COLD_START = List.of(ReasonCode.COLD_START);

    private final List<List<RiskVerdict>> alreadyThere;
    private final List<List<RiskVerdict>> pending;
    private final List<List<RiskVerdict>> warmingUp;
    private final List<List<RiskVerdict>> noEdge;
    private final List<List<RiskVerdict>> sales;
    private final List<List<RiskVerdict>> covers;
    private final List<List<RiskVerdict>> turningSales;
    private final List<List<RiskVerdict>> turningCovers;

    StandingAnswers(int instruments) {
        alreadyThere = ProposalByProposal.refusals(instruments, ReasonCode.ALREADY_THERE);
        pending = ProposalByProposal.refusals(instruments, ReasonCode.ORDER_PENDING);
        warmingUp = ProposalByProposal.refusals(instruments, ReasonCode.WARMING_UP);
        noEdge = ProposalByProposal.refusals(instruments, ReasonCode.NO_EDGE);
        sales = ProposalByProposal.closings(instruments, Side.SELL, ReasonCode.SIGNAL);
        covers = ProposalByProposal.closings(instruments, Side.BUY, ReasonCode.SIGNAL);
        turningSales = ProposalByProposal.closings(instruments, Side.SELL, ReasonCode.REVERSAL);
        turningCovers = ProposalByProposal.closings(instruments, Side.BUY, ReasonCode.REVERSAL);
    }

    List<RiskVerdict> alreadyThere(int instrument) {
        return alreadyThere.get(instrument);
    }

    List<RiskVerdict> pending(int instrument) {
        return pending.get(instrument);
    }

    List<RiskVerdict> warmingUp(int instrument) {
        return warmingUp.get(instrument);
    }

    List<RiskVerdict> noEdge(int instrument) {
        return noEdge.get(instrument);
    }

    /** Leaves the whole position, in order to stay flat or to turn. */
    List<RiskVerdict> closing(int instrument, Side side, boolean turns) {
        if (side == Side.SELL) {
            return (turns ? turningSales : sales).get(instrument);
        }
        return (turns ? turningCovers : covers).get(instrument);
    }

    /** A rarer refusal, made when it is given. */
    static List<RiskVerdict> refusing(int instrument, ReasonCode reason) {
        return List.of(RiskVerdict.rejected(instrument, reason));
    }
}
