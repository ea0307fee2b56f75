package io.aqts.core.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.FeeConfig;
import io.aqts.config.FeeCurrency;
import io.aqts.config.FeePaymentConfig;
import io.aqts.config.FeeTier;
import io.aqts.config.FixedFeeConfig;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FeePropertyTest {

    /** One part of an order that fills. */
    record Part(boolean makes, int lots, int ticks) {

        Deal deal() {
            return new Deal(
                    Side.BUY, makes ? Liquidity.MAKER : Liquidity.TAKER, Decimal.of(lots, 3), Decimal.of(ticks, 2));
        }
    }

    @Property
    void f3_theFeesOfAllFillsAreTheFeeOfTheOrder(
            @ForAll("schedules") FeeConfig fees, @ForAll("parts") List<Part> parts) {
        Tariff tariff = new Tariff("V", fees, Universe.EMPTY);
        Bill bill = new Bill();
        BigDecimal charged = BigDecimal.ZERO;
        for (Part part : parts) {
            charged = charged.add(tariff.charge(bill, part.deal(), 0).amount().toBigDecimal());
        }

        BigDecimal exact = wholeFee(fees, parts);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(fees.decimals());
        BigDecimal tolerance = unit.multiply(BigDecimal.valueOf(parts.size() + 1));
        assertThat(charged.subtract(exact).abs()).isLessThanOrEqualTo(tolerance);
        assertThat(charged.stripTrailingZeros().scale()).isLessThanOrEqualTo(fees.decimals());
    }

    @Property
    void f3_noFillIsRoundedTwice(
            @ForAll @IntRange(min = -100, max = 1000) int bps,
            @ForAll @IntRange(min = 1, max = 1_000_000) int lots,
            @ForAll @IntRange(min = 1, max = 10_000_000) int ticks,
            @ForAll @IntRange(min = 0, max = 9) int decimals,
            @ForAll RoundingMode mode) {
        if (mode == RoundingMode.UNNECESSARY) {
            return;
        }
        FeeConfig fees = FeeConfig.defaults().toBuilder()
                .takerBps(bps)
                .decimals(decimals)
                .rounding(mode)
                .build();
        Deal deal = new Part(false, lots, ticks).deal();
        BigDecimal exact =
                deal.notional().toBigDecimal().multiply(BigDecimal.valueOf(bps)).movePointLeft(4);

        Charge charge = new Tariff("V", fees, Universe.EMPTY).assess(new Bill(), deal);

        assertThat(charge.worth().toBigDecimal()).isEqualByComparingTo(exact.setScale(decimals, mode));
    }

    @Property
    void f5_anAmountIsNeverOverspentWhateverIsCharged(
            @ForAll("schedules") FeeConfig fees,
            @ForAll @IntRange(min = 1, max = 5_000_000) int cents,
            @ForAll @IntRange(min = 1, max = 500_000) int ticks) {
        Trading trading = Trading.with(e -> e.fees(fees));
        trading.submit(TestOrders.spend(Decimal.of(cents, 2).toString()));

        for (Fill fill : trading.flat(ticks / 100.0)) {
            assertThat(fill.cost()).isLessThanOrEqualTo(Decimal.of(cents, 2));
            assertThat(fill.fee().isNegative() && fees.takerBps() >= 0).isFalse();
        }
        assertThat(trading.ledger.cash())
                .isGreaterThanOrEqualTo(Decimal.of(100_000).minus(Decimal.of(cents, 2)));
    }

    @Property(tries = 300)
    void f6_aTierIsWhatTheVolumeWithinTheWindowMakes(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 20) Integer> gaps) {
        FeeConfig fees = FeeConfig.defaults().toBuilder()
                .window(Duration.ofNanos(30))
                .tiers(List.of(new FeeTier(Decimal.of(30), 3, 3), new FeeTier(Decimal.of(50), 2, 2)))
                .build();
        TradedVolume volume = new TradedVolume("V", fees);
        long now = 0;
        for (int i = 0; i < gaps.size(); i++) {
            now += gaps.get(i);
            volume.roll(now);
            assertThat(volume.tier()).isEqualTo(plainTier(gaps.subList(0, i), now));
            volume.add(now, Decimal.of(10));
        }
        List<FeeTransition> all = volume.transitions();
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).from()).isEqualTo(all.get(i - 1).to());
            assertThat(all.get(i).epochNanos())
                    .isGreaterThanOrEqualTo(all.get(i - 1).epochNanos());
        }
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 100_000),
                        Arbitraries.integers().between(1, 1_000_000))
                .as(Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<FeeConfig> schedules() {
        Arbitrary<Decimal> sums =
                Arbitraries.of("0", "0", "0.005", "0.3333", "1", "25").map(Decimal::of);
        Arbitrary<FixedFeeConfig> fixed =
                Combinators.combine(sums, sums, sums, sums).as(FixedFeeConfig::new);
        Arbitrary<FeePaymentConfig> payment = Arbitraries.of(
                FeePaymentConfig.defaults(), new FeePaymentConfig(FeeCurrency.OTHER, "T", "", Decimal.ONE, 1));
        Arbitrary<Double> bps = Arbitraries.of(-5.0, 0.0, 0.3, 10.0, 33.3, 1000.0);
        Arbitrary<RoundingMode> modes =
                Arbitraries.of(RoundingMode.values()).filter(mode -> mode != RoundingMode.UNNECESSARY);
        return Combinators.combine(
                        bps, bps, fixed, payment, Arbitraries.integers().between(0, 10), modes)
                .as((maker, taker, amounts, paid, decimals, mode) -> FeeConfig.defaults().toBuilder()
                        .makerBps(maker)
                        .takerBps(taker)
                        .fixed(amounts)
                        .payment(paid)
                        .decimals(decimals)
                        .rounding(mode)
                        .build());
    }

    private static BigDecimal wholeFee(FeeConfig fees, List<Part> parts) {
        BigDecimal sum = fees.fixed().perOrder().toBigDecimal();
        for (Part part : parts) {
            double bps = part.makes() ? fees.makerBps() : fees.takerBps();
            Deal deal = part.deal();
            sum = sum.add(deal.notional()
                            .toBigDecimal()
                            .multiply(BigDecimal.valueOf(bps))
                            .movePointLeft(4))
                    .add(fees.fixed().perFill().toBigDecimal())
                    .add(fees.fixed().perUnit().times(deal.quantity()).toBigDecimal());
        }
        BigDecimal minimum = fees.fixed().minimum().toBigDecimal();
        return minimum.signum() > 0 ? sum.max(minimum) : sum;
    }

    private static int plainTier(List<Integer> gaps, long now) {
        long at = 0;
        int recent = 0;
        for (int gap : gaps) {
            at += gap;
            recent += now - at < 30 ? 10 : 0;
        }
        return recent >= 50 ? 2 : recent >= 30 ? 1 : 0;
    }
}
