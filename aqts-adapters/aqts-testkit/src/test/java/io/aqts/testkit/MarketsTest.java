package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MarketsTest {

    @Provide
    Arbitrary<Market> markets() {
        return Markets.any(150);
    }

    @Property(tries = 50)
    void isMadeTheSameAgain(@ForAll("markets") Market market) {
        Market again = market.universe().venues().isEmpty()
                ? Market.bars(market.kind(), market.seed(), market.universe().size(), market.size())
                : Market.quoted(market.kind(), market.seed(), market.universe().size(), market.size());

        assertThat(again).isEqualTo(market);
    }

    @Property(tries = 50)
    void beginsAlikeHoweverLong(@ForAll("markets") Market market, @ForAll @IntRange(max = 100) int percent) {
        int length = market.size() * percent / 100;
        Market shorter = market.universe().venues().isEmpty()
                ? Market.bars(market.kind(), market.seed(), market.universe().size(), length)
                : Market.quoted(market.kind(), market.seed(), market.universe().size(), length);

        assertThat(shorter).isEqualTo(market.prefix(length));
    }

    @Property(tries = 50)
    void keepsThePastAndTheTimesInEveryOtherFuture(
            @ForAll("markets") Market market, @ForAll @IntRange(max = 100) int percent) {
        int cut = market.size() * percent / 100;

        for (Future future : Future.values()) {
            Market other = future.of(market, cut);
            assertThat(other.prefix(cut)).isEqualTo(market.prefix(cut));
            assertThat(times(other)).isEqualTo(times(market));
        }
    }

    @Property(tries = 50)
    void copiesSnapshotsThatAreEqualAndOthers(@ForAll("markets") Market market) {
        for (MarketSnapshot snapshot : market.snapshots()) {
            assertThat(Contents.copy(snapshot)).isEqualTo(snapshot).isNotSameAs(snapshot);
        }
    }

    @Example
    void makesEveryKindWhatItIsCalled() {
        assertThat(bars(MarketKind.FLAT)).allMatch(bar -> bar.high() == bar.low());
        assertThat(bars(MarketKind.TINY)).allMatch(bar -> bar.high() < 1e-4);
        assertThat(bars(MarketKind.HUGE)).allMatch(bar -> bar.low() > 1e7);
        assertThat(bars(MarketKind.THIN)).anyMatch(bar -> bar.volume() == 0).anyMatch(bar -> bar.volume() > 0);
        assertThat(bars(MarketKind.SPIKES)).anyMatch(bar -> bar.high() > 1.5 * bar.open());
        assertThat(bars(MarketKind.CRASH)).last().matches(bar -> bar.close() < 20);
        assertThat(bars(MarketKind.HOLES)).hasSizeBetween(50, 180);
        assertThat(bars(MarketKind.TIES))
                .filteredOn(bar -> bar.open() == bar.close())
                .hasSizeGreaterThan(50);
        assertThat(gaps(MarketKind.GAPS)).isGreaterThan(100);
        assertThat(gaps(MarketKind.CALM)).isZero();
        assertThat(gaps(MarketKind.WILD)).isBetween(1, 40);
    }

    @Example
    void leavesWeekendsOut() {
        List<Long> times = times(Market.bars(MarketKind.WEEKENDS, 1, 1, 100));

        assertThat(times.get(40) - times.get(39)).isEqualTo(2 * 86_400_000_000_000L + 60_000_000_000L);
        assertThat(times.get(41) - times.get(40)).isEqualTo(60_000_000_000L);
    }

    @Example
    void addsMomentsThatBringNothing() {
        Market market = Market.bars(MarketKind.CALM, 1, 2, 10).withQuietMoments();

        assertThat(market.size()).isEqualTo(15);
        assertThat(market.snapshots().get(2).instruments()).containsOnly(InstrumentMarket.QUIET);
        assertThat(times(market)).isSorted();
    }

    @Example
    void isNamedByWhatMakesItAgain() {
        assertThat(Market.quoted(MarketKind.WILD, 7, 2, 9))
                .hasToString("WILD market of seed 7, 2 instruments with quotes, 9 snapshots");
    }

    private static List<Bar> bars(MarketKind kind) {
        List<Bar> bars = new ArrayList<>();
        for (MarketSnapshot snapshot : Market.bars(kind, 1, 1, 200).snapshots()) {
            Bar bar = snapshot.instrument(0).bar();
            if (bar != null) {
                bars.add(bar);
            }
        }
        return bars;
    }

    private static int gaps(MarketKind kind) {
        List<Bar> bars = bars(kind);
        int gaps = 0;
        for (int i = 1; i < bars.size(); i++) {
            gaps += bars.get(i).open() == bars.get(i - 1).close() ? 0 : 1;
        }
        return gaps;
    }

    private static List<Long> times(Market market) {
        return market.snapshots().stream().map(MarketSnapshot::epochNanos).toList();
    }
}
