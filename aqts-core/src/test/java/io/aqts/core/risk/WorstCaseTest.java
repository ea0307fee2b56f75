package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worst a portfolio can come to once all that is ordered is filled. */
class WorstCaseTest {

    private static final Position LONG = holding("2", 100);
    private static final Position SHORT = holding("-2", 100);
    private static final Position NONE = flat(100);

    private double price = 100;
    private double worth = 100;

    @Test
    void whateverIsAskedFirstCountsWhatIsHeld() {
        assertThat(begun(LONG).exposure(0, Side.BUY)).isEqualTo(200);
        assertThat(begun(LONG).exposure(0, Side.SELL)).isEqualTo(-200);
        assertThat(begun(LONG).grossRoom(0, Side.BUY, 1_000)).isEqualTo(800);
        assertThat(begun(SHORT).grossRoom(1, Side.BUY, 1_000)).isEqualTo(800);
        assertThat(begun(LONG).room(0, Side.BUY, 1_000)).isEqualTo(800);
        assertThat(begun(LONG).room(0, Side.SELL, 1_000)).isEqualTo(1_200);
        WorstCase added = begun(LONG);
        added.add(1, Side.BUY, 50, 5);
        assertThat(added.grossRoom(1, Side.BUY, 1_000)).isEqualTo(750);
        assertThat(added.heat()).isEqualTo(5);
    }

    @Test
    void aPositionLosesWhatLiesBetweenItsPriceAndItsStop() {
        worth = 200;
        assertThat(stopped(LONG, Side.BUY, 90).heat()).isEqualTo(40);
        assertThat(stopped(LONG, Side.BUY, 90).heat(0, Side.BUY)).isEqualTo(40);
        assertThat(stopped(LONG, Side.BUY, 90).heat(0, Side.SELL)).isZero();
        assertThat(stopped(SHORT, Side.SELL, 110).heat(0, Side.SELL)).isEqualTo(40);
        assertThat(stopped(SHORT, Side.SELL, 110).heat(0, Side.BUY)).isZero();
        assertThat(stopped(SHORT, Side.BUY, 90).heat())
                .as("the stop of the other side")
                .isZero();
        assertThat(begun(LONG).heat()).as("without a stop").isZero();
        assertThat(stopped(LONG, Side.BUY, 110).heat()).as("a gain is no loss").isZero();
    }

    @Test
    void theFarthestStopOfASideCounts() {
        WorstCase lower = stopped(LONG, Side.BUY, 90);
        lower.expectStop(0, Side.BUY, 95);
        assertThat(lower.heat()).isEqualTo(20);
        WorstCase higher = stopped(SHORT, Side.SELL, 110);
        higher.expectStop(0, Side.SELL, 105);
        assertThat(higher.heat()).isEqualTo(20);
    }

    @Test
    void stopsMoveWithASplit() {
        WorstCase bought = stopped(LONG, Side.BUY, 90);
        bought.split(0, 2);
        assertThat(bought.heat()).isEqualTo(110);
        WorstCase sold = stopped(SHORT, Side.SELL, 110);
        sold.split(0, 0.5);
        assertThat(sold.heat()).isEqualTo(240);
    }

    @Test
    void aStopIsForgottenWithTheLastThatNeededIt() {
        WorstCase worst = stopped(LONG, Side.BUY, 90);
        assertThat(worst.heat()).isEqualTo(20);
        worst.recount(portfolio(NONE));
        assertThat(worst.heat()).isZero();
        worst.recount(portfolio(LONG));
        assertThat(worst.heat()).as("a new position").isZero();
    }

    @Test
    void aStopIsKeptWhileAnOrderWaits() {
        ApprovedOrder order = Fixtures.judge(
                        Fixtures.gate(Fixtures.context(r -> r, Fixtures.BTC, Fixtures.ETH)),
                        Fixtures.portfolio("100000", NONE, NONE),
                        OrderIntent.open(0, Side.BUY, Sizing.units(1)))
                .orders()
                .get(0);
        WorstCase worst = new WorstCase(2);
        worst.expectStop(0, Side.BUY, 90);
        Portfolio waiting = Fixtures.portfolio(
                RiskState.NORMAL, "1000", List.of(NONE, NONE), List.of(new OpenOrder(order, Decimal.of("0.25"))));
        worst.begin(waiting, Fixtures.quiet(1, 2), marks(), List.of());
        assertThat(worst.purchases()).isEqualTo(75);
        worst.recount(portfolio(LONG));
        assertThat(worst.heat()).isEqualTo(20);

        worst.begin(portfolio(NONE), Fixtures.quiet(1, 2), marks(), List.of(order));
        assertThat(worst.approved()).containsExactly(order);
        assertThat(worst.purchases()).isEqualTo(100);
    }

    @Test
    void whatReducesThePositionMayTurnItAsFarAsTheLimit() {
        assertThat(begun(LONG).room(0, Side.SELL, 200)).isEqualTo(400);
        assertThat(begun(LONG).grossRoom(0, Side.SELL, 200)).isEqualTo(400);
        assertThat(begun(LONG).room(0, Side.SELL, 199)).isZero();
        assertThat(begun(LONG).grossRoom(0, Side.SELL, 199)).isZero();
    }

    @Test
    void ordersAddUpOnTheirSides() {
        WorstCase worst = begun(LONG);
        worst.add(1, Side.BUY, 50, 3);
        worst.add(1, Side.BUY, 50, 4);
        worst.add(0, Side.SELL, 50, 5);
        worst.add(0, Side.SELL, 10, -1);

        assertThat(worst.purchases()).isEqualTo(100);
        assertThat(worst.exposure(0, Side.SELL)).isEqualTo(-140);
        assertThat(worst.exposure(0, Side.BUY)).isEqualTo(200);
        assertThat(worst.exposure(1, Side.BUY)).isEqualTo(100);
        assertThat(worst.grossRoom(0, Side.BUY, 1_000)).isEqualTo(700);
        assertThat(worst.heat()).isEqualTo(12);
        assertThat(worst.heat(1, Side.BUY)).isEqualTo(7);
        assertThat(worst.heat(0, Side.SELL)).isEqualTo(5);
    }

    @Test
    void aSumLosesForTheUnitsItBuys() {
        worth = 200;
        assertThat(ordered(Side.BUY, OrderSize.spend(Decimal.of(300)), 90).heat())
                .isEqualTo(60);
        assertThat(ordered(Side.BUY, OrderSize.units(Decimal.of(3)), 90).heat()).isEqualTo(60);
        assertThat(ordered(Side.SELL, OrderSize.units(Decimal.of(3)), 110).heat())
                .isEqualTo(60);
        assertThat(ordered(Side.BUY, OrderSize.units(Decimal.of(3)), 0).heat()).isZero();
        assertThat(ordered(Side.BUY, OrderSize.spend(Decimal.of(300)), 90).exposure(0, Side.BUY))
                .isEqualTo(600);
    }

    @Test
    void aSumWithoutAPriceMayBeLostWhole() {
        price = 0;
        worth = 0;
        assertThat(ordered(Side.BUY, OrderSize.spend(Decimal.of(40)), 90).heat())
                .isEqualTo(40);
    }

    @Test
    void whatHasNoPriceIsWorthMoreThanAnyLimit() {
        price = 0;
        worth = 0;
        assertThat(ordered(Side.BUY, OrderSize.units(Decimal.ONE), 0).exposure(0, Side.BUY))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(begun(LONG).exposure(0, Side.BUY)).isEqualTo(Double.POSITIVE_INFINITY);
        price = 100;
        assertThat(begun(LONG).exposure(0, Side.BUY)).as("an unknown rate").isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void whatOnlyReducesAddsNothing() {
        WorstCase worst = begun(LONG);
        worst.add(order(Side.BUY, OrderSize.units(Decimal.ONE), 0, Handling.REDUCE_ONLY), Decimal.ZERO);
        assertThat(worst.exposure(0, Side.BUY)).isEqualTo(200);
        worst.add(order(Side.BUY, OrderSize.units(Decimal.ONE), 0, Handling.PLAIN), Decimal.ZERO);
        assertThat(worst.exposure(0, Side.BUY)).isEqualTo(300);
    }

    private WorstCase ordered(Side side, OrderSize size, double stop) {
        WorstCase worst = begun(NONE);
        worst.add(order(side, size, stop, Handling.PLAIN), Decimal.ZERO);
        return worst;
    }

    private static Order order(Side side, OrderSize size, double stop, Handling handling) {
        Bracket bracket = new Bracket(Decimal.fromDouble(stop), Decimal.ZERO, 0);
        return new Order(0, side, size, OrderType.market(), Lifetime.GTC, handling, bracket, ReasonCode.SIGNAL);
    }

    private WorstCase stopped(Position position, Side side, double stop) {
        WorstCase worst = begun(position);
        worst.expectStop(0, side, stop);
        return worst;
    }

    private WorstCase begun(Position position) {
        WorstCase worst = new WorstCase(2);
        worst.begin(portfolio(position), Fixtures.quiet(1, 2), marks(), List.of());
        return worst;
    }

    private static Portfolio portfolio(Position position) {
        return Fixtures.portfolio("1000", position, NONE);
    }

    private Marks marks() {
        return new Marks() {
            @Override
            public double price(int instrument) {
                return price;
            }

            @Override
            public double unitValue(int instrument) {
                return worth;
            }
        };
    }
}
