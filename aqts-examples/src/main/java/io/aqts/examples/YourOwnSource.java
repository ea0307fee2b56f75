package io.aqts.examples;

import io.aqts.DataSource;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.Presets;
import io.aqts.core.backtest.Backtest;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.List;
import java.util.Optional;

/** A market of your own: prices that rise and fall like a tide, one bar an hour, for a hundred days. */
public final class YourOwnSource {

    private YourOwnSource() {}

    /** A price that swings by a tenth around 100 every twelve and a half days. */
    static final class Tide implements DataSource {

        private static final long HOUR_NANOS = 3_600_000_000_000L;

        private int hour;

        @Override
        public Universe universe() {
            return Universe.of(Instrument.of("TIDE/USDT"));
        }

        @Override
        public Optional<MarketSnapshot> next() {
            if (hour == 2_400) {
                return Optional.empty();
            }
            double open = price(hour++);
            double close = price(hour);
            long end = hour * HOUR_NANOS;
            Bar bar = new Bar(end, HOUR_NANOS, open, Math.max(open, close), Math.min(open, close), close, 1_000);
            return Optional.of(MarketSnapshot.of(end, List.of(InstrumentMarket.of(bar))));
        }

        private static double price(int hour) {
            return Math.rint(10_000 + 1_000 * StrictMath.sin(2 * Math.PI * hour / 300)) / 100;
        }
    }

    static AqtsBuilder wire() {
        return Aqts.backtest(context -> new Tide())
                .preset(Presets.smaCross())
                .config(c -> c.backtest(b -> b.iterations(1).steps(0)));
    }

    /**
     * Trades two crossing averages on the tide, which suits them as no market does.
     *
     * @param args none
     */
    public static void main(String[] args) {
        InShort.lines(Backtest.of(wire()).run()).forEach(System.out::println);
    }
}
