package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Proposal;
import io.aqts.trade.Decimal;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;

/**
 * The simplest risk manager: all in or all out, never short, at the market, without protective exits.
 *
 * <p>A proposal to go long buys {@code detection.smaCross.quantity} units, or for the whole cash where that is zero; a
 * proposal to go flat or short sells the whole position. It sizes nothing by risk: what keeps it within limits is the
 * risk gate alone. Meant for yardsticks such as crossing averages.
 */
public final class LongOrFlat extends ProposalByProposal {

    private final List<List<RiskVerdict>> openings;
    private final List<List<RiskVerdict>> sales;
    private final List<List<RiskVerdict>> covers;
    private final List<List<RiskVerdict>> alreadyThere;
    private final List<List<RiskVerdict>> pending;
    private final List<List<RiskVerdict>> tripped;

    /**
     * A manager without history; it never gets any.
     *
     * @param context the instruments, and the quantity to trade
     */
    public LongOrFlat(LayerContext context) {
        super(context.universe().size());
        int instruments = context.universe().size();
        openings = openings(instruments, context.config().detection().smaCross().quantity());
        sales = closings(instruments, Side.SELL, ReasonCode.SIGNAL);
        covers = closings(instruments, Side.BUY, ReasonCode.SIGNAL);
        alreadyThere = refusals(instruments, ReasonCode.ALREADY_THERE);
        pending = refusals(instruments, ReasonCode.ORDER_PENDING);
        tripped = refusals(instruments, ReasonCode.CIRCUIT_BREAKER);
    }

    @Override
    List<RiskVerdict> judge(Proposal proposal, MarketSnapshot snapshot, Portfolio portfolio) {
        int i = proposal.instrument();
        int sign = portfolio.position(i).quantity().signum();
        if (sign < 0) {
            return OrdersUnderWay.includes(portfolio, i, Side.BUY) ? pending.get(i) : covers.get(i);
        }
        if (proposal.action() != Action.GO_LONG && sign > 0) {
            return OrdersUnderWay.includes(portfolio, i, Side.SELL) ? pending.get(i) : sales.get(i);
        }
        if (portfolio.hasOpenOrder(i)) {
            return pending.get(i);
        }
        if (sign > 0 || proposal.action() != Action.GO_LONG) {
            return alreadyThere.get(i);
        }
        return portfolio.riskState().allowsOpening() ? openings.get(i) : tripped.get(i);
    }

    private static List<List<RiskVerdict>> openings(int instruments, Decimal quantity) {
        Sizing sizing = quantity.isPositive() ? Sizing.units(quantity.toDouble()) : Sizing.everything();
        List<List<RiskVerdict>> answers = new ArrayList<>(instruments);
        for (int i = 0; i < instruments; i++) {
            OrderIntent intent = OrderIntent.open(i, Side.BUY, sizing);
            answers.add(List.of(new RiskVerdict.Approved(intent, List.of(ReasonCode.SIGNAL))));
        }
        return List.copyOf(answers);
    }
}
