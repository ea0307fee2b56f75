package io.aqts.core.detect;

import io.aqts.signal.Direction;
import io.aqts.signal.Evidence;

/**
 * What the {@link LegacyLatticeDetector} rests its signal on.
 *
 * @param alignment the mean alignment of price changes over the Fibonacci windows, from 0 to 1
 * @param coherence the mean of the calm of sentiment, funding and volume, from 0 to 1
 * @param anomaly the mean of whale alerts, liquidations and spread, each against a fixed scale, from 0 to 1
 * @param confidence the weighted sum of these three, from 0 to 1; uncalibrated and not a probability
 * @param average the mean of the last 21 closes, in quote currency
 * @param direction which way the rule points
 */
public record LatticeReading(
        double alignment, double coherence, double anomaly, double confidence, double average, Direction direction)
        implements Evidence {}
