package io.aqts.core.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private static final LayerContext CONTEXT = new LayerContext(
            AqtsConfig.defaults().with(c -> c.execution(e -> e.partialFillProbability(0.5))),
            Universe.of(Trading.COIN),
            "venue");

    @Test
    void anotherInstrumentHasAStreamOfItsOwn() {
        Chance one = new Chance(CONTEXT, "COIN/USD");
        Chance other = new Chance(CONTEXT, "OTHER/USD");
        List<Decimal> expected = rations(new Chance(CONTEXT, "COIN/USD"), 20);
        List<Decimal> mixed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            other.ration(Decimal.of(10), Decimal.of("0.001"));
            mixed.add(one.ration(Decimal.of(10), Decimal.of("0.001")));
        }

        assertThat(mixed).isEqualTo(expected);
        assertThat(rations(new Chance(CONTEXT, "OTHER/USD"), 20)).isNotEqualTo(expected);
    }

    private static List<Decimal> rations(Chance chance, int count) {
        List<Decimal> rations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rations.add(chance.ration(Decimal.of(10), Decimal.of("0.001")));
        }
        return rations;
    }
}
