package io.aqts.core.data;

import io.aqts.market.BarInterval;
import java.nio.file.Path;
import java.util.List;

/**
 * What a bar file holds and what is odd about it. Made by {@link CsvBars#inspect(Path)}.
 *
 * @param path the file
 * @param sha256 the digest of its bytes as they lie on disk, in hexadecimal
 * @param form how it writes its times
 * @param span which bars it holds
 * @param gaps which bars it lacks
 * @param flaws which of its rows would be refused; those are not counted among the bars
 * @param oddities which of its bars are suspicious
 * @param unfinished whether its last line lacks a line end, as in a file that was cut off
 */
public record BarFileReport(
        Path path,
        String sha256,
        TimestampForm form,
        Span span,
        Gaps gaps,
        RepairReport flaws,
        Oddities oddities,
        boolean unfinished) {

    /**
     * The bars of a file.
     *
     * @param interval their length
     * @param intervalGiven whether that length was stated rather than inferred
     * @param bars how many there are
     * @param firstNanos the end of the first, in nanoseconds since 1970-01-01T00:00Z
     * @param lastNanos the end of the last, in nanoseconds since 1970-01-01T00:00Z
     */
    public record Span(BarInterval interval, boolean intervalGiven, long bars, long firstNanos, long lastNanos) {}

    /**
     * The holes between the bars of a file.
     *
     * <p>Where hardly any bar starts on a Saturday (UTC), the market keeps weekends, and a hole that contains a whole
     * Saturday is a weekend and none of the gaps.
     *
     * @param count how many there are, weekends apart
     * @param missingBars how many bars are missing in them, weekends apart
     * @param largest the largest of them, at most ten, the largest first
     * @param weekends how many weekends there are
     * @param unevenSteps how often a bar starts at no whole number of intervals after the one before, as daily bars do
     *     when clocks change
     */
    public record Gaps(long count, long missingBars, List<Gap> largest, long weekends, long unevenSteps) {

        /** Copies the list. */
        public Gaps {
            largest = List.copyOf(largest);
        }
    }

    /**
     * A hole between two bars.
     *
     * @param line the line of the bar that ends it
     * @param fromNanos the end of the bar before it, in nanoseconds since 1970-01-01T00:00Z
     * @param toNanos the start of the bar after it, in nanoseconds since 1970-01-01T00:00Z
     * @param missingBars how many bars would fill it
     */
    public record Gap(long line, long fromNanos, long toNanos, long missingBars) {}

    /**
     * The suspicious bars of a file. They may be right: crashes are suspicious too.
     *
     * @param zeroVolume how many bars have no volume
     * @param flat how many bars have one price only
     * @param longestFlatRun how many of those follow one another at most, all at one price
     * @param medianMove the median of the absolute logarithmic returns from close to close that are not zero, to within
     *     one per cent; zero if there are none
     * @param jumps how many returns are larger than twenty such medians
     * @param spikes how many bars have a high or a low more than twenty such medians away from both their close and the
     *     close before
     * @param largest the largest jumps and spikes, at most twenty, the largest first
     */
    public record Oddities(
            long zeroVolume,
            long flat,
            long longestFlatRun,
            double medianMove,
            long jumps,
            long spikes,
            List<Oddity> largest) {

        /** Copies the list. */
        public Oddities {
            largest = List.copyOf(largest);
        }
    }

    /**
     * One suspicious bar.
     *
     * @param kind why it is suspicious
     * @param line its line in the file
     * @param epochNanos its end, in nanoseconds since 1970-01-01T00:00Z
     * @param move the logarithm of the price to that which it is compared with, signed
     */
    public record Oddity(OddityKind kind, long line, long epochNanos, double move) {}

    /** Why a bar is suspicious. */
    public enum OddityKind {
        /** It closes far from the close before. */
        JUMP,
        /** Its high or low is far from its close and the close before. */
        SPIKE
    }
}
