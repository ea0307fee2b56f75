package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.aqts.DataSource;
import io.aqts.config.QgitaConfig;
import io.aqts.config.QgitaMode;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Signal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldenRatioAblationTest {

    private static final QgitaConfig CONFIG =
            Walks.talkative(QgitaMode.PIVOT).toBuilder().tolerance(0.1).build();
    private static final List<Bar> BARS = Walks.restless(23, 5_000);

    private static AblationReport.Result result(double outcome) {
        return new AblationReport.Result(0.5, 3, 2, outcome);
    }

    @Test
    void judgesEachRatioByWhatFollowedItsEvents() {
        AblationReport report = GoldenRatioAblation.of(CONFIG, 1)
                .withRatios(3)
                .withHorizonBars(7)
                .run(BARS);

        List<Signal> signals = Walks.signals(CONFIG, BARS);
        double sum = 0;
        int judged = 0;
        for (Signal signal : signals) {
            int bar = (int) ((LighthouseEvent) signal.evidence()).bar();
            if (signal.direction().sign() != 0 && bar + 7 < BARS.size()) {
                sum += signal.direction().sign()
                        * StrictMath.log(
                                BARS.get(bar + 7).close() / BARS.get(bar).close());
                judged++;
            }
        }
        assertThat(report.reference().events()).isEqualTo(signals.size()).isGreaterThan(20);
        assertThat(report.reference().judged()).isEqualTo(judged);
        assertThat(report.reference().outcome()).isCloseTo(sum / judged, within(1e-12));
        assertThat(report.others()).hasSize(3);
        assertThat(report.others())
                .allSatisfy(other -> assertThat(other.ratio()).isBetween(0.3, 0.9));
    }

    @Test
    void drawsTheSameRatiosFromTheSameSeed() {
        GoldenRatioAblation ablation = GoldenRatioAblation.of(CONFIG, 5).withRatios(4);

        assertThat(ablation.run(BARS)).isEqualTo(ablation.run(BARS));
        assertThat(GoldenRatioAblation.of(CONFIG, 6).withRatios(4).run(BARS)).isNotEqualTo(ablation.run(BARS));
    }

    @Test
    void comparesWithTwoHundredRatiosUnlessToldOtherwise() {
        assertThat(GoldenRatioAblation.of(CONFIG, 5).run(BARS.subList(0, 200)).others())
                .hasSize(200);
    }

    @Test
    void readsADataSourceLikeTheBarsItHolds() {
        Iterator<Bar> bars = BARS.iterator();
        DataSource source = new DataSource() {
            @Override
            public Universe universe() {
                return Universe.of(Instrument.of("BTC/USDT"));
            }

            @Override
            public Optional<MarketSnapshot> next() {
                return bars.hasNext() ? Optional.of(Walks.snapshot(bars.next())) : Optional.empty();
            }
        };
        GoldenRatioAblation ablation = GoldenRatioAblation.of(CONFIG, 5).withRatios(4);

        assertThat(ablation.run(source)).isEqualTo(ablation.run(BARS));
    }

    @Test
    void countsTheHorizonInBarsOfTheEventsInstrument() {
        List<MarketSnapshot> sparse = BARS.stream()
                .flatMap(bar -> List.of(
                        MarketSnapshot.of(bar.epochNanos() - 1, List.of(InstrumentMarket.QUIET)), Walks.snapshot(bar))
                        .stream())
                .toList();
        Iterator<MarketSnapshot> snapshots = sparse.iterator();
        DataSource source = new DataSource() {
            @Override
            public Universe universe() {
                return Universe.of(Instrument.of("BTC/USDT"));
            }

            @Override
            public Optional<MarketSnapshot> next() {
                return snapshots.hasNext() ? Optional.of(snapshots.next()) : Optional.empty();
            }
        };
        GoldenRatioAblation ablation = GoldenRatioAblation.of(CONFIG, 5).withRatios(2);

        assertThat(ablation.run(source)).isEqualTo(ablation.run(BARS));
    }

    @Test
    void findsARatioThatTheOutcomeFavors() {
        GoldenRatioAblation.Outcome favorite = (event, bars) -> {
            double ratio = ((LighthouseEvent) event.evidence()).turn().ratio();
            return -Math.abs(ratio - CONFIG.ratio());
        };
        QgitaConfig narrow = CONFIG.toBuilder().tolerance(0.05).build();

        AblationReport report = GoldenRatioAblation.of(narrow, 8)
                .withRatios(20)
                .withOutcome(favorite)
                .run(BARS);

        assertThat(report.reference().judged()).isPositive();
        assertThat(report.percentile()).isGreaterThan(80);
    }

    @Test
    void claimsNothingUpToTheNinetyFifthPercentile() {
        List<AblationReport.Result> others =
                IntStream.range(0, 200).mapToObj(i -> result(i)).toList();

        AblationReport ordinary = AblationReport.of(result(189.5), others);
        AblationReport special = AblationReport.of(result(190.5), others);
        AblationReport empty = AblationReport.of(new AblationReport.Result(0.6, 0, 0, 500), others);

        assertThat(ordinary.percentile()).isEqualTo(95);
        assertThat(ordinary.isSpecial()).isFalse();
        assertThat(ordinary.finding()).startsWith("There is no evidence that the ratio 0.500000 is special");
        assertThat(special.percentile()).isEqualTo(95.5);
        assertThat(special.isSpecial()).isTrue();
        assertThat(special.finding()).startsWith("The ratio 0.500000 stands out");
        assertThat(empty.isSpecial()).isFalse();
        assertThat(AblationReport.of(result(7), others).percentile()).isEqualTo(3.75);
        assertThat(AblationReport.of(result(-0.0), List.of(result(0.0))).percentile())
                .isEqualTo(50);
    }

    @Test
    void refusesATestWithoutComparison() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoldenRatioAblation.of(CONFIG, 1).withRatios(0))
                .withMessage("ablation.ratios must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoldenRatioAblation.of(CONFIG, 1).withHorizonBars(0))
                .withMessage("ablation.horizonBars must be at least 1, but was 0");
    }
}
