package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.config.FeeConfig;
import io.aqts.config.FeeTier;
import io.aqts.trade.Decimal;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the gate approves in an account that may not borrow is paid for, whatever the venue charges. */
class FeesWithinCashTest {

    @Test
    void f5_whatEachOrderPaysOnceIsKeptBack() {
        staysWithinItsCash(f -> f.fixed(x -> x.perOrder(Decimal.of(40)).minimum(Decimal.of(70))));
    }

    @Test
    void f5_whatEachUnitPaysIsKeptBack() {
        staysWithinItsCash(f -> f.fixed(x -> x.perUnit(Decimal.of("0.9"))));
    }

    @Test
    void f6_theDearestTierIsKeptBack() {
        staysWithinItsCash(f -> f.makerBps(0).takerBps(0).tiers(List.of(new FeeTier(Decimal.of(100), 300, 300))));
    }

    @Test
    void f5_whatEachFillPaysIsKeptBackForEveryLot() {
        staysWithinItsCash(f -> f.fixed(x -> x.perFill(Decimal.of("0.001"))));
    }

    /** Buys all it can, in units, and sells it again, over and over, at a price that stands still. */
    private static void staysWithinItsCash(UnaryOperator<FeeConfig.Builder> fees) {
        double[] closes = new double[40];
        Arrays.fill(closes, 100);
        int fills = 0;
        try (Orchestrator aqts = Aqts.backtest(context -> Feed.of(closes))
                .config(c -> c.risk(r -> r.shortAllowed(false).maxLeverage(1))
                        .execution(e -> e.fees(fees).halfSpreadBps(0).partialFillProbability(0)))
                .detector(context -> snapshot -> List.of())
                .risk(context -> (decision, snapshot, portfolio) ->
                        List.of(new RiskVerdict.Approved(wanted(portfolio), List.of())))
                .build()) {
            for (Optional<Step> step = aqts.next(); step.isPresent(); step = aqts.next()) {
                fills += step.get().fills().size();
                assertThat(step.get().portfolio().cash().signum()).isNotNegative();
            }
        }
        assertThat(fills).isGreaterThan(3);
    }

    private static OrderIntent wanted(Portfolio portfolio) {
        return portfolio.position(0).isFlat()
                ? OrderIntent.open(0, Side.BUY, Sizing.units(1e9))
                : OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL);
    }
}
