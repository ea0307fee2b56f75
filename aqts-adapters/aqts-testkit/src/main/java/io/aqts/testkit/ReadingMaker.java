package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.market.IndexReading;
import io.aqts.market.MacroReading;
import io.aqts.market.NewsItem;
import io.aqts.market.OnChainReading;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.List;

/** Makes up what becomes known besides prices: mostly nothing. */
final class ReadingMaker {

    private final Universe universe;
    private final Randomness chance;

    ReadingMaker(Universe universe, Randomness chance) {
        this.universe = universe;
        this.chance = chance;
    }

    /** {@return up to two readings, known by the given moment} */
    List<Reading> until(long epochNanos) {
        List<Reading> readings = new ArrayList<>();
        for (int i = Math.max(0, chance.nextInt(5) - 2); i > 0; i--) {
            readings.add(reading(epochNanos - i * 1_000_000L));
        }
        return readings;
    }

    private Reading reading(long knownAtNanos) {
        return switch (chance.nextInt(5)) {
            case 0 -> new SentimentReading(knownAtNanos, assetOrMarket(), "crowd", Extremes.score(chance), keywords());
            case 1 -> new NewsItem(knownAtNanos, assetOrMarket(), "wire", "something happened", Extremes.score(chance));
            case 2 -> new MacroReading(knownAtNanos, 100 * Extremes.share(chance), 1e-4 * Extremes.score(chance), 0);
            case 3 -> IndexReading.of(knownAtNanos, "VIX", Extremes.finite(chance));
            default ->
                new OnChainReading(knownAtNanos, asset(), 1e6 * Extremes.share(chance), Extremes.finite(chance), 3);
        };
    }

    private String assetOrMarket() {
        return chance.nextInt(3) == 0 ? Reading.MARKET : asset();
    }

    /** The base of an instrument; the universe declares no references. */
    private String asset() {
        return universe.instrument(chance.nextInt(universe.size())).base();
    }

    private List<String> keywords() {
        return chance.nextInt(2) == 0 ? List.of() : List.of("moon");
    }
}
