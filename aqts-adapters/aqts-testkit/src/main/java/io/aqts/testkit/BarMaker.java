package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.trade.Decimal;
import java.math.RoundingMode;
import java.util.List;

/** Makes up the bars of one instrument, each one beginning where the last one ended unless it gaps. */
final class BarMaker {

    private static final List<MarketKind> WILD_DAYS = List.of(
            MarketKind.FLAT,
            MarketKind.TIES,
            MarketKind.GAPS,
            MarketKind.SPIKES,
            MarketKind.CRASH,
            MarketKind.THIN,
            MarketKind.HOLES);

    private final MarketKind kind;
    private final Decimal tick;
    private final Randomness chance;
    private final double start;
    private double price;
    private int number;

    BarMaker(MarketKind kind, Instrument instrument, Randomness chance) {
        this.kind = kind;
        this.tick = instrument.tickSize();
        this.chance = chance;
        this.start = onTick(
                switch (kind) {
                    case TINY -> chance.nextDouble(1e-7, 9e-7);
                    case HUGE -> chance.nextDouble(1e9, 9e9);
                    default -> chance.nextDouble(50, 500);
                });
        this.price = start;
    }

    /** {@return the last price} */
    double price() {
        return price;
    }

    /** {@return what the instrument brings at the end of the next bar, possibly nothing} */
    InstrumentMarket next(long epochNanos) {
        number++;
        MarketKind today =
                kind == MarketKind.WILD && Extremes.atEdge(chance) ? Extremes.oneOf(chance, WILD_DAYS) : kind;
        if (today == MarketKind.HOLES && chance.nextInt(5) < 2) {
            return InstrumentMarket.QUIET;
        }
        double open = today == MarketKind.GAPS ? moved(price, 0.05 * Extremes.score(chance)) : price;
        double close = close(today, open);
        double top = Math.max(open, close);
        double bottom = Math.min(open, close);
        double reach = reach(today);
        double high = Math.max(top, onTick(top * (1 + reach * Extremes.share(chance))));
        double low = Math.min(bottom, onTick(bottom / (1 + reach * Extremes.share(chance))));
        price = close;
        return InstrumentMarket.of(
                new Bar(epochNanos, MarketMaker.BAR_NANOS, open, high, low, close, volume(today, open)));
    }

    private double close(MarketKind today, double open) {
        return switch (today) {
            case FLAT -> open;
            case TIES -> onTick(open + tick.toDouble() * (chance.nextInt(5) / 2 - 1) * chance.nextInt(2));
            case TREND -> moved(open, (number / 40 % 2 == 0 ? 0.003 : -0.003) + 0.002 * chance.nextGaussian());
            case CRASH -> moved(open, -0.03 + 0.03 * chance.nextGaussian());
            default -> moved(open, 0.003 * chance.nextGaussian());
        };
    }

    private double reach(MarketKind today) {
        return switch (today) {
            case FLAT, TIES -> 0;
            case SPIKES -> number % 3 == 0 ? 2 : 0.002;
            default -> 0.004;
        };
    }

    private double volume(MarketKind today, double price) {
        if (today == MarketKind.THIN && chance.nextInt(2) == 0) {
            return 0;
        }
        return StrictMath.pow(10, chance.nextDouble(2, 7)) / price;
    }

    /** A walk that strays too far is turned back, so that no price ever runs into the grid or out of sight. */
    private double moved(double from, double change) {
        double next = from * StrictMath.exp(change);
        return next > 100 * start || next < 0.01 * start ? from : onTick(next);
    }

    private double onTick(double value) {
        return Decimal.roundedToMultiple(value, tick, RoundingMode.HALF_EVEN)
                .max(tick)
                .toDouble();
    }
}
