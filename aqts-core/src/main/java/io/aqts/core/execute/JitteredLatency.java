package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.DelayConfig;
import io.aqts.config.LatencyConfig;
import io.aqts.market.Instrument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;

/** Delays by chance, drawn anew for each instrument, leg and moment, whatever else was drawn. */
final class JitteredLatency implements LatencyModel {

    private final EnumMap<Leg, Range> ranges = new EnumMap<>(Leg.class);

    JitteredLatency(LayerContext context) {
        LatencyConfig config = context.config().execution().latency();
        Randomness chance = context.randomness("latency");
        for (Leg leg : Leg.values()) {
            List<Randomness> streams = new ArrayList<>();
            for (Instrument instrument : context.universe().instruments()) {
                streams.add(chance.split(instrument.symbol()).split(leg.name()));
            }
            DelayConfig delay = delay(config, leg);
            long shortest = delay.min().toNanos();
            ranges.put(leg, new Range(shortest, delay.max().toNanos() - shortest, streams));
        }
    }

    @Override
    public long nanos(Leg leg, int instrument, long epochNanos) {
        Range range = Objects.requireNonNull(ranges.get(leg), "leg");
        return range.spread() == 0 ? range.shortest() : range.draw(instrument, epochNanos);
    }

    private static DelayConfig delay(LatencyConfig config, Leg leg) {
        return switch (leg) {
            case MARKET_DATA -> config.marketData();
            case SUBMIT -> config.submit();
            case ACK -> config.ack();
            case CANCEL -> config.cancel();
            case AMEND -> config.amend();
        };
    }

    /** What one leg takes, and a stream of chance for each instrument. */
    private record Range(long shortest, long spread, List<Randomness> streams) {

        long draw(int instrument, long epochNanos) {
            double share =
                    streams.get(instrument).split(Long.toString(epochNanos)).nextDouble();
            return shortest + Math.min((long) (share * (spread + 1.0)), spread);
        }
    }
}
