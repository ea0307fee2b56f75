package io.aqts.benchmarks;

import io.aqts.core.data.BarSeries;
import io.aqts.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/** The same strategy in ta4j, with its faster number type. */
final class Ta4jCross {

    private final org.ta4j.core.BarSeries series;

    Ta4jCross(BarSeries bars) {
        series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.bar(i);
            series.addBar(
                    Duration.ofNanos(bar.intervalNanos()),
                    Instant.ofEpochSecond(0, bar.epochNanos()).atZone(ZoneOffset.UTC),
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    bar.volume());
        }
    }

    TradingRecord run(int fast, int slow) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator quick = new SMAIndicator(close, fast);
        SMAIndicator steady = new SMAIndicator(close, slow);
        BaseStrategy strategy =
                new BaseStrategy(new OverIndicatorRule(quick, steady), new UnderIndicatorRule(quick, steady), slow - 1);
        BarSeriesManager manager = new BarSeriesManager(
                series, new LinearTransactionCostModel(0.001), new ZeroCostModel(), new TradeOnNextOpenModel());
        return manager.run(strategy, TradeType.BUY, DoubleNum.valueOf(10));
    }
}
