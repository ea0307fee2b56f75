package io.aqts.core.simulation;

/** What the market as a whole goes through, bar by bar, on top of the instruments' own shocks. */
interface Weather {

    /** Moves on by one bar. */
    void next();

    /** The variance of this bar's returns; 1 is ordinary. */
    double variance();

    /** The drift of the expected price in this bar, as a multiple of an ordinary bar's volatility. */
    double trend();

    /** What the spread of trends adds to the expected price in this bar, as a share of an ordinary bar's variance. */
    double convexity();

    /** What this bar adds to the log price of every instrument. */
    double push();

    /**
     * The same weather for ever.
     *
     * @param trend the drift of every bar
     */
    record Steady(double trend) implements Weather {

        @Override
        public void next() {}

        @Override
        public double variance() {
            return 1;
        }

        @Override
        public double convexity() {
            return 0;
        }

        @Override
        public double push() {
            return 0;
        }
    }
}
