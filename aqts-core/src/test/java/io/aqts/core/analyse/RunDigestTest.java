package io.aqts.core.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.NewsItem;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.signal.Decision;
import io.aqts.trade.Decimal;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunDigestTest {

    private static final Universe UNIVERSE = new Universe(
            List.of(Instrument.of("BTC/USDT"), Instrument.of("ETH/USDT")),
            List.of(new Venue("a", 0, 0, 0), new Venue("b", 0, 0, 0)));

    @Test
    void isEqualForEqualRuns() {
        assertThat(digest(BusyStep.at(0), BusyStep.at(1))).isEqualTo(digest(BusyStep.at(0), BusyStep.at(1)));
        assertThat(digest(BusyStep.at(0))).matches("[0-9a-f]{64}");
    }

    @Test
    void differsWhenAnyFieldOfAStepDiffers() {
        Step step = BusyStep.at(7);
        String expected = digest(step);
        List<Flips.Flip> flips = Flips.of("step", step);

        assertThat(flips).hasSizeGreaterThan(250);
        for (Flips.Flip flip : flips) {
            assertThat(digest((Step) flip.value()))
                    .as("digest after a change of %s", flip.path())
                    .isNotEqualTo(expected);
        }
    }

    @Test
    void differsWhereTheUniverseDeclaresOtherReferences() {
        assertThat(List.of(
                        started(UNIVERSE).hex(),
                        started(UNIVERSE.withReferences("SOL")).hex(),
                        started(UNIVERSE.withReferences("XRP")).hex(),
                        started(UNIVERSE.withReferences("SOL", "XRP")).hex(),
                        started(new Universe(
                                        UNIVERSE.instruments(),
                                        List.of(
                                                new Venue("a", 0, 0, 0),
                                                new Venue("b", 0, 0, 0),
                                                new Venue("SOL", 0, 0, 0))))
                                .hex()))
                .doesNotHaveDuplicates();
    }

    @Test
    void differsWhenAnyFieldOfAStepDiffersFromTheEqualOneBefore() {
        Step step = BusyStep.at(7);
        String expected = digest(step, step);

        for (Flips.Flip flip : Flips.of("step", step)) {
            assertThat(digest(step, (Step) flip.value()))
                    .as("second: %s", flip.path())
                    .isNotEqualTo(expected);
            assertThat(digest((Step) flip.value(), step))
                    .as("first: %s", flip.path())
                    .isNotEqualTo(expected);
        }
    }

    @Test
    void differsForEachKindOfEvent() {
        Step quiet = BusyStep.at(0);
        List<String> digests = new ArrayList<>();
        List<MarketEvent> events = BusyStep.happenings(100);
        for (MarketEvent event : events) {
            MarketSnapshot snapshot = MarketSnapshot.of(
                    100, List.of(InstrumentMarket.QUIET.withEvents(List.of(event)), InstrumentMarket.QUIET));
            digests.add(digest(new Step(
                    0, snapshot, List.of(), Decision.NONE, List.of(), List.of(), List.of(), quiet.portfolio())));
        }

        assertThat(events).extracting(MarketEvent::getClass).doesNotHaveDuplicates();
        assertThat(events).hasSize(MarketEvent.class.getPermittedSubclasses().length);
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void tellsARepeatedDecisionFromNone() {
        Step step = BusyStep.at(0);
        Step without = new Step(
                1,
                step.snapshot(),
                step.signals(),
                Decision.NONE,
                List.of(),
                step.orders(),
                step.events(),
                step.portfolio());
        Step with = new Step(
                1,
                step.snapshot(),
                step.signals(),
                step.decision(),
                step.verdicts(),
                step.orders(),
                step.events(),
                step.portfolio());

        assertThat(digest(step, with)).isNotEqualTo(digest(step, without));
    }

    @Test
    void differsInAnotherOrder() {
        assertThat(digest(BusyStep.at(0), BusyStep.at(1))).isNotEqualTo(digest(BusyStep.at(1), BusyStep.at(0)));
    }

    @Test
    void differsForAnotherUniverse() {
        Universe renamed =
                new Universe(List.of(Instrument.of("BTC/USD"), Instrument.of("ETH/USDT")), UNIVERSE.venues());
        Universe elsewhere =
                new Universe(UNIVERSE.instruments(), List.of(new Venue("a", 0, 0, 0), new Venue("c", 0, 0, 0)));

        assertThat(digest(renamed)).isNotEqualTo(digest(UNIVERSE)).isNotEqualTo(digest(elsewhere));
        assertThat(digest(elsewhere)).isNotEqualTo(digest(UNIVERSE));
    }

    @Test
    void changesNothingWhenItIsAsked() {
        RunDigest asked = started(UNIVERSE);
        RunDigest left = started(UNIVERSE);
        for (int i = 0; i < 200; i++) {
            asked.onStep(BusyStep.at(i));
            left.onStep(BusyStep.at(i));
            assertThat(asked.hex()).isEqualTo(asked.hex());
        }

        assertThat(asked.hex()).isEqualTo(left.hex());
    }

    @Test
    void forgetsARunWhenTheNextBegins() {
        RunDigest digest = started(UNIVERSE);
        digest.onStep(BusyStep.at(0));
        digest.onStart(new LayerContext(AqtsConfig.defaults(), UNIVERSE, "run"));
        digest.onStep(BusyStep.at(0));

        assertThat(digest.hex()).isEqualTo(digest(BusyStep.at(0)));
    }

    @Property(tries = 60)
    void isIndependentOfTheSizeOfItsChunks(
            @ForAll @Size(max = 40) List<@IntRange(max = 9_000) Integer> lengths, @ForAll boolean plain)
            throws IOException {
        DigestBuffer buffer = new DigestBuffer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream expected = new DataOutputStream(bytes);
        for (int length : lengths) {
            String text = (plain ? "a" : "ß").repeat(length);
            buffer.text(text);
            buffer.belief(length / 7.0);
            buffer.count(length);
            buffer.moment(length, 100);
            buffer.exact(Decimal.of(length, 3));
            text(expected, text);
            expected.writeDouble(length / 7.0);
            count(expected, length);
            expected.writeByte(length == 100 ? '1' : '0');
            if (length != 100) {
                expected.writeLong(length);
            }
            text(expected, Decimal.of(length, 3).toString());
        }

        assertThat(buffer.hex()).isEqualTo(sha256(bytes.toByteArray()));
    }

    @Test
    void writesEveryNotANumberAlike() {
        DigestBuffer one = new DigestBuffer();
        DigestBuffer other = new DigestBuffer();
        one.belief(Double.NaN);
        other.belief(Double.longBitsToDouble(0xFFF8_0000_0000_0001L));

        assertThat(one.hex()).isEqualTo(other.hex());
    }

    @Test
    void takesTextsLongerThanItsRoom() {
        Step step = BusyStep.at(0);
        MarketSnapshot market = step.snapshot();
        String first = digest(retitled(step, market, "x".repeat(20_000)));
        String second = digest(retitled(step, market, "x".repeat(19_999) + "y"));

        assertThat(first).isNotEqualTo(second);
    }

    private static Step retitled(Step step, MarketSnapshot market, String title) {
        MarketSnapshot news = new MarketSnapshot(
                market.epochNanos(), market.instruments(), List.of(new NewsItem(1, "BTC", "wire", title, 0)));
        return new Step(
                step.index(),
                news,
                step.signals(),
                step.decision(),
                step.verdicts(),
                step.orders(),
                step.events(),
                step.portfolio());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count(out, bytes.length);
        out.write(bytes);
    }

    private static void count(DataOutputStream out, int value) throws IOException {
        out.writeByte(Math.min(value, 255));
        if (value >= 255) {
            out.writeInt(value);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String digest(Step... steps) {
        RunDigest digest = started(UNIVERSE);
        for (Step step : steps) {
            digest.onStep(step);
        }
        return digest.hex();
    }

    private static String digest(Universe universe) {
        return started(universe).hex();
    }

    private static RunDigest started(Universe universe) {
        RunDigest digest = new RunDigest();
        digest.onStart(new LayerContext(AqtsConfig.defaults(), universe, "run"));
        return digest;
    }
}
