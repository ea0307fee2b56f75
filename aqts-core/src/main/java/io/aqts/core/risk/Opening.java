package io.aqts.core.risk;

import io.aqts.RiskCandidate;
import io.aqts.RiskRules;
import io.aqts.config.RiskConfig;
import io.aqts.market.Instrument;
import io.aqts.market.OrderLimits;
import io.aqts.trade.Decimal;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much an order that opens or enlarges a position may be for, after every rule and every hard limit. */
final class Opening {

    private static final Decimal FINE_STEP = Decimal.of(1, 8);
    private static final double BEYOND_ALL_MONEY = 1e40;

    private final RiskConfig limits;
    private final RiskRules rules;
    private final boolean isCashBinding;
    private final WorstCase worstCase;
    private final FreeCash freeCash;

    Opening(RiskConfig limits, RiskRules rules, WorstCase worstCase, FreeCash freeCash) {
        this.limits = limits;
        this.rules = rules;
        this.isCashBinding = FreeCash.isBinding(limits);
        this.worstCase = worstCase;
        this.freeCash = freeCash;
    }

    Ruling size(Request request, Terms terms) {
        Sizing sizing = request.intent().sizing();
        if (sizing instanceof Sizing.Units units) {
            return units(request, terms, units.quantity());
        }
        if (sizing instanceof Sizing.Spend spend) {
            double amount = Math.min(spend.amount(), BEYOND_ALL_MONEY);
            return spend(request, terms, Decimal.roundedToMultiple(amount, FINE_STEP, RoundingMode.DOWN));
        }
        Decimal cash = cash(request);
        return cash.isPositive() ? spend(request, terms, cash) : Ruling.refused(ReasonCode.INSUFFICIENT_CASH);
    }

    private Ruling units(Request request, Terms terms, double wanted) {
        double unit = terms.worst() * request.factor();
        Cut cut = new Cut(wanted * unit, unit, request.trail());
        ReasonCode veto = cut(request, terms, cut, wanted);
        if (veto != null) {
            return Ruling.refused(veto);
        }
        Instrument instrument = request.instrument();
        double fitting = cut.isCut() ? Math.min(wanted, cut.units()) : wanted;
        Decimal lots = Decimal.roundedToMultiple(fitting, instrument.lotSize(), RoundingMode.DOWN);
        lots = withinExchange(request, terms, lots, cut);
        if (isCashBinding && request.intent().side() == Side.BUY) {
            Decimal cash = cash(request);
            Decimal unitCost = freeCash.unitCost(terms.price());
            if (lots.times(unitCost).isGreaterThan(cash)) {
                lots = wholeLots(cash.max(Decimal.ZERO), unitCost, instrument.lotSize());
                cut.because(ReasonCode.INSUFFICIENT_CASH);
            }
        }
        ReasonCode tooSmall = tooSmall(request, terms, lots);
        return tooSmall == null ? cut.granting(bound(request, terms, lots)) : cut.refusing(tooSmall);
    }

    /** The size of a purchase in units: a sum where a move of the price could make it cost what is not there. */
    private OrderSize bound(Request request, Terms terms, Decimal lots) {
        return freeCash.mustBeBound(request, terms)
                ? OrderSize.spend(lots.times(freeCash.unitCost(terms.price())))
                : OrderSize.units(lots);
    }

    private Ruling spend(Request request, Terms terms, Decimal wanted) {
        double factor = request.factor();
        Cut cut = new Cut(wanted.toDouble() * factor, terms.worst() * factor, request.trail());
        ReasonCode veto = cut(request, terms, cut, cut.units());
        if (veto != null) {
            return Ruling.refused(veto);
        }
        Instrument instrument = request.instrument();
        Decimal amount = cut.isCut()
                ? Decimal.roundedToMultiple(cut.amount() / factor, FINE_STEP, RoundingMode.DOWN)
                        .min(wanted)
                : wanted;
        if (isCashBinding) {
            Decimal cash = cash(request);
            if (amount.isGreaterThan(cash)) {
                amount = cash.max(Decimal.ZERO);
                cut.because(ReasonCode.INSUFFICIENT_CASH);
            }
        }
        Decimal unitCost = freeCash.unitCost(terms.price());
        if (instrument.lotSize().times(unitCost).isGreaterThan(amount)) {
            return cut.refusing(ReasonCode.BELOW_LOT);
        }
        if (instrument.minNotional().isZero() && request.limits().equals(OrderLimits.NONE)) {
            return cut.granting(OrderSize.spend(amount));
        }
        Decimal lots = wholeLots(amount, unitCost, instrument.lotSize());
        Decimal taken = withinExchange(request, terms, lots, cut);
        ReasonCode tooSmall = tooSmall(request, terms, taken);
        if (tooSmall != null) {
            return cut.refusing(tooSmall);
        }
        return cut.granting(OrderSize.spend(taken.equals(lots) ? amount : taken.times(unitCost)));
    }

    /**
     * Lowers a worst-case worth to what the rules and the limits of exposure and loss allow; the first veto, or null.
     */
    private @Nullable ReasonCode cut(Request request, Terms terms, Cut cut, double wanted) {
        ReasonCode veto = rules.size() == 0 ? null : askRules(request, terms, cut, wanted);
        if (veto == null) {
            limit(request, terms, cut);
        }
        return veto;
    }

    private @Nullable ReasonCode askRules(Request request, Terms terms, Cut cut, double wanted) {
        OrderIntent intent = request.intent();
        RiskCandidate left = new RiskCandidate(
                intent.instrument(),
                intent.side(),
                wanted,
                terms.entry(intent.side()),
                terms.bracket().stopPrice().toDouble(),
                request.moment().forecast(intent.instrument(), intent.side()),
                worstCase);
        for (int k = 0; k < rules.size(); k++) {
            double allowed = rules.allowedQuantity(k, left);
            if (allowed >= left.quantity() && request.trail() == null) {
                continue;
            }
            ReasonCode reason = rules.reasonFor(k, left);
            cut.toUnits(allowed, reason);
            if (cut.amount() == 0) {
                return reason;
            }
            left = left.withQuantity(Math.min(left.quantity(), cut.units()));
        }
        return null;
    }

    private void limit(Request request, Terms terms, Cut cut) {
        OrderIntent intent = request.intent();
        double equity = request.equity();
        double gross = limits.maxLeverage() * equity;
        double single = limits.sizing().maxPositionShare() * equity;
        cut.to(worstCase.grossRoom(intent.instrument(), intent.side(), gross), ReasonCode.MAX_LEVERAGE);
        cut.to(worstCase.room(intent.instrument(), intent.side(), single), ReasonCode.MAX_POSITION);
        if (terms.distance() > 0) {
            double paid = intent.sizing() instanceof Sizing.Units
                    ? terms.worst()
                    : Terms.worstEntry(intent.side(), terms.type(), request.mark());
            double unitsPerLoss = paid / terms.distance();
            double heatRoom = limits.maxPortfolioRisk() * equity - worstCase.heat();
            double before = request.filled().toDouble() * paid * request.factor();
            double trade = limits.sizing().riskPerTradeCap() * equity * unitsPerLoss - before;
            cut.to(trade, ReasonCode.TRADE_RISK);
            cut.to(heatRoom * unitsPerLoss, ReasonCode.PORTFOLIO_HEAT);
        }
    }

    private static Decimal withinExchange(Request request, Terms terms, Decimal lots, Cut cut) {
        OrderLimits exchange = request.limits();
        Decimal lot = request.instrument().lotSize();
        Decimal left = lots;
        if (exchange.isAbove(left)) {
            left = exchange.maxQuantity().roundToMultiple(lot, RoundingMode.DOWN);
            cut.because(ReasonCode.ABOVE_MAX_QUANTITY);
        }
        if (exchange.isWorthMore(left.times(terms.price()))) {
            left = wholeLots(exchange.maxNotional(), terms.price(), lot);
            cut.because(ReasonCode.ABOVE_MAX_NOTIONAL);
        }
        return left;
    }

    private static @Nullable ReasonCode tooSmall(Request request, Terms terms, Decimal lots) {
        if (lots.isZero()) {
            return ReasonCode.BELOW_LOT;
        }
        if (request.limits().isBelow(lots)) {
            return ReasonCode.BELOW_MIN_QUANTITY;
        }
        Instrument instrument = request.instrument();
        boolean isWorthLess = instrument.minNotional().isPositive()
                && lots.plus(request.filled()).times(terms.price()).isLessThan(instrument.minNotional());
        return isWorthLess ? ReasonCode.BELOW_MIN_NOTIONAL : null;
    }

    /** What may still be spent, in quote currency. */
    private Decimal cash(Request request) {
        int instrument = request.intent().instrument();
        Decimal cash = freeCash.left(request.moment(), instrument);
        Decimal factor = freeCash.factor(request.moment(), instrument);
        return factor.equals(Decimal.ONE) ? cash : cash.dividedBy(factor, FINE_STEP.scale(), RoundingMode.FLOOR);
    }

    private static Decimal wholeLots(Decimal cash, Decimal unitCost, Decimal lot) {
        return cash.dividedBy(unitCost, lot.scale(), RoundingMode.DOWN).roundToMultiple(lot, RoundingMode.DOWN);
    }
}
