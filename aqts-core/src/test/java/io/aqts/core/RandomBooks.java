package io.aqts.core;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.market.AuctionKind;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.AuctionPrint;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.DepthReset;
import io.aqts.market.MarketEvent.StatusChange;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Trade;
import io.aqts.market.TradingStatus;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Order books at random without end: two instruments on two venues, with prints, gaps, crossed books, halts, auctions
 * and sessions. What a snapshot brings has one time; its bar gives marks, and fills nothing.
 */
final class RandomBooks implements DataSource {

    static final long INTERVAL = 50_000_000;
    private static final Universe UNIVERSE = new Universe(
            List.of(
                    Instrument.of("ONE/USD", Decimal.of("1"), Decimal.of("0.5")),
                    Instrument.of("TWO/USD", Decimal.of("0.5"), Decimal.of("0.01"))),
            List.of(new Venue("near", 0, 1, 5), new Venue("far", 3, -1, 10)));

    private final Randomness chance;
    private final long[] middles = {100, 400};
    private final TradingStatus[] status = {TradingStatus.OPEN, TradingStatus.OPEN};
    private long now = 1_700_000_000_000_000_000L;

    RandomBooks(LayerContext context) {
        chance = context.randomness("books");
    }

    RandomBooks(Randomness chance) {
        this.chance = chance;
    }

    @Override
    public Universe universe() {
        return UNIVERSE;
    }

    @Override
    public Optional<MarketSnapshot> next() {
        now += INTERVAL;
        return Optional.of(MarketSnapshot.of(now, List.of(market(0), market(1))));
    }

    private InstrumentMarket market(int instrument) {
        if (chance.nextInt(6) == 0) {
            return InstrumentMarket.QUIET;
        }
        double tick = UNIVERSE.instrument(instrument).tickSize().toDouble();
        middles[instrument] = Math.max(40, middles[instrument] + chance.nextInt(3) - 1);
        List<MarketEvent> events = new ArrayList<>();
        for (int n = chance.nextInt(6); n > 0; n--) {
            events.add(level(instrument, tick));
        }
        if (chance.nextInt(100) == 0) {
            events.add(new DepthReset(now, chance.nextInt(2)));
        }
        boolean wasOpen = status[instrument] == TradingStatus.OPEN;
        if (chance.nextInt(40) == 0) {
            status[instrument] = TradingStatus.values()[chance.nextInt(TradingStatus.values().length)];
            events.add(new StatusChange(now, status[instrument]));
        } else if (!wasOpen && chance.nextInt(3) == 0) {
            status[instrument] = TradingStatus.OPEN;
            events.add(new StatusChange(now, TradingStatus.OPEN));
        } else if (status[instrument] == TradingStatus.AUCTION) {
            AuctionKind kind = AuctionKind.values()[chance.nextInt(AuctionKind.values().length)];
            events.add(new AuctionPrint(now, middles[instrument] * tick, chance.nextInt(50), kind));
        }
        List<Trade> trades = new ArrayList<>();
        for (int n = status[instrument] == TradingStatus.OPEN && wasOpen ? chance.nextInt(3) : 0; n > 0; n--) {
            long price = middles[instrument] + chance.nextInt(9) - 4;
            trades.add(new Trade(
                    chance.nextInt(2), now, price * tick, 0.5 * (1 + chance.nextInt(60)), chance.nextInt(2) == 0));
        }
        double middle = middles[instrument] * tick;
        Bar bar = new Bar(now, INTERVAL, middle, middle, middle, middle, 1);
        return new InstrumentMarket(bar, List.of(), List.of(), trades, events);
    }

    /** A level that does not often cross the middle. */
    private DepthChange level(int instrument, double tick) {
        Side side = chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        long distance = chance.nextInt(chance.nextInt(4) == 0 ? 60 : 6) - (chance.nextInt(20) == 0 ? 3 : 0);
        long price = Math.max(1, middles[instrument] - side.sign() * (1 + distance));
        double quantity = chance.nextInt(3) == 0 ? 0 : 0.5 * chance.nextInt(200);
        return new DepthChange(now, chance.nextInt(2), side, price * tick, quantity);
    }
}
