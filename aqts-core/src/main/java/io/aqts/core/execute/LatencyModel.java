package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.List;

/**
 * How long messages take, leg by leg.
 *
 * <p>What a message takes hangs on its leg, its instrument and the moment it is sent, and on no other message: one
 * order more or less moves nothing in the others, and two messages sent together arrive together, in the order they
 * were sent.
 */
@FunctionalInterface
public interface LatencyModel {

    /** No time at all. */
    LatencyModel NONE = (leg, instrument, epochNanos) -> 0;

    /** One way of a message. */
    enum Leg {
        /** News of the market, from the venue to us. */
        MARKET_DATA,
        /** A new order, from us to the venue. */
        SUBMIT,
        /** An answer, from the venue to us. */
        ACK,
        /** A cancellation, from us to the venue. */
        CANCEL,
        /** A change of an order, from us to the venue. */
        AMEND
    }

    /**
     * How long a message takes.
     *
     * @param leg its way
     * @param instrument the index of the instrument it is about
     * @param epochNanos the moment it is sent, in nanoseconds since 1970-01-01T00:00Z
     * @return the time in nanoseconds, zero or more
     */
    long nanos(Leg leg, int instrument, long epochNanos);

    /**
     * When a message arrives.
     *
     * @param leg its way
     * @param instrument the index of the instrument it is about
     * @param epochNanos the moment it is sent, in nanoseconds since 1970-01-01T00:00Z
     * @return the moment of arrival, at most the end of time
     */
    default long arrivalNanos(Leg leg, int instrument, long epochNanos) {
        return later(epochNanos, nanos(leg, instrument, epochNanos));
    }

    /**
     * When an answer to news of the market arrives at the venue: the news has to reach us, and the answer the venue.
     *
     * @param leg the way of the answer, such as {@link Leg#SUBMIT}
     * @param instrument the index of the instrument it is about
     * @param epochNanos the moment of the news at the venue, in nanoseconds since 1970-01-01T00:00Z
     * @return the moment of arrival, at most the end of time
     */
    default long answerNanos(Leg leg, int instrument, long epochNanos) {
        return arrivalNanos(leg, instrument, arrivalNanos(Leg.MARKET_DATA, instrument, epochNanos));
    }

    /**
     * The same model with more time on one leg.
     *
     * @param slower the leg
     * @param more how much longer it takes, zero or more
     * @return the slower model
     */
    default LatencyModel plus(Leg slower, Duration more) {
        long added = more.toNanos();
        return with(slower, (leg, instrument, epochNanos) -> later(nanos(leg, instrument, epochNanos), added));
    }

    /**
     * The same model with another one for one leg.
     *
     * @param replaced the leg
     * @param other what takes its place there
     * @return the mixed model
     */
    default LatencyModel with(Leg replaced, LatencyModel other) {
        return (leg, instrument, epochNanos) -> (leg == replaced ? other : this).nanos(leg, instrument, epochNanos);
    }

    /**
     * The same time on every leg.
     *
     * @param latency how long, zero or more
     * @return the model
     */
    static LatencyModel constant(Duration latency) {
        long nanos = Checks.atLeast("latency", latency.toNanos(), 0);
        return (leg, instrument, epochNanos) -> nanos;
    }

    /**
     * The configured model: on each leg evenly spread over its range, by chance that each instrument and leg has for
     * itself.
     *
     * @param context the configuration, the universe and the chance of the run
     * @return the model
     */
    static LatencyModel jittered(LayerContext context) {
        return new JitteredLatency(context);
    }

    /**
     * What was measured: at each moment the delay that was recorded, for all legs and instruments alike. Before the
     * first and after the last record theirs holds on.
     *
     * @param records delays by the moment they were measured, in ascending order, each moment once; at least one
     * @param between what holds between two records
     * @return the model
     */
    static LatencyModel replayed(List<LatencyRecord> records, LatencyRecord.Between between) {
        return new ReplayedLatency(records, between);
    }

    /**
     * A moment and what comes after it.
     *
     * @param nanos the moment
     * @param delay how much later, zero or more
     * @return the later moment, at most the end of time
     */
    static long later(long nanos, long delay) {
        return nanos > Long.MAX_VALUE - delay ? Long.MAX_VALUE : nanos + delay;
    }
}
