package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import java.util.ArrayList;
import java.util.List;

/** Makes up markets: when there is a snapshot, and what each instrument brings to it. */
final class MarketMaker {

    static final long START_NANOS = 1_600_000_020_000_000_000L;
    static final long BAR_NANOS = 60_000_000_000L;

    private static final long WEEKEND_NANOS = 2 * 86_400_000_000_000L;
    private static final List<Venue> VENUES = List.of(new Venue("near", 0, 2, 5), new Venue("far", 30_000_000, -1, 8));

    private final MarketKind kind;
    private final long seed;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<BarMaker> bars = new ArrayList<>();

    MarketMaker(MarketKind kind, long seed, int size) {
        this.kind = kind;
        this.seed = seed;
        for (int i = 0; i < size; i++) {
            Instrument instrument = instrument(kind, i);
            instruments.add(instrument);
            bars.add(new BarMaker(kind, instrument, Randomness.of(seed).split(instrument.symbol())));
        }
    }

    Market bars(int length) {
        List<MarketSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            long epochNanos = barEnd(i);
            List<InstrumentMarket> brought = new ArrayList<>();
            for (BarMaker maker : bars) {
                brought.add(maker.next(epochNanos));
            }
            snapshots.add(MarketSnapshot.of(epochNanos, brought));
        }
        return new Market(kind, seed, new Universe(instruments, List.of()), snapshots);
    }

    Market quoted(int length) {
        List<BookMaker> books = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            books.add(new BookMaker(
                    instruments.get(i), VENUES.size(), Randomness.of(seed).split("books" + i)));
        }
        Universe universe = new Universe(instruments, VENUES);
        ReadingMaker readings = new ReadingMaker(universe, Randomness.of(seed).split("readings"));
        List<MarketSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            boolean isBarDue = i % 3 == 2;
            long epochNanos = barEnd(i / 3) - aheadNanos(i % 3);
            List<InstrumentMarket> brought = new ArrayList<>();
            for (int k = 0; k < instruments.size(); k++) {
                InstrumentMarket own = isBarDue ? bars.get(k).next(epochNanos) : InstrumentMarket.QUIET;
                brought.add(books.get(k).around(own, bars.get(k).price(), epochNanos));
            }
            snapshots.add(new MarketSnapshot(epochNanos, brought, readings.until(epochNanos)));
        }
        return new Market(kind, seed, universe, snapshots);
    }

    /** How long before the end of the bar a snapshot is: in a market of ties, also not at all. */
    private long aheadNanos(int third) {
        return third == 0 ? BAR_NANOS / 2 : third == 2 || kind == MarketKind.TIES ? 0 : BAR_NANOS / 4;
    }

    private long barEnd(int number) {
        long weekends = kind == MarketKind.WEEKENDS ? number / 40 : 0;
        return START_NANOS + (number + 1) * BAR_NANOS + weekends * WEEKEND_NANOS;
    }

    private static Instrument instrument(MarketKind kind, int index) {
        Decimal tick = switch (kind) {
            case TINY -> Decimal.of(1, 10);
            case TIES -> Decimal.of(5, 1);
            default -> Decimal.of(1, 2);
        };
        Decimal lot = switch (index % 3) {
            case 0 -> Decimal.of(1, 8);
            case 1 -> kind == MarketKind.HUGE ? Decimal.of(1, 10) : Decimal.ONE;
            default -> Decimal.of(3, 3);
        };
        Decimal minNotional = index % 3 == 2 ? Decimal.of(5) : Decimal.ZERO;
        String base = "C" + index;
        return new Instrument(base + "/USDT", base, "USDT", tick, lot, minNotional);
    }
}
