package io.aqts.core.fuse;

import io.aqts.market.Instrument;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The average of the freshest score of each source of sentiment: for each asset by itself, and for the market as a
 * whole, which counts for every asset.
 */
final class SentimentGauge {

    private final Map<String, Mood> moods = new TreeMap<>();
    private final Mood market = new Mood();
    private final Mood[] own;

    /** A gauge that heard nothing yet, for the instruments of a run. */
    SentimentGauge(Universe universe) {
        moods.put(Reading.MARKET, market);
        own = new Mood[universe.size()];
        for (int i = 0; i < own.length; i++) {
            Instrument instrument = universe.instrument(i);
            own[i] = moods.computeIfAbsent(instrument.base(), base -> new Mood());
        }
    }

    void update(List<Reading> readings) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof SentimentReading reading) {
                Mood mood = moods.get(reading.asset());
                if (mood != null) {
                    mood.take(reading);
                }
            }
        }
    }

    /** {@return whether any source was heard so far about an instrument, or about the market} */
    boolean isKnown(int instrument) {
        return own[instrument].voices() + market.voices() > 0;
    }

    /** {@return the average, from -1 to 1; zero while nothing was heard} */
    double mean(int instrument) {
        Mood mood = own[instrument];
        int voices = mood.voices() + market.voices();
        return voices == 0 ? 0 : (mood.sum() + market.sum()) / voices;
    }

    /** The freshest score of each source about one asset. */
    private static final class Mood {

        private final List<String> sources = new ArrayList<>();
        private final List<Double> scores = new ArrayList<>();
        private double sum;

        int voices() {
            return scores.size();
        }

        double sum() {
            return sum;
        }

        void take(SentimentReading reading) {
            int at = sources.indexOf(reading.source());
            if (at < 0) {
                sources.add(reading.source());
                scores.add(reading.score());
            } else {
                scores.set(at, reading.score());
            }
            sum = 0;
            for (int i = 0; i < scores.size(); i++) {
                sum += scores.get(i);
            }
        }
    }
}
