package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.DelayConfig;
import io.aqts.config.LatencyConfig;
import io.aqts.market.Universe;

/** Delays by chance, drawn anew for each instrument, leg and moment, whatever else was drawn. */
final class JitteredLatency implements LatencyModel {

    private static final Leg[] LEGS = Leg.values();

    private final long[] shortest = new long[LEGS.length];
    private final long[] spread = new long[LEGS.length];
    private final Randomness[][] streams;

    JitteredLatency(LayerContext context) {
        LatencyConfig config = context.config().execution().latency();
        Universe universe = context.universe();
        Randomness chance = context.randomness("latency");
        streams = new Randomness[universe.size()][LEGS.length];
        for (Leg leg : LEGS) {
            DelayConfig delay = delay(config, leg);
            shortest[leg.ordinal()] = delay.min().toNanos();
            spread[leg.ordinal()] = delay.max().toNanos() - delay.min().toNanos();
            for (int i = 0; i < streams.length; i++) {
                streams[i][leg.ordinal()] =
                        chance.split(universe.instrument(i).symbol()).split(leg.name());
            }
        }
    }

    @Override
    public long nanos(Leg leg, int instrument, long epochNanos) {
        int at = leg.ordinal();
        if (spread[at] == 0) {
            return shortest[at];
        }
        double draw = streams[instrument][at].split(Long.toString(epochNanos)).nextDouble();
        return shortest[at] + Math.min((long) (draw * (spread[at] + 1.0)), spread[at]);
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
}
