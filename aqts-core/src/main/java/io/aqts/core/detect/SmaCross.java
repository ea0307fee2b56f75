package io.aqts.core.detect;

import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.config.SmaCrossConfig;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Evidence;
import io.aqts.signal.Signal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two moving averages of the close: up while the fast one is above the slow one, down while it is below.
 *
 * <p>For first steps and as a yardstick; not an edge.
 *
 * <ul>
 *   <li><b>Every bar.</b> From the first bar on which the slow average exists, each bar of an instrument brings a
 *       signal with a score of 1 or -1 and a confidence of 1. A snapshot without a bar of an instrument brings none.
 *   <li><b>Exact.</b> Prices are read as the decimals they stand for, and the averages are compared without rounding.
 *       While they are equal the last score stands; before there was one, nothing is said.
 * </ul>
 */
public final class SmaCross implements Detector {

    private static final String SOURCE = "sma-cross";

    private final int fast;
    private final int slow;
    private AveragePair[] averages = {};

    /**
     * A detector with the averages of {@code config.detection().smaCross()}.
     *
     * @param context the run
     */
    public SmaCross(LayerContext context) {
        this(context.config().detection().smaCross());
    }

    /**
     * A detector with the given averages.
     *
     * @param fast bars of the fast average; at least 1, less than {@code slow}
     * @param slow bars of the slow average; at most 1,000,000
     */
    public SmaCross(int fast, int slow) {
        this(SmaCrossConfig.defaults().toBuilder().fast(fast).slow(slow).build());
    }

    private SmaCross(SmaCrossConfig config) {
        this.fast = config.fast();
        this.slow = config.slow();
    }

    @Override
    public List<Signal> detect(MarketSnapshot snapshot) {
        if (averages.length == 1) {
            Signal signal = look(snapshot, 0);
            return signal == null ? List.of() : List.of(signal);
        }
        if (averages.length == 0) {
            averages = new AveragePair[snapshot.instruments().size()];
            Arrays.setAll(averages, i -> new AveragePair(fast, slow));
            return detect(snapshot);
        }
        Signal[] signals = new Signal[averages.length];
        int count = 0;
        for (int i = 0; i < averages.length; i++) {
            Signal signal = look(snapshot, i);
            if (signal != null) {
                signals[count++] = signal;
            }
        }
        return count == 0 ? List.of() : List.of(count == signals.length ? signals : Arrays.copyOf(signals, count));
    }

    private @Nullable Signal look(MarketSnapshot snapshot, int instrument) {
        Bar bar = snapshot.instrument(instrument).bar();
        if (bar == null) {
            return null;
        }
        int stance = averages[instrument].add(bar.close());
        return stance == 0 ? null : new Signal(SOURCE, instrument, snapshot.epochNanos(), stance, 1, Evidence.NONE);
    }
}
