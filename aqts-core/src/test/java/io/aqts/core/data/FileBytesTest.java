package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSourceException;
import io.aqts.Randomness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBytesTest {

    private static final String TEXT = Sample.HEADER + String.join("", Sample.minuteRows(40));

    @TempDir
    private Path directory;

    @Test
    void failsWhereverACompressedFileIsCutOff() {
        byte[] whole = Sample.gzip(TEXT);
        for (int length = 0; length < whole.length; length++) {
            Path path = Sample.write(directory, "cut.csv.gz", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> CsvBars.read(path))
                    .as("cut after %d of %d bytes", length, whole.length)
                    .isInstanceOf(DataSourceException.class);
        }
        assertThat(CsvBars.read(Sample.write(directory, "cut.csv.gz", whole)).size())
                .isEqualTo(40);
    }

    @Test
    void failsWhereverASecondMemberIsCutOff() {
        byte[] first = Sample.gzip(TEXT.substring(0, 700));
        byte[] second = Sample.gzip(TEXT.substring(700));
        byte[] whole = join(first, second);
        for (int length = first.length + 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> text(cut, 50))
                    .as("cut after %d of %d bytes", length, whole.length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("gzip data must be complete");
        }
    }

    @Test
    void readsMembersOneAfterTheOther() throws IOException {
        byte[] members = {};
        for (int from = 0; from < TEXT.length(); from += 100) {
            members = join(members, Sample.gzip(TEXT.substring(from, Math.min(TEXT.length(), from + 100))));
        }
        members = join(members, Sample.gzip(""));

        for (int room : new int[] {1, 7, 64, 10_000}) {
            assertThat(text(members, room)).isEqualTo(TEXT);
        }
        assertThat(CsvBars.read(Sample.write(directory, "members.csv.gz", members))
                        .size())
                .isEqualTo(40);
    }

    @Test
    void neverReadsOtherTextFromAnAlteredFile() throws IOException {
        byte[] whole = Sample.gzip(TEXT);
        Randomness chance = Randomness.of(11);
        int refused = 0;
        for (int at = 2; at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= (byte) (1 << chance.nextInt(8));
            try {
                assertThat(text(altered, 64)).isEqualTo(TEXT);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length - 20);
    }

    @Test
    void refusesBytesBehindTheLastMember() {
        byte[] trailed = join(Sample.gzip(TEXT), "more".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> text(trailed, 64)).hasMessageContaining("other bytes follow");
    }

    @Test
    void skipsAllFieldsOfAHeader() throws IOException {
        byte[] plain = Sample.gzip(TEXT);
        byte[] header = HexFormat.of().parseHex("1f8b081e00000000000304006162636466696c6500636f6d6d656e7400");
        CRC32 checksum = new CRC32();
        checksum.update(header);
        byte[] sum = {(byte) checksum.getValue(), (byte) (checksum.getValue() >>> 8)};

        byte[] full = join(join(header, sum), Arrays.copyOfRange(plain, 10, plain.length));

        assertThat(text(full, 64)).isEqualTo(TEXT);
    }

    @Test
    void readsPlainFilesAsTheyAre() throws IOException {
        assertThat(text(TEXT.getBytes(StandardCharsets.US_ASCII), 64)).isEqualTo(TEXT);
        assertThat(text(new byte[] {0x1F}, 64)).isEqualTo("\u001f");
        assertThat(text(new byte[0], 64)).isEmpty();
    }

    @Test
    void namesTheLineItGotTo() {
        byte[] whole = Sample.gzip(TEXT);
        Path path = Sample.write(directory, "cut.csv.gz", Arrays.copyOf(whole, whole.length - 1));

        Sample.assertRefused(path, ":42: gzip data must be complete, but the file ends within it");
    }

    private static String text(byte[] content, int room) throws IOException {
        try (FileBytes bytes = new FileBytes(new CsvRowsTest.Trickle(content, 13), null)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[room];
            int read;
            while ((read = bytes.read(buffer, 0, room)) >= 0) {
                assertThat(read).isPositive();
                out.write(buffer, 0, read);
            }
            assertThat(bytes.read(buffer, 0, room)).isEqualTo(-1);
            return out.toString(StandardCharsets.US_ASCII);
        }
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
