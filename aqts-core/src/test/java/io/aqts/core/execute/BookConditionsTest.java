package io.aqts.core.execute;

import static io.aqts.core.execute.BookTrading.told;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.linked;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.showing;
import static io.aqts.core.execute.TestOrders.stop;
import static io.aqts.core.execute.TestOrders.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.core.book.QueueModel;
import io.aqts.market.AuctionKind;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.AuctionPrint;
import io.aqts.market.MarketEvent.StatusChange;
import io.aqts.market.TradingStatus;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.Trail;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trailing stops, icebergs, lists and orders for auctions on order books. */
class BookConditionsTest {

    private final BookTrading book = BookTrading.plain().usual();

    @Test
    void b9_aTrailingStopFollowsTheBestPriceItCouldTakeAndNeverGoesBack() {
        long id = book.submit(trailing(Side.SELL, "1", new Trail.ByPrice(Decimal.of("0.3")), "99.5"));
        still();
        assertThat(book.meet(book.bid(99.9, 0), book.ask(100.1, 0), book.bid(100.1, 4)))
                .isEmpty();
        assertThat(book.meet(book.bid(100.1, 0), book.bid(99.9, 5)))
                .as("at 99.9 with the stop at 99.8")
                .isEmpty();

        assertThat(told(book.meet(book.bid(99.9, 0)))).containsExactly("1@99.8");
        assertThat(book.history).contains(new ExecutionEvent.Triggered(id, book.nowNanos));
    }

    @Test
    void b9_lessOfATrailingStopDoesNotTakeItBack() {
        long id = book.submit(trailing(Side.SELL, "2", new Trail.ByPrice(Decimal.of("0.3")), "99.5"));
        still();
        book.meet(book.bid(99.9, 0), book.ask(100.1, 0), book.bid(100.1, 4));
        book.amend(book.sent(id), trailing(Side.SELL, "1", new Trail.ByPrice(Decimal.of("0.3")), "99.5"));
        book.meet(book.bid(100.1, 0), book.bid(99.9, 5));

        assertThat(told(book.meet(book.bid(99.9, 0)))).containsExactly("1@99.8");
    }

    @Test
    void b9_aTrailingStopOfAShareIsRoundedAwayFromTheMarket() {
        book.submit(trailing(Side.BUY, "1", new Trail.ByBps(25), "101"));
        still();
        assertThat(book.meet(book.ask(100.1, 0), book.ask(100.2, 0)))
                .as("at 100.3 with the stop at 100.4")
                .isEmpty();

        assertThat(told(book.meet(book.ask(100.3, 0), book.ask(100.4, 7)))).containsExactly("1@100.4");
    }

    @Test
    void b9_aTrailingStopThatNeedsBarsIsRejected() {
        long id = book.submit(trailing(Side.SELL, "1", new Trail.ByAtr(2, 14), "99.5"));

        assertThat(book.last()).isEqualTo(new ExecutionEvent.Rejected(id, book.nowNanos, ReasonCode.NOT_SUPPORTED));
    }

    @Test
    void d6_anIcebergQueuesWithWhatItShowsAndGoesToTheBackWithTheNextPart() {
        book.submit(showing("2", limit(Side.BUY, "5", "99.9")));
        still();
        book.meet(book.bid(99.9, 25));

        assertThat(told(book.sold(99.9, 14)))
                .as("10 before it, and then the 2 it shows")
                .containsExactly("2@99.9M");
        book.meet(book.bid(99.9, 11));
        assertThat(book.sold(99.9, 11)).as("11 stand before the next part").isEmpty();
        assertThat(told(book.sold(99.9, 3))).containsExactly("2@99.9M");
    }

    @Test
    void d6_anIcebergWhoseNextPartIsBehindIsNotBroughtForwardByThePrintThatFilledIt() {
        BookTrading even = BookTrading.by(BookRules.defaults().withQueue(new QueueModel.Power(1)))
                .usual();
        even.submit(showing("2", limit(Side.BUY, "5", "99.9")));
        even.meet(even.bid(99.7, 31));
        even.meet(even.bid(99.9, 20));
        assertThat(told(even.sold(99.9, 12))).containsExactly("2@99.9M");
        even.meet(even.bid(99.9, 8));

        assertThat(even.sold(99.9, 8))
                .as("what was shown less what traded stands before it")
                .isEmpty();
        assertThat(told(even.sold(99.9, 1))).containsExactly("1@99.9M");
    }

    @Test
    void d6_aPrintBeyondAnIcebergReachesWhatItHides() {
        book.submit(showing("2", limit(Side.BUY, "5", "99.9")));
        still();

        assertThat(told(book.sold(99.8, 4))).containsExactly("4@99.9M");
        assertThat(told(book.sold(99.9, 4))).as("nobody is before it any more").containsExactly("1@99.9M");
    }

    @Test
    void d6_anIcebergGoesBehindOurOtherOrdersToo() {
        book.submit(showing("1", limit(Side.BUY, "3", "99.9")));
        long other = book.submit(limit(Side.BUY, "1", "99.9"));
        still();
        assertThat(told(book.sold(99.9, 11))).containsExactly("1@99.9M");
        book.meet(book.bid(99.9, 0));

        assertThat(told(book.sold(99.9, 1))).containsExactly("1@99.9M");
        assertThat(((ExecutionEvent.Filled) book.last()).fill().orderId()).isEqualTo(other);
    }

    @Test
    void d11_anIcebergShowsNoMoreForALargerLot() {
        assertThat(shownAfterAPartTraded("2", "1", "1")).containsExactly("1@99.9M");
    }

    @Test
    void d11_anIcebergShowsNoLessForASmallerLot() {
        assertThat(shownAfterAPartTraded("2", "1", "0.25")).containsExactly("1@99.9M");
    }

    @Test
    void d11_anIcebergWhosePartWasNotOnTheGridShowsThePartOnceItIs() {
        assertThat(shownAfterAPartTraded("0.75", "0", "0.25"))
                .as("no more than two lots of 0.5 showed 0.75")
                .containsExactly("0.75@99.9M");
    }

    /** Of an iceberg of 6, what fills by one print when a part of what it shows has traded and lots have changed. */
    private static List<String> shownAfterAPartTraded(String part, String traded, String lot) {
        BookTrading other = BookTrading.plain().usual();
        other.submit(showing(part, limit(Side.BUY, "6", "99.9")));
        other.meet(other.bid(99.7, 31));
        other.meet(other.bid(99.9, 25));
        other.sold(99.9, 10 + Double.parseDouble(traded));
        other.meet(new MarketEvent.GridChange(other.nowNanos + BookTrading.MILLI, Decimal.of("0.1"), Decimal.of(lot)));
        return told(other.sold(99.9, 4));
    }

    @Test
    void d7_lessOfAnIcebergDoesNotShowWhatItHid() {
        long id = book.submit(showing("2", limit(Side.BUY, "9", "99.9")));
        still();
        Order less = limit(Side.BUY, "7", "99.9");
        book.amend(book.sent(id), less);
        still();

        assertThat(told(book.sold(99.9, 19))).containsExactly("2@99.9M");
    }

    @Test
    void c1_whatOneFillsCancelsTheOther() {
        long low = book.submit(linked(1, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "5", "99.9")));
        long lower = book.submit(linked(1, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "5", "99.8")));
        still();

        assertThat(told(book.sold(99.7, 3))).containsExactly("3@99.9M");
        assertThat(ends()).contains(canceled(lower, ReasonCode.LINKED));
        assertThat(told(book.sold(99.7, 9))).containsExactly("2@99.9M");
        long late = book.submit(linked(1, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "5", "99.8")));
        assertThat(book.last()).isEqualTo(new ExecutionEvent.Rejected(late, book.nowNanos, ReasonCode.LINKED));
        assertThat(low).isPositive();
    }

    @Test
    void c2_whatOneFillsTheOthersAreReducedByOnABook() {
        book.submit(linked(1, LinkRole.ONE_UPDATES_OTHER, limit(Side.BUY, "5", "99.9")));
        book.submit(linked(1, LinkRole.ONE_UPDATES_OTHER, limit(Side.BUY, "4", "99.8")));
        still();

        assertThat(told(book.sold(99.7, 3))).containsExactly("3@99.9M");
        assertThat(told(book.sold(99.7, 9))).containsExactly("2@99.9M");
        assertThat(book.sold(99.7, 99)).as("4 less 3 less 2").isEmpty();
    }

    @Test
    void c1_childrenComeToTheBookWhenTheirParentHasFilled() {
        long[] bracket = bracket(limit(Side.BUY, "2", "99.9"));
        still();
        assertThat(book.bought(100.3, 200)).as("a target of nothing").isEmpty();
        book.sold(99.9, 10);
        assertThat(told(book.sold(99.9, 2))).containsExactly("2@99.9M");

        assertThat(book.bought(100.2, 20))
                .as("20 stand before the target since it came")
                .isEmpty();
        assertThat(told(book.bought(100.2, 2))).containsExactly("2@100.2M");
        assertThat(ends()).contains(canceled(bracket[2], ReasonCode.LINKED));
        assertThat(book.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void c3_aStopIsSetOffWithinTheMomentInWhichItsParentFills() {
        book.submit(linked(1, LinkRole.PARENT, market(Side.BUY, "2")));
        book.submit(linked(1, LinkRole.CHILD, stop(Side.SELL, "2", "99.9")));

        assertThat(told(still())).containsExactly("2@100.1", "2@99.9");
    }

    @Test
    void c2_childrenLeaveWhatTheParentFilledAndGoToTheBackForMore() {
        bracket(limit(Side.BUY, "3", "99.9"));
        still();
        book.sold(99.9, 10);
        assertThat(told(book.sold(99.9, 1))).containsExactly("1@99.9M");
        book.bought(100.2, 15);
        assertThat(told(book.sold(99.9, 2))).containsExactly("2@99.9M");

        assertThat(book.bought(100.2, 20)).as("20 stand before all of it again").isEmpty();
        assertThat(told(book.bought(100.2, 9))).containsExactly("3@100.2M");
    }

    @Test
    void c2_whatAChildLeftDoesNotComeBackAndTheParentFillsOn() {
        long[] bracket = bracket(limit(Side.BUY, "3", "99.9"));
        still();
        book.sold(99.9, 10);
        book.sold(99.9, 1);
        assertThat(told(book.bought(100.3, 9)))
                .as("with no more than the parent filled")
                .containsExactly("1@100.2M");
        assertThat(book.held()).isEqualTo(Decimal.ZERO);
        assertThat(told(book.sold(99.9, 2))).containsExactly("2@99.9M");

        assertThat(told(book.meet(book.bid(99.9, 0), book.bid(99.8, 0))))
                .as("the stop")
                .containsExactly("2@99.7");
        assertThat(ends()).contains(canceled(bracket[1], ReasonCode.LINKED));
    }

    @Test
    void c1_cancelingAParentTakesItsChildrenAwayBeforeItFillsAndAfter() {
        long[] first = bracket(limit(Side.BUY, "2", "99"));
        still();
        book.cancel(first[0]);
        still();
        assertThat(ends()).contains(canceled(first[1], ReasonCode.LINKED), canceled(first[2], ReasonCode.LINKED));

        book.history.clear();
        long parent = book.submit(linked(2, LinkRole.PARENT, market(Side.BUY, "2")));
        long child = book.submit(linked(2, LinkRole.CHILD, limit(Side.SELL, "2", "100.2")));
        still();
        book.cancel(parent);
        still();
        assertThat(ends()).contains(canceled(child, ReasonCode.LINKED));
        assertThat(book.bought(100.3, 99)).isEmpty();
    }

    @Test
    void c1_aParentThatIsRejectedTakesItsChildrenWithIt() {
        Order wouldTake = limit(Side.BUY, "2", "100.1").withHandling(Handling.POST_ONLY);
        long parent = book.submit(linked(1, LinkRole.PARENT, wouldTake));
        long child = book.submit(linked(1, LinkRole.CHILD, limit(Side.SELL, "2", "100.2")));
        still();

        assertThat(book.history).contains(new ExecutionEvent.Rejected(parent, book.nowNanos, ReasonCode.POST_ONLY));
        assertThat(ends()).contains(canceled(child, ReasonCode.LINKED));
    }

    @Test
    void c1_aChildOfNobodyIsRejectedByABook() {
        long orphan = book.submit(linked(9, LinkRole.CHILD, limit(Side.SELL, "1", "110")));

        assertThat(book.last()).isEqualTo(new ExecutionEvent.Rejected(orphan, book.nowNanos, ReasonCode.UNKNOWN_ORDER));
    }

    @Test
    void a5_whatIsForAnOpeningFillsAtThePriceOfItsAuctionWithNoMoreThanItTraded() {
        book.meet(status(TradingStatus.CLOSED));
        long first = book.submit(market(Side.BUY, "4").withLifetime(Lifetime.AT_OPEN));
        long at = book.submit(limit(Side.BUY, "1", "101").withLifetime(Lifetime.AT_OPEN));
        long second = book.submit(limit(Side.BUY, "4", "102").withLifetime(Lifetime.AT_OPEN));
        book.meet(status(TradingStatus.AUCTION));

        assertThat(told(book.meet(print(AuctionKind.CLOSING, 90, 10))))
                .as("another auction")
                .isEmpty();
        assertThat(told(book.meet(print(AuctionKind.OPENING, 101, 6)))).containsExactly("4@101", "2@101");
        assertThat(ends()).contains(canceled(at, ReasonCode.EXPIRED), canceled(second, ReasonCode.EXPIRED));
        assertThat(first).isPositive();
        assertThat(book.meet(status(TradingStatus.OPEN))).isEmpty();
    }

    @Test
    void a5_anAuctionThatDoesNotTellHowMuchItTradedFillsAll() {
        book.meet(status(TradingStatus.CLOSED));
        book.submit(market(Side.BUY, "4").withLifetime(Lifetime.AT_OPEN));
        book.meet(status(TradingStatus.AUCTION));

        assertThat(told(book.meet(print(AuctionKind.OPENING, 101, 0)))).containsExactly("4@101");
    }

    @Test
    void a5_whatIsHaltedFirstDoesNotOpenWhenItGoesOn() {
        long id = book.submit(market(Side.BUY, "4").withLifetime(Lifetime.AT_OPEN));
        book.meet(status(TradingStatus.HALTED));
        assertThat(book.meet(status(TradingStatus.OPEN))).isEmpty();
        assertThat(still()).isEmpty();
        book.meet(status(TradingStatus.CLOSED));
        book.meet(status(TradingStatus.OPEN));
        still();

        assertThat(book.history).anyMatch(event -> event instanceof ExecutionEvent.Filled && event.orderId() == id);
    }

    @Test
    void c1_aChildForTheOpenWaitsForOneAfterItsParentHasFilled() {
        book.meet(status(TradingStatus.CLOSED));
        book.submit(linked(1, LinkRole.PARENT, limit(Side.BUY, "4", "99.9")));
        long child =
                book.submit(linked(1, LinkRole.CHILD, market(Side.SELL, "4").withLifetime(Lifetime.AT_OPEN)));
        book.meet(status(TradingStatus.OPEN));
        still();
        book.sold(99.8, 20);
        book.meet(status(TradingStatus.CLOSED));
        book.meet(status(TradingStatus.OPEN));
        still();

        assertThat(book.history).anyMatch(event -> event instanceof ExecutionEvent.Filled && event.orderId() == child);
    }

    @Test
    void a5_withoutAnAuctionAnOpeningMeetsTheFirstBook() {
        book.meet(status(TradingStatus.CLOSED));
        book.meet(book.reset());
        long id = book.submit(market(Side.BUY, "12").withLifetime(Lifetime.AT_OPEN));
        assertThat(book.meet(status(TradingStatus.OPEN))).as("no book is known").isEmpty();

        assertThat(told(book.meet(book.ask(103, 7)))).containsExactly("7@103");
        assertThat(ends()).contains(canceled(id, ReasonCode.EXPIRED));
    }

    @Test
    void a5_anOrderForAnOpeningThatCameTooLateWaitsForTheNext() {
        book.meet(status(TradingStatus.CLOSED));
        book.meet(status(TradingStatus.OPEN));
        book.submit(market(Side.BUY, "1").withLifetime(Lifetime.AT_OPEN));
        assertThat(still()).isEmpty();
        assertThat(still()).isEmpty();
        book.meet(status(TradingStatus.CLOSED));

        assertThat(told(book.meet(status(TradingStatus.OPEN)))).containsExactly("1@100.1");
    }

    @Test
    void a5_withoutAnAuctionACloseTakesWhatWasShownBeforeIt() {
        long id = book.submit(market(Side.SELL, "100").withLifetime(Lifetime.AT_CLOSE));
        assertThat(still()).isEmpty();

        assertThat(told(book.meet(book.bid(99.9, 4), status(TradingStatus.CLOSED))))
                .containsExactly("4@99.9", "20@99.8", "32@99.7");
        assertThat(ends()).contains(canceled(id, ReasonCode.EXPIRED));
    }

    @Test
    void a5_aCloseInAnAuctionFillsAtItsPriceOnly() {
        long id = book.submit(limit(Side.SELL, "3", "98").withLifetime(Lifetime.AT_CLOSE));
        still();
        book.meet(status(TradingStatus.AUCTION));

        assertThat(told(book.meet(print(AuctionKind.CLOSING, 99, 2)))).containsExactly("2@99");
        assertThat(book.meet(status(TradingStatus.CLOSED))).isEmpty();
        assertThat(ends()).contains(canceled(id, ReasonCode.EXPIRED));
    }

    @Test
    void anOpeningAuctionThatIsToldAfterTheOpenOfItsMomentIsNotMissed() {
        book.meet(status(TradingStatus.CLOSED));
        book.submit(market(Side.BUY, "4").withLifetime(Lifetime.AT_OPEN));
        book.meet(status(TradingStatus.AUCTION));

        assertThat(told(book.meet(status(TradingStatus.OPEN), print(AuctionKind.OPENING, 101, 3))))
                .containsExactly("3@101");
    }

    @Test
    void anOpeningAuctionBeforeTheFirstBookOfASessionIsNotMissed() {
        book.meet(status(TradingStatus.CLOSED));
        book.meet(book.reset());
        book.submit(market(Side.BUY, "4").withLifetime(Lifetime.AT_OPEN));
        book.meet(status(TradingStatus.OPEN));

        assertThat(told(book.meet(print(AuctionKind.OPENING, 101, 3)))).containsExactly("3@101");
        assertThat(book.meet(book.ask(101, 9))).isEmpty();
    }

    @Test
    void anAuctionAndTheOpenOfOneMomentLeaveTradingOpen() {
        book.meet(status(TradingStatus.CLOSED));
        book.submit(market(Side.BUY, "4").withLifetime(Lifetime.AT_OPEN));

        assertThat(told(book.meet(
                        status(TradingStatus.AUCTION), print(AuctionKind.OPENING, 101, 9), status(TradingStatus.OPEN))))
                .containsExactly("4@101");
        book.submit(market(Side.SELL, "4"));
        assertThat(told(still())).containsExactly("4@99.9");
    }

    @Test
    void aHaltThatAnAuctionEndsWithinOneMomentIsOver() {
        book.meet(status(TradingStatus.HALTED), print(AuctionKind.INTRADAY, 101, 9), status(TradingStatus.OPEN));
        book.submit(market(Side.SELL, "4"));

        assertThat(told(still())).containsExactly("4@99.9");
    }

    @Test
    void aSessionThatClosesAndOpensAnewBetweenTwoAuctionsOfOneMomentIsOpen() {
        book.submit(limit(Side.SELL, "3", "98").withLifetime(Lifetime.AT_CLOSE));
        book.submit(market(Side.BUY, "4").withLifetime(Lifetime.AT_OPEN));
        still();

        assertThat(told(book.meet(
                        print(AuctionKind.CLOSING, 99, 3),
                        status(TradingStatus.CLOSED),
                        print(AuctionKind.OPENING, 101, 9),
                        status(TradingStatus.OPEN))))
                .containsExactly("3@99", "4@101");
        book.submit(market(Side.SELL, "1"));
        assertThat(told(still())).containsExactly("1@99.9");
    }

    @Test
    void aClosingAuctionThatIsToldAfterTheCloseOfItsMomentIsNotMissed() {
        book.submit(limit(Side.SELL, "3", "98").withLifetime(Lifetime.AT_CLOSE));
        still();

        assertThat(told(book.meet(status(TradingStatus.CLOSED), print(AuctionKind.CLOSING, 99, 2))))
                .containsExactly("2@99");
    }

    @Test
    void whatIsForASessionIsCanceledWhereItDoesNotLieOnANewGrid() {
        book.meet(status(TradingStatus.CLOSED));
        book.meet(book.reset());
        long opening = book.submit(limit(Side.BUY, "1", "101.3").withLifetime(Lifetime.AT_OPEN));
        long atOpen = book.submit(limit(Side.BUY, "1", "102").withLifetime(Lifetime.AT_OPEN));
        book.meet(status(TradingStatus.OPEN));
        long later = book.submit(limit(Side.SELL, "3", "98.3").withLifetime(Lifetime.AT_CLOSE));
        book.meet(book.reset());
        book.meet(new MarketEvent.GridChange(book.nowNanos + BookTrading.MILLI, Decimal.of("0.5"), Decimal.of("0.5")));

        assertThat(ends())
                .containsExactly(canceled(opening, ReasonCode.OFF_GRID), canceled(later, ReasonCode.OFF_GRID));
        assertThat(told(book.meet(book.ask(101, 9)))).containsExactly("1@101");
        assertThat(((ExecutionEvent.Filled) book.last()).fill().orderId()).isEqualTo(atOpen);
    }

    @Test
    void anAuctionChargesWhatTheDearestVenueTakes() {
        Venue kindToMakers = new Venue("kind to makers", 0, -1, 2);
        Venue dear = new Venue("dear", 0, 5, 10);
        Venue lessDear = new Venue("less dear", 0, 5, 5);
        BookTrading among = BookTrading.at(kindToMakers, dear, lessDear);
        among.meet(new StatusChange(among.nowNanos + BookTrading.MILLI, TradingStatus.CLOSED));
        among.submit(market(Side.BUY, "4").withLifetime(Lifetime.AT_OPEN));
        Fill fill = among.meet(new AuctionPrint(among.nowNanos + BookTrading.MILLI, 100, 9, AuctionKind.OPENING))
                .get(0);

        assertThat(fill.context().venue()).isEqualTo("dear");
        assertThat(fill.fee()).isEqualTo(Decimal.of("0.4"));
    }

    @Test
    void a5_whatWaitsForAPriceIsNotForAnAuction() {
        long id = book.submit(stop(Side.BUY, "1", "101").withLifetime(Lifetime.AT_OPEN));

        assertThat(book.last()).isEqualTo(new ExecutionEvent.Rejected(id, book.nowNanos, ReasonCode.NOT_SUPPORTED));
    }

    @Test
    void d11_aTrailingStopThatIsNotOnTheNewGridIsCanceled() {
        long id = book.submit(trailing(Side.SELL, "1", new Trail.ByPrice(Decimal.of("0.3")), "99.5"));
        still();
        book.meet(new MarketEvent.GridChange(book.nowNanos + BookTrading.MILLI, Decimal.of("0.5"), Decimal.of("0.5")));

        assertThat(ends()).contains(canceled(id, ReasonCode.OFF_GRID));
    }

    @Test
    void d8_anAmendedTrailingStopGoesOnFromItsNewTrigger() {
        long id = book.submit(trailing(Side.SELL, "1", new Trail.ByPrice(Decimal.of("2")), "97"));
        still();
        OrderType type = new OrderType.TrailingStop(new Trail.ByPrice(Decimal.of("2")), Decimal.of("99.9"));
        book.amend(book.sent(id), market(Side.SELL, "1").withType(type));

        assertThat(told(still())).containsExactly("1@99.9");
    }

    @Test
    void b4_aPriceBeyondAllThatCanBeCountedIsNeverMet() {
        book.submit(stop(Side.BUY, "1", "9000000000000000000"));
        book.submit(limit(Side.SELL, "1", "9000000000000000000"));

        assertThat(still()).isEmpty();
        assertThat(book.bought(100.3, 99)).isEmpty();
        assertThat(book.history).hasSize(2).allMatch(event -> event instanceof ExecutionEvent.Accepted);
    }

    private long[] bracket(Order entry) {
        String quantity = ((OrderSize.Units) entry.size()).quantity().toString();
        return new long[] {
            book.submit(linked(1, LinkRole.PARENT, entry)),
            book.submit(linked(1, LinkRole.CHILD, limit(Side.SELL, quantity, "100.2"))),
            book.submit(linked(1, LinkRole.CHILD, stop(Side.SELL, quantity, "99.7")))
        };
    }

    private List<Fill> still() {
        return book.meet(book.bid(99.7, 31 + book.nowNanos / BookTrading.MILLI % 2));
    }

    private List<ExecutionEvent> ends() {
        return book.history.stream()
                .filter(event -> event instanceof ExecutionEvent.Canceled)
                .map(event -> canceled(event.orderId(), ((ExecutionEvent.Canceled) event).reason()))
                .toList();
    }

    private static ExecutionEvent canceled(long id, ReasonCode reason) {
        return new ExecutionEvent.Canceled(id, 1, reason);
    }

    private MarketEvent status(TradingStatus status) {
        return new StatusChange(book.nowNanos + BookTrading.MILLI, status);
    }

    private MarketEvent print(AuctionKind kind, double price, double quantity) {
        return new AuctionPrint(book.nowNanos + BookTrading.MILLI, price, quantity, kind);
    }
}
