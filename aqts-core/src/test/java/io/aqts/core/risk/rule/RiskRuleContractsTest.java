package io.aqts.core.risk.rule;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.CapConfig;
import io.aqts.config.DrawdownTier;
import io.aqts.config.SessionConfig;
import io.aqts.config.SessionWindow;
import io.aqts.config.SevereLossConfig;
import io.aqts.config.StopOutConfig;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Group;

/** The rules that ship keep the promises of every rule. */
class RiskRuleContractsTest {

    private static final SessionWindow OFFICE = new SessionWindow("UTC", List.of(DayOfWeek.values()), "08:00", "17:00");

    @Group
    class PositionValue extends BuiltInRule {
        PositionValue() {
            super(0.2, 0.02, bad("caps.position", "-1.0", r -> r.caps(c -> c.position(CapConfig.share(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new PositionValueCap(CapConfig.share(limit)));
        }
    }

    @Group
    class AllTogether extends BuiltInRule {
        AllTogether() {
            super(0.5, 0.05, bad("caps.gross", "-1.0", r -> r.caps(c -> c.gross(CapConfig.share(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(Groups.all(CapConfig.share(limit), context.universe()));
        }
    }

    @Group
    class Net extends BuiltInRule {
        Net() {
            super(0.5, 0.05, bad("caps.net", "NaN", r -> r.caps(c -> c.net(CapConfig.amount(Double.NaN)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(
                    new NetCap(CapConfig.share(limit), context.universe().size()));
        }
    }

    @Group
    class PositionCount extends BuiltInRule {
        PositionCount() {
            super(2, 1, bad("caps.maxPositions", "0", r -> r.caps(c -> c.maxPositions(0))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(
                    new PositionCountCap((int) limit, context.universe().size()));
        }
    }

    @Group
    class Fat extends BuiltInRule {
        Fat() {
            super(1, 0.01, bad("conduct.maxNotional", "-1.0", r -> r.conduct(c -> c.maxNotional(CapConfig.share(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new FatFinger(CapConfig.NONE, CapConfig.share(limit)));
        }

        @Override
        public boolean refusesSizes() {
            return true;
        }
    }

    @Group
    class Collar extends BuiltInRule {
        Collar() {
            super(0.01, 0.0005, bad("conduct.priceBand", "2.0", r -> r.conduct(c -> c.priceBand(2))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new PriceCollar(limit));
        }
    }

    @Group
    class Duplicate extends BuiltInRule {
        Duplicate() {
            super(
                    2,
                    6000,
                    bad(
                            "conduct.duplicateWindow",
                            "PT-1S",
                            r -> r.conduct(c -> c.duplicateWindow(Duration.ofSeconds(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new DuplicateGuard(
                    Duration.ofMinutes((long) limit), context.universe().size()));
        }
    }

    @Group
    class SelfCross extends BuiltInRule {
        SelfCross() {
            super(0, 0);
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new SelfCrossGuard());
        }
    }

    @Group
    class Rate extends BuiltInRule {
        Rate() {
            super(20, 1, bad("conduct.maxOrders", "0", r -> r.conduct(c -> c.maxOrders(0))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new RateLimit((int) limit, Duration.ofDays(6)));
        }
    }

    @Group
    class Hours extends BuiltInRule {
        Hours() {
            super(
                    0,
                    240,
                    bad("session.closeBefore", "PT-1S", r -> r.session(s -> s.closeBefore(Duration.ofSeconds(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new SessionGate(
                    new SessionConfig(List.of(OFFICE), List.of(), true, Duration.ofMinutes((long) limit))));
        }
    }

    @Group
    class Daily extends BuiltInRule {
        Daily() {
            super(0.2, 0.0001, bad("losses.daily", "-1.0", r -> r.losses(l -> l.daily(CapConfig.share(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(LossLimit.daily(CapConfig.share(limit), ZoneOffset.UTC));
        }
    }

    @Group
    class Weekly extends BuiltInRule {
        Weekly() {
            super(0.2, 0.0001, bad("losses.zone", "\"Mars\"", r -> r.losses(l -> l.zone("Mars"))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(LossLimit.weekly(CapConfig.share(limit), ZoneOffset.UTC));
        }
    }

    @Group
    class Tiers extends BuiltInRule {
        Tiers() {
            super(
                    0.02,
                    0.0001,
                    bad(
                            "losses.tiers[].drawdown",
                            "2.0",
                            r -> r.losses(l -> l.tiers(List.of(new DrawdownTier(2, 1, 1))))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new DrawdownTiers(
                    List.of(new DrawdownTier(0, limit, 9)), context.universe().size()));
        }
    }

    @Group
    class Severe extends BuiltInRule {
        Severe() {
            super(0.3, 0.001, bad("losses.severe.drawdown", "0.0", r -> r.losses(l -> l.severe(s -> s.drawdown(0)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new SevereLoss(new SevereLossConfig(limit, 0.0001, 0.001)));
        }
    }

    @Group
    class Rest extends BuiltInRule {
        Rest() {
            super(1, 6000, bad("losses.cooldown", "PT-1S", r -> r.losses(l -> l.cooldown(Duration.ofSeconds(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new Cooldown(
                    Duration.ofMinutes((long) limit), context.universe().size()));
        }
    }

    @Group
    class StopOuts extends BuiltInRule {
        StopOuts() {
            super(1, 6000, bad("losses.stopOuts.count", "0", r -> r.losses(l -> l.stopOuts(s -> s.count(0)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new StopOutGuard(
                    new StopOutConfig(2, Duration.ofDays(9), Duration.ofMinutes((long) limit), true),
                    context.universe().size()));
        }
    }

    @Group
    class Spread extends BuiltInRule {
        Spread() {
            super(500, 0.01, bad("market.maxSpreadBps", "-1.0", r -> r.market(m -> m.maxSpreadBps(-1))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            MarketMemory memory = memory(context);
            return Subject.of(new SpreadGate(limit, memory), memory);
        }
    }

    @Group
    class Stale extends BuiltInRule {
        Stale() {
            super(
                    36000,
                    0,
                    bad("market.maxPriceAge", "PT-1S", r -> r.market(m -> m.maxPriceAge(Duration.ofSeconds(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            MarketMemory memory = memory(context);
            return Subject.of(new StalenessGate(Duration.ofSeconds((long) limit), memory), memory);
        }
    }

    @Group
    class Deep extends BuiltInRule {
        Deep() {
            super(0.5, 0.0001, bad("market.depth", "-1.0", r -> r.market(m -> m.depth(CapConfig.share(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            MarketMemory memory = memory(context);
            return Subject.of(new DepthGate(limit, memory), memory);
        }
    }

    @Group
    class Volume extends BuiltInRule {
        Volume() {
            super(0.5, 0.0001, bad("market.volume", "-1.0", r -> r.market(m -> m.volume(CapConfig.share(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            MarketMemory memory = memory(context);
            return Subject.of(new VolumeGate(limit, memory), memory);
        }
    }

    @Group
    class Cost extends BuiltInRule {
        Cost() {
            super(
                    0.0001,
                    0.1,
                    new BadSetting(
                            "execution.fees.takerBps",
                            "5000.0",
                            () -> AqtsConfig.defaults().with(c -> c.execution(e -> e.fees(f -> f.takerBps(5_000))))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            MarketMemory memory = memory(context);
            return Subject.of(new CostGate(limit, memory), memory);
        }
    }

    @Group
    class Expected extends BuiltInRule {
        Expected() {
            super(-0.01, 0.5, bad("market.minExpectedReturn", "2.0", r -> r.market(m -> m.minExpectedReturn(2))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new ExpectedReturnGate(limit));
        }
    }

    @Group
    class Persistent extends BuiltInRule {
        Persistent() {
            super(1, 3, bad("market.persistence", "0", r -> r.market(m -> m.persistence(0))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(
                    new PersistenceGate((int) limit, context.universe().size()));
        }
    }

    @Group
    class Target extends BuiltInRule {
        Target() {
            super(1, 0.01, bad("size.targetVolatility", "0.0", r -> r.size(s -> s.targetVolatility(0))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            BarVolatility volatility = volatility(context);
            return Subject.of(
                    new VolatilityTarget(
                            Settings.size(s -> s.volatilityTarget(CapConfig.share(limit))),
                            context.universe(),
                            volatility),
                    volatility);
        }
    }

    @Group
    class Range extends BuiltInRule {
        Range() {
            super(0.1, 0.0001, bad("size.rangeMultiple", "0.0", r -> r.size(s -> s.rangeMultiple(0))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            BarVolatility volatility = volatility(context);
            return Subject.of(
                    new RangeRisk(
                            Settings.size(s -> s.rangeRisk(CapConfig.share(limit))), context.universe(), volatility),
                    volatility);
        }
    }

    @Group
    class Margin extends BuiltInRule {
        Margin() {
            super(0.5, 0.01, bad("margin.initialShare", "0.0", r -> r.margin(m -> m.initialShare(0))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            return Subject.of(new MarginGate(
                    Settings.margin(0.1, limit, 0.001), context.universe().size()));
        }
    }

    @Group
    class Value extends BuiltInRule {
        Value() {
            super(0.1, 0.0001, bad("tail.window", "1", r -> r.tail(t -> t.window(1))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            ReturnWindow returns = returns(context);
            return Subject.of(
                    new ValueAtRiskGate(Settings.tail(t -> t.window(30).valueAtRisk(CapConfig.share(limit))), returns),
                    returns);
        }
    }

    @Group
    class Shortfall extends BuiltInRule {
        Shortfall() {
            super(0.1, 0.0001, bad("tail.tailShare", "0.9", r -> r.tail(t -> t.tailShare(0.9))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            ReturnWindow returns = returns(context);
            return Subject.of(
                    new ExpectedShortfallGate(
                            Settings.tail(t -> t.window(30).expectedShortfall(CapConfig.share(limit))), returns),
                    returns);
        }
    }

    @Group
    class Correlated extends BuiltInRule {
        Correlated() {
            super(
                    0.1,
                    0.0001,
                    bad("tail.correlatedHeat", "-1.0", r -> r.tail(t -> t.correlatedHeat(CapConfig.share(-1)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            ReturnWindow returns = returns(context);
            return Subject.of(new CorrelatedHeat(CapConfig.share(limit), returns), returns);
        }
    }

    @Group
    class Stress extends BuiltInRule {
        Stress() {
            super(0.5, 0.001, bad("tail.stress.gapSigmas", "0.0", r -> r.tail(t -> t.stress(s -> s.gapSigmas(0)))));
        }

        @Override
        Subject limited(LayerContext context, double limit) {
            ReturnWindow returns = returns(context);
            MarketMemory memory = memory(context);
            return Subject.of(new StressGate(Settings.stress(s -> s), limit, returns, memory), returns, memory);
        }
    }
}
