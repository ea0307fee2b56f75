package io.aqts.core.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private static final LayerContext CONTEXT =
            new LayerContext(AqtsConfig.defaults(), Universe.of(Trading.COIN), "venue");

    @Test
    void latenciesAreTheSameInEveryRun() {
        assertThat(latencies(new Chance(CONTEXT, "COIN/USD"), 3))
                .containsExactly(50_847_551L, 123_366_515L, 39_321_939L);
    }

    @Test
    void latenciesSpreadEvenlyOverTheConfiguredRange() {
        long[] drawn = latencies(new Chance(CONTEXT, "COIN/USD"), 20_000);
        double mean = LongStream.of(drawn).average().orElseThrow();

        assertThat(LongStream.of(drawn).min().orElseThrow()).isBetween(35_000_000L, 35_100_000L);
        assertThat(LongStream.of(drawn).max().orElseThrow()).isBetween(124_900_000L, 125_000_000L);
        assertThat(mean).isBetween(79_000_000.0, 81_000_000.0);
    }

    @Test
    void anotherInstrumentHasAStreamOfItsOwn() {
        Chance one = new Chance(CONTEXT, "COIN/USD");
        Chance other = new Chance(CONTEXT, "OTHER/USD");
        long[] expected = latencies(new Chance(CONTEXT, "COIN/USD"), 4);
        long[] mixed = new long[4];
        for (int i = 0; i < 4; i++) {
            other.latencyNanos();
            mixed[i] = one.latencyNanos();
            other.ration(Decimal.of(10), Decimal.ONE);
            one.ration(Decimal.of(10), Decimal.ONE);
        }

        assertThat(mixed).isEqualTo(expected);
        assertThat(latencies(new Chance(CONTEXT, "OTHER/USD"), 4)).isNotEqualTo(expected);
    }

    @Test
    void aFixedLatencyIsDrawnExactly() {
        AqtsConfig fixed = AqtsConfig.defaults()
                .with(c -> c.execution(e -> e.latencyMin(Duration.ofMillis(50)).latencyMax(Duration.ofMillis(50))));
        Chance chance = new Chance(new LayerContext(fixed, Universe.of(Trading.COIN), "venue"), "COIN/USD");

        assertThat(Arrays.stream(latencies(chance, 1000)).distinct()).containsExactly(50_000_000L);
    }

    private static long[] latencies(Chance chance, int count) {
        return LongStream.generate(chance::latencyNanos).limit(count).toArray();
    }
}
