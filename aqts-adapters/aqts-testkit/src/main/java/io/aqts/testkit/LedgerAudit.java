package io.aqts.testkit;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.config.AccountConfig;
import io.aqts.config.AccountKind;
import io.aqts.config.Deposit;
import io.aqts.market.Bar;
import io.aqts.market.ExpirySettlement;
import io.aqts.market.Financing;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Balance;
import io.aqts.trade.Decimal;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.Order;
import io.aqts.trade.Payoff;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A second bookkeeper: works out from fills and market events alone what must be owned, and compares it with what is
 * reported, to the last digit.
 *
 * <pre>{@code
 * Orchestrator aqts = Aqts.simulation().listener(new LedgerAudit()).build();
 * }</pre>
 *
 * <ul>
 *   <li><b>Money</b> of each currency is what the account began with, less what was bought, plus what was sold and
 *       earned, less all fees.
 *   <li><b>A position</b> is what was bought less what was sold, with the cost and the result that the account's way of
 *       closing gives, and the funding, financing and dividends of holding it.
 *   <li><b>Equity</b> is the money at its rates and positions at their marks, rounded once, and its rounded twin is the
 *       same to nine digits.
 *   <li><b>Its change</b> from step to step is, in each currency, what was realized, what is unrealized, fees, funding,
 *       financing and dividends, and nothing else; and over currencies that, and the change of rates.
 *   <li><b>A fee that was withheld</b> was never received, and costs what it was worth; one in another currency leaves
 *       the balance of that currency, if the account began with one and there is enough left of it.
 *   <li><b>A mark</b> is the last price that a snapshot of the run gave the instrument, and zero for a flat position.
 * </ul>
 *
 * <p>It shares no code with any ledger and calculates in {@link BigDecimal}. A difference is an {@link AssertionError}
 * that names both figures. As a listener it follows a run by itself and starts anew with it.
 */
public final class LedgerAudit implements StepListener {

    private static final int DECIMALS = 18;

    private AccountConfig account;
    private Universe universe;
    private AuditedPosition[] positions;
    private AuditedEvents events;
    private AuditedRates rates;
    private AuditedChange change;
    private Map<String, BigDecimal> cash = new TreeMap<>();
    private AuditedFees otherFees = new AuditedFees(new TreeMap<>(), "");
    private Map<String, BigDecimal> opening = new TreeMap<>();
    private Map<Long, Order> orders = new TreeMap<>();
    private double[] prices;
    private BigDecimal insured = BigDecimal.ZERO;

    /** An audit that waits for a run to listen to. */
    public LedgerAudit() {
        this(Decimal.ZERO, 0);
    }

    /**
     * An audit of books that begin now, in one currency and of instruments that are paid for.
     *
     * @param initialCash the money to begin with
     * @param instruments how many instruments there are
     */
    public LedgerAudit(Decimal initialCash, int instruments) {
        this(
                AccountConfig.defaults().toBuilder()
                        .initialCash(initialCash.isZero() ? Decimal.ONE : initialCash)
                        .build(),
                unnamed(instruments));
    }

    /**
     * An audit of books that begin now.
     *
     * @param account the money to begin with, and how the books are kept
     * @param universe the instruments
     */
    public LedgerAudit(AccountConfig account, Universe universe) {
        begin(account, universe);
    }

    private static Universe unnamed(int instruments) {
        List<Instrument> all = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            all.add(Instrument.of("#" + i + "/" + AccountConfig.defaults().currency()));
        }
        return new Universe(all, List.of());
    }

    private void begin(AccountConfig settings, Universe instruments) {
        account = settings;
        universe = instruments;
        positions = new AuditedPosition[universe.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new AuditedPosition(universe.instrument(i), settings);
        }
        events = new AuditedEvents(universe);
        rates = new AuditedRates(settings, universe);
        change = new AuditedChange();
        orders = new TreeMap<>();
        prices = new double[universe.size()];
        insured = BigDecimal.ZERO;
        cash = new TreeMap<>();
        cash.put(settings.currency(), settings.initialCash().toBigDecimal());
        for (Deposit deposit : settings.deposits()) {
            cash.put(deposit.currency(), deposit.amount().toBigDecimal());
        }
        opening = new TreeMap<>(cash);
        otherFees = new AuditedFees(cash, settings.currency());
    }

    @Override
    public void onStart(LayerContext context) {
        begin(context.config().risk().account(), context.universe());
    }

    /** Books the fills and the events of the step and checks its portfolio. */
    @Override
    public void onStep(Step step) {
        step.orders().forEach(this::expect);
        Set<Long> fresh = new TreeSet<>();
        step.orders().stream().filter(order -> order.revision() == 0).forEach(order -> fresh.add(order.id()));
        List<Fill> late =
                step.fills().stream().filter(it -> fresh.contains(it.orderId())).toList();
        book(
                step.snapshot(),
                step.fills().stream().filter(it -> !late.contains(it)).toList());
        late.forEach(this::book);
        check(step.portfolio());
        for (int i = 0; i < prices.length; i++) {
            Position position = step.portfolio().position(i);
            if (!position.isFlat() && position.mark() != prices[i]) {
                throw new AssertionError("mark of instrument " + i + " must be its last price, " + prices[i]
                        + ", but was " + position.mark() + " in step " + step.index());
            }
        }
    }

    /**
     * Takes note of an order: fills of a reduce-only one, and those on the other side than their order, only close.
     *
     * @param order the order, before its fills
     */
    public void expect(ApprovedOrder order) {
        orders.put(order.id(), order.order());
    }

    /**
     * Books a snapshot: its prices, its events, what time brings, and fills, each in its turn.
     *
     * @param snapshot the market now
     * @param fills what was traded up to it
     */
    public void book(MarketSnapshot snapshot, List<Fill> fills) {
        double[] before = prices.clone();
        for (int i = 0; i < prices.length; i++) {
            double price = snapshot.instrument(i).price();
            prices[i] = price > 0 ? price : prices[i];
        }
        List<AuditedEvents.Due> due = new ArrayList<>(events.of(snapshot, before, prices));
        for (Fill fill : fills) {
            List<AuditedEvents.Due> past =
                    due.stream().filter(it -> it.isBefore(fill)).toList();
            past.forEach(it -> happen(it, snapshot));
            due.removeAll(past);
            book(fill);
        }
        due.forEach(it -> happen(it, snapshot));
    }

    /**
     * Books a fill, with its fee in the currency the instrument settles in.
     *
     * @param fill what was traded
     */
    public void book(Fill fill) {
        int i = fill.instrument();
        Order order = orders.get(fill.orderId());
        boolean closing = order != null && (order.reduceOnly() || order.side() != fill.side());
        BigDecimal withheld = fill.context().payment() instanceof FeePayment.Withheld part
                ? part.amount().toBigDecimal()
                : BigDecimal.ZERO;
        BigDecimal quantity = fill.quantity().toBigDecimal().subtract(withheld);
        BigDecimal price = fill.price().toBigDecimal();
        BigDecimal flow =
                positions[i].trade(new AuditedPosition.Deal(fill.side(), quantity, price, closing, fill.orderId()));
        BigDecimal fee = liquidationFee(fill)
                .add(otherFees.inSettlement(fill, universe.instrument(i).settlementCurrency()));
        positions[i].fees = positions[i].fees.add(fee);
        pay(i, flow.subtract(fee));
        if (isLiquidation(fill) && universe.instrument(i).contract().margin().insured()) {
            insure();
        }
    }

    private boolean isLiquidation(Fill fill) {
        return account.kind() == AccountKind.MARGIN && fill.context().cause().equals(ReasonCode.LIQUIDATION);
    }

    private BigDecimal liquidationFee(Fill fill) {
        MarginSchedule margin =
                universe.instrument(fill.instrument()).contract().margin();
        if (!isLiquidation(fill) || margin.liquidationFee().isZero()) {
            return BigDecimal.ZERO;
        }
        BigDecimal share = margin.liquidationFee().toBigDecimal();
        return positions[fill.instrument()].charge(
                fill.quantity().toBigDecimal(), fill.price().toBigDecimal(), share, 1);
    }

    private void insure() {
        AuditedRates.Fraction worth = new AuditedRates.Fraction(BigDecimal.ZERO, BigDecimal.ONE);
        for (Map.Entry<String, BigDecimal> money : cash.entrySet()) {
            worth = worth.plus(money.getValue(), rates.rate(money.getKey(), prices));
        }
        boolean isFlat = true;
        for (AuditedPosition position : positions) {
            isFlat &= position.isFlat();
        }
        if (isFlat && worth.numerator().signum() < 0) {
            BigDecimal lost = total(worth).negate();
            insured = insured.add(lost);
            cash.merge(account.currency(), lost, BigDecimal::add);
        }
    }

    private void happen(AuditedEvents.Due due, MarketSnapshot snapshot) {
        int i = due.instrument();
        AuditedPosition position = positions[i];
        if (due.event() instanceof MarketEvent.FinalSettlement settlement) {
            BigDecimal held = position.quantity();
            pay(i, position.settle(settlement.price().toBigDecimal()));
            deliver(i, held, settlement);
        } else if (due.event() instanceof MarketEvent.Split split) {
            position.split(split.ratio().toBigDecimal());
            Bar bar = snapshot.instrument(i).bar();
            boolean isOld = bar != null && bar.epochNanos() <= split.epochNanos();
            if (isOld || !(snapshot.instrument(i).price() > 0)) {
                prices[i] /= split.ratio().toDouble();
            }
        } else if (due.event() instanceof MarketEvent.Dividend dividend) {
            BigDecimal sum = position.dividend(dividend.amount().toBigDecimal());
            position.dividends = position.dividends.add(sum);
            pay(i, sum);
        } else if (due.event() instanceof MarketEvent.FundingDue funding) {
            BigDecimal price = Decimal.fromDouble(funding.price()).toBigDecimal();
            BigDecimal rate = Decimal.fromDouble(funding.rate()).toBigDecimal();
            BigDecimal sum = position.charge(position.held(-1), price, rate, 1)
                    .subtract(position.charge(position.held(1), price, rate, 1));
            position.funding = position.funding.add(sum);
            pay(i, sum);
        } else if (due.event() == null) {
            finance(due);
        }
    }

    private void finance(AuditedEvents.Due due) {
        AuditedPosition position = positions[due.instrument()];
        Financing terms = universe.instrument(due.instrument()).contract().financing();
        BigDecimal days = BigDecimal.valueOf(terms.days(due.epochNanos()));
        BigDecimal price = Decimal.fromDouble(due.price()).toBigDecimal();
        int year = terms.dayCount().days();
        BigDecimal paid = position.charge(
                        position.held(1), price, terms.longRate().toBigDecimal().multiply(days), year)
                .add(position.charge(
                        position.held(-1),
                        price,
                        terms.shortRate().toBigDecimal().multiply(days),
                        year));
        position.financing = position.financing.subtract(paid);
        pay(due.instrument(), paid.negate());
    }

    private void deliver(int from, BigDecimal contracts, MarketEvent.FinalSettlement settlement) {
        Instrument over = universe.instrument(from);
        if (over.contract().expirySettlement() == ExpirySettlement.CASH
                || contracts.signum() == 0
                || settlement.price().isZero()) {
            return;
        }
        for (int i = 0; i < positions.length; i++) {
            Instrument other = universe.instrument(i);
            if (other.contract().payoff().isExchange()
                    && other.base().equals(over.base())
                    && other.quote().equals(over.quote())) {
                BigDecimal units = contracts.multiply(
                        ((Payoff.Linear) over.contract().payoff()).multiplier().toBigDecimal());
                Side side = units.signum() > 0 ? Side.BUY : Side.SELL;
                BigDecimal price = settlement.price().toBigDecimal();
                pay(i, positions[i].trade(new AuditedPosition.Deal(side, units.abs(), price, false, 0)));
                return;
            }
        }
    }

    private void pay(int instrument, BigDecimal received) {
        cash.merge(universe.instrument(instrument).settlementCurrency(), received, BigDecimal::add);
    }

    /** {@return the cash there must be, in the currency of the account} */
    public Decimal cash() {
        return Decimal.from(cash.getOrDefault(account.currency(), BigDecimal.ZERO));
    }

    /**
     * How much of an instrument must be held.
     *
     * @param instrument the index of the instrument
     * @return the quantity, negative for a short position
     */
    public Decimal quantity(int instrument) {
        return Decimal.from(positions[instrument].quantity());
    }

    /**
     * Compares a portfolio with what was booked so far.
     *
     * @param portfolio what is reported
     * @throws AssertionError if a figure differs, with both
     */
    public void check(Portfolio portfolio) {
        require("cash", cash().toBigDecimal(), portfolio.cash());
        if (portfolio.positions().size() != positions.length) {
            throw new AssertionError("there must be " + positions.length + " positions, but there were "
                    + portfolio.positions().size());
        }
        Map<String, BigDecimal> conserved = otherFees.deductedFrom(opening);
        conserved.merge(account.currency(), insured, BigDecimal::add);
        AuditedRates.Fraction worth = new AuditedRates.Fraction(BigDecimal.ZERO, BigDecimal.ONE);
        AuditedChange.Figures figures = new AuditedChange.Figures();
        for (int i = 0; i < positions.length; i++) {
            Position position = portfolio.position(i);
            String currency = universe.instrument(i).settlementCurrency();
            positions[i].check(" of instrument " + i, position);
            BigDecimal value =
                    positions[i].worth(Decimal.fromDouble(position.mark()).toBigDecimal());
            worth = worth.plus(value, rates.rate(currency, prices));
            conserved.merge(currency, positions[i].booked(), BigDecimal::add);
            figures.add(currency, position);
        }
        figures.earned(insured, account.currency());
        otherFees.deductFrom(figures);
        for (Balance balance : portfolio.balances()) {
            String currency = balance.currency();
            BigDecimal money = cash.getOrDefault(currency, BigDecimal.ZERO);
            require("balance of " + currency, money, balance.total());
            BigDecimal booked = conserved.getOrDefault(currency, BigDecimal.ZERO);
            require("sum of all bookings in " + currency, booked, balance.total());
            worth = worth.plus(money, rates.rate(currency, prices));
            figures.add(balance, rates.rate(currency, prices));
        }
        require("equity", total(worth), portfolio.equity());
        require(
                "insured losses",
                account.kind() == AccountKind.MARGIN ? insured : BigDecimal.ZERO,
                portfolio.margin().insured());
        AuditedTwin.check(portfolio, total(worth));
        change.check(figures, total(worth));
    }

    private static BigDecimal total(AuditedRates.Fraction sum) {
        return sum.denominator().compareTo(BigDecimal.ONE) == 0
                ? sum.numerator()
                : sum.numerator().divide(sum.denominator(), DECIMALS, RoundingMode.HALF_EVEN);
    }

    static void require(String name, BigDecimal expected, Decimal actual) {
        BigDecimal difference = actual.toBigDecimal().subtract(expected);
        if (difference.signum() != 0) {
            throw new AssertionError(name + " must be " + expected.toPlainString() + ", but was " + actual
                    + ", a difference of " + difference.toPlainString());
        }
    }
}
