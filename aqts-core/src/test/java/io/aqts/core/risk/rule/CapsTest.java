package io.aqts.core.risk.rule;

import static io.aqts.core.risk.rule.Stage.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.RiskCandidate;
import io.aqts.config.CapConfig;
import io.aqts.signal.Forecast;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapsTest {

    private final Stage stage = new Stage();

    @Test
    void boundsOnePositionByAShareOfEquityOrByAnAmount() {
        PositionValueCap share = new PositionValueCap(CapConfig.share(0.2));
        PositionValueCap amount = new PositionValueCap(CapConfig.amount(5_000));

        assertThat(share.reason()).isEqualTo(ReasonCode.POSITION_CAP);
        assertThat(stage.allowed(share)).isEqualTo(200);
        assertThat(stage.allowed(amount)).isEqualTo(50);
        assertThat(stage.holding(0, 15_000).holding(1, 90_000).allowed(share)).isEqualTo(50);
        assertThat(stage.holding(0, 20_000).allowed(share)).isZero();
        assertThat(stage.holding(0, 21_000).allowed(share)).isNegative();
    }

    @Test
    void countsWhatMayBeSoldTooAgainstAPosition() {
        PositionValueCap cap = new PositionValueCap(CapConfig.amount(5_000));
        stage.bought[0] = 1_000;
        stage.sold[0] = 5_000;
        assertThat(stage.allowed(cap)).isEqualTo(40);

        stage.sold[0] = 5_000.01;
        assertThat(stage.allowed(cap)).isZero();
    }

    @Test
    void countsAUnitAtItsPriceOrTheMarkWhicheverIsHigherAndInTheCurrencyOfAccount() {
        PositionValueCap cap = new PositionValueCap(CapConfig.amount(5_000));
        stage.factors[0] = 10;

        assertThat(cap.allowedQuantity(at(125))).isCloseTo(4, within(1e-12));
        assertThat(cap.allowedQuantity(at(80))).isCloseTo(5, within(1e-12));
    }

    @Test
    void allowsNothingOfAShareOfNoEquityButAnAmountAllTheSame() {
        for (double equity : new double[] {0, -5, Double.NaN, Double.POSITIVE_INFINITY}) {
            stage.equity(equity);
            assertThat(stage.allowed(new PositionValueCap(CapConfig.share(0.2))))
                    .isZero();
            assertThat(stage.allowed(new NetCap(CapConfig.share(0.2), 3))).isZero();
            assertThat(stage.allowed(new PositionValueCap(CapConfig.amount(100))))
                    .isEqualTo(1);
        }
    }

    @Test
    void boundsTheSumOfAGroupAndLeavesOthersAlone() {
        GroupCap cap = new GroupCap(ReasonCode.CLUSTER_CAP, CapConfig.share(0.08), List.of(true, true, false));
        stage.holding(1, -3_000).holding(2, 90_000);

        assertThat(cap.reason()).isEqualTo(ReasonCode.CLUSTER_CAP);
        assertThat(stage.allowed(cap)).isEqualTo(50);
        assertThat(cap.allowedQuantity(stage.selling(1))).isEqualTo(50);
        assertThat(cap.allowedQuantity(stage.candidate(2, Side.BUY, 1))).isEqualTo(ALL);
        stage.holding(0, 2_000);
        assertThat(stage.allowed(cap)).isEqualTo(30);
        assertThat(stage.holding(1, 8_000.5).allowed(cap)).isNegative();
    }

    @Test
    void boundsLongLessShortEitherWay() {
        NetCap cap = new NetCap(CapConfig.amount(10_000), 3);
        stage.holding(0, 4_000).holding(1, -7_000).holding(2, 1_000);

        assertThat(cap.reason()).isEqualTo(ReasonCode.NET_CAP);
        assertThat(stage.allowed(cap)).isEqualTo(120);
        assertThat(cap.allowedQuantity(stage.selling(1))).isEqualTo(80);
    }

    @Test
    void letsAPositionGrowButNoOtherBeAddedToTheMost() {
        PositionCountCap cap = new PositionCountCap(2, 3);

        assertThat(cap.reason()).isEqualTo(ReasonCode.TOO_MANY_POSITIONS);
        assertThat(stage.holding(1, 1).allowed(cap)).isEqualTo(ALL);
        assertThat(stage.holding(2, -1).allowed(cap)).isZero();
        assertThat(cap.allowedQuantity(stage.candidate(2, Side.SELL, 1))).isEqualTo(ALL);
        stage.holding(1, 0).holding(2, 0);
        stage.sold[1] = 5;
        stage.bought[2] = 5;
        assertThat(stage.allowed(cap)).as("orders count like positions").isZero();
    }

    @Test
    void bindsNoMoreThanAShareOfEquityAsMargin() {
        MarginGate gate = new MarginGate(Settings.margin(0.1, 0.3, 0.25), 3);
        stage.holding(1, -200_000);
        gate.onStep(stage);

        assertThat(gate.reason()).isEqualTo(ReasonCode.MARGIN);
        assertThat(stage.allowed(gate)).isEqualTo(1_000);
        stage.holding(0, 50_000);
        assertThat(stage.allowed(gate)).isEqualTo(500);
    }

    @Test
    void opensNothingFromTheUpperShareOfMarginUntilBelowTheLowerOne() {
        MarginGate gate = new MarginGate(Settings.margin(0.1, 0.3, 0.25), 3);

        assertThat(afterBinding(gate, 299_999)).isPositive();
        assertThat(afterBinding(gate, 300_000)).isZero();
        assertThat(afterBinding(gate, 250_000)).isZero();
        assertThat(afterBinding(gate, 249_999)).isPositive();
        assertThat(afterBinding(gate, 299_999)).isPositive();
        stage.equity(Double.NaN);
        assertThat(afterBinding(gate, 0)).isZero();
    }

    private double afterBinding(MarginGate gate, double worth) {
        stage.holding(1, worth);
        gate.onStep(stage);
        return stage.allowed(gate);
    }

    private RiskCandidate at(double price) {
        return new RiskCandidate(0, Side.BUY, 1e9, price, 0, Forecast.NONE, stage);
    }
}
