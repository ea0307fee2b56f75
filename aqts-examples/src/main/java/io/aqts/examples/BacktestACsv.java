package io.aqts.examples;

import io.aqts.core.Aqts;
import io.aqts.core.Presets;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.backtest.BacktestReport;
import io.aqts.market.Instrument;
import java.nio.file.Path;

/** A backtest on a file of bars: timestamp,open,high,low,close,volume, plain or compressed. */
public final class BacktestACsv {

    private BacktestACsv() {}

    static BacktestReport run(Path file, String symbol) {
        Instrument instrument = Instrument.of(symbol);
        return Backtest.of(Aqts.backtest(file, instrument)
                        .preset(Presets.smaCross())
                        .config(c -> c.risk(r -> r.currency(instrument.quote()))
                                .detection(d -> d.smaCross(s -> s.fast(10).slow(40)))
                                .execution(e -> e.takerFeeBps(26))
                                .backtest(b -> b.steps(0).iterations(1))))
                .run();
    }

    /**
     * Trades two crossing averages over the whole file.
     *
     * @param args the file, and what it holds, such as BTC/USD
     */
    public static void main(String[] args) {
        InShort.lines(run(Path.of(args[0]), args[1])).forEach(System.out::println);
    }
}
