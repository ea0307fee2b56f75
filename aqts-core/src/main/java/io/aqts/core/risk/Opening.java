package io.aqts.core.risk;

import io.aqts.config.RiskConfig;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;

/** How much an order that opens or enlarges a position may be for, after every hard limit. */
final class Opening {

    private static final Decimal FINE_STEP = Decimal.of(1, 8);
    private static final double BEYOND_ALL_MONEY = 1e40;

    private final RiskConfig limits;
    private final boolean isCashBinding;
    private final WorstCase worstCase;
    private final FreeCash freeCash;

    Opening(RiskConfig limits, WorstCase worstCase, FreeCash freeCash) {
        this.limits = limits;
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
        Decimal cash = freeCash.left(request.moment());
        return cash.isPositive() ? spend(request, terms, cash) : Ruling.refused(ReasonCode.INSUFFICIENT_CASH);
    }

    private Ruling units(Request request, Terms terms, double wanted) {
        Cut cut = cut(request, terms, wanted * terms.worst());
        Instrument instrument = request.instrument();
        double fitting = cut.isCut() ? Math.min(wanted, cut.amount() / terms.worst()) : wanted;
        Decimal lots = Decimal.roundedToMultiple(fitting, instrument.lotSize(), RoundingMode.DOWN);
        if (isCashBinding && request.intent().side() == Side.BUY) {
            Decimal cash = freeCash.left(request.moment());
            Decimal unitCost = freeCash.unitCost(terms.price());
            if (lots.times(unitCost).isGreaterThan(cash)) {
                lots = wholeLots(cash.max(Decimal.ZERO), unitCost, instrument.lotSize());
                cut.because(ReasonCode.INSUFFICIENT_CASH);
            }
        }
        if (lots.isZero()) {
            return cut.refusing(ReasonCode.BELOW_LOT);
        }
        return isWorthLess(lots, terms, instrument)
                ? cut.refusing(ReasonCode.BELOW_MIN_NOTIONAL)
                : cut.granting(OrderSize.units(lots));
    }

    private Ruling spend(Request request, Terms terms, Decimal wanted) {
        Cut cut = cut(request, terms, wanted.toDouble());
        Instrument instrument = request.instrument();
        Decimal amount = cut.isCut()
                ? Decimal.roundedToMultiple(cut.amount(), FINE_STEP, RoundingMode.DOWN)
                        .min(wanted)
                : wanted;
        if (isCashBinding) {
            Decimal cash = freeCash.left(request.moment());
            if (amount.isGreaterThan(cash)) {
                amount = cash.max(Decimal.ZERO);
                cut.because(ReasonCode.INSUFFICIENT_CASH);
            }
        }
        Decimal unitCost = freeCash.unitCost(terms.price());
        if (instrument.lotSize().times(unitCost).isGreaterThan(amount)) {
            return cut.refusing(ReasonCode.BELOW_LOT);
        }
        boolean isWorthLess = instrument.minNotional().isPositive()
                && isWorthLess(wholeLots(amount, unitCost, instrument.lotSize()), terms, instrument);
        return isWorthLess ? cut.refusing(ReasonCode.BELOW_MIN_NOTIONAL) : cut.granting(OrderSize.spend(amount));
    }

    /** Lowers a worst-case notional to the limits of exposure and of loss at the stop. */
    private Cut cut(Request request, Terms terms, double notional) {
        OrderIntent intent = request.intent();
        double marked = request.moment().portfolio().markedEquity();
        double equity = marked < Double.POSITIVE_INFINITY ? marked : 0;
        Cut cut = new Cut(notional);
        double gross = limits.maxLeverage() * equity;
        double single = limits.sizing().maxPositionShare() * equity;
        cut.to(worstCase.grossRoom(intent.instrument(), intent.side(), gross), ReasonCode.MAX_LEVERAGE);
        cut.to(worstCase.room(intent.instrument(), intent.side(), single), ReasonCode.MAX_POSITION);
        if (terms.distance() > 0) {
            double unitsPerLoss = terms.worst() / terms.distance();
            double heatRoom = limits.maxPortfolioRisk() * equity - worstCase.heat();
            cut.to(limits.sizing().riskPerTradeCap() * equity * unitsPerLoss, ReasonCode.TRADE_RISK);
            cut.to(heatRoom * unitsPerLoss, ReasonCode.PORTFOLIO_HEAT);
        }
        return cut;
    }

    private static boolean isWorthLess(Decimal lots, Terms terms, Instrument instrument) {
        return instrument.minNotional().isPositive()
                && lots.times(terms.price()).isLessThan(instrument.minNotional());
    }

    private static Decimal wholeLots(Decimal cash, Decimal unitCost, Decimal lot) {
        return cash.dividedBy(unitCost, lot.scale(), RoundingMode.DOWN).roundToMultiple(lot, RoundingMode.DOWN);
    }
}
