package io.aqts.config;

import io.aqts.internal.Checks;

/**
 * How large a trade may be, given what is known about the odds.
 *
 * @param kellyFraction the share of the growth-optimal bet to take; 0 to 1
 * @param riskPerTradeCap the most one trade may lose at its stop, as a share of equity; more than 0, at most 1
 * @param coldStartRisk the share of equity to risk while the record is short; 0 to {@code riskPerTradeCap}
 * @param minimumRecord closed trades before the record is believed; 0 to 1,000,000
 * @param priorWins wins assumed before the first trade; more than zero
 * @param priorLosses losses assumed before the first trade; more than zero
 * @param credibleLevel how sure to be that the true chance of winning is at least the one used; 0 to 1, both excluded
 * @param maxPositionShare the most one position may be worth, as a multiple of equity; more than zero
 */
public record SizingConfig(
        double kellyFraction,
        double riskPerTradeCap,
        double coldStartRisk,
        int minimumRecord,
        double priorWins,
        double priorLosses,
        double credibleLevel,
        double maxPositionShare) {

    private static final String PATH = "risk.sizing.";

    private static final SizingConfig DEFAULTS = new Builder().build();

    public SizingConfig {
        Checks.between(PATH + "kellyFraction", kellyFraction, 0, 1);
        Limits.share(PATH + "riskPerTradeCap", riskPerTradeCap);
        Checks.between(PATH + "coldStartRisk", coldStartRisk, 0, riskPerTradeCap);
        Limits.between(PATH + "minimumRecord", minimumRecord, 0, Limits.MOST_BARS);
        Checks.positive(PATH + "priorWins", priorWins);
        Checks.positive(PATH + "priorLosses", priorLosses);
        Limits.probability(PATH + "credibleLevel", credibleLevel);
        Checks.positive(PATH + "maxPositionShare", maxPositionShare);
    }

    /** {@return the settings used when nothing else is said} */
    public static SizingConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of SizingConfig; every setter returns this builder. */
    public static final class Builder {

        private double kellyFraction = 0.25;
        private double riskPerTradeCap = 0.04;
        private double coldStartRisk = 0.0025;
        private int minimumRecord = 30;
        private double priorWins = 10;
        private double priorLosses = 10;
        private double credibleLevel = 0.80;
        private double maxPositionShare = 1.0;

        private Builder() {}

        private Builder(SizingConfig from) {
            this.kellyFraction = from.kellyFraction;
            this.riskPerTradeCap = from.riskPerTradeCap;
            this.coldStartRisk = from.coldStartRisk;
            this.minimumRecord = from.minimumRecord;
            this.priorWins = from.priorWins;
            this.priorLosses = from.priorLosses;
            this.credibleLevel = from.credibleLevel;
            this.maxPositionShare = from.maxPositionShare;
        }

        /** Sets {@link SizingConfig#kellyFraction()}. */
        public Builder kellyFraction(double kellyFraction) {
            this.kellyFraction = kellyFraction;
            return this;
        }

        /** Sets {@link SizingConfig#riskPerTradeCap()}. */
        public Builder riskPerTradeCap(double riskPerTradeCap) {
            this.riskPerTradeCap = riskPerTradeCap;
            return this;
        }

        /** Sets {@link SizingConfig#coldStartRisk()}. */
        public Builder coldStartRisk(double coldStartRisk) {
            this.coldStartRisk = coldStartRisk;
            return this;
        }

        /** Sets {@link SizingConfig#minimumRecord()}. */
        public Builder minimumRecord(int minimumRecord) {
            this.minimumRecord = minimumRecord;
            return this;
        }

        /** Sets {@link SizingConfig#priorWins()}. */
        public Builder priorWins(double priorWins) {
            this.priorWins = priorWins;
            return this;
        }

        /** Sets {@link SizingConfig#priorLosses()}. */
        public Builder priorLosses(double priorLosses) {
            this.priorLosses = priorLosses;
            return this;
        }

        /** Sets {@link SizingConfig#credibleLevel()}. */
        public Builder credibleLevel(double credibleLevel) {
            this.credibleLevel = credibleLevel;
            return this;
        }

        /** Sets {@link SizingConfig#maxPositionShare()}. */
        public Builder maxPositionShare(double maxPositionShare) {
            this.maxPositionShare = maxPositionShare;
            return this;
        }

        /** {@return the settings, checked} */
        public SizingConfig build() {
            return new SizingConfig(
                    kellyFraction,
                    riskPerTradeCap,
                    coldStartRisk,
                    minimumRecord,
                    priorWins,
                    priorLosses,
                    credibleLevel,
                    maxPositionShare);
        }
    }
}
