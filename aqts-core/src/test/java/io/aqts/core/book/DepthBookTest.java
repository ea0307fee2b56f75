package io.aqts.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.Randomness;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthBookTest {

    private final DepthBook book = new DepthBook();

    @Test
    @DisplayName("D2 What was taken from a level stays away until the market shows another number there")
    void keepsWhatWasTakenAwayUntilTheLevelChanges() {
        for (Side side : Side.values()) {
            book.update(side, 101, 10);
            book.take(side, 101, 7);
            assertThat(book.left(side, 101)).isEqualTo(3);

            book.update(side, 101, 10);
            assertThat(book.left(side, 101)).isEqualTo(3);

            book.update(side, 102, 5);
            assertThat(book.left(side, 101)).isEqualTo(3);

            book.update(side, 101, 9);
            assertThat(book.left(side, 101)).isEqualTo(9);
            assertThat(book.shown(side, 101)).isEqualTo(9);
        }
    }

    @Test
    void takesNoMoreThanIsLeft() {
        book.update(Side.BUY, 100, 5);
        book.take(Side.BUY, 100, 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.take(Side.BUY, 100, 1))
                .withMessage("depth.take must be 0 to 0 lots at 100, but was 1");
        assertThatIllegalArgumentException().isThrownBy(() -> book.take(Side.BUY, 100, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> book.take(Side.SELL, 100, 1));
    }

    @Test
    void keepsWhatWasTakenAwayOnAnotherGrid() {
        DepthBook book = new DepthBook();
        book.update(Side.SELL, 100, 10);
        book.update(Side.SELL, 102, 6);
        book.update(Side.BUY, 98, 7);
        book.take(Side.SELL, 100, 4);
        book.take(Side.SELL, 102, 6);
        book.take(Side.BUY, 98, 1);
        BookGrid finer = new BookGrid(Decimal.of("0.2"), Decimal.of("0.5"));
        book.moveTo(new BookGrid(Decimal.of("0.1"), Decimal.ONE), finer);

        assertThat(book.shown(Side.SELL, 50)).isEqualTo(20);
        assertThat(book.left(Side.SELL, 50)).isEqualTo(12);
        assertThat(book.shown(Side.SELL, 51)).isEqualTo(12);
        assertThat(book.left(Side.SELL, 51)).isZero();
        assertThat(book.left(Side.BUY, 49)).isEqualTo(12);

        book.moveTo(finer, new BookGrid(Decimal.of("0.2"), Decimal.of("5")));
        assertThat(book.shown(Side.SELL, 50)).isEqualTo(2);
        assertThat(book.left(Side.SELL, 50)).as("6 units are one whole lot").isEqualTo(1);
    }

    @Test
    @DisplayName("D9 A crossed or locked book says so and keeps both sides; a one-sided one is neither")
    void saysThatItIsCrossed() {
        book.update(Side.BUY, 100, 1);
        assertThat(book.isCrossed()).isFalse();

        book.update(Side.SELL, 100, 1);
        assertThat(book.isCrossed()).isTrue();

        book.update(Side.SELL, 99, 4);
        assertThat(book.isCrossed()).isTrue();
        assertThat(book.best(Side.BUY)).isEqualTo(100);
        assertThat(book.best(Side.SELL)).isEqualTo(99);

        book.update(Side.BUY, 100, 0);
        assertThat(book.isCrossed()).isFalse();
        assertThat(book.best(Side.BUY)).isEqualTo(DepthBook.NO_PRICE);
    }

    @Test
    void refusesLessThanNothingAndPricesOutOfReach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.update(Side.BUY, 100, -1))
                .withMessageContaining("-1 at 100");
        assertThatIllegalArgumentException().isThrownBy(() -> book.update(Side.BUY, Long.MIN_VALUE, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> book.update(Side.SELL, Long.MAX_VALUE, 1));
    }

    @ParameterizedTest(name = "{0} updates within {1} ticks, drifting by {2}, seed {3}")
    @CsvSource({"200000, 20, 1, 1", "100000, 5000, 60, 2", "100000, 90000, 0, 3", "50000, 30000000, 100000, 4"})
    void agreesWithTwoSortedMaps(int updates, int reach, int drift, long seed) {
        Randomness chance = Randomness.of(seed);
        NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        NavigableMap<Long, Long> asks = new TreeMap<>();
        long mid = 0;
        for (int i = 0; i < updates; i++) {
            mid += (long) drift * (chance.nextInt(3) - 1);
            Side side = chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
            NavigableMap<Long, Long> plain = side == Side.BUY ? bids : asks;
            boolean removes = !plain.isEmpty() && chance.nextInt(100) < (plain.size() > 300 ? 90 : 45);
            long price = removes && chance.nextInt(2) == 0 ? plain.firstKey() : mid + chance.nextInt(reach) - reach / 2;
            long lots = removes ? 0 : 1 + chance.nextInt(50);
            Long before = lots == 0 ? plain.remove(price) : plain.put(price, lots);
            assertThat(book.update(side, price, lots)).isEqualTo(before == null ? 0 : before);

            long best = plain.isEmpty() ? DepthBook.NO_PRICE : plain.firstKey();
            long other = mid + chance.nextInt(reach) - reach / 2;
            Long worse = plain.higherKey(other);
            boolean same = book.best(side) == best
                    && book.shown(side, other) == plain.getOrDefault(other, 0L)
                    && book.worse(side, other) == (worse == null ? DepthBook.NO_PRICE : worse);
            assertThat(same)
                    .as("best %s, shown and worse at %s after update %s; plain: %s", book.best(side), other, i, plain)
                    .isTrue();
        }
    }
}
