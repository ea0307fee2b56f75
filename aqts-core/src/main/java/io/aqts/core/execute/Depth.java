package io.aqts.core.execute;

import io.aqts.core.execute.Rung.Showing;
import io.aqts.market.BookLevel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all venues offer for one instrument in one snapshot, best total price first. Of a venue that shows a book its
 * quote is not used, and what one order takes is gone for the next.
 */
final class Depth {

    private static final Comparator<Rung> CHEAPEST = Comparator.comparingDouble(Rung::total);
    private static final Comparator<Rung> DEAREST = CHEAPEST.reversed();
    private static final Decimal SHARE_STEP = Decimal.of(1, 8);

    private final FeeSchedule fees;
    private final Grid grid;
    private final BarTerms unquoted;
    private InstrumentMarket market = InstrumentMarket.QUIET;
    private @Nullable List<Rung> asks;
    private @Nullable List<Rung> bids;

    Depth(FeeSchedule fees, Grid grid, BarTerms unquoted) {
        this.fees = fees;
        this.grid = grid;
        this.unquoted = unquoted;
    }

    /** Begins a snapshot. */
    void show(InstrumentMarket now) {
        market = now;
        asks = null;
        bids = null;
    }

    /** {@return the best price a taker of that side meets, without fees; not a number if there is none} */
    double best(Side side) {
        double best = Double.NaN;
        for (int i = 0; i < market.quotes().size(); i++) {
            Quote quote = market.quotes().get(i);
            if (quantity(quote, side) > 0 && !hasBook(quote.venue())) {
                best = better(side, best, price(quote, side));
            }
        }
        for (int i = 0; i < market.books().size(); i++) {
            List<BookLevel> levels = levels(market.books().get(i), side);
            if (!levels.isEmpty()) {
                best = better(side, best, levels.get(0).price());
            }
        }
        return best;
    }

    /** {@return what a taker of that side meets, best total price first, the venues' order among equals} */
    List<Rung> ladder(Side side) {
        List<Rung> ladder = side == Side.BUY ? asks : bids;
        if (ladder == null) {
            ladder = climb(side);
            if (side == Side.BUY) {
                asks = ladder;
            } else {
                bids = ladder;
            }
        }
        return ladder;
    }

    /** {@return the terms on which a taker of that side meets the bar of this snapshot: those of the best venue} */
    BarTerms terms(Side side) {
        List<Rung> ladder = ladder(side);
        if (ladder.isEmpty()) {
            return unquoted;
        }
        Showing best = ladder.get(0).showing();
        return best.halfSpread() > 0
                ? unquoted.with(
                        best.tariff(), Decimal.roundedToMultiple(best.halfSpread(), SHARE_STEP, RoundingMode.UP))
                : unquoted.with(best.tariff());
    }

    private List<Rung> climb(Side side) {
        List<Rung> rungs = new ArrayList<>();
        for (Quote quote : market.quotes()) {
            if (quantity(quote, side) > 0 && !hasBook(quote.venue())) {
                Tariff tariff = fees.of(quote.venue());
                Showing showing = Showing.of(tariff, quote.epochNanos(), quote.bid(), quote.ask());
                rungs.add(rung(showing, side, price(quote, side), quantity(quote, side)));
            }
        }
        for (OrderBook book : market.books()) {
            Showing showing =
                    Showing.of(fees.of(book.venue()), book.epochNanos(), bestOf(book.bids()), bestOf(book.asks()));
            for (BookLevel level : levels(book, side)) {
                rungs.add(rung(showing, side, level.price(), level.quantity()));
            }
        }
        rungs.sort(side == Side.BUY ? CHEAPEST : DEAREST);
        return rungs;
    }

    private Rung rung(Showing showing, Side side, double shown, double quantity) {
        RoundingMode againstUs = side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR;
        Decimal price = Decimal.roundedToMultiple(shown, grid.tick(), againstUs);
        Decimal lots = Decimal.roundedToMultiple(quantity, grid.lot(), RoundingMode.DOWN);
        double total = shown * (1 + side.sign() * showing.tariff().takerShare());
        return new Rung(showing, new Offer(price, showing.tariff(), Liquidity.TAKER), total, lots);
    }

    private boolean hasBook(int venue) {
        for (int i = 0; i < market.books().size(); i++) {
            if (market.books().get(i).venue() == venue) {
                return true;
            }
        }
        return false;
    }

    private static double better(Side side, double one, double other) {
        return side.sign() * (other - one) >= 0 ? one : other;
    }

    private static double price(Quote quote, Side side) {
        return side == Side.BUY ? quote.ask() : quote.bid();
    }

    private static double quantity(Quote quote, Side side) {
        return side == Side.BUY ? quote.askQuantity() : quote.bidQuantity();
    }

    private static List<BookLevel> levels(OrderBook book, Side side) {
        return side == Side.BUY ? book.asks() : book.bids();
    }

    private static double bestOf(List<BookLevel> levels) {
        return levels.isEmpty() ? Double.NaN : levels.get(0).price();
    }
}
