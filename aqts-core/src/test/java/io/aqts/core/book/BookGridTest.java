package io.aqts.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.DataSourceException;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BookGridTest {

    private final BookGrid grid = new BookGrid(Decimal.of("0.1"), Decimal.of("0.001"));

    @Property
    void takesEveryPriceForTheMultipleItIs(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long ticks,
            @ForAll @IntRange(max = 10) int decimals,
            @ForAll @IntRange(min = 1, max = 25) int step) {
        BookGrid fine = new BookGrid(Decimal.of(step, decimals), Decimal.of(step, decimals));
        double price = fine.price(ticks).toDouble();

        assertThat(fine.priceOf(ticks)).isEqualTo(price);
        assertThat(fine.quantityOf(ticks)).isEqualTo(price);
        assertThat(fine.ticks(price)).isEqualTo(ticks);
        assertThat(fine.ticks(fine.price(ticks))).isEqualTo(ticks);
        assertThat(fine.lots(price)).isEqualTo(ticks);
        assertThat(fine.lotsToCover(fine.quantity(ticks))).isEqualTo(ticks);
        assertThat(fine.ticksAgainstTaker(Side.BUY, price)).isEqualTo(ticks);
    }

    @Test
    void countsWholeStepsOfTenAndMore() {
        BookGrid coarse = new BookGrid(Decimal.of(25), Decimal.of(100));

        assertThat(coarse.ticks(1_000.0)).isEqualTo(40);
        assertThat(coarse.priceOf(3)).isEqualTo(75);
        assertThat(coarse.quantityOf(3)).isEqualTo(300);
        assertThat(coarse.lots(399.9)).isEqualTo(3);
    }

    @Test
    void refusesPricesOffTheTick() {
        assertThatThrownBy(() -> grid.ticks(100.05))
                .isInstanceOf(DataSourceException.class)
                .hasMessage("depth.price must lie on the tick 0.1, but was 100.05");
        assertThatThrownBy(() -> grid.ticks(1e30)).isInstanceOf(DataSourceException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BookGrid(Decimal.ZERO, Decimal.ONE))
                .withMessage("grid.tick must be more than zero, but was 0");
    }

    @Test
    void roundsAgainstTakersWhereDataLiesBetween() {
        assertThat(grid.ticksAgainstTaker(Side.SELL, 100.01)).isEqualTo(1001);
        assertThat(grid.ticksAgainstTaker(Side.BUY, 100.09)).isEqualTo(1000);
    }

    @Test
    void doesNotSeePartsOfALotAndCoversThem() {
        assertThat(grid.lots(0.0019)).isEqualTo(1);
        assertThat(grid.lots(1e30)).isEqualTo(1L << 53);
        assertThat(grid.lotsToCover(Decimal.of("0.0011"))).isEqualTo(2);
        assertThat(grid.lotsToCover(Decimal.of("100000000000000000"))).isEqualTo(1L << 53);
    }
}
