package io.aqts.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Randomness;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceLadderTest {

    /** The window is moved anywhere, so that values and questions lie inside, on its edges and on both sides of it. */
    @ParameterizedTest(name = "{0} commands within {1} ticks, seed {2}")
    @CsvSource({"200000, 300, 1", "200000, 20000, 2", "200000, 60000, 3", "100000, 1000000000, 4"})
    void agreesWithASortedMapWhereverItsWindowIs(int commands, int reach, long seed) {
        Randomness chance = Randomness.of(seed);
        PriceLadder ladder = new PriceLadder();
        TreeMap<Long, Long> plain = new TreeMap<>();
        for (int i = 0; i < commands; i++) {
            long price = chance.nextInt(reach) - reach / 2;
            Long known = plain.ceilingKey(price);
            if (chance.nextInt(20) == 0) {
                ladder.follow(price);
            } else if (known != null && chance.nextInt(100) < (plain.size() > 60 ? 60 : 45)) {
                ladder.set(known, 0);
                plain.remove(known);
            } else {
                ladder.set(price, i + 1);
                plain.put(price, i + 1L);
            }
            if (chance.nextInt(5_000) == 0) {
                ladder.clear();
                plain.clear();
            }
            long asked = chance.nextInt(reach) - reach / 2;
            Long above = plain.higherKey(asked);
            Long below = plain.lowerKey(asked);
            boolean same = ladder.get(price) == plain.getOrDefault(price, 0L)
                    && ladder.above(asked) == (above == null ? PriceLadder.NONE : above)
                    && ladder.below(asked) == (below == null ? PriceLadder.NONE : below);
            assertThat(same)
                    .as(
                            "%s above and %s below %s after command %s, as in %s",
                            ladder.above(asked), ladder.below(asked), asked, i, plain)
                    .isTrue();
        }
    }
}
