package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Another future for the same past: what nobody who looks only back can tell apart. */
enum Future {
    REVERSED,
    SHUFFLED,
    RISEN,
    FALLEN,
    CONSTANT,
    EMPTY,
    OTHER;

    /** {@return the market whose first {@code cut} snapshots are the same and whose later ones are not} */
    Market of(Market market, int cut) {
        List<MarketSnapshot> past = market.snapshots().subList(0, cut);
        List<MarketSnapshot> future = new ArrayList<>(market.snapshots().subList(cut, market.size()));
        switch (this) {
            case REVERSED -> Collections.reverse(future);
            case SHUFFLED -> shuffle(future, Randomness.of(market.seed()).split("shuffle"));
            case OTHER -> future = other(market).snapshots().subList(cut, market.size());
            default -> {}
        }
        List<MarketSnapshot> all = new ArrayList<>(past);
        for (int i = 0; i < future.size(); i++) {
            all.add(changed(future.get(i), market.snapshots().get(cut + i).epochNanos()));
        }
        return new Market(market.kind(), market.seed(), market.universe(), all);
    }

    private MarketSnapshot changed(MarketSnapshot snapshot, long epochNanos) {
        return switch (this) {
            case RISEN -> Contents.moved(snapshot, epochNanos, 1024);
            case FALLEN -> Contents.moved(snapshot, epochNanos, 1.0 / 1024);
            case CONSTANT -> constant(snapshot, epochNanos);
            case EMPTY ->
                new MarketSnapshot(
                        epochNanos,
                        Collections.nCopies(snapshot.instruments().size(), InstrumentMarket.QUIET),
                        List.of());
            default -> Contents.moved(snapshot, epochNanos, 1);
        };
    }

    private static MarketSnapshot constant(MarketSnapshot snapshot, long epochNanos) {
        InstrumentMarket flat = InstrumentMarket.of(new Bar(epochNanos, MarketMaker.BAR_NANOS, 7, 7, 7, 7, 7));
        return MarketSnapshot.of(
                epochNanos, Collections.nCopies(snapshot.instruments().size(), flat));
    }

    private static Market other(Market market) {
        int instruments = market.universe().size();
        return market.universe().venues().isEmpty()
                ? Market.bars(market.kind(), market.seed() + 1, instruments, market.size())
                : Market.quoted(market.kind(), market.seed() + 1, instruments, market.size());
    }

    private static void shuffle(List<MarketSnapshot> snapshots, Randomness chance) {
        for (int i = snapshots.size() - 1; i > 0; i--) {
            Collections.swap(snapshots, i, chance.nextInt(i + 1));
        }
    }
}
