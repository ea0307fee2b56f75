package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSource;
import io.aqts.Randomness;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarSeriesTest {

    @Test
    void givesBackTheBarsItWasBuiltFrom() {
        for (int size : new int[] {0, 1, 63, 64, 65, 1_000}) {
            BarSeries series = Sample.minutes(Sample.range(0, size));

            assertThat(series.size()).isEqualTo(size);
            assertThat(series.interval()).isEqualTo(Sample.ONE_MINUTE);
            assertThat(series.repairs()).isEqualTo(RepairReport.NONE);
            for (int i = 0; i < size; i++) {
                assertThat(series.bar(i)).isEqualTo(Sample.minute(i));
                assertThat(series.close(i)).isEqualTo(Sample.minute(i).close());
                assertThat(series.epochNanos(i)).isEqualTo(Sample.minute(i).epochNanos());
            }
            assertThat(Sample.bars(series.source(Sample.INSTRUMENT))).isEqualTo(Sample.bars(series));
        }
    }

    @Test
    void staysTheSameWhenItsBuilderGoesOn() {
        BarSeries.Builder builder = BarSeries.builder(Sample.ONE_MINUTE).add(Sample.minute(0));
        BarSeries early = builder.build();
        BarSeries late =
                builder.add(Sample.minute(1)).addAll(Sample.minutes(2, 3)).build();

        assertThat(Sample.bars(early)).containsExactly(Sample.minute(0));
        assertThat(Sample.bars(late)).isEqualTo(Sample.bars(Sample.minutes(0, 1, 2, 3)));
    }

    @Test
    void refusesBarsOutOfOrderOrOfAnotherLength() {
        BarSeries.Builder builder = BarSeries.builder(Sample.ONE_MINUTE).add(Sample.minute(1));
        Bar hour = new Bar(Sample.minute(200).epochNanos(), 60 * Sample.MINUTE, 1, 1, 1, 1, 0);

        assertThatThrownBy(() -> builder.add(Sample.minute(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bar.epochNanos must be after");
        assertThatThrownBy(() -> builder.add(Sample.minute(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(hour))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bar.intervalNanos must be");
        assertThat(builder.build().size()).isEqualTo(1);
    }

    @Test
    void cutsOutWhatEndsWithinARange() {
        BarSeries series = Sample.minutes(0, 1, 2, 5, 6);
        long third = Sample.minute(2).epochNanos();

        assertThat(Sample.bars(series.between(third, Sample.minute(6).epochNanos())))
                .containsExactly(Sample.minute(2), Sample.minute(5));
        assertThat(Sample.bars(series.between(third + 1, Long.MAX_VALUE)))
                .containsExactly(Sample.minute(5), Sample.minute(6));
        assertThat(series.between(third, third).size()).isZero();
        assertThat(series.between(Long.MAX_VALUE, Long.MIN_VALUE).size()).isZero();
        assertThat(Sample.bars(series.between(third, Long.MAX_VALUE)
                        .between(Long.MIN_VALUE, third + 1)
                        .source(Sample.INSTRUMENT)))
                .containsExactly(Sample.minute(2));
    }

    @Test
    void refusesPlacesItDoesNotHave() {
        BarSeries part = Sample.minutes(0, 1, 2, 3)
                .between(Sample.minute(1).epochNanos(), Sample.minute(2).epochNanos());

        assertThat(part.bar(0)).isEqualTo(Sample.minute(1));
        assertThatThrownBy(() -> part.bar(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> part.close(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> part.epochNanos(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void mergesAnyNumberOfSeriesByTime() {
        for (int seed = 0; seed < 100; seed++) {
            Randomness chance = Randomness.of(seed);
            List<Instrument> instruments = new ArrayList<>();
            List<BarSeries> series = new ArrayList<>();
            boolean[][] present = new boolean[1 + chance.nextInt(5)][40];
            for (int i = 0; i < present.length; i++) {
                instruments.add(Instrument.of("A" + i + "/USD"));
                BarSeries.Builder builder = BarSeries.builder(Sample.ONE_MINUTE);
                for (int n = 0; n < 40; n++) {
                    present[i][n] = chance.nextInt(3) == 0;
                    if (present[i][n]) {
                        builder.add(Sample.minute(n));
                    }
                }
                series.add(builder.build());
            }

            assertThat(Sample.drain(BarSeries.source(instruments, series))).isEqualTo(expected(present));
        }
    }

    @Test
    void needsASeriesForEveryInstrument() {
        assertThatThrownBy(() -> BarSeries.source(List.of(Sample.INSTRUMENT, Sample.OTHER), List.of(Sample.minutes(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series must be as many as the 2 instruments, but was 1");
    }

    @Test
    void endsOnceAndStartsAnewWithAnotherSource() {
        BarSeries series = Sample.minutes(0);
        DataSource source = series.source(Sample.INSTRUMENT);

        assertThat(source.universe().instruments()).containsExactly(Sample.INSTRUMENT);
        assertThat(source.next()).isPresent();
        assertThat(source.next()).isEmpty();
        assertThat(source.next()).isEmpty();
        assertThat(series.source(Sample.INSTRUMENT).next()).isPresent();
    }

    private static List<MarketSnapshot> expected(boolean[][] present) {
        List<MarketSnapshot> snapshots = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            List<InstrumentMarket> parts = new ArrayList<>();
            boolean any = false;
            for (boolean[] one : present) {
                any |= one[n];
                parts.add(one[n] ? InstrumentMarket.of(Sample.minute(n)) : InstrumentMarket.QUIET);
            }
            if (any) {
                snapshots.add(MarketSnapshot.of(Sample.minute(n).epochNanos(), parts));
            }
        }
        return snapshots;
    }
}
