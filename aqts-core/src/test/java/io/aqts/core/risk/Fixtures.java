package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.RiskConfig;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderLimits;
import io.aqts.market.Universe;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Small values for the tests of this package. */
final class Fixtures {

    static final long MINUTE = 60_000_000_000L;
    static final Instrument BTC =
            new Instrument("BTC/USDT", "BTC", "USDT", Decimal.of("0.01"), Decimal.of("0.00001"), Decimal.of("10"));
    static final Instrument ETH =
            new Instrument("ETH/USDT", "ETH", "USDT", Decimal.of("0.01"), Decimal.of("0.001"), Decimal.ZERO);

    private Fixtures() {}

    static LayerContext context(UnaryOperator<RiskConfig.Builder> change, Instrument... instruments) {
        return context(AqtsConfig.defaults().with(c -> c.risk(change)), instruments);
    }

    static LayerContext context(AqtsConfig config, Instrument... instruments) {
        return new LayerContext(config, Universe.of(instruments), "risk");
    }

    /** Opens a gate without the engine, by reflection, which works on the class path only. */
    static RiskGate gate(LayerContext context) {
        return gate(context, new Rulebook(context, List.of()), Instrument::limits);
    }

    static RiskGate gate(LayerContext context, Rulebook rulebook, Function<Instrument, OrderLimits> limits) {
        try {
            Constructor<RiskGate> secret =
                    RiskGate.class.getDeclaredConstructor(LayerContext.class, Rulebook.class, Function.class);
            secret.setAccessible(true);
            return secret.newInstance(context, rulebook, limits);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static RiskConfig.Builder cashAccount(RiskConfig.Builder risk) {
        return risk.maxLeverage(1).shortAllowed(false);
    }

    static Position holding(String quantity, double mark) {
        Decimal units = Decimal.of(quantity);
        return new Position(units, units.times(Decimal.fromDouble(mark)), Decimal.ZERO, Decimal.ZERO, mark);
    }

    static Position flat(double mark) {
        return Position.FLAT.withMark(mark);
    }

    static Portfolio portfolio(String cash, Position... positions) {
        return portfolio(RiskState.NORMAL, cash, List.of(positions), List.of());
    }

    static Portfolio portfolio(RiskState state, String cash, List<Position> positions, List<OpenOrder> orders) {
        Portfolio draft = new Portfolio("USDT", Decimal.of(cash), positions, orders, 0, state);
        return new Portfolio(
                "USDT", Decimal.of(cash), positions, orders, draft.equity().toDouble(), state);
    }

    static RiskVerdict approved(OrderIntent intent) {
        return new RiskVerdict.Approved(intent, List.of(ReasonCode.SIGNAL));
    }

    static GateResult judge(RiskGate gate, Portfolio portfolio, OrderIntent intent) {
        begin(gate, portfolio, MINUTE, i -> portfolio.position(i).mark());
        return gate.judge(approved(intent));
    }

    static void begin(RiskGate gate, Portfolio portfolio, long epochNanos, Marks marks) {
        gate.begin(portfolio, quiet(epochNanos, portfolio.positions().size()), Decision.NONE, marks);
    }

    /** A moment that brings nothing. */
    static MarketSnapshot quiet(long epochNanos, int instruments) {
        return MarketSnapshot.of(epochNanos, Collections.nCopies(instruments, InstrumentMarket.QUIET));
    }

    static Decimal units(GateResult result) {
        return ((OrderSize.Units) result.orders().get(0).order().size()).quantity();
    }

    static Decimal spent(GateResult result) {
        return ((OrderSize.Spend) result.orders().get(0).order().size()).amount();
    }

    static Bar bar(int index, double open, double high, double low, double close) {
        return new Bar((index + 1) * MINUTE, MINUTE, open, high, low, close, 1);
    }

    static Bar bar(int index, double close) {
        return bar(index, close, close, close, close);
    }

    static MarketSnapshot snapshot(Bar... bars) {
        List<InstrumentMarket> markets = new ArrayList<>();
        for (Bar bar : bars) {
            markets.add(InstrumentMarket.of(bar));
        }
        return MarketSnapshot.of(bars[0].epochNanos(), markets);
    }

    static Proposal proposal(int instrument, Action action) {
        return proposal(instrument, action, 0);
    }

    static Proposal proposal(int instrument, Action action, double confidence) {
        Forecast forecast = new Forecast(0, 0.5, 0, 0, confidence);
        return new Proposal(instrument, action, 1, forecast, List.of(), List.of(ReasonCode.SIGNAL));
    }

    static Decision decision(Proposal... proposals) {
        return new Decision(List.of(proposals));
    }

    static OrderIntent intentOf(RiskVerdict verdict) {
        return verdict instanceof RiskVerdict.Reduced reduced
                ? reduced.intent()
                : ((RiskVerdict.Approved) verdict).intent();
    }

    static Side closingSide(Position position) {
        return position.quantity().isPositive() ? Side.SELL : Side.BUY;
    }
}
