package io.aqts.core.execute;

import io.aqts.config.ImpactConfig;
import io.aqts.internal.Checks;

/**
 * How far a fill moves the price against itself.
 *
 * <p>It never answers less than zero, and never less for more of the same.
 */
@FunctionalInterface
public interface ImpactModel {

    /** Moves nothing. */
    ImpactModel NONE = (participation, volatility) -> 0;

    /**
     * The impact of a fill.
     *
     * @param participation its quantity as a multiple of the usual volume of a bar, zero or more
     * @param volatility the usual standard deviation of a bar's return, as a share of the price, zero or more
     * @return how much worse the price becomes, as a share of it, zero or more
     */
    double share(double participation, double volatility);

    /**
     * The impact that grows with the square root: {@code coefficient · volatility · √participation} (Tóth et al.,
     * Anomalous price impact and the critical nature of liquidity, 2011).
     *
     * @param coefficient finite, zero or more; about one in most markets
     * @return the model
     */
    static ImpactModel squareRoot(double coefficient) {
        Checks.notNegative("impact.coefficient", coefficient);
        return (participation, volatility) -> coefficient * volatility * Math.sqrt(participation);
    }

    /**
     * The impact that grows in proportion: {@code (permanent/2 + temporary) · volatility · participation} (Almgren and
     * Chriss, Optimal execution of portfolio transactions, 2001, where a trade pays half of what it moves for good).
     * What stays is not carried over to later fills: the bars show the market without us, and a position could else be
     * sold at the height it was bought to.
     *
     * @param permanent finite, zero or more
     * @param temporary finite, zero or more
     * @return the model
     */
    static ImpactModel linear(double permanent, double temporary) {
        Checks.notNegative("impact.permanent", permanent);
        Checks.notNegative("impact.temporary", temporary);
        double slope = permanent / 2 + temporary;
        return (participation, volatility) -> slope * volatility * participation;
    }

    /**
     * The configured model.
     *
     * @param config the settings
     * @return the model
     */
    static ImpactModel of(ImpactConfig config) {
        return switch (config.kind()) {
            case NONE -> NONE;
            case SQUARE_ROOT -> squareRoot(config.coefficient());
            case LINEAR -> linear(config.permanent(), config.temporary());
        };
    }
}
