package io.aqts.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QueuePositionTest {

    private static final QueueModel RISK_AVERSE = new QueueModel.RiskAverse();

    @Test
    @DisplayName("D6 All that is shown on arrival stands before us; trades at the price take from it")
    void standsBehindAllThatIsShown() {
        QueuePosition place = new QueuePosition(RISK_AVERSE, 10);

        assertThat(place.trade(4)).isZero();
        assertThat(place.ahead()).isEqualTo(6);
        assertThat(place.trade(6)).isZero();
        assertThat(place.ahead()).isZero();
        assertThat(place.trade(3)).isEqualTo(3);
    }

    @Test
    @DisplayName("D6 A trade that is larger than what stands before us reaches us with the rest")
    void getsTheRestOfALargeTrade() {
        QueuePosition place = new QueuePosition(RISK_AVERSE, 10);

        assertThat(place.trade(12)).isEqualTo(2);
        assertThat(place.ahead()).isZero();
    }

    @Test
    @DisplayName("D6 The risk-averse model takes every cancellation to be behind us, as long as there is room")
    void isNotBroughtForwardByCancellationsWhenRiskAverse() {
        QueuePosition place = new QueuePosition(RISK_AVERSE, 10);
        place.level(10, 25);
        place.level(25, 12);
        assertThat(place.ahead()).isEqualTo(10);

        place.level(12, 7);
        assertThat(place.ahead()).isEqualTo(7);
    }

    @Test
    @DisplayName("D6 A level that shrinks by what was traded was not canceled from")
    void doesNotCountTradesTwice() {
        QueuePosition place = new QueuePosition(new QueueModel.Power(1), 10);
        place.level(10, 20);
        place.trade(4);
        place.level(20, 16);
        assertThat(place.ahead()).isEqualTo(6);

        place.level(16, 8);
        assertThat(place.ahead()).isEqualTo(3);
    }

    @Test
    void spreadsCancellationsByTheModel() {
        QueuePosition even = new QueuePosition(new QueueModel.Power(1), 30);
        even.level(30, 40);
        even.level(40, 32);
        assertThat(even.ahead()).isCloseTo(30 - 8 * 0.75, within(1e-12));

        QueuePosition cubic = new QueuePosition(new QueueModel.Power(3), 30);
        cubic.level(30, 40);
        cubic.level(40, 32);
        assertThat(cubic.ahead()).isCloseTo(30 - 8 * 27.0 / 28, within(1e-12));

        QueuePosition logarithmic = new QueuePosition(new QueueModel.Logarithmic(), 30);
        logarithmic.level(30, 40);
        logarithmic.level(40, 32);
        double share = StrictMath.log(31) / (StrictMath.log(31) + StrictMath.log(11));
        assertThat(logarithmic.ahead()).isCloseTo(30 - 8 * share, within(1e-12));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QueuePosition(RISK_AVERSE, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new QueueModel.Power(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new QueueModel.Power(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new QueuePosition(RISK_AVERSE, 1).trade(0));
    }

    @Property
    void neverStandsFurtherBackThanTheLevelIsLongNorMovesBackwards(
            @ForAll("models") QueueModel model,
            @ForAll @IntRange(max = 1_000) int shown,
            @ForAll("levels") List<Integer> levels) {
        QueuePosition place = new QueuePosition(model, shown);
        long before = shown;
        double ahead = shown;
        for (int level : levels) {
            place.level(before, level);
            assertThat(place.ahead()).isBetween(0.0, Math.min(ahead, level));
            ahead = place.ahead();
            before = level;
        }
    }

    @Property
    void theRiskAversePlaceIsTheFurthestBack(
            @ForAll("models") QueueModel model,
            @ForAll @IntRange(max = 1_000) int shown,
            @ForAll("levels") List<Integer> levels) {
        QueuePosition careful = new QueuePosition(RISK_AVERSE, shown);
        QueuePosition other = new QueuePosition(model, shown);
        long before = shown;
        for (int level : levels) {
            careful.level(before, level);
            other.level(before, level);
            assertThat(other.ahead()).isLessThanOrEqualTo(careful.ahead());
            before = level;
        }
    }

    @Provide
    Arbitrary<List<Integer>> levels() {
        return Arbitraries.integers().between(0, 1_000).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<QueueModel> models() {
        Arbitrary<QueueModel> powers = Arbitraries.doubles().between(0.1, 5).map(QueueModel.Power::new);
        return Arbitraries.oneOf(
                powers, Arbitraries.of(RISK_AVERSE, new QueueModel.Logarithmic(), new QueueModel.Power(1)));
    }
}
