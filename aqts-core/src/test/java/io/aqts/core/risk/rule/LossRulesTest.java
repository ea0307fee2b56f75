package io.aqts.core.risk.rule;

import static io.aqts.core.risk.rule.Stage.ALL;
import static io.aqts.core.risk.rule.Stage.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.CapConfig;
import io.aqts.config.DrawdownTier;
import io.aqts.config.SevereLossConfig;
import io.aqts.config.StopOutConfig;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossRulesTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Stage stage = new Stage();

    @Test
    void h8_aLossOfTheDayIsLatchedUntilTheNextDayOfTheCalendar() {
        LossLimit limit = LossLimit.daily(CapConfig.share(0.05), UTC);
        see(limit, "2025-03-09T23:58:00Z", 100_000);
        see(limit, "2025-03-10T00:00:00Z", 99_000);
        see(limit, "2025-03-10T09:00:00Z", 95_000.01);
        assertThat(stage.allowed(limit)).isEqualTo(ALL);
        assertThat(limit.demandedState()).isEqualTo(RiskState.NORMAL);

        see(limit, "2025-03-10T09:01:00Z", 95_000);
        assertThat(stage.allowed(limit)).as("from the close of the day before").isZero();
        assertThat(limit.demandedState()).isEqualTo(RiskState.REDUCING);
        see(limit, "2025-03-10T23:59:59.999999999Z", 120_000);
        assertThat(stage.allowed(limit)).as("a recovery does not undo it").isZero();

        see(limit, "2025-03-11T00:00:00Z", 120_000);
        assertThat(stage.allowed(limit)).isEqualTo(ALL);
        see(limit, "2025-03-11T00:01:00Z", 114_000);
        assertThat(stage.allowed(limit)).isZero();
        assertThat(limit.reason()).isEqualTo(ReasonCode.DAILY_LOSS);
    }

    @Test
    void h8_aDayEndsAtMidnightOfItsZoneThroughSummerTime() {
        ZoneId newYork = ZoneId.of("America/New_York");
        LossLimit limit = LossLimit.daily(CapConfig.amount(1), newYork);
        see(limit, "2025-03-09T04:59:00Z", 100);
        see(limit, "2025-03-09T05:00:00Z", 90);
        assertThat(stage.allowed(limit)).isZero();
        see(limit, "2025-03-10T03:59:59Z", 90);
        assertThat(stage.allowed(limit)).as("a day of 23 hours").isZero();
        see(limit, "2025-03-10T04:00:00Z", 90);
        assertThat(stage.allowed(limit)).isEqualTo(ALL);
    }

    @Test
    void h8_aLossOfTheWeekIsLatchedUntilMonday() {
        LossLimit limit = LossLimit.weekly(CapConfig.amount(500), UTC);
        see(limit, "2025-03-12T12:00:00Z", 100_000);
        see(limit, "2025-03-13T12:00:00Z", 99_500);
        assertThat(limit.reason()).isEqualTo(ReasonCode.WEEKLY_LOSS);
        assertThat(stage.allowed(limit)).isZero();
        see(limit, "2025-03-16T23:59:00Z", 99_400);
        assertThat(stage.allowed(limit)).isZero();
        see(limit, "2025-03-17T00:00:00Z", 99_300);
        assertThat(stage.allowed(limit)).isEqualTo(ALL);
        see(limit, "2025-03-17T00:01:00Z", 98_900);
        assertThat(stage.allowed(limit)).isZero();
    }

    @Test
    void h8_daysCountOnBothSidesOfTheEpoch() {
        LossLimit limit = LossLimit.daily(CapConfig.amount(1), UTC);
        stage.at(-1).equity(10);
        limit.onStep(stage);
        stage.at(0).equity(5);
        limit.onStep(stage);
        assertThat(stage.allowed(limit)).isZero();
        assertThat(EventTime.nextDay(-1, UTC)).isZero();
        assertThat(EventTime.nextDay(0, UTC)).isEqualTo(1440 * MINUTE);
        assertThat(EventTime.in(UTC, -1).toInstant()).isEqualTo(Instant.EPOCH.minusNanos(1));
        assertThat(EventTime.nanos(Instant.EPOCH.plusNanos(1).atZone(UTC))).isEqualTo(1);
    }

    @Test
    void losesTheLatchOnAnOperatorsWordAndCountsFromThen() {
        LossLimit limit = LossLimit.daily(CapConfig.amount(10), UTC);
        see(limit, "2025-03-12T12:00:00Z", 100);
        see(limit, "2025-03-12T12:01:00Z", 80);
        limit.onResume();
        assertThat(stage.allowed(limit)).isEqualTo(ALL);
        see(limit, "2025-03-12T12:02:00Z", 70.5);
        assertThat(stage.allowed(limit)).isEqualTo(ALL);
        see(limit, "2025-03-12T12:03:00Z", 70);
        assertThat(stage.allowed(limit)).isZero();
    }

    @Test
    void h8_theMoreIsLostTheLessMayBeRisked() {
        DrawdownTiers tiers = new DrawdownTiers(DrawdownTier.usual(), 3);

        assertThat(tiers.reason()).isEqualTo(ReasonCode.DRAWDOWN_TIER);
        assertThat(stage.allowed(tiers)).as("nothing seen yet").isEqualTo(ALL);
        assertThat(risked(tiers, 100_000)).isCloseTo(2_000, within(1e-9));
        assertThat(risked(tiers, 90_000.01)).isCloseTo(0.02 * 90_000.01, within(1e-9));
        assertThat(risked(tiers, 90_000)).isCloseTo(0.015 * 90_000, within(1e-9));
        assertThat(risked(tiers, 85_000.01)).isCloseTo(0.015 * 85_000.01, within(1e-9));
        assertThat(risked(tiers, 85_000)).isCloseTo(0.01 * 85_000, within(1e-9));
        assertThat(risked(tiers, 95_000)).as("a tier ends with its loss").isCloseTo(0.02 * 95_000, within(1e-9));
        assertThat(tiers.demandedState()).isEqualTo(RiskState.NORMAL);
    }

    @Test
    void h8_theLastTierStopsTradingUntilAnOperatorResumesIt() {
        DrawdownTiers tiers = new DrawdownTiers(DrawdownTier.usual(), 3);
        risked(tiers, 100_000);
        assertThat(risked(tiers, 80_000.01)).isPositive();
        assertThat(risked(tiers, 80_000)).isZero();
        assertThat(tiers.demandedState()).isEqualTo(RiskState.KILL_SWITCH);
        assertThat(risked(tiers, 99_000)).isZero();

        tiers.onResume();
        assertThat(tiers.demandedState()).isEqualTo(RiskState.NORMAL);
        assertThat(stage.allowed(tiers)).isEqualTo(ALL);
        assertThat(risked(tiers, 70_000)).as("counted from there").isCloseTo(1_400, within(1e-9));
    }

    @Test
    void countsPositionsInTheTierThatLimitsThem() {
        DrawdownTiers tiers = new DrawdownTiers(List.of(new DrawdownTier(0.1, 1, 1)), 3);
        stage.holding(1, 5);
        tiers.onStep(stage.equity(100));
        assertThat(stage.allowed(tiers)).isEqualTo(ALL);
        tiers.onStep(stage.equity(90));
        assertThat(stage.allowed(tiers)).isZero();
        assertThat(tiers.allowedQuantity(stage.candidate(1, Side.BUY, 1))).isEqualTo(0.9);
    }

    @Test
    void recoversFromASevereLossWithLittleAtRiskUntilMostIsMadeGood() {
        SevereLoss severe = new SevereLoss(new SevereLossConfig(0.2, 0.1, 0.01));
        assertThat(severe.reason()).isEqualTo(ReasonCode.SEVERE_LOSS);

        severe.onStep(stage.equity(100_000));
        severe.onStep(stage.equity(80_000.5));
        assertThat(stage.allowed(severe)).isEqualTo(ALL);
        severe.onStep(stage.equity(80_000));
        assertThat(severe.demandedState()).isEqualTo(RiskState.RECOVERY);
        assertThat(severe.allowedQuantity(stage.stopped(Side.BUY, 1e9, 90))).isEqualTo(80);
        assertThat(severe.allowedQuantity(stage.buying(1e9)))
                .as("without a stop all is at risk")
                .isEqualTo(8);
        severe.onStep(stage.equity(89_999));
        assertThat(severe.demandedState()).isEqualTo(RiskState.RECOVERY);
        severe.onStep(stage.equity(90_000));
        assertThat(severe.demandedState()).isEqualTo(RiskState.NORMAL);
        severe.onStep(stage.equity(79_000));
        severe.onResume();
        assertThat(severe.demandedState()).isEqualTo(RiskState.NORMAL);
        severe.onStep(stage.equity(79_000));
        assertThat(severe.demandedState()).isEqualTo(RiskState.NORMAL);
    }

    @Test
    void risksAShareOfEquityBetweenEntryAndStopOnEitherSide() {
        assertThat(TradeRisk.units(stage.stopped(Side.BUY, 1, 98), 0.01)).isEqualTo(500);
        assertThat(TradeRisk.units(stage.stopped(Side.SELL, 1, 104), 0.01)).isEqualTo(250);
        assertThat(TradeRisk.units(stage.stopped(Side.BUY, 1, 100), 0.01))
                .as("no distance")
                .isZero();
        assertThat(TradeRisk.units(stage.stopped(Side.BUY, 1, 101), 0.01))
                .as("a stop beyond")
                .isZero();
        stage.factors[0] = 5;
        assertThat(TradeRisk.units(stage.stopped(Side.BUY, 1, 98), 0.01)).isEqualTo(100);
    }

    @Test
    void h8_anInstrumentRestsInEventTimeAfterATradeThatLost() {
        Cooldown cooldown = new Cooldown(Duration.ofMinutes(5), 3);
        assertThat(cooldown.reason()).isEqualTo(ReasonCode.COOLDOWN);
        cooldown.onTrade(trade(0, "5", "4.99", MINUTE));
        cooldown.onTrade(trade(1, "5", "5", MINUTE));
        assertThat(stage.at(MINUTE).allowed(cooldown)).isEqualTo(ALL);

        cooldown.onTrade(trade(0, "5", "5.01", MINUTE));
        assertThat(stage.at(6 * MINUTE - 1).allowed(cooldown)).isZero();
        assertThat(cooldown.allowedQuantity(stage.candidate(1, Side.BUY, 1))).isEqualTo(ALL);
        assertThat(stage.at(6 * MINUTE).allowed(cooldown)).isEqualTo(ALL);
        stage.at(MINUTE);
        cooldown.onResume();
        assertThat(stage.allowed(cooldown)).isEqualTo(ALL);
    }

    @Test
    void h8_stopsTouchedTooOftenPauseAnInstrument() {
        StopOutGuard guard = guard(false);
        assertThat(guard.reason()).isEqualTo(ReasonCode.STOPPED_OUT);
        guard.onFill(fill(1, 0, MINUTE, ReasonCode.STOP));
        guard.onFill(fill(1, 0, MINUTE, ReasonCode.STOP));
        guard.onFill(fill(2, 0, 2 * MINUTE, ReasonCode.TARGET));
        guard.onFill(fill(3, 1, 2 * MINUTE, ReasonCode.STOP));
        assertThat(stage.at(3 * MINUTE).allowed(guard))
                .as("fills of one stop, a target, another")
                .isEqualTo(ALL);

        guard.onFill(fill(4, 0, 11 * MINUTE, ReasonCode.STOP));
        assertThat(stage.at(11 * MINUTE).allowed(guard))
                .as("ten minutes are not within ten")
                .isEqualTo(ALL);
        guard.onFill(fill(5, 0, 21 * MINUTE - 1, ReasonCode.STOP));
        assertThat(stage.at(24 * MINUTE - 2).allowed(guard)).isZero();
        assertThat(guard.allowedQuantity(stage.candidate(1, Side.BUY, 1))).isEqualTo(ALL);
        assertThat(stage.at(24 * MINUTE - 1).allowed(guard)).isEqualTo(ALL);
    }

    @Test
    void pausesTheWholeAccountIfSoWanted() {
        StopOutGuard guard = guard(true);
        guard.onFill(fill(1, 0, MINUTE, ReasonCode.STOP));
        guard.onFill(fill(2, 1, MINUTE, ReasonCode.STOP));

        assertThat(guard.allowedQuantity(stage.at(MINUTE).candidate(2, Side.BUY, 1)))
                .isZero();
        guard.onResume();
        assertThat(guard.allowedQuantity(stage.candidate(2, Side.BUY, 1))).isEqualTo(ALL);
        guard.onFill(fill(3, 1, MINUTE, ReasonCode.STOP));
        assertThat(stage.allowed(guard)).as("counted anew").isEqualTo(ALL);
    }

    private static StopOutGuard guard(boolean wholeAccount) {
        return new StopOutGuard(new StopOutConfig(2, Duration.ofMinutes(10), Duration.ofMinutes(3), wholeAccount), 3);
    }

    /** What a trade with a stop 10 below may lose, in the currency of account. */
    private double risked(DrawdownTiers tiers, double equity) {
        tiers.onStep(stage.equity(equity));
        return tiers.allowedQuantity(stage.stopped(Side.BUY, 1e9, 90)) * 10;
    }

    private void see(LossLimit limit, String moment, double equity) {
        stage.at(EventTime.nanos(Instant.parse(moment).atZone(UTC))).equity(equity);
        limit.onStep(stage);
    }

    private static ClosedTrade trade(int instrument, String gross, String fees, long exit) {
        return new ClosedTrade(instrument, Side.BUY, 0, exit, Decimal.ONE, Decimal.of(gross), Decimal.of(fees), false);
    }

    private static Fill fill(long order, int instrument, long at, ReasonCode cause) {
        return new Fill(
                order,
                at,
                instrument,
                Side.SELL,
                Decimal.ONE,
                Decimal.ONE,
                Decimal.ZERO,
                new FillContext("v", Liquidity.TAKER, cause, Decimal.ONE, false));
    }
}
