package io.aqts.core.simulation;

import io.aqts.config.Scenario;

/**
 * What a scenario means in numbers.
 *
 * @param trend the drift of the expected price for a year, as a multiple of the annual volatility
 * @param tails how often prices leap
 * @param reverts whether prices are pulled back to where they began
 * @param spread the width of spreads; 1 is ordinary
 * @param depth the quantity in books; 1 is ordinary
 * @param turnover what is traded; 1 is ordinary
 * @param quietShare the share of bars in which hardly anybody trades
 */
record Climate(
        double trend, Tails tails, boolean reverts, double spread, double depth, double turnover, double quietShare) {

    private static final Tails ORDINARY = Tails.withJumps(0.0005, 50);
    private static final Tails NERVOUS = Tails.withJumps(0.001, 60);
    private static final Tails GAPPY = Tails.withJumps(0.004, 50);

    static Climate of(Scenario scenario) {
        return switch (scenario) {
            case BULL -> new Climate(2, ORDINARY, false, 1, 1, 1.2, 0);
            case BEAR -> new Climate(-2, NERVOUS, false, 1.3, 0.8, 1, 0);
            case SIDEWAYS -> new Climate(0, ORDINARY, true, 1, 1, 0.7, 0);
            case CRASH -> new Climate(0, NERVOUS, false, 1.2, 0.8, 1, 0);
            case ILLIQUID -> new Climate(0, GAPPY, false, 12, 0.05, 0.03, 0.25);
            case REGIME_SWITCHING -> new Climate(0, ORDINARY, false, 1, 1, 1, 0);
        };
    }
}
