package io.aqts.core.analyse;

import io.aqts.config.ReturnInterval;
import io.aqts.performance.ReturnStatistics;
import io.aqts.performance.Statistic;

/**
 * Mean, deviation and downside of the returns so far, in constant time and memory (Welford 1962).
 *
 * <p>A return is that of the account's equity from one mark to the next: from step to step, or from midnight to
 * midnight UTC.
 */
final class ReturnTally {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final double YEAR_NANOS = 365.0 * DAY_NANOS;
    private static final double SHORTEST_FOR_GROWTH = 30.0 * DAY_NANOS;

    private final boolean daily;
    private final double initial;
    private double previous;
    private long startNanos;
    private long lastNanos;
    private long countedNanos;
    private long openDay = Long.MIN_VALUE;
    private double openEquity;
    private boolean seen;
    private long count;
    private double mean;
    private double squares;
    private double downside;

    ReturnTally(ReturnInterval interval, double initialEquity) {
        this.daily = interval == ReturnInterval.DAY;
        this.initial = initialEquity;
        this.previous = initialEquity;
    }

    void begin(long firstNanos) {
        startNanos = firstNanos;
        lastNanos = firstNanos;
        countedNanos = firstNanos;
    }

    void step(long epochNanos, double equity) {
        seen = true;
        if (!daily) {
            lastNanos = epochNanos;
            add(equity);
            return;
        }
        long day = Math.floorDiv(epochNanos - 1, DAY_NANOS);
        if (day != openDay) {
            closeDay();
            openDay = day;
        }
        openEquity = equity;
        lastNanos = epochNanos;
        if (epochNanos == (day + 1) * DAY_NANOS) {
            closeDay();
        }
    }

    private void closeDay() {
        if (openDay != Long.MIN_VALUE) {
            add(openEquity);
            openDay = Long.MIN_VALUE;
        }
    }

    private void add(double equity) {
        double value = equity / previous - 1;
        previous = equity;
        countedNanos = lastNanos;
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
        if (value < 0) {
            downside += value * value;
        }
    }

    ReturnStatistics statistics(long elapsedNanos, double equity, double riskFreeRate, Statistic maxDrawdown) {
        double years = elapsedNanos / YEAR_NANOS;
        double counted = (countedNanos - startNanos) / YEAR_NANOS;
        double perYear = counted > 0 ? count / counted : 0;
        double growth = growth(elapsedNanos, years, equity);
        Statistic cagr = Double.isNaN(growth)
                ? Statistic.undefined("the run covers less than 30 days, or the equity was lost")
                : Statistic.of(growth);
        return new ReturnStatistics(
                count,
                perYear,
                seen ? Statistic.of(equity / initial - 1) : Statistic.undefined("there was no step"),
                cagr,
                volatility(perYear),
                ratio(perYear, riskFreeRate, deviation(), "the returns do not vary"),
                ratio(perYear, riskFreeRate, count == 0 ? 0 : Math.sqrt(downside / count), "no return was below zero"),
                calmar(growth, maxDrawdown));
    }

    private double deviation() {
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }

    private Statistic volatility(double perYear) {
        return count < 2 ? tooFew() : Statistic.of(deviation() * Math.sqrt(perYear));
    }

    private Statistic ratio(double perYear, double riskFreeRate, double divisor, String whenZero) {
        if (count < 2) {
            return tooFew();
        }
        double excess = mean - (perYear > 0 ? riskFreeRate / perYear : 0);
        if (!(divisor > 1e-12 * Math.max(1, Math.abs(mean)))) {
            return Statistic.undefined(whenZero);
        }
        return Statistic.of(excess / divisor * Math.sqrt(perYear));
    }

    private double growth(long elapsedNanos, double years, double equity) {
        if (elapsedNanos < SHORTEST_FOR_GROWTH || !(equity > 0)) {
            return Double.NaN;
        }
        return StrictMath.pow(equity / initial, 1 / years) - 1;
    }

    private static Statistic calmar(double growth, Statistic maxDrawdown) {
        if (Double.isNaN(growth)) {
            return Statistic.undefined("the yearly growth is undefined");
        }
        double drawdown = maxDrawdown.orElse(0);
        return drawdown > 0 ? Statistic.of(growth / drawdown) : Statistic.undefined("there was no drawdown");
    }

    private Statistic tooFew() {
        return Statistic.undefined(
                "only " + count + (daily ? " daily" : "") + (count == 1 ? " return" : " returns") + " to judge by");
    }
}
