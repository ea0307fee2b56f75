package io.aqts.core.ledger;

import io.aqts.internal.Checks;
import io.aqts.market.MarketSnapshot;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The books of one account: what every fill does to cash and positions, and what they are worth.
 *
 * <ul>
 *   <li><b>Exact.</b> Cash, cost, result and fees are decimals; nothing is lost and nothing made, which
 *       {@link #verify()} proves at any time: cash = initial cash - costs of what is open + results - fees.
 *   <li><b>Average cost.</b> Only an increase moves the average price. A decrease takes out its share of the cost,
 *       rounded to 18 decimals, half to even; what was rounded off stays with the rest.
 *   <li><b>Turning round.</b> A fill that goes beyond flat closes the old position and opens the new one at its own
 *       price; its fee is paid once.
 *   <li><b>All or nothing.</b> A fill whose sums do not fit a {@link Decimal} is refused and changes nothing.
 * </ul>
 *
 * <p>It books what it is given and forbids nothing: that cash may turn negative is for the risk gate to prevent. Not
 * for use by several threads.
 */
public final class Ledger {

    private final String currency;
    private final Decimal initialCash;
    private final Position[] positions;
    private final @Nullable OpenTrade[] trades;
    private final double[] marks;
    private final double[] quantities;

    private Decimal cash;
    private double approximateCash;
    private int held;
    private @Nullable List<Position> view;

    /**
     * The books at the start.
     *
     * @param currency the currency of everything in them
     * @param initialCash the money to begin with
     * @param instruments how many instruments there are, one or more
     */
    public Ledger(String currency, Decimal initialCash, int instruments) {
        this.currency = Checks.notBlank("ledger.currency", currency);
        this.initialCash = initialCash;
        int size = (int) Checks.atLeast("ledger.instruments", instruments, 1);
        this.positions = new Position[size];
        Arrays.fill(positions, Position.FLAT);
        this.trades = new OpenTrade[size];
        this.marks = new double[size];
        this.quantities = new double[size];
        setCash(initialCash);
    }

    /**
     * Books a fill. A fee that was withheld from a purchase is booked as received less; one that was paid in another
     * currency as cash to its worth, as though that currency had been bought for it.
     *
     * @param fill what was traded
     * @return the round trip it ended, if it made a position flat or turned it round
     * @throws ArithmeticException if a sum does not fit; the books then stay as they were
     */
    public Optional<ClosedTrade> book(Fill fill) {
        return bookSettled(fill.settled());
    }

    private Optional<ClosedTrade> bookSettled(Fill fill) {
        int instrument = fill.instrument();
        Position before = positions[instrument];
        Decimal paid =
                fill.side() == Side.BUY ? fill.notional() : fill.notional().negate();
        Booking booking = Booking.of(before, trades[instrument], fill, paid);
        setCash(cash.minus(paid).minus(fill.fee()));

        Position after = booking.position();
        held += (before.isFlat() ? 1 : 0) - (after.isFlat() ? 1 : 0);
        positions[instrument] = after.withMark(after.isFlat() ? 0 : marks[instrument]);
        quantities[instrument] = after.quantity().toDouble();
        trades[instrument] = booking.open();
        view = null;
        return Optional.ofNullable(booking.closed());
    }

    /**
     * Takes the prices of a snapshot: of each instrument the close of its bar, without one the mean of the venues'
     * mids, and without both the price it had.
     *
     * @param snapshot the market now
     */
    public void mark(MarketSnapshot snapshot) {
        for (int i = 0; i < marks.length; i++) {
            double price = snapshot.instrument(i).price();
            if (price > 0 && price != marks[i]) {
                marks[i] = price;
                if (quantities[i] != 0) {
                    view = null;
                }
            }
        }
    }

    /** {@return cash and positions at their marks, as a double} A position without a price yet counts as nothing. */
    public double markedEquity() {
        double sum = approximateCash;
        if (held > 0) {
            for (int i = 0; i < quantities.length; i++) {
                sum += quantities[i] * marks[i];
            }
        }
        return sum;
    }

    /**
     * The last known price of an instrument.
     *
     * @param instrument the index of the instrument
     * @return its price in quote currency, zero until there is one
     */
    public double mark(int instrument) {
        return marks[instrument];
    }

    /** {@return the currency of the books} */
    public String currency() {
        return currency;
    }

    /** {@return what is free to spend; negative when borrowed} */
    public Decimal cash() {
        return cash;
    }

    /**
     * What is held of each instrument. The list is the same one until something in it changes.
     *
     * <p>A position that is open carries the current mark, and one that is flat none; {@link #mark(int)} has the
     * current price of every instrument.
     *
     * @return the positions in the order of the universe
     */
    public List<Position> positions() {
        List<Position> current = view;
        if (current == null) {
            current = positions.length == 1 ? List.of(marked(0)) : allMarked();
            view = current;
        }
        return current;
    }

    private List<Position> allMarked() {
        Position[] all = new Position[positions.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = marked(i);
        }
        return List.of(all);
    }

    private Position marked(int i) {
        Position position = positions[i];
        return quantities[i] == 0 || position.mark() == marks[i] ? position : position.withMark(marks[i]);
    }

    /**
     * What is held of one instrument.
     *
     * @param instrument the index of the instrument
     * @return its position
     */
    public Position position(int instrument) {
        return positions().get(instrument);
    }

    /**
     * The whole account at this moment.
     *
     * @param openOrders the orders that have not ended, oldest first
     * @param riskState how far the circuit breaker lets trading go
     * @return the portfolio
     */
    public Portfolio portfolio(List<OpenOrder> openOrders, RiskState riskState) {
        return new Portfolio(currency, cash, positions(), openOrders, markedEquity(), riskState);
    }

    /**
     * Proves that nothing was lost or made: cash is the initial cash less what open positions cost, plus what closed
     * ones earned, less the fees, to the last digit; and what is flat cost nothing.
     *
     * @throws IllegalStateException if it is not so, with the difference
     */
    public void verify() {
        Decimal expected = initialCash;
        for (int i = 0; i < positions.length; i++) {
            Position position = positions[i];
            if (position.isFlat() && !position.cost().isZero()) {
                throw new IllegalStateException(
                        "ledger: a flat position must have no cost, but instrument " + i + " has " + position.cost());
            }
            if (isTouched(position)) {
                expected = expected.minus(position.cost())
                        .plus(position.realizedPnl())
                        .minus(position.fees());
            }
        }
        if (!expected.equals(cash)) {
            throw new IllegalStateException("ledger: cash must be " + expected + ", but was " + cash
                    + ", a difference of " + cash.minus(expected));
        }
    }

    private static boolean isTouched(Position position) {
        return !position.isFlat()
                || !position.realizedPnl().isZero()
                || !position.fees().isZero();
    }

    private void setCash(Decimal amount) {
        cash = amount;
        approximateCash = amount.toDouble();
    }
}
