package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSource;
import io.aqts.DataSourceException;
import io.aqts.Randomness;
import io.aqts.core.data.ResampledSourceTest.Scripted;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import io.aqts.market.BookLevel;
import io.aqts.market.IndexReading;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.NewsItem;
import io.aqts.market.OnChainReading;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.market.Trade;
import io.aqts.market.TradingStatus;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedSourceTest {

    private static final Universe ONE = Universe.of(Sample.INSTRUMENT);

    @Test
    void mergesSourcesAsSeriesAreMerged() {
        for (int seed = 0; seed < 100; seed++) {
            Randomness chance = Randomness.of(seed);
            List<Instrument> instruments = new ArrayList<>();
            List<BarSeries> series = new ArrayList<>();
            List<DataSource> sources = new ArrayList<>();
            for (int i = 0; i < 1 + chance.nextInt(4); i++) {
                BarSeries.Builder builder = BarSeries.builder(Sample.ONE_MINUTE);
                for (int n = 0; n < 40; n++) {
                    if (chance.nextInt(3) == 0) {
                        builder.add(Sample.minute(n));
                    }
                }
                instruments.add(Instrument.of("A" + i + "/USD"));
                series.add(builder.build());
                sources.add(series.get(i).source(instruments.get(i)));
            }

            MergedSource merged = MergedSource.of(sources, List.of());

            assertThat(merged.universe()).isEqualTo(new Universe(instruments, List.of()));
            assertThat(Sample.drain(merged)).isEqualTo(Sample.drain(BarSeries.source(instruments, series)));
        }
    }

    @Test
    void deliversReadingsWithTheFirstSnapshotAfterTheyAreKnown() {
        ReadingSeries first =
                ReadingSeries.of(List.of(sentiment(end(2)), sentiment(end(0) - 7), sentiment(end(1) + 1)));
        ReadingSeries second = ReadingSeries.of(List.of(news(end(2)), news(end(9))));
        DataSource bars = Sample.minutes(0, 1, 2, 3).source(Sample.INSTRUMENT);

        List<MarketSnapshot> snapshots = Sample.drain(MergedSource.of(List.of(bars), List.of(first, second)));

        assertThat(snapshots)
                .extracting(MarketSnapshot::readings)
                .containsExactly(
                        List.of(sentiment(end(0) - 7)),
                        List.of(),
                        List.of(sentiment(end(1) + 1), sentiment(end(2)), news(end(2))),
                        List.of());
    }

    @Test
    void neverDeliversAReadingEarlyNorTwice() {
        for (int seed = 0; seed < 200; seed++) {
            Randomness chance = Randomness.of(seed);
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                readings.add(sentiment(Sample.MIDNIGHT + chance.nextInt(50) * Sample.MINUTE / 2));
            }
            MergedSource merged = MergedSource.of(
                    List.of(Sample.minutes(Sample.range(3, 20)).source(Sample.INSTRUMENT)),
                    List.of(ReadingSeries.of(readings)));

            List<Reading> delivered = new ArrayList<>();
            long before = Long.MIN_VALUE;
            for (MarketSnapshot snapshot : Sample.drain(merged)) {
                for (Reading reading : snapshot.readings()) {
                    assertThat(reading.knownAtNanos()).isGreaterThan(before).isLessThanOrEqualTo(snapshot.epochNanos());
                    delivered.add(reading);
                }
                before = snapshot.epochNanos();
            }

            readings.removeIf(reading -> reading.knownAtNanos() > end(19));
            assertThat(delivered).isEqualTo(ReadingSeries.of(readings).readings());
        }
    }

    @Test
    void joinsWhatSourcesKnowOfOneInstrument() {
        Universe left = new Universe(List.of(Sample.INSTRUMENT), List.of(venue("a"), venue("b")));
        Universe right = new Universe(List.of(Sample.OTHER, Sample.INSTRUMENT), List.of(venue("c"), venue("a")));
        MarketSnapshot one = MarketSnapshot.of(
                end(0), List.of(new InstrumentMarket(null, List.of(quote(1)), List.of(), List.of(trade(0, 30)))));
        MarketSnapshot other = MarketSnapshot.of(
                end(0),
                List.of(
                        InstrumentMarket.QUIET,
                        new InstrumentMarket(
                                Sample.minute(0),
                                List.of(quote(0), quote(1)),
                                List.of(book(0)),
                                List.of(trade(1, 10)))));

        MergedSource merged = MergedSource.of(new Scripted(left, List.of(one)), new Scripted(right, List.of(other)));

        assertThat(merged.universe())
                .isEqualTo(new Universe(
                        List.of(Sample.INSTRUMENT, Sample.OTHER), List.of(venue("a"), venue("b"), venue("c"))));
        assertThat(Sample.drain(merged))
                .containsExactly(MarketSnapshot.of(
                        end(0),
                        List.of(
                                new InstrumentMarket(
                                        Sample.minute(0),
                                        List.of(quote(0), quote(1), quote(2)),
                                        List.of(book(2)),
                                        List.of(trade(0, 10), trade(0, 30))),
                                InstrumentMarket.QUIET)));
    }

    @Test
    void mergesEventsInTheOrderOfTheirTimesWithTheirVenues() {
        Universe left = new Universe(List.of(Sample.INSTRUMENT), List.of(venue("a")));
        Universe right = new Universe(List.of(Sample.INSTRUMENT), List.of(venue("b"), venue("a")));
        MarketEvent halt = new MarketEvent.StatusChange(7, TradingStatus.HALTED);
        List<MarketEvent> one = List.of(depth(5, 0), new MarketEvent.DepthReset(9, 0));
        List<MarketEvent> other = List.of(depth(4, 0), halt, depth(9, 1), new MarketEvent.DepthReset(9, 0));
        MergedSource merged =
                MergedSource.of(new Scripted(left, List.of(at(10, one))), new Scripted(right, List.of(at(10, other))));

        assertThat(merged.next().orElseThrow().instrument(0).events())
                .containsExactly(
                        depth(4, 1),
                        depth(5, 0),
                        halt,
                        new MarketEvent.DepthReset(9, 0),
                        depth(9, 0),
                        new MarketEvent.DepthReset(9, 1));
    }

    private static MarketEvent depth(long at, int venue) {
        return new MarketEvent.DepthChange(at, venue, Side.SELL, 2, 1);
    }

    private static MarketSnapshot at(long now, List<MarketEvent> events) {
        return MarketSnapshot.of(now, List.of(InstrumentMarket.QUIET.withEvents(events)));
    }

    @Test
    void joinsReadingsInTheOrderTheyBecameKnown() {
        List<InstrumentMarket> quiet = List.of(InstrumentMarket.QUIET);
        MarketSnapshot one = new MarketSnapshot(10, quiet, List.of(sentiment(3), sentiment(9)));
        MarketSnapshot other = new MarketSnapshot(10, quiet, List.of(news(1), news(9)));

        MergedSource merged = MergedSource.of(
                List.of(new Scripted(ONE, List.of(one)), new Scripted(Universe.of(Sample.OTHER), List.of(other))),
                List.of(ReadingSeries.of(List.of(news(5)))));

        assertThat(merged.next().orElseThrow().readings())
                .containsExactly(news(1), sentiment(3), news(5), sentiment(9), news(9));
    }

    @Test
    void keepsSeveralSnapshotsOfOneMomentApart() {
        MarketSnapshot late = MarketSnapshot.of(end(5), List.of(InstrumentMarket.of(Sample.minute(0))));
        MarketSnapshot due = MarketSnapshot.of(end(5), List.of(InstrumentMarket.of(Sample.minute(5))));
        DataSource other = Sample.minutes(5).source(Sample.OTHER);

        List<MarketSnapshot> snapshots = Sample.drain(MergedSource.of(new Scripted(ONE, List.of(late, due)), other));

        assertThat(snapshots).hasSize(2);
        assertThat(snapshots.get(0).instruments())
                .containsExactly(InstrumentMarket.of(Sample.minute(0)), InstrumentMarket.of(Sample.minute(5)));
        assertThat(snapshots.get(1).instruments())
                .containsExactly(InstrumentMarket.of(Sample.minute(5)), InstrumentMarket.QUIET);
    }

    @Test
    void refusesWhatIsKnownTooEarlyAndFailsAgain() {
        MarketSnapshot early = MarketSnapshot.of(end(0) - 1, List.of(InstrumentMarket.of(Sample.minute(0))));
        MarketSnapshot sound = MarketSnapshot.of(end(1), List.of(InstrumentMarket.of(Sample.minute(1))));
        MergedSource merged = MergedSource.of(new Scripted(ONE, List.of(early, sound)));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(merged::next)
                    .isInstanceOf(DataSourceException.class)
                    .hasMessageStartingWith("snapshot.bar must be known by the moment");
        }
    }

    @Test
    void refusesASourceThatGoesBack() {
        List<MarketSnapshot> backward = List.of(
                MarketSnapshot.of(end(1), List.of(InstrumentMarket.QUIET)),
                MarketSnapshot.of(end(0), List.of(InstrumentMarket.QUIET)));
        MergedSource merged = MergedSource.of(new Scripted(ONE, backward));

        assertThat(merged.next()).isPresent();
        assertThatThrownBy(merged::next).hasMessageStartingWith("snapshot.epochNanos must not be before");
    }

    @Test
    void refusesTwoBarsOrQuotesOfOneInstrumentAtOneMoment() {
        Bar other = new Bar(end(0), Sample.MINUTE, 1, 1, 1, 1, 1);
        MarketSnapshot first = MarketSnapshot.of(end(0), List.of(InstrumentMarket.of(Sample.minute(0))));
        MarketSnapshot second = MarketSnapshot.of(end(0), List.of(InstrumentMarket.of(other)));
        Universe quoted = new Universe(List.of(Sample.INSTRUMENT), List.of(venue("a")));
        MarketSnapshot quotes =
                MarketSnapshot.of(end(0), List.of(new InstrumentMarket(null, List.of(quote(0)), List.of(), List.of())));

        assertThatThrownBy(() -> Sample.drain(
                        MergedSource.of(new Scripted(ONE, List.of(first)), new Scripted(ONE, List.of(second)))))
                .isInstanceOf(DataSourceException.class)
                .hasMessageStartingWith("bar of BTC/USDT must come from one source");
        assertThatThrownBy(() -> Sample.drain(
                        MergedSource.of(new Scripted(quoted, List.of(quotes)), new Scripted(quoted, List.of(quotes)))))
                .isInstanceOf(DataSourceException.class)
                .hasMessageStartingWith("quote of BTC/USDT must come from one source");
    }

    @Test
    void refusesSourcesThatDifferAboutAnInstrumentOrVenue() {
        Instrument coarse = Instrument.of("BTC/USDT", Decimal.of(1, 1), Decimal.of(1, 1));
        DataSource bars = Sample.minutes(0).source(Sample.INSTRUMENT);
        DataSource others = Sample.minutes(0).source(coarse);
        Universe cheap = new Universe(List.of(Sample.INSTRUMENT), List.of(venue("a")));
        Universe dear = new Universe(List.of(Sample.INSTRUMENT), List.of(new Venue("a", 0, 1, 1)));

        assertThatThrownBy(() -> MergedSource.of(bars, others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in all sources");
        assertThatThrownBy(() -> MergedSource.of(new Scripted(cheap, List.of()), new Scripted(dear, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in all sources");
        assertThatThrownBy(MergedSource::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void declaresTheReferencesOfItsSourcesAndSeriesOnceEach() {
        Scripted first = new Scripted(ONE.withReferences("SOL", "XRP"), List.of());
        ReadingSeries flows = ReadingSeries.of(List.of(new OnChainReading(end(0), "DOGE", 1, 1, 1)))
                .withReferences("DOGE", "SOL");
        ReadingSeries fear = ReadingSeries.of(List.of(IndexReading.of(end(0), "VIX", 31)));
        DataSource merged =
                MergedSource.of(List.of(first, Sample.minutes(0).source(Sample.INSTRUMENT)), List.of(fear, flows));

        assertThat(merged.universe().references()).containsExactly("SOL", "XRP", "DOGE");
        MarketSnapshot snapshot = merged.next().orElseThrow();
        new SnapshotCheck(merged.universe()).check(snapshot);
        assertThat(snapshot.readings()).extracting(Reading::asset).containsExactly(Reading.MARKET, "DOGE");
        assertThat(flows.references()).containsExactly("DOGE", "SOL");
    }

    @Test
    void closesEverySource() {
        Scripted first = new Scripted(ONE, List.of());
        Scripted second = new Scripted(ONE, List.of());
        MergedSource merged = MergedSource.of(first, second);

        assertThat(merged.next()).isEmpty();
        assertThat(merged.next()).isEmpty();
        merged.close();

        assertThat(first.closed).isEqualTo(1);
        assertThat(second.closed).isEqualTo(1);
    }

    private static long end(int minute) {
        return Sample.minute(minute).epochNanos();
    }

    private static Reading sentiment(long known) {
        return SentimentReading.of(known, "BTC", "crowd", 0.5);
    }

    private static Reading news(long known) {
        return new NewsItem(known, Reading.MARKET, "wire", "title", 0.5);
    }

    private static Venue venue(String name) {
        return new Venue(name, 0, 0, 0);
    }

    private static Quote quote(int venue) {
        return new Quote(venue, end(0), 1, 1, 2, 1, 0, 0);
    }

    private static OrderBook book(int venue) {
        return new OrderBook(venue, end(0), List.of(new BookLevel(1, 1)), List.of());
    }

    private static Trade trade(int venue, long known) {
        return new Trade(venue, known, 1, 1, true);
    }

    @Test
    void tellsWhereItsPartsComeFromWhateverIsWrappedAroundThem() {
        DataSource merged = MergedSource.of(
                ResampledSource.of(Sample.minutes(0, 1, 2).source(Sample.INSTRUMENT), BarInterval.parse("2m")),
                Sample.minutes().source(Sample.OTHER));

        assertThat(merged.origins())
                .containsExactly(
                        "BTC/USDT, held in memory: 3 bars of 1m that end from 2024-01-01T00:01:00Z to"
                                + " 2024-01-01T00:03:00Z; resampled to bars of 2m",
                        "ETH/USDT, held in memory: 0 bars of 1m");
    }
}
