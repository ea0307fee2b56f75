package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.Side;
import org.junit.jupiter.api.Test;

/** What prints can have met, by hand. */
class PrintedVolumeTest {

    private final PrintedVolume bought = new PrintedVolume(Side.BUY);
    private final PrintedVolume sold = new PrintedVolume(Side.SELL);

    @Test
    void aPrintReachesItsPriceAndBetterOnesOnly() {
        bought.print(100, 10);

        assertThat(bought.meet(99, 1)).isZero();
        assertThat(bought.meet(100, 4)).isEqualTo(4);
        assertThat(bought.meet(101, 7)).isEqualTo(6);
        assertThat(bought.meet(100, 1)).isZero();
    }

    @Test
    void whatMetOnePrintTakesNothingFromAnotherThatGoesFarther() {
        bought.print(118, 57);
        bought.print(116, 13);

        assertThat(bought.meet(118, 54)).isEqualTo(54);
        assertThat(bought.meet(116, 14)).as("the second print is its own").isEqualTo(13);
        assertThat(bought.meet(118, 4)).as("what is left of the first").isEqualTo(3);
    }

    @Test
    void whatFilledFartherAwayIsNotThereForNearerOnes() {
        sold.print(102, 40);
        sold.print(104, 49);

        assertThat(sold.meet(101, 68)).isEqualTo(68);
        assertThat(sold.meet(103, 50)).isEqualTo(21);
        assertThat(sold.meet(101, 1)).isZero();
    }

    @Test
    void aNearFillCannotTakeWhatAFarOneHasMet() {
        bought.print(100, 10);

        assertThat(bought.meet(105, 6)).isEqualTo(6);
        assertThat(bought.meet(100, 10)).isEqualTo(4);
    }
}
