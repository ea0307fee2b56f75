package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.immediate;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.postOnly;
import static io.aqts.core.execute.TestOrders.protectedBy;
import static io.aqts.core.execute.TestOrders.reducing;
import static io.aqts.core.execute.TestOrders.stop;
import static io.aqts.core.execute.Trading.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.market.AuctionKind;
import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.Contract;
import io.aqts.market.ExpirySettlement;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.market.OrderBook;
import io.aqts.market.TradingStatus;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Payoff;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueRulesTest {

    private static final Universe ONE_VENUE = Trading.atVenues(new Venue("A", 0, 0, 0));
    private static final double[] FLAT = {100, 100, 100, 100};
    private static final double[] WIDE = {100, 110, 90, 100};

    private final Trading trading = Trading.plain();
    private final Trading quoted = Trading.in(ONE_VENUE, c -> c);

    @Test
    void b11_buysAtTheAskAndSellsAtTheBidOfEveryKind() {
        long bought = quoted.submit(stop(Side.BUY, "1", "101"));
        long sold = quoted.submit(stop(Side.SELL, "1", "98"));
        quoted.quotes(99, 100);
        quoted.quotes(100, 101.5);
        quoted.quotes(97, 97.5);

        assertThat(quoted.told(bought)).containsExactly("accepted", "triggered", "1 at 101.5");
        assertThat(quoted.told(sold)).containsExactly("accepted", "triggered", "1 at 97");
    }

    @Test
    void b11_aTrailingStopFollowsTheSideItWouldTake() {
        long id = quoted.submit(
                TestOrders.trailing(Side.SELL, "1", new io.aqts.trade.Trail.ByPrice(Decimal.of(2)), "90"));
        quoted.quotes(99, 100);
        quoted.quotes(104, 110);
        quoted.quotes(102.5, 104);
        assertThat(quoted.told(id)).containsExactly("accepted");
        quoted.quotes(102, 104);

        assertThat(quoted.told(id)).containsExactly("accepted", "triggered", "1 at 102");
    }

    @Test
    void b9_lessOfATrailingStopDoesNotTakeItBack() {
        io.aqts.trade.Trail trail = new io.aqts.trade.Trail.ByPrice(Decimal.of(2));
        long id = quoted.submit(TestOrders.trailing(Side.SELL, "2", trail, "90"));
        quoted.quotes(99, 100);
        quoted.quotes(104, 110);
        quoted.amend(id, TestOrders.trailing(Side.SELL, "1", trail, "90"));
        quoted.quotes(102.5, 104);
        quoted.quotes(102, 104);

        assertThat(quoted.told(id)).contains("triggered", "1 at 102");
    }

    @Test
    void b3_aBarThatLeadsUpToQuotesAndOpensBeyondTheStopFillsItAtItsOpen() {
        long id = quoted.submit(stop(Side.BUY, "1", "105"));
        quoted.quotes(99, 100);
        quoted.meet(new InstrumentMarket(
                new io.aqts.market.Bar(quoted.nowNanos + MINUTE, MINUTE, 107, 108, 106, 106, 10),
                List.of(quoted.quote(0, 105.99, 106.01, 10)),
                List.of(),
                List.of()));

        assertThat(quoted.told(id)).first().isEqualTo("accepted");
        assertThat(quoted.told(id).get(2)).startsWith("1 at 107");
    }

    @ParameterizedTest
    @CsvSource({"100, 15, 10|5", "99.99, 15, 10", "0, 15, 10|5"})
    void d3_takesUpToTheBoundOfProtectionAndTheBoundItself(double bps, String size, String parts) {
        Trading guarded = Trading.in(ONE_VENUE, c -> c.matching(m -> m.guards(g -> g.protectionBps(bps))));
        guarded.submit(market(Side.BUY, size));

        List<Fill> fills = guarded.books(book(guarded, new BookLevel(100, 10), new BookLevel(101, 10)));

        assertThat(fills).extracting(fill -> fill.quantity().toString()).containsExactly(parts.split("\\|"));
    }

    @Test
    void d3_whatIsBeyondProtectionIsCanceledIfItCannotWaitAndElseMeetsTheNextMarket() {
        Trading guarded = Trading.in(ONE_VENUE, c -> c.matching(m -> m.guards(g -> g.protectionBps(50))));
        long impatient = guarded.submit(immediate(market(Side.BUY, "15")));
        guarded.books(book(guarded, new BookLevel(100, 10), new BookLevel(101, 10)));
        long patient = guarded.submit(limit(Side.BUY, "15", "105"));
        guarded.books(book(guarded, new BookLevel(100, 10), new BookLevel(101, 10)));
        guarded.books(book(guarded, new BookLevel(101, 10)));

        assertThat(guarded.told(impatient)).containsExactly("accepted", "10 at 100", "canceled PRICE_PROTECTION");
        assertThat(guarded.told(patient)).containsExactly("accepted", "10 at 100", "5 at 101");
    }

    @Test
    void d4_aPostOnlyOrderThatWouldTakeIsRejected() {
        long onQuotes = quoted.submit(postOnly(limit(Side.BUY, "1", "100")));
        long resting = quoted.submit(postOnly(limit(Side.BUY, "1", "99.99")));
        quoted.quotes(99, 100);
        long onBars = trading.submit(postOnly(limit(Side.BUY, "1", "100")));
        long below = trading.submit(postOnly(limit(Side.BUY, "1", "99.99")));
        trading.bar(100, 100, 99, 99.5);

        assertThat(quoted.told(onQuotes)).containsExactly("accepted", "rejected POST_ONLY");
        assertThat(quoted.told(resting)).containsExactly("accepted");
        assertThat(trading.told(onBars)).containsExactly("accepted", "rejected POST_ONLY");
        assertThat(trading.told(below)).containsExactly("accepted", "1 at 99.99");
    }

    @Test
    void d4_anAmendmentThatWouldTakeIsRejectedAndTheOrderKeepsItsPlace() {
        long first = quoted.submit(postOnly(limit(Side.BUY, "3", "99.5")));
        long second = quoted.submit(limit(Side.BUY, "3", "99.5"));
        quoted.quotes(99, 100);

        quoted.amend(first, postOnly(limit(Side.BUY, "3", "100")));
        quoted.meet(new InstrumentMarket(null, List.of(quoted.quote(0, 99, 99.4, 4)), List.of(), List.of()));

        assertThat(quoted.told(first)).containsExactly("accepted", "amend rejected POST_ONLY", "3 at 99.5");
        assertThat(quoted.told(second)).containsExactly("accepted", "1 at 99.5");
    }

    @Test
    void d5_allOrNothingCountsOnlyWhatIsLeft() {
        quoted.submit(market(Side.BUY, "4"));
        long tooLarge = quoted.submit(market(Side.BUY, "7").withLifetime(Lifetime.FOK));
        long fits = quoted.submit(market(Side.BUY, "6").withLifetime(Lifetime.FOK));
        quoted.books(book(quoted, new BookLevel(100, 5), new BookLevel(101, 5)));

        assertThat(quoted.told(tooLarge)).containsExactly("accepted", "canceled NOT_WHOLLY_FILLABLE");
        assertThat(quoted.told(fits)).containsExactly("accepted", "1 at 100", "5 at 101");
    }

    @Test
    void d7_sizeDownKeepsThePlaceAndSizeUpOrAnotherPriceLosesIt() {
        for (String change : List.of("2 99.5", "4 99.5", "3 99.6")) {
            Trading at = Trading.in(ONE_VENUE, c -> c);
            long first = at.submit(limit(Side.BUY, "3", "99.5"));
            long second = at.submit(limit(Side.BUY, "3", "99.5"));
            at.quotes(99, 100);
            String[] parts = change.split(" ");
            at.amend(first, limit(Side.BUY, parts[0], parts[1]));
            at.meet(new InstrumentMarket(null, List.of(at.quote(0, 99, 99.4, 2)), List.of(), List.of()));

            boolean keeps = parts[0].equals("2");
            assertThat(at.told(keeps ? first : second)).last().isEqualTo("2 at 99.5");
            assertThat(at.told(keeps ? second : first)).doesNotContain("2 at 99.5");
        }
    }

    @Test
    void d8_anAmendmentToWhatIsFilledOrLessIsRejectedAndEverythingStays() {
        Trading thin = Trading.with(c -> c.matching(m -> m.participation(0.5)));
        long id = thin.submit(limit(Side.BUY, "5", "99"));
        thin.flat(100);
        thin.bar(100, 100, 98, 100, 4);
        assertThat(thin.amend(id, limit(Side.BUY, "2", "99"))).hasSize(1);
        assertThat(thin.told(id)).last().isEqualTo("amend rejected BELOW_FILLED");
        thin.amend(id, limit(Side.BUY, "3", "99"));
        thin.bar(100, 100, 98, 100, 100);

        assertThat(thin.told(id)).endsWith("amended", "1 at 99");
    }

    @Test
    void d8_aTriggerCanBeMovedUntilItIsSetOff() {
        long id = trading.submit(stop(Side.BUY, "1", "105"));
        trading.flat(100);
        trading.amend(id, stop(Side.BUY, "1", "108"));
        trading.bar(100, 107, 100, 107);
        trading.bar(107, 109, 107, 109);

        assertThat(trading.told(id)).containsExactly("accepted", "amended", "triggered", "1 at 108");
        assertThat(trading.amend(id, stop(Side.BUY, "1", "110"))).hasSize(1);
        assertThat(trading.told(id)).last().isEqualTo("amend rejected UNKNOWN_ORDER");
    }

    @Test
    void d8_anAmendmentOfAnotherKindOrTheSameRevisionIsRejected() {
        long id = trading.submit(limit(Side.BUY, "1", "99"));
        trading.amend(id, market(Side.BUY, "1"));
        assertThat(trading.told(id)).last().isEqualTo("amend rejected MALFORMED");
        long money = trading.submit(
                TestOrders.order(Side.BUY, OrderSize.spend(Decimal.of(100)), OrderType.limit(Decimal.of(99))));
        trading.amend(money, limit(Side.BUY, "1", "99"));
        assertThat(trading.told(money)).last().isEqualTo("amend rejected MALFORMED");
    }

    @Test
    void d11_aNewGridCancelsWhatDoesNotLieOnIt() {
        long price = trading.submit(limit(Side.BUY, "1", "99.25"));
        long size = trading.submit(limit(Side.BUY, "1.5", "99"));
        long fits = trading.submit(limit(Side.BUY, "2", "99"));
        trading.barWith(FLAT, new MarketEvent.GridChange(trading.in(30), Decimal.of("0.5"), Decimal.ONE));
        long late = trading.submit(limit(Side.BUY, "1", "98.1"));

        assertThat(trading.told(price)).containsExactly("accepted", "canceled OFF_GRID");
        assertThat(trading.told(size)).containsExactly("accepted", "canceled OFF_GRID");
        assertThat(trading.told(late)).containsExactly("rejected OFF_GRID");
        assertThat(trading.bar(98.25, 99, 98, 98).get(0).price()).isEqualTo(Decimal.of("98.5"));
        assertThat(trading.told(fits)).hasSize(2);
    }

    @Test
    void d11_whatOnlyReducesMayHaveAPartOfANewLot() {
        trading.submit(market(Side.BUY, "1.5"));
        trading.barWith(FLAT);
        long waiting = trading.submit(reducing(limit(Side.SELL, "1.5", "120")));
        trading.barWith(FLAT, new MarketEvent.GridChange(trading.in(30), Decimal.of("0.5"), Decimal.ONE));
        long late = trading.submit(reducing(market(Side.SELL, "0.5")));

        assertThat(trading.told(waiting)).containsExactly("accepted");
        trading.barWith(FLAT);
        assertThat(trading.told(late)).containsExactly("accepted", "0.5 at 100");
    }

    @Test
    void d11_exitsThatAreOffTheNewTickStayAndFillOnItNeverBetter() {
        long entry = trading.submit(protectedBy(market(Side.BUY, "1"), "95.3", "104.7", 0));
        long other = trading.submit(protectedBy(market(Side.BUY, "1"), "0", "104.7", 0));
        trading.barWith(FLAT, new MarketEvent.GridChange(trading.in(30), Decimal.of("0.5"), Decimal.ONE));
        trading.bar(100, 100, 95, 96);
        trading.bar(100, 106, 100, 106);

        assertThat(trading.told(entry)).containsExactly("accepted", "1 at 100", "1 at 95");
        assertThat(trading.told(other)).containsExactly("accepted", "1 at 100", "1 at 104.5");
    }

    @Test
    void d12_nothingFillsDuringAHaltAndAllGoesOnAfterIt() {
        long entry = trading.submit(protectedBy(market(Side.BUY, "1"), "95", "0", 0));
        trading.barWith(FLAT);
        long resting = trading.submit(limit(Side.BUY, "1", "92"));
        trading.barWith(FLAT, new MarketEvent.StatusChange(trading.in(60), TradingStatus.HALTED));
        long waiting = trading.submit(market(Side.BUY, "1"));
        long impatient = trading.submit(immediate(market(Side.BUY, "1")));

        assertThat(trading.barWith(WIDE)).isEmpty();
        assertThat(trading.told(impatient)).containsExactly("accepted", "canceled HALTED");
        trading.barWith(WIDE, new MarketEvent.StatusChange(trading.nowNanos, TradingStatus.OPEN));

        assertThat(trading.told(entry)).containsExactly("accepted", "1 at 100", "1 at 95");
        assertThat(trading.told(resting)).containsExactly("accepted", "1 at 92");
        assertThat(trading.told(waiting)).containsExactly("accepted", "1 at 100");
    }

    @Test
    void d12_aHaltThatBeganWhileNothingWaitedIsKnownToTheNextOrder() {
        trading.barWith(FLAT, new MarketEvent.StatusChange(trading.in(60), TradingStatus.CLOSED));
        long id = trading.submit(market(Side.BUY, "1"));
        long impatient = trading.submit(immediate(market(Side.BUY, "1")));

        assertThat(trading.barWith(WIDE)).isEmpty();
        assertThat(trading.told(id)).containsExactly("accepted");
        assertThat(trading.told(impatient)).containsExactly("accepted", "canceled MARKET_CLOSED");
    }

    @Test
    void d12_anAuctionFillsAtItsOnePriceWhatWaitsAndWhatIsBetter() {
        trading.barWith(FLAT, new MarketEvent.StatusChange(trading.in(60), TradingStatus.AUCTION));
        long taking = trading.submit(market(Side.BUY, "1"));
        long better = trading.submit(limit(Side.BUY, "1", "101.01"));
        long equal = trading.submit(limit(Side.BUY, "1", "101"));
        assertThat(trading.barWith(WIDE)).isEmpty();

        trading.meet(InstrumentMarket.QUIET.withEvents(
                List.of(new MarketEvent.AuctionPrint(trading.in(60), 101, 50, AuctionKind.INTRADAY))));

        assertThat(trading.told(taking)).containsExactly("accepted", "1 at 101");
        assertThat(trading.told(better)).containsExactly("accepted", "1 at 101");
        assertThat(trading.told(equal)).containsExactly("accepted");
    }

    @Test
    void i4_aLimitFillsInTheLastBarAndWhatIsLeftIsCanceledWithTheInstrument() {
        long filled = trading.submit(limit(Side.BUY, "1", "95"));
        long open = trading.submit(limit(Side.BUY, "1", "80"));
        trading.barWith(FLAT);
        trading.barWith(WIDE, new MarketEvent.FinalSettlement(trading.in(60), Decimal.of(100)));
        long late = trading.submit(market(Side.BUY, "1"));

        assertThat(trading.told(filled)).containsExactly("accepted", "1 at 95");
        assertThat(trading.told(open)).containsExactly("accepted", "canceled MARKET_CLOSED");
        assertThat(trading.told(late)).containsExactly("rejected MARKET_CLOSED");
    }

    @Test
    void i4_expiryEndsPositionAndExitsWithoutBeingTold() {
        long expiry = trading.nowNanos + 2 * MINUTE;
        Contract future = new Contract.Future(
                Payoff.linear(Decimal.ONE), MarginSchedule.PAID_IN_FULL, expiry, ExpirySettlement.CASH);
        Trading ending = Trading.in(Universe.of(Trading.COIN.with(future)), c -> c);
        ending.submit(protectedBy(market(Side.BUY, "1"), "95", "0", 0));
        long rests = ending.submit(limit(Side.BUY, "1", "50"));
        ending.barWith(FLAT);
        ending.barWith(FLAT);

        assertThat(ending.told(rests)).containsExactly("accepted", "canceled MARKET_CLOSED");
        assertThat(ending.barWith(WIDE)).isEmpty();
    }

    @Test
    void i4_aStopFillsInTheBarThatEndsAtTheExpiry() {
        long expiry = trading.nowNanos + 2 * MINUTE;
        Contract future = new Contract.Future(
                Payoff.linear(Decimal.ONE), MarginSchedule.PAID_IN_FULL, expiry, ExpirySettlement.CASH);
        Trading ending = Trading.in(Universe.of(Trading.COIN.with(future)), c -> c);
        ending.submit(protectedBy(market(Side.BUY, "1"), "95", "0", 0));
        ending.barWith(FLAT);

        assertThat(ending.barWith(WIDE)).hasSize(1);
    }

    @Test
    void aSplitMovesThePositionAndItsExitsAndCancelsOrdersAtOldPrices() {
        trading.submit(protectedBy(market(Side.BUY, "1"), "90", "0", 0));
        trading.barWith(FLAT);
        long old = trading.submit(limit(Side.BUY, "1", "80"));
        trading.barWith(FLAT, new MarketEvent.Split(trading.in(60), Decimal.of(4)));

        List<Fill> fills = trading.meet(
                InstrumentMarket.of(new io.aqts.market.Bar(trading.nowNanos + MINUTE, MINUTE, 25, 25, 22, 22, 10)));

        assertThat(trading.told(old)).containsExactly("accepted", "canceled OFF_GRID");
        assertThat(fills).singleElement().extracting(Fill::price).isEqualTo(Decimal.of("22.5"));
        assertThat(fills.get(0).quantity()).isEqualTo(Decimal.of(4));
    }

    @Test
    void aSplitOfTheSameMomentComesBeforeThePrintOfAnAuctionHoweverTheyAreTold() {
        for (int first = 0; first < 2; first++) {
            Trading one = Trading.plain();
            long entry = one.submit(protectedBy(market(Side.BUY, "1"), "90", "0", 0));
            one.barWith(FLAT);
            long old = one.submit(limit(Side.BUY, "1", "99").withLifetime(Lifetime.AT_OPEN));
            List<MarketEvent> told = List.of(
                    new MarketEvent.AuctionPrint(one.in(30), 25, 100, AuctionKind.OPENING),
                    new MarketEvent.Split(one.in(30), Decimal.of(4)));
            one.barWith(FLAT, told.get(first), told.get(1 - first));

            assertThat(one.told(old)).as("approved in old units").containsExactly("accepted", "canceled OFF_GRID");
            one.bar(25, 25, 22, 22);
            assertThat(one.told(entry)).as("split once").containsExactly("accepted", "1 at 100", "4 at 22.5");
        }
    }

    @Test
    void anAuctionBeforeASplitFillsOldUnitsAtItsOwnMoment() {
        trading.submit(market(Side.BUY, "1").withLifetime(Lifetime.AT_CLOSE));
        long print = trading.in(10);
        Bar later = new Bar(trading.in(180), MINUTE, 25, 25, 25, 25, 10);
        List<Fill> fills = trading.meetAfter(
                later.epochNanos() - trading.nowNanos,
                InstrumentMarket.of(later)
                        .withEvents(List.of(
                                new MarketEvent.AuctionPrint(print, 100, 100, AuctionKind.CLOSING),
                                new MarketEvent.Split(trading.in(60), Decimal.of(4)))));

        assertThat(fills).singleElement().extracting(Fill::epochNanos).isEqualTo(print);
        long all = trading.submit(reducing(market(Side.SELL, "9")));
        trading.flat(25);
        assertThat(trading.told(all)).startsWith("accepted", "4 at 25");
    }

    @Test
    void e2_aFillBeforeTheRequestArrivesWinsAndTheLateRequestIsRejected() {
        Trading late = Trading.late(90_000_000_000L, 0);
        long filled = late.submit(limit(Side.BUY, "1", "95"));
        long open = late.submit(limit(Side.BUY, "1", "85"));
        late.flat(100);
        assertThat(late.cancel(filled)).isEmpty();
        assertThat(late.cancel(open)).isEmpty();

        late.bar(100, 100, 94, 96);
        late.bar(96, 96, 90, 96);

        assertThat(late.told(filled)).containsExactly("accepted", "1 at 95", "cancel rejected TOO_LATE");
        assertThat(late.told(open)).containsExactly("accepted", "canceled REQUESTED");
    }

    @Test
    void e2_aRequestThatHadArrivedWhenABarBeganWins() {
        Trading late = Trading.late(MINUTE, 0);
        long id = late.submit(limit(Side.BUY, "1", "95"));
        late.flat(100);
        late.cancel(id);
        late.flat(100);

        late.bar(94, 100, 94, 96);

        assertThat(late.told(id)).containsExactly("accepted", "canceled REQUESTED");
    }

    @Test
    void e2_aLateAmendmentIsRejectedAndTheOrderTradesInItsOldFormUntilThen() {
        Trading late = Trading.late(0, 90_000_000_000L);
        long filled = late.submit(limit(Side.BUY, "2", "95"));
        long moved = late.submit(limit(Side.BUY, "1", "85"));
        late.flat(100);
        late.amend(filled, limit(Side.BUY, "1", "95"));
        late.amend(moved, limit(Side.BUY, "1", "93"));

        late.bar(100, 100, 92, 96);
        late.bar(96, 96, 92, 96);
        late.bar(96, 96, 92, 96);

        assertThat(late.told(filled)).containsExactly("accepted", "2 at 95", "amend rejected TOO_LATE");
        assertThat(late.told(moved)).containsExactly("accepted", "amended", "1 at 93");
    }

    @Test
    void e3_withoutLatencyRequestsAreCarriedOutAtOnce() {
        long id = trading.submit(limit(Side.BUY, "1", "95"));

        assertThat(trading.cancel(id)).hasSize(1);
        assertThat(trading.cancel(id)).isEmpty();
        assertThat(trading.told(id)).containsExactly("accepted", "canceled REQUESTED");
    }

    @Test
    void e4_aRequestUnderWayWhenTheDataEndsLeavesTheOrderOpen() {
        Trading late = Trading.late(10 * MINUTE, 0);
        long id = late.submit(limit(Side.BUY, "1", "95"));
        late.flat(100);
        late.cancel(id);
        late.nothing();

        assertThat(late.told(id)).containsExactly("accepted");
        late.meetAfter(10 * MINUTE, InstrumentMarket.QUIET);
        assertThat(late.told(id)).containsExactly("accepted", "canceled REQUESTED");
    }

    private static OrderBook book(Trading at, BookLevel... asks) {
        return new OrderBook(0, at.nowNanos + MINUTE, List.of(new BookLevel(99, 10)), List.of(asks));
    }
}
