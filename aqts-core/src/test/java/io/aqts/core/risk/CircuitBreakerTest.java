package io.aqts.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.BreakerConfig;
import io.aqts.testkit.TestMint;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RestrictionCause;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    @Test
    void tripsExactlyAtItsShares() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);

        assertThat(breaker.update(100_000, 0)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(93_000.01, 1)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(93_000, 2)).isEqualTo(RiskState.REDUCING);
        assertThat(breaker.update(90_000.01, 3)).isEqualTo(RiskState.REDUCING);
        assertThat(breaker.update(90_000, 4)).isEqualTo(RiskState.HALTED);
    }

    @Test
    void countsLossesFromTheHighestEquity() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);
        breaker.update(100_000, 0);
        breaker.update(200_000, 1);

        assertThat(breaker.peak()).isEqualTo(200_000);
        assertThat(breaker.update(187_000, 2)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(186_000, 3)).isEqualTo(RiskState.REDUCING);
    }

    @Test
    void staysHaltedWhateverEquityDoes() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);
        breaker.update(100_000, 0);
        breaker.update(90_000, 1);

        assertThat(breaker.update(100_000, 2)).isEqualTo(RiskState.HALTED);
        assertThat(breaker.update(1_000_000, 3)).isEqualTo(RiskState.HALTED);
        assertThat(breaker.update(1_000_000, Long.MAX_VALUE)).isEqualTo(RiskState.HALTED);
    }

    @Test
    void staysReducingUntilTheWholeLossIsMadeGood() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);
        breaker.update(100_000, 0);
        breaker.update(93_000, 1);

        assertThat(breaker.update(99_999.99, 2)).isEqualTo(RiskState.REDUCING);
        assertThat(breaker.update(100_000, 3)).isEqualTo(RiskState.NORMAL);
    }

    @Test
    void countsAnewOnceAHaltHasCooledOffInEventTime() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ofHours(1));
        breaker.update(100_000, 0);
        breaker.update(85_000, 10);

        assertThat(breaker.update(85_000, HOUR + 9)).isEqualTo(RiskState.HALTED);
        assertThat(breaker.update(84_000, HOUR + 10)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.peak()).isEqualTo(84_000);
        assertThat(breaker.update(80_000, HOUR + 11)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(75_600, HOUR + 12)).isEqualTo(RiskState.HALTED);
    }

    @Test
    void forgivesAReductionButNotWhatLeadsToAHalt() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ofHours(1));
        breaker.update(100_000, 0);
        breaker.update(92_000, 1);

        assertThat(breaker.update(92_000, HOUR + 1)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(90_001, HOUR + 2)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(90_000, HOUR + 3)).isEqualTo(RiskState.HALTED);
    }

    @Test
    void countsAnewOnceTheOperatorResumesSoThatItHaltsWhenThatIsFollowedByAnotherLoss() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);
        breaker.update(100_000, 0);
        breaker.update(50_000, 1);
        breaker.resume();

        assertThat(breaker.state()).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(50_000, 2)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(45_000, 3)).isEqualTo(RiskState.HALTED);
    }

    @Test
    void haltsOnEquityThatIsNoSoundNumber() {
        for (double bad : new double[] {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            CircuitBreaker fresh = breaker(1, 1, Duration.ZERO);
            CircuitBreaker used = breaker(1, 1, Duration.ZERO);
            used.update(100, 0);

            assertThat(fresh.update(bad, 1)).isEqualTo(RiskState.HALTED);
            assertThat(used.update(bad, 1)).isEqualTo(RiskState.HALTED);
        }
    }

    @Test
    void tripsOnceWhereALatchlessBreakerTripsAgainAndAgain() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);
        RiskState before = RiskState.NORMAL;
        int halts = 0;
        for (int i = 0; i < 1440; i++) {
            double equity = 100_000 - 10 * i + (i % 10 == 0 ? 0 : 12_000);
            RiskState now = breaker.update(equity, i);
            halts += now == RiskState.HALTED && before != RiskState.HALTED ? 1 : 0;
            before = now;
        }

        assertThat(halts).isEqualTo(1);
    }

    @Property(tries = 2000)
    void neverImprovesWithoutARule(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 85, max = 120) Double> equities) {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);
        RiskState before = RiskState.NORMAL;
        double reducedFrom = Double.POSITIVE_INFINITY;
        double peak = 0;
        for (int i = 0; i < equities.size(); i++) {
            double equity = equities.get(i);
            RiskState now = breaker.update(equity, i);
            if (before == RiskState.HALTED) {
                assertThat(now).isEqualTo(RiskState.HALTED);
            }
            if (before == RiskState.REDUCING && now == RiskState.NORMAL) {
                assertThat(equity).isGreaterThanOrEqualTo(reducedFrom);
            }
            if (now == RiskState.NORMAL) {
                peak = Math.max(peak, equity);
                assertThat((peak - equity) / peak).isLessThan(0.07);
            }
            reducedFrom = before == RiskState.NORMAL && now == RiskState.REDUCING ? peak : reducedFrom;
            before = now;
        }
    }

    @Test
    void closesEveryPositionWhenHaltedUnlessThatIsUnderWay() {
        Portfolio portfolio =
                Fixtures.portfolio("1000", Fixtures.holding("2", 100), Fixtures.flat(5), Fixtures.holding("-3", 50));
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);

        breaker.update(1000, 0);
        assertThat(breaker.exits(portfolio)).isEmpty();

        breaker.update(100, 1);
        assertThat(breaker.exits(portfolio))
                .extracting(Fixtures::intentOf)
                .containsExactly(
                        OrderIntent.close(0, Side.SELL, ReasonCode.CIRCUIT_BREAKER),
                        OrderIntent.close(2, Side.BUY, ReasonCode.CIRCUIT_BREAKER));
    }

    /** A small reduction in flight in every step must not keep the rest of a position open for ever. */
    @Test
    void closesWhatTheOrdersUnderWayLeaveOpen() {
        Portfolio holding = Fixtures.portfolio("1000", Fixtures.holding("2", 100));
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);
        breaker.update(1000, 0);
        breaker.update(100, 1);

        assertThat(breaker.exits(closing(holding, "0.5"))).hasSize(1);
        assertThat(breaker.exits(closing(holding, "2"))).isEmpty();
    }

    @Test
    void staysHaltedOnAnOperatorsWordUntilItMayResume() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ofHours(1));
        breaker.update(100_000, 0);
        breaker.halt();

        assertThat(breaker.update(100_000, 1)).isEqualTo(RiskState.HALTED);
        assertThat(breaker.update(200_000, 9 * HOUR)).as("after the cool-off").isEqualTo(RiskState.HALTED);

        breaker.resume();
        assertThat(breaker.update(100_000, 9 * HOUR + 1)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(90_000, 9 * HOUR + 2)).isEqualTo(RiskState.HALTED);
        assertThat(breaker.update(90_000, 10 * HOUR + 2))
                .as("the breaker's own halt")
                .isEqualTo(RiskState.NORMAL);
    }

    private static Portfolio closing(Portfolio holding, String units) {
        Order order = new Order(
                0,
                Side.SELL,
                OrderSize.units(Decimal.of(units)),
                OrderType.market(),
                Lifetime.GTC,
                Handling.REDUCE_ONLY,
                Bracket.NONE,
                ReasonCode.SIGNAL);
        OpenOrder open = new OpenOrder(new TestMint().approve(order, 1, Decimal.of(100)), Decimal.ZERO);
        return Fixtures.portfolio(RiskState.HALTED, "1000", holding.positions(), List.of(open));
    }

    @Test
    void tellsAnOperatorTheKillSwitchALossAndAnUnsoundEquityApart() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);
        breaker.update(100, 0);
        assertThat(breaker.causes()).isEmpty();
        breaker.update(87.5, 1);
        breaker.update(50, 2);
        RestrictionCause loss = new RestrictionCause.Drawdown(RiskState.HALTED, 0.125);
        assertThat(breaker.causes()).as("the loss that tripped it").containsExactly(loss);
        breaker.kill(KillSwitch.REDUCE_ONLY, ReasonCode.DAILY_LOSS);
        breaker.halt();
        assertThat(breaker.causes())
                .containsExactly(
                        new RestrictionCause.Operator(),
                        new RestrictionCause.Killed(KillSwitch.REDUCE_ONLY, ReasonCode.DAILY_LOSS),
                        loss);

        breaker.resume();
        assertThat(breaker.causes()).isEmpty();
        breaker.update(0, 3);
        assertThat(breaker.causes()).containsExactly(new RestrictionCause.UnsoundEquity(0));
    }

    @Test
    void anOperatorsHaltHidesNoLossAndNoUnsoundEquityThatComesUnderIt() {
        RestrictionCause operator = new RestrictionCause.Operator();
        CircuitBreaker fresh = breaker(0.07, 0.10, Duration.ZERO);
        fresh.update(100, 0);
        fresh.halt();
        fresh.update(75, 1);
        assertThat(fresh.causes()).containsExactly(operator, new RestrictionCause.Drawdown(RiskState.HALTED, 0.25));

        CircuitBreaker reducing = breaker(0.1, 0.20, Duration.ZERO);
        reducing.update(100, 0);
        reducing.update(87.5, 1);
        reducing.halt();
        assertThat(reducing.update(75, 2)).isEqualTo(RiskState.HALTED);
        assertThat(reducing.causes())
                .as("the worse loss")
                .containsExactly(operator, new RestrictionCause.Drawdown(RiskState.HALTED, 0.25));

        CircuitBreaker ruined = breaker(1, 1, Duration.ZERO);
        ruined.halt();
        ruined.update(0, 1);
        assertThat(ruined.causes()).containsExactly(operator, new RestrictionCause.UnsoundEquity(0));
    }

    @Test
    void aLossThatIsOverLeavesTheOperatorsHaltAsItWas() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ofHours(1));
        breaker.update(100, 0);
        breaker.halt();
        breaker.update(75, 1);

        assertThat(breaker.update(75, HOUR + 1)).isEqualTo(RiskState.HALTED);
        assertThat(breaker.causes()).containsExactly(new RestrictionCause.Operator());
        assertThat(breaker.closesAll()).isTrue();
    }

    @Test
    void resumingEndsTheOperatorsHaltAndTheLossUnderItAndCountsAnew() {
        CircuitBreaker breaker = breaker(0.07, 0.10, Duration.ZERO);
        breaker.update(100, 0);
        breaker.halt();
        breaker.update(75, 1);
        breaker.resume();

        assertThat(breaker.causes()).isEmpty();
        assertThat(breaker.closesAll()).isFalse();
        assertThat(breaker.update(75, 2)).isEqualTo(RiskState.NORMAL);
        assertThat(breaker.update(60, 3)).isEqualTo(RiskState.HALTED);
        assertThat(breaker.causes()).containsExactly(new RestrictionCause.Drawdown(RiskState.HALTED, 0.2));
    }

    @Test
    void hasNoCauseAnyMoreOnceTheLossIsMadeGood() {
        CircuitBreaker breaker = breaker(0.07, 0.5, Duration.ZERO);
        breaker.update(100, 0);
        breaker.update(75, 1);
        assertThat(breaker.causes()).containsExactly(new RestrictionCause.Drawdown(RiskState.REDUCING, 0.25));
        breaker.update(100, 2);
        assertThat(breaker.causes()).isEmpty();
    }

    private static CircuitBreaker breaker(double reduceAt, double haltAt, Duration coolOff) {
        return new CircuitBreaker(new BreakerConfig(reduceAt, haltAt, coolOff));
    }
}
