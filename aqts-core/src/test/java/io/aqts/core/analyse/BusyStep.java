package io.aqts.core.analyse;

import io.aqts.Step;
import io.aqts.market.AuctionKind;
import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.IndexReading;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.NewsItem;
import io.aqts.market.OnChainReading;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.SentimentReading;
import io.aqts.market.Trade;
import io.aqts.market.TradingStatus;
import io.aqts.signal.Action;
import io.aqts.signal.Contribution;
import io.aqts.signal.Decision;
import io.aqts.signal.Evidence;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.Decimal;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.List;

/** A step in which everything happens that can. */
final class BusyStep {

    private static final long NOW = 1_700_000_000_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;
    private static final List<ReasonCode> REASONS = List.of(ReasonCode.SIGNAL, ReasonCode.COLD_START);

    private BusyStep() {}

    static Step at(long index) {
        long now = NOW + index * MINUTE;
        return new Step(
                index,
                snapshot(now),
                signals(now),
                decision(),
                BusyTrade.verdicts(),
                BusyTrade.orders(now),
                BusyTrade.events(now),
                portfolio(now));
    }

    private static MarketSnapshot snapshot(long now) {
        InstrumentMarket first = new InstrumentMarket(
                new Bar(now, MINUTE, 100, 102, 99, 101, 12.5),
                List.of(
                        new Quote(0, now - 5, 100.9, 2, 101.1, 3, 1e6, 0.0001),
                        new Quote(1, now, 100.8, 1, 101, 1, 2e6, 0)),
                List.of(new OrderBook(
                        1,
                        now - 7,
                        List.of(new BookLevel(100.9, 2), new BookLevel(100.8, 1)),
                        List.of(new BookLevel(101.1, 3)))),
                List.of(new Trade(0, now - 9, 101, 0.5, true), new Trade(1, now, 100.9, 0.25, false)),
                happenings(now));
        return new MarketSnapshot(
                now,
                List.of(first, InstrumentMarket.of(new Bar(now - 1, MINUTE, 10, 11, 9, 10, 3))),
                List.of(
                        new SentimentReading(now - 30, "BTC", "twitter", 0.25, List.of("halving")),
                        new NewsItem(now - 20, "BTC", "wire", "Größe zählt", -0.5),
                        new OnChainReading(now - 10, "BTC", 1_000, -250, 3),
                        new MacroReading(now, 55, 0.0001, 1e8),
                        new IndexReading(now, "BTC", "dominance", 0.52)));
    }

    /** An event of each kind. */
    static List<MarketEvent> happenings(long now) {
        return List.of(
                new MarketEvent.DepthReset(now - 10, 0),
                new MarketEvent.DepthChange(now - 9, 1, Side.SELL, 101.2, 4),
                new MarketEvent.StatusChange(now - 8, TradingStatus.AUCTION),
                new MarketEvent.AuctionPrint(now - 7, 101, 50, AuctionKind.OPENING),
                new MarketEvent.GridChange(now - 6, Decimal.of("0.05"), Decimal.of("0.002")),
                new MarketEvent.MarkPrice(now - 5, 100.99),
                new MarketEvent.FundingDue(now - 4, 0.0001, 100.98),
                new MarketEvent.Split(now - 3, Decimal.of(2)),
                new MarketEvent.Dividend(now - 2, Decimal.of("0.3")),
                new MarketEvent.FinalSettlement(now - 1, Decimal.of("99.9")));
    }

    private static List<Signal> signals(long now) {
        return List.of(
                new Signal("qgita", 0, now, 0.62, 0.7, Evidence.NONE),
                new Signal("sma-cross", 1, now - 1, -0.5, 0.1, Evidence.NONE));
    }

    private static Decision decision() {
        Proposal rise = new Proposal(
                0,
                Action.GO_LONG,
                0.35,
                new Forecast(0.3, 0.6, 0.002, 30 * MINUTE, 0.44),
                List.of(new Contribution("logistic", 0.2, 0.6), new Contribution("detectors", 0.62, 0.2)),
                REASONS);
        return new Decision(List.of(rise, Proposal.hold(1, ReasonCode.LOW_CONFIDENCE)));
    }

    private static Portfolio portfolio(long now) {
        Position held =
                new Position(Decimal.of("0.75"), Decimal.of("75.1"), Decimal.of("3.2"), Decimal.of("0.15"), 101);
        return new Portfolio(
                "USDT",
                Decimal.of("99925.05"),
                List.of(held, Position.FLAT),
                BusyTrade.open(now),
                100_000.8,
                RiskState.REDUCING);
    }
}
