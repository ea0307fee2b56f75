package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aqts.DataSource;
import io.aqts.DataSourceException;
import io.aqts.Randomness;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResampledSourceTest {

    private static final BarInterval FIVE = BarInterval.parse("5m");

    @ParameterizedTest
    @CsvSource({
        "binance_SOLUSDT, 5m, 15m",
        "binance_SOLUSDT, 5m, 1h",
        "binance_SOLUSDT, 5m, 1d",
        "binance_SOLUSDT, 15m, 1h",
        "binance_SOLUSDT, 1h, 1d",
        "binance_XRPUSDT, 5m, 15m",
        "binance_XRPUSDT, 5m, 1h",
        "binance_XRPUSDT, 5m, 1d",
        "binance_XRPUSDT, 15m, 1h",
        "binance_XRPUSDT, 1h, 1d"
    })
    void buildsTheBarsTheExchangePublished(String market, String shorter, String longer) {
        String name = "ohlcv/crypto/" + market + "_%s_2024-01_2024-09.csv.gz";
        List<Bar> published = Sample.bars(CsvBars.read(Sample.shared(name.formatted(longer))));
        DataSource children = CsvBars.open(Sample.shared(name.formatted(shorter)), Sample.INSTRUMENT);

        List<Bar> built = Sample.bars(ResampledSource.of(children, BarInterval.parse(longer)));

        assertThat(built).hasSizeBetween(published.size() - 1, published.size());
        for (int i = 0; i < built.size(); i++) {
            assertThat(built.get(i)).isEqualTo(published.get(i));
        }
    }

    @Test
    void addsVolumesAsTheDecimalsTheyAre() {
        for (int seed = 0; seed < 2_000; seed++) {
            Randomness chance = Randomness.of(seed);
            int decimals = chance.nextInt(9);
            long bound = (long) StrictMath.pow(10, 1 + chance.nextInt(14 - decimals));
            VolumeSum sum = new VolumeSum();
            BigDecimal exact = BigDecimal.ZERO;
            sum.begin();
            for (int i = 0; i < 1 + chance.nextInt(300); i++) {
                BigDecimal volume = BigDecimal.valueOf((chance.nextLong() >>> 1) % bound, chance.nextInt(decimals + 1));
                exact = exact.add(volume);
                sum.add(volume.doubleValue());
            }
            assertThat(sum.total()).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void addsVolumesThatAreNoShortDecimalsCloselyToo() {
        for (int seed = 0; seed < 500; seed++) {
            Randomness chance = Randomness.of(seed);
            VolumeSum sum = new VolumeSum();
            BigDecimal exact = BigDecimal.ZERO;
            sum.begin();
            for (int i = 0; i < 300; i++) {
                double volume = chance.nextDouble() * StrictMath.pow(10, chance.nextInt(30) - 10);
                exact = exact.add(new BigDecimal(volume));
                sum.add(volume);
            }
            assertThat(sum.total()).isCloseTo(exact.doubleValue(), within(Math.ulp(exact.doubleValue())));
        }
    }

    @Test
    void showsABarWhenItsLastPartIsKnown() {
        List<MarketSnapshot> snapshots = Sample.drain(resampled(Sample.range(0, 12)));

        assertThat(snapshots).extracting(MarketSnapshot::epochNanos).containsExactly(end(4), end(9));
        assertThat(snapshots.get(0).instrument(0).bar()).isEqualTo(merged(0, 1, 2, 3, 4));
        assertThat(snapshots.get(1).instrument(0).bar()).isEqualTo(merged(5, 6, 7, 8, 9));
    }

    @Test
    void showsABarThatLacksItsLastPartWithTheNextBar() {
        List<MarketSnapshot> snapshots = Sample.drain(resampled(0, 1, 2, 3, 6, 9));

        assertThat(snapshots).extracting(MarketSnapshot::epochNanos).containsExactly(end(6), end(9));
        assertThat(snapshots.get(0).instrument(0).bar()).isEqualTo(merged(0, 1, 2, 3));
        assertThat(snapshots.get(0).instrument(0).bar().epochNanos()).isEqualTo(end(4));
        assertThat(snapshots.get(1).instrument(0).bar()).isEqualTo(merged(6, 9));
    }

    @Test
    void showsTwoBarsKnownAtOnceOneAfterTheOther() {
        List<MarketSnapshot> snapshots = Sample.drain(resampled(0, 1, 14, 15));

        assertThat(snapshots).extracting(MarketSnapshot::epochNanos).containsExactly(end(14), end(14));
        assertThat(snapshots.get(0).instrument(0).bar()).isEqualTo(merged(0, 1));
        assertThat(snapshots.get(1).instrument(0).bar()).isEqualTo(merged(14));
    }

    @Test
    void neverShowsABarThatTheDataEndsWithin() {
        assertThat(Sample.drain(resampled(Sample.range(0, 4)))).isEmpty();
        assertThat(Sample.drain(resampled())).isEmpty();
    }

    @Test
    void passesBarsOfItsOwnIntervalOn() {
        BarSeries minutes = Sample.minutes(0, 1, 5, 9);

        assertThat(Sample.bars(ResampledSource.of(minutes.source(Sample.INSTRUMENT), Sample.ONE_MINUTE)))
                .isEqualTo(Sample.bars(minutes));
    }

    @Test
    void canSpeakAtEveryMoment() {
        DataSource minutes = Sample.minutes(0, 1, 3, 4, 5, 7, 10).source(Sample.INSTRUMENT);

        List<MarketSnapshot> snapshots = Sample.drain(ResampledSource.atEveryMoment(minutes, FIVE));

        assertThat(snapshots)
                .extracting(MarketSnapshot::epochNanos)
                .containsExactly(end(0), end(1), end(3), end(4), end(5), end(7), end(10));
        assertThat(snapshots)
                .extracting(snapshot -> snapshot.instrument(0).bar())
                .containsExactly(null, null, null, merged(0, 1, 3, 4), null, null, merged(5, 7));
    }

    @Test
    void agreesWithGroupingByTimeAndNeverKnowsEarly() {
        for (int seed = 0; seed < 500; seed++) {
            Randomness chance = Randomness.of(seed);
            boolean[][] present = new boolean[1 + chance.nextInt(3)][60];
            for (boolean[] one : present) {
                int sparse = 1 + chance.nextInt(6);
                for (int n = 0; n < 60; n++) {
                    one[n] = chance.nextInt(sparse) == 0;
                }
            }

            for (boolean everyMoment : new boolean[] {false, true}) {
                List<List<Bar>> shown = shown(source(present), everyMoment);
                for (int i = 0; i < present.length; i++) {
                    assertThat(shown.get(i)).isEqualTo(grouped(present[i]));
                }
            }
        }
    }

    @Test
    void buildsTheSameInOneStepAsInTwo() {
        for (int seed = 0; seed < 200; seed++) {
            Randomness chance = Randomness.of(seed);
            boolean[][] present = new boolean[2][200];
            for (boolean[] one : present) {
                for (int n = 0; n < 200; n++) {
                    one[n] = chance.nextInt(4) == 0;
                }
            }
            BarInterval twenty = BarInterval.parse("20m");

            List<Bar> once = Sample.bars(ResampledSource.of(source(present), twenty));
            List<Bar> twice = Sample.bars(ResampledSource.of(ResampledSource.of(source(present), FIVE), twenty));

            assertThat(twice).isEqualTo(once.subList(0, twice.size()));
            assertThat(once.size() - twice.size()).isLessThan(2);
        }
    }

    @Test
    void carriesWhatElseBecameKnownToTheNextBar() {
        Universe universe = new Universe(List.of(Sample.INSTRUMENT), List.of(venue("a"), venue("b")));
        List<MarketSnapshot> snapshots = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            long now = end(n);
            Quote quote = new Quote(n % 2, now, 1 + n, 1, 10, 1, 0, 0);
            MarketEvent event = new MarketEvent.MarkPrice(now - (n == 3 ? 150 : 0) * 1_000_000_000L, 1 + n);
            Trade trade = new Trade(0, now - (n == 3 ? 150 : 0) * 1_000_000_000L, 1 + n, 1, true);
            snapshots.add(new MarketSnapshot(
                    now,
                    List.of(new InstrumentMarket(
                            Sample.minute(n), List.of(quote), List.of(), List.of(trade), List.of(event))),
                    List.of(SentimentReading.of(now, "BTC", "x", 0))));
        }

        List<MarketSnapshot> resampled = Sample.drain(ResampledSource.of(new Scripted(universe, snapshots), FIVE));

        assertThat(resampled).hasSize(1);
        InstrumentMarket part = resampled.get(0).instrument(0);
        assertThat(part.quotes()).extracting(Quote::bid).containsExactly(5.0, 4.0);
        assertThat(part.trades()).extracting(Trade::price).containsExactly(1.0, 4.0, 2.0, 3.0, 5.0);
        assertThat(part.events())
                .extracting(event -> ((MarketEvent.MarkPrice) event).price())
                .as("all of them, in the order of their times")
                .containsExactly(1.0, 4.0, 2.0, 3.0, 5.0);
        assertThat(resampled.get(0).readings())
                .extracting(Reading::knownAtNanos)
                .containsExactly(end(0), end(1), end(2), end(3), end(4));
    }

    @Test
    void refusesBarsThatReachAcrossABoundary() {
        BarSeries seven = BarSeries.builder(BarInterval.parse("7m"))
                .add(new Bar(Sample.MIDNIGHT + 7 * Sample.MINUTE, 7 * Sample.MINUTE, 1, 1, 1, 1, 0))
                .build();

        assertThatThrownBy(() -> Sample.drain(ResampledSource.of(seven.source(Sample.INSTRUMENT), FIVE)))
                .isInstanceOf(DataSourceException.class)
                .hasMessage(
                        "bar of BTC/USDT must end by 2024-01-01T00:05:00Z to lie within one bar of 5m, but was from "
                                + "2024-01-01T00:00:00Z to 2024-01-01T00:07:00Z");
    }

    @Test
    void refusesBarsThatOverlapAndFailsAgain() {
        List<MarketSnapshot> twice = List.of(snapshot(0), snapshot(0));
        ResampledSource source = ResampledSource.of(new Scripted(Universe.of(Sample.INSTRUMENT), twice), FIVE);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(source::next)
                    .isInstanceOf(DataSourceException.class)
                    .hasMessageContaining("must start at or after 2024-01-01T00:01:00Z");
        }
    }

    private static List<List<Bar>> shown(DataSource source, boolean everyMoment) {
        List<List<Bar>> shown = new ArrayList<>();
        for (int i = 0; i < source.universe().size(); i++) {
            shown.add(new ArrayList<>());
        }
        SnapshotCheck check = new SnapshotCheck(source.universe());
        DataSource resampled =
                everyMoment ? ResampledSource.atEveryMoment(source, FIVE) : ResampledSource.of(source, FIVE);
        for (MarketSnapshot snapshot : Sample.drain(resampled)) {
            check.check(snapshot);
            for (int i = 0; i < shown.size(); i++) {
                Bar bar = snapshot.instrument(i).bar();
                if (bar != null) {
                    shown.get(i).add(bar);
                }
            }
        }
        return shown;
    }

    private static List<Bar> grouped(boolean[] present) {
        List<Bar> grouped = new ArrayList<>();
        for (int from = 0; from < present.length; from += 5) {
            List<Integer> members = new ArrayList<>();
            boolean later = false;
            for (int n = from; n < present.length; n++) {
                if (present[n] && n < from + 5) {
                    members.add(n);
                }
                later |= present[n] && n >= from + 4;
            }
            if (!members.isEmpty() && later) {
                grouped.add(merged(members.stream().mapToInt(Integer::intValue).toArray()));
            }
        }
        return grouped;
    }

    private static DataSource source(boolean[][] present) {
        List<Instrument> instruments = new ArrayList<>();
        List<BarSeries> series = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            instruments.add(Instrument.of("A" + i + "/USD"));
            BarSeries.Builder builder = BarSeries.builder(Sample.ONE_MINUTE);
            for (int n = 0; n < present[i].length; n++) {
                if (present[i][n]) {
                    builder.add(Sample.minute(n));
                }
            }
            series.add(builder.build());
        }
        return BarSeries.source(instruments, series);
    }

    private static DataSource resampled(int... minutes) {
        return ResampledSource.of(Sample.minutes(minutes).source(Sample.INSTRUMENT), FIVE);
    }

    private static long end(int minute) {
        return Sample.minute(minute).epochNanos();
    }

    /** The five-minute bar of some minutes that all lie within it. */
    private static Bar merged(int... minutes) {
        double high = 0;
        double low = Double.MAX_VALUE;
        double volume = 0;
        for (int n : minutes) {
            high = Math.max(high, Sample.minute(n).high());
            low = Math.min(low, Sample.minute(n).low());
            volume += Sample.minute(n).volume();
        }
        long start = Sample.MIDNIGHT + minutes[0] / 5 * 5 * Sample.MINUTE;
        return new Bar(
                start + FIVE.nanos(),
                FIVE.nanos(),
                Sample.minute(minutes[0]).open(),
                high,
                low,
                Sample.minute(minutes[minutes.length - 1]).close(),
                volume);
    }

    private static Venue venue(String name) {
        return new Venue(name, 0, 0, 0);
    }

    private static MarketSnapshot snapshot(int n) {
        return MarketSnapshot.of(end(n), List.of(InstrumentMarket.of(Sample.minute(n))));
    }

    /** A source that says what it is told to. */
    static final class Scripted implements DataSource {

        private final Universe universe;
        private final Iterator<MarketSnapshot> snapshots;
        int closed;

        Scripted(Universe universe, List<MarketSnapshot> snapshots) {
            this.universe = universe;
            this.snapshots = snapshots.iterator();
        }

        @Override
        public Universe universe() {
            return universe;
        }

        @Override
        public Optional<MarketSnapshot> next() {
            return snapshots.hasNext() ? Optional.of(snapshots.next()) : Optional.empty();
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
