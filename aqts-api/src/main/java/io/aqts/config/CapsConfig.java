package io.aqts.config;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The most that positions and the orders for them may come to, if of the orders exactly the worst ones fill. Shares are
 * of equity.
 *
 * @param position the most one position may be worth
 * @param gross the most all positions may be worth together, long and short added up
 * @param net the most long positions less short ones may be worth, either way
 * @param instruments limits of single instruments by symbol; each at most once
 * @param clusters limits of groups of instruments; an instrument may belong to several
 * @param quotes limits of all instruments quoted in a currency, by currency; each at most once
 * @param maxPositions how many instruments may be held or ordered at once; 1 to 1,000,000
 */
public record CapsConfig(
        CapConfig position,
        CapConfig gross,
        CapConfig net,
        List<NamedCap> instruments,
        List<ClusterCap> clusters,
        List<NamedCap> quotes,
        int maxPositions) {

    private static final CapsConfig DEFAULTS = new Builder().build();

    public CapsConfig {
        instruments = List.copyOf(instruments);
        clusters = List.copyOf(clusters);
        quotes = List.copyOf(quotes);
        position.check(PATH + "position");
        gross.check(PATH + "gross");
        net.check(PATH + "net");
        instruments.forEach(cap -> cap.check(PATH + "instruments[]"));
        clusters.forEach(cap -> cap.check(PATH + "clusters[]"));
        quotes.forEach(cap -> cap.check(PATH + "quotes[]"));
        Limits.once(
                PATH + "instruments", instruments.stream().map(NamedCap::name).toList());
        Limits.once(PATH + "clusters", clusters.stream().map(ClusterCap::name).toList());
        Limits.once(PATH + "quotes", quotes.stream().map(NamedCap::name).toList());
        Limits.between(PATH + "maxPositions", maxPositions, 1, Limits.MOST_BARS);
    }

    private static final String PATH = "risk.rules.caps.";

    /** {@return the settings used when nothing else is said} */
    public static CapsConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of CapsConfig; every setter returns this builder. */
    public static final class Builder {

        private CapConfig position = CapConfig.NONE;
        private CapConfig gross = CapConfig.NONE;
        private CapConfig net = CapConfig.NONE;
        private List<NamedCap> instruments = List.of();
        private List<ClusterCap> clusters = List.of();
        private List<NamedCap> quotes = List.of();
        private int maxPositions = Limits.MOST_BARS;

        private Builder() {}

        private Builder(CapsConfig from) {
            this.position = from.position;
            this.gross = from.gross;
            this.net = from.net;
            this.instruments = from.instruments;
            this.clusters = from.clusters;
            this.quotes = from.quotes;
            this.maxPositions = from.maxPositions;
        }

        /** Sets {@link CapsConfig#position()}. */
        public Builder position(CapConfig position) {
            this.position = position;
            return this;
        }

        /** Changes {@link CapsConfig#position()}, starting from what it is now. */
        public Builder position(UnaryOperator<CapConfig.Builder> change) {
            return position(change.apply(position.toBuilder()).build());
        }

        /** Sets {@link CapsConfig#gross()}. */
        public Builder gross(CapConfig gross) {
            this.gross = gross;
            return this;
        }

        /** Changes {@link CapsConfig#gross()}, starting from what it is now. */
        public Builder gross(UnaryOperator<CapConfig.Builder> change) {
            return gross(change.apply(gross.toBuilder()).build());
        }

        /** Sets {@link CapsConfig#net()}. */
        public Builder net(CapConfig net) {
            this.net = net;
            return this;
        }

        /** Changes {@link CapsConfig#net()}, starting from what it is now. */
        public Builder net(UnaryOperator<CapConfig.Builder> change) {
            return net(change.apply(net.toBuilder()).build());
        }

        /** Sets {@link CapsConfig#instruments()}. */
        public Builder instruments(List<NamedCap> instruments) {
            this.instruments = instruments;
            return this;
        }

        /** Sets {@link CapsConfig#clusters()}. */
        public Builder clusters(List<ClusterCap> clusters) {
            this.clusters = clusters;
            return this;
        }

        /** Sets {@link CapsConfig#quotes()}. */
        public Builder quotes(List<NamedCap> quotes) {
            this.quotes = quotes;
            return this;
        }

        /** Sets {@link CapsConfig#maxPositions()}. */
        public Builder maxPositions(int maxPositions) {
            this.maxPositions = maxPositions;
            return this;
        }

        /** {@return the settings, checked} */
        public CapsConfig build() {
            return new CapsConfig(position, gross, net, instruments, clusters, quotes, maxPositions);
        }
    }
}
