package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.protectedBy;
import static io.aqts.core.execute.TestOrders.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.config.FeeConfig;
import io.aqts.config.FeeCurrency;
import io.aqts.config.FeePaymentConfig;
import io.aqts.config.FeeTier;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What fills are charged, in every way there is. */
class FeeTest {

    private static final Instrument TOKEN = Instrument.of("BNB/USD");

    @Test
    void f1_makerAndTakerAreToldApartForEachFill() {
        Trading trading = charging(f -> f.makerBps(1).takerBps(5));
        trading.submit(market(Side.BUY, "1"));
        trading.submit(TestOrders.limit(Side.BUY, "1", "99"));

        List<Fill> fills = new ArrayList<>(trading.flat(100));
        fills.addAll(trading.bar(100, 100, 98, 99));

        assertThat(fills)
                .extracting(fill -> fill.context().liquidity())
                .containsExactly(Liquidity.TAKER, Liquidity.MAKER);
        assertThat(fees(fills)).containsExactly("0.05", "0.0099");
    }

    @Test
    void f1_everyPartOfAnOrderIsChargedForItself() {
        Trading trading = Trading.atBook(f -> f.takerBps(10));
        trading.submit(market(Side.BUY, "5"));

        List<Fill> fills = trading.asks("100", "2", "101", "3");

        assertThat(fees(fills)).containsExactly("0.2", "0.303");
    }

    @Test
    void f2_aFeeWithheldReducesWhatIsReceivedAndNotTheCash() {
        Trading trading = charging(f -> f.takerBps(100).payment(p -> p.currency(FeeCurrency.RECEIVED)));
        trading.submit(market(Side.BUY, "2"));

        Fill fill = trading.flat(100).get(0);

        assertThat(fill.context().payment()).isEqualTo(new FeePayment.Withheld("COIN", Decimal.of("0.02")));
        assertThat(fill.fee()).isEqualTo(Decimal.of(2));
        assertThat(fill.quantity()).isEqualTo(Decimal.of(2));
        assertThat(trading.held()).isEqualTo(Decimal.of("1.98"));
        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of(99_800));
        assertThat(trading.ledger.markedEquity()).isEqualTo(99_998);
    }

    @Test
    void f2_ofASaleTheQuoteIsReceived() {
        Trading trading = charging(f -> f.takerBps(100).payment(p -> p.currency(FeeCurrency.RECEIVED)));
        trading.submit(market(Side.SELL, "2"));

        Fill fill = trading.flat(100).get(0);

        assertThat(fill.context().payment()).isEqualTo(FeePayment.IN_QUOTE);
        assertThat(trading.held()).isEqualTo(Decimal.of(-2));
        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of(100_198));
    }

    @Test
    void f2_exitsOfAPurchaseWithAFeeWithheldSellWhatWasReceived() {
        Trading trading = charging(f -> f.takerBps(100).payment(p -> p.currency(FeeCurrency.RECEIVED)));
        trading.submit(protectedBy(market(Side.BUY, "2"), "90", "0", 0));
        trading.flat(100);

        List<Fill> stopped = trading.bar(95, 95, 80, 85);

        assertThat(stopped).extracting(Fill::quantity).containsExactly(Decimal.of("1.98"));
        assertThat(trading.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void f2_anAmountToSpendPaysForTheGrossWhereTheFeeIsWithheld() {
        Trading trading = charging(f -> f.takerBps(100).payment(p -> p.currency(FeeCurrency.RECEIVED)));
        trading.submit(spend("1000"));
        trading.flat(100);

        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of(99_000));
        assertThat(trading.held()).isEqualTo(Decimal.of("9.9"));
    }

    @Test
    void f2_aThirdCurrencyIsConvertedAtAConfiguredPriceWithItsDiscount() {
        Trading trading = charging(f -> f.takerBps(10)
                .decimals(4)
                .payment(p -> p.currency(FeeCurrency.OTHER)
                        .name("BNB")
                        .price(Decimal.of(300))
                        .factor(0.75)));
        trading.submit(market(Side.BUY, "10"));

        Fill fill = trading.flat(100).get(0);

        assertThat(fill.context().payment()).isEqualTo(new FeePayment.InOther("BNB", Decimal.of("0.0025")));
        assertThat(fill.fee()).isEqualTo(Decimal.of("0.75"));
        assertThat(trading.held()).isEqualTo(Decimal.of(10));
        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of("98999.25"));
    }

    @Test
    void f2_aThirdCurrencyIsConvertedAtTheLastPriceOfItsInstrument() {
        Trading trading = Trading.in(
                Universe.of(Trading.COIN, TOKEN),
                e -> e.fees(f -> f.takerBps(10).payment(token())));
        trading.meet(InstrumentMarket.QUIET, InstrumentMarket.of(bar(trading, 200)));
        trading.submit(market(Side.BUY, "10"));
        trading.meet(InstrumentMarket.QUIET, InstrumentMarket.of(bar(trading, 400)));

        Fill fill = trading.flat(100).get(0);

        assertThat(fill.context().payment()).isEqualTo(new FeePayment.InOther("BNB", Decimal.of("0.001875")));
    }

    @Test
    void f2_aFeeIsPaidInFullInQuoteAsLongAsNobodyKnowsThePriceOfTheOther() {
        Trading trading = Trading.in(
                Universe.of(Trading.COIN, TOKEN),
                e -> e.fees(f -> f.takerBps(10).payment(token())));
        trading.submit(market(Side.BUY, "10"));

        Fill fill = trading.flat(100).get(0);

        assertThat(fill.context().payment()).isEqualTo(FeePayment.IN_QUOTE);
        assertThat(fill.fee()).isEqualTo(Decimal.ONE);
    }

    @Test
    void f2_refusesToConvertByAnInstrumentThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trading.with(e -> e.fees(f -> f.payment(token()))))
                .withMessage("execution.fees.payment.symbol must be a symbol of the universe, but was BNB/USD");
    }

    @Test
    void f3_theModeOfRoundingIsTheOneStated() {
        assertThat(feeOf(f -> f.takerBps(1).decimals(2).rounding(RoundingMode.HALF_UP), "1.5"))
                .isEqualTo("0.02");
        assertThat(feeOf(f -> f.takerBps(1).decimals(2).rounding(RoundingMode.HALF_DOWN), "1.5"))
                .isEqualTo("0.01");
        assertThat(feeOf(f -> f.takerBps(1).decimals(2).rounding(RoundingMode.HALF_EVEN), "2.5"))
                .isEqualTo("0.02");
        assertThat(feeOf(f -> f.takerBps(1).decimals(2).rounding(RoundingMode.CEILING), "1.01"))
                .isEqualTo("0.02");
        assertThat(feeOf(f -> f.takerBps(1).decimals(2).rounding(RoundingMode.DOWN), "1.99"))
                .isEqualTo("0.01");
        assertThat(feeOf(f -> f.takerBps(-1).decimals(2).rounding(RoundingMode.CEILING), "1.99"))
                .isEqualTo("-0.01");
    }

    @Test
    void f4_aRebateIncreasesCashAndTheResult() {
        Trading trading = charging(f -> f.makerBps(-2).takerBps(0));
        trading.submit(TestOrders.limit(Side.BUY, "10", "99"));
        trading.flat(100);
        Fill bought = trading.bar(100, 100, 98, 99).get(0);
        trading.submit(market(Side.SELL, "10"));
        trading.flat(99);

        assertThat(bought.fee()).isEqualTo(Decimal.of("-0.198"));
        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of("100000.198"));
        assertThat(trading.ledger.position(0).fees()).isEqualTo(Decimal.of("-0.198"));
    }

    @Test
    void f4_aRebateIsPaidInQuoteThoughFeesAreNot() {
        Trading trading = charging(f -> f.takerBps(-2)
                .payment(p -> p.currency(FeeCurrency.OTHER)
                        .name("BNB")
                        .price(Decimal.ONE)
                        .factor(0.5)));
        trading.submit(market(Side.BUY, "10"));

        Fill fill = trading.flat(100).get(0);

        assertThat(fill.context().payment()).isEqualTo(FeePayment.IN_QUOTE);
        assertThat(fill.fee()).isEqualTo(Decimal.of("-0.2"));
    }

    @Test
    void f5_aMinimumIsChargedOnceForAllPartsOfAnOrder() {
        Trading trading = Trading.atBook(f -> f.takerBps(10).fixed(x -> x.minimum(Decimal.of("0.45"))));
        trading.submit(market(Side.BUY, "5"));

        List<Fill> fills = trading.asks("100", "2", "101", "3");

        assertThat(fees(fills)).containsExactly("0.45", "0.053");
    }

    @Test
    void f5_aMinimumThatIsNeverReachedIsTheFeeOfTheWholeOrder() {
        Trading trading = Trading.atBook(f -> f.takerBps(10).fixed(x -> x.minimum(Decimal.of(7))));
        trading.submit(market(Side.BUY, "5"));

        assertThat(fees(trading.asks("100", "2", "101", "3"))).containsExactly("7", "0");
    }

    @Test
    void f5_whatAnOrderPaysOnceAndWhatEachFillAndEachUnitPaysAddUp() {
        Trading trading = Trading.atBook(f -> f.takerBps(10)
                .fixed(x -> x.perOrder(Decimal.of(1)).perFill(Decimal.of("0.1")).perUnit(Decimal.of("0.01"))));
        trading.submit(market(Side.BUY, "5"));
        List<Fill> first = trading.asks("100", "2", "101", "3");
        trading.submit(market(Side.BUY, "1"));
        List<Fill> second = trading.asks("100", "2");

        assertThat(fees(first)).containsExactly("1.32", "0.433");
        assertThat(fees(second)).containsExactly("1.21");
    }

    @Test
    void f5_exitsPayAsOrdersOfTheirOwn() {
        Trading trading = charging(f -> f.takerBps(0).fixed(x -> x.perOrder(Decimal.ONE)));
        trading.submit(protectedBy(market(Side.BUY, "2"), "90", "0", 0));
        List<Fill> fills = new ArrayList<>(trading.flat(100));
        fills.addAll(trading.bar(95, 95, 80, 85));

        assertThat(fees(fills)).containsExactly("1", "1");
    }

    @Test
    void f5_whatDoesNotFillIsNotCharged() {
        Trading trading = charging(f -> f.fixed(x -> x.perOrder(Decimal.ONE).minimum(Decimal.of(5))));
        trading.submit(TestOrders.immediate(TestOrders.limit(Side.BUY, "1", "50")));

        assertThat(trading.flat(100)).isEmpty();
        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of(100_000));
    }

    @Test
    void f6_tiersRollWithTheVolumeAndForgetWhatIsTooOld() {
        Trading trading = charging(f -> f.takerBps(10)
                .window(Duration.ofMinutes(5))
                .tiers(List.of(new FeeTier(Decimal.of(1000), 5, 5), new FeeTier(Decimal.of(2000), 1, 1))));

        List<String> fees = new ArrayList<>();
        for (String quantity : List.of("9", "1", "10", "1", "0", "0", "1", "1")) {
            fees.addAll(fees(trade(trading, quantity)));
        }

        assertThat(fees).containsExactly("0.9", "0.1", "0.5", "0.01", "0.05", "0.1");
        long start = 1_000 * Trading.MINUTE;
        assertThat(trading.venue.feeTransitions())
                .containsExactly(
                        transition(start + 2 * Trading.MINUTE, 0, 1, "1000"),
                        transition(start + 3 * Trading.MINUTE, 1, 2, "2000"),
                        transition(start + 6 * Trading.MINUTE, 2, 1, "1200"),
                        transition(start + 8 * Trading.MINUTE, 1, 0, "200"));
        assertThat(trading.venue.assumptions()).anyMatch(line -> line.contains("with 4 changes of tier"));
    }

    @Test
    void f6_whatIsExactlyAsOldAsTheWindowNoLongerCounts() {
        TradedVolume volume = new TradedVolume(
                "V",
                FeeConfig.defaults().toBuilder()
                        .window(Duration.ofNanos(100))
                        .tiers(List.of(new FeeTier(Decimal.of(10), 1, 1)))
                        .build());
        volume.add(50, Decimal.of(10));
        volume.roll(50);
        assertThat(volume.tier()).isEqualTo(1);
        volume.roll(149);
        assertThat(volume.tier()).isEqualTo(1);
        volume.roll(150);
        assertThat(volume.tier()).isZero();
        assertThat(volume.transitions()).extracting(FeeTransition::epochNanos).containsExactly(50L, 150L);
    }

    @Test
    void f6_eachVenueCountsItsOwnVolume() {
        FeeConfig tiered = FeeConfig.defaults().toBuilder()
                .takerBps(10)
                .tiers(List.of(new FeeTier(Decimal.of(50), 1, 1)))
                .build();
        Trading trading = Trading.in(Trading.atVenues(new Venue("A", 0, tiered), new Venue("B", 0, tiered)), e -> e);
        List<String> fees = new ArrayList<>();
        for (int venue : List.of(0, 1, 0)) {
            trading.submit(market(Side.BUY, "1"));
            fees.addAll(fees(trading.meet(
                    new InstrumentMarket(null, List.of(trading.quote(venue, 99, 100, 5)), List.of(), List.of()))));
        }

        assertThat(fees).containsExactly("0.1", "0.1", "0.01");
    }

    @Test
    void f7_aFillThatTurnsAPositionRoundIsChargedOnce() {
        Trading trading = charging(f -> f.takerBps(10).fixed(x -> x.perOrder(Decimal.ONE)));
        trading.submit(market(Side.BUY, "1"));
        trading.flat(100);
        trading.submit(market(Side.SELL, "3"));

        Fill turned = trading.flat(100).get(0);

        assertThat(turned.fee()).isEqualTo(Decimal.of("1.3"));
        assertThat(trading.ledger.cash()).isEqualTo(Decimal.of("100197.6"));
        assertThat(trading.ledger.position(0).fees()).isEqualTo(Decimal.of("2.4"));
    }

    @Test
    void f8_refusesWhatCannotBeCharged() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Venue("v", 0, Double.NaN, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Venue("v", 0, 1, 2, FeeConfig.defaults()))
                .withMessage("venue.makerFeeBps must be 10.0, but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeePayment.Withheld("COIN", Decimal.of(-1)))
                .withMessage("feePayment.amount must be zero or more, but was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> new FeePayment.InOther(" ", Decimal.ONE));
    }

    @Test
    void aVenueThatSaysItsRatesOnlyTakesTheRestFromTheConfiguration() {
        Trading trading = Trading.in(
                Trading.atVenues(new Venue("A", 0, 0, 20)),
                e -> e.fees(f -> f.takerBps(1)
                        .tiers(List.of(new FeeTier(Decimal.ONE, 0, 0)))
                        .fixed(x -> x.perOrder(Decimal.of(3)))));
        trading.submit(market(Side.BUY, "1"));
        List<Fill> fills = new ArrayList<>(trading.flat(100));
        trading.submit(market(Side.BUY, "1"));
        fills.addAll(trading.flat(100));

        assertThat(fees(fills)).containsExactly("3.2", "3.2");
    }

    private static Trading charging(UnaryOperator<FeeConfig.Builder> fees) {
        return Trading.with(e -> e.fees(fees));
    }

    private static List<Fill> trade(Trading trading, String quantity) {
        if (!quantity.equals("0")) {
            trading.submit(market(Side.BUY, quantity));
        }
        return trading.flat(100);
    }

    private static String feeOf(UnaryOperator<FeeConfig.Builder> change, String quantity) {
        Trading trading = charging(change);
        trading.submit(market(Side.BUY, quantity));
        return fees(trading.flat(100)).get(0);
    }

    private static List<String> fees(List<Fill> fills) {
        return fills.stream().map(fill -> fill.fee().toString()).toList();
    }

    private static FeeTransition transition(long epochNanos, int from, int to, String volume) {
        return new FeeTransition(epochNanos, "paper", from, to, Decimal.of(volume));
    }

    private static FeePaymentConfig token() {
        return FeePaymentConfig.defaults().toBuilder()
                .currency(FeeCurrency.OTHER)
                .name("BNB")
                .symbol("BNB/USD")
                .factor(0.75)
                .build();
    }

    private static Bar bar(Trading trading, double price) {
        return new Bar(trading.nowNanos + Trading.MINUTE, Trading.MINUTE, price, price, price, price, 1);
    }
}
