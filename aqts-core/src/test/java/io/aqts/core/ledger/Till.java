package io.aqts.core.ledger;

import io.aqts.config.AccountConfig;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.performance.ClosedTrade;
import io.aqts.testkit.TestMint;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Liquidity;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A ledger with a clock, for tests that say in a line what is traded and what happens. */
final class Till {

    private static final TestMint MINT = new TestMint();

    private final Ledger ledger;
    private final int instruments;
    private long orderId;
    private ReasonCode cause = ReasonCode.SIGNAL;

    Till(UnaryOperator<AccountConfig.Builder> account, Instrument... instruments) {
        AccountConfig.Builder builder = AccountConfig.defaults().toBuilder();
        this.ledger = new Ledger(
                account.apply(builder.currency("USD").initialCash(Decimal.of(10_000)))
                        .build(),
                Universe.of(instruments));
        this.instruments = instruments.length;
    }

    Ledger ledger() {
        return ledger;
    }

    Portfolio portfolio(OpenOrder... orders) {
        return ledger.portfolio(List.of(orders), RiskState.NORMAL);
    }

    Position position() {
        return ledger.position(0);
    }

    Till because(ReasonCode reason) {
        cause = reason;
        return this;
    }

    /** Trades the first instrument without a fee; negative for a sale. */
    ClosedTrade trade(String quantity, String price) {
        return trade(0, quantity, price, "0");
    }

    ClosedTrade trade(int instrument, String quantity, String price, String fee) {
        return ledger.book(fill(instrument, quantity, price, fee)).orElse(null);
    }

    Fill fill(int instrument, String quantity, String price, String fee) {
        return fill(++orderId, 0, instrument, quantity).apply(price, fee);
    }

    /** Trades for an order of a number, at a moment. */
    Making fill(long order, long at, int instrument, String quantity) {
        Decimal signed = Decimal.of(quantity);
        FillContext context = new FillContext("here", Liquidity.TAKER, cause, Decimal.ONE, false);
        Side side = signed.isPositive() ? Side.BUY : Side.SELL;
        return (price, fee) ->
                new Fill(order, at, instrument, side, signed.abs(), Decimal.of(price), Decimal.of(fee), context);
    }

    /** Announces an order that only closes, of the next number, and answers it. */
    ApprovedOrder announce(Side side, String quantity, boolean reduceOnly) {
        ApprovedOrder approved = null;
        TestMint mint = new TestMint();
        while (approved == null || approved.id() <= orderId) {
            approved = mint.approve(order(side, quantity, reduceOnly), 0, Decimal.of(100));
        }
        ledger.expect(approved);
        return approved;
    }

    static Order order(Side side, String quantity, boolean reduceOnly) {
        return new Order(
                0,
                side,
                OrderSize.units(Decimal.of(quantity)),
                OrderType.market(),
                Lifetime.GTC,
                Handling.reducing(reduceOnly),
                Bracket.NONE,
                ReasonCode.SIGNAL);
    }

    static OpenOrder open(Order order, String reference, String filled) {
        return new OpenOrder(MINT.approve(order, 0, Decimal.of(reference)), Decimal.of(filled));
    }

    /** Lets a moment come with prices, zero for none. */
    List<ClosedTrade> at(long nanos, double... prices) {
        return at(nanos, List.of(), List.of(), prices);
    }

    List<ClosedTrade> at(long nanos, List<Fill> fills, List<MarketEvent> events, double... prices) {
        InstrumentMarket[] markets = new InstrumentMarket[instruments];
        Arrays.fill(markets, InstrumentMarket.QUIET);
        for (int i = 0; i < prices.length; i++) {
            double p = prices[i];
            markets[i] = p == 0 ? markets[i] : InstrumentMarket.of(new Bar(nanos, 1, p, p, p, p, 1));
        }
        markets[0] = events.isEmpty() ? markets[0] : markets[0].withEvents(events);
        MarketSnapshot snapshot = MarketSnapshot.of(nanos, List.of(markets));
        List<ExecutionEvent> filled = new ArrayList<>();
        fills.forEach(fill -> filled.add(new ExecutionEvent.Filled(fill, true)));
        boolean isDue = ledger.mark(snapshot);
        List<ClosedTrade> closed = isDue || !fills.isEmpty() ? ledger.settle(snapshot, filled) : List.of();
        ledger.verify();
        return closed;
    }

    /** What is still needed for a fill. */
    interface Making {

        Fill apply(String price, String fee);
    }
}
