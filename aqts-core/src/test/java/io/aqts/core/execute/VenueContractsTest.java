package io.aqts.core.execute;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.core.book.QueueModel;
import io.aqts.testkit.Configs;
import io.aqts.testkit.ExecutionVenueContract;
import io.aqts.testkit.Market;
import io.aqts.testkit.Markets;
import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Group;
import net.jqwik.api.Provide;

/** The venues that ship keep the promises of every venue. */
class VenueContractsTest {

    @Group
    class PaperOnBars implements ExecutionVenueContract {

        @Override
        public ExecutionVenue create(LayerContext context) {
            return new PaperVenue(context);
        }

        @Provide
        @Override
        public Arbitrary<Market> markets() {
            return Markets.ofBars(longestMarket());
        }
    }

    @Group
    class PaperOnQuotesAndBooks implements ExecutionVenueContract {

        @Override
        public ExecutionVenue create(LayerContext context) {
            return new PaperVenue(context);
        }

        @Provide
        @Override
        public Arbitrary<Market> markets() {
            return Markets.ofQuotes(longestMarket());
        }
    }

    @Group
    class BookOnBars implements ExecutionVenueContract {

        @Override
        public ExecutionVenue create(LayerContext context) {
            return new BarsAsBooks(context, BookRules.defaults());
        }

        @Provide
        @Override
        public Arbitrary<AqtsConfig> configs() {
            return prompt();
        }

        @Provide
        @Override
        public Arbitrary<Market> markets() {
            return Markets.ofBars(longestMarket());
        }
    }

    @Group
    class BookOnQuotesAndBooks implements ExecutionVenueContract {

        @Override
        public ExecutionVenue create(LayerContext context) {
            return context.universe().venues().isEmpty()
                    ? new BarsAsBooks(context, BookRules.defaults())
                    : new BookVenue(context, generous());
        }

        @Provide
        @Override
        public Arbitrary<AqtsConfig> configs() {
            return prompt();
        }

        @Provide
        @Override
        public Arbitrary<Market> markets() {
            return Markets.ofQuotes(longestMarket());
        }

        private static BookRules generous() {
            return BookRules.defaults()
                    .withQueue(new QueueModel.Power(2))
                    .withRemainder(Remainder.SLIP_ONE_TICK)
                    .withProtectionBps(50)
                    .withHoldWhileHalted(false);
        }
    }

    /** Cancellations take their time, and the contract wants them to arrive within three snapshots. */
    private static Arbitrary<AqtsConfig> prompt() {
        return Configs.any()
                .map(config -> config.with(c -> c.execution(e -> e.latencyMin(Duration.ZERO)
                        .latencyMax(minimum(config.execution().latencyMax(), Duration.ofMillis(125))))));
    }

    private static Duration minimum(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
