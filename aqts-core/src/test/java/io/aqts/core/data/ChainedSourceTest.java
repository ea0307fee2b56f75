package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSource;
import io.aqts.DataSourceException;
import io.aqts.Orchestrator;
import io.aqts.core.Aqts;
import io.aqts.core.Presets;
import io.aqts.core.analyse.RunDigest;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pieces of data are the whole when they are chained. */
class ChainedSourceTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final Universe UNIVERSE = Universe.of(Sample.INSTRUMENT);

    /** Snapshots from memory, which tell whether they were closed. */
    private static final class Piece implements DataSource {

        private final Universe universe;
        private final List<MarketSnapshot> snapshots;
        private final String name;
        private int at;
        private int closed;

        Piece(Universe universe, List<MarketSnapshot> snapshots, String name) {
            this.universe = universe;
            this.snapshots = snapshots;
            this.name = name;
        }

        @Override
        public Universe universe() {
            return universe;
        }

        @Override
        public Optional<MarketSnapshot> next() {
            return at < snapshots.size() ? Optional.of(snapshots.get(at++)) : Optional.empty();
        }

        @Override
        public List<String> origins() {
            return List.of(name);
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void j2_givesTheSameRunInPiecesAsInOne() {
        List<MarketSnapshot> all = bars(0, 3_000);
        String whole = run(piece(all));

        for (int length : new int[] {1, 7, 999, 3_000}) {
            List<DataSource> pieces = new ArrayList<>();
            for (int from = 0; from < all.size(); from += length) {
                pieces.add(piece(all.subList(from, Math.min(from + length, all.size()))));
            }
            assertThat(run(ChainedSource.of(pieces)))
                    .as("in pieces of %s", length)
                    .isEqualTo(whole);
        }
    }

    @Test
    void skipsPiecesWithNothingInThem() {
        ChainedSource source = ChainedSource.of(piece(List.of()), piece(bars(0, 2)), piece(List.of()));

        assertThat(source.next()).isPresent();
        assertThat(source.next()).isPresent();
        assertThat(source.next()).isEmpty();
        assertThat(source.next()).isEmpty();
    }

    @Test
    void allowsAPieceToBeginAtTheMomentTheOneBeforeEndedAndNotEarlier() {
        ChainedSource touching = ChainedSource.of(piece(bars(0, 2)), piece(bars(1, 2)));
        for (int i = 0; i < 4; i++) {
            assertThat(touching.next()).isPresent();
        }

        ChainedSource overlapping = ChainedSource.of(piece(bars(0, 3)), piece(bars(1, 2)));
        for (int i = 0; i < 3; i++) {
            overlapping.next();
        }
        String told = "sources.1 must not begin before " + 3 * MINUTE + ", where the source before ended, but began at "
                + 2 * MINUTE;
        assertThatThrownBy(overlapping::next)
                .isInstanceOf(DataSourceException.class)
                .hasMessage(told);
        assertThatThrownBy(overlapping::next).as("again").hasMessage(told);
    }

    @Test
    void refusesPiecesAboutDifferentInstrumentsAndNone() {
        Piece other = new Piece(Universe.of(Sample.OTHER), List.of(), "other");

        assertThatThrownBy(() -> ChainedSource.of(piece(List.of()), other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sources.1.universe must be that of the first");
        assertThatThrownBy(() -> ChainedSource.of(List.of())).hasMessage("sources must be at least one, but was 0");
    }

    @Test
    void closesEachPieceOnceAndTellsWhereAllCameFrom() {
        Piece first = new Piece(UNIVERSE, bars(0, 1), "first");
        Piece second = new Piece(UNIVERSE, bars(1, 1), "second");
        ChainedSource source = ChainedSource.of(first, second);
        source.next();
        source.next();

        assertThat(first.closed).as("closed once it ended").isEqualTo(1);
        assertThat(source.origins()).containsExactly("first", "second");
        source.close();
        assertThat(first.closed).isEqualTo(1);
        assertThat(second.closed).isEqualTo(1);
    }

    @Test
    void closesAllPiecesEvenIfOneFailsToClose() {
        Piece last = new Piece(UNIVERSE, List.of(), "last");
        DataSource stuck = new DataSource() {
            @Override
            public Universe universe() {
                return UNIVERSE;
            }

            @Override
            public Optional<MarketSnapshot> next() {
                return Optional.empty();
            }

            @Override
            public void close() {
                throw new IllegalStateException("stuck");
            }
        };

        assertThatThrownBy(() -> ChainedSource.of(stuck, last).close()).hasMessage("stuck");
        assertThat(last.closed).isEqualTo(1);
    }

    private static String run(DataSource source) {
        RunDigest digest = new RunDigest();
        try (Orchestrator engine = Aqts.backtest(context -> source)
                .preset(Presets.smaCross())
                .config(c -> c.detection(d -> d.smaCross(s -> s.fast(3).slow(8))))
                .listener(digest)
                .build()) {
            while (engine.next().isPresent()) {
                assertThat(engine.portfolio().currency()).isEqualTo("USDT");
            }
        }
        return digest.hex();
    }

    private static Piece piece(List<MarketSnapshot> snapshots) {
        return new Piece(UNIVERSE, snapshots, "memory");
    }

    private static List<MarketSnapshot> bars(int from, int count) {
        List<MarketSnapshot> snapshots = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            double price = 100 + 10 * StrictMath.sin(i / 15.0);
            Bar bar = new Bar((i + 1) * MINUTE, MINUTE, price, price + 1, price - 1, price + 0.5, 10);
            snapshots.add(MarketSnapshot.of(bar.epochNanos(), List.of(InstrumentMarket.of(bar))));
        }
        return snapshots;
    }
}
