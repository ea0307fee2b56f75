package io.aqts.core.analyse;

import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderType;
import io.aqts.trade.Pricing;
import io.aqts.trade.Trail;

/** The canonical form of the conditions an order trades on: its prices, its lifetime and its handling. */
@SuppressWarnings("EnumOrdinal")
final class ConditionForm {

    private final DigestBuffer out;

    ConditionForm(DigestBuffer out) {
        this.out = out;
    }

    void type(OrderType type) {
        out.mark(letter(type));
        out.exact(type.limit());
        out.exact(type.trigger());
        if (type instanceof OrderType.TrailingStop trailing) {
            trail(trailing.trail());
        }
    }

    void pricing(Pricing pricing) {
        out.mark(letter(pricing));
        out.belief(pricing instanceof Pricing.AtMarket market ? market.maxSlippageBps() : pricing.limit());
        out.belief(pricing.trigger());
        if (pricing instanceof Pricing.Trailing trailing) {
            trail(trailing.trail());
        }
    }

    void lifetime(Lifetime lifetime) {
        out.text(lifetime.timeInForce().name());
        out.number(lifetime.untilNanos());
    }

    void handling(Handling handling) {
        out.flag(handling.reduceOnly());
        out.flag(handling.postOnly());
        exactOrNothing(handling.displayQuantity());
        link(handling.link());
    }

    void instructions(Instructions instructions) {
        out.flag(instructions.reduceOnly());
        out.flag(instructions.postOnly());
        out.belief(instructions.displayQuantity());
        link(instructions.link());
    }

    private void exactOrNothing(Decimal quantity) {
        out.flag(quantity.isPositive());
        if (quantity.isPositive()) {
            out.exact(quantity);
        }
    }

    private void link(OrderLink link) {
        out.text(link.role().name());
        out.number(link.list());
    }

    private void trail(Trail trail) {
        if (trail instanceof Trail.ByPrice by) {
            out.mark('P');
            out.exact(by.offset());
        } else if (trail instanceof Trail.ByBps by) {
            out.mark('B');
            out.belief(by.bps());
        } else if (trail instanceof Trail.ByAtr by) {
            out.mark('A');
            out.belief(by.multiple());
            out.count(by.period());
        }
    }

    private static char letter(OrderType type) {
        if (type instanceof OrderType.Market) {
            return 'M';
        }
        if (type instanceof OrderType.Limit) {
            return 'L';
        }
        if (type instanceof OrderType.Stop) {
            return 'S';
        }
        if (type instanceof OrderType.StopLimit) {
            return 's';
        }
        if (type instanceof OrderType.MarketIfTouched) {
            return 'I';
        }
        return type instanceof OrderType.LimitIfTouched ? 'i' : 'T';
    }

    private static char letter(Pricing pricing) {
        if (pricing instanceof Pricing.AtMarket) {
            return 'M';
        }
        if (pricing instanceof Pricing.AtLimit) {
            return 'L';
        }
        if (pricing instanceof Pricing.OnStop) {
            return 'S';
        }
        if (pricing instanceof Pricing.OnStopLimit) {
            return 's';
        }
        if (pricing instanceof Pricing.IfTouched) {
            return 'I';
        }
        return pricing instanceof Pricing.IfTouchedLimit ? 'i' : 'T';
    }
}
