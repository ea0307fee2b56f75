package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.Randomness;
import io.aqts.market.Bar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RepairPolicyTest {

    @TempDir
    private Path directory;

    @Test
    void refusesEverythingUnlessToldOtherwise() {
        for (BarFlaw flaw : BarFlaw.values()) {
            assertThat(RepairPolicy.REFUSE_ALL.of(flaw)).isEqualTo(Repair.REFUSE);
            assertThat(CsvOptions.defaults().repair().of(flaw)).isEqualTo(Repair.REFUSE);
        }
    }

    @ParameterizedTest
    @EnumSource(BarFlaw.class)
    void allowsOnlyWhatSuitsTheFlaw(BarFlaw flaw) {
        for (Repair repair : Repair.values()) {
            if (flaw.repairs().contains(repair)) {
                assertThat(RepairPolicy.REFUSE_ALL.with(flaw, repair).of(flaw)).isEqualTo(repair);
            } else {
                assertThatThrownBy(() -> RepairPolicy.REFUSE_ALL.with(flaw, repair))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(flaw + " must be one of " + flaw.repairs() + ", but was " + repair);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T,1,3,x,2,9     | MALFORMED    | DROP",
                "T,1,3,0.5,2     | MALFORMED    | DROP",
                "T,1,3,0.5,2,nan | NOT_FINITE   | DROP",
                "T,1,3,0,2,9     | NOT_POSITIVE | DROP",
                "T,1,3,0.5,2,-9  | NOT_POSITIVE | DROP",
                "T,1,1,0.5,2,9   | INCONSISTENT | DROP",
                "B,1,3,0.5,2,9   | DUPLICATE    | KEEP_FIRST",
                "A,1,3,0.5,2,9   | UNSORTED     | DROP"
            })
    void leavesOutWhatItIsToldTo(String row, BarFlaw flaw, Repair repair) {
        List<String> rows = Sample.minuteRows(2_000);
        for (int spoiled : new int[] {5, 1_500}) {
            rows.set(spoiled, timed(row, spoiled) + "\n");
        }

        Reading reading = read(rows, RepairPolicy.REFUSE_ALL.with(flaw, repair));

        List<Bar> expected = new ArrayList<>(Sample.bars(Sample.minutes(Sample.range(0, 2_000))));
        expected.remove(1_500);
        expected.remove(5);
        assertThat(reading.bars).isEqualTo(expected);
        assertThat(reading.report.entries()).hasSize(1);
        assertThat(reading.report.rows(flaw)).isEqualTo(2);
        assertThat(reading.report.total()).isEqualTo(2);
        assertThat(reading.report.entries().get(0).first()).startsWith(directory.resolve("a.csv") + ":7: ");
        assertThat(reading.report.entries().get(0).repair()).isEqualTo(repair);
    }

    @Test
    void repairsOneFlawAndRefusesAnother() {
        List<String> rows = Sample.minuteRows(10);
        rows.set(3, "x\n");
        rows.set(6, timed("T,1,3,0,2,9", 6) + "\n");

        assertThatThrownBy(() -> read(rows, RepairPolicy.REFUSE_ALL.with(BarFlaw.MALFORMED, Repair.DROP)))
                .hasMessageContaining(":8: low must be more than zero");
    }

    @Test
    void clampsHighAndLowAroundTheOtherPrices() {
        List<String> rows = Sample.minuteRows(5);
        rows.set(2, timed("T,10,9,12,11,1", 2) + "\n");
        rows.set(3, timed("T,10,10.5,10,11,1", 3) + "\n");

        Reading reading = read(rows, RepairPolicy.REFUSE_ALL.with(BarFlaw.INCONSISTENT, Repair.CLAMP));

        assertThat(reading.bars.get(2)).extracting(Bar::high, Bar::low).containsExactly(12.0, 9.0);
        assertThat(reading.bars.get(3)).extracting(Bar::high, Bar::low).containsExactly(11.0, 10.0);
        assertThat(reading.report.rows(BarFlaw.INCONSISTENT)).isEqualTo(2);
    }

    @Test
    void keepsTheLastOfSeveralTwins() {
        List<String> rows = Sample.minuteRows(6);
        rows.add(3, timed("T,1,3,0.5,2,7", 2) + "\n");
        rows.add(4, timed("T,1,3,0.5,2,8", 2) + "\n");
        rows.add(timed("T,1,3,0.5,2,9", 5) + "\n");

        Reading last = read(rows, RepairPolicy.REFUSE_ALL.with(BarFlaw.DUPLICATE, Repair.KEEP_LAST));
        Reading first = read(rows, RepairPolicy.REFUSE_ALL.with(BarFlaw.DUPLICATE, Repair.KEEP_FIRST));

        assertThat(last.bars).extracting(Bar::volume).containsExactly(1.0, 2.0, 8.0, 4.0, 5.0, 9.0);
        assertThat(last.report.rows(BarFlaw.DUPLICATE)).isEqualTo(3);
        assertThat(first.bars).isEqualTo(Sample.bars(Sample.minutes(Sample.range(0, 6))));
        assertThat(first.report.rows(BarFlaw.DUPLICATE)).isEqualTo(3);
    }

    @Test
    void sortsAFileInAnyOrder() {
        for (int seed = 0; seed < 50; seed++) {
            Randomness chance = Randomness.of(seed);
            List<String> rows = Sample.minuteRows(200);
            int moved = seed == 0 ? reverse(rows) : shuffle(rows, chance);

            Reading reading = read(rows, RepairPolicy.REFUSE_ALL.with(BarFlaw.UNSORTED, Repair.SORT));

            assertThat(reading.bars).isEqualTo(Sample.bars(Sample.minutes(Sample.range(0, 200))));
            assertThat(reading.report.rows(BarFlaw.UNSORTED)).isEqualTo(moved);
        }
    }

    @Test
    void settlesTwinsInTheOrderOfTheFileWhenSorting() {
        List<String> rows = Sample.minuteRows(4);
        rows.add(timed("T,1,3,0.5,2,7", 1) + "\n");
        rows.add(timed("T,1,3,0.5,2,8", 1) + "\n");
        RepairPolicy sorting = RepairPolicy.REFUSE_ALL.with(BarFlaw.UNSORTED, Repair.SORT);

        assertThatThrownBy(() -> read(rows, sorting)).hasMessageContaining(":6: timestamp must be after");
        assertThat(read(rows, sorting.with(BarFlaw.DUPLICATE, Repair.KEEP_FIRST)).bars)
                .extracting(Bar::volume)
                .containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(read(rows, sorting.with(BarFlaw.DUPLICATE, Repair.KEEP_LAST)).bars)
                .extracting(Bar::volume)
                .containsExactly(1.0, 8.0, 3.0, 4.0);
    }

    @Test
    void yieldsOrderedBarsUnderEveryPolicy() {
        for (int seed = 0; seed < 400; seed++) {
            Randomness chance = Randomness.of(seed);
            List<String> rows = spoiled(chance);
            RepairPolicy policy = RepairPolicy.COUNT_ALL;
            for (BarFlaw flaw : BarFlaw.values()) {
                List<Repair> repairs = flaw.repairs();
                policy = policy.with(flaw, repairs.get(1 + chance.nextInt(repairs.size() - 1)));
            }

            assertThat(read(rows, policy).bars)
                    .isNotEmpty()
                    .isSortedAccordingTo(Comparator.comparingLong(Bar::epochNanos))
                    .extracting(Bar::epochNanos)
                    .doesNotHaveDuplicates();
        }
    }

    private static List<String> spoiled(Randomness chance) {
        String[] spoilers = {"x", "T,1,3,0,2,9", "T,1,nan,1,1,1", "T,5,4,3,2,1", "A,1,3,0.5,2,9", "B,1,3,0.5,2,9", ""};
        List<String> rows = Sample.minuteRows(30);
        for (int i = 0; i < 10; i++) {
            int at = 2 + chance.nextInt(28);
            rows.set(at, timed(spoilers[chance.nextInt(spoilers.length)], at) + "\n");
        }
        return rows;
    }

    private static int reverse(List<String> rows) {
        Collections.reverse(rows);
        return rows.size() - 1;
    }

    private static int shuffle(List<String> rows, Randomness chance) {
        for (int i = rows.size() - 1; i > 0; i--) {
            Collections.swap(rows, i, chance.nextInt(i + 1));
        }
        String latest = "";
        int moved = 0;
        for (String row : rows) {
            String time = row.substring(0, 13);
            moved += time.compareTo(latest) < 0 ? 1 : 0;
            latest = time.compareTo(latest) > 0 ? time : latest;
        }
        return moved;
    }

    /** Puts the time of the nth row for a T, that of the row before for a B, and an earlier one for an A. */
    private static String timed(String row, int n) {
        long start = Sample.minute(n).startNanos() / 1_000_000;
        return row.replaceFirst("^T", String.valueOf(start))
                .replaceFirst("^B", String.valueOf(start - 60_000))
                .replaceFirst("^A", String.valueOf(start - 120_000));
    }

    private Reading read(List<String> rows, RepairPolicy policy) {
        Path path = Sample.write(directory, "a.csv", Sample.HEADER + String.join("", rows));
        CsvOptions options = CsvOptions.defaults().repair(policy);
        BarSeries series = CsvBars.read(path, options);
        CsvBarSource source = CsvBars.open(path, Sample.INSTRUMENT, options);
        Reading reading = new Reading(Sample.bars(series), series.repairs());

        assertThat(Sample.bars(source)).isEqualTo(reading.bars);
        assertThat(source.repairs()).containsExactly(reading.report);
        return reading;
    }

    private record Reading(List<Bar> bars, RepairReport report) {}
}
