package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.AqtsConfig;
import io.aqts.config.CapConfig;
import io.aqts.config.CapMode;
import io.aqts.config.CapsConfig;
import io.aqts.config.ClusterCap;
import io.aqts.config.DrawdownTier;
import io.aqts.config.LossConfig;
import io.aqts.config.MarketRulesConfig;
import io.aqts.config.NamedCap;
import io.aqts.config.RiskConfig;
import io.aqts.config.RulesConfig;
import io.aqts.config.TailConfig;
import io.aqts.config.TailMethod;
import io.aqts.config.UnknownVolatility;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.market.Universe;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A random history of three markets with quotes, a portfolio at its end, rules of all kinds, and intents. */
final class RuleScene {

    private static final long MINUTE = 60_000_000_000L;
    private static final long START = 1_736_899_200_000_000_000L;
    private static final double[] SHARES = {0.02, 0.1, 0.5, 1, 3};

    final RulesConfig rules;
    final List<MarketSnapshot> history = new ArrayList<>();
    final List<Double> equities = new ArrayList<>();
    final Decision decision;
    final OrderIntent first;
    final OrderIntent second;
    private final Randomness chance;
    private final double scale;
    private final long shift;
    private final boolean isRelabeled;
    private final double[] prices;
    private final List<Position> positions = new ArrayList<>();

    RuleScene(long seed) {
        this(seed, 1, 0, false);
    }

    /** The same scene with all money multiplied, at another time, or with the first two instruments exchanged. */
    RuleScene(long seed, double scale, long shift, boolean isRelabeled) {
        this.chance = Randomness.of(seed);
        this.scale = scale;
        this.shift = shift;
        this.isRelabeled = isRelabeled;
        this.rules = rules();
        this.prices = new double[] {100 * scale, 40 * scale, 700 * scale};
        int samples = 20 + chance.nextInt(140);
        for (int t = 0; t < samples; t++) {
            history.add(snapshot(t));
            equities.add(100_000 * scale * (1 - chance.nextDouble() * 0.17));
        }
        for (int i = 0; i < 3; i++) {
            positions.add(position(chance.nextInt(2) == 0 ? 0 : chance.nextDouble(-0.4, 0.4), i));
        }
        first = intent();
        second = intent();
        decision = decision();
    }

    RiskGate gate(RulesConfig other) {
        AqtsConfig config = AqtsConfig.defaults()
                .with(c -> c.risk(RiskConfig.defaults().toBuilder()
                        .rules(other)
                        .maxPortfolioRisk(1)
                        .sizing(s -> s.riskPerTradeCap(1).maxPositionShare(50))
                        .maxLeverage(50)
                        .build()));
        Instrument[] instruments = {coin("A"), coin("B"), coin("C")};
        if (isRelabeled) {
            Instrument swapped = instruments[0];
            instruments[0] = instruments[1];
            instruments[1] = swapped;
        }
        LayerContext context = new LayerContext(config, Universe.of(instruments), "rules");
        Rulebook rulebook = new Rulebook(context, List.of());
        RiskGate gate = Fixtures.gate(context, rulebook, Instrument::limits);
        for (int t = 0; t < history.size(); t++) {
            MarketSnapshot snapshot = relabeled(history.get(t));
            rulebook.onStep(gate.view(portfolio(equities.get(t)), snapshot, marks(snapshot)));
            rulebook.onDecision(relabeled(decision));
        }
        return gate;
    }

    /** What is approved of the two intents in one step, in units. */
    double[] judge(RulesConfig other) {
        RiskGate gate = gate(other);
        begin(gate);
        return new double[] {units(gate, first), units(gate, second)};
    }

    void begin(RiskGate gate) {
        MarketSnapshot last = relabeled(history.get(history.size() - 1));
        gate.begin(portfolio(equities.get(equities.size() - 1)), last, relabeled(decision), marks(last));
    }

    static double units(GateResult result) {
        return result.isApproved() ? Fixtures.units(result).toDouble() : 0;
    }

    private double units(RiskGate gate, OrderIntent intent) {
        return units(gate.judge(Fixtures.approved(relabeled(intent))));
    }

    Portfolio portfolio(double equity) {
        List<Position> all = new ArrayList<>(positions.isEmpty() ? List.of(flat(), flat(), flat()) : positions);
        if (isRelabeled) {
            all.add(0, all.remove(1));
        }
        return new Portfolio("USDT", Decimal.of(1_000_000), all, List.of(), equity, RiskState.NORMAL);
    }

    private static Position flat() {
        return Position.FLAT;
    }

    OrderIntent relabeled(OrderIntent intent) {
        return new OrderIntent(
                place(intent.instrument()),
                intent.side(),
                intent.sizing(),
                intent.pricing(),
                Lifetime.GTC,
                intent.instructions(),
                intent.exitPlan(),
                intent.reason());
    }

    private Decision relabeled(Decision all) {
        List<Proposal> proposals = new ArrayList<>();
        for (Proposal each : all.proposals()) {
            proposals.add(new Proposal(
                    place(each.instrument()), each.action(), 1, each.forecast(), List.of(), each.reasons()));
        }
        return new Decision(proposals);
    }

    private MarketSnapshot relabeled(MarketSnapshot snapshot) {
        List<InstrumentMarket> markets = new ArrayList<>(snapshot.instruments());
        if (isRelabeled) {
            markets.add(0, markets.remove(1));
        }
        return MarketSnapshot.of(snapshot.epochNanos(), markets);
    }

    private int place(int instrument) {
        return isRelabeled && instrument < 2 ? 1 - instrument : instrument;
    }

    private Marks marks(MarketSnapshot snapshot) {
        return instrument -> snapshot.instrument(instrument).price();
    }

    private MarketSnapshot snapshot(int t) {
        long now = START + shift + (t + 1) * MINUTE;
        List<InstrumentMarket> markets = new ArrayList<>();
        double common = chance.nextGaussian();
        for (int i = 0; i < prices.length; i++) {
            prices[i] *= 1 + 0.004 * common + 0.003 * (i + 1) * chance.nextGaussian();
            double p = prices[i];
            Bar bar = new Bar(now, MINUTE, p, p * 1.002, p * 0.997, p, chance.nextDouble(5, 900));
            double half = p * chance.nextDouble(1e-5, 1e-3);
            Quote quote =
                    new Quote(0, now, p - half, chance.nextDouble(1, 400), p + half, chance.nextDouble(1, 400), 0, 0);
            markets.add(new InstrumentMarket(bar, List.of(quote), List.of(), List.of()));
        }
        return MarketSnapshot.of(now, markets);
    }

    private Position position(double share, int instrument) {
        double units = share * 100_000 * scale / prices[instrument];
        Decimal exact = Decimal.roundedToMultiple(units, Decimal.of("0.001"), RoundingMode.DOWN);
        return new Position(exact, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, prices[instrument]);
    }

    private OrderIntent intent() {
        int i = chance.nextInt(3);
        Side side = chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        double worth = 100_000 * scale * SHARES[chance.nextInt(SHARES.length)] * chance.nextDouble(0.5, 1.5);
        double bps = chance.nextInt(2) == 0 ? OrderIntent.UNBOUNDED : chance.nextDouble(1, 60);
        double away = chance.nextDouble(0.01, 0.05);
        double stop = chance.nextInt(3) == 0 ? 0 : prices[i] * (1 - side.sign() * away);
        return new OrderIntent(
                i,
                side,
                Sizing.units(worth / prices[i]),
                Pricing.market(bps),
                Lifetime.GTC,
                Instructions.PLAIN,
                new ExitPlan(stop, 0, 0),
                ReasonCode.SIGNAL);
    }

    private Decision decision() {
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            boolean isUp = first.instrument() == i ? first.side() == Side.BUY : second.side() == Side.BUY;
            Forecast forecast = new Forecast(0, 0.5, (isUp ? 1 : -1) * chance.nextDouble(-0.002, 0.02), 0, 0.5);
            Action action = isUp ? Action.GO_LONG : Action.GO_SHORT;
            proposals.add(new Proposal(i, action, 1, forecast, List.of(), List.of(ReasonCode.SIGNAL)));
        }
        return new Decision(proposals);
    }

    private RulesConfig rules() {
        return RulesConfig.defaults().toBuilder()
                .caps(this::caps)
                .size(s -> s.volatilityTarget(maybe(0.3, 2))
                        .targetVolatility(0.006)
                        .whenUnknown(UnknownVolatility.values()[chance.nextInt(2)])
                        .rangeRisk(maybe(0.005, 0.05)))
                .losses(this::losses)
                .tail(this::tail)
                .market(this::market)
                .margin(m -> chance.nextInt(3) > 0
                        ? m
                        : m.initialShare(0.5).stopAt(CapConfig.share(0.6)).resumeBelow(0.1))
                .conduct(c -> c.priceBand(pick(1, 0.004))
                        .selfCross(chance.nextInt(2) == 0)
                        .maxOrders(chance.nextInt(4) == 0 ? 1 : 20)
                        .maxQuantity(chance.nextInt(5) == 0 ? CapConfig.amount(3_000) : CapConfig.NONE)
                        .maxNotional(chance.nextInt(4) == 0 ? CapConfig.share(2) : CapConfig.NONE))
                .build();
    }

    private CapsConfig.Builder caps(CapsConfig.Builder caps) {
        return caps.position(maybe(0.1, 1))
                .gross(maybe(0.4, 2))
                .net(maybe(0.2, 1))
                .instruments(chance.nextInt(3) > 0 ? List.of() : List.of(new NamedCap("B/USDT", CapMode.SHARE, 0.2)))
                .clusters(
                        chance.nextInt(3) > 0
                                ? List.of()
                                : List.of(new ClusterCap("ab", List.of("A/USDT", "B/USDT"), CapMode.SHARE, 0.4)))
                .quotes(chance.nextInt(4) > 0 ? List.of() : List.of(new NamedCap("USDT", CapMode.SHARE, 0.9)))
                .maxPositions(chance.nextInt(3) > 0 ? 1_000_000 : 2);
    }

    private LossConfig.Builder losses(LossConfig.Builder losses) {
        return losses.daily(maybe(0.1, 0.2))
                .weekly(maybe(0.1, 0.2))
                .tiers(chance.nextInt(3) > 0 ? List.of() : DrawdownTier.usual())
                .severe(s -> chance.nextInt(3) > 0
                        ? s
                        : s.drawdown(0.12).recoverAt(0.03).riskShare(0.01));
    }

    private TailConfig.Builder tail(TailConfig.Builder tail) {
        return tail.valueAtRisk(maybe(0.002, 0.02))
                .expectedShortfall(maybe(0.003, 0.03))
                .method(TailMethod.values()[chance.nextInt(3)])
                .tailShare(pick(0.05, 0.1))
                .window(30 + chance.nextInt(90))
                .correlatedHeat(maybe(0.005, 0.05))
                .stress(s -> s.enabled(chance.nextInt(3) == 0));
    }

    private MarketRulesConfig.Builder market(MarketRulesConfig.Builder market) {
        return market.maxSpreadBps(pick(20_000, 15))
                .depth(maybe(0.3, 5))
                .volume(maybe(0.3, 5))
                .volumeBars(10)
                .maxPriceAge(Duration.ofMinutes(5))
                .costGate(chance.nextInt(4) == 0)
                .minExpectedReturn(pick(-1, 0.001))
                .persistence(1 + chance.nextInt(3));
    }

    private CapConfig maybe(double low, double high) {
        return chance.nextInt(3) > 0 ? CapConfig.NONE : CapConfig.share(chance.nextDouble(low, high));
    }

    private double pick(double usual, double rare) {
        return chance.nextInt(3) > 0 ? usual : rare;
    }

    private Instrument coin(String name) {
        return new Instrument(name + "/USDT", name, "USDT", Decimal.of("0.000001"), Decimal.of("0.001"), Decimal.ZERO);
    }
}
