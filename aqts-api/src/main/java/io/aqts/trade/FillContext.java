package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * The circumstances of a {@link Fill}.
 *
 * @param venue the name of the venue
 * @param liquidity whether liquidity was given or taken
 * @param cause what made it happen: the order's own reason, or the exit that was touched
 * @param arrivalPrice the price the decision was made at, in quote currency; slippage is counted from it
 * @param ambiguous whether the data left open which of two exits was touched first; the worse one was then assumed
 * @param payment what the fee was paid in
 * @param newsNanos the moment of the news the fill was made of, no later than the fill: of a bar its start, because the
 *     bar tells no finer one; {@link #ITS_OWN} if the fill tells its own moment
 */
public record FillContext(
        String venue,
        Liquidity liquidity,
        ReasonCode cause,
        Decimal arrivalPrice,
        boolean ambiguous,
        FeePayment payment,
        long newsNanos) {

    /** The news a fill was made of are of the moment of the fill. */
    public static final long ITS_OWN = Long.MAX_VALUE;

    /** Refuses a blank venue. */
    public FillContext {
        Checks.notBlank("fill.venue", venue);
    }

    /**
     * The circumstances of a fill whose fee was paid in quote currency.
     *
     * @param venue the name of the venue
     * @param liquidity whether liquidity was given or taken
     * @param cause what made it happen: the order's own reason, or the exit that was touched
     * @param arrivalPrice the price the decision was made at, in quote currency
     * @param ambiguous whether the data left open which of two exits was touched first
     */
    public FillContext(String venue, Liquidity liquidity, ReasonCode cause, Decimal arrivalPrice, boolean ambiguous) {
        this(venue, liquidity, cause, arrivalPrice, ambiguous, FeePayment.IN_QUOTE, ITS_OWN);
    }

    /**
     * The circumstances of a fill that tells its own moment.
     *
     * @param venue the name of the venue
     * @param liquidity whether liquidity was given or taken
     * @param cause what made it happen: the order's own reason, or the exit that was touched
     * @param arrivalPrice the price the decision was made at, in quote currency
     * @param ambiguous whether the data left open which of two exits was touched first
     * @param payment what the fee was paid in
     */
    public FillContext(
            String venue,
            Liquidity liquidity,
            ReasonCode cause,
            Decimal arrivalPrice,
            boolean ambiguous,
            FeePayment payment) {
        this(venue, liquidity, cause, arrivalPrice, ambiguous, payment, ITS_OWN);
    }

    /**
     * The same circumstances, of news of another moment.
     *
     * @param nanos the moment of the news, in nanoseconds since 1970-01-01T00:00Z
     * @return the circumstances
     */
    public FillContext withNews(long nanos) {
        return new FillContext(venue, liquidity, cause, arrivalPrice, ambiguous, payment, nanos);
    }

    /** {@return the same circumstances with the fee paid in quote currency} */
    FillContext paidInQuote() {
        return new FillContext(venue, liquidity, cause, arrivalPrice, ambiguous, FeePayment.IN_QUOTE, newsNanos);
    }
}
