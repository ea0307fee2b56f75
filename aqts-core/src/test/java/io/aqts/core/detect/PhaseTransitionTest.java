package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Randomness;
import io.aqts.config.QgitaConfig;
import io.aqts.config.QgitaMode;
import io.aqts.market.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Returns that begin to follow one another at bar 2000, and how soon that is noticed, against an alarm at four standard
 * deviations. The figures are published, whichever detector wins.
 */
class PhaseTransitionTest {

    private static final int SWITCH = 2_000;
    private static final int LATER = 100;
    private static final int COLD = 700;
    private static final int WORLDS = 60;

    private record Rates(double hits, double falseAlarmsPerThousandBars) {}

    private static List<Bar> world(long seed) {
        Randomness chance = Randomness.of(seed).split("phase-transition");
        List<Bar> bars = new ArrayList<>();
        double log = StrictMath.log(100);
        double change = 0;
        for (int i = 0; i < SWITCH + LATER; i++) {
            double open = StrictMath.exp(log);
            change = (i < SWITCH ? 0 : 0.7) * change + 0.001 * chance.nextGaussian();
            log += change;
            double close = StrictMath.exp(log);
            double high = Math.max(open, close) * (1 + 0.0005 * chance.nextDouble());
            double low = Math.min(open, close) * (1 - 0.0005 * chance.nextDouble());
            bars.add(new Bar(
                    Walks.START + i * Walks.MINUTE, Walks.MINUTE, open, high, low, close, 50 + chance.nextInt(100)));
        }
        return bars;
    }

    private static Rates rates(Function<List<Bar>, List<Long>> detector) {
        int hits = 0;
        int falseAlarms = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            List<Long> alarms = detector.apply(world(seed));
            hits += alarms.stream().anyMatch(bar -> bar >= SWITCH) ? 1 : 0;
            falseAlarms += (int)
                    alarms.stream().filter(bar -> bar >= COLD && bar < SWITCH).count();
        }
        return new Rates(hits / (double) WORLDS, falseAlarms * 1_000.0 / (WORLDS * (SWITCH - COLD)));
    }

    private static List<Long> qgita(QgitaMode mode, List<Bar> bars) {
        QgitaConfig config = QgitaConfig.defaults().toBuilder().mode(mode).build();
        return Walks.events(config, bars).stream().map(LighthouseEvent::bar).toList();
    }

    private static List<Long> plain(List<Bar> bars) {
        ReturnScale scale = new ReturnScale();
        List<Long> alarms = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            double change = StrictMath.log(bars.get(i).close() / bars.get(i - 1).close());
            if (Math.abs(change / scale.sigma()) > 4) {
                alarms.add((long) i);
            }
            scale.add(change, 1);
        }
        return alarms;
    }

    @Test
    void publishesHowOftenTheTransitionIsSeenAndHowOftenOneIsImagined(TestReporter reporter) {
        List<Rates> all = List.of(
                rates(bars -> qgita(QgitaMode.PIVOT, bars)),
                rates(bars -> qgita(QgitaMode.LATTICE, bars)),
                rates(PhaseTransitionTest::plain));
        String[] names = {"qgita pivot", "qgita lattice", "plain |z| > 4"};
        for (int i = 0; i < names.length; i++) {
            Rates rates = all.get(i);
            reporter.publishEntry(
                    names[i],
                    String.format(
                            Locale.ROOT,
                            "hit rate %.3f, false alarms per 1000 bars %.3f",
                            rates.hits(),
                            rates.falseAlarmsPerThousandBars()));
            assertThat(rates.hits()).isBetween(0.0, 1.0);
            assertThat(rates.falseAlarmsPerThousandBars()).isBetween(0.0, 10.0);
        }
        assertThat(all.get(2).hits()).isPositive();
    }
}
