package io.aqts.examples.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.core.book.QueueModel;
import io.aqts.core.replay.BookRecording;
import io.aqts.testkit.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayABookTest {

    private static final String FOLDER = "fixtures/streams/binance/";

    @Test
    void theBookOfSpotAgreesWithItsTickerEverywhere() {
        requireSound(ReplayABook.spot(SharedData.require(FOLDER + "spot_btcusdt_20240808.jsonl.gz")), 3449);
    }

    @Test
    void theBookOfThePerpetualAgreesWithItsTickerEverywhere() {
        requireSound(ReplayABook.perpetual(SharedData.require(FOLDER + "cm_btcusd_perp_20240808.jsonl.gz")), 26_807);
    }

    @Test
    void everyStrategyTradesAndTheSameRunGivesTheSameReport() {
        BookRecording recording = ReplayABook.spot(SharedData.require(FOLDER + "spot_btcusdt_20240808.jsonl.gz"));
        QueueModel careful = new QueueModel.RiskAverse();
        List<String> given = ReplayABook.run(recording, ReplayABook.maker(recording), careful);
        List<String> taken = ReplayABook.run(recording, ReplayABook.taker(recording), careful);

        assertThat(given)
                .anyMatch(line -> line.matches("given: [1-9].*"))
                .anyMatch(line -> line.startsWith("taken: 0"));
        assertThat(taken)
                .anyMatch(line -> line.matches("taken: [1-9].*"))
                .anyMatch(line -> line.startsWith("given: 0"));
        assertThat(ReplayABook.run(recording, ReplayABook.maker(recording), careful))
                .isEqualTo(given);
    }

    @Test
    void thePerpetualIsCountedInContractsAndPaysInBitcoin() {
        BookRecording recording =
                ReplayABook.perpetual(SharedData.require(FOLDER + "cm_btcusd_perp_20240808.jsonl.gz"));

        assertThat(recording.universe().instrument(0).settlementCurrency()).isEqualTo("BTC");
        assertThat(ReplayABook.run(recording, ReplayABook.taker(recording), new QueueModel.RiskAverse()))
                .anyMatch(line -> line.startsWith("taken: 145 fills worth 1.46,"));
    }

    private static void requireSound(BookRecording recording, int agreements) {
        assertThat(recording.origins())
                .singleElement()
                .asString()
                .contains("0 gaps", "ticker agrees " + agreements + " times and 0 times not", "book crossed 0 times");
    }
}
