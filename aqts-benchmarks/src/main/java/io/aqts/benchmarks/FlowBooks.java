package io.aqts.benchmarks;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import io.aqts.core.book.BookListener;
import io.aqts.core.book.LimitInstruction;
import io.aqts.core.book.LimitOrderBook;

/** An {@link OrderFlow} through one book after the other; each answers with the check sum of its trades. */
final class FlowBooks {

    private FlowBooks() {}

    static long arrays(OrderFlow flow) {
        ArrayBook book = new ArrayBook(flow.size + 1);
        for (int i = 0; i < flow.size; i++) {
            if (flow.kinds[i] == OrderFlow.CANCEL) {
                book.cancel(flow.ids[i]);
            } else if (flow.buys[i]) {
                book.buy(flow.ids[i], flow.prices[i], flow.lots[i], flow.kinds[i] == OrderFlow.IMMEDIATE);
            } else {
                book.sell(flow.ids[i], flow.prices[i], flow.lots[i], flow.kinds[i] == OrderFlow.IMMEDIATE);
            }
        }
        return book.check();
    }

    static long aqts(OrderFlow flow) {
        Check check = new Check();
        LimitOrderBook book = new LimitOrderBook(check);
        for (int i = 0; i < flow.size; i++) {
            if (flow.kinds[i] == OrderFlow.CANCEL) {
                book.cancel(flow.ids[i]);
            } else {
                place(book, flow, i);
            }
        }
        return check.sum;
    }

    private static void place(LimitOrderBook book, OrderFlow flow, int i) {
        LimitInstruction instruction =
                flow.kinds[i] == OrderFlow.IMMEDIATE ? LimitInstruction.CANCEL : LimitInstruction.REST;
        if (flow.buys[i]) {
            book.buy(flow.ids[i], flow.prices[i], flow.lots[i], instruction);
        } else {
            book.sell(flow.ids[i], flow.prices[i], flow.lots[i], instruction);
        }
    }

    /** The direct book of exchange-core, with one command object and its events used again, as its own engine does. */
    static long exchangeCore(OrderFlow flow) {
        EventPool pool = new EventPool();
        CoreSymbolSpecification symbol =
                new CoreSymbolSpecification(1, SymbolType.CURRENCY_EXCHANGE_PAIR, 1, 2, 1, 1, 0, 0, 0, 0);
        IOrderBook book = new OrderBookDirectImpl(
                symbol,
                ObjectsPool.createDefaultTestPool(),
                new OrderBookEventsHelper(pool::take),
                LoggingConfiguration.DEFAULT);
        OrderCommand command = new OrderCommand();
        command.uid = 1;
        long sum = 0;
        for (int i = 0; i < flow.size; i++) {
            command.orderId = flow.ids[i];
            command.matcherEvent = null;
            if (flow.kinds[i] == OrderFlow.CANCEL) {
                book.cancelOrder(command);
            } else {
                command.price = flow.prices[i];
                command.reserveBidPrice = flow.prices[i];
                command.size = flow.lots[i];
                command.action = flow.buys[i] ? OrderAction.BID : OrderAction.ASK;
                command.orderType = flow.kinds[i] == OrderFlow.IMMEDIATE ? OrderType.IOC : OrderType.GTC;
                book.newOrder(command);
            }
            for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
                if (event.eventType == MatcherEventType.TRADE) {
                    sum += event.matchedOrderId * 31 + event.price * 17 + event.size;
                }
            }
            pool.giveAllBack();
        }
        return sum;
    }

    private static final class Check implements BookListener {

        private long sum;

        @Override
        public void onTrade(long makerId, long takerId, long price, long lots) {
            sum += makerId * 31 + price * 17 + lots;
        }
    }

    private static final class EventPool {

        private final MatcherTradeEvent[] events = new MatcherTradeEvent[4096];
        private int taken;

        MatcherTradeEvent take() {
            MatcherTradeEvent event = events[taken];
            if (event == null) {
                event = new MatcherTradeEvent();
                events[taken] = event;
            }
            taken++;
            event.nextEvent = null;
            return event;
        }

        void giveAllBack() {
            taken = 0;
        }
    }
}
