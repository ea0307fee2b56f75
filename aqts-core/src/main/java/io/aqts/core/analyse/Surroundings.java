package io.aqts.core.analyse;

import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OnChainReading;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.market.Universe;
import java.util.List;

/**
 * The last known spread and mood, averaged over venues and instruments, the volume of all instruments in quote
 * currency, the flow of the first instrument's base, and what is known of the market as a whole.
 */
final class Surroundings {

    private final Universe universe;
    private final double[] volumes;
    private double spread;
    private double sentiment;
    private double liquidations;
    private double exchangeFlow;
    private double funding;

    Surroundings(Universe universe) {
        this.universe = universe;
        volumes = new double[universe.size()];
    }

    void update(MarketSnapshot snapshot) {
        double spreads = 0;
        int quotes = 0;
        for (int i = 0; i < volumes.length; i++) {
            InstrumentMarket market = snapshot.instrument(i);
            Bar bar = market.bar();
            if (bar != null) {
                volumes[i] = bar.volume() * bar.close();
            }
            for (Quote quote : market.quotes()) {
                spreads += quote.spread();
                quotes++;
            }
        }
        if (quotes > 0) {
            spread = spreads / quotes;
        }
        read(snapshot.readings());
    }

    private void read(List<Reading> readings) {
        double scores = 0;
        int heard = 0;
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            if (reading instanceof SentimentReading mood && isAboutTheUniverse(mood)) {
                scores += mood.score();
                heard++;
            } else if (reading instanceof MacroReading macro) {
                liquidations = macro.liquidations24h();
                funding = macro.fundingRateAverage();
            } else if (reading instanceof OnChainReading chain && chain.concerns(universe.instrument(0))) {
                exchangeFlow = chain.exchangeFlow();
            }
        }
        if (heard > 0) {
            sentiment = scores / heard;
        }
    }

    /** Whether it is about the market or an instrument, and not about a reference. */
    private boolean isAboutTheUniverse(Reading reading) {
        if (universe.references().isEmpty()) {
            return true;
        }
        for (int i = 0; i < universe.size(); i++) {
            if (reading.concerns(universe.instrument(i))) {
                return true;
            }
        }
        return false;
    }

    double spread() {
        return spread;
    }

    /** {@return the value of what was traded in the last bars, in quote currency} */
    double volume() {
        double sum = 0;
        for (double volume : volumes) {
            sum += volume;
        }
        return sum;
    }

    double sentiment() {
        return sentiment;
    }

    double liquidations() {
        return liquidations;
    }

    double exchangeFlow() {
        return exchangeFlow;
    }

    double funding() {
        return funding;
    }
}
