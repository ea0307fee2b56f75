package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.AmendingVenue;
import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.OrderFeature;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What every {@link ExecutionVenue} promises, wherever the orders go.
 *
 * <p>The orders lie on their instruments' grids and are approved without a gate: see {@link TestMint}.
 */
public interface ExecutionVenueContract {

    /**
     * Makes the venue under test, without history.
     *
     * @param context the run it is for, with one to three instruments
     * @return the venue
     */
    ExecutionVenue create(LayerContext context);

    /** {@return who approves the orders of one run, with numbers counted from 1} */
    default Approver approver() {
        return new TestMint();
    }

    /** {@return how many snapshots the longest markets have} */
    default int longestMarket() {
        return 60;
    }

    /**
     * The most a fill may cost in fees, or be rebated.
     *
     * @param fill the fill
     * @return a sum in quote currency; one tenth of the notional and one unit for rounding, unless overridden
     */
    default Decimal highestFee(Fill fill) {
        return fill.notional().times(Decimal.of(1, 1)).plus(Decimal.ONE);
    }

    /** {@return the markets it is tried on} */
    @Provide
    default Arbitrary<Market> markets() {
        return Markets.any(longestMarket());
    }

    /** {@return the configurations it is tried with} */
    @Provide
    default Arbitrary<AqtsConfig> configs() {
        return Configs.any();
    }

    /** The same calls give the same events. */
    @Property(tries = 30)
    default void isDeterministic(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        probe(market.context(config)).answersTheSameTwice(script(market), VenueTurn::copy);
    }

    /** What happened up to a moment stays the same if the data ends there, or goes on in any other way. */
    @Property(tries = 30)
    default void doesNotLookAhead(
            @ForAll("markets") Market market,
            @ForAll("configs") AqtsConfig config,
            @ForAll @IntRange(max = 100) int percent) {
        int cut = market.size() * percent / 100;
        List<List<VenueTurn>> others = new ArrayList<>();
        for (Future future : Future.values()) {
            others.add(script(future.of(market, cut)));
        }
        probe(market.context(config)).answersTheSameBefore(cut, script(market), others);
    }

    /** Events are about orders it was given, and fills about their instruments. */
    @Property(tries = 30)
    default void reportsOnlyOrdersItWasGiven(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        List<OrderLife> lives = record(market, config).lives();
        assertThat(lives).as("orders").allMatch(life -> life.approved().id() > 0, "approved");
    }

    /** What fills of an order never exceeds it. */
    @Property(tries = 40)
    default void fillsNoMoreThanTheOrder(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        record(market, config).lives().forEach(OrderLife::requireQuantity);
    }

    /** What is bought for a sum never costs more, fees included, and is in whole lots. */
    @Property(tries = 40)
    default void spendsNoMoreThanTheAmount(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        for (OrderLife life : record(market, config).lives()) {
            int instrument = life.approved().order().instrument();
            life.requireSpend(market.universe().instrument(instrument).lotSize());
        }
    }

    /** No fill of an order is worse than its limit. */
    @Property(tries = 40)
    default void respectsLimits(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        record(market, config).lives().forEach(OrderLife::requireLimit);
    }

    /**
     * Conditions of orders are kept: what may only give liquidity never takes, what is all or nothing fills wholly or
     * not at all, what waits for a price is set off first, and nothing fills when its time is over. What a venue does
     * not offer it rejects.
     */
    @Property(tries = 60)
    default void keepsTheConditionsOfOrders(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        for (OrderLife life : record(market, config).lives()) {
            life.requireLiquidityGiven();
            life.requireAllOrNothing();
            life.requireTriggerFirst();
            life.requireInTime();
        }
    }

    /** What it says it offers it takes, and what asks for anything else it rejects as not supported. */
    @Property(tries = 40)
    default void takesWhatItOffersAndRejectsTheRest(
            @ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        Set<OrderFeature> offers;
        try (ExecutionVenue venue = create(market.context(config))) {
            offers = venue.offers();
        }
        record(market, config).lives().forEach(life -> life.requireOffered(offers));
    }

    /** Of a list in which one cancels the other, one fills at most, and nothing of the others after that. */
    @Property(tries = 40)
    default void ofOrdersThatCancelOneAnotherOneFills(
            @ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        record(market, config).requireOneOfEachList();
    }

    /** A request to amend an order that never was changes nothing and is refused, by a venue that takes such at all. */
    @Example
    default void refusesToAmendWhatNeverWas() {
        JumpScript script = new JumpScript(approver(), Side.BUY, 10);
        try (ExecutionVenue venue = create(script.context())) {
            if (venue instanceof AmendingVenue amending) {
                assertThat(amending.amend(approver()
                                .revise(script.order(0), script.order(0).order(), 0, Decimal.ONE)))
                        .as("answer to amending an order that never was")
                        .allMatch(ExecutionEvent.AmendRejected.class::isInstance);
            }
        }
    }

    /** No order fills at the moment it was approved or before. */
    @Property(tries = 40)
    default void fillsOnlyAfterTheApproval(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        record(market, config).lives().forEach(OrderLife::requireLaterFills);
    }

    /** Every order ends once, filled, canceled or rejected, and nothing follows but the fills of its exits. */
    @Property(tries = 40)
    default void endsEachOrderOnce(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        record(market, config).lives().forEach(OrderLife::requireOneEnd);
    }

    /** Whatever is canceled ends within three snapshots, and canceling what never was does nothing. */
    @Property(tries = 40)
    default void cancelsWhatIsLeft(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        VenueRecord record = record(market, config);
        record.lives().forEach(OrderLife::requireEnded);

        try (ExecutionVenue venue = create(market.context(config))) {
            assertThat(venue.cancel(7))
                    .as("answer to canceling an order that never was")
                    .isEmpty();
        }
    }

    /** An approval that was submitted before is rejected, and nothing else changes by it. */
    @Property(tries = 40)
    default void rejectsAnApprovalUsedBefore(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        Probe<VenueTurn, VenueTurn.Answers> probe = probe(market.context(config));
        List<VenueTurn> plain = script(market);
        List<VenueTurn> doubled = VenueScript.withDuplicates(plain);
        List<VenueTurn.Answers> expected = probe.answers(plain);
        List<VenueTurn.Answers> actual = probe.answers(doubled);
        for (int i = 0; i < plain.size(); i++) {
            int orders = plain.get(i).orders().size();
            List<List<ExecutionEvent>> submitted = actual.get(i).submitted();
            for (List<ExecutionEvent> answer : submitted.subList(orders, submitted.size())) {
                assertThat(answer)
                        .as("answer to an approval used before, in turn %s", i)
                        .singleElement()
                        .isInstanceOf(ExecutionEvent.Rejected.class);
            }
            assertThat(new VenueTurn.Answers(
                            actual.get(i).met(),
                            submitted.subList(0, orders),
                            actual.get(i).canceled()))
                    .as("all else in turn %s, with approvals used twice", i)
                    .isEqualTo(expected.get(i));
        }
    }

    /** What may only reduce a position never opens, enlarges or turns it. */
    @Property(tries = 40)
    default void reduceOnlyOnlyReduces(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        record(market, config).requireReductions(false);
    }

    /** Protective exits fill no more than their order did, against it, and only reduce the position. */
    @Property(tries = 40)
    default void protectiveExitsOnlyReduce(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        VenueRecord record = record(market, config);
        record.lives().forEach(OrderLife::requireExits);
        record.requireReductions(true);
    }

    /** Events come in the order of their times, none after the snapshot at hand; rejections of twins too. */
    @Property(tries = 40)
    default void reportsInTheOrderOfTime(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        record(market, config).requireOrderOfTime();
        try (ExecutionVenue venue = create(market.context(config))) {
            VenueRecord.of(venue, VenueScript.withDuplicates(script(market))).requireOrderOfTime();
        }
    }

    /** Fees and rebates stay within what is called reasonable. */
    @Property(tries = 40)
    default void chargesReasonableFees(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        for (Fill fill : record(market, config).fills()) {
            assertThat(fill.fee().abs()).as("fee of %s, without its sign", fill).isLessThanOrEqualTo(highestFee(fill));
        }
    }

    /** Two venues side by side do not notice one another. */
    @Property(tries = 30)
    default void sharesNothingWithOthers(
            @ForAll("markets") Market market, @ForAll("markets") Market foreign, @ForAll("configs") AqtsConfig config) {
        probe(market.context(config))
                .answersTheSameAmong(script(market), probe(foreign.context(config)), script(foreign));
    }

    /** The lists it gave stay as they were given. */
    @Property(tries = 20)
    default void keepsWhatItReported(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        probe(market.context(config)).keepsItsAnswers(script(market));
    }

    /** After a jump an order fills near the new price, not near the one it was decided on. */
    @Example
    default void fillsAtThePricesOfItsFuture() {
        for (Side side : Side.values()) {
            for (double factor : new double[] {10, 0.1}) {
                JumpScript jump = new JumpScript(approver(), side, factor);
                for (Fill fill : jump.fills(create(jump.context()))) {
                    assertThat(fill.price().toDouble())
                            .as("price of %s, decided at %s before a jump to %s", fill, JumpScript.BEFORE, jump.after())
                            .isBetween(jump.after() / 2, jump.after() * 2);
                }
            }
        }
    }

    /** An order given in the middle of a bar does not profit from the price at which that bar had opened. */
    @Example
    default void doesNotFillAtTheOpenOfABarUnderWay() {
        for (Side side : Side.values()) {
            JumpScript jump = new JumpScript(approver(), side, side == Side.BUY ? 10 : 0.1);
            for (Fill fill : jump.fillsMidBar(create(jump.context()))) {
                assertThat(side.sign() * (fill.price().toDouble() - (JumpScript.BEFORE + jump.after()) / 2))
                        .as("sign of how far %s is beyond the middle of a bar that opened before it was approved", fill)
                        .isPositive();
            }
        }
    }

    /** In calm markets some orders fill, so that the other promises are not kept by doing nothing. */
    @Example
    default void fillsSomething() {
        for (Market market : List.of(
                Market.bars(MarketKind.CALM, 1, 1, longestMarket()),
                Market.quoted(MarketKind.CALM, 1, 1, longestMarket()))) {
            assertThat(record(market, AqtsConfig.defaults()).fills())
                    .as("fills in a %s", market)
                    .isNotEmpty();
        }
    }

    /** What it assumes about fills and costs it says in sentences, before any order. */
    @Example
    default void statesItsAssumptions() {
        try (ExecutionVenue venue = create(Market.bars(MarketKind.CALM, 1, 1, 1).context(AqtsConfig.defaults()))) {
            assertThat(venue.assumptions()).as("assumptions").noneMatch(String::isBlank);
        }
    }

    /** Closing twice does nothing. */
    @Example
    default void closesTwice() {
        ExecutionVenue venue = create(Market.bars(MarketKind.CALM, 1, 1, 1).context(AqtsConfig.defaults()));
        venue.close();
        venue.close();
    }

    private List<VenueTurn> script(Market market) {
        return VenueScript.of(market, approver());
    }

    private VenueRecord record(Market market, AqtsConfig config) {
        try (ExecutionVenue venue = create(market.context(config))) {
            return VenueRecord.of(venue, script(market));
        }
    }

    private Probe<VenueTurn, VenueTurn.Answers> probe(LayerContext context) {
        return new Probe<>("the venue", () -> {
            ExecutionVenue venue = create(context);
            return turn -> turn.ask(venue);
        });
    }
}
