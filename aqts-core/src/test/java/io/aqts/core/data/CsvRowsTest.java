package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSourceException;
import io.aqts.Randomness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @Property(tries = 1_500)
    void readsTheSameWhateverTheSizeOfItsBuffer(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int buffer,
            @ForAll @IntRange(min = 1, max = 40) int piece) {
        String file = file(Randomness.of(seed));

        assertThat(outcome(new Trickle(file, piece), buffer))
                .isEqualTo(outcome(new Trickle(file, Integer.MAX_VALUE), 1 << 16));
    }

    @Property(tries = 300)
    void readsCompressedTheSameWhateverTheSizeOfItsBuffer(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int buffer,
            @ForAll @IntRange(min = 1, max = 40) int piece) {
        String file = file(Randomness.of(seed));

        assertThat(outcome(new Trickle(Sample.gzip(file), piece), buffer))
                .isEqualTo(outcome(new Trickle(file, Integer.MAX_VALUE), 1 << 16));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp,open,high,low,close,volume\n1704067200,1,3,0.5,2,9",
                "timestamp,open,high,low,close,volume\r\n1704067200,1,3,0.5,2,9\r\n",
                "\uFEFFtimestamp,open,high,low,close,volume\n1704067200,1,3,0.5,2,9\n\n\n",
                "volume,close,low,high,open,ts\n9,2,0.5,3,1,1704067200\n\r\n",
                "Time,Open,High,Low,Close,Volume\n2024-01-01T00:00:00Z,1.0,3.0,0.5,2.0,9.0\n",
                "symbol,date,open,high,low,close,volume,note\n\"A,B\",2024-01-01,1,3,0.5,2,9,\"x,y\"\n",
                "\"ts\",\"open\",\"high\",\"low\",\"close\",\"volume\"\n"
                        + "\"1704067200000\",\"1\",\"3\",\"0.5\",\"2\",\"9\"\n",
                " timestamp , open,high, low,close,volume\n 1704067200, 1, 3 , 5e-1,2 ,9 \n",
                "date,timestamp,open,high,low,close,volume\n,1704067200,1,3,.5,2.,+9\n",
                "datetime,open,high,low,close,volume\n2024-01-01 00:00:00+00:00,1,3,0.5,2,9\n"
            })
    void understandsWhatOthersWrite(String file) {
        FlawCounter flaws = new FlawCounter("memory", RepairPolicy.REFUSE_ALL);
        try (CsvRows rows = new CsvRows(new Trickle(file, 7), flaws, 16, null)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.startNanos).isEqualTo(Sample.MIDNIGHT);
            assertThat(rows.values).containsExactly(1, 3, 0.5, 2, 9);
            assertThat(rows.line).isEqualTo(2);
            assertThat(rows.next()).isFalse();
            assertThat(rows.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1704067200000,1,3,0.5,2,9\n",
                "timestamp,open,high,low,close\n",
                "timestamp,open,high,low,volume\n",
                "open,high,low,close,volume\n",
                "timestamp;open;high;low;close;volume\n",
                "timestamp,open,high,low,close,volume,open\n",
                "ts,ts,open,high,low,close,volume\n",
                "date,time,open,high,low,close,volume\n",
                "\n",
                "timestamp"
            })
    void refusesOtherHeaders(String file) {
        assertThat(outcome(new Trickle(file, 100), 16))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("memory:1: header must");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(outcome(new Trickle("", 100), 16)).containsExactly("memory: file must hold bars, but is empty");
    }

    @Test
    void refusesALineWithoutEnd() {
        byte[] endless = new byte[3 << 20];
        Arrays.fill(endless, (byte) '7');

        assertThat(outcome(new ByteArrayInputStream(endless), 16))
                .containsExactly("memory:1: line must be shorter than 1048576 bytes, but is longer");
    }

    @Test
    void knowsWhetherTheLastLineIsFinished() {
        assertThat(unfinished(Sample.HEADER + "1,1,1,1,1,1\n")).isFalse();
        assertThat(unfinished(Sample.HEADER + "1,1,1,1,1,1")).isTrue();
    }

    @Test
    void namesTheFileItCannotRead() {
        FlawCounter flaws = new FlawCounter("memory", RepairPolicy.REFUSE_ALL);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };

        assertThatThrownBy(() -> new CsvRows(broken, flaws, 16, null))
                .isInstanceOf(DataSourceException.class)
                .hasMessageStartingWith("memory:1: file must be readable")
                .hasMessageContaining("disk on fire");
    }

    private static boolean unfinished(String file) {
        FlawCounter flaws = new FlawCounter("memory", RepairPolicy.REFUSE_ALL);
        try (CsvRows rows = new CsvRows(new Trickle(file, 7), flaws, 16, null)) {
            while (rows.next()) {}
            return rows.unfinished();
        }
    }

    /** Everything that reading yields, the flaws included. */
    private static List<Object> outcome(InputStream in, int buffer) {
        FlawCounter flaws = new FlawCounter("memory", RepairPolicy.COUNT_ALL);
        List<Object> outcome = new ArrayList<>();
        try (CsvRows rows = new CsvRows(in, flaws, buffer, null)) {
            while (rows.next()) {
                outcome.add(rows.line);
                outcome.add(rows.startNanos);
                for (double value : rows.values) {
                    outcome.add(Double.doubleToRawLongBits(value));
                }
            }
            outcome.add(rows.form() + " " + rows.unfinished());
            outcome.add(flaws.report());
        } catch (DataSourceException e) {
            outcome.add(String.valueOf(e.getMessage()));
        }
        return outcome;
    }

    private static String file(Randomness chance) {
        String end = chance.nextInt(2) == 0 ? "\n" : "\r\n";
        StringBuilder file = new StringBuilder("symbol,timestamp,open,high,low,close,volume").append(end);
        boolean iso = chance.nextInt(3) == 0;
        for (int i = 0; i < 1 + chance.nextInt(12); i++) {
            file.append(chance.nextInt(3) == 0 ? "\"q,\"" : "BTC").append(',');
            file.append(iso ? "2024-01-01T00:00:0" + i % 10 : String.valueOf(1_704_067_200_000L + i));
            for (int field = 0; field < CsvHeader.VALUES - (chance.nextInt(15) == 0 ? 1 : 0); field++) {
                file.append(',').append(field(chance));
            }
            file.append(chance.nextInt(15) == 0 ? ",extra" : "").append(end);
            file.append(chance.nextInt(20) == 0 ? end : "");
        }
        boolean cut = chance.nextInt(3) == 0;
        return cut ? file.substring(0, file.length() - chance.nextInt(5)) : file.toString();
    }

    private static String field(Randomness chance) {
        return switch (chance.nextInt(12)) {
            case 0 -> "nan";
            case 1 -> "x" + chance.nextInt(100);
            case 2 -> "";
            case 3 -> "1e-05";
            case 4 -> "-3.5";
            case 5 -> "42625316.299999997000000001";
            default -> Double.toString(chance.nextDouble(0, 1_000));
        };
    }

    /** Gives its content in small pieces, as pipes do. */
    static final class Trickle extends InputStream {

        private final ByteArrayInputStream content;
        private final int piece;

        Trickle(String content, int piece) {
            this(content.getBytes(StandardCharsets.UTF_8), piece);
        }

        Trickle(byte[] content, int piece) {
            this.content = new ByteArrayInputStream(content);
            this.piece = piece;
        }

        @Override
        public int read() {
            return content.read();
        }

        @Override
        public int read(byte[] into, int from, int room) {
            return content.read(into, from, Math.min(piece, room));
        }
    }
}
