package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.function.UnaryOperator;

/**
 * How orders are taken to meet the market in simulations and backtests.
 *
 * @param fillAt at which price of a bar an order that takes fills
 * @param path which way the price is taken to have gone within a bar
 * @param touch whether a resting limit fills already when the price of a bar touches it; else the price must trade
 *     through it
 * @param participation the most of a bar's volume that all orders in an instrument may fill together, as a share; 0 to
 *     1, where 0 sets no bound
 * @param partialFillProbability the chance that a fill is only partial; 0 to 1
 * @param halfSpreadBps half the spread assumed on bars without quotes, in basis points of price; 0 to 5000
 * @param guards what a venue does about orders that look like mistakes
 * @param session when sessions begin and end
 */
public record MatchingConfig(
        FillTime fillAt,
        BarPath path,
        boolean touch,
        double participation,
        double partialFillProbability,
        double halfSpreadBps,
        GuardConfig guards,
        TradingHoursConfig session) {

    private static final String PATH = "execution.matching.";

    private static final MatchingConfig DEFAULTS = new Builder().build();

    public MatchingConfig {
        Checks.between(PATH + "participation", participation, 0, 1);
        Checks.between(PATH + "partialFillProbability", partialFillProbability, 0, 1);
        Checks.between(PATH + "halfSpreadBps", halfSpreadBps, 0, 5_000);
    }

    /** {@return the settings used when nothing else is said} */
    public static MatchingConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of MatchingConfig; every setter returns this builder. */
    public static final class Builder {

        private FillTime fillAt = FillTime.NEXT_OPEN;
        private BarPath path = BarPath.WORST;
        private boolean touch;
        private double participation;
        private double partialFillProbability = 0.15;
        private double halfSpreadBps = 1;
        private GuardConfig guards = GuardConfig.defaults();
        private TradingHoursConfig session = TradingHoursConfig.defaults();

        private Builder() {}

        private Builder(MatchingConfig from) {
            this.fillAt = from.fillAt;
            this.path = from.path;
            this.touch = from.touch;
            this.participation = from.participation;
            this.partialFillProbability = from.partialFillProbability;
            this.halfSpreadBps = from.halfSpreadBps;
            this.guards = from.guards;
            this.session = from.session;
        }

        /** Sets {@link MatchingConfig#fillAt()}. */
        public Builder fillAt(FillTime fillAt) {
            this.fillAt = fillAt;
            return this;
        }

        /** Sets {@link MatchingConfig#path()}. */
        public Builder path(BarPath path) {
            this.path = path;
            return this;
        }

        /** Sets {@link MatchingConfig#touch()}. */
        public Builder touch(boolean touch) {
            this.touch = touch;
            return this;
        }

        /** Sets {@link MatchingConfig#participation()}. */
        public Builder participation(double participation) {
            this.participation = participation;
            return this;
        }

        /** Sets {@link MatchingConfig#partialFillProbability()}. */
        public Builder partialFillProbability(double partialFillProbability) {
            this.partialFillProbability = partialFillProbability;
            return this;
        }

        /** Sets {@link MatchingConfig#halfSpreadBps()}. */
        public Builder halfSpreadBps(double halfSpreadBps) {
            this.halfSpreadBps = halfSpreadBps;
            return this;
        }

        /** Sets {@link MatchingConfig#guards()}. */
        public Builder guards(GuardConfig guards) {
            this.guards = guards;
            return this;
        }

        /** Changes {@link MatchingConfig#guards()}. */
        public Builder guards(UnaryOperator<GuardConfig.Builder> change) {
            return guards(change.apply(guards.toBuilder()).build());
        }

        /** Sets {@link MatchingConfig#session()}. */
        public Builder session(TradingHoursConfig session) {
            this.session = session;
            return this;
        }

        /** Changes {@link MatchingConfig#session()}. */
        public Builder session(UnaryOperator<TradingHoursConfig.Builder> change) {
            return session(change.apply(session.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public MatchingConfig build() {
            return new MatchingConfig(
                    fillAt, path, touch, participation, partialFillProbability, halfSpreadBps, guards, session);
        }
    }
}
