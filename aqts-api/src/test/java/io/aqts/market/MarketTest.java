package io.aqts.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aqts.trade.Decimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketTest {

    private static final double[] NO_PRICES = {
        0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    @Test
    void refusesBarsWithoutPricesAndNamesTheFirst() {
        String[] names = {"open", "high", "low", "close"};
        for (double wrong : NO_PRICES) {
            for (int i = 0; i < names.length; i++) {
                double[] prices = {10, 10, 10, 10};
                prices[i] = wrong;
                refuses("bar." + names[i], () -> new Bar(1, 1, prices[0], prices[1], prices[2], prices[3], 1));
            }
        }
    }

    @Test
    void refusesBarsThatContradictThemselves() {
        refuses("bar.high", () -> new Bar(1, 1, 10, 9.9, 9, 9.5, 1));
        refuses("bar.high", () -> new Bar(1, 1, 9.5, 9.9, 9, 10, 1));
        refuses("bar.low", () -> new Bar(1, 1, 10, 11, 10.1, 10.5, 1));
        refuses("bar.low", () -> new Bar(1, 1, 10.5, 11, 10.1, 10, 1));
        refuses("bar.intervalNanos", () -> new Bar(1, 0, 10, 10, 10, 10, 1));
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            refuses("bar.volume", () -> new Bar(1, 1, 10, 10, 10, 10, wrong));
        }
    }

    @Test
    void takesBarsOfOnePriceWithoutVolume() {
        Bar bar = new Bar(100, 40, 10, 10, 10, 10, 0);

        assertThat(bar.startNanos()).isEqualTo(60);
    }

    @Test
    void refusesCrossedAndEmptyQuotes() {
        refuses("quote.bid", () -> quote(10, 10));
        refuses("quote.bid", () -> quote(11, 10));
        for (double wrong : NO_PRICES) {
            refuses("quote.bid", () -> quote(wrong, 10));
            refuses("quote.ask", () -> quote(10, wrong));
        }
        refuses("quote.venue", () -> new Quote(-1, 1, 9, 1, 10, 1, 0, 0));
        refuses("quote.bidQuantity", () -> new Quote(0, 1, 9, -1, 10, 1, 0, 0));
        refuses("quote.askQuantity", () -> new Quote(0, 1, 9, 1, 10, Double.NaN, 0, 0));
        refuses("quote.volume24h", () -> new Quote(0, 1, 9, 1, 10, 1, -1, 0));
        refuses("quote.fundingRate", () -> new Quote(0, 1, 9, 1, 10, 1, 0, Double.NaN));
    }

    @Test
    void tellsMiddleAndSpread() {
        assertThat(quote(99, 101).mid()).isEqualTo(100);
        assertThat(quote(99, 101).spread()).isCloseTo(0.02, within(1e-15));
    }

    @Test
    void refusesBooksOutOfOrderAndCrossedOnes() {
        refuses("book.bids", () -> book(List.of(level(9), level(9)), List.of()));
        refuses("book.bids", () -> book(List.of(level(9), level(9.5)), List.of()));
        refuses("book.asks", () -> book(List.of(), List.of(level(10), level(10))));
        refuses("book.bids", () -> book(List.of(level(10)), List.of(level(10))));
        refuses("level.price", () -> level(0));
        refuses("level.quantity", () -> new BookLevel(1, 0));
        assertThat(book(List.of(), List.of()).bids()).isEmpty();
    }

    @Test
    void refusesReadingsOutsideTheirRanges() {
        refuses("sentiment.score", () -> SentimentReading.of(1, "BTC", "x", 1.01));
        refuses("sentiment.source", () -> SentimentReading.of(1, "BTC", " ", 0));
        refuses("sentiment.asset", () -> SentimentReading.of(1, " ", "x", 0));
        refuses("sentiment.keywords", () -> new SentimentReading(1, "BTC", "x", 0, List.of("")));
        refuses("news.impact", () -> new NewsItem(1, "BTC", "x", "y", Double.NaN));
        refuses("news.title", () -> new NewsItem(1, "BTC", "x", "", 0));
        refuses("news.asset", () -> new NewsItem(1, " ", "x", "y", 0));
        refuses("macro.fearGreed", () -> new MacroReading(1, 101, 0, 0));
        refuses("macro.liquidations24h", () -> new MacroReading(1, 50, 0, -1));
        refuses("onChain.activeAddresses", () -> new OnChainReading(1, "BTC", -1, 0, 0));
        refuses("onChain.exchangeFlow", () -> new OnChainReading(1, "BTC", 1, Double.NaN, 0));
        refuses("index.asset", () -> new IndexReading(1, " ", "VIX", 1));
        refuses("index.name", () -> IndexReading.of(1, " ", 1));
        refuses("index.value", () -> IndexReading.of(1, "VIX", Double.NaN));
        refuses("onChain.asset", () -> new OnChainReading(1, "", 1, 0, 0));
    }

    @Test
    void readingsConcernTheirBaseOrAll() {
        Instrument bitcoin = Instrument.of("BTC/USDT");

        assertThat(SentimentReading.of(1, "BTC", "x", 0).concerns(bitcoin)).isTrue();
        assertThat(new NewsItem(1, "ETH", "x", "y", 0).concerns(bitcoin)).isFalse();
        assertThat(new NewsItem(1, Reading.MARKET, "x", "y", 0).concerns(bitcoin))
                .isTrue();
        assertThat(new MacroReading(1, 50, 0, 0).concerns(bitcoin)).isTrue();
    }

    @Test
    void readingsAboutAReferenceConcernNoInstrument() {
        Universe universe = Universe.of(Instrument.of("ETH/USDT")).withReferences("BTC");

        assertThat(universe.references()).containsExactly("BTC");
        assertThat(new IndexReading(1, "BTC", "dominance", 0.5).concerns(universe.instrument(0)))
                .isFalse();
        assertThat(IndexReading.of(1, "VIX", 31).concerns(universe.instrument(0)))
                .isTrue();
        refuses("universe.references", () -> universe.withReferences(" "));
        refuses("universe.references", () -> universe.withReferences("BTC", "BTC"));
    }

    @Test
    void refusesPrintsAndVenuesThatCannotBe() {
        refuses("trade.price", () -> new Trade(0, 1, 0, 1, true));
        refuses("trade.quantity", () -> new Trade(0, 1, 1, -1, true));
        refuses("trade.venue", () -> new Trade(-1, 1, 1, 1, true));
        refuses("venue.name", () -> new Venue("", 0, 0, 0));
        refuses("venue.latencyNanos", () -> new Venue("v", -1, 0, 0));
        refuses("venue.makerFeeBps", () -> new Venue("v", 0, Double.NaN, 0));
    }

    @ParameterizedTest
    @CsvSource({"BTC/USDT,BTC,USDT", "EUR-USD,EUR,USD", "ETH_BTC,ETH,BTC", "A/B-C,A,B-C"})
    void readsBaseAndQuoteFromASymbol(String symbol, String base, String quote) {
        Instrument instrument = Instrument.of(symbol);

        assertThat(instrument.base()).isEqualTo(base);
        assertThat(instrument.quote()).isEqualTo(quote);
        assertThat(instrument.tickSize()).isEqualTo(Decimal.of("0.00000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "/USDT", "BTC/", "", "/"})
    void refusesSymbolsWithoutTwoSides(String symbol) {
        refuses("instrument.symbol", () -> Instrument.of(symbol));
    }

    @Test
    void refusesInstrumentsWithoutAGrid() {
        refuses("instrument.tickSize", () -> Instrument.of("A/B", Decimal.ZERO, Decimal.ONE));
        refuses("instrument.lotSize", () -> Instrument.of("A/B", Decimal.ONE, Decimal.of(-1)));
        refuses(
                "instrument.minNotional",
                () -> new Instrument("A/B", "A", "B", Decimal.ONE, Decimal.ONE, Decimal.of(-1)));
    }

    @Test
    void keepsTheOrderOfItsInstrumentsAndFindsThem() {
        Universe universe = Universe.of(Instrument.of("B/X"), Instrument.of("A/X"));

        assertThat(universe.size()).isEqualTo(2);
        assertThat(universe.indexOf("A/X")).hasValue(1);
        assertThat(universe.indexOf("a/x")).isEmpty();
        assertThat(universe.instrument(0).symbol()).isEqualTo("B/X");
        refuses("universe.instruments", () -> Universe.of(Instrument.of("A/X"), Instrument.of("A/X")));
        Venue venue = new Venue("v", 0, 0, 0);
        refuses("universe.venues", () -> new Universe(List.of(), List.of(venue, venue)));
    }

    @Test
    void cannotBeChangedByItsMaker() {
        List<InstrumentMarket> markets = new ArrayList<>(List.of(InstrumentMarket.QUIET));
        List<Reading> readings = new ArrayList<>();
        MarketSnapshot snapshot = new MarketSnapshot(1, markets, readings);
        markets.clear();
        readings.add(SentimentReading.of(1, "BTC", "x", 0));

        assertThat(snapshot.instruments()).hasSize(1);
        assertThat(snapshot.readings()).isEmpty();
        assertThatThrownBy(() -> snapshot.instruments().clear()).isInstanceOf(UnsupportedOperationException.class);
        refuses("snapshot.instruments", () -> MarketSnapshot.of(1, List.of()));
        assertThat(InstrumentMarket.QUIET.hasBar()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"30s,30", "1m,60", "15M,900", "4h,14400", "1d,86400", "2w,1209600", "007s,7"})
    void readsIntervals(String text, long seconds) {
        assertThat(BarInterval.parse(text)).isEqualTo(BarInterval.of(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "5", "1.5h", "-1m", "0m", "5y", "1 m", "٣m", "1000000000s", "999999999w", "5mm"})
    void refusesIntervalsOfAnotherForm(String text) {
        refuses("interval", () -> BarInterval.parse(text));
    }

    @Property(tries = 200)
    void readsBackWhatItWrites(@ForAll @LongRange(min = 1, max = 9_000_000) long seconds) {
        BarInterval interval = new BarInterval(seconds * 1_000_000_000L);

        assertThat(BarInterval.parse(interval.toString())).isEqualTo(interval);
    }

    @Test
    void writesOddIntervalsInTheIsoForm() {
        assertThat(new BarInterval(1_500_000_000L)).hasToString("PT1.5S");
        assertThat(new BarInterval(300_000_000_000L)).hasToString("5m");
        refuses("interval.nanos", () -> new BarInterval(0));
    }

    private static Quote quote(double bid, double ask) {
        return new Quote(0, 1, bid, 1, ask, 1, 0, 0);
    }

    private static BookLevel level(double price) {
        return new BookLevel(price, 1);
    }

    private static OrderBook book(List<BookLevel> bids, List<BookLevel> asks) {
        return new OrderBook(0, 1, bids, asks);
    }

    private static void refuses(String path, Runnable maker) {
        assertThatIllegalArgumentException().isThrownBy(maker::run).withMessageStartingWith(path);
    }
}
