package io.aqts.core;

import io.aqts.DataSource;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A source that plays given snapshots and counts how often it is asked and closed. */
final class Feed implements DataSource {

    static final long MINUTE = 60_000_000_000L;
    static final Instrument BTC =
            new Instrument("BTC/USDT", "BTC", "USDT", Decimal.of("0.01"), Decimal.of("0.00001"), Decimal.ZERO);

    private final Universe universe;
    private final List<MarketSnapshot> snapshots;
    private int position;
    private int closed;

    Feed(Universe universe, List<MarketSnapshot> snapshots) {
        this.universe = universe;
        this.snapshots = List.copyOf(snapshots);
    }

    /** One instrument whose bars open where the one before closed. */
    static Feed of(double... closes) {
        return new Feed(Universe.of(BTC), bars(closes));
    }

    static List<MarketSnapshot> bars(double... closes) {
        List<MarketSnapshot> snapshots = new ArrayList<>();
        double open = closes[0];
        for (int i = 0; i < closes.length; i++) {
            long now = (i + 1) * MINUTE;
            double high = Math.max(open, closes[i]);
            double low = Math.min(open, closes[i]);
            snapshots.add(MarketSnapshot.of(
                    now, List.of(InstrumentMarket.of(new Bar(now, MINUTE, open, high, low, closes[i], 10)))));
            open = closes[i];
        }
        return snapshots;
    }

    /** Prices that rise for a while and fall for a while. */
    static double[] waves(int length) {
        double[] closes = new double[length];
        for (int i = 0; i < length; i++) {
            closes[i] = StrictMath.rint(100 * (100 + 10 * StrictMath.sin(i / 15.0))) / 100;
        }
        return closes;
    }

    int closed() {
        return closed;
    }

    int asked() {
        return position;
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public Optional<MarketSnapshot> next() {
        int at = position++;
        return at < snapshots.size() ? Optional.of(snapshots.get(at)) : Optional.empty();
    }

    @Override
    public void close() {
        closed++;
    }
}
