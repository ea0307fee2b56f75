package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.RiskView;
import io.aqts.config.SessionConfig;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;

/**
 * Positions are opened within sessions only, and left before a session ends if so wanted.
 *
 * <p>A session lasts as long as its window, or another one that covers its end, is open. While nothing may be opened,
 * orders that would open a position are called back.
 */
public final class SessionGate implements RiskRule, RiskObserver, RiskTrigger {

    private final SessionCalendar calendar;
    private final boolean isFlattening;
    private final long beforeNanos;
    private boolean isOpen;
    private boolean isEnding;
    private long changesAt = Long.MIN_VALUE;

    /**
     * A gate that has seen no moment yet.
     *
     * @param config the windows, and what happens at their end
     */
    public SessionGate(SessionConfig config) {
        calendar = new SessionCalendar(config);
        isFlattening = config.flatten();
        beforeNanos = config.closeBefore().toNanos();
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.SESSION_CLOSED;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return isOpen ? Double.POSITIVE_INFINITY : 0;
    }

    @Override
    public RiskState demandedState() {
        return isOpen ? RiskState.NORMAL : RiskState.REDUCING;
    }

    @Override
    public boolean demandsExit(int instrument) {
        return isFlattening && isEnding;
    }

    @Override
    public ReasonCode exitReason() {
        return ReasonCode.SESSION_END;
    }

    @Override
    public void onStep(RiskView view) {
        long now = view.epochNanos();
        if (now < changesAt) {
            return;
        }
        long end = calendar.end(now);
        isOpen = end > now && now < end - beforeNanos;
        isEnding = !isOpen;
        if (isOpen) {
            changesAt = end == Long.MAX_VALUE ? now + SessionCalendar.HORIZON_NANOS : end - beforeNanos;
        } else {
            changesAt = calendar.nextStart(now);
        }
    }
}
