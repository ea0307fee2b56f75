package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.RiskManager;
import io.aqts.testkit.RiskManagerContract;
import net.jqwik.api.Group;

/** The risk managers that ship keep the promises of every risk manager. */
class RiskManagerContractsTest {

    @Group
    class Kelly implements RiskManagerContract {

        @Override
        public RiskManager create(LayerContext context) {
            return new KellyRiskManager(context);
        }
    }

    @Group
    class AllOrNothing implements RiskManagerContract {

        @Override
        public RiskManager create(LayerContext context) {
            return new LongOrFlat(context);
        }

        @Override
        public boolean leavesLimitsToTheGate() {
            return true;
        }
    }
}
