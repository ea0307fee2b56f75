package io.aqts.testkit;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.trade.Decimal;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Side;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A second bookkeeper: works out from the fills alone what must be owned, and compares it with what is reported, to the
 * last digit.
 *
 * <pre>{@code
 * Orchestrator aqts = Aqts.simulation().listener(new LedgerAudit()).build();
 * }</pre>
 *
 * <ul>
 *   <li><b>A fee that was withheld</b> was never received, and costs what it was worth.
 *   <li><b>Cash</b> is the initial cash, less what was bought, plus what was sold, less all fees.
 *   <li><b>A position</b> is what was bought less what was sold.
 *   <li><b>Cost less result</b> of a position is what was paid for it less what was received, however its ledger tells
 *       the two apart; a flat position has no cost, and another one a cost of its own sign.
 *   <li><b>Equity</b> is cash and positions at their marks, and its rounded twin is the same to nine digits.
 *   <li><b>A mark</b> is the last price that a snapshot of the run gave the instrument, and zero for a flat position.
 * </ul>
 *
 * <p>It shares no code with any ledger and calculates in {@link BigDecimal}. A difference is an {@link AssertionError}
 * that names both figures. As a listener it follows a run by itself and starts anew with it.
 */
public final class LedgerAudit implements StepListener {

    private BigDecimal initialCash;
    private BigDecimal cash;
    private BigDecimal[] quantities;
    private BigDecimal[] paid;
    private BigDecimal[] fees;
    private double[] prices;

    /** An audit that waits for a run to listen to. */
    public LedgerAudit() {
        this(Decimal.ZERO, 0);
    }

    /**
     * An audit of books that begin now.
     *
     * @param initialCash the money to begin with
     * @param instruments how many instruments there are
     */
    public LedgerAudit(Decimal initialCash, int instruments) {
        this.initialCash = initialCash.toBigDecimal();
        this.cash = this.initialCash;
        this.quantities = zeros(instruments);
        this.paid = zeros(instruments);
        this.fees = zeros(instruments);
        this.prices = new double[instruments];
    }

    @Override
    public void onStart(LayerContext context) {
        int instruments = context.universe().size();
        initialCash = context.config().risk().initialCash().toBigDecimal();
        cash = initialCash;
        quantities = zeros(instruments);
        paid = zeros(instruments);
        fees = zeros(instruments);
        prices = new double[instruments];
    }

    /** Books the fills of the step and checks its portfolio. */
    @Override
    public void onStep(Step step) {
        step.fills().forEach(this::book);
        check(step.portfolio());
        for (int i = 0; i < prices.length; i++) {
            double price = step.snapshot().instrument(i).price();
            prices[i] = price > 0 ? price : prices[i];
            Position position = step.portfolio().position(i);
            if (!position.isFlat() && position.mark() != prices[i]) {
                throw new AssertionError("mark of instrument " + i + " must be its last price, " + prices[i]
                        + ", but was " + position.mark() + " in step " + step.index());
            }
        }
    }

    /**
     * Books a fill.
     *
     * @param fill what was traded
     */
    public void book(Fill fill) {
        int i = fill.instrument();
        BigDecimal withheld = fill.context().payment() instanceof FeePayment.Withheld part
                ? part.amount().toBigDecimal()
                : BigDecimal.ZERO;
        BigDecimal quantity = fill.quantity().toBigDecimal().subtract(withheld);
        BigDecimal notional = quantity.multiply(fill.price().toBigDecimal());
        BigDecimal fee = fill.fee().toBigDecimal();
        boolean isBuy = fill.side() == Side.BUY;
        cash = (isBuy ? cash.subtract(notional) : cash.add(notional)).subtract(fee);
        paid[i] = isBuy ? paid[i].add(notional) : paid[i].subtract(notional);
        quantities[i] = isBuy ? quantities[i].add(quantity) : quantities[i].subtract(quantity);
        fees[i] = fees[i].add(fee);
    }

    /** {@return the cash there must be} */
    public Decimal cash() {
        return Decimal.from(cash);
    }

    /**
     * How much of an instrument must be held.
     *
     * @param instrument the index of the instrument
     * @return the quantity, negative for a short position
     */
    public Decimal quantity(int instrument) {
        return Decimal.from(quantities[instrument]);
    }

    /**
     * Compares a portfolio with what was booked so far.
     *
     * @param portfolio what is reported
     * @throws AssertionError if a figure differs, with both
     */
    public void check(Portfolio portfolio) {
        require("cash", cash, portfolio.cash());
        if (portfolio.positions().size() != quantities.length) {
            throw new AssertionError("there must be " + quantities.length + " positions, but there were "
                    + portfolio.positions().size());
        }
        BigDecimal worth = cash;
        BigDecimal conserved = initialCash;
        for (int i = 0; i < quantities.length; i++) {
            Position position = portfolio.position(i);
            check(i, position);
            worth = worth.add(
                    quantities[i].multiply(Decimal.fromDouble(position.mark()).toBigDecimal()));
            conserved = conserved
                    .subtract(position.cost().toBigDecimal())
                    .add(position.realizedPnl().toBigDecimal())
                    .subtract(position.fees().toBigDecimal());
        }
        require("initial cash less costs, plus results, less fees", conserved, portfolio.cash());
        require("equity", worth, portfolio.equity());
        double marked = portfolio.markedEquity();
        double scale = Math.abs(worth.doubleValue()) + portfolio.grossExposure() + Math.abs(cash.doubleValue());
        if (!(Math.abs(marked - worth.doubleValue()) <= 1e-9 * scale)) {
            throw new AssertionError("markedEquity must be near " + worth + ", but was " + marked);
        }
    }

    private void check(int instrument, Position position) {
        String name = " of instrument " + instrument;
        require("quantity" + name, quantities[instrument], position.quantity());
        require("fees" + name, fees[instrument], position.fees());
        require("cost less result" + name, paid[instrument], position.cost().minus(position.realizedPnl()));
        if (position.cost().signum() != position.quantity().signum()) {
            throw new AssertionError("cost" + name + " must have the sign of the quantity, but was " + position);
        }
        if (position.isFlat() && position.mark() != 0) {
            throw new AssertionError("mark" + name + " must be zero while it is flat, but was " + position.mark());
        }
    }

    private static void require(String name, BigDecimal expected, Decimal actual) {
        BigDecimal difference = actual.toBigDecimal().subtract(expected);
        if (difference.signum() != 0) {
            throw new AssertionError(name + " must be " + expected.toPlainString() + ", but was " + actual
                    + ", a difference of " + difference.toPlainString());
        }
    }

    private static BigDecimal[] zeros(int count) {
        BigDecimal[] zeros = new BigDecimal[count];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}
