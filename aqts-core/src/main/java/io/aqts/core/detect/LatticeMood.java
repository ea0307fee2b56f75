package io.aqts.core.detect;

import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OnChainReading;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import java.util.List;

/** What the {@link LegacyLatticeDetector} hears besides closes: the crowd, funding, volume and alerts. */
final class LatticeMood {

    private static final int SNAPSHOTS = 21;

    private final Instrument primary;
    private final double[] sentiment = new double[SNAPSHOTS];
    private final int[] voices = new int[SNAPSHOTS];
    private final double[] funding = new double[SNAPSHOTS];
    private final int[] quotes = new int[SNAPSHOTS];
    private final double[] volumes = new double[SNAPSHOTS];
    private int at = -1;
    private int newestVolume = -1;
    private int volumeCount;
    private double whaleAlerts;
    private double liquidations;
    private double spread;

    /**
     * A mood without history.
     *
     * @param primary the first instrument of the run
     */
    LatticeMood(Instrument primary) {
        this.primary = primary;
    }

    /** Takes in a snapshot; one that brings no bar, quote or reading of the first instrument leaves no trace. */
    void add(MarketSnapshot snapshot) {
        InstrumentMarket market = snapshot.instrument(0);
        Bar bar = market.bar();
        if (bar == null && market.quotes().isEmpty() && !isHeard(snapshot.readings())) {
            return;
        }
        at = at + 1 == SNAPSHOTS ? 0 : at + 1;
        sentiment[at] = 0;
        voices[at] = 0;
        for (Reading reading : snapshot.readings()) {
            if (reading.concerns(primary)) {
                hear(reading);
            }
        }
        quote(market.quotes());
        if (bar != null) {
            newestVolume = newestVolume + 1 == SNAPSHOTS ? 0 : newestVolume + 1;
            volumes[newestVolume] = bar.volume();
            volumeCount = Math.min(volumeCount + 1, SNAPSHOTS);
        }
    }

    private boolean isHeard(List<Reading> readings) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).concerns(primary)) {
                return true;
            }
        }
        return false;
    }

    private void hear(Reading reading) {
        if (reading instanceof SentimentReading voice) {
            sentiment[at] += voice.score();
            voices[at]++;
        } else if (reading instanceof OnChainReading chain) {
            whaleAlerts = chain.whaleAlerts();
        } else if (reading instanceof MacroReading macro) {
            liquidations = macro.liquidations24h();
        }
    }

    private void quote(List<Quote> shown) {
        double rates = 0;
        double spreads = 0;
        for (Quote quote : shown) {
            rates += quote.fundingRate();
            spreads += quote.spread();
        }
        funding[at] = rates;
        quotes[at] = shown.size();
        if (!shown.isEmpty()) {
            spread = spreads / shown.size();
        }
    }

    double coherence() {
        double crowd = share(mean(sentiment, voices), -0.5, 0.5);
        double carry = 1 - share(Math.abs(mean(funding, quotes)), 0, 0.03);
        double calm = 1 - share(meanSecondDifference(), 0, 1.5e12);
        return Math.max(0, (crowd + carry + calm) / 3);
    }

    double anomaly() {
        double sum = share(whaleAlerts, 0, 50) + share(liquidations, 0, 4e8) + share(spread, 0, 0.003);
        return Math.min(1, sum / 3);
    }

    private static double mean(double[] sums, int[] counts) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < SNAPSHOTS; i++) {
            sum += sums[i];
            count += counts[i];
        }
        return count == 0 ? 0 : sum / count;
    }

    private double meanSecondDifference() {
        double sum = 0;
        for (int lag = volumeCount - 1; lag >= 2; lag--) {
            sum += Math.abs(volume(lag) - 2 * volume(lag - 1) + volume(lag - 2));
        }
        return volumeCount < 3 ? 0 : sum / (volumeCount - 2);
    }

    private double volume(int lag) {
        int index = newestVolume - lag;
        return volumes[index < 0 ? index + SNAPSHOTS : index];
    }

    /** {@return where a figure lies between two bounds, from 0 to 1} */
    static double share(double figure, double low, double high) {
        return Math.min(1, Math.max(0, (figure - low) / (high - low)));
    }
}
