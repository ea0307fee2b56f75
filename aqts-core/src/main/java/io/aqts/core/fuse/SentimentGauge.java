package io.aqts.core.fuse;

import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import java.util.ArrayList;
import java.util.List;

/** The average of the freshest score of each source of sentiment. */
final class SentimentGauge {

    private final List<String> sources = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();
    private double mean;

    void update(List<Reading> readings) {
        boolean changed = false;
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof SentimentReading reading) {
                take(reading);
                changed = true;
            }
        }
        if (changed) {
            double sum = 0;
            for (int i = 0; i < scores.size(); i++) {
                sum += scores.get(i);
            }
            mean = sum / scores.size();
        }
    }

    /** {@return whether any source was heard so far} */
    boolean isKnown() {
        return !sources.isEmpty();
    }

    /** {@return the average, from -1 to 1; zero while nothing was heard} */
    double mean() {
        return mean;
    }

    private void take(SentimentReading reading) {
        int at = sources.indexOf(reading.source());
        if (at < 0) {
            sources.add(reading.source());
            scores.add(reading.score());
        } else {
            scores.set(at, reading.score());
        }
    }
}
