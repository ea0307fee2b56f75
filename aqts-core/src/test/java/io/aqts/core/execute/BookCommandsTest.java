package io.aqts.core.execute;

import static io.aqts.core.execute.BookTrading.MILLI;
import static io.aqts.core.execute.BookTrading.told;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.linked;
import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.protectedBy;
import static io.aqts.core.execute.TestOrders.reducing;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.core.book.LimitInstruction;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.GridChange;
import io.aqts.market.MarketEvent.StatusChange;
import io.aqts.market.TradingStatus;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookCommandsTest {

    @Test
    void e1_commandsOfOneArrivalExecuteInTheOrderInWhichTheyWereSent() {
        BookTrading book = BookTrading.late(Duration.ofMillis(3)).usual();
        long first = book.submit(limit(Side.BUY, "7", "100.1"));
        long second = book.submit(limit(Side.BUY, "7", "100.1"));
        book.nothing();
        book.nothing();

        List<Fill> fills = book.meet(book.bid(99.7, 31));
        assertThat(told(fills)).containsExactly("7@100.1", "3@100.1");
        assertThat(fills).extracting(Fill::orderId).containsExactly(first, second);
    }

    @Test
    void e1_whatIsAmendedAndThenCanceledIsAmendedFirst() {
        BookTrading book = BookTrading.plain().usual();
        long id = book.submit(limit(Side.BUY, "5", "99.9"));
        book.meet(book.bid(99.7, 31));
        book.amend(id, "3", "100.1");
        book.cancel(id);

        assertThat(told(book.meet(book.bid(99.7, 32)))).containsExactly("3@100.1");
        assertThat(book.last()).isInstanceOf(ExecutionEvent.CancelRejected.class);
    }

    @Test
    void e2_aCancellationThatArrivesWithAPrintOrLaterHasLost() {
        BookTrading book = BookTrading.late(Duration.ofMillis(2));
        book.meet(book.bid(99, 1), book.ask(101, 5));
        long id = book.submit(limit(Side.BUY, "2", "100"));
        book.nothing();
        book.meet(book.ask(101, 6));
        book.cancel(id);
        book.nothing();

        assertThat(told(book.sold(100, 2))).containsExactly("2@100M");
        assertThat(book.history).noneMatch(event -> event instanceof ExecutionEvent.Canceled);
        assertThat(book.last()).isEqualTo(new ExecutionEvent.CancelRejected(id, book.nowNanos, ReasonCode.TOO_LATE));
    }

    @Test
    void e2_aCancellationThatArrivesBeforeAPrintHasWon() {
        BookTrading book = BookTrading.late(Duration.ofMillis(2));
        book.meet(book.bid(99, 1), book.ask(101, 5));
        long id = book.submit(limit(Side.BUY, "2", "100"));
        book.nothing();
        book.meet(book.ask(101, 6));
        book.cancel(id);
        book.nothing();
        book.nothing();

        assertThat(book.last()).isEqualTo(new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.REQUESTED));
        assertThat(book.sold(100, 2)).isEmpty();
    }

    @Test
    void e2_aPartIsFilledAndTheRestIsCanceledOnce() {
        BookTrading book = BookTrading.plain();
        book.meet(book.bid(99, 1), book.ask(101, 5));
        long id = book.submit(limit(Side.BUY, "2", "100"));
        book.meet(book.ask(101, 6));
        book.cancel(id);
        book.cancel(id);

        assertThat(told(book.sold(100, 1))).containsExactly("1@100M");
        assertThat(book.history)
                .filteredOn(event -> event instanceof ExecutionEvent.Canceled)
                .containsExactly(new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.REQUESTED));
        assertThat(book.venue.cancel(id)).isEmpty();
    }

    @Test
    void e2_aCancellationNeverOvertakesItsOrder() {
        BookTrading book = BookTrading.late(Duration.ofMillis(2)).usual();
        long id = book.submit(market(Side.BUY, "1"));
        book.cancel(id);
        book.nothing();

        assertThat(told(book.meet(book.bid(99.7, 31)))).containsExactly("1@100.1");
    }

    @Test
    void e4_whatDidNotArriveBeforeTheEndIsListed() {
        BookTrading book = BookTrading.late(Duration.ofMillis(5)).usual();
        long resting = book.submit(limit(Side.BUY, "1", "99.9"));
        for (int i = 0; i < 5; i++) {
            book.meet(book.bid(99.7, 40 + i));
        }
        long late = book.submit(market(Side.BUY, "1"));
        book.cancel(resting);
        book.meet(book.bid(99.7, 50));

        assertThat(book.venue.underWay())
                .containsExactly(
                        "order " + late + ", sent at " + (book.nowNanos - MILLI) + ", due at "
                                + (book.nowNanos + 4 * MILLI),
                        "cancellation of order " + resting + ", sent at " + (book.nowNanos - MILLI) + ", due at "
                                + (book.nowNanos + 4 * MILLI));
    }

    @Test
    void e5_anOrderExecutesAtTheFirstNewsAtOrAfterItsArrivalAndNeverBetween() {
        BookTrading book = BookTrading.late(Duration.ofMillis(3)).usual();
        book.submit(market(Side.BUY, "1"));

        assertThat(book.meet(book.ask(100.1, 9))).isEmpty();
        assertThat(book.meet(book.ask(100.1, 8))).isEmpty();
        assertThat(book.nothing())
                .as("it has arrived, but nothing is known of that moment")
                .isEmpty();
        List<Fill> fills = book.meet(book.ask(100, 5));
        assertThat(told(fills)).containsExactly("1@100");
        assertThat(fills.get(0).epochNanos()).isEqualTo(book.nowNanos);
    }

    @Test
    void e5_anOrderSentAtAMomentDoesNotTradeAtIt() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "1"));

        assertThat(book.meetAfter(
                        0,
                        new InstrumentMarket(
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(new MarketEvent.DepthChange(book.nowNanos, 0, Side.SELL, 99.9, 1)))))
                .isEmpty();
    }

    @Test
    void e5_allNewsOfOneMomentAreTakenInBeforeAnythingTrades() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "1"));

        assertThat(told(book.meet(book.bid(100.1, 4), book.ask(100.1, 0)))).containsExactly("1@100.2");
    }

    @Test
    void e5_newsOfSeveralMomentsInOneSnapshotAreTakenInOneMomentAfterTheOther() {
        BookTrading book = BookTrading.late(Duration.ofMillis(2)).usual();
        book.submit(market(Side.BUY, "1"));
        long start = book.nowNanos;
        List<MarketEvent> events = List.of(
                new MarketEvent.DepthChange(start + MILLI, 0, Side.SELL, 100, 1),
                new MarketEvent.DepthChange(start + 2 * MILLI, 0, Side.SELL, 100, 0),
                new MarketEvent.DepthChange(start + 3 * MILLI, 0, Side.SELL, 99.9, 1));

        assertThat(told(book.meetAfter(3 * MILLI, new InstrumentMarket(null, List.of(), List.of(), List.of(), events))))
                .containsExactly("1@100.1");
    }

    @Test
    void d11_aCoarserTickCancelsWhatDoesNotLieOnIt() {
        BookTrading book = BookTrading.plain().usual();
        long off = book.submit(limit(Side.BUY, "1", "99.9"));
        long on = book.submit(limit(Side.BUY, "1", "99.5"));
        book.meet(book.bid(99.5, 4));
        long late = book.submit(limit(Side.BUY, "1", "99.8"));
        List<Fill> fills = book.meet(grid(book, "0.5", "0.5"));

        assertThat(fills).isEmpty();
        assertThat(book.history)
                .contains(
                        new ExecutionEvent.Canceled(off, book.nowNanos, ReasonCode.OFF_GRID),
                        new ExecutionEvent.Rejected(late, book.nowNanos, ReasonCode.OFF_GRID));
        assertThat(book.sold(99.5, 4)).isEmpty();
        List<Fill> reached = book.sold(99.5, 1);
        assertThat(told(reached)).containsExactly("1@99.5M");
        assertThat(reached.get(0).orderId()).isEqualTo(on);
    }

    @Test
    void d11_aCoarserLotCancelsWhatDoesNotLieOnIt() {
        BookTrading book = BookTrading.plain().usual();
        long off = book.submit(limit(Side.BUY, "1.5", "99.9"));
        book.submit(limit(Side.BUY, "2", "99.9"));
        book.meet(book.bid(99.7, 31));
        book.meet(grid(book, "0.1", "1"));

        assertThat(book.history).contains(new ExecutionEvent.Canceled(off, book.nowNanos, ReasonCode.OFF_GRID));
        assertThat(book.sold(99.9, 10)).isEmpty();
        assertThat(told(book.sold(99.9, 5))).containsExactly("2@99.9M");
    }

    @Test
    void d11_whatOnlyReducesMayHaveAPartOfANewLot() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "1.5"));
        book.meet(book.bid(99.7, 30.5));
        long waiting = book.submit(reducing(limit(Side.SELL, "1.5", "101.5")));
        book.meet(book.bid(99.7, 31));
        book.submit(limit(Side.BUY, "1.5", "99.9"));
        book.meet(grid(book, "0.1", "1"));

        assertThat(book.history)
                .as("an opening under way that is off the new lot")
                .contains(new ExecutionEvent.Rejected(3, book.nowNanos, ReasonCode.OFF_GRID));
        assertThat(book.history).noneMatch(event -> event instanceof ExecutionEvent.Canceled);
        book.cancel(waiting);
        book.meet(book.bid(99.7, 32));
        book.submit(reducing(market(Side.SELL, "1.5")));
        assertThat(told(book.meet(book.bid(99.7, 33)))).containsExactly("1.5@99.9");
    }

    @Test
    void d12_whileTradingIsHaltedNothingFillsAndOrdersWait() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(limit(Side.BUY, "2", "99.9"));
        book.meet(book.bid(99.7, 31));
        book.meet(status(book, TradingStatus.HALTED));
        book.submit(market(Side.BUY, "1"));

        assertThat(book.sold(99.8, 5)).isEmpty();
        assertThat(book.meet(book.ask(99.5, 2), book.bid(99.9, 0))).isEmpty();
        assertThat(book.venue.underWay()).hasSize(1);

        assertThat(told(book.meet(book.ask(99.5, 0), book.bid(99.9, 3), status(book, TradingStatus.OPEN))))
                .containsExactly("1@100.1");
    }

    @Test
    void d12_orIsRejectedIfTheRulesSaySo() {
        BookTrading book =
                BookTrading.by(BookRules.defaults().withHoldWhileHalted(false)).usual();
        book.meet(status(book, TradingStatus.CLOSED));
        long id = book.submit(market(Side.BUY, "1"));
        book.meet(book.bid(99.7, 31));

        assertThat(book.last()).isEqualTo(new ExecutionEvent.Rejected(id, book.nowNanos, ReasonCode.MARKET_CLOSED));
        book.meet(status(book, TradingStatus.OPEN));
        book.submit(market(Side.BUY, "1"));
        assertThat(told(book.meet(book.bid(99.7, 32)))).containsExactly("1@100.1");
    }

    @Test
    void d12_whatWaitsCanBeCanceledWhileTradingIsHalted() {
        BookTrading book = BookTrading.plain().usual();
        long id = book.submit(limit(Side.BUY, "2", "99.9"));
        book.meet(book.bid(99.7, 31));
        book.meet(status(book, TradingStatus.HALTED));
        long held = book.submit(market(Side.BUY, "1"));
        book.cancel(id);
        book.cancel(held);
        book.nothing();

        assertThat(book.history)
                .contains(
                        new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.REQUESTED),
                        new ExecutionEvent.Canceled(held, book.nowNanos, ReasonCode.REQUESTED));
        assertThat(book.venue.underWay()).isEmpty();
    }

    @Test
    void aSettlementEndsEverything() {
        BookTrading book = BookTrading.plain().usual();
        long id = book.submit(limit(Side.BUY, "2", "99.9"));
        book.meet(book.bid(99.7, 31));
        book.meet(new MarketEvent.FinalSettlement(book.nowNanos + MILLI, Decimal.of(100)));

        assertThat(book.last()).isEqualTo(new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.MARKET_CLOSED));
        assertThat(book.sold(99.8, 9)).isEmpty();
    }

    @Test
    void i4_expiryEndsEverythingWithoutBeingTold() {
        BookTrading book = BookTrading.ending(java.time.Duration.ofMillis(3)).usual();
        long id = book.submit(limit(Side.BUY, "2", "99.9"));
        book.meet(book.bid(99.7, 31));
        book.meet(book.bid(99.7, 32));

        assertThat(book.history).contains(new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.MARKET_CLOSED));
        assertThat(book.sold(99.8, 9)).isEmpty();
    }

    @Test
    void b3_aStopLeavesAtWhatTheBookShowsOnceItIsTouched() {
        BookTrading book = bracketed("99.8", "0", 0);

        assertThat(book.meet(book.bid(99.9, 0), book.bid(99.7, 1)))
                .as("the touch itself")
                .hasSize(1);
        assertThat(book.held()).isEqualTo(Decimal.ZERO);
        assertThat(fill(book).price()).isEqualTo(Decimal.of("99.8"));
        assertThat(fill(book).context().cause()).isEqualTo(ReasonCode.STOP);
        assertThat(fill(book).slippageBps()).isZero();
    }

    @Test
    void b3_aGapThroughAStopFillsWhereTheBookStandsAndNeverBetter() {
        BookTrading book = bracketed("99.8", "0", 0);
        List<Fill> fills =
                book.meet(book.bid(99.9, 0), book.bid(99.8, 0), book.bid(99.7, 0), book.bid(98, 1), book.bid(97, 9));

        assertThat(told(fills)).containsExactly("1@98", "1@97");
        assertThat(fills).allMatch(fill -> fill.context().arrivalPrice().equals(Decimal.of("99.8")));
    }

    @Test
    void b3_whatAStopDoesNotFindItTakesLater() {
        BookTrading book = bracketed("99.8", "0", 0);

        assertThat(told(book.meet(book.bid(99.9, 0), book.bid(99.8, 0), book.bid(99.7, 1))))
                .containsExactly("1@99.7");
        assertThat(told(book.meet(book.bid(99.9, 5)))).containsExactly("1@99.9");
        assertThat(book.held()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void d6_aTargetWaitsInTheQueueLikeAnOrder() {
        BookTrading book = bracketed("0", "100.2", 0);

        assertThat(book.bought(100.2, 20)).isEmpty();
        assertThat(told(book.bought(100.2, 1))).containsExactly("1@100.2M");
        assertThat(told(book.bought(100.3, 1))).containsExactly("1@100.2M");
        assertThat(fill(book).context().cause()).isEqualTo(ReasonCode.TARGET);
        assertThat(book.bought(100.3, 9)).isEmpty();
    }

    @Test
    void c3_ofStopAndTargetAtOneMomentOnlyTheStopFills() {
        BookTrading book = bracketed("99.8", "100.2", 0);
        List<Fill> fills = book.meet(
                book.bid(99.9, 0), book.ask(100.1, 0), book.ask(100.2, 0), book.ask(100.3, 0), book.ask(100.4, 3));

        assertThat(told(fills)).containsExactly("2@99.8");
        assertThat(book.bought(101, 50)).isEmpty();
    }

    @Test
    void c1_cancelingWhatHasFilledTakesItsExitsAway() {
        BookTrading book = bracketed("99.8", "100.2", 0);
        book.cancel(1);
        book.nothing();

        assertThat(book.meet(book.bid(99.9, 0))).isEmpty();
        assertThat(book.bought(101, 50)).isEmpty();
        assertThat(book.held()).isEqualTo(Decimal.of(2));
    }

    @Test
    void c4_exitsNeverExceedThePosition() {
        BookTrading book = bracketed("99.8", "100.2", 0);
        book.submit(market(Side.SELL, "1.5"));
        book.meet(book.bid(99.7, 31));

        assertThat(told(book.meet(book.bid(99.9, 0)))).containsExactly("0.5@99.8");
    }

    @Test
    void anExitLeavesWhenItsTimeIsOver() {
        BookTrading book = bracketed("0", "0", 2 * MILLI);
        assertThat(book.meet(book.bid(99.7, 31))).isEmpty();

        assertThat(told(book.meet(book.bid(99.7, 32)))).containsExactly("2@99.9");
        assertThat(fill(book).context().cause()).isEqualTo(ReasonCode.HOLD_EXPIRED);
    }

    @Test
    void aTargetOfWhatFillsLaterGoesToTheEndOfTheQueue() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(protectedBy(limit(Side.BUY, "12", "100.1"), "0", "100.2", 0), LimitInstruction.REST);
        book.meet(book.bid(99.7, 31));
        book.bought(100.2, 15);
        assertThat(told(book.sold(100.1, 2))).containsExactly("2@100.1M");
        assertThat(book.bought(100.2, 20)).as("20 stand before all of it again").isEmpty();

        assertThat(told(book.bought(100.2, 12))).containsExactly("12@100.2M");
    }

    @Test
    void b4_aStopIsSetOffByTheBestPriceItCouldTake() {
        BookTrading book = BookTrading.plain().usual();
        long id = book.submit(market(Side.BUY, "1").withType(OrderType.stop(Decimal.of("100.2"))));
        assertThat(book.meet(book.bid(99.7, 31))).isEmpty();
        assertThat(book.bought(100.2, 5)).as("a print does not set it off").isEmpty();

        assertThat(told(book.meet(book.ask(100.1, 0)))).containsExactly("1@100.2");
        assertThat(book.history).contains(new ExecutionEvent.Triggered(id, book.nowNanos));
    }

    @Test
    void b4_aStopLimitMayWaitAfterItWasSetOff() {
        BookTrading book = BookTrading.plain().usual();
        OrderType type = new OrderType.StopLimit(Decimal.of("99.8"), Decimal.of("99.8"));
        book.submit(market(Side.SELL, "1").withType(type));
        book.meet(book.ask(100.3, 31));
        assertThat(book.meet(book.bid(99.9, 0), book.bid(99.8, 0))).isEmpty();

        assertThat(told(book.bought(99.8, 3))).containsExactly("1@99.8M");
    }

    @Test
    void b4_whatIsTouchedTakesTheBetterPrice() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "1").withType(new OrderType.MarketIfTouched(Decimal.of("99.5"))));
        book.submit(
                market(Side.BUY, "1").withType(new OrderType.LimitIfTouched(Decimal.of("99.4"), Decimal.of("99.3"))));
        assertThat(book.meet(book.bid(99.7, 31))).isEmpty();

        assertThat(told(book.meet(book.bid(99.9, 0), book.bid(99.8, 0), book.bid(99.7, 0), book.ask(99.5, 3))))
                .containsExactly("1@99.5");
        assertThat(told(book.meet(book.ask(99.4, 1)))).isEmpty();
        assertThat(told(book.sold(99.3, 1))).containsExactly("1@99.3M");
    }

    @Test
    void b5_aStopThatIsThroughOnArrivalIsSetOffAtOnce() {
        BookTrading book = BookTrading.plain().usual();
        book.submit(market(Side.BUY, "1").withType(OrderType.stop(Decimal.of("100.1"))));

        assertThat(told(book.meet(book.bid(99.7, 31)))).containsExactly("1@100.1");
    }

    @Test
    void b15_aFillAtTheLastMomentWinsOverExpiry() {
        BookTrading book = BookTrading.plain().usual();
        Order order = limit(Side.BUY, "3", "100").withLifetime(Lifetime.until(book.nowNanos + 2 * MILLI));
        long id = book.submit(order);
        book.meet(book.bid(99.7, 31));

        assertThat(told(book.sold(100, 1))).containsExactly("1@100M");
        assertThat(book.last()).isEqualTo(new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.EXPIRED));
        assertThat(book.sold(100, 1)).isEmpty();
    }

    @Test
    void b15_whatExpiresNeedsNoNews() {
        BookTrading book = BookTrading.plain().usual();
        long id = book.submit(limit(Side.BUY, "3", "100").withLifetime(Lifetime.until(book.nowNanos + 2 * MILLI)));
        book.meet(book.bid(99.7, 31));
        book.nothing();

        assertThat(book.last()).isEqualTo(new ExecutionEvent.Canceled(id, book.nowNanos, ReasonCode.EXPIRED));
    }

    @Test
    void b15_anOrderForTheDayEndsWithTheSession() {
        BookTrading book = BookTrading.plain().usual();
        long day = book.submit(limit(Side.BUY, "3", "99").withLifetime(Lifetime.DAY));
        book.submit(limit(Side.BUY, "3", "99"));
        book.meet(book.bid(99.7, 31));
        book.meet(status(book, TradingStatus.HALTED));
        assertThat(book.history).noneMatch(event -> event instanceof ExecutionEvent.Canceled);
        book.meet(status(book, TradingStatus.CLOSED));

        assertThat(book.history)
                .filteredOn(event -> event instanceof ExecutionEvent.Canceled)
                .containsExactly(new ExecutionEvent.Canceled(day, book.nowNanos, ReasonCode.EXPIRED));
    }

    @Test
    void whatFillsWhileItsCancellationIsUnderWayCanStillBeRidOfItsChildrenAndExits() {
        BookTrading late = BookTrading.late(Duration.ofMillis(5));
        late.usual();
        long parent = late.submit(linked(1, LinkRole.PARENT, limit(Side.BUY, "2", "99.9")));
        long child = late.submit(linked(1, LinkRole.CHILD, limit(Side.SELL, "2", "100.2")));
        long alone = late.submit(protectedBy(limit(Side.BUY, "2", "99.9"), "90", "110", 0));
        for (int i = 0; i < 6; i++) {
            late.meet(late.bid(99.7, 31 + i));
        }
        late.cancel(parent);
        late.cancel(alone);
        assertThat(told(late.sold(99.8, 30))).containsExactly("2@99.9M", "2@99.9M");
        late.history.clear();
        late.cancel(parent);
        late.cancel(alone);
        late.cancel(parent);
        late.cancel(alone);
        for (int i = 0; i < 9; i++) {
            late.nothing();
        }

        assertThat(late.history)
                .filteredOn(event -> event instanceof ExecutionEvent.CancelRejected)
                .extracting(ExecutionEvent::orderId)
                .containsExactly(parent, alone);
        assertThat(late.history)
                .filteredOn(event -> event instanceof ExecutionEvent.Canceled)
                .extracting(ExecutionEvent::orderId)
                .containsExactly(child);
        assertThat(late.meet(late.bid(99.9, 0), late.bid(99.8, 0), late.bid(99.7, 0), late.bid(80, 9)))
                .as("the exits are gone")
                .isEmpty();
    }

    @Test
    void aSecondCancellationWhileTheFirstIsUnderWayChangesNothing() {
        BookTrading late = BookTrading.late(Duration.ofMillis(2));
        late.usual();
        long id = late.submit(limit(Side.BUY, "2", "99.9"));
        late.meetAfter(3 * BookTrading.MILLI, InstrumentMarket.QUIET);
        late.meet(late.bid(99.7, 31));
        late.cancel(id);
        late.cancel(id);
        late.nothing();
        late.nothing();
        late.nothing();

        assertThat(late.history)
                .containsExactly(
                        new ExecutionEvent.Accepted(id, late.nowNanos - 3 * BookTrading.MILLI),
                        new ExecutionEvent.Canceled(id, late.nowNanos - BookTrading.MILLI, ReasonCode.REQUESTED));
        late.cancel(id);
        assertThat(late.venue.underWay()).isEmpty();
    }

    @Test
    void d8_amendingWhatIsOverOrNeverWasIsRefused() {
        BookTrading book = BookTrading.late(Duration.ofMillis(1)).usual();
        long id = book.submit(limit(Side.BUY, "1", "100"));
        book.meet(book.bid(99.7, 31));
        book.amend(id, "2", "100");
        assertThat(told(book.sold(100, 1))).containsExactly("1@100M");
        assertThat(book.last()).isEqualTo(new ExecutionEvent.AmendRejected(id, book.nowNanos, 1, ReasonCode.TOO_LATE));

        book.amend(id, "3", "100");
        assertThat(book.last())
                .isEqualTo(new ExecutionEvent.AmendRejected(id, book.nowNanos, 2, ReasonCode.UNKNOWN_ORDER));
    }

    /** Has bought 2 at 100.1, with exits. */
    private static BookTrading bracketed(String stop, String target, long holdNanos) {
        BookTrading book = BookTrading.plain().usual();
        book.submit(protectedBy(market(Side.BUY, "2"), stop, target, holdNanos));
        assertThat(told(book.meet(book.bid(99.7, 30.5)))).containsExactly("2@100.1");
        return book;
    }

    private static Fill fill(BookTrading book) {
        return ((ExecutionEvent.Filled) book.last()).fill();
    }

    private static MarketEvent grid(BookTrading book, String tick, String lot) {
        return new GridChange(book.nowNanos + MILLI, Decimal.of(tick), Decimal.of(lot));
    }

    private static MarketEvent status(BookTrading book, TradingStatus status) {
        return new StatusChange(book.nowNanos + MILLI, status);
    }
}
