package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.config.CapConfig;
import io.aqts.trade.ReasonCode;

/**
 * What asks for more than any sensible order is taken for an error, and all of it is forbidden.
 *
 * <p>It must be asked first, because it judges what was asked for and not what other rules left of it.
 */
public final class FatFinger implements RiskRule {

    private final CapConfig maxQuantity;
    private final CapConfig maxNotional;

    /**
     * A guard against errors of size.
     *
     * @param maxQuantity the most units, as an amount
     * @param maxNotional the most worth; a share is of equity
     */
    public FatFinger(CapConfig maxQuantity, CapConfig maxNotional) {
        this.maxQuantity = maxQuantity;
        this.maxNotional = maxNotional;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.FAT_FINGER;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double worth = candidate.quantity() * candidate.unitExposure();
        boolean isSensible =
                candidate.quantity() <= maxQuantity.of(1) && worth <= maxNotional.of(Equity.of(candidate.view()));
        return isSensible ? Double.POSITIVE_INFINITY : 0;
    }
}
