package io.aqts.core.execute;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.testkit.ExecutionVenueContract;
import io.aqts.testkit.Market;
import io.aqts.testkit.Markets;
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
}
