package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;
import java.time.Duration;

/** Nothing is opened on a price that is too old. */
public final class StalenessGate implements RiskRule {

    private final long mostNanos;
    private final MarketMemory memory;

    /**
     * A gate.
     *
     * @param maxAge how old the price may be, itself included
     * @param memory what was seen of the markets
     */
    public StalenessGate(Duration maxAge, MarketMemory memory) {
        this.mostNanos = maxAge.toNanos();
        this.memory = memory;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.STALE_PRICE;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        long age = memory.ageNanos(candidate.instrument(), candidate.view().epochNanos());
        return age <= mostNanos ? Double.POSITIVE_INFINITY : 0;
    }
}
