package io.aqts.core.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.ReturnInterval;
import io.aqts.performance.ReturnStatistics;
import io.aqts.performance.Statistic;
import org.junit.jupiter.api.Test;

class ReturnTallyTest {

    static final long DAY = 86_400_000_000_000L;
    private static final long MONTH = 365 * DAY / 12;

    /** Two years of monthly returns, public teaching data of Bacon, Practical Portfolio Performance Measurement. */
    static final double[] MONTHLY = {
        .003, .026, .011, -.010, .015, .025, .016, .067, -.014, .040, -.005, .081, .040, -.037, -.061, .017, -.049,
        -.022, .070, .058, -.065, .024, -.005, -.009
    };

    @Test
    void agreesWithTheTeachingData() {
        ReturnStatistics statistics = statistics(MONTHLY);

        assertThat(statistics.periods()).isEqualTo(24);
        assertThat(statistics.periodsPerYear()).isCloseTo(12, within(1e-12));
        near(statistics.totalReturn(), 0.218105767220917);
        near(statistics.volatility(), 0.13700015867969229);
        near(statistics.sharpe(), 0.7883202548144859);
        near(statistics.sortino(), 1.3592165786838633);
        near(statistics.cagr(), 0.10367828972980941);
        near(statistics.calmar(), 0.7166390511623746);
    }

    @Test
    void showsThatVolatilityDrags() {
        ReturnStatistics statistics = statistics(.5, -.5, .5, -.5);

        assertThat(statistics.sharpe().orElse(9)).isCloseTo(0, within(1e-15));
        near(statistics.totalReturn(), -0.4375);
        assertThat(statistics.cagr().orElse(9)).isNegative();
    }

    @Test
    void takesTheRiskFreeRateFromEveryReturn() {
        ReturnTally tally = tally(MONTHLY);
        Statistic sharpe = tally.statistics(24 * MONTH, 1_218.105767220917, 0.06, Statistic.of(0.1))
                .sharpe();

        near(sharpe, (0.009 - 0.06 / 12) / 0.039548539246370897 * Math.sqrt(12));
    }

    @Test
    void changesItsSignWithTheReturnsAndNotWithTheirScale() {
        double sharpe = statistics(MONTHLY).sharpe().orElse(0);
        double[] reversed = new double[MONTHLY.length];
        double[] mirrored = new double[MONTHLY.length];
        double[] halved = new double[MONTHLY.length];
        for (int i = 0; i < MONTHLY.length; i++) {
            reversed[i] = MONTHLY[MONTHLY.length - 1 - i];
            mirrored[i] = -MONTHLY[i];
            halved[i] = MONTHLY[i] / 2;
        }

        near(statistics(reversed).sharpe(), sharpe);
        near(statistics(mirrored).sharpe(), -sharpe);
        near(statistics(halved).sharpe(), sharpe);
    }

    @Test
    void isUndefinedWithTooFewReturnsAndSaysSo() {
        for (double[] few : new double[][] {{}, {0.01}}) {
            ReturnStatistics statistics = statistics(few);
            String reason = few.length == 0 ? "only 0 returns to judge by" : "only 1 return to judge by";

            assertThat(statistics.sharpe()).isEqualTo(Statistic.undefined(reason));
            assertThat(statistics.sortino()).isEqualTo(Statistic.undefined(reason));
            assertThat(statistics.volatility()).isEqualTo(Statistic.undefined(reason));
        }
    }

    @Test
    void hasNoSharpeWhereReturnsDoNotVary() {
        double[] constant = new double[36];
        java.util.Arrays.fill(constant, 0.01);

        assertThat(statistics(constant).sharpe()).isEqualTo(Statistic.undefined("the returns do not vary"));
        assertThat(statistics(new double[36]).sharpe()).isEqualTo(Statistic.undefined("the returns do not vary"));
    }

    @Test
    void hasNoSortinoWhereNothingWasLost() {
        assertThat(statistics(.01, .02, .0, .03).sortino()).isEqualTo(Statistic.undefined("no return was below zero"));
    }

    @Test
    void hasNoGrowthForLessThanThirtyDaysOrWithoutMoney() {
        ReturnTally brief = new ReturnTally(ReturnInterval.BAR, 1_000);
        brief.begin(0);
        brief.step(DAY, 1_010);
        brief.step(2 * DAY, 1_000);

        assertThat(brief.statistics(30 * DAY - 1, 1_000, 0, Statistic.of(0.1)).cagr())
                .isInstanceOf(Statistic.Undefined.class);
        assertThat(brief.statistics(30 * DAY, 1_000, 0, Statistic.of(0.1)).cagr())
                .isEqualTo(Statistic.of(0));
        for (double lost : new double[] {0, -5}) {
            ReturnStatistics ruin = brief.statistics(60 * DAY, lost, 0, Statistic.of(1));
            assertThat(ruin.cagr()).isInstanceOf(Statistic.Undefined.class);
            assertThat(ruin.calmar()).isEqualTo(Statistic.undefined("the yearly growth is undefined"));
            assertThat(ruin.totalReturn()).isEqualTo(Statistic.of(lost / 1_000 - 1));
        }
    }

    @Test
    void hasNoCalmarWithoutADrawdown() {
        ReturnTally tally = tally(.01, .02);

        assertThat(tally.statistics(2 * MONTH, 1_030.2, 0, Statistic.of(0)).calmar())
                .isEqualTo(Statistic.undefined("there was no drawdown"));
    }

    @Test
    void countsDaysFromMidnightToMidnight() {
        ReturnTally tally = new ReturnTally(ReturnInterval.DAY, 100);
        tally.begin(0);
        for (int hour = 1; hour <= 72; hour++) {
            tally.step(hour * DAY / 24, hour <= 24 ? 100 + hour : hour <= 48 ? 124 : 124 - (hour - 48));
        }
        ReturnStatistics statistics = tally.statistics(3 * DAY, 100, 0, Statistic.of(0.2));

        double[] daily = {0.24, 0, 100 / 124.0 - 1};
        double mean = (daily[0] + daily[2]) / 3;
        double squares = 0;
        for (double value : daily) {
            squares += (value - mean) * (value - mean);
        }
        assertThat(statistics.periods()).isEqualTo(3);
        assertThat(statistics.periodsPerYear()).isCloseTo(365, within(1e-9));
        near(statistics.sharpe(), mean / Math.sqrt(squares / 2) * Math.sqrt(365));
    }

    @Test
    void doesNotCountADayThatIsNotOver() {
        ReturnTally whole = hourly(48);
        ReturnTally more = hourly(60);

        assertThat(more.statistics(60 * DAY / 24, 101, 0, Statistic.of(0.1)).periods())
                .isEqualTo(2);
        assertThat(more.statistics(60 * DAY / 24, 101, 0, Statistic.of(0.1)).periodsPerYear())
                .as("nor the time it has taken so far")
                .isEqualTo(whole.statistics(2 * DAY, 101, 0, Statistic.of(0.1)).periodsPerYear())
                .isCloseTo(365, within(1e-9));
    }

    @Test
    void closesADayWithoutAMarkAtMidnightWhenTheNextBegins() {
        ReturnTally tally = new ReturnTally(ReturnInterval.DAY, 100);
        tally.begin(0);
        tally.step(21 * DAY / 24, 110);
        tally.step(DAY + 21 * DAY / 24, 99);
        tally.step(5 * DAY + 21 * DAY / 24, 99);

        assertThat(tally.statistics(6 * DAY, 99, 0, Statistic.of(0.1)).periods())
                .isEqualTo(2);
    }

    @Test
    void countsEveryBarWhereBarsAreAskedFor() {
        ReturnTally tally = new ReturnTally(ReturnInterval.BAR, 100);
        tally.begin(0);
        for (int minute = 1; minute <= 90; minute++) {
            tally.step(minute * DAY / 1_440, 100 + minute % 7);
        }
        ReturnStatistics statistics = tally.statistics(90 * DAY / 1_440, 106, 0, Statistic.of(0.1));

        assertThat(statistics.periods()).isEqualTo(90);
        assertThat(statistics.periodsPerYear()).isCloseTo(365 * 1_440, within(1e-6));
    }

    @Test
    void annualizesByTheCadenceTheDataReallyHas() {
        ReturnTally workdays = new ReturnTally(ReturnInterval.DAY, 100);
        workdays.begin(0);
        int days = 0;
        for (int day = 1; day <= 364; day++) {
            if (day % 7 != 0 && day % 7 != 6) {
                workdays.step(day * DAY, 100 + day % 3);
                days++;
            }
        }

        double perYear =
                workdays.statistics(364 * DAY, 100, 0, Statistic.of(0.1)).periodsPerYear();
        assertThat(perYear).isCloseTo(days * 365 / 362.0, within(1e-9)).isBetween(255.0, 265.0);
    }

    private static ReturnTally hourly(int hours) {
        ReturnTally tally = new ReturnTally(ReturnInterval.DAY, 100);
        tally.begin(0);
        for (int hour = 1; hour <= hours; hour++) {
            tally.step(hour * DAY / 24, 100 + hour % 5);
        }
        return tally;
    }

    private static ReturnTally tally(double... returns) {
        ReturnTally tally = new ReturnTally(ReturnInterval.BAR, 1_000);
        tally.begin(0);
        double equity = 1_000;
        for (int i = 0; i < returns.length; i++) {
            equity *= 1 + returns[i];
            tally.step((i + 1) * MONTH, equity);
        }
        return tally;
    }

    private static ReturnStatistics statistics(double... returns) {
        DrawdownTally drawdown = new DrawdownTally(1_000);
        double equity = 1_000;
        for (int i = 0; i < returns.length; i++) {
            equity *= 1 + returns[i];
            drawdown.step((i + 1) * MONTH, equity);
        }
        return tally(returns)
                .statistics(
                        returns.length * MONTH, equity, 0, drawdown.statistics().maximum());
    }

    private static void near(Statistic actual, double expected) {
        assertThat(actual).isInstanceOf(Statistic.Defined.class);
        assertThat(actual.orElse(Double.NaN)).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }
}
