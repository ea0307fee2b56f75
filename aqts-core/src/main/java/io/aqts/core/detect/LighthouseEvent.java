package io.aqts.core.detect;

import io.aqts.market.Bar;
import io.aqts.signal.Direction;
import io.aqts.signal.Evidence;
import java.util.List;
import java.util.Locale;

/**
 * An unusual intensity of the five metrics that met a turning point in the proportion looked for.
 *
 * <p>Intensity, threshold and ranks are those of the bar on which the intensity crossed the threshold; the event may
 * come some bars later, when the turning point is confirmed.
 *
 * @param bar the index of the bar that completed the event among the bars of its instrument, from 0
 * @param direction which way it points; neutral where bend and coherence disagree
 * @param tier how much of the usual size it may be worth
 * @param intensity the weighted geometric mean of the ranks, more than 0 and less than 1
 * @param threshold what the intensity had to reach
 * @param ranks the five metrics
 * @param turn the turning point
 * @param windowHash the {@link #windowHash(List) hash} of the bars the metrics looked back over, in 16 hexadecimal
 *     digits
 */
public record LighthouseEvent(
        long bar,
        Direction direction,
        Tier tier,
        double intensity,
        double threshold,
        MetricRanks ranks,
        Turn turn,
        String windowHash)
        implements Evidence {

    /** {@return how far the intensity rose from the threshold towards 1, from 0 to 1} */
    public double confidence() {
        return confidence(intensity, threshold);
    }

    /**
     * The fingerprint of a window of bars, by which an event can be checked against the data.
     *
     * <p>It is the 64-bit FNV-1a hash of the end in nanoseconds and the bits of the close of each bar, as big-endian
     * bytes.
     *
     * @param bars the window, oldest first; that of an event is as long as {@code detection.qgita.window} and ends with
     *     the event's bar
     * @return 16 hexadecimal digits
     */
    public static String windowHash(List<Bar> bars) {
        long hash = WindowHash.EMPTY;
        for (Bar bar : bars) {
            hash = WindowHash.add(hash, bar.epochNanos(), bar.close());
        }
        return text(hash);
    }

    static String text(long hash) {
        return String.format(Locale.ROOT, "%016x", hash);
    }

    static double confidence(double intensity, double threshold) {
        return Math.min(1, Math.max(0, (intensity - threshold) / (1 - threshold)));
    }
}
