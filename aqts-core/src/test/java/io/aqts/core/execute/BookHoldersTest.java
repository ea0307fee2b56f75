package io.aqts.core.execute;

import static io.aqts.core.execute.BookTrading.COIN;
import static io.aqts.core.execute.BookTrading.FREE;
import static io.aqts.core.execute.BookTrading.MILLI;
import static io.aqts.core.execute.TestOrders.limit;
import static io.aqts.core.execute.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.config.AccountConfig;
import io.aqts.config.AqtsConfig;
import io.aqts.core.ledger.Ledger;
import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.DepthReset;
import io.aqts.market.MarketEvent.Dividend;
import io.aqts.market.MarketEvent.FundingDue;
import io.aqts.market.MarketEvent.Split;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderBook;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import io.aqts.testkit.LedgerAudit;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Order;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who holds when something befalls holders, at a book venue with a ledger and a second bookkeeper. */
class BookHoldersTest {

    private static final AqtsConfig PROMPT = AqtsConfig.defaults()
            .with(c -> c.execution(e -> e.latencyMin(Duration.ZERO).latencyMax(Duration.ZERO)));
    private static final Universe UNIVERSE = new Universe(List.of(COIN), List.of(FREE));

    private final BookVenue venue = new BookVenue(
            new LayerContext(PROMPT, UNIVERSE, "venue"), BookRules.defaults(), LatencyModel.constant(Duration.ZERO));
    private final Ledger ledger = new Ledger(AccountConfig.defaults(), UNIVERSE);
    private final LedgerAudit audit = new LedgerAudit(AccountConfig.defaults(), UNIVERSE);
    private final TestOrders orders = new TestOrders();
    private long nowNanos = 1_000 * MILLI;

    @BeforeEach
    void showABook() {
        meet(1, news(level(Side.BUY, 99, 10), level(Side.SELL, 101, 10)));
    }

    @Test
    void whoBuysWithinABarReceivesNoEarlierDividendOfIt() {
        rest(Side.BUY, "99");
        meet(10, bar(print(7, 98), dividend(3)));

        assertThat(held()).isEqualTo("4");
        assertThat(ledger.position(0).carry().dividends()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void whoBuysWithinABarReceivesALaterDividendOfIt() {
        rest(Side.BUY, "99");
        meet(10, bar(print(3, 98), dividend(7)));

        assertThat(ledger.position(0).carry().dividends()).isEqualTo(Decimal.of(4));
    }

    @Test
    void whoBuysAtTheEndOfABarReceivesNoEarlierDividendOfIt() {
        rest(Side.BUY, "99");
        meet(10, bar(print(10, 98), dividend(3)));

        assertThat(ledger.position(0).carry().dividends()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void whoSellsWithinABarHasReceivedAnEarlierDividendOfIt() {
        hold();
        rest(Side.SELL, "102");
        meet(10, bar(print(7, 103), dividend(3)));

        assertThat(held()).isEqualTo("0");
        assertThat(ledger.position(0).carry().dividends()).isEqualTo(Decimal.of(4));
    }

    @Test
    void fundingWithinABarIsPaidByWhoHeldAtItsMoment() {
        rest(Side.BUY, "99");
        meet(10, bar(print(5, 98), new FundingDue(at(3), 0.001, 100)));
        assertThat(ledger.position(0).carry().funding()).isEqualTo(Decimal.ZERO);

        meet(10, bar(print(5, 98), new FundingDue(at(6), 0.001, 100)));
        assertThat(ledger.position(0).carry().funding()).isEqualTo(Decimal.of("-0.4"));
    }

    @Test
    void aSplitThatIsToldLateFindsWhatWasToldLateBeforeIt() {
        rest(Side.BUY, "99");
        meet(9, news(new DepthChange(at(8), 0, Side.SELL, 101, 9)));
        meet(1, quiet(print(-5, 98), split(-3)));

        assertThat(held()).isEqualTo("8");
        submit(TestOrders.reducing(market(Side.SELL, "20")));
        meet(1, news(level(Side.BUY, 50, 30)));
        assertThat(held()).as("as much as at the venue").isEqualTo("0");
    }

    @Test
    void aDividendThatIsToldLateFindsWhatWasToldLateBeforeIt() {
        rest(Side.BUY, "99");
        meet(9, InstrumentMarket.QUIET);
        meet(1, quiet(print(-5, 98), dividend(-3)));

        assertThat(ledger.position(0).carry().dividends()).isEqualTo(Decimal.of(4));
    }

    @Test
    void whatWasToldLateAfterADividendThatWasToldLateReceivesNone() {
        rest(Side.BUY, "99");
        meet(9, InstrumentMarket.QUIET);
        meet(1, quiet(print(-3, 98), dividend(-5)));

        assertThat(held()).isEqualTo("4");
        assertThat(ledger.position(0).carry().dividends()).isEqualTo(Decimal.ZERO);
    }

    @Test
    void whatABookFillsThatIsOlderThanADividendOfItsSnapshotReceivesNone() {
        submit(market(Side.BUY, "1"));
        OrderBook older = new OrderBook(0, at(2), List.of(), List.of(new BookLevel(101, 5)));
        meet(
                9,
                new InstrumentMarket(
                        null, List.of(), List.of(older), List.of(), List.of(new DepthReset(at(4), 0), dividend(5))));

        assertThat(held()).isEqualTo("1");
        assertThat(ledger.position(0).carry().dividends()).isEqualTo(Decimal.ZERO);
    }

    private void hold() {
        submit(market(Side.BUY, "4"));
        meet(1, news(level(Side.SELL, 101, 9)));
        assertThat(held()).isEqualTo("4");
    }

    private void rest(Side side, String price) {
        submit(limit(side, "4", price));
        meet(1, news(level(Side.SELL, 101, 8)));
    }

    private void submit(Order order) {
        ApprovedOrder approved = orders.approve(nowNanos, order, Decimal.of(100));
        ledger.expect(approved);
        audit.expect(approved);
        venue.submit(approved);
    }

    private String held() {
        return ledger.position(0).quantity().toString();
    }

    private void meet(long millis, InstrumentMarket coin) {
        nowNanos += millis * MILLI;
        MarketSnapshot snapshot = MarketSnapshot.of(nowNanos, List.of(coin));
        List<ExecutionEvent> events = venue.meet(snapshot);
        ledger.mark(snapshot);
        ledger.settle(snapshot, events);
        ledger.verify();
        List<Fill> fills = new ArrayList<>();
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled filled) {
                fills.add(filled.fill());
            }
        }
        audit.book(snapshot, fills);
        audit.check(ledger.portfolio(List.of(), RiskState.NORMAL));
    }

    private InstrumentMarket bar(Trade print, MarketEvent event) {
        Bar bar = new Bar(nowNanos + 10 * MILLI, 10 * MILLI, 98, 98, 98, 98, 40);
        return new InstrumentMarket(bar, List.of(), List.of(), List.of(print), List.of(event));
    }

    private static InstrumentMarket quiet(Trade print, MarketEvent event) {
        return new InstrumentMarket(null, List.of(), List.of(), List.of(print), List.of(event));
    }

    private static InstrumentMarket news(MarketEvent... events) {
        return InstrumentMarket.QUIET.withEvents(List.of(events));
    }

    private long at(long millis) {
        return nowNanos + millis * MILLI;
    }

    private Trade print(long millis, double price) {
        return new Trade(0, at(millis), price, 40, price > 100);
    }

    private Dividend dividend(long millis) {
        return new Dividend(at(millis), Decimal.ONE);
    }

    private Split split(long millis) {
        return new Split(at(millis), Decimal.of(2));
    }

    private DepthChange level(Side side, double price, double quantity) {
        return new DepthChange(at(1), 0, side, price, quantity);
    }
}
