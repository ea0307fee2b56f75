package io.aqts.config;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The rules that every opening must pass, whatever risk manager wants it. All are off unless they are set; orders that
 * reduce a position are never subject to them.
 *
 * @param caps what positions may come to
 * @param size how large a position may be, given how much its instrument moves
 * @param losses what is allowed after losses
 * @param tail how large rare losses may be
 * @param market what the market must be like
 * @param margin how much equity may be bound as margin
 * @param conduct what an order must be like
 * @param session when positions may be opened
 */
public record RulesConfig(
        CapsConfig caps,
        SizeRulesConfig size,
        LossConfig losses,
        TailConfig tail,
        MarketRulesConfig market,
        MarginConfig margin,
        ConductConfig conduct,
        SessionConfig session) {

    private static final RulesConfig DEFAULTS = new Builder().build();

    public RulesConfig {
        Objects.requireNonNull(caps, "risk.rules.caps");
        Objects.requireNonNull(size, "risk.rules.size");
        Objects.requireNonNull(losses, "risk.rules.losses");
        Objects.requireNonNull(tail, "risk.rules.tail");
        Objects.requireNonNull(market, "risk.rules.market");
        Objects.requireNonNull(margin, "risk.rules.margin");
        Objects.requireNonNull(conduct, "risk.rules.conduct");
        Objects.requireNonNull(session, "risk.rules.session");
    }

    /** {@return the settings used when nothing else is said} */
    public static RulesConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of RulesConfig; every setter returns this builder. */
    public static final class Builder {

        private CapsConfig caps = CapsConfig.defaults();
        private SizeRulesConfig size = SizeRulesConfig.defaults();
        private LossConfig losses = LossConfig.defaults();
        private TailConfig tail = TailConfig.defaults();
        private MarketRulesConfig market = MarketRulesConfig.defaults();
        private MarginConfig margin = MarginConfig.defaults();
        private ConductConfig conduct = ConductConfig.defaults();
        private SessionConfig session = SessionConfig.defaults();

        private Builder() {}

        private Builder(RulesConfig from) {
            this.caps = from.caps;
            this.size = from.size;
            this.losses = from.losses;
            this.tail = from.tail;
            this.market = from.market;
            this.margin = from.margin;
            this.conduct = from.conduct;
            this.session = from.session;
        }

        /** Sets {@link RulesConfig#caps()}. */
        public Builder caps(CapsConfig caps) {
            this.caps = caps;
            return this;
        }

        /** Changes {@link RulesConfig#caps()}, starting from what it is now. */
        public Builder caps(UnaryOperator<CapsConfig.Builder> change) {
            return caps(change.apply(caps.toBuilder()).build());
        }

        /** Sets {@link RulesConfig#size()}. */
        public Builder size(SizeRulesConfig size) {
            this.size = size;
            return this;
        }

        /** Changes {@link RulesConfig#size()}, starting from what it is now. */
        public Builder size(UnaryOperator<SizeRulesConfig.Builder> change) {
            return size(change.apply(size.toBuilder()).build());
        }

        /** Sets {@link RulesConfig#losses()}. */
        public Builder losses(LossConfig losses) {
            this.losses = losses;
            return this;
        }

        /** Changes {@link RulesConfig#losses()}, starting from what it is now. */
        public Builder losses(UnaryOperator<LossConfig.Builder> change) {
            return losses(change.apply(losses.toBuilder()).build());
        }

        /** Sets {@link RulesConfig#tail()}. */
        public Builder tail(TailConfig tail) {
            this.tail = tail;
            return this;
        }

        /** Changes {@link RulesConfig#tail()}, starting from what it is now. */
        public Builder tail(UnaryOperator<TailConfig.Builder> change) {
            return tail(change.apply(tail.toBuilder()).build());
        }

        /** Sets {@link RulesConfig#market()}. */
        public Builder market(MarketRulesConfig market) {
            this.market = market;
            return this;
        }

        /** Changes {@link RulesConfig#market()}, starting from what it is now. */
        public Builder market(UnaryOperator<MarketRulesConfig.Builder> change) {
            return market(change.apply(market.toBuilder()).build());
        }

        /** Sets {@link RulesConfig#margin()}. */
        public Builder margin(MarginConfig margin) {
            this.margin = margin;
            return this;
        }

        /** Changes {@link RulesConfig#margin()}, starting from what it is now. */
        public Builder margin(UnaryOperator<MarginConfig.Builder> change) {
            return margin(change.apply(margin.toBuilder()).build());
        }

        /** Sets {@link RulesConfig#conduct()}. */
        public Builder conduct(ConductConfig conduct) {
            this.conduct = conduct;
            return this;
        }

        /** Changes {@link RulesConfig#conduct()}, starting from what it is now. */
        public Builder conduct(UnaryOperator<ConductConfig.Builder> change) {
            return conduct(change.apply(conduct.toBuilder()).build());
        }

        /** Sets {@link RulesConfig#session()}. */
        public Builder session(SessionConfig session) {
            this.session = session;
            return this;
        }

        /** Changes {@link RulesConfig#session()}, starting from what it is now. */
        public Builder session(UnaryOperator<SessionConfig.Builder> change) {
            return session(change.apply(session.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public RulesConfig build() {
            return new RulesConfig(caps, size, losses, tail, market, margin, conduct, session);
        }
    }
}
