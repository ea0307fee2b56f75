package io.aqts.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.DataSource;
import io.aqts.config.Scenario;
import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.NewsItem;
import io.aqts.market.OnChainReading;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same bits on every JVM. */
class GoldenTest {

    @Test
    void theFirstSnapshotOfSeed42IsPinned() {
        MarketSnapshot first = Markets.market(42, c -> c).next().orElseThrow();
        Bar bar = Markets.bar(first, 0);
        Quote quote = first.instrument(0).quotes().get(4);
        BookLevel deepest = first.instrument(0).books().get(4).bids().get(9);
        OnChainReading chain = (OnChainReading) first.readings().get(3);
        MacroReading macro = (MacroReading) first.readings().get(4);

        assertThat(first.epochNanos()).isEqualTo(1_704_067_260_000_000_000L);
        assertThat(hex(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()))
                .containsExactly(
                        "40e4820000000000",
                        "40e48c3bd70a3d71",
                        "40e480ad1eb851ec",
                        "40e48918f5c28f5c",
                        "403c8aa305532618");
        assertThat(hex(quote.bid(), quote.bidQuantity(), quote.ask(), quote.askQuantity()))
                .containsExactly("40e4889c28f5c28f", "3fcf9e59f2ba9d1f", "40e48985c28f5c29", "3fd035158b827fa2");
        assertThat(hex(quote.volume24h(), quote.fundingRate(), deepest.price(), deepest.quantity()))
                .containsExactly("419f0bc016a7ba5d", "3f203ff43419e300", "40e4857851eb851f", "3ff8c317acc4ef89");
        assertThat(hex(((SentimentReading) first.readings().get(0)).score(), chain.exchangeFlow(), macro.fearGreed()))
                .containsExactly("bfb642a1b66f17af", "400f8f45697d3c6e", "4048b836405d7ce5");
    }

    @Test
    void theFirstSnapshotOfTheOriginalsMarketIsPinned() {
        MarketSnapshot first =
                new SeedMarket(Markets.context(42, c -> c)).next().orElseThrow();
        Bar bar = Markets.bar(first, 0);
        Quote quote = first.instrument(0).quotes().get(4);

        assertThat(hex(bar.open(), bar.high(), bar.low(), bar.close(), quote.bid(), quote.ask()))
                .containsExactly(
                        "40e49327db40b430",
                        "40e4de94a99e56e5",
                        "40e4430c238af5dc",
                        "40e48e6786fb3388",
                        "40e48f023c04164a",
                        "40e49037ca7cca7e");
    }

    @ParameterizedTest
    @CsvSource({
        "BULL, eab25141a0a9f887",
        "BEAR, 3f1984f852bd44c1",
        "SIDEWAYS, 3d63c6435ca30816",
        "CRASH, d4715c6f5a2bf315",
        "ILLIQUID, 34f96fbb2f821ab4",
        "REGIME_SWITCHING, 6123a5951a4eff12"
    })
    void aDayOfEveryScenarioIsPinned(Scenario scenario, String digest) {
        assertThat(digest(Markets.market(42, c -> c.scenario(scenario)))).isEqualTo(digest);
    }

    private static String digest(DataSource source) {
        Digest digest = new Digest();
        for (int i = 0; i < 1_440; i++) {
            MarketSnapshot snapshot = source.next().orElseThrow();
            for (int k = 0; k < snapshot.instruments().size(); k++) {
                digest.add(Markets.bar(snapshot, k));
                digest.add(snapshot.instrument(k));
            }
            snapshot.readings().forEach(digest::add);
        }
        return digest.toString();
    }

    private static List<String> hex(double... values) {
        List<String> bits = new ArrayList<>();
        for (double value : values) {
            bits.add(Long.toHexString(Double.doubleToRawLongBits(value)));
        }
        return bits;
    }

    private static final class Digest {

        private long state = 0xCBF29CE484222325L;

        void add(Bar bar) {
            add(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        }

        void add(InstrumentMarket market) {
            for (Quote quote : market.quotes()) {
                add(quote.bid(), quote.bidQuantity(), quote.ask(), quote.askQuantity());
                add(quote.volume24h(), quote.fundingRate());
            }
            for (OrderBook book : market.books()) {
                book.bids().forEach(level -> add(level.price(), level.quantity()));
                book.asks().forEach(level -> add(level.price(), level.quantity()));
            }
        }

        void add(Reading reading) {
            if (reading instanceof SentimentReading sentiment) {
                add(sentiment.score());
            } else if (reading instanceof OnChainReading chain) {
                add(chain.activeAddresses(), chain.exchangeFlow(), chain.whaleAlerts());
            } else if (reading instanceof MacroReading macro) {
                add(macro.fearGreed(), macro.fundingRateAverage(), macro.liquidations24h());
            } else if (reading instanceof NewsItem news) {
                add(news.impact(), news.title().length());
            }
        }

        private void add(double... values) {
            for (double value : values) {
                state = (state ^ Double.doubleToRawLongBits(value)) * 0x100000001B3L;
                state ^= state >>> 29;
            }
        }

        @Override
        public String toString() {
            return Long.toHexString(state);
        }
    }
}
