package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.FillTime;
import io.aqts.core.ledger.Ledger;
import io.aqts.market.AuctionKind;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.market.TradingStatus;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of which news the fills of a paper venue are, which says who holds when something befalls holders. */
class PaperHoldersTest {

    private static final double[] FLAT = {100, 100, 100, 100};
    private final Trading trading = Trading.plain();

    @Test
    void whatABarFillsIsOfItsStart() {
        long start = trading.nowNanos;
        trading.submit(market(Side.BUY, "4"));
        trading.submit(TestOrders.limit(Side.BUY, "2", "98"));

        List<Fill> fills = trading.bar(100, 100, 97, 99);

        assertThat(fills).hasSize(2).allMatch(fill -> fill.sinceNanos() == start);
        assertThat(fills).allMatch(fill -> fill.epochNanos() == trading.nowNanos);
    }

    @Test
    void whatABarFillsThatBeganBeforeEarlierNewsIsOfItsStart() {
        long start = trading.nowNanos;
        trading.submit(TestOrders.limit(Side.BUY, "4", "98"));
        trading.meet(InstrumentMarket.QUIET.withEvents(List.of(new MarketEvent.MarkPrice(trading.in(60), 100))));
        Bar bar = new Bar(trading.in(60), 2 * Trading.MINUTE, 100, 100, 97, 99, 10);

        assertThat(trading.meet(InstrumentMarket.of(bar))).hasSize(1).allMatch(fill -> fill.sinceNanos() == start);
    }

    @Test
    void whatABarFillsOnceTradingOpensIsOfThatMoment() {
        trading.barWith(FLAT, new MarketEvent.StatusChange(trading.in(60), TradingStatus.HALTED));
        trading.submit(market(Side.BUY, "4"));
        long opening = trading.in(20);

        assertThat(trading.barWith(FLAT, new MarketEvent.StatusChange(opening, TradingStatus.OPEN)))
                .hasSize(1)
                .allMatch(fill -> fill.sinceNanos() == opening);
    }

    @Test
    void whatAnAuctionWithinABarFillsIsOfTheAuction() {
        trading.submit(market(Side.BUY, "4").withLifetime(Lifetime.AT_CLOSE));
        long auction = trading.in(30);

        assertThat(trading.barWith(FLAT, new MarketEvent.AuctionPrint(auction, 100, 50, AuctionKind.CLOSING)))
                .hasSize(1)
                .allMatch(fill -> fill.sinceNanos() == auction);
    }

    @Test
    void whatQuotesFillIsOfTheirMoment() {
        Trading quoted = Trading.in(Trading.atVenues(new Venue("V", 0, 0, 0)), e -> e);
        quoted.quotes(99, 101);
        quoted.submit(market(Side.BUY, "4"));
        long shown = quoted.in(30);
        Quote quote = new Quote(0, shown, 99, 1000, 101, 1000, 0, 0);
        Bar bar = new Bar(quoted.in(60), Trading.MINUTE, 100, 100, 100, 100, 10);

        assertThat(quoted.meet(new InstrumentMarket(bar, List.of(quote), List.of(), List.of())))
                .hasSize(1)
                .allMatch(fill -> fill.sinceNanos() == shown);
    }

    @Test
    void aFillAtTheCloseItWasDecidedOnTellsItsOwnMoment() {
        Trading close = Trading.with(e -> e.matching(m -> m.fillAt(FillTime.SAME_CLOSE)));
        close.flat(100);
        close.submit(market(Side.BUY, "4"));

        ExecutionEvent.Filled filled = (ExecutionEvent.Filled) close.last();
        assertThat(filled.fill().sinceNanos()).isEqualTo(close.nowNanos);
    }

    @Test
    void whatQuotesFilledBeforeASplitOfTheirSnapshotIsSplitInTheLedgerAsAtTheVenue() {
        Trading quoted = Trading.in(Trading.atVenues(new Venue("V", 0, 0, 0)), e -> e);
        Ledger ledger = new Ledger("USD", Decimal.of(100_000), 1);
        quoted.quotes(99, 101);
        quoted.submit(market(Side.BUY, "4"));
        Quote quote = new Quote(0, quoted.in(30), 99, 1000, 101, 1000, 0, 0);
        MarketEvent split = new MarketEvent.Split(quoted.in(40), Decimal.of(2));
        InstrumentMarket market = new InstrumentMarket(null, List.of(quote), List.of(), List.of(), List.of(split));

        List<ExecutionEvent> bought = quoted.meet(market).stream()
                .<ExecutionEvent>map(fill -> new ExecutionEvent.Filled(fill, true))
                .toList();
        ledger.settle(MarketSnapshot.of(quoted.nowNanos, List.of(market)), bought);
        quoted.submit(TestOrders.reducing(market(Side.SELL, "20")));

        assertThat(ledger.position(0).quantity()).isEqualTo(Decimal.of(8));
        assertThat(quoted.quotes(49, 51)).extracting(Fill::quantity).containsExactly(Decimal.of(8));
    }
}
