package io.aqts.examples;

import io.aqts.LayerContext;
import io.aqts.RiskManager;
import io.aqts.testkit.RiskManagerContract;

class YourOwnRiskManagerTest implements RiskManagerContract {

    @Override
    public RiskManager create(LayerContext context) {
        return new YourOwnRiskManager.FixedShare(0.1);
    }

    @Override
    public boolean leavesLimitsToTheGate() {
        return true;
    }
}
