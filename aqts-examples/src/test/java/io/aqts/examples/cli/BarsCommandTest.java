package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarsCommandTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void makeBarsWithAGapAndADuplicate() throws Exception {
        List<String> lines = new ArrayList<>(Files4h.text(100, "x").lines().toList());
        lines.subList(40, 43).clear();
        lines.add(10, lines.get(10));
        file = Files.writeString(directory.resolve("BTC-USD_4h.csv"), String.join("\n", lines) + "\n");
    }

    @Test
    void tellsWhatAFileHolds() {
        assertThat(Cli.text("bars", file))
                .startsWith(file.toString())
                .contains("sha256 ", "times       EPOCH_MILLIS", "97 of 4h (inferred)")
                .contains("first ends 2020-01-01T04:00:00Z, last ends 2020-01-17T16:00:00Z")
                .contains("1 with 3 missing bars", "1 rows would be refused", "1 DUPLICATE");
    }

    @Test
    void tellsItAsADocument() throws Exception {
        Path other = Files4h.gzip(directory, "ETH-USD_4h.csv.gz", 50);

        JsonNode told = Cli.json("bars", "--json", "--interval", "4h", file, other);

        assertThat(told.at("/files")).hasSize(2);
        JsonNode first = told.at("/files/0");
        assertThat(first.at("/bars").intValue()).isEqualTo(97);
        assertThat(first.at("/interval").textValue()).isEqualTo("4h");
        assertThat(first.at("/intervalGiven").booleanValue()).isTrue();
        assertThat(first.at("/gaps/missingBars").intValue()).isEqualTo(3);
        assertThat(first.at("/flaws/0/flaw").textValue()).isEqualTo("DUPLICATE");
        assertThat(first.at("/sha256").textValue()).matches("[0-9a-f]{64}");
        assertThat(told.at("/files/1/bars").intValue()).isEqualTo(50);
    }

    @Test
    void saysWhenTheLastLineIsCutOff() throws Exception {
        String whole = Files4h.text(60, "x");
        Path cut = Files.writeString(directory.resolve("cut.csv"), whole.substring(0, whole.length() - 1));

        assertThat(Cli.run("bars", cut).out()).contains("the last line lacks a line end");
    }
}
