package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.RiskRules;
import io.aqts.config.AqtsConfig;
import io.aqts.config.ExitConfig;
import io.aqts.config.RiskConfig;
import io.aqts.core.indicator.AverageTrueRange;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.Rate;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;

/**
 * The risk manager used when nothing else is said: a stop for every trade, and a size that the record of trades
 * justifies.
 *
 * <ul>
 *   <li><b>Stop and target.</b> The stop lies {@code stopAtr} average true ranges from the mark, the target
 *       {@code rewardRatio} times as far on the other side. Until there are enough bars for that range, nothing is
 *       opened.
 *   <li><b>Size.</b> Units are equity, times the share to risk, times the size hint, divided by the distance to the
 *       stop and by what a price of one is worth: the multiplier of the contract, and the rate of its currency where
 *       the portfolio tells one. A contract or currency without a rate is refused with NO_PRICE.
 *   <li><b>Share to risk.</b> A quarter (or {@code kellyFraction}) of the Kelly stake, shrunk by what the record is
 *       worth, at most {@code riskPerTradeCap}. The chance of winning is not a forecast's confidence but the lower
 *       credible bound of this manager's own closed trades after fees; wins and losses are counted in multiples of what
 *       was risked. With fewer than {@code minimumRecord} trades it is {@code coldStartRisk}, with the reason
 *       COLD_START.
 *   <li><b>No edge, no trade.</b> When the record shows none, openings are rejected with NO_EDGE, and each first such
 *       trade of an instrument is followed on paper, at the size it would have without a record ({@code coldStartRisk},
 *       or {@code riskPerTradeCap} where that is zero, within leverage and the share of a position), with the highest
 *       fees, fixed ones included, its dividends and splits, and on the terms of the paper venue. Its outcome joins the
 *       record, so that an edge that comes back is seen, and nothing is paid for looking.
 *   <li><b>Rules.</b> What is wanted then passes the rules of the run, which the gate will enforce again; then state,
 *       short permission, leverage, position, trade, heat and cash; and after them the rules that were appended. Each
 *       may lower it and names its reason.
 *   <li><b>Way out.</b> A proposal to go flat or the other way closes the whole position, at the market and without a
 *       bound on slippage, because a bound could keep it open. The other way is opened by a later proposal.
 *   <li><b>Hold.</b> At most 60 minutes and 180 more times the confidence, to the minute, between {@code minHold} and
 *       {@code maxHold}.
 * </ul>
 */
public final class KellyRiskManager extends ProposalByProposal {

    private static final double BASIS_POINT = 1e-4;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final ExitConfig exits;
    private final double coldStartRisk;
    private final double paperRisk;
    private final double paperWorth;
    private final double maxSlippageBps;
    private final boolean isShortAllowed;
    private final WorstCase worstCase;
    private final List<RiskRule> rules;
    private final RiskRules gateRules;
    private final TradeRecord record;
    private final RoundTrips trips;
    private final List<AverageTrueRange> ranges = new ArrayList<>();
    private final List<PaperTrade> papers = new ArrayList<>();
    private final double[] prices;
    private final Universe universe;
    private final StandingAnswers answers;
    private boolean isBegun;

    /**
     * A manager without history, with the rules of AQTS.
     *
     * @param context the configuration and the instruments of the run
     */
    public KellyRiskManager(LayerContext context) {
        this(context, List.of());
    }

    /**
     * A manager without history, with more rules.
     *
     * @param context the configuration and the instruments of the run
     * @param more rules asked after those of AQTS, in their order
     */
    public KellyRiskManager(LayerContext context, List<RiskRule> more) {
        super(context.universe().size());
        AqtsConfig config = context.config();
        int instruments = context.universe().size();
        exits = config.risk().exits();
        coldStartRisk = config.risk().sizing().coldStartRisk();
        maxSlippageBps = config.execution().maxSlippageBps();
        isShortAllowed = config.risk().shortAllowed();
        universe = context.universe();
        worstCase = new WorstCase(instruments);
        rules = rules(context, worstCase, more);
        gateRules = context.rules();
        record = new TradeRecord(config.risk().sizing(), exits.rewardRatio());
        trips = new RoundTrips(instruments);
        prices = new double[instruments];
        answers = new StandingAnswers(instruments);
        paperRisk = coldStartRisk > 0 ? coldStartRisk : config.risk().sizing().riskPerTradeCap();
        paperWorth =
                Math.min(config.risk().maxLeverage(), config.risk().sizing().maxPositionShare());
        DearestFee fee = DearestFee.of(context);
        double halfSpread = config.execution().halfSpreadBps() * BASIS_POINT;
        for (int i = 0; i < instruments; i++) {
            ranges.add(new AverageTrueRange(exits.atrPeriod()));
            papers.add(new PaperTrade(fee, halfSpread));
        }
    }

    @Override
    public List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {
        for (int i = 0; i < prices.length; i++) {
            split(i, snapshot.instrument(i).splitRatio());
            double price = snapshot.instrument(i).price();
            if (price > 0) {
                prices[i] = price;
            }
            Bar bar = snapshot.instrument(i).bar();
            if (bar != null) {
                ranges.get(i).add(bar);
            }
            papers.get(i).meet(snapshot.instrument(i), record);
            trips.meet(i, portfolio.position(i), record);
        }
        isBegun = false;
        return super.assess(decision, snapshot, portfolio);
    }

    @Override
    List<RiskVerdict> judge(Proposal proposal, MarketSnapshot snapshot, Portfolio portfolio) {
        int i = proposal.instrument();
        int held = portfolio.position(i).quantity().signum();
        int wanted = proposal.action() == Action.GO_LONG ? 1 : proposal.action() == Action.GO_SHORT ? -1 : 0;
        if (held != 0 && held != wanted) {
            Side side = held > 0 ? Side.SELL : Side.BUY;
            return OrdersUnderWay.includes(portfolio, i, side)
                    ? answers.pending(i)
                    : answers.closing(i, side, wanted != 0);
        }
        if (held != 0) {
            return answers.alreadyThere(i);
        }
        if (portfolio.hasOpenOrder(i)) {
            return answers.pending(i);
        }
        if (wanted == 0) {
            papers.get(i).leave(prices[i], record);
            return answers.alreadyThere(i);
        }
        AverageTrueRange range = ranges.get(i);
        return range.isReady() && range.value() > 0 ? open(proposal, snapshot, portfolio) : answers.warmingUp(i);
    }

    private List<RiskVerdict> open(Proposal proposal, MarketSnapshot snapshot, Portfolio portfolio) {
        int i = proposal.instrument();
        Side side = proposal.action() == Action.GO_LONG ? Side.BUY : Side.SELL;
        Plan plan = plan(proposal, side, prices[i]);
        if (!(plan.stop() > 0 && plan.worst() > 0)) {
            return StandingAnswers.refusing(i, ReasonCode.TRADE_RISK);
        }
        double share = record.isTooShort() ? coldStartRisk : record.stake();
        PaperTrade paper = papers.get(i);
        if (paper.runsAgainst(side) || share > 0) {
            paper.leave(plan.reference(), record);
        }
        if (share == 0) {
            if (!paper.isRunning() && (side == Side.BUY || isShortAllowed)) {
                follow(proposal, side, plan, portfolio);
            }
            return record.isTooShort() ? StandingAnswers.refusing(i, ReasonCode.COLD_START) : answers.noEdge(i);
        }
        double equity = portfolio.markedEquity();
        double factor = unitValue(i, portfolio) / plan.reference();
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            return StandingAnswers.refusing(i, ReasonCode.NO_PRICE);
        }
        double quantity = equity * share * proposal.sizeHint() / (plan.distance() * factor);
        if (!(equity > 0 && quantity < Double.POSITIVE_INFINITY)) {
            return StandingAnswers.refusing(i, ReasonCode.MAX_LEVERAGE);
        }
        if (!(quantity > 0)) {
            return StandingAnswers.refusing(i, ReasonCode.BELOW_LOT);
        }
        beginOnce(snapshot, portfolio);
        return throughRules(
                new RiskCandidate(i, side, quantity, plan.worst(), plan.stop(), proposal.forecast(), worstCase),
                plan,
                proposal.reasons());
    }

    /** Follows on paper what would be traded without a record; nothing if that is nothing. */
    private void follow(Proposal proposal, Side side, Plan plan, Portfolio portfolio) {
        int i = proposal.instrument();
        double equity = portfolio.markedEquity();
        double factor = unitValue(i, portfolio) / plan.reference();
        double quantity = Math.min(
                equity * paperRisk * proposal.sizeHint() / (plan.distance() * factor),
                equity * paperWorth / (plan.worst() * factor));
        if (quantity > 0 && quantity < Double.POSITIVE_INFINITY) {
            papers.get(i).follow(side, plan, quantity, ownValue(i) / plan.reference());
        }
    }

    private List<RiskVerdict> throughRules(RiskCandidate wanted, Plan plan, List<ReasonCode> signals) {
        RiskCandidate left = wanted;
        List<ReasonCode> cuts = new ArrayList<>(2);
        int own = gateRules.size();
        for (int k = 0; k < own + rules.size(); k++) {
            double allowed = k < own
                    ? gateRules.allowedQuantity(k, left)
                    : rules.get(k - own).allowedQuantity(left);
            if (allowed >= left.quantity()) {
                continue;
            }
            ReasonCode reason =
                    k < own ? gateRules.reasonFor(k, left) : rules.get(k - own).reasonFor(left);
            if (!(allowed > 0)) {
                return StandingAnswers.refusing(wanted.instrument(), reason);
            }
            left = left.withQuantity(allowed);
            cuts.add(reason);
        }
        note(left, plan);
        OrderIntent intent = new OrderIntent(
                left.instrument(),
                left.side(),
                Sizing.units(left.quantity()),
                Pricing.market(maxSlippageBps),
                Lifetime.GTC,
                Instructions.PLAIN,
                plan.exits(),
                signals.get(0));
        if (!cuts.isEmpty()) {
            return List.of(new RiskVerdict.Reduced(intent, Sizing.units(wanted.quantity()), cuts));
        }
        List<ReasonCode> grounds = record.isTooShort() ? StandingAnswers.COLD_START : signals;
        return List.of(new RiskVerdict.Approved(intent, grounds));
    }

    private void note(RiskCandidate approved, Plan plan) {
        int i = approved.instrument();
        Side side = approved.side();
        double value = approved.quantity() * worstCase.valuePerPrice(i);
        worstCase.add(i, side, value * Math.max(plan.worst(), plan.reference()), value * plan.worstDistance(side));
        worstCase.expectStop(i, side, plan.stop());
        trips.expect(i, approved.quantity(), plan.distance() * ownValue(i) / plan.reference());
    }

    private Plan plan(Proposal proposal, Side side, double price) {
        double distance = exits.stopAtr() * ranges.get(proposal.instrument()).value();
        double worst = price * (1 + side.sign() * maxSlippageBps * BASIS_POINT);
        double stop = price - side.sign() * distance;
        double target = Math.max(price + side.sign() * distance * exits.rewardRatio(), 0);
        long minutes = (long) Math.rint(60 + 180 * proposal.forecast().confidence());
        long hold = Math.min(
                Math.max(minutes * MINUTE_NANOS, exits.minHold().toNanos()),
                exits.maxHold().toNanos());
        return new Plan(price, worst, distance, stop, target, hold);
    }

    private void beginOnce(MarketSnapshot snapshot, Portfolio portfolio) {
        if (isBegun) {
            return;
        }
        isBegun = true;
        worstCase.begin(portfolio, snapshot, new KnownMarks(portfolio), List.of());
    }

    /** The last prices seen here, and what units are worth at them by the rates of a portfolio. */
    private final class KnownMarks implements Marks {

        private final Portfolio portfolio;

        KnownMarks(Portfolio portfolio) {
            this.portfolio = portfolio;
        }

        @Override
        public double price(int instrument) {
            return prices[instrument];
        }

        @Override
        public double unitValue(int instrument) {
            return KellyRiskManager.this.unitValue(instrument, portfolio);
        }
    }

    /** What a unit moves in the currency of account. */
    private double unitValue(int instrument, Portfolio portfolio) {
        List<Rate> rates = portfolio.account().rates();
        double own = ownValue(instrument);
        return rates.isEmpty() ? own : own * rates.get(instrument).toDouble();
    }

    /** What a unit moves in the currency it settles in. */
    private double ownValue(int instrument) {
        double price = prices[instrument];
        return price > 0
                ? Math.abs(universe.instrument(instrument).contract().payoff().value(1, price))
                : 0;
    }

    private void split(int instrument, double ratio) {
        if (ratio != 1) {
            prices[instrument] /= ratio;
            ranges.get(instrument).split(ratio);
            worstCase.split(instrument, ratio);
            trips.split(instrument, ratio);
        }
    }

    private static List<RiskRule> rules(LayerContext context, WorstCase worstCase, List<RiskRule> more) {
        RiskConfig limits = context.config().risk();
        List<RiskRule> rules = new ArrayList<>(List.of(
                new NormalStateOnly(),
                new ShortPermission(limits.shortAllowed()),
                new LeverageCap(worstCase, limits.maxLeverage()),
                new PositionCap(worstCase, limits.sizing().maxPositionShare()),
                new TradeRiskCap(limits.sizing().riskPerTradeCap()),
                new HeatCap(worstCase, limits.maxPortfolioRisk())));
        if (FreeCash.isBinding(limits)) {
            rules.add(new CashCap(worstCase, new FreeCash(context).withFee()));
        }
        rules.addAll(more);
        return List.copyOf(rules);
    }
}
