package io.aqts.core.simulation;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.market.Instrument;
import io.aqts.market.MacroReading;
import io.aqts.market.NewsItem;
import io.aqts.market.OnChainReading;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import java.util.List;

/**
 * What people say and do about the first instrument.
 *
 * <p>All of it follows prices, weakly and late; prices never follow it. So it holds no edge: a strategy that earns
 * money with these readings has found its own noise.
 */
final class Crowd {

    private static final String[] SOURCES = {"twitter", "reddit", "telegram"};
    private static final double[] NOISES = {0.12, 0.10, 0.08};
    private static final String[] AGENCIES = {"CoinDesk", "Reuters", "Bloomberg", "The Block"};
    private static final String[] GOOD_NEWS = {
        "%s climbs as buyers return", "Funds add to their %s holdings", "Upgrade for %s goes live without trouble"
    };
    private static final String[] BAD_NEWS = {
        "%s slips as sellers press", "Regulator asks questions about %s", "Outage hits a large venue for %s"
    };
    private static final List<String> HOPES = List.of("rally");
    private static final List<String> FEARS = List.of("selloff");
    private static final double LOUD = 0.5;
    private static final double NEWS_PER_DAY = 6;
    private static final double LARGEST_NEWS_CHANCE = 0.25;
    private static final double LIQUIDATIONS = 120e6;
    private static final double FLOWS = 40e6;

    private final PricePath path;
    private final Randomness[] voices = new Randomness[SOURCES.length];
    private final Randomness chain;
    private final Randomness macro;
    private final Randomness news;
    private final Instrument instrument;
    private final double newsChance;
    private final double[] scores = new double[SOURCES.length];

    private double mood;
    private double memory;
    private double fear = 50;
    private double liquidations = LIQUIDATIONS;
    private double flow;
    private double addresses = 800_000;
    private double whales = 12;

    Crowd(PricePath path, Instrument instrument, LayerContext context, Scale scale) {
        Streams streams = new Streams(context, "crowd");
        this.path = path;
        this.instrument = instrument;
        this.chain = streams.of("chain");
        this.macro = streams.of("macro");
        this.news = streams.of("news");
        this.newsChance = Math.min(LARGEST_NEWS_CHANCE, NEWS_PER_DAY * scale.ofDay());
        for (int i = 0; i < SOURCES.length; i++) {
            voices[i] = streams.of(SOURCES[i]);
        }
    }

    List<Reading> next(double funding, long epochNanos) {
        mood += (path.move() - mood) / 20;
        memory += (path.move() - memory) / 200;
        Reading[] all = new Reading[SOURCES.length + 2];
        for (int i = 0; i < SOURCES.length; i++) {
            all[i] = sentiment(i, epochNanos);
        }
        all[SOURCES.length] = onChain(epochNanos);
        all[SOURCES.length + 1] = macro(funding, epochNanos);
        if (news.nextDouble() >= newsChance) {
            return List.of(all);
        }
        return List.of(all[0], all[1], all[2], all[3], all[4], headline(epochNanos));
    }

    private Reading sentiment(int index, long epochNanos) {
        double noise = NOISES[index] * (2 * voices[index].nextDouble() - 1);
        double opinion = 0.25 * soft(6 * mood);
        scores[index] = clamp(scores[index] + 0.05 * (opinion - scores[index]) + noise, -1, 1);
        return new SentimentReading(
                epochNanos, instrument.base(), SOURCES[index], scores[index], keywords(scores[index]));
    }

    private Reading onChain(long epochNanos) {
        long bits = chain.nextLong();
        double excitement = Math.min(5, path.tension());
        addresses += 0.01 * (700_000 + 100_000 * excitement - addresses) + 10_000 * noise(bits, 0);
        flow += 0.02 * (-0.5 * soft(14 * memory) - flow) + 0.15 * noise(bits, 1);
        whales += 0.05 * (6 + 6 * excitement - whales) + 1.5 * noise(bits, 2);
        addresses = Math.max(0, addresses);
        whales = Math.max(0, whales);
        return new OnChainReading(
                epochNanos, instrument.base(), Math.rint(addresses), flow * FLOWS / path.start(), Math.rint(whales));
    }

    private Reading macro(double funding, long epochNanos) {
        long bits = macro.nextLong();
        double tension = Math.min(5, path.tension());
        double goal = 50 + 30 * soft(14 * memory) - 8 * (tension - 1);
        fear = clamp(fear + 0.02 * (goal - fear) + 2 * noise(bits, 0), 0, 100);
        double forced = LIQUIDATIONS * tension * tension * (1 + 0.5 * noise(bits, 1));
        liquidations += 0.02 * (forced - liquidations);
        return new MacroReading(epochNanos, fear, funding, liquidations);
    }

    private Reading headline(long epochNanos) {
        double impact = clamp(0.6 * soft(6 * mood) + 0.7 * (2 * news.nextDouble() - 1), -1, 1);
        String[] titles = impact >= 0 ? GOOD_NEWS : BAD_NEWS;
        String title = titles[news.nextInt(titles.length)].replace("%s", instrument.symbol());
        return new NewsItem(epochNanos, instrument.base(), AGENCIES[news.nextInt(AGENCIES.length)], title, impact);
    }

    private static List<String> keywords(double score) {
        return score > LOUD ? HOPES : score < -LOUD ? FEARS : List.of();
    }

    private static double noise(long bits, int index) {
        return 2 * Pieces.third(bits, index) - 1;
    }

    private static double soft(double value) {
        return value / (1 + Math.abs(value));
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
