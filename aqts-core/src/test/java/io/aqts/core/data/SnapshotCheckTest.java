package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSourceException;
import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.IndexReading;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OnChainReading;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCheckTest {

    private static final Universe UNIVERSE =
            new Universe(List.of(Sample.INSTRUMENT, Sample.OTHER), List.of(new Venue("kraken", 0, 0, 0)));

    @Test
    void letsSoundSnapshotsPass() {
        SnapshotCheck check = new SnapshotCheck(UNIVERSE);

        assertThatCode(() -> {
                    check.check(snapshot(100, part(100, 0)));
                    check.check(snapshot(100, InstrumentMarket.QUIET));
                    check.check(new MarketSnapshot(
                            200, List.of(part(50, 0), part(200, 0)), List.of(SentimentReading.of(200, "BTC", "x", 0))));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesToGoBackInTime() {
        SnapshotCheck check = new SnapshotCheck(UNIVERSE);
        check.check(snapshot(100, InstrumentMarket.QUIET));

        assertRefused(check, snapshot(99, InstrumentMarket.QUIET), "snapshot.epochNanos must not be before 100");
        check.check(snapshot(100, InstrumentMarket.QUIET));
    }

    @Test
    void refusesSnapshotsOfAnotherUniverse() {
        MarketSnapshot one = MarketSnapshot.of(100, List.of(InstrumentMarket.QUIET));

        assertRefused(
                new SnapshotCheck(UNIVERSE), one, "snapshot.instruments must be the 2 of the universe, but were 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bar", "quote", "book", "trade", "event"})
    void refusesWhatIsKnownTooEarly(String what) {
        InstrumentMarket early = only(what, part(101, 0));

        assertRefused(
                new SnapshotCheck(UNIVERSE), snapshot(100, early), "snapshot." + what + " must be known by the moment");
        new SnapshotCheck(UNIVERSE).check(snapshot(101, early));
    }

    @Test
    void refusesReadingsKnownTooEarly() {
        List<Reading> readings =
                List.of(SentimentReading.of(100, "BTC", "x", 0), SentimentReading.of(101, "BTC", "x", 0));
        MarketSnapshot early =
                new MarketSnapshot(100, List.of(InstrumentMarket.QUIET, InstrumentMarket.QUIET), readings);

        assertRefused(new SnapshotCheck(UNIVERSE), early, "snapshot.reading must be known by the moment");
    }

    @Test
    void refusesReadingsAboutAssetsThatNothingInTheUniverseIsMadeOf() {
        List<InstrumentMarket> quiet = List.of(InstrumentMarket.QUIET, InstrumentMarket.QUIET);
        SnapshotCheck check = new SnapshotCheck(UNIVERSE);
        check.check(new MarketSnapshot(
                100,
                quiet,
                List.of(SentimentReading.of(100, "BTC", "x", 0), SentimentReading.of(100, Reading.MARKET, "x", 0))));
        MarketSnapshot foreign = new MarketSnapshot(100, quiet, List.of(SentimentReading.of(100, "DOGE", "x", 0)));

        assertRefused(
                check,
                foreign,
                "source must tell readings about the bases and references of its universe, "
                        + List.of(Sample.INSTRUMENT.base(), Sample.OTHER.base())
                        + ", or about the market as a whole, but told of \"DOGE\": SentimentReading[");
    }

    @Test
    void letsReadingsPassAboutTheMarketAndWhatTheUniverseDeclaresAndRefusesMisspeltOnes() {
        SnapshotCheck check =
                new SnapshotCheck(Universe.of(Instrument.of("ETH/USDT")).withReferences("BTC"));

        check.check(told(
                new MacroReading(100, 20, 0, 0),
                IndexReading.of(100, "DXY", 105.3),
                new IndexReading(100, "BTC", "dominance", 0.52),
                new OnChainReading(100, "BTC", 1_000, -20, 3),
                SentimentReading.of(100, "ETH", "x", 0)));
        for (String misspelt : List.of("BTCC", "btc", "USDT", "ETH/USDT")) {
            assertRefused(
                    check,
                    told(SentimentReading.of(100, misspelt, "x", 0)),
                    "source must tell readings about the bases and references of its universe, [BTC, ETH], or about the"
                            + " market as a whole, but told of \"" + misspelt + "\": ");
        }
    }

    private static MarketSnapshot told(Reading... readings) {
        return new MarketSnapshot(100, List.of(InstrumentMarket.QUIET), List.of(readings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote", "book", "trade", "event"})
    void refusesVenuesOutsideTheUniverse(String what) {
        InstrumentMarket elsewhere = only(what, part(100, 1));

        assertRefused(
                new SnapshotCheck(UNIVERSE),
                snapshot(100, elsewhere),
                "snapshot." + what + ".venue must be one of the 1 of the universe, but was 1");
    }

    @Test
    void refusesAResetOfAVenueOutsideTheUniverse() {
        InstrumentMarket reset = InstrumentMarket.QUIET.withEvents(List.of(new MarketEvent.DepthReset(100, 1)));

        assertRefused(new SnapshotCheck(UNIVERSE), snapshot(100, reset), "snapshot.event.venue must be one of the 1");
    }

    @Test
    void refusesEventsOutOfOrder() {
        InstrumentMarket back = InstrumentMarket.QUIET.withEvents(
                List.of(new MarketEvent.DepthReset(100, 0), new MarketEvent.MarkPrice(99, 1)));

        assertRefused(
                new SnapshotCheck(UNIVERSE),
                snapshot(100, back),
                "snapshot.events must stand in the order of their times, but 99 comes after 100");
        assertThatCode(() -> new SnapshotCheck(UNIVERSE)
                        .check(snapshot(
                                100,
                                InstrumentMarket.QUIET.withEvents(List.of(
                                        new MarketEvent.DepthReset(99, 0),
                                        new MarketEvent.MarkPrice(99, 1),
                                        new MarketEvent.MarkPrice(100, 1))))))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(SnapshotCheck check, MarketSnapshot snapshot, String message) {
        assertThatThrownBy(() -> check.check(snapshot))
                .isInstanceOf(DataSourceException.class)
                .hasMessageStartingWith(message);
    }

    private static MarketSnapshot snapshot(long now, InstrumentMarket second) {
        return MarketSnapshot.of(now, List.of(InstrumentMarket.QUIET, second));
    }

    static InstrumentMarket part(long known, int venue) {
        return new InstrumentMarket(
                new Bar(known, 10, 1, 1, 1, 1, 0),
                List.of(new Quote(venue, known, 1, 1, 2, 1, 0, 0)),
                List.of(new OrderBook(venue, known, List.of(new BookLevel(1, 1)), List.of())),
                List.of(new Trade(venue, known, 1, 1, true)),
                List.of(new MarketEvent.DepthChange(known, venue, Side.BUY, 1, 1)));
    }

    private static InstrumentMarket only(String what, InstrumentMarket part) {
        return new InstrumentMarket(
                what.equals("bar") ? part.bar() : null,
                what.equals("quote") ? part.quotes() : List.of(),
                what.equals("book") ? part.books() : List.of(),
                what.equals("trade") ? part.trades() : List.of(),
                what.equals("event") ? part.events() : List.of());
    }
}
