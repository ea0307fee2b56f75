package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Orchestrator;
import io.aqts.core.analyse.RunDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Engines in one JVM do not notice one another, however many there are. */
class EngineIsolationTest {

    private static final int STEPS = 400;

    /** An engine and the fingerprint of what it does. */
    private static final class Runner {

        private final RunDigest digest = new RunDigest();
        private final Orchestrator engine;

        Runner(int number) {
            engine = builder(number).listener(digest).build();
        }

        static AqtsBuilder builder(int number) {
            AqtsBuilder builder = Aqts.simulation().config(c -> c.seed(number / 2));
            return number % 2 == 0
                    ? builder
                    : builder.preset(Presets.smaCross())
                            .config(c ->
                                    c.detection(d -> d.smaCross(a -> a.fast(3).slow(8))));
        }

        String run() {
            for (int i = 0; i < STEPS; i++) {
                engine.next();
            }
            return digest.hex();
        }
    }

    @Test
    void j4_doTheSameByTurnsAsAlone() {
        List<Runner> runners = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runners.add(new Runner(i));
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < runners.size(); i++) {
                runners.get((i + step) % runners.size()).engine.next();
            }
        }

        for (int i = 0; i < runners.size(); i++) {
            assertThat(runners.get(i).digest.hex()).isEqualTo(new Runner(i).run());
        }
    }

    @Test
    void j1_doTheSameInTwoThreadsAsAlone() throws Exception {
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Runner runner = new Runner(i);
            tasks.add(runner::run);
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> together = threads.invokeAll(tasks);
            for (int i = 0; i < tasks.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(new Runner(i).run());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void doTheSameInAnotherThreadThanTheyWereMadeIn() throws InterruptedException {
        Runner wandering = new Runner(0);
        for (int part = 0; part < 4; part++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < STEPS / 4; i++) {
                    wandering.engine.next();
                }
            });
            thread.start();
            thread.join();
        }

        assertThat(wandering.digest.hex()).isEqualTo(new Runner(0).run());
    }

    @Test
    void j3_leaveNothingBehind() {
        int threads = Thread.activeCount();
        open(100);
        long before = usedHeap();
        open(900);
        long after = usedHeap();

        assertThat(after - before).as("bytes kept of 900 engines").isLessThan(4_000_000);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    }

    private static void open(int engines) {
        for (int i = 0; i < engines; i++) {
            try (Orchestrator engine = Runner.builder(i).build()) {
                for (int step = 0; step < 10; step++) {
                    engine.next();
                }
                engine.reset();
                engine.next();
            }
        }
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
