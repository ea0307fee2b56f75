package io.aqts.core.simulation;

/** What the market as a whole goes through, bar by bar, on top of the instruments' own shocks. */
interface Weather {

    /** Moves on by one bar. */
    void next();

    /** The variance of this bar's returns; 1 is ordinary. */
    double variance();

    /** The drift of the expected price for a year, as a multiple of the annual volatility. */
    double trend();

    /** What this bar adds to the log price of every instrument. */
    double push();

    /** The same weather for ever. */
    record Steady(double trend) implements Weather {

        @Override
        public void next() {}

        @Override
        public double variance() {
            return 1;
        }

        @Override
        public double push() {
            return 0;
        }
    }
}
