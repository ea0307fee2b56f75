package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.AqtsConfig;
import io.aqts.config.RiskConfig;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A random account in a random market, leaning on the edges, and intents of any bits for it. */
final class Scenario {

    private static final double[] EDGES = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0,
        -0.0,
        -1,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL / 3,
        Double.MAX_VALUE,
        1e-48,
        1e-9,
        1e77,
        1e300
    };
    private static final String[] STEPS = {"0.00000001", "0.00001", "0.001", "0.01", "0.25", "0.5", "1", "3", "100"};
    private static final double[] PRICES = {0.00001234, 0.37, 1, 99.5, 2_250, 42_000.17, 1e6};
    private static final double[] FACTORS = {0.001, 0.1, 0.3, 0.5, 0.999999, 1, 1, 1.000001, 1.2, 2, 7};

    final LayerContext context;
    final Portfolio portfolio;
    final double[] marks;
    private final Randomness chance;

    Scenario(Randomness chance) {
        this.chance = chance;
        Instrument[] instruments = new Instrument[1 + chance.nextInt(3)];
        marks = new double[instruments.length];
        for (int i = 0; i < instruments.length; i++) {
            marks[i] = pick(PRICES) * (1 + chance.nextDouble());
            instruments[i] = new Instrument(
                    "I" + i + "/USDT",
                    "I" + i,
                    "USDT",
                    step(marks[i] / 20),
                    step(2_000 / marks[i]),
                    Decimal.of(chance.nextInt(2) == 0 ? 0 : 10));
        }
        context = new LayerContext(config(), new Universe(List.of(instruments), venues()), "risk");
        portfolio = portfolio();
        for (int i = 0; i < marks.length; i++) {
            marks[i] = chance.nextInt(25) == 0 ? edge() : marks[i];
        }
    }

    double mark(int instrument) {
        return marks[instrument];
    }

    OrderIntent intent() {
        int n = marks.length;
        int instrument = chance.nextInt(20) == 0 ? (int) chance.nextLong() : chance.nextInt(n);
        int inside = instrument >= 0 && instrument < n ? instrument : 0;
        Side side = chance.nextInt(90) == 0 ? null : chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        return new OrderIntent(
                instrument,
                side,
                sizing(inside),
                Pricing.market(
                        chance.nextInt(2) == 0
                                ? OrderIntent.UNBOUNDED
                                : odd(pick(new double[] {0, 1, 18, 17.77, 500, 10_000}))),
                Lifetime.GTC,
                Instructions.reducing(chance.nextInt(4) == 0),
                chance.nextInt(90) == 0 ? null : plan(inside, side),
                chance.nextInt(90) == 0 ? null : ReasonCode.SIGNAL);
    }

    RiskVerdict verdict(OrderIntent intent) {
        return chance.nextInt(4) == 0
                ? new RiskVerdict.Reduced(intent, Sizing.units(1), List.of(ReasonCode.TRADE_RISK))
                : Fixtures.approved(intent);
    }

    private Sizing sizing(int instrument) {
        double equity = portfolio.markedEquity();
        double limit = pick(new double[] {
            context.config().risk().maxLeverage(),
            context.config().risk().sizing().maxPositionShare(),
            0.01
        });
        double held = portfolio.position(instrument).quantity().abs().toDouble();
        double units = held > 0 && chance.nextInt(2) == 0 ? held : equity * limit / marks[instrument];
        return switch (chance.nextInt(40)) {
            case 0 -> null;
            case 1, 2, 3, 4 -> Sizing.everything();
            case 5, 6, 7, 8, 9, 10, 11 ->
                Sizing.spend(
                        odd(pick(new double[] {equity * limit, portfolio.cash().toDouble()})));
            default -> Sizing.units(odd(units * pick(FACTORS)));
        };
    }

    private ExitPlan plan(int instrument, Side side) {
        if (chance.nextInt(2) == 0) {
            return ExitPlan.NONE;
        }
        int sign = side == Side.SELL ? -1 : 1;
        double mark = marks[instrument];
        double away = pick(new double[] {1e-9, 0.001, 0.02, 0.2, 0.7});
        double stop = chance.nextInt(4) == 0 ? 0 : odd(mark * (1 - sign * away));
        double target = chance.nextInt(2) == 0 ? 0 : odd(mark * (1 + sign * away));
        return new ExitPlan(stop, target, chance.nextInt(10) == 0 ? chance.nextLong() : 60);
    }

    private List<Venue> venues() {
        List<Venue> venues = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            venues.add(new Venue("v" + i, 0, 0, pick(new double[] {-5, 0, 4, 60})));
        }
        return venues;
    }

    private AqtsConfig config() {
        double cap = pick(new double[] {0.0001, 0.01, 0.04, 1});
        boolean isCashAccount = chance.nextInt(3) == 0;
        RiskConfig risk = RiskConfig.defaults().toBuilder()
                .shortAllowed(!isCashAccount && chance.nextInt(4) != 0)
                .maxLeverage(isCashAccount ? pick(new double[] {0.5, 1}) : pick(new double[] {0.5, 1, 1.5, 5}))
                .maxPortfolioRisk(pick(new double[] {0.001, 0.03, 1}))
                .sizing(s -> s.riskPerTradeCap(cap)
                        .coldStartRisk(0)
                        .maxPositionShare(pick(new double[] {0.1, 0.5, 1, 1, 9})))
                .build();
        double fee = pick(new double[] {-50, 0, 10, 26, 999});
        return AqtsConfig.defaults().with(c -> c.risk(risk).execution(e -> e.takerFeeBps(fee)));
    }

    private Portfolio portfolio() {
        List<Position> positions = new ArrayList<>();
        double cash = 100_000 * pick(FACTORS);
        for (int i = 0; i < marks.length; i++) {
            double share = chance.nextInt(2) == 0 ? 0 : pick(new double[] {-0.6, -0.1, 0.1, 0.4, 1.4});
            double units = share * cash / marks[i];
            Decimal quantity = Decimal.roundedToMultiple(
                    units,
                    chance.nextInt(3) == 0
                            ? Decimal.of(1, 18)
                            : context.universe().instrument(i).lotSize(),
                    RoundingMode.DOWN);
            positions.add(new Position(quantity, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, marks[i]));
        }
        double left = chance.nextInt(20) == 0 ? -cash : cash;
        Decimal exact = Decimal.roundedToMultiple(left, Decimal.of(1, 10), RoundingMode.DOWN);
        RiskState state = chance.nextInt(5) == 0 ? RiskState.values()[chance.nextInt(3)] : RiskState.NORMAL;
        double equity = left;
        for (int i = 0; i < marks.length; i++) {
            equity +=
                    positions.get(i).isFlat() ? 0 : positions.get(i).quantity().toDouble() * marks[i];
        }
        equity = chance.nextInt(30) == 0 ? edge() : equity;
        return new Portfolio("USDT", exact, positions, openOrders(positions), equity, state);
    }

    private List<OpenOrder> openOrders(List<Position> positions) {
        List<OpenOrder> orders = new ArrayList<>();
        for (int k = chance.nextInt(4); k > 0; k--) {
            int i = chance.nextInt(marks.length);
            double units = 100_000 * pick(FACTORS) / 5 / marks[i];
            Side side = chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
            Sizing sizing =
                    side == Side.BUY && chance.nextInt(4) == 0 ? Sizing.spend(units * marks[i]) : Sizing.units(units);
            double bps = chance.nextInt(2) == 0 ? OrderIntent.UNBOUNDED : 200;
            double stop = chance.nextInt(2) == 0 ? 0 : marks[i] * (1 - side.sign() * 0.05);
            OrderIntent intent = new OrderIntent(
                    i,
                    side,
                    sizing,
                    Pricing.market(bps),
                    Lifetime.GTC,
                    Instructions.PLAIN,
                    new ExitPlan(stop, 0, 0),
                    ReasonCode.SIGNAL);
            boolean fromFlat = chance.nextInt(2) == 0;
            for (ApprovedOrder approved : approvals(intent, fromFlat ? null : positions.get(i))) {
                boolean isPart = approved.order().size() instanceof OrderSize.Units && chance.nextInt(3) == 0;
                orders.add(new OpenOrder(approved, isPart ? half(approved) : Decimal.ZERO));
            }
        }
        return orders;
    }

    private List<ApprovedOrder> approvals(OrderIntent intent, Position position) {
        AqtsConfig lenient = context.config()
                .with(c -> c.risk(r -> r.shortAllowed(true)
                        .maxLeverage(1e6)
                        .maxPortfolioRisk(1)
                        .sizing(s -> s.coldStartRisk(0).riskPerTradeCap(1).maxPositionShare(1e6))));
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            positions.add(i == intent.instrument() && position != null ? position : Position.FLAT);
        }
        RiskGate gate = Fixtures.gate(new LayerContext(lenient, context.universe(), "other"));
        Fixtures.begin(
                gate, new Portfolio("USDT", Decimal.ZERO, positions, List.of(), 1e12, RiskState.NORMAL), 0, this::mark);
        return gate.judge(Fixtures.approved(intent)).orders();
    }

    private static Decimal half(ApprovedOrder approved) {
        Decimal quantity = ((OrderSize.Units) approved.order().size()).quantity();
        return quantity.times(Decimal.of("0.5"));
    }

    private Decimal step(double usualMost) {
        String step = STEPS[chance.nextInt(STEPS.length)];
        for (int again = 0; again < 8 && Double.parseDouble(step) > usualMost; again++) {
            step = STEPS[chance.nextInt(STEPS.length)];
        }
        return Decimal.of(step);
    }

    private double odd(double usual) {
        return switch (chance.nextInt(30)) {
            case 0 -> edge();
            case 1 -> Double.longBitsToDouble(chance.nextLong());
            default -> usual;
        };
    }

    private double edge() {
        return pick(EDGES);
    }

    private double pick(double[] values) {
        return values[chance.nextInt(values.length)];
    }
}
