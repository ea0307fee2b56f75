package io.aqts.core.execute;

import io.aqts.config.FeeConfig;
import io.aqts.config.FeeCurrency;
import io.aqts.config.FeeTier;
import io.aqts.config.FixedFeeConfig;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one venue charges in one run. Of every fill it takes a share of the notional by the tier in force, and what is
 * fixed; each amount that is paid is rounded once.
 */
final class Tariff {

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);
    private static final int WORTH_DECIMALS = 18;

    private final String venue;
    private final FeeConfig fees;
    private final FixedFeeConfig fixed;
    private final boolean isProportional;
    private final boolean isInQuote;
    private final Decimal minimum;
    private final Decimal factor;
    private final List<Rates> rates = new ArrayList<>();
    private final TokenPrice token;
    private final @Nullable TradedVolume volume;
    private Rates inForce;

    Tariff(String venue, FeeConfig fees, Universe universe) {
        this.venue = venue;
        this.fees = fees;
        this.fixed = fees.fixed();
        this.isProportional = fixed.equals(FixedFeeConfig.defaults());
        this.isInQuote = fees.payment().currency() == FeeCurrency.QUOTE;
        this.minimum = isInQuote ? fixed.minimum().round(fees.decimals(), RoundingMode.UP) : fixed.minimum();
        this.factor = Decimal.fromDouble(fees.payment().factor());
        this.token = new TokenPrice(fees.payment(), universe);
        rates.add(Rates.of(fees.makerBps(), fees.takerBps()));
        for (FeeTier tier : fees.tiers()) {
            rates.add(Rates.of(tier.makerBps(), tier.takerBps()));
        }
        this.volume = fees.tiers().isEmpty() ? null : new TradedVolume(venue, fees);
        this.inForce = rates.get(0);
    }

    /** {@return the name of the venue} */
    String venue() {
        return venue;
    }

    FeeConfig fees() {
        return fees;
    }

    /** {@return the taker's fee as a share of notional} */
    double takerShare() {
        return inForce.takerShare();
    }

    /** {@return the fee as an exact share of notional} */
    Decimal rate(Liquidity liquidity) {
        return liquidity == Liquidity.MAKER ? inForce.maker() : inForce.taker();
    }

    /** {@return the least that one more unit costs at a price, with its fee} */
    Decimal leastUnitCost(Liquidity liquidity, Decimal price) {
        return price.times(Decimal.ONE.plus(rate(liquidity).min(Decimal.ZERO)));
    }

    /** {@return the most that one more unit costs at a price, with its fee, the rounding aside} */
    Decimal mostUnitCost(Liquidity liquidity, Decimal price) {
        Decimal share = Decimal.ONE.plus(rate(liquidity).max(Decimal.ZERO));
        return price.times(share).plus(fixed.perUnit());
    }

    /** {@return what a fill would be charged now} */
    Charge assess(Bill bill, Deal deal) {
        Decimal own = own(bill, deal);
        Decimal due = isProportional ? own : bill.due(own, minimum);
        return isInQuote || !due.isPositive() ? Charge.inQuote(rounded(due)) : converted(deal, due);
    }

    /** Charges a fill, which then counts towards the next tier. */
    Charge charge(Bill bill, Deal deal, long nowNanos) {
        Charge charge = assess(bill, deal);
        if (!isProportional) {
            bill.charge(own(bill, deal), minimum);
        }
        if (volume != null) {
            volume.add(nowNanos, deal.notional());
        }
        return charge;
    }

    boolean isWatching() {
        return fees.payment().currency() == FeeCurrency.OTHER && !token.isFixed();
    }

    /** Takes note of the price of what fees are paid in. */
    void watch(MarketSnapshot snapshot) {
        token.watch(snapshot);
    }

    /** Lets the tier be the one of a moment. */
    void roll(long nowNanos) {
        if (volume != null) {
            volume.roll(nowNanos);
            inForce = rates.get(volume.tier());
        }
    }

    List<FeeTransition> transitions() {
        return volume == null ? List.of() : volume.transitions();
    }

    private Decimal own(Bill bill, Deal deal) {
        Decimal own = deal.notional().times(rate(deal.liquidity()));
        if (!isProportional) {
            own = own.plus(fixed.perFill()).plus(fixed.perUnit().times(deal.quantity()));
            own = bill.hasBegun() ? own : own.plus(fixed.perOrder());
        }
        return isInQuote ? rounded(own) : own;
    }

    private Charge converted(Deal deal, Decimal due) {
        if (fees.payment().currency() == FeeCurrency.OTHER) {
            Decimal price = token.price();
            Decimal rate = token.rate(deal);
            if (!price.isPositive() || !rate.isPositive()) {
                return Charge.inQuote(rounded(due));
            }
            Decimal amount = due.times(factor).times(rate).dividedBy(price, fees.decimals(), fees.rounding());
            Decimal worth = amount.times(price);
            return new Charge(
                    rate.equals(Decimal.ONE) ? worth : worth.dividedBy(rate, WORTH_DECIMALS, RoundingMode.UP),
                    amount,
                    FeeCurrency.OTHER,
                    fees.payment().name());
        }
        if (deal.side() == Side.SELL) {
            return Charge.inQuote(rounded(due));
        }
        Decimal withheld = due.dividedBy(deal.price(), fees.decimals(), fees.rounding());
        return withheld.isLessThan(deal.quantity())
                ? new Charge(withheld.times(deal.price()), withheld, FeeCurrency.RECEIVED, "")
                : Charge.inQuote(rounded(due));
    }

    private Decimal rounded(Decimal fee) {
        return fee.round(fees.decimals(), fees.rounding());
    }

    private record Rates(Decimal maker, Decimal taker, double takerShare) {

        static Rates of(double makerBps, double takerBps) {
            Decimal taker = Decimal.fromDouble(takerBps).times(BASIS_POINT);
            return new Rates(Decimal.fromDouble(makerBps).times(BASIS_POINT), taker, taker.toDouble());
        }
    }
}
