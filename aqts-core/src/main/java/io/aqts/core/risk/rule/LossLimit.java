package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.RiskView;
import io.aqts.config.CapConfig;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * After too large a loss of a day or a week, nothing is opened until the next one begins.
 *
 * <p>Days and weeks are those of a calendar in a time zone, weeks from Monday. The loss is counted from the equity at
 * the last step of the period before, or at the first step of all; it is looked at in every step, and once it is too
 * large, a recovery does not undo it.
 */
public final class LossLimit implements RiskRule, RiskObserver, RiskTrigger {

    private final ReasonCode reason;
    private final CapConfig limit;
    private final UnaryOperator<Long> nextPeriod;
    private long periodEnd = Long.MIN_VALUE;
    private boolean isKnown;
    private double start;
    private double last;
    private boolean isReached;

    private LossLimit(ReasonCode reason, CapConfig limit, UnaryOperator<Long> nextPeriod) {
        this.reason = reason;
        this.limit = limit;
        this.nextPeriod = nextPeriod;
    }

    /**
     * A limit on the loss of a day.
     *
     * @param limit the loss that is too large; a share is of the equity the day began with
     * @param zone the time zone of days
     * @return the rule
     */
    public static LossLimit daily(CapConfig limit, ZoneId zone) {
        return new LossLimit(ReasonCode.DAILY_LOSS, limit, now -> EventTime.nextDay(now, zone));
    }

    /**
     * A limit on the loss of a week.
     *
     * @param limit the loss that is too large; a share is of the equity the week began with
     * @param zone the time zone of weeks
     * @return the rule
     */
    public static LossLimit weekly(CapConfig limit, ZoneId zone) {
        return new LossLimit(ReasonCode.WEEKLY_LOSS, limit, now -> EventTime.nextWeek(now, zone));
    }

    @Override
    public ReasonCode reason() {
        return reason;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return isReached ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public RiskState demandedState() {
        return isReached ? RiskState.REDUCING : RiskState.NORMAL;
    }

    @Override
    public void onStep(RiskView view) {
        double equity = Equity.of(view);
        if (view.epochNanos() >= periodEnd) {
            periodEnd = nextPeriod.apply(view.epochNanos());
            start = isKnown ? last : equity;
            isReached = false;
        }
        isKnown = true;
        last = equity;
        isReached |= start - equity >= limit.of(start);
    }

    @Override
    public void onResume() {
        start = last;
        isReached = false;
    }
}
