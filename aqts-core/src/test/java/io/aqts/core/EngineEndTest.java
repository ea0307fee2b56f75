package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Orchestrator;
import io.aqts.core.analyse.RunDigest;
import io.aqts.trade.Portfolio;
import org.junit.jupiter.api.Test;

/** The end of the data stays the end, and what came before it does not depend on when one looked. */
class EngineEndTest {

    private static final int BARS = 400;

    @Test
    void j5_theEndStaysTheEndAndNothingMovesAfterIt() {
        RunDigest digest = new RunDigest();
        try (Orchestrator engine = engine(digest)) {
            int steps = 0;
            while (engine.next().isPresent()) {
                steps++;
            }
            assertThat(steps).isEqualTo(BARS);
            String atTheEnd = digest.hex();
            Portfolio last = engine.portfolio();
            for (int i = 0; i < 100; i++) {
                assertThat(engine.next()).isEmpty();
            }
            assertThat(digest.hex()).isEqualTo(atTheEnd);
            assertThat(engine.portfolio()).isEqualTo(last);
        }
    }

    @Test
    void j5_goesOnFromAnyStepAsIfNobodyHadLooked() {
        RunDigest uninterrupted = new RunDigest();
        try (Orchestrator engine = engine(uninterrupted)) {
            walk(engine, BARS);
        }
        for (int stop : new int[] {0, 1, 57, BARS - 1}) {
            RunDigest interrupted = new RunDigest();
            try (Orchestrator engine = engine(interrupted)) {
                walk(engine, stop);
                engine.portfolio();
                engine.origins();
                walk(engine, BARS - stop);
            }
            assertThat(interrupted.hex()).as("looked at after %s steps", stop).isEqualTo(uninterrupted.hex());
        }
    }

    private static void walk(Orchestrator engine, int steps) {
        for (int i = 0; i < steps; i++) {
            assertThat(engine.next()).isPresent();
        }
    }

    private static Orchestrator engine(RunDigest digest) {
        return Aqts.backtest(context -> Feed.of(Feed.waves(BARS)))
                .preset(Presets.smaCross())
                .config(c -> c.detection(d -> d.smaCross(s -> s.fast(3).slow(8))))
                .listener(digest)
                .build();
    }
}
