package io.aqts.testkit;

import io.aqts.LayerContext;
import io.aqts.RiskManager;
import io.aqts.config.RiskConfig;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;

/**
 * A risk manager that keeps its promises: opens as much as every limit allows, from flat, and only while nothing is
 * open.
 */
class Cautious implements RiskManager {

    private static final double STOP_DISTANCE = 0.1;

    private final RiskConfig limits;
    private final double[] prices;
    private double spent;
    private double risked;

    Cautious(LayerContext context) {
        limits = context.config().risk();
        prices = new double[context.universe().size()];
    }

    @Override
    public List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {
        for (int i = 0; i < prices.length; i++) {
            double price = snapshot.instrument(i).price();
            prices[i] = price > 0 ? price : prices[i];
        }
        spent = 0;
        risked = 0;
        List<RiskVerdict> verdicts = new ArrayList<>();
        for (Proposal proposal : decision.proposals()) {
            if (proposal.action() != Action.HOLD) {
                verdicts.add(verdict(proposal, portfolio));
            }
        }
        return verdicts;
    }

    private RiskVerdict verdict(Proposal proposal, Portfolio portfolio) {
        int i = proposal.instrument();
        Position position = portfolio.position(i);
        int wanted = proposal.action() == Action.GO_LONG ? 1 : proposal.action() == Action.GO_SHORT ? -1 : 0;
        if (!position.isFlat() && position.quantity().signum() != wanted) {
            return leave(i, position);
        }
        if (wanted == 0 || !position.isFlat()) {
            return RiskVerdict.rejected(i, ReasonCode.ALREADY_THERE);
        }
        if (portfolio.riskState() != RiskState.NORMAL) {
            return RiskVerdict.rejected(i, ReasonCode.CIRCUIT_BREAKER);
        }
        if (!portfolio.openOrders().isEmpty()) {
            return RiskVerdict.rejected(i, ReasonCode.ORDER_PENDING);
        }
        return wanted < 0 && !limits.shortAllowed()
                ? RiskVerdict.rejected(i, ReasonCode.SHORT_NOT_ALLOWED)
                : open(i, wanted, portfolio);
    }

    RiskVerdict leave(int instrument, Position position) {
        Side side = position.quantity().isPositive() ? Side.SELL : Side.BUY;
        OrderIntent close = OrderIntent.close(instrument, side, ReasonCode.SIGNAL);
        return new RiskVerdict.Approved(close, List.of(ReasonCode.SIGNAL));
    }

    RiskVerdict open(int instrument, int sign, Portfolio portfolio) {
        double price = prices[instrument];
        double equity = portfolio.markedEquity();
        double room = limits.maxLeverage() * equity - portfolio.grossExposure() - spent;
        double share = limits.sizing().maxPositionShare() * equity;
        double risk = Math.min(limits.sizing().riskPerTradeCap() * equity, limits.maxPortfolioRisk() * equity - risked);
        double worth = Math.min(Math.min(room, share), risk / STOP_DISTANCE) * (1 - 1e-12);
        double units = worth / price;
        if (!(price > 0 && units > 0)) {
            return RiskVerdict.rejected(instrument, ReasonCode.MAX_LEVERAGE);
        }
        spent += worth;
        risked += worth * STOP_DISTANCE;
        ExitPlan exits = new ExitPlan(price * (1 - sign * STOP_DISTANCE), 0, 0);
        Side side = sign > 0 ? Side.BUY : Side.SELL;
        OrderIntent intent = new OrderIntent(
                instrument,
                side,
                Sizing.units(units),
                Pricing.market(),
                Lifetime.GTC,
                Instructions.PLAIN,
                exits,
                ReasonCode.SIGNAL);
        return new RiskVerdict.Approved(intent, List.of(ReasonCode.SIGNAL));
    }

    /** {@return the same opening for another multiple of its units and with another plan to leave} */
    static RiskVerdict changed(RiskVerdict verdict, double factor, ExitPlan exits) {
        if (!(verdict instanceof RiskVerdict.Approved approved)
                || !(approved.intent().sizing() instanceof Sizing.Units units)) {
            return verdict;
        }
        OrderIntent intent = approved.intent();
        OrderIntent other = new OrderIntent(
                intent.instrument(),
                intent.side(),
                Sizing.units(units.quantity() * factor),
                intent.pricing(),
                intent.lifetime(),
                intent.instructions(),
                exits,
                intent.reason());
        return new RiskVerdict.Approved(other, approved.reasons());
    }
}
