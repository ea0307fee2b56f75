package io.aqts.core.risk.rule;

import static io.aqts.core.risk.rule.Stage.ALL;
import static io.aqts.core.risk.rule.Stage.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.CapConfig;
import io.aqts.config.SizeRulesConfig;
import io.aqts.config.UnknownVolatility;
import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketRulesTest {

    private static final Universe UNIVERSE = Universe.of(
            new Instrument("A/USDT", "A", "USDT", Decimal.of("0.01"), Decimal.of("0.1"), Decimal.of("35")),
            Instrument.of("B/USDT"),
            Instrument.of("C/USDT"));

    private final Stage stage = new Stage();
    private final MarketMemory memory = new MarketMemory(3, 2, 0.001);

    @Test
    void opensNothingWhileTheSpreadIsTooWide() {
        SpreadGate gate = new SpreadGate(100, memory);
        assertThat(gate.reason()).isEqualTo(ReasonCode.WIDE_SPREAD);
        assertThat(stage.allowed(gate)).as("the assumed one").isEqualTo(ALL);
        assertThat(stage.allowed(new SpreadGate(9.9, memory))).isZero();

        quotes(new Quote(0, 5, 99.5, 1, 100.5, 1, 0, 0));
        assertThat(memory.spread(0)).isEqualTo(0.01);
        assertThat(stage.allowed(gate)).isEqualTo(ALL);
        quotes(new Quote(0, 5, 99.5, 1, 100.5, 1, 0, 0), new Quote(1, 5, 99, 1, 101, 1, 0, 0));
        assertThat(memory.spread(0)).as("the mean of the venues").isEqualTo(0.015);
        assertThat(stage.allowed(gate)).isZero();
        assertThat(gate.allowedQuantity(stage.candidate(1, Side.BUY, 1))).isEqualTo(ALL);
    }

    @Test
    void takesNoMoreThanAShareOfWhatIsVisible() {
        DepthGate gate = new DepthGate(0.1, memory);
        assertThat(gate.reason()).isEqualTo(ReasonCode.THIN_BOOK);
        assertThat(stage.allowed(gate)).as("nothing is visible").isZero();

        quotes(new Quote(0, 5, 99, 20, 101, 30, 0, 0), new Quote(1, 5, 99, 1, 101, 10, 0, 0));
        assertThat(stage.allowed(gate)).isEqualTo(4);
        assertThat(gate.allowedQuantity(stage.selling(1))).isCloseTo(2.1, within(1e-12));

        OrderBook book = new OrderBook(
                0, 6, List.of(new BookLevel(99, 5), new BookLevel(98, 7)), List.of(new BookLevel(101, 8)));
        stage.markets[0] = new InstrumentMarket(
                null, List.of(new Quote(0, 5, 99, 1, 101, 1, 0, 0)), List.of(book, book), List.of());
        memory.onStep(stage);
        assertThat(memory.depth(0, Side.BUY)).isEqualTo(16);
        assertThat(memory.depth(0, Side.SELL)).isEqualTo(24);
    }

    @Test
    void takesNoMoreThanAShareOfTheUsualVolume() {
        VolumeGate gate = new VolumeGate(0.5, memory);
        assertThat(gate.reason()).isEqualTo(ReasonCode.THIN_VOLUME);
        memory.onStep(stage.at(MINUTE).bar(0, 100, 10));
        assertThat(stage.allowed(gate)).as("one bar of two").isZero();
        memory.onStep(stage.at(2 * MINUTE).bar(0, 100, 20));
        assertThat(stage.allowed(gate)).isEqualTo(7.5);
        memory.onStep(stage.at(3 * MINUTE).bar(0, 100, 40));
        assertThat(stage.allowed(gate)).isEqualTo(15);
        memory.onStep(stage.at(3 * MINUTE).bar(1, 100, 40));
        assertThat(stage.allowed(gate)).isEqualTo(15);
    }

    @Test
    void averagesVolumeWithoutDrift() {
        VolumeAverage average = new VolumeAverage(3);
        for (int i = 0; i < 1_000; i++) {
            average.add(i % 2 == 0 ? 1e17 : 0.1);
        }
        average.add(1);
        average.add(2);
        average.add(3);
        assertThat(average.mean()).isEqualTo(2);
    }

    @Test
    void opensNothingOnAPriceThatIsTooOld() {
        StalenessGate gate = new StalenessGate(Duration.ofSeconds(30), memory);
        assertThat(gate.reason()).isEqualTo(ReasonCode.STALE_PRICE);
        assertThat(stage.allowed(gate)).as("no price at all").isZero();
        memory.onStep(stage.at(MINUTE).bar(0, 100));
        assertThat(stage.at(MINUTE + 30_000_000_000L).allowed(gate)).isEqualTo(ALL);
        assertThat(stage.at(MINUTE + 30_000_000_001L).allowed(gate)).isZero();
        quotes(new Quote(0, MINUTE + 1, 99, 1, 101, 1, 0, 0), new Quote(0, MINUTE, 99, 1, 101, 1, 0, 0));
        assertThat(stage.allowed(gate)).isEqualTo(ALL);
        OrderBook oneSided = new OrderBook(0, 5 * MINUTE, List.of(new BookLevel(99, 5)), List.of());
        stage.markets[0] = new InstrumentMarket(null, List.of(), List.of(oneSided), List.of());
        memory.onStep(stage);
        assertThat(memory.ageNanos(0, 5 * MINUTE)).as("half a book is no price").isEqualTo(4 * MINUTE - 1);
        OrderBook whole = new OrderBook(0, 5 * MINUTE, List.of(new BookLevel(99, 5)), List.of(new BookLevel(101, 5)));
        stage.markets[0] = new InstrumentMarket(null, List.of(), List.of(whole), List.of());
        memory.onStep(stage);
        assertThat(memory.ageNanos(0, 5 * MINUTE)).isZero();
    }

    @Test
    void opensOnlyWhatPaysForFeesSpreadAndSlippage() {
        CostGate gate = new CostGate(0.0005, memory);
        assertThat(gate.reason()).isEqualTo(ReasonCode.COSTS_EXCEED_RETURN);
        assertThat(gate.allowedQuantity(stage.expecting(Side.BUY, 0.00201, 100)))
                .isEqualTo(ALL);
        assertThat(gate.allowedQuantity(stage.expecting(Side.BUY, 0.002, 100)))
                .as("2 x 5 bps and 10 bps")
                .isZero();
        assertThat(gate.allowedQuantity(stage.expecting(Side.BUY, 0.00201, 100.1)))
                .isZero();
        assertThat(gate.allowedQuantity(stage.expecting(Side.BUY, 0.00301, 100.1)))
                .isEqualTo(ALL);
        assertThat(gate.allowedQuantity(stage.expecting(Side.SELL, -0.00301, 99.9)))
                .isEqualTo(ALL);
        assertThat(gate.allowedQuantity(stage.expecting(Side.SELL, 0.00301, 99.9)))
                .isZero();
        assertThat(gate.allowedQuantity(stage.buying(1)))
                .as("nothing is expected")
                .isZero();
    }

    @Test
    void opensOnlyWhatEnoughIsExpectedOf() {
        ExpectedReturnGate gate = new ExpectedReturnGate(0.01);
        assertThat(gate.reason()).isEqualTo(ReasonCode.LOW_EXPECTED_RETURN);
        assertThat(gate.allowedQuantity(stage.expecting(Side.BUY, 0.01, 100))).isEqualTo(ALL);
        assertThat(gate.allowedQuantity(stage.expecting(Side.BUY, 0.0099, 100))).isZero();
        assertThat(gate.allowedQuantity(stage.expecting(Side.SELL, 0.01, 100))).isZero();
        assertThat(gate.allowedQuantity(stage.expecting(Side.SELL, -0.01, 100))).isEqualTo(ALL);
    }

    @Test
    void scalesByTheTargetVolatilityWithinBounds() {
        SizeRulesConfig config = SizeRulesConfig.defaults();
        assertThat(VolatilityTarget.scale(config, 0.035)).isEqualTo(0.5714285714285714);
        assertThat(VolatilityTarget.scale(config, 0.02)).isEqualTo(1);
        assertThat(VolatilityTarget.scale(config, 0.05)).isEqualTo(0.5);
        assertThat(VolatilityTarget.scale(config, 0.001)).isEqualTo(1.5);
        assertThat(VolatilityTarget.scale(config, 0)).isEqualTo(1.5);
    }

    @Test
    void holdsLessOfWhatMovesMore() {
        SizeRulesConfig config = Settings.size(s ->
                s.volatilityTarget(CapConfig.share(0.5)).targetVolatility(0.01).volatilityBars(3));
        BarVolatility volatility = new BarVolatility(3, 3);
        VolatilityTarget rule = new VolatilityTarget(config, UNIVERSE, volatility);
        volatility.onStep(stage.bar(0, 100));
        volatility.onStep(stage.bar(0, 102));
        volatility.onStep(stage.bar(0, 102));
        assertThat(rule.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.VOLATILITY_UNKNOWN);
        assertThat(stage.allowed(rule)).as("two returns of three").isZero();
        volatility.onStep(stage.bar(0, 100.98));

        assertThat(rule.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.VOLATILITY_TARGET);
        double square = 0.5 * (0.0004 / 2) + 0.5 * 0.0001;
        assertThat(volatility.deviation(0)).isCloseTo(Math.sqrt(square), within(1e-15));
        double scale = 0.01 / Math.sqrt(square);
        assertThat(stage.allowed(rule)).isCloseTo(50_000 * scale / 100.98, within(1e-6));
        stage.holding(0, 10_000);
        assertThat(stage.allowed(rule)).isCloseTo((50_000 * scale - 10_000) / 100.98, within(1e-6));
    }

    @Test
    void aSplitIsNoMoveOfThePrice() {
        BarVolatility volatility = new BarVolatility(3, 3);
        BarVolatility always = new BarVolatility(3, 3);
        for (double close : new double[] {100, 102, 101}) {
            volatility.onStep(stage.bar(0, close));
            always.onStep(stage.bar(0, close / 4));
        }
        stage.bar(0, 25.5);
        always.onStep(stage);
        split("2", "2");
        volatility.onStep(stage);

        assertThat(volatility.deviation(0)).isEqualTo(always.deviation(0)).isLessThan(0.02);
        assertThat(volatility.range(0)).isEqualTo(always.range(0)).isLessThan(0.5);
        split("0.1");
        volatility.onStep(stage.bar(1, 100));
        assertThat(volatility.range(0)).as("of another one").isEqualTo(always.range(0));
    }

    @Test
    void aSplitMovesVolumeAndDepthToTheUnitsThereAreNow() {
        VolumeGate gate = new VolumeGate(0.5, memory);
        memory.onStep(stage.at(MINUTE).bar(0, 100, 10));
        quotes(new Quote(0, 5, 99, 20, 101, 30, 0, 0));
        memory.onStep(stage.at(2 * MINUTE).bar(0, 100, 20));

        stage.bar(0, 1_000, 3);
        split("0.1");
        memory.onStep(stage.at(3 * MINUTE));
        assertThat(stage.allowed(gate)).as("half the mean of 2 and 3").isEqualTo(1.25);
        assertThat(memory.depth(0, Side.BUY)).isEqualTo(3);
        assertThat(memory.depth(0, Side.SELL)).isEqualTo(2);
    }

    @Test
    void opensTheSmallestOrderAtMostWhereVolatilityIsUnknown() {
        SizeRulesConfig config = Settings.size(s -> s.volatilityTarget(CapConfig.share(0.5))
                .rangeRisk(CapConfig.share(0.01))
                .whenUnknown(UnknownVolatility.MINIMUM));
        BarVolatility volatility = new BarVolatility(30, 3);
        VolatilityTarget target = new VolatilityTarget(config, UNIVERSE, volatility);
        RangeRisk range = new RangeRisk(config, UNIVERSE, volatility);

        assertThat(stage.allowed(target)).as("worth 35 at 100 in lots of 0.1").isEqualTo(0.4);
        assertThat(stage.allowed(range)).isEqualTo(0.4);
        stage.prices[0] = 1_000;
        assertThat(stage.allowed(target)).as("one lot").isEqualTo(0.1);
        stage.holding(0, 1);
        assertThat(stage.allowed(target)).as("and not again and again").isZero();
        stage.holding(0, -1);
        assertThat(stage.allowed(range)).isZero();
    }

    @Test
    void theSmallestOrderFollowsTheGrid() {
        SizeRulesConfig config = Settings.size(s -> s.volatilityTarget(CapConfig.share(0.5))
                .rangeRisk(CapConfig.share(0.01))
                .whenUnknown(UnknownVolatility.MINIMUM));
        BarVolatility volatility = new BarVolatility(30, 3);
        VolatilityTarget target = new VolatilityTarget(config, UNIVERSE, volatility);
        RangeRisk range = new RangeRisk(config, UNIVERSE, volatility);
        stage.markets[0] = InstrumentMarket.QUIET.withEvents(
                List.of(new MarketEvent.GridChange(0, Decimal.of("0.01"), Decimal.of("0.25"))));
        target.onStep(stage);
        range.onStep(stage);
        stage.markets[0] = InstrumentMarket.QUIET;
        target.onStep(stage);

        assertThat(stage.allowed(target)).as("worth 35 at 100 in lots of 0.25").isEqualTo(0.5);
        assertThat(stage.allowed(range)).isEqualTo(0.5);
    }

    @Test
    void losesNoMoreThanAShareOverSomeRanges() {
        SizeRulesConfig config = Settings.size(
                s -> s.rangeRisk(CapConfig.share(0.01)).rangeMultiple(4).volatilityBars(2));
        BarVolatility volatility = new BarVolatility(2, 3);
        RangeRisk rule = new RangeRisk(config, UNIVERSE, volatility);
        assertThat(rule.reason()).isEqualTo(ReasonCode.RANGE_RISK);
        assertThat(rule.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.VOLATILITY_UNKNOWN);
        assertThat(stage.allowed(rule)).isZero();
        ranged(volatility, 1);
        ranged(volatility, 2);
        assertThat(volatility.isKnown(0)).isFalse();
        ranged(volatility, 3);
        assertThat(volatility.range(0)).isEqualTo(5);
        assertThat(stage.allowed(rule)).as("1,000 lost by 20 a unit").isCloseTo(50, within(1e-9));
        stage.holding(0, 2_000);
        assertThat(stage.allowed(rule)).isCloseTo(30, within(1e-9));
        stage.factors[0] = 10;
        stage.holding(0, 0);
        assertThat(stage.allowed(rule)).isCloseTo(5, within(1e-9));
        assertThat(rule.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.RANGE_RISK);
    }

    private void ranged(BarVolatility volatility, int minute) {
        stage.markets[0] = InstrumentMarket.of(new Bar(minute * MINUTE, MINUTE, 100, 102, 97, 100, 1));
        volatility.onStep(stage);
    }

    /** Lets the first instrument be split at the moment that is set. */
    private void split(String... ratios) {
        List<MarketEvent> events = new ArrayList<>();
        for (String ratio : ratios) {
            events.add(new MarketEvent.Split(stage.now, Decimal.of(ratio)));
        }
        stage.markets[0] = stage.markets[0].withEvents(events);
    }

    private void quotes(Quote... quotes) {
        stage.markets[0] = new InstrumentMarket(null, List.of(quotes), List.of(), List.of());
        memory.onStep(stage);
    }
}
