package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class RetraceCommandTest {

    @Test
    void showsWhatWasReportedBesideWhatWasSo() {
        String text = Cli.text("retrace");

        assertThat(text)
                .contains("What its tracker reported", "What the ledger says about the same fills")
                .contains("1,440 ticks", "100,000 USDT", "10 bps");
        assertThat(text.lines().filter(line -> line.matches(" +4[2-6] .*"))).hasSize(10);
        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void theDocumentHasBothSides() {
        JsonNode told = Cli.json("retrace", "--seed", 7, "--iterations", 2, "--steps", 700, "--json");

        assertThat(told.at("/feeBps").intValue()).isEqualTo(10);
        assertThat(told.at("/runs"))
                .hasSize(2)
                .extracting(run -> run.get("seed").intValue())
                .containsExactly(7, 8);
        for (JsonNode run : told.at("/runs")) {
            assertThat(run.at("/steps").intValue()).isEqualTo(700);
            assertThat(run.at("/reported").fieldNames())
                    .toIterable()
                    .containsExactly("entries", "winRate", "sharpe", "maxDrawdown", "realized");
            assertThat(run.at("/ledger/finalEquity")
                            .decimalValue()
                            .subtract(run.at("/ledger/result").decimalValue()))
                    .isEqualByComparingTo("100000");
        }
    }

    @Test
    void whatIsUndefinedIsNotShownAsZero() {
        JsonNode run =
                Cli.json("retrace", "--steps", 1, "--iterations", 1, "--json").at("/runs/0");

        assertThat(run.at("/ledger/closed").intValue()).isZero();
        assertThat(run.at("/ledger/winRate").isNull()).isTrue();
        assertThat(run.at("/ledger/winRateUndefined").textValue()).isEqualTo("no position was closed");
        assertThat(run.at("/reported/sharpe").isNull()).isTrue();
        assertThat(run.at("/reported/sharpeUndefined").textValue()).isEqualTo("the gains do not vary");
        assertThat(Cli.text("retrace", "--steps", 1, "--iterations", 1)).contains(" undefined ");
    }
}
