package io.aqts.core;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Scenario;
import io.aqts.core.analyse.PerformanceListener;
import io.aqts.core.analyse.RunDigest;
import io.aqts.market.Instrument;
import io.aqts.performance.PerformanceSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A program that prints the fingerprints and statistics of short runs, to be started in other JVMs. */
final class DigestMain {

    /**
     * What is asked of the ensemble before it acts: so little that it trades within a few thousand bars. Lighthouse
     * events are too rare for that with the defaults.
     */
    private static final double THRESHOLD = 0.05;

    private static final long FOUR_HOURS_MILLIS = 4 * 3_600_000L;

    private DigestMain() {}

    /** Takes the number of steps. */
    public static void main(String[] args) {
        System.out.println(digests(Integer.parseInt(args[0])));
    }

    static String digests(int steps) {
        return run(Presets.aureon(), Scenario.REGIME_SWITCHING, steps).text() + "\n"
                + run(Presets.smaCross(), Scenario.REGIME_SWITCHING, steps).text() + "\n"
                + ofAFile(steps).text();
    }

    /** A preset on the simulated market. */
    static Outcome run(Preset preset, Scenario scenario, int steps) {
        return outcome(
                Aqts.simulation().preset(preset).config(c -> eager(c).simulation(s -> s.scenario(scenario))), steps);
    }

    /** Crossing averages on bars that are read from a file. */
    static Outcome ofAFile(int bars) {
        try {
            Path file = Files.createTempFile("bars", ".csv");
            try {
                Files.writeString(file, rows(bars), StandardCharsets.UTF_8);
                return outcome(
                        Aqts.backtest(file, Instrument.of("BTC/USDT")).preset(Presets.smaCross()), Integer.MAX_VALUE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AqtsConfig.Builder eager(AqtsConfig.Builder config) {
        return config.seed(42)
                .fusion(f -> f.buyThreshold(THRESHOLD).sellThreshold(-THRESHOLD).minimumConfidence(THRESHOLD));
    }

    private static Outcome outcome(AqtsBuilder builder, int steps) {
        RunDigest digest = new RunDigest();
        PerformanceListener performance = new PerformanceListener();
        long fills = 0;
        try (Orchestrator engine =
                builder.listener(digest).listener(performance).build()) {
            for (int i = 0; i < steps; i++) {
                Optional<Step> step = engine.next();
                if (step.isEmpty()) {
                    break;
                }
                fills += step.get().fills().size();
            }
        }
        return new Outcome(digest.hex(), fills, performance.summary());
    }

    private static String rows(int bars) {
        StringBuilder rows = new StringBuilder("timestamp,open,high,low,close,volume\n");
        double open = 100;
        for (int i = 0; i < bars; i++) {
            double close = StrictMath.rint(10_000 * (1 + 0.3 * StrictMath.sin(i / 17.0))) / 100;
            rows.append(1_600_000_000_000L + i * FOUR_HOURS_MILLIS).append(',');
            rows.append(open).append(',').append(Math.max(open, close)).append(',');
            rows.append(Math.min(open, close)).append(',').append(close).append(',');
            rows.append(1 + i % 10).append('\n');
            open = close;
        }
        return rows.toString();
    }

    /**
     * What a run came to.
     *
     * @param digest its fingerprint
     * @param fills how many fills there were
     * @param summary its statistics
     */
    record Outcome(String digest, long fills, PerformanceSummary summary) {

        String text() {
            return digest + " " + fills + " " + exactly(summary);
        }

        /** The values of a record, inexact ones by their bits, because their digits differ between versions of Java. */
        private static String exactly(Object value) {
            if (value instanceof Double number) {
                return Long.toHexString(Double.doubleToLongBits(number));
            }
            if (!value.getClass().isRecord()) {
                return value.toString();
            }
            StringBuilder text = new StringBuilder("[");
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                text.append(component.getName()).append('=').append(exactly(part(component, value)));
                text.append(' ');
            }
            return text.append(']').toString();
        }

        private static Object part(RecordComponent component, Object whole) {
            try {
                return component.getAccessor().invoke(whole);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new AssertionError(e);
            }
        }
    }
}
