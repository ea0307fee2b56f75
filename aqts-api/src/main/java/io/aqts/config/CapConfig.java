package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.Objects;

/**
 * A limit: a share or an amount, exclusively. Zero is no limit and is refused; so is a limit without a mode, because it
 * would silently not be one. Values of users are built by {@link #share} and {@link #amount}.
 *
 * @param mode how the limit is stated; {@link CapMode#NONE} for no limit
 * @param limit the limit, finite and more than zero; 0 and nothing else where there is none
 */
public record CapConfig(CapMode mode, double limit) {

    private static final CapConfig DEFAULTS = new Builder().build();

    public CapConfig {
        Objects.requireNonNull(mode, "mode");
    }

    /** No limit. */
    public static final CapConfig NONE = new CapConfig(CapMode.NONE, 0);

    /**
     * A limit as a share.
     *
     * @param share the most, as a share of what it is measured against, more than zero
     * @return the limit
     */
    public static CapConfig share(double share) {
        return new CapConfig(CapMode.SHARE, share);
    }

    /**
     * A limit as an amount.
     *
     * @param amount the most, more than zero
     * @return the limit
     */
    public static CapConfig amount(double amount) {
        return new CapConfig(CapMode.AMOUNT, amount);
    }

    /** {@return whether there is a limit} */
    public boolean isSet() {
        return mode != CapMode.NONE;
    }

    /**
     * The limit as an amount.
     *
     * @param whole what a share is measured against
     * @return the most, never less than zero; positive infinity where there is no limit
     */
    public double of(double whole) {
        return switch (mode) {
            case NONE -> Double.POSITIVE_INFINITY;
            case SHARE -> whole > 0 ? limit * whole : 0;
            case AMOUNT -> limit;
        };
    }

    void check(String path) {
        if (mode == CapMode.NONE) {
            Checks.that(limit == 0, path + ".limit", "be 0 where " + path + ".mode is NONE", limit);
        } else {
            Checks.positive(path + ".limit", limit);
        }
    }

    void checkMode(String path, CapMode only) {
        check(path);
        Checks.that(mode == CapMode.NONE || mode == only, path + ".mode", "be NONE or " + only, mode);
    }

    /** {@return the settings used when nothing else is said} */
    public static CapConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of CapConfig; every setter returns this builder. */
    public static final class Builder {

        private CapMode mode = CapMode.NONE;
        private double limit = 0;

        private Builder() {}

        private Builder(CapConfig from) {
            this.mode = from.mode;
            this.limit = from.limit;
        }

        /** Sets {@link CapConfig#mode()}. */
        public Builder mode(CapMode mode) {
            this.mode = mode;
            return this;
        }

        /** Sets {@link CapConfig#limit()}. */
        public Builder limit(double limit) {
            this.limit = limit;
            return this;
        }

        /** {@return the settings, checked} */
        public CapConfig build() {
            return new CapConfig(mode, limit);
        }
    }
}
