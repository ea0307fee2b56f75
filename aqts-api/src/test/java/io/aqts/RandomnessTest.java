package io.aqts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomnessTest {

    @Test
    void drawsTheNumbersOfSplitMix64() {
        Randomness chance = Randomness.of(42);

        assertThat(Long.toUnsignedString(chance.nextLong())).isEqualTo("13679457532755275413");
        assertThat(Long.toUnsignedString(chance.nextLong())).isEqualTo("2949826092126892291");
        assertThat(Long.toUnsignedString(chance.nextLong())).isEqualTo("5139283748462763858");
    }

    @Test
    void drawsEvenlySpreadNumbersFromTheUpper53Bits() {
        Randomness chance = Randomness.of(42);

        assertThat(chance.nextDouble()).isEqualTo(0.7415648787718233);
        assertThat(chance.nextDouble()).isEqualTo(0.1599103928769201);
        assertThat(chance.nextDouble()).isEqualTo(0.27860113025513866);
    }

    @Test
    void drawsNormalNumbersByTheMethodOfBoxAndMuller() {
        Randomness chance = Randomness.of(2025);

        assertThat(chance.nextGaussian()).isCloseTo(2.6346279794860594, within(1e-12));
        assertThat(chance.nextGaussian()).isCloseTo(-0.21374453242253447, within(1e-12));
        assertThat(chance.nextGaussian()).isCloseTo(0.5535708285060505, within(1e-12));
        assertThat(chance.nextGaussian()).isCloseTo(1.1397916041793639, within(1e-12));
    }

    @Test
    void drawsTheSameBitsOnEveryJvm() throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        ByteBuffer bytes = ByteBuffer.allocate(40);
        Randomness chance = Randomness.of(42).split("golden").split("values");
        for (int i = 0; i < 10_000; i++) {
            bytes.clear();
            bytes.putLong(chance.nextLong());
            bytes.putDouble(chance.nextDouble());
            bytes.putDouble(chance.nextGaussian());
            bytes.putDouble(chance.nextDouble(-3, 7));
            bytes.putInt(chance.nextInt(1_000)).putInt(0);
            sha.update(bytes.array());
        }

        assertThat(HexFormat.of().formatHex(sha.digest()))
                .isEqualTo("b519715d26078f201ca718ac1b786df4a111ac87c2d4a79bd61eda553f289906");
    }

    @Property(tries = 300)
    void isTheStreamOfTheSplittableRandomOfTheSameSeed(@ForAll long seed) {
        Randomness chance = Randomness.of(seed);
        SplittableRandom reference = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            assertThat(chance.nextLong()).isEqualTo(reference.nextLong());
        }
    }

    @Property(tries = 300)
    void splitsByNameWhateverWasDrawnBefore(
            @ForAll long seed, @ForAll String name, @ForAll @IntRange(max = 9) int draws) {
        Randomness parent = Randomness.of(seed);
        for (int i = 0; i < draws; i++) {
            parent.nextGaussian();
        }
        Randomness early = Randomness.of(seed).split(name);
        Randomness late = parent.split(name);

        for (int i = 0; i < 5; i++) {
            assertThat(late.nextLong()).isEqualTo(early.nextLong());
        }
        assertThat(parent.nextLong()).as("the parent goes on unmoved").isEqualTo(after(seed, draws));
    }

    @Property(tries = 300)
    void tellsNamesAndSeedsApart(@ForAll long seed, @ForAll String name) {
        long first = Randomness.of(seed).split(name).nextLong();

        assertThat(Randomness.of(seed).split(name + "x").nextLong()).isNotEqualTo(first);
        assertThat(Randomness.of(seed + 1).split(name).nextLong()).isNotEqualTo(first);
        assertThat(Randomness.of(seed).split(name).split("").nextLong()).isNotEqualTo(first);
        assertThat(Randomness.of(seed).nextLong()).isNotEqualTo(first);
    }

    @Test
    void minesNoOrderOfNames() {
        assertThat(Randomness.of(1).split("a").split("b").nextLong())
                .isNotEqualTo(Randomness.of(1).split("b").split("a").nextLong())
                .isNotEqualTo(Randomness.of(1).split("ab").nextLong());
    }

    @Property(tries = 500)
    void staysWithinItsBounds(@ForAll long seed, @ForAll double low, @ForAll double span) {
        double high = low + Math.abs(span);
        Randomness chance = Randomness.of(seed);
        for (int i = 0; i < 10; i++) {
            assertThat(chance.nextDouble()).isGreaterThanOrEqualTo(0).isLessThan(1);
            if (low < high && high - low < Double.POSITIVE_INFINITY) {
                assertThat(chance.nextDouble(low, high))
                        .isGreaterThanOrEqualTo(low)
                        .isLessThan(high);
            }
        }
    }

    @Test
    void neverReachesItsBoundWhereNumbersAreFew() {
        Randomness chance = Randomness.of(3);
        for (int i = 0; i < 1_000; i++) {
            assertThat(chance.nextDouble(1, Math.nextUp(1.0))).isEqualTo(1);
            assertThat(chance.nextDouble(5, 5)).isEqualTo(5);
        }
    }

    @Property(tries = 300)
    void drawsWholeNumbersBelowTheirBound(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int bound) {
        Randomness chance = Randomness.of(seed);
        for (int i = 0; i < 10; i++) {
            assertThat(chance.nextInt(bound)).isBetween(0, bound - 1);
        }
        assertThat(chance.nextInt(1)).isZero();
    }

    @Test
    void refusesABoundThatLeavesNothing() {
        for (int bound : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Randomness.of(1).nextInt(bound))
                    .withMessage("randomness.bound must be at least 1, but was " + bound);
        }
    }

    @Test
    void spreadsWholeNumbersEvenly() {
        Randomness chance = Randomness.of(17);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[chance.nextInt(7)]++;
        }
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - 10_000.0) * (count - 10_000.0) / 10_000;
        }

        assertThat(chiSquare).as("with six degrees of freedom").isLessThan(22.5);
    }

    @Test
    void hasTheMomentsOfTheNormalDistribution() {
        Randomness chance = Randomness.of(5);
        int draws = 200_000;
        double[] moments = new double[5];
        for (int i = 0; i < draws; i++) {
            double x = chance.nextGaussian();
            for (int k = 1; k <= 4; k++) {
                moments[k] += StrictMath.pow(x, k) / draws;
            }
        }

        assertThat(moments[1]).isCloseTo(0, within(0.01));
        assertThat(moments[2]).isCloseTo(1, within(0.015));
        assertThat(moments[3]).isCloseTo(0, within(0.05));
        assertThat(moments[4]).isCloseTo(3, within(0.1));
    }

    private static long after(long seed, int gaussians) {
        Randomness chance = Randomness.of(seed);
        for (int i = 0; i < gaussians; i++) {
            chance.nextGaussian();
        }
        return chance.nextLong();
    }
}
