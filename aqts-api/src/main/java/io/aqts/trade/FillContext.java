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
 */
public record FillContext(
        String venue, Liquidity liquidity, ReasonCode cause, Decimal arrivalPrice, boolean ambiguous) {

    /** Refuses a blank venue. */
    public FillContext {
        Checks.notBlank("fill.venue", venue);
    }
}
