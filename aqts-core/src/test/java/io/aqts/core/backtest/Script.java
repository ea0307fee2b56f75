package io.aqts.core.backtest;

import io.aqts.DataSource;
import io.aqts.config.ExecutionConfig;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Bars, and what is wanted after each of them whatever came of it before.
 *
 * @param bars open, high, low and close
 * @param wanted an intent for each step
 */
record Script(List<List<Double>> bars, List<Wanted> wanted) {

    private static final long MINUTE = 60_000_000_000L;
    private static final Instrument COIN = Instrument.of("COIN/USDT");

    /** One intent after one bar. */
    record Wanted(int step, OrderIntent intent) {}

    static Script of(List<Wanted> wanted, double[]... bars) {
        List<List<Double>> all = new ArrayList<>();
        for (double[] bar : bars) {
            all.add(List.of(bar[0], bar[1], bar[2], bar[3]));
        }
        return new Script(all, wanted);
    }

    /** {@return the wish to buy one unit after the first bar, with exits unless they are zero} */
    static List<Wanted> buy(double units, double stop, double target) {
        return List.of(new Wanted(0, open(Side.BUY, units, new ExitPlan(stop, target, 0))));
    }

    /** {@return prices that go up and down, bought and sold at fixed steps} */
    static Script wave(int seed) {
        List<List<Double>> bars = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double price =
                    StrictMath.rint(100_000 * (100 + 10 * StrictMath.sin((i + seed) / (3.0 + seed % 7)))) / 100_000;
            bars.add(List.of(price, price, price, price));
            if (i % 5 == 0) {
                Side side = i / 5 % 2 == 0 ? Side.BUY : Side.SELL;
                wanted.add(new Wanted(i, open(side, 1 + seed % 3, ExitPlan.NONE)));
            }
        }
        return new Script(bars, wanted);
    }

    static Arbitrary<Script> any() {
        Arbitrary<Integer> price = Arbitraries.integers().between(92, 108);
        Arbitrary<List<List<Double>>> bars = Combinators.combine(price, price, price, price)
                .as((a, b, c, d) -> List.of(
                        (double) a,
                        (double) Math.max(Math.max(a, b), Math.max(c, d)),
                        (double) Math.min(Math.min(a, b), Math.min(c, d)),
                        (double) b))
                .list()
                .ofMinSize(2)
                .ofMaxSize(20);
        Arbitrary<Integer> distance = Arbitraries.integers().between(0, 6);
        Arbitrary<List<Wanted>> wanted = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(Side.class),
                        distance,
                        distance,
                        Arbitraries.of(OrderIntent.UNBOUNDED, 0.0, 50.0))
                .as((step, side, stop, target, slippage) -> new Wanted(
                        step,
                        new OrderIntent(
                                0,
                                side,
                                Sizing.units(1),
                                Pricing.market(slippage),
                                Lifetime.GTC,
                                Instructions.PLAIN,
                                new ExitPlan(
                                        stop == 0 ? 0 : 100 - side.sign() * stop,
                                        target == 0 ? 0 : 100 + side.sign() * target,
                                        0),
                                ReasonCode.SIGNAL)))
                .list()
                .ofMaxSize(6);
        return Combinators.combine(bars, wanted).as(Script::new);
    }

    /** {@return the same bars with the first of the wishes only} */
    Script withOneTrade() {
        return new Script(bars, wanted.isEmpty() ? wanted : wanted.subList(0, 1));
    }

    /** {@return a run without spread, fees, latency and chance, except as changed} */
    AqtsBuilder builder(UnaryOperator<ExecutionConfig.Builder> change) {
        return Aqts.backtest(context -> source())
                .config(c -> c.backtest(b -> b.steps(0).iterations(1))
                        .risk(r -> r.breaker(b -> b.reduceAt(0.9).haltAt(0.95)))
                        .execution(e -> change.apply(e.halfSpreadBps(0)
                                .makerFeeBps(0)
                                .takerFeeBps(0)
                                .latencyMin(Duration.ZERO)
                                .latencyMax(Duration.ZERO)
                                .partialFillProbability(0))))
                .detector(context -> snapshot -> List.of())
                .risk(context -> (decision, snapshot, portfolio) -> verdicts(snapshot));
    }

    private List<RiskVerdict> verdicts(MarketSnapshot snapshot) {
        List<RiskVerdict> verdicts = new ArrayList<>();
        for (Wanted each : wanted) {
            if ((each.step() + 1) * MINUTE == snapshot.epochNanos()) {
                verdicts.add(new RiskVerdict.Approved(each.intent(), List.of()));
            }
        }
        return verdicts;
    }

    private DataSource source() {
        List<MarketSnapshot> snapshots = new ArrayList<>();
        for (List<Double> bar : bars) {
            long now = (snapshots.size() + 1) * MINUTE;
            snapshots.add(MarketSnapshot.of(
                    now,
                    List.of(InstrumentMarket.of(
                            new Bar(now, MINUTE, bar.get(0), bar.get(1), bar.get(2), bar.get(3), 1000)))));
        }
        Iterator<MarketSnapshot> each = snapshots.iterator();
        return new DataSource() {
            @Override
            public Universe universe() {
                return Universe.of(COIN);
            }

            @Override
            public Optional<MarketSnapshot> next() {
                return each.hasNext() ? Optional.of(each.next()) : Optional.empty();
            }
        };
    }

    private static OrderIntent open(Side side, double units, ExitPlan exits) {
        return new OrderIntent(
                0,
                side,
                Sizing.units(units),
                Pricing.market(),
                Lifetime.GTC,
                Instructions.PLAIN,
                exits,
                ReasonCode.SIGNAL);
    }
}
