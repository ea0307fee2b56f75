package io.aqts.core.simulation;

import io.aqts.Randomness;

/**
 * Ordinary weather, broken by a crash within the first half day and by others after weeks.
 *
 * <p>A crash takes 28 to 45 % off the price within two to six hours, and six to eighteen hours give back a fifth to a
 * half of it. Volatility triples and calms down with the recovery. With long bars every stage lasts several bars
 * instead.
 */
final class Crashes implements Weather {

    private static final double HOUR = 3_600e9;
    private static final double BURST = 8;

    private final Randomness random;
    private final double bar;

    private double now;
    private double onset;
    private double bottom;
    private double recovered;
    private double depth;
    private double rebound;
    private double push;
    private double variance = 1;

    Crashes(Randomness random, double barNanos) {
        this.random = random;
        this.bar = barNanos;
        schedule(last(2, 12, 10, 40));
    }

    @Override
    public void next() {
        double before = level(now);
        now += bar;
        push = level(now) - before;
        variance = 1 + BURST * alarm(now);
        if (now >= recovered) {
            schedule(now + last(480, 1_440, 2_000, 6_000));
        }
    }

    @Override
    public double variance() {
        return variance;
    }

    @Override
    public double trend() {
        return 0;
    }

    @Override
    public double convexity() {
        return 0;
    }

    @Override
    public double push() {
        return push;
    }

    private void schedule(double start) {
        onset = start;
        bottom = onset + last(2, 6, 6, 12);
        recovered = bottom + last(6, 18, 12, 36);
        depth = -StrictMath.log(1 - random.nextDouble(0.28, 0.45));
        rebound = depth * random.nextDouble(0.2, 0.5);
    }

    private double last(double leastHours, double mostHours, double leastBars, double mostBars) {
        double share = random.nextDouble();
        double hours = leastHours + share * (mostHours - leastHours);
        double bars = leastBars + share * (mostBars - leastBars);
        return Math.max(hours * HOUR, bars * bar);
    }

    private double level(double time) {
        if (time <= onset) {
            return 0;
        }
        return time <= bottom
                ? -depth * smooth((time - onset) / (bottom - onset))
                : -depth + rebound * smooth((time - bottom) / (recovered - bottom));
    }

    private double alarm(double time) {
        if (time <= onset || time >= recovered) {
            return 0;
        }
        return time <= bottom ? 1 : (recovered - time) / (recovered - bottom);
    }

    private static double smooth(double share) {
        double s = Math.min(1, share);
        return s * s * (3 - 2 * s);
    }
}
