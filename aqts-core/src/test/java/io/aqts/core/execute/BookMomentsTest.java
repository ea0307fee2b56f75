package io.aqts.core.execute;

import static io.aqts.core.execute.BookTrading.COIN;
import static io.aqts.core.execute.BookTrading.FREE;
import static io.aqts.core.execute.BookTrading.MILLI;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.linked;
import static io.aqts.core.execute.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.config.AccountConfig;
import io.aqts.config.AqtsConfig;
import io.aqts.core.ledger.Ledger;
import io.aqts.market.AuctionKind;
import io.aqts.market.BookLevel;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.AuctionPrint;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.FinalSettlement;
import io.aqts.market.MarketEvent.Split;
import io.aqts.market.MarketEvent.StatusChange;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderBook;
import io.aqts.market.Trade;
import io.aqts.market.TradingStatus;
import io.aqts.market.Universe;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several moments of two instruments in one snapshot, at a book venue with a ledger that settles them. */
class BookMomentsTest {

    private static final AqtsConfig PROMPT = AqtsConfig.defaults()
            .with(c -> c.execution(e -> e.latencyMin(Duration.ZERO).latencyMax(Duration.ZERO)));
    private static final Universe UNIVERSE = new Universe(
            List.of(COIN, Instrument.of("OTHER/USD", Decimal.of("0.1"), Decimal.of("0.5"))), List.of(FREE));

    private final BookVenue venue = new BookVenue(
            new LayerContext(PROMPT, UNIVERSE, "venue"), BookRules.defaults(), LatencyModel.constant(Duration.ZERO));
    private final Ledger ledger = new Ledger(AccountConfig.defaults(), UNIVERSE);
    private final TestOrders orders = new TestOrders();
    private final List<ExecutionEvent> told = new ArrayList<>();
    private long nowNanos = 1_000 * MILLI;

    @BeforeEach
    void showBooks() {
        meet(
                1,
                news(level(1, Side.BUY, 99, 10), level(1, Side.SELL, 101, 10)),
                news(level(1, Side.BUY, 99, 10), level(1, Side.SELL, 101, 10)));
        told.clear();
    }

    @Test
    void whatFilledBeforeASplitOfTheSameSnapshotIsSplitInTheLedgerAsAtTheVenue() {
        submit(0, market(Side.BUY, "4"));
        long filled = nowNanos + MILLI;
        meet(3, news(level(1, Side.SELL, 101, 9), split(2, "2")), InstrumentMarket.QUIET);

        assertThat(told).allMatch(event -> event.epochNanos() == filled);
        assertThat(ledger.position(0).quantity()).isEqualTo(Decimal.of(8));
        submit(0, TestOrders.reducing(market(Side.SELL, "20")));
        meet(1, news(level(1, Side.BUY, 50, 30)), InstrumentMarket.QUIET);
        assertThat(ledger.position(0).isFlat()).isTrue();
    }

    @Test
    void aSplitComesBeforeThePrintsOfItsMoment() {
        long resting = submit(0, limit(Side.BUY, "2", "99"));
        long ofSession = submit(0, market(Side.BUY, "2").withLifetime(Lifetime.AT_CLOSE));
        meet(1, news(level(1, Side.SELL, 101, 9)), InstrumentMarket.QUIET);
        told.clear();
        long at = nowNanos + MILLI;
        MarketEvent auction = new AuctionPrint(at, 50, 100, AuctionKind.CLOSING);
        Trade print = new Trade(0, at, 98, 40, false);
        meet(
                1,
                new InstrumentMarket(null, List.of(), List.of(), List.of(print), List.of(auction, split(1, "2"))),
                InstrumentMarket.QUIET);

        assertThat(told)
                .containsExactly(
                        new ExecutionEvent.Canceled(resting, at, BookVenue.SPLIT),
                        new ExecutionEvent.Canceled(ofSession, at, BookVenue.SPLIT));
    }

    @Test
    void aSplitComesBeforeTheCloseOfItsMomentHoweverTheyAreTold() {
        long closing = submit(0, market(Side.BUY, "2").withLifetime(Lifetime.AT_CLOSE));
        meet(1, news(level(1, Side.SELL, 101, 9)), InstrumentMarket.QUIET);
        told.clear();
        long at = nowNanos + MILLI;
        meet(1, news(new StatusChange(at, TradingStatus.CLOSED), split(1, "2")), InstrumentMarket.QUIET);

        assertThat(told)
                .as("it is in old units, of which the close knows nothing")
                .containsExactly(new ExecutionEvent.Canceled(closing, at, BookVenue.SPLIT));
    }

    @Test
    void aSplitComesBeforeTheSettlementOfItsMomentHoweverTheyAreTold() {
        long resting = submit(0, limit(Side.BUY, "2", "99"));
        meet(1, news(level(1, Side.SELL, 101, 9)), InstrumentMarket.QUIET);
        told.clear();
        long at = nowNanos + MILLI;
        meet(1, news(new FinalSettlement(at, Decimal.of(50)), split(1, "2")), InstrumentMarket.QUIET);

        assertThat(told).containsExactly(new ExecutionEvent.Canceled(resting, at, BookVenue.SPLIT));
    }

    @Test
    void whatHappensIsToldInTheOrderOfTimeOverAllInstruments() {
        long late = submit(0, market(Side.BUY, "1"));
        long early = submit(1, market(Side.BUY, "1"));
        long start = nowNanos;
        meet(9, news(level(7, Side.SELL, 101, 9)), news(level(3, Side.SELL, 101, 9)));

        assertThat(told).extracting(ExecutionEvent::orderId).containsExactly(early, early, late, late);
        assertThat(told)
                .extracting(ExecutionEvent::epochNanos)
                .containsExactly(start + 3 * MILLI, start + 3 * MILLI, start + 7 * MILLI, start + 7 * MILLI);
    }

    @Test
    void whatABookFillsThatIsOlderThanAnEventOfItsSnapshotIsToldAfterIt() {
        long resting = submit(0, limit(Side.BUY, "2", "99"));
        meet(1, news(level(1, Side.SELL, 101, 9)), InstrumentMarket.QUIET);
        told.clear();
        long taker = submit(0, market(Side.BUY, "1"));
        long start = nowNanos;
        OrderBook older = new OrderBook(0, start + 2 * MILLI, List.of(), List.of(new BookLevel(98, 5)));
        MarketEvent event = level(7, Side.SELL, 101, 8);
        meet(
                9,
                new InstrumentMarket(null, List.of(), List.of(older), List.of(), List.of(event)),
                InstrumentMarket.QUIET);

        assertThat(told).extracting(ExecutionEvent::orderId).containsExactly(taker, taker, resting);
        assertThat(told).allMatch(one -> one.epochNanos() == start + 7 * MILLI);
    }

    @Test
    void newsThatComeLateTellNothingBeforeWhatWasTold() {
        long canceled = submit(0, limit(Side.BUY, "2", "99"));
        long resting = submit(1, limit(Side.BUY, "2", "99"));
        meet(1, news(level(1, Side.SELL, 101, 9)), news(level(1, Side.SELL, 101, 9)));
        told.clear();
        venue.cancel(canceled);
        meet(9, InstrumentMarket.QUIET, InstrumentMarket.QUIET);
        long end = nowNanos;
        meet(1, InstrumentMarket.QUIET, print(-3));

        assertThat(told).extracting(ExecutionEvent::orderId).containsExactly(canceled, resting);
        assertThat(told).extracting(ExecutionEvent::epochNanos).containsExactly(end, end);
    }

    @Test
    void newsThatComeLateAreOfOneMomentAndMetInTheOrderOfTheUniverse() {
        long first = submit(0, linked(1, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "2", "99")));
        long other = submit(1, linked(1, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "2", "99")));
        meet(1, news(level(1, Side.SELL, 101, 9)), news(level(1, Side.SELL, 101, 9)));
        meet(9, InstrumentMarket.QUIET, InstrumentMarket.QUIET);
        told.clear();
        long end = nowNanos;
        meet(1, print(-3), print(-5));

        assertThat(told.get(0)).isInstanceOf(ExecutionEvent.Filled.class);
        assertThat(told.get(0).orderId()).isEqualTo(first);
        assertThat(told).contains(new ExecutionEvent.Canceled(other, end, ReasonCode.LINKED));
    }

    @Test
    void aListOverTwoInstrumentsIsSettledInTheOrderOfTime() {
        long first = submit(0, linked(1, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "2", "99")));
        long other = submit(1, linked(1, LinkRole.ONE_CANCELS_OTHER, limit(Side.BUY, "2", "99")));
        meet(1, news(level(1, Side.SELL, 101, 9)), news(level(1, Side.SELL, 101, 9)));
        told.clear();
        long start = nowNanos;
        meet(9, print(7), print(3));

        assertThat(told.get(0).orderId()).isEqualTo(other);
        assertThat(told.get(0)).isInstanceOf(ExecutionEvent.Filled.class);
        assertThat(told).contains(new ExecutionEvent.Canceled(first, start + 3 * MILLI, ReasonCode.LINKED));
        assertThat(ledger.position(0).isFlat()).isTrue();
        assertThat(ledger.position(1).quantity()).isEqualTo(Decimal.of(2));
    }

    private long submit(int instrument, Order order) {
        ApprovedOrder approved = orders.approve(nowNanos, TestOrders.on(instrument, order), Decimal.of(100));
        told.addAll(venue.submit(approved));
        return approved.id();
    }

    private void meet(long millis, InstrumentMarket coin, InstrumentMarket other) {
        nowNanos += millis * MILLI;
        MarketSnapshot snapshot = MarketSnapshot.of(nowNanos, List.of(coin, other));
        List<ExecutionEvent> events = venue.meet(snapshot);
        told.addAll(events);
        ledger.mark(snapshot);
        ledger.settle(snapshot, events);
        ledger.verify();
    }

    private InstrumentMarket print(long millis) {
        return new InstrumentMarket(
                null, List.of(), List.of(), List.of(new Trade(0, nowNanos + millis * MILLI, 98, 40, false)));
    }

    private static InstrumentMarket news(MarketEvent... events) {
        return new InstrumentMarket(null, List.of(), List.of(), List.of(), List.of(events));
    }

    private DepthChange level(long millis, Side side, double price, double quantity) {
        return new DepthChange(nowNanos + millis * MILLI, 0, side, price, quantity);
    }

    private Split split(long millis, String ratio) {
        return new Split(nowNanos + millis * MILLI, Decimal.of(ratio));
    }
}
