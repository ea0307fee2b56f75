package io.aqts.core.risk;

import io.aqts.market.Universe;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import io.aqts.trade.TimeInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an intent can be understood at all: every part is there, every figure in range, and none contradicts another.
 */
final class WellFormed {

    private static final double WORST_SLIPPAGE_BPS = 10_000;

    /** No market has such a price, and what it comes to for a quantity would not fit the books. */
    private static final double BEYOND_ALL_PRICES = 1e24;

    private final Universe universe;

    WellFormed(Universe universe) {
        this.universe = universe;
    }

    boolean test(OrderIntent intent) {
        return intent.instrument() >= 0
                && intent.instrument() < universe.size()
                && intent.side() != null
                && intent.reason() != null
                && isPricing(intent.pricing())
                && isExitPlan(intent.exitPlan())
                && isSizing(intent.sizing(), intent.side())
                && isLifetime(intent.lifetime(), intent.pricing())
                && areInstructions(intent.instructions(), intent.pricing(), intent.lifetime());
    }

    /** What a verdict wants, or null if that cannot be told. */
    static @Nullable OrderIntent intent(@Nullable RiskVerdict verdict) {
        if (verdict instanceof RiskVerdict.Approved approved) {
            return approved.intent();
        }
        return verdict instanceof RiskVerdict.Reduced reduced ? reduced.intent() : null;
    }

    /** The answer to what cannot be understood. */
    static GateResult malformed(@Nullable OrderIntent intent) {
        int instrument = intent == null ? -1 : intent.instrument();
        return new GateResult(RiskVerdict.rejected(instrument, ReasonCode.MALFORMED), List.of());
    }

    static boolean isPrice(double price) {
        return price > 0 && price < BEYOND_ALL_PRICES;
    }

    private static boolean isAmount(double amount) {
        return amount > 0 && amount < Double.POSITIVE_INFINITY;
    }

    private static boolean isPricing(@Nullable Pricing pricing) {
        if (pricing instanceof Pricing.AtMarket market) {
            double bps = market.maxSlippageBps();
            return bps == OrderIntent.UNBOUNDED || (bps >= 0 && bps <= WORST_SLIPPAGE_BPS);
        }
        if (pricing instanceof Pricing.AtLimit limit) {
            return isPrice(limit.limit());
        }
        if (pricing instanceof Pricing.OnStopLimit || pricing instanceof Pricing.IfTouchedLimit) {
            return isPrice(pricing.limit()) && isPrice(pricing.trigger());
        }
        if (pricing instanceof Pricing.Trailing trailing) {
            return trailing.trail() != null && isPrice(trailing.trigger());
        }
        return pricing != null && isPrice(pricing.trigger());
    }

    private static boolean isLifetime(@Nullable Lifetime lifetime, Pricing pricing) {
        if (lifetime == null || lifetime.timeInForce() == null) {
            return false;
        }
        TimeInForce rule = lifetime.timeInForce();
        boolean isAuction = rule == TimeInForce.AT_OPEN || rule == TimeInForce.AT_CLOSE;
        return !isAuction
                || pricing instanceof Pricing.AtLimit
                || (pricing instanceof Pricing.AtMarket market && market.maxSlippageBps() == OrderIntent.UNBOUNDED);
    }

    private static boolean areInstructions(@Nullable Instructions wanted, Pricing pricing, Lifetime lifetime) {
        if (wanted == null || wanted.link() == null || wanted.link().role() == null) {
            return false;
        }
        boolean mayRest = pricing.limit() > 0 && !isImmediate(lifetime);
        LinkRole role = wanted.link().role();
        return (mayRest || (!wanted.postOnly() && wanted.displayQuantity() == 0))
                && wanted.displayQuantity() >= 0
                && wanted.displayQuantity() < Double.POSITIVE_INFINITY
                && !(role == LinkRole.PARENT && wanted.reduceOnly())
                && !(role == LinkRole.CHILD && !wanted.reduceOnly());
    }

    /** Whether what cannot fill at once is canceled. */
    static boolean isImmediate(Lifetime lifetime) {
        return lifetime.timeInForce() == TimeInForce.IOC || lifetime.timeInForce() == TimeInForce.FOK;
    }

    private static boolean isExitPlan(@Nullable ExitPlan plan) {
        return plan != null
                && plan.stopPrice() >= 0
                && plan.stopPrice() < BEYOND_ALL_PRICES
                && plan.targetPrice() >= 0
                && plan.targetPrice() < BEYOND_ALL_PRICES
                && plan.holdNanos() >= 0;
    }

    private static boolean isSizing(@Nullable Sizing sizing, Side side) {
        if (sizing instanceof Sizing.Units units) {
            return isAmount(units.quantity());
        }
        if (sizing instanceof Sizing.Spend spend) {
            return side == Side.BUY && isAmount(spend.amount());
        }
        return sizing != null;
    }
}
