package io.aqts.core.risk.rule;

import io.aqts.LayerContext;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.config.CapsConfig;
import io.aqts.config.ClusterCap;
import io.aqts.config.ConductConfig;
import io.aqts.config.LossConfig;
import io.aqts.config.MarketRulesConfig;
import io.aqts.config.NamedCap;
import io.aqts.config.RulesConfig;
import io.aqts.config.SizeRulesConfig;
import io.aqts.config.StopOutConfig;
import io.aqts.config.TailConfig;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a configuration switches on, in the order in which they are asked: conduct first, which judges what
 * was asked for; then whether anything may be opened at all; then how much.
 *
 * @param rules the rules
 * @param memories what several of them remember together, to be told before they are
 */
public record ConfiguredRules(List<RiskRule> rules, List<RiskObserver> memories) {

    private static final double BASIS_POINT = 1e-4;

    /** Copies the lists. */
    public ConfiguredRules {
        rules = List.copyOf(rules);
        memories = List.copyOf(memories);
    }

    /**
     * The rules of a run, without memory.
     *
     * @param context the configuration and the instruments of the run
     * @return the rules that are switched on
     * @throws IllegalArgumentException if a limit is about an instrument or a currency that the run lacks
     */
    public static ConfiguredRules of(LayerContext context) {
        List<RiskRule> rules = new ArrayList<>();
        List<RiskObserver> memories = new ArrayList<>();
        RulesConfig config = context.config().risk().rules();
        Universe universe = context.universe();
        addConduct(rules, config.conduct(), universe.size());
        if (!config.session().windows().isEmpty()) {
            rules.add(new SessionGate(config.session()));
        }
        addLosses(rules, config.losses(), universe.size());
        addMarket(rules, memories, context);
        addSizes(rules, memories, config.size(), universe);
        addCaps(rules, config.caps(), universe);
        if (config.margin().stopAt().isSet()) {
            rules.add(new MarginGate(config.margin(), universe.size()));
        }
        addTail(rules, memories, context);
        return new ConfiguredRules(rules, memories);
    }

    private static void addConduct(List<RiskRule> rules, ConductConfig conduct, int instruments) {
        if (conduct.maxQuantity().isSet() || conduct.maxNotional().isSet()) {
            rules.add(new FatFinger(conduct.maxQuantity(), conduct.maxNotional()));
        }
        if (conduct.priceBand() < 1) {
            rules.add(new PriceCollar(conduct.priceBand()));
        }
        if (!conduct.duplicateWindow().isZero()) {
            rules.add(new DuplicateGuard(conduct.duplicateWindow(), instruments));
        }
        if (conduct.selfCross()) {
            rules.add(new SelfCrossGuard());
        }
        if (conduct.maxOrders() < ConductConfig.defaults().maxOrders()) {
            rules.add(new RateLimit(conduct.maxOrders(), conduct.orderWindow()));
        }
    }

    private static void addLosses(List<RiskRule> rules, LossConfig losses, int instruments) {
        ZoneId zone = ZoneId.of(losses.zone());
        if (losses.daily().isSet()) {
            rules.add(LossLimit.daily(losses.daily(), zone));
        }
        if (losses.weekly().isSet()) {
            rules.add(LossLimit.weekly(losses.weekly(), zone));
        }
        if (!losses.tiers().isEmpty()) {
            rules.add(new DrawdownTiers(losses.tiers(), instruments));
        }
        if (losses.severe().drawdown() < 1) {
            rules.add(new SevereLoss(losses.severe()));
        }
        if (!losses.cooldown().isZero()) {
            rules.add(new Cooldown(losses.cooldown(), instruments));
        }
        if (losses.stopOuts().count() < StopOutConfig.defaults().count()) {
            rules.add(new StopOutGuard(losses.stopOuts(), instruments));
        }
    }

    private static void addMarket(List<RiskRule> rules, List<RiskObserver> memories, LayerContext context) {
        MarketRulesConfig market = context.config().risk().rules().market();
        MarketMemory memory = memory(context);
        int before = rules.size();
        if (market.maxSpreadBps() < MarketRulesConfig.defaults().maxSpreadBps()) {
            rules.add(new SpreadGate(market.maxSpreadBps(), memory));
        }
        if (market.maxPriceAge().compareTo(MarketRulesConfig.defaults().maxPriceAge()) < 0) {
            rules.add(new StalenessGate(market.maxPriceAge(), memory));
        }
        if (market.depth().isSet()) {
            rules.add(new DepthGate(market.depth().limit(), memory));
        }
        if (market.volume().isSet()) {
            rules.add(new VolumeGate(market.volume().limit(), memory));
        }
        if (market.costGate()) {
            rules.add(new CostGate(highestFee(context), memory));
        }
        if (rules.size() > before) {
            memories.add(memory);
        }
        if (market.minExpectedReturn() > -1) {
            rules.add(new ExpectedReturnGate(market.minExpectedReturn()));
        }
        if (market.persistence() > 1) {
            rules.add(
                    new PersistenceGate(market.persistence(), context.universe().size()));
        }
    }

    private static void addSizes(
            List<RiskRule> rules, List<RiskObserver> memories, SizeRulesConfig size, Universe universe) {
        BarVolatility volatility = new BarVolatility(size.volatilityBars(), universe.size());
        if (size.volatilityTarget().isSet()) {
            rules.add(new VolatilityTarget(size, universe, volatility));
        }
        if (size.rangeRisk().isSet()) {
            rules.add(new RangeRisk(size, universe, volatility));
        }
        if (size.volatilityTarget().isSet() || size.rangeRisk().isSet()) {
            memories.add(volatility);
        }
    }

    private static void addCaps(List<RiskRule> rules, CapsConfig caps, Universe universe) {
        if (caps.position().isSet()) {
            rules.add(new PositionValueCap(caps.position()));
        }
        for (NamedCap named : caps.instruments()) {
            rules.add(Groups.instrument(named, universe));
        }
        for (ClusterCap cluster : caps.clusters()) {
            rules.add(Groups.cluster(cluster, universe));
        }
        for (NamedCap named : caps.quotes()) {
            rules.add(Groups.quote(named, universe));
        }
        if (caps.gross().isSet()) {
            rules.add(Groups.all(caps.gross(), universe));
        }
        if (caps.net().isSet()) {
            rules.add(new NetCap(caps.net(), universe.size()));
        }
        if (caps.maxPositions() < CapsConfig.defaults().maxPositions()) {
            rules.add(new PositionCountCap(caps.maxPositions(), universe.size()));
        }
    }

    private static void addTail(List<RiskRule> rules, List<RiskObserver> memories, LayerContext context) {
        TailConfig tail = context.config().risk().rules().tail();
        boolean isStressed = tail.stress().enabled();
        if (!(tail.valueAtRisk().isSet()
                || tail.expectedShortfall().isSet()
                || tail.correlatedHeat().isSet()
                || isStressed)) {
            return;
        }
        ReturnWindow returns = new ReturnWindow(
                tail.window(), tail.interval(), context.universe().size());
        memories.add(returns);
        if (tail.valueAtRisk().isSet()) {
            rules.add(new ValueAtRiskGate(tail, returns));
        }
        if (tail.expectedShortfall().isSet()) {
            rules.add(new ExpectedShortfallGate(tail, returns));
        }
        if (tail.correlatedHeat().isSet()) {
            rules.add(new CorrelatedHeat(tail.correlatedHeat(), returns));
        }
        if (isStressed) {
            MarketMemory memory = memory(context);
            memories.add(memory);
            double haltAt = context.config().risk().breaker().haltAt();
            rules.add(new StressGate(tail.stress(), haltAt, returns, memory));
        }
    }

    private static MarketMemory memory(LayerContext context) {
        double assumed = 2 * context.config().execution().halfSpreadBps() * BASIS_POINT;
        int bars = context.config().risk().rules().market().volumeBars();
        return new MarketMemory(context.universe().size(), bars, assumed);
    }

    /** The highest fee for taking liquidity that any venue charges, as a share of worth; a rebate is not counted on. */
    private static double highestFee(LayerContext context) {
        List<Venue> venues = context.universe().venues();
        double bps = venues.size() == 1 ? 0 : context.config().execution().takerFeeBps();
        for (Venue venue : venues) {
            bps = Math.max(bps, venue.takerFeeBps());
        }
        return Math.max(bps, 0) * BASIS_POINT;
    }
}
