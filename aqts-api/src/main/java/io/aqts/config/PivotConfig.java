package io.aqts.config;

import io.aqts.internal.Checks;

/**
 * When a swing of the price counts as a turning point, and how sharp a turning point must be.
 *
 * @param reversalAtr how far price must turn back to confirm a pivot, in average true ranges; more than zero
 * @param atrPeriod bars of the average true range; 1 to 1,000,000
 * @param memory how many earlier pivots the usual bend is taken from; {@code minimumPivots} to 1,000,000
 * @param bendMultiple how many times the usual bend a pivot must show; more than zero
 * @param minimumPivots pivots to see before any can count; at least 1
 */
public record PivotConfig(double reversalAtr, int atrPeriod, int memory, double bendMultiple, int minimumPivots) {

    private static final String PATH = "detection.qgita.pivots.";

    private static final PivotConfig DEFAULTS = new Builder().build();

    public PivotConfig {
        Checks.positive(PATH + "reversalAtr", reversalAtr);
        Limits.bars(PATH + "atrPeriod", atrPeriod);
        Limits.bars(PATH + "memory", memory);
        Checks.positive(PATH + "bendMultiple", bendMultiple);
        Limits.between(PATH + "minimumPivots", minimumPivots, 1, memory);
    }

    /** {@return the settings used when nothing else is said} */
    public static PivotConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of PivotConfig; every setter returns this builder. */
    public static final class Builder {

        private double reversalAtr = 1.5;
        private int atrPeriod = 14;
        private int memory = 256;
        private double bendMultiple = 1;
        private int minimumPivots = 30;

        private Builder() {}

        private Builder(PivotConfig from) {
            this.reversalAtr = from.reversalAtr;
            this.atrPeriod = from.atrPeriod;
            this.memory = from.memory;
            this.bendMultiple = from.bendMultiple;
            this.minimumPivots = from.minimumPivots;
        }

        /** Sets {@link PivotConfig#reversalAtr()}. */
        public Builder reversalAtr(double reversalAtr) {
            this.reversalAtr = reversalAtr;
            return this;
        }

        /** Sets {@link PivotConfig#atrPeriod()}. */
        public Builder atrPeriod(int atrPeriod) {
            this.atrPeriod = atrPeriod;
            return this;
        }

        /** Sets {@link PivotConfig#memory()}. */
        public Builder memory(int memory) {
            this.memory = memory;
            return this;
        }

        /** Sets {@link PivotConfig#bendMultiple()}. */
        public Builder bendMultiple(double bendMultiple) {
            this.bendMultiple = bendMultiple;
            return this;
        }

        /** Sets {@link PivotConfig#minimumPivots()}. */
        public Builder minimumPivots(int minimumPivots) {
            this.minimumPivots = minimumPivots;
            return this;
        }

        /** {@return the settings, checked} */
        public PivotConfig build() {
            return new PivotConfig(reversalAtr, atrPeriod, memory, bendMultiple, minimumPivots);
        }
    }
}
