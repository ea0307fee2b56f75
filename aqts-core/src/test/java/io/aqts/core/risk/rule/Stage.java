package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.RiskView;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Forecast;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A moment whose every figure a test can set: three instruments at 100 each, an equity of 100,000, and nothing held.
 */
final class Stage implements RiskView {

    static final long MINUTE = 60_000_000_000L;
    static final double ALL = Double.POSITIVE_INFINITY;

    final double[] prices = {100, 100, 100};
    final double[] factors = {1, 1, 1};
    final double[] bought = new double[3];
    final double[] sold = new double[3];
    final double[] longHeat = new double[3];
    final double[] shortHeat = new double[3];
    final InstrumentMarket[] markets = new InstrumentMarket[3];
    final List<OpenOrder> open = new ArrayList<>();
    final List<ApprovedOrder> approved = new ArrayList<>();
    double equity = 100_000;
    long now;

    Stage() {
        Arrays.fill(markets, InstrumentMarket.QUIET);
    }

    /** A position worth so much, negative if short. */
    Stage holding(int instrument, double worth) {
        bought[instrument] = worth;
        sold[instrument] = -worth;
        return this;
    }

    Stage equity(double marked) {
        equity = marked;
        return this;
    }

    Stage at(long epochNanos) {
        now = epochNanos;
        return this;
    }

    /** A bar of an instrument at a price, and nothing of the others. */
    Stage bar(int instrument, double close) {
        return bar(instrument, close, 1);
    }

    Stage bar(int instrument, double close, double volume) {
        prices[instrument] = close;
        Arrays.fill(markets, InstrumentMarket.QUIET);
        markets[instrument] = InstrumentMarket.of(new Bar(now, MINUTE, close, close, close, close, volume));
        return this;
    }

    RiskCandidate buying(double quantity) {
        return candidate(0, Side.BUY, quantity);
    }

    RiskCandidate selling(double quantity) {
        return candidate(0, Side.SELL, quantity);
    }

    RiskCandidate candidate(int instrument, Side side, double quantity) {
        return new RiskCandidate(instrument, side, quantity, prices[instrument], 0, Forecast.NONE, this);
    }

    RiskCandidate stopped(Side side, double quantity, double stop) {
        return new RiskCandidate(0, side, quantity, prices[0], stop, Forecast.NONE, this);
    }

    RiskCandidate expecting(Side side, double expectedReturn, double price) {
        return new RiskCandidate(0, side, 1, price, 0, new Forecast(0, 0.5, expectedReturn, 0, 0), this);
    }

    double allowed(RiskRule rule) {
        return rule.allowedQuantity(buying(1e9));
    }

    @Override
    public MarketSnapshot snapshot() {
        return MarketSnapshot.of(now, List.of(markets));
    }

    @Override
    public Portfolio portfolio() {
        return new Portfolio(
                "USDT", Decimal.of(1), Collections.nCopies(3, Position.FLAT), open, equity, RiskState.NORMAL);
    }

    @Override
    public List<ApprovedOrder> approved() {
        return approved;
    }

    @Override
    public double price(int instrument) {
        return prices[instrument];
    }

    @Override
    public double unitValue(int instrument) {
        return prices[instrument] * factors[instrument];
    }

    @Override
    public double exposure(int instrument, Side side) {
        return side == Side.BUY ? bought[instrument] : sold[instrument];
    }

    @Override
    public double heat(int instrument, Side side) {
        return side == Side.BUY ? longHeat[instrument] : shortHeat[instrument];
    }
}
