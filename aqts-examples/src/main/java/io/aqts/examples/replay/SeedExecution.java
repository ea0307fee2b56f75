package io.aqts.examples.replay;

import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The original's execution: buys where the noisy price happens to be lowest and sells where it is highest, at that
 * price, give or take, for no fee. A "partial fill" adds a quarter instead of leaving a rest; it moves the average
 * price and nothing else.
 */
final class SeedExecution {

    private static final double MAX_SLIPPAGE = 0.0018;
    private static final double PARTIAL_FILL_PROBABILITY = 0.15;
    private static final double EXTRA = 0.25;
    private static final double WORSE = 0.0005;

    private final DoubleSupplier chance;

    /** An execution that draws from 0 to 1, 1 excluded. */
    SeedExecution(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** {@return the average price} */
    double execute(SeedOrder order, MarketSnapshot snapshot) {
        Quote venue = venue(order.sign(), snapshot.instrument(0).quotes());
        double noise = (chance.getAsDouble() - 0.5) * venue.spread();
        double bounded = Math.min(MAX_SLIPPAGE, Math.max(-MAX_SLIPPAGE, noise));
        double price = venue.mid() * (1 + order.sign() * bounded);
        if (chance.getAsDouble() >= PARTIAL_FILL_PROBABILITY) {
            return price;
        }
        double extraPrice = price * (1 + order.sign() * WORSE * chance.getAsDouble());
        return (price + EXTRA * extraPrice) / (1 + EXTRA);
    }

    private static Quote venue(int sign, List<Quote> quotes) {
        Quote best = quotes.get(0);
        for (Quote quote : quotes) {
            if (sign * (quote.mid() - best.mid()) < 0) {
                best = quote;
            }
        }
        return best;
    }
}
