package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.market.AuctionKind;
import io.aqts.market.MarketEvent.AuctionPrint;
import io.aqts.market.TradingStatus;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders for the opening or the close of a session, as far as the data tells of them: they fill at the price of the
 * auction, with no more than it traded, and pay what the dearest venue charges for that fill, for the data does not
 * tell where the auction was; where a session opens or closes without one, they take what is shown then.
 */
final class BookSessions {

    private final BookMarket market;
    private final BookFills fills;
    private final BookTaking taking;
    private final List<BookOrder> waiting = new ArrayList<>();
    private final List<BookOrder> opening = new ArrayList<>();
    private boolean wasClosed = true;
    private boolean isTold;

    BookSessions(BookMarket market, BookFills fills, BookTaking taking) {
        this.market = market;
        this.fills = fills;
        this.taking = taking;
    }

    void add(BookOrder order) {
        waiting.removeIf(BookOrder::isEnded);
        waiting.add(order);
    }

    /** Ends what does not lie on a grid. */
    void requireFitting(BookGrid grid) {
        opening.forEach(order -> requireFitting(order, grid));
        waiting.forEach(order -> requireFitting(order, grid));
    }

    private void requireFitting(BookOrder order, BookGrid grid) {
        if (!order.isEnded() && !order.fits(grid)) {
            fills.cancel(order, ReasonCode.OFF_GRID);
        }
    }

    /** {@return whether a session has opened and orders for that have met no book yet} */
    boolean isOpening() {
        return !opening.isEmpty();
    }

    /** Trading goes on in another way; a close meets the book that is shown by then, if there was trading. */
    void change(TradingStatus status) {
        if (status == TradingStatus.CLOSED) {
            if (market.isOpen()) {
                waiting.forEach(order -> meet(order, TimeInForce.AT_CLOSE));
            }
            opening.forEach(order -> fills.cancel(order, ReasonCode.EXPIRED));
            opening.clear();
            wasClosed = true;
        } else if (status == TradingStatus.OPEN && wasClosed) {
            wasClosed = false;
            for (BookOrder order : waiting) {
                if (order.order().timeInForce() == TimeInForce.AT_OPEN && !order.isHeld()) {
                    opening.add(order);
                }
            }
            waiting.removeAll(opening);
        } else if (status == TradingStatus.HALTED && !isTold) {
            wasClosed = false;
        }
        isTold = true;
        waiting.removeIf(BookOrder::isEnded);
    }

    /** Lets orders for an opening without an auction meet the first book it shows. */
    void open() {
        if (market.isOpen() && market.isAnyUsable()) {
            opening.forEach(order -> meet(order, TimeInForce.AT_OPEN));
            opening.clear();
        }
    }

    /** An auction found its price; where it is not told how much traded, it is taken to have been enough. */
    void print(AuctionPrint print) {
        TimeInForce wanted = print.kind() == AuctionKind.OPENING
                ? TimeInForce.AT_OPEN
                : print.kind() == AuctionKind.CLOSING ? TimeInForce.AT_CLOSE : TimeInForce.GTC;
        long left = print.quantity() > 0 ? market.grid().lots(print.quantity()) : Long.MAX_VALUE;
        left -= fill(opening, wanted, print.price(), left);
        fill(waiting, wanted, print.price(), left);
        opening.removeIf(BookOrder::isEnded);
        waiting.removeIf(BookOrder::isEnded);
    }

    private long fill(List<BookOrder> orders, TimeInForce wanted, double price, long most) {
        long filled = 0;
        for (BookOrder order : orders) {
            if (!order.isEnded() && !order.isHeld() && order.order().timeInForce() == wanted) {
                filled += fill(order, price, most - filled);
                end(order);
            }
        }
        return filled;
    }

    private long fill(BookOrder order, double price, long most) {
        BookGrid grid = market.grid();
        boolean buys = order.side() == Side.BUY;
        long ticks = grid.ticksAgainstTaker(buys ? Side.SELL : Side.BUY, price);
        Decimal limit = order.limit();
        boolean isIn = limit == null || (buys ? ticks < grid.ticks(limit) : ticks > grid.ticks(limit));
        if (!isIn || order.order().handling().postOnly()) {
            return 0;
        }
        order.grant();
        long lots = Math.min(most, wanted(order, ticks));
        if (lots > 0) {
            fills.fill(order, dearest(order, ticks, lots), lots);
        }
        return lots;
    }

    /** {@return how many lots an order wants, and can pay at whatever venue} */
    private long wanted(BookOrder order, long ticks) {
        long wanted = Long.MAX_VALUE;
        for (int venue = 0; venue < market.venues(); venue++) {
            wanted = Math.min(wanted, order.wanted(purse(venue, ticks)));
        }
        return wanted;
    }

    private Purse dearest(BookOrder order, long ticks, long lots) {
        BookGrid grid = market.grid();
        Deal deal = new Deal(
                order.side(),
                Liquidity.TAKER,
                order.quantity(grid, lots),
                grid.price(ticks),
                fills.fees().instrument(fills.index()));
        return purse(fills.fees().dearest(order.bill(), deal), ticks);
    }

    private Purse purse(int venue, long ticks) {
        return new Purse(fills.fees(), market.grid(), venue, ticks, Liquidity.TAKER);
    }

    private void meet(BookOrder order, TimeInForce rule) {
        if (order.isEnded() || order.isHeld() || order.order().timeInForce() != rule) {
            return;
        }
        if (!order.order().handling().postOnly()) {
            taking.takeOnce(order);
        }
        end(order);
    }

    private void end(BookOrder order) {
        boolean givesOnly = order.order().handling().postOnly();
        fills.cancel(order, givesOnly ? ReasonCode.POST_ONLY : ReasonCode.EXPIRED);
    }
}
