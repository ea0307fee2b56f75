package io.aqts.examples.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSourceException;
import io.aqts.core.replay.BookMessage;
import io.aqts.core.replay.BookRecording;
import io.aqts.market.Instrument;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.DepthReset;
import io.aqts.market.Trade;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceStreamFileTest {

    private static final Instrument COIN = Instrument.of("X/USD", Decimal.of("0.1"), Decimal.of("0.001"));
    private static final String SNAPSHOT = "{'lastUpdateId':100,'bids':[['9.9','1']],'asks':[['10.1','2']]}";

    @TempDir
    private Path folder;

    @Test
    void tellsTheBookOnceASnapshotHasCome() {
        BinanceStreamFile file = spot(
                "1 " + depth("spot", 90, 99, "[['9.8','5']]"),
                "2 " + depth("spot", 100, 102, "[['9.9','3'],['9.7','0']]"),
                "3 " + SNAPSHOT,
                "4 " + depth("spot", 103, 104, "[['9.9','0']]"));

        List<BookMessage> messages = BookRecording.of(file).messages();
        assertThat(messages).extracting(BookMessage::epochNanos).containsExactly(3L, 4L);
        assertThat(messages.get(0).events())
                .as("what is older is left out, what reaches beyond the snapshot comes after it")
                .containsExactly(
                        new DepthReset(3, 0),
                        bid(3, 9.9, 1),
                        new DepthChange(3, 0, Side.SELL, 10.1, 2),
                        bid(3, 9.9, 3),
                        bid(3, 9.7, 0));
        assertThat(messages.get(1).events()).containsExactly(bid(4, 9.9, 0));
        assertThat(messages.get(1).venueNanos()).as("by the venue's clock").isEqualTo(7_000_000);
        assertThat(file.origins()).singleElement().asString().contains("4 lines", "0 gaps", "1 updates older");
    }

    @Test
    void spotUpdatesFollowByTheirFirstNumber() {
        BinanceStreamFile file = spot(
                "1 " + SNAPSHOT,
                "2 " + depth("spot", 99, 101, "[['9.8','1']]"),
                "3 " + depth("spot", 102, 105, "[['9.8','2']]"),
                "4 " + depth("spot", 107, 108, "[['9.8','3']]"),
                "5 " + depth("spot", 109, 110, "[['9.8','4']]"));

        List<BookMessage> messages = BookRecording.of(file).messages();
        assertThat(messages).extracting(BookMessage::epochNanos).containsExactly(1L, 2L, 3L, 4L);
        assertThat(messages.get(3).events()).as("106 is missing").containsExactly(new DepthReset(4, 0));
        assertThat(file.gaps()).isEqualTo(1);
    }

    @Test
    void aSnapshotAfterAGapTellsTheBookAnew() {
        BinanceStreamFile file = spot(
                "1 " + SNAPSHOT,
                "2 " + depth("spot", 105, 106, "[['9.8','1']]"),
                "3 " + depth("spot", 107, 108, "[['9.8','2']]"),
                "4 " + SNAPSHOT.replace("100", "106"));

        List<BookMessage> messages = BookRecording.of(file).messages();
        assertThat(messages).extracting(BookMessage::epochNanos).containsExactly(1L, 2L, 4L);
        assertThat(messages.get(2).events()).first().isEqualTo(new DepthReset(4, 0));
        assertThat(messages.get(2).events()).last().isEqualTo(bid(4, 9.8, 2));
    }

    @Test
    void futuresUpdatesNameTheOneBefore() {
        BinanceStreamFile file = futures(
                "1 " + SNAPSHOT,
                "2 " + depth("spot", 90, 99, "[['9.8','1']]").replace("'e'", "'pu':89,'e'"),
                "3 " + depth("spot", 95, 101, "[['9.8','2']]").replace("'e'", "'pu':94,'e'"),
                "4 " + depth("spot", 110, 120, "[['9.8','3']]").replace("'e'", "'pu':101,'e'"),
                "5 " + depth("spot", 121, 122, "[['9.8','4']]").replace("'e'", "'pu':119,'e'"));

        List<BookMessage> messages = BookRecording.of(file).messages();
        assertThat(messages).extracting(BookMessage::epochNanos).containsExactly(1L, 3L, 4L, 5L);
        assertThat(messages.get(3).events()).containsExactly(new DepthReset(5, 0));
        assertThat(file.gaps()).isEqualTo(1);
        assertThat(((DepthChange) messages.get(1).events().get(0)).quantity())
                .as("contracts of 0.1")
                .isEqualTo(0.2);
    }

    @Test
    void aFirstUpdateThatDoesNotReachTheSnapshotIsAGap() {
        BinanceStreamFile file = spot("1 " + SNAPSHOT, "2 " + depth("spot", 102, 103, "[['9.8','1']]"));

        assertThat(BookRecording.of(file).messages()).hasSize(2);
        assertThat(file.gaps()).isEqualTo(1);
    }

    @Test
    void tellsPrintsSingleOrAggregated() {
        BinanceStreamFile file = spot(
                "1 " + print("trade", "9.9", "0.5", true),
                "2 " + print("aggTrade", "10.1", "0.25", false),
                "3 " + print("trade", "10.1", "0", false),
                "4 {'stream':'x@kline_1m','data':{'e':'kline','E':7,'s':'XUSD','k':{'o':'1'}}}",
                "5 {'result':null,'id':1}");

        assertThat(BookRecording.of(file).messages())
                .extracting(BookMessage::trades)
                .containsExactly(List.of(new Trade(0, 1, 9.9, 0.5, false)), List.of(new Trade(0, 2, 10.1, 0.25, true)));
        assertThat(file.origins()).singleElement().asString().contains("3 messages of other kinds");
    }

    @Test
    void comparesTheBookWithTheTicker() {
        BinanceStreamFile file = spot(
                "1 " + SNAPSHOT,
                "2 " + ticker(101, "9.9", "1", "10.1", "3"),
                "3 " + depth("spot", 101, 102, "[]").replace("'a':[]", "'a':[['10.1','3']]"),
                "4 " + ticker(103, "9.9", "1", "10.1", "4"),
                "5 " + depth("spot", 103, 104, "[]").replace("'a':[]", "'a':[['10.1','5']]"),
                "6 " + ticker(105, "9.9", "1", "10.1", "5"),
                "7 " + depth("spot", 105, 106, "[['10.2','1']]"));
        BookRecording.of(file);

        assertThat(file.agreements()).isEqualTo(1);
        assertThat(file.disagreements()).isEqualTo(1);
        assertThat(file.crossings()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x {}|receipt must be in digits, but was x",
                "{}|receipt must be in digits, but was {",
                "1 []|line must hold an object, but was [",
                "1 {'a':|line must be valid JSON, but: ",
                "1 {} {}|line must end after its object, but was {",
                "1 {'e':'trade','s':'OTHER','p':'1','q':'1','m':true}|s must be XUSD, but was OTHER",
                "1 {'e':'trade','s':'XUSD','p':'0','q':'1','m':true}|p and q must be more than zero, but was 0.0",
                "1 {'e':'trade','s':'XUSD','p':'1','q':'1'}|m must say whether the buyer made, but was absent",
                "1 {'e':'trade','s':'XUSD','p':'nine','q':'1','m':true}|numbers must be decimal, but: ",
                "1 {'e':'trade','s':'XUSD','p':'NaN','q':'1','m':true}|number must be finite, but was NaN",
                "1 {'e':'depthUpdate','s':'XUSD','U':5,'u':4,'b':[],'a':[]}|u must be at least U 5",
                "1 {'e':'depthUpdate','s':'XUSD','U':5,'u':6,'b':[['1','2','3']],'a':[]}|level must be a price and",
                "1 {'e':'depthUpdate','s':'XUSD','U':5,'u':6,'b':[['1','-2']],'a':[]}|level must have a price",
            })
    void namesTheFileTheLineTheRuleAndTheValue(String line, String message) {
        BinanceStreamFile file = spot("0 " + SNAPSHOT, line);
        file.next();

        assertThatThrownBy(file::next)
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining("stream.txt:2: " + message);
        assertThat(file.next()).isEmpty();
    }

    @Test
    void refusesPricesOffTheTickAndLinesThatGoBack() {
        assertThatThrownBy(spot("5 " + SNAPSHOT.replace("9.9", "9.95"))::next)
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining("stream.txt:1: depth.price must lie on the tick 0.1, but was 9.95");
        BinanceStreamFile back = spot("5 " + SNAPSHOT, "4 " + SNAPSHOT);
        back.next();
        assertThatThrownBy(back::next)
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining("stream.txt:2: must not be received before 5 of the line before, but was at 4");
    }

    @Test
    void readsCompressedFilesAndRefusesTornOnes() throws IOException {
        Path whole = folder.resolve("stream.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(json("1 " + SNAPSHOT + "\n2 " + print("trade", "9.9", "1", true)));
        }
        assertThat(BookRecording.of(open(whole, BinanceMarket.SPOT)).messages()).hasSize(2);

        Path torn = folder.resolve("torn.gz");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(torn, java.util.Arrays.copyOf(bytes, bytes.length - 12));
        assertThatThrownBy(() -> BookRecording.of(open(torn, BinanceMarket.SPOT)))
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining("torn.gz:");
        assertThatThrownBy(() -> open(folder.resolve("none"), BinanceMarket.SPOT))
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining("none must be readable");
    }

    private BinanceStreamFile spot(String... lines) {
        return open(written(lines), BinanceMarket.SPOT);
    }

    private BinanceStreamFile futures(String... lines) {
        return open(written(lines), BinanceMarket.FUTURES);
    }

    private static BinanceStreamFile open(Path file, BinanceMarket market) {
        Decimal size = market == BinanceMarket.SPOT ? Decimal.ONE : Decimal.of("0.1");
        return BinanceStreamFile.open(
                file, new BinanceSymbol("XUSD", market, COIN, size), new Venue("binance", 0, 0, 0));
    }

    private Path written(String... lines) {
        try {
            return Files.write(folder.resolve("stream.txt"), json(String.join("\n", lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String depth(String stream, long first, long last, String bids) {
        return "{'stream':'" + stream + "','data':{'e':'depthUpdate','E':7,'s':'XUSD','U':" + first + ",'u':" + last
                + ",'b':" + bids + ",'a':[]}}";
    }

    private static String print(String kind, String price, String quantity, boolean makerBought) {
        return "{'stream':'x','data':{'e':'" + kind + "','E':7,'s':'XUSD','t':5,'p':'" + price + "','q':'" + quantity
                + "','T':6,'m':" + makerBought + ",'M':true}}";
    }

    private static String ticker(long id, String bid, String bidQuantity, String ask, String askQuantity) {
        return "{'stream':'x','data':{'u':" + id + ",'s':'XUSD','b':'" + bid + "','B':'" + bidQuantity + "','a':'" + ask
                + "','A':'" + askQuantity + "'}}";
    }

    private static MarketEvent bid(long at, double price, double quantity) {
        return new DepthChange(at, 0, Side.BUY, price, quantity);
    }
}
