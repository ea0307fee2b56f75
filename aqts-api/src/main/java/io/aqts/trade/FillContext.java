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
 */
public record FillContext(
        String venue,
        Liquidity liquidity,
        ReasonCode cause,
        Decimal arrivalPrice,
        boolean ambiguous,
        FeePayment payment) {

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
        this(venue, liquidity, cause, arrivalPrice, ambiguous, FeePayment.IN_QUOTE);
    }

    /** {@return the same circumstances with the fee paid in quote currency} */
    FillContext paidInQuote() {
        return new FillContext(venue, liquidity, cause, arrivalPrice, ambiguous);
    }
}
