package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * When losses limit what may be opened. Days and weeks are those of the calendar in {@code zone}, weeks from Monday,
 * and the time is that of the events.
 *
 * @param daily the loss of one day after which nothing is opened until the next; a share is of the equity the day began
 *     with
 * @param weekly the loss of one week after which nothing is opened until the next; a share is of the equity the week
 *     began with
 * @param zone the time zone of days and weeks, by its IANA name
 * @param tiers what is allowed from which loss of the highest equity on, in rising order; none for no such limit
 * @param severe what is allowed after a severe loss
 * @param cooldown how long an instrument is not opened again after a trade that lost; zero for not at all
 * @param stopOuts when touched stops pause trading
 */
public record LossConfig(
        CapConfig daily,
        CapConfig weekly,
        String zone,
        List<DrawdownTier> tiers,
        SevereLossConfig severe,
        Duration cooldown,
        StopOutConfig stopOuts) {

    private static final LossConfig DEFAULTS = new Builder().build();

    public LossConfig {
        tiers = List.copyOf(tiers);
        daily.check(PATH + "daily");
        weekly.check(PATH + "weekly");
        Limits.zone(PATH + "zone", zone);
        for (int i = 1; i < tiers.size(); i++) {
            double drawdown = tiers.get(i).drawdown();
            boolean rises = drawdown > tiers.get(i - 1).drawdown();
            Checks.that(rises, PATH + "tiers[].drawdown", "rise from tier to tier", drawdown);
            boolean falls = tiers.get(i).riskShare() <= tiers.get(i - 1).riskShare();
            Checks.that(
                    falls,
                    PATH + "tiers[].riskShare",
                    "never rise",
                    tiers.get(i).riskShare());
        }
        Limits.notNegative(PATH + "cooldown", cooldown);
    }

    private static final String PATH = "risk.rules.losses.";

    /** {@return the settings used when nothing else is said} */
    public static LossConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of LossConfig; every setter returns this builder. */
    public static final class Builder {

        private CapConfig daily = CapConfig.NONE;
        private CapConfig weekly = CapConfig.NONE;
        private String zone = "UTC";
        private List<DrawdownTier> tiers = List.of();
        private SevereLossConfig severe = SevereLossConfig.defaults();
        private Duration cooldown = Duration.ZERO;
        private StopOutConfig stopOuts = StopOutConfig.defaults();

        private Builder() {}

        private Builder(LossConfig from) {
            this.daily = from.daily;
            this.weekly = from.weekly;
            this.zone = from.zone;
            this.tiers = from.tiers;
            this.severe = from.severe;
            this.cooldown = from.cooldown;
            this.stopOuts = from.stopOuts;
        }

        /** Sets {@link LossConfig#daily()}. */
        public Builder daily(CapConfig daily) {
            this.daily = daily;
            return this;
        }

        /** Changes {@link LossConfig#daily()}, starting from what it is now. */
        public Builder daily(UnaryOperator<CapConfig.Builder> change) {
            return daily(change.apply(daily.toBuilder()).build());
        }

        /** Sets {@link LossConfig#weekly()}. */
        public Builder weekly(CapConfig weekly) {
            this.weekly = weekly;
            return this;
        }

        /** Changes {@link LossConfig#weekly()}, starting from what it is now. */
        public Builder weekly(UnaryOperator<CapConfig.Builder> change) {
            return weekly(change.apply(weekly.toBuilder()).build());
        }

        /** Sets {@link LossConfig#zone()}. */
        public Builder zone(String zone) {
            this.zone = zone;
            return this;
        }

        /** Sets {@link LossConfig#tiers()}. */
        public Builder tiers(List<DrawdownTier> tiers) {
            this.tiers = tiers;
            return this;
        }

        /** Sets {@link LossConfig#severe()}. */
        public Builder severe(SevereLossConfig severe) {
            this.severe = severe;
            return this;
        }

        /** Changes {@link LossConfig#severe()}, starting from what it is now. */
        public Builder severe(UnaryOperator<SevereLossConfig.Builder> change) {
            return severe(change.apply(severe.toBuilder()).build());
        }

        /** Sets {@link LossConfig#cooldown()}. */
        public Builder cooldown(Duration cooldown) {
            this.cooldown = cooldown;
            return this;
        }

        /** Sets {@link LossConfig#stopOuts()}. */
        public Builder stopOuts(StopOutConfig stopOuts) {
            this.stopOuts = stopOuts;
            return this;
        }

        /** Changes {@link LossConfig#stopOuts()}, starting from what it is now. */
        public Builder stopOuts(UnaryOperator<StopOutConfig.Builder> change) {
            return stopOuts(change.apply(stopOuts.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public LossConfig build() {
            return new LossConfig(daily, weekly, zone, tiers, severe, cooldown, stopOuts);
        }
    }
}
