package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.ImpactConfig;
import io.aqts.config.ImpactKind;
import io.aqts.market.Bar;
import io.aqts.market.MarketEvent;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ImpactTest {

    private static final Decimal TICK = Decimal.of("0.01");
    private static final Grid GRID = new Grid(Trading.COIN);

    @Test
    void theSquareRootIsThatOfTheShareOfTheVolume() {
        assertThat(ImpactModel.squareRoot(0.8).share(0.25, 0.02)).isEqualTo(0.8 * 0.02 * 0.5, within(1e-15));
        assertThat(ImpactModel.squareRoot(0.8).share(0, 0.02)).isZero();
    }

    @Test
    void theLinearModelPaysHalfOfWhatStaysAndAllOfWhatPasses() {
        assertThat(ImpactModel.linear(0.3, 0.1).share(0.25, 0.02)).isEqualTo(0.25 * 0.02 * 0.25, within(1e-15));
    }

    @Test
    void theVolatilityIsTheGreaterOfClosesAndRanges() {
        Impact ranges = seen(1, new double[] {100, 110, 100, 100, 50});
        double parkinson = StrictMath.log(1.1) / Math.sqrt(4 * StrictMath.log(2));
        assertThat(ranges.share(Decimal.of(50)).toDouble()).isEqualTo(parkinson, within(1e-9));

        Impact closes = seen(2, new double[] {100, 100, 100, 100, 50}, new double[] {120, 120, 120, 120, 50});
        assertThat(closes.share(Decimal.of(50)).toDouble())
                .isEqualTo(Math.sqrt(StrictMath.log(1.2) * StrictMath.log(1.2) / 2), within(1e-9));
    }

    @Test
    void theWindowForgetsOldBars() {
        double[] wild = {100, 200, 50, 100, 1};
        double[] quiet = {100, 101, 100, 100, 10};
        Impact late = seen(3, wild, wild, quiet, quiet, quiet);
        Impact fresh = seen(3, quiet, quiet, quiet);

        assertThat(late.share(Decimal.ONE)).isEqualTo(fresh.share(Decimal.ONE));
    }

    @Test
    void withoutVolumesAFillCountsAsLargeAsABar() {
        Impact silent = seen(1, new double[] {100, 110, 100, 100, 0});
        Impact equal = seen(1, new double[] {100, 110, 100, 100, 7});

        assertThat(silent.share(Decimal.of(1_000))).isEqualTo(equal.share(Decimal.of(7)));
    }

    @Property
    void isNeverBetterThanWithoutAndNeverCheaperForMore(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 500) Integer> prices,
            @ForAll @IntRange(min = 0, max = 1_000) int volume,
            @ForAll @IntRange(min = 1, max = 1_000_000) int lots,
            @ForAll @IntRange(min = 1, max = 1_000_000) int more,
            @ForAll @DoubleRange(min = 0, max = 50) double coefficient,
            @ForAll boolean root,
            @ForAll Side side) {
        ImpactModel model =
                root ? ImpactModel.squareRoot(coefficient) : ImpactModel.linear(coefficient, coefficient / 3);
        Impact impact = new Impact(model, 5, GRID);
        for (int i = 0; i < prices.size(); i++) {
            double price = prices.get(i);
            impact.see(new Bar(i + 1L, 1, price, price + i, price / (1 + i), price, volume));
        }
        Decimal price = Decimal.of(prices.get(0));

        Decimal few = impact.moved(side, price, Decimal.of(lots, 3));
        Decimal many = impact.moved(side, price, Decimal.of(lots + (long) more, 3));

        assertThat(side.sign() * few.compareTo(price)).isNotNegative();
        assertThat(side.sign() * many.compareTo(few)).isNotNegative();
        assertThat(few.signum()).isNotNegative();
        assertThat(few.isMultipleOf(TICK)).isTrue();
    }

    @Test
    void aTakerPaysItBeyondTheSpreadAndAMakerDoesNot() {
        Trading trading = moving(e -> e.kind(ImpactKind.LINEAR).permanent(0).temporary(1));
        trading.submit(market(Side.BUY, "5"));
        trading.submit(TestOrders.limit(Side.BUY, "5", "95"));

        List<Fill> fills = trading.bar(100, 110, 90, 100);

        double sigma = StrictMath.log(110.0 / 90) / Math.sqrt(4 * StrictMath.log(2));
        assertThat(fills)
                .extracting(fill -> fill.context().liquidity())
                .containsExactly(Liquidity.TAKER, Liquidity.MAKER);
        assertThat(fills.get(1).price()).isEqualTo(Decimal.of(95));
        assertThat(fills.get(0).price().toDouble()).isEqualTo(100 * (1 + sigma * 0.5), within(0.01));
    }

    @Test
    void aRestingOrderFillsAtItsPrice() {
        Trading trading = moving(e -> e.kind(ImpactKind.SQUARE_ROOT));
        trading.submit(TestOrders.limit(Side.BUY, "5", "95"));
        trading.flat(100);

        assertThat(trading.bar(100, 100, 90, 92)).extracting(Fill::price).containsExactly(Decimal.of(95));
    }

    @Test
    void d11_pricesThatSizeMovesLieOnTheNewTick() {
        Trading trading = moving(e -> e.kind(ImpactKind.LINEAR).permanent(0).temporary(1));
        trading.submit(market(Side.BUY, "5"));
        MarketEvent change = new MarketEvent.GridChange(trading.nowNanos, Decimal.of("0.5"), Decimal.ONE);

        List<Fill> fills = trading.barWith(new double[] {100, 110, 90, 100}, change);

        double sigma = StrictMath.log(110.0 / 90) / Math.sqrt(4 * StrictMath.log(2));
        Decimal moved = Decimal.roundedToMultiple(100 * (1 + sigma * 0.5), Decimal.of("0.5"), RoundingMode.CEILING);
        assertThat(fills).extracting(Fill::price).containsExactly(moved);
    }

    @Test
    void anOrderStopsFillingAtItsLimit() {
        Trading trading = moving(e -> e.kind(ImpactKind.LINEAR).permanent(0).temporary(1));
        trading.submit(TestOrders.limit(Side.BUY, "100", "102"));

        List<Fill> fills = trading.bar(100, 110, 90, 100);

        double sigma = StrictMath.log(110.0 / 90) / Math.sqrt(4 * StrictMath.log(2));
        assertThat(fills).hasSize(1);
        assertThat(fills.get(0).price()).isEqualTo(Decimal.of(102));
        assertThat(fills.get(0).quantity().toDouble()).isEqualTo(10 * 0.02 / sigma, within(0.01));
    }

    @Test
    void anImmediateOrderThatItsOwnSizeDrivesBeyondTheLimitIsCanceledForTheRest() {
        Trading trading = moving(e -> e.kind(ImpactKind.LINEAR).permanent(0).temporary(1));
        trading.submit(TestOrders.immediate(TestOrders.limit(Side.BUY, "100", "102")));
        trading.bar(100, 110, 90, 100);

        assertThat(trading.held().isPositive()).isTrue();
        assertThat(trading.last())
                .isInstanceOfSatisfying(
                        ExecutionEvent.Canceled.class,
                        canceled -> assertThat(canceled.reason()).isEqualTo(ReasonCode.NO_LIQUIDITY));
    }

    @Test
    void anAmountIsNotOverspentThoughItsSizeMovesThePrice() {
        Trading trading = moving(e -> e.kind(ImpactKind.SQUARE_ROOT).coefficient(2));
        trading.submit(TestOrders.spend("5000"));
        List<Fill> fills = trading.bar(100, 110, 90, 100);

        assertThat(fills).isNotEmpty();
        assertThat(fills.get(0).notional()).isLessThanOrEqualTo(Decimal.of(5000));
        assertThat(fills.get(0).notional()).isGreaterThan(Decimal.of(4990));
        assertThat(fills.get(0).price()).isGreaterThan(Decimal.of(110));
    }

    @Test
    void aStopPaysItAsWell() {
        Trading plain = moving(e -> e);
        Trading moved = moving(e -> e.kind(ImpactKind.SQUARE_ROOT));
        List<Fill> stops = new ArrayList<>();
        for (Trading trading : List.of(plain, moved)) {
            trading.submit(TestOrders.protectedBy(market(Side.BUY, "5"), "95", "0", 0));
            trading.flat(100);
            stops.addAll(trading.bar(100, 100, 90, 92));
        }

        assertThat(stops).extracting(fill -> fill.context().cause()).containsOnly(ReasonCode.STOP);
        assertThat(stops.get(0).price()).isEqualTo(Decimal.of(95));
        assertThat(stops.get(1).price()).isLessThan(Decimal.of(95));
    }

    @Test
    void aTargetTakenAfterTheEntryIsNeverWorseThanTheTarget() {
        Trading trading = moving(e -> e.kind(ImpactKind.SQUARE_ROOT).coefficient(3));
        trading.submit(TestOrders.protectedBy(TestOrders.limit(Side.BUY, "9", "99"), "0", "98.5", 0));
        trading.flat(100);
        List<Fill> fills = trading.bar(100, 101, 95, 101);

        assertThat(fills).extracting(Fill::side).containsExactly(Side.BUY, Side.SELL);
        assertThat(fills.get(1).price()).isEqualTo(Decimal.of("98.5"));
    }

    @Test
    void refusesCoefficientsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImpactModel.squareRoot(Double.NaN))
                .withMessage("impact.coefficient must be finite and zero or more, but was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> ImpactModel.linear(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ImpactModel.linear(0, Double.POSITIVE_INFINITY));
    }

    private static Trading moving(UnaryOperator<ImpactConfig.Builder> change) {
        return Trading.with(e -> e.impact(change));
    }

    /** An impact of the square root that saw bars of open, high, low, close and volume. */
    private static Impact seen(int window, double[]... bars) {
        Impact impact = new Impact(ImpactModel.squareRoot(1), window, GRID);
        long now = 0;
        for (double[] bar : bars) {
            now++;
            impact.see(new Bar(now, 1, bar[0], bar[1], bar[2], bar[3], bar[4]));
        }
        return impact;
    }
}
