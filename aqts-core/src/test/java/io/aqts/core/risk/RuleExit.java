package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;

/** The way out of a position past a rule, through the gate. */
public final class RuleExit {

    private RuleExit() {}

    /** {@return whether the gate lets all of a position be closed while a rule is in force} */
    public static boolean isOpen(LayerContext context, RiskRule rule) {
        RiskGate gate = Fixtures.gate(context, new Rulebook(context, List.of(rule)), Instrument::limits);
        Decimal held = context.universe().instrument(0).lotSize().times(Decimal.of(7));
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < context.universe().size(); i++) {
            positions.add(i == 0 ? Fixtures.holding(held.toString(), 100) : Fixtures.flat(100));
        }
        RiskState state = rule instanceof RiskTrigger trigger ? trigger.demandedState() : RiskState.NORMAL;
        Portfolio portfolio = Fixtures.portfolio(state, "100000", positions, List.of());
        GateResult result = Fixtures.judge(gate, portfolio, OrderIntent.close(0, Side.SELL, ReasonCode.REQUESTED));
        return result.isApproved() && result.orders().get(0).order().size().equals(OrderSize.units(held));
    }
}
