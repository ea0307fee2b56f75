package io.aqts.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.Decimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By how much the units of an instrument were split in one moment. */
class SplitRatioTest {

    @Test
    void isOneWithoutEvents() {
        assertThat(InstrumentMarket.QUIET.splitRatio()).isEqualTo(1);
        assertThat(InstrumentMarket.of(new Bar(9, 1, 5, 5, 5, 5, 1)).splitRatio())
                .isEqualTo(1);
    }

    @Test
    void isThatOfTheOnlySplit() {
        assertThat(after(split("3"))).isEqualTo(3);
        assertThat(after(split("0.25"))).as("four joined into one").isEqualTo(0.25);
    }

    @Test
    void multipliesOverSeveralSplits() {
        assertThat(after(split("2"), split("1.5"), split("4"))).isEqualTo(12);
        assertThat(after(split("10"), split("0.1"))).as("there and back").isEqualTo(1);
    }

    @Test
    void ignoresEverythingElse() {
        MarketEvent[] others = {
            new MarketEvent.StatusChange(7, TradingStatus.OPEN),
            new MarketEvent.GridChange(7, Decimal.of(2), Decimal.of(5)),
            new MarketEvent.FundingDue(7, 0.5, 100),
            new MarketEvent.FinalSettlement(7, Decimal.of(80))
        };

        assertThat(after(others)).isEqualTo(1);
        assertThat(after(others[0], split("2"), others[1], others[2], split("3"), others[3]))
                .isEqualTo(6);
    }

    private static MarketEvent split(String ratio) {
        return new MarketEvent.Split(7, Decimal.of(ratio));
    }

    private static double after(MarketEvent... events) {
        return InstrumentMarket.QUIET.withEvents(List.of(events)).splitRatio();
    }
}
