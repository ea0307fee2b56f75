package io.aqts.trade;

import io.aqts.internal.Lists;
import java.util.List;
import java.util.function.Function;

/**
 * What is owned and owed at one moment.
 *
 * <p>Sums of money are exact. {@link #markedEquity()} is the same figure as {@link #equity()} rounded to a double, for
 * statistics and sizing, which need speed more than the last digit.
 *
 * <p>Where instruments settle in several currencies, sums are converted into that of the account and rounded once, to
 * 18 decimals, half to even. What has no rate or no price counts as nothing and is named in {@link #unpriced()}.
 *
 * @param currency the currency of the account, and of every sum here
 * @param cash the money in that currency; negative when borrowed
 * @param positions one for each instrument, in the order of the universe
 * @param openOrders the orders that have not ended, oldest first
 * @param markedEquity cash and positions at their marks, as a double
 * @param riskState how far the circuit breaker lets trading go
 * @param account the money of each currency, the margin, and what has no price
 */
public record Portfolio(
        String currency,
        Decimal cash,
        List<Position> positions,
        List<OpenOrder> openOrders,
        double markedEquity,
        RiskState riskState,
        Account account) {

    /** Copies the lists. */
    public Portfolio {
        positions = Lists.frozen(positions);
        openOrders = Lists.frozen(openOrders);
    }

    /**
     * A portfolio in one currency.
     *
     * @param currency the currency of everything here
     * @param cash what is free to spend; negative when borrowed
     * @param positions one for each instrument
     * @param openOrders the orders that have not ended
     * @param markedEquity cash and positions at their marks
     * @param riskState how far the circuit breaker lets trading go
     */
    public Portfolio(
            String currency,
            Decimal cash,
            List<Position> positions,
            List<OpenOrder> openOrders,
            double markedEquity,
            RiskState riskState) {
        this(currency, cash, positions, openOrders, markedEquity, riskState, Account.PLAIN);
    }

    /** {@return the money of each currency, that of the account first} */
    public List<Balance> balances() {
        return account.balances().isEmpty()
                ? List.of(new Balance(currency, cash, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Rate.ONE))
                : account.balances();
    }

    /**
     * The money of one currency.
     *
     * @param which the currency
     * @return its balance, of nothing where there is none
     */
    public Balance balance(String which) {
        for (Balance balance : balances()) {
            if (balance.currency().equals(which)) {
                return balance;
            }
        }
        return new Balance(which, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Rate.UNKNOWN);
    }

    /** {@return what must be held against the positions; {@link Margin#NONE} unless it is a margin account} */
    public Margin margin() {
        return account.margin();
    }

    /** {@return the currencies without a rate and the symbols without a price that count as nothing for now} */
    public List<String> unpriced() {
        return account.unpriced();
    }

    /** {@return cash and positions at their marks, exact but for the rounding of converted sums} */
    public Decimal equity() {
        if (account.rates().isEmpty()) {
            return ownEquity();
        }
        Conversion sum = new Conversion();
        for (Balance balance : account.balances()) {
            sum.add(balance.total(), balance.rate());
        }
        for (int i = 0; i < positions.size(); i++) {
            sum.add(positions.get(i).marketValue(), rate(i));
        }
        return sum.total();
    }

    private Rate rate(int instrument) {
        return account.rates().isEmpty() ? Rate.ONE : account.rates().get(instrument);
    }

    private Decimal ownEquity() {
        Decimal sum = cash;
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            if (!position.isFlat()) {
                sum = sum.plus(position.marketValue());
            }
        }
        return sum;
    }

    /** {@return what closed quantities have earned, before fees, exact} */
    public Decimal realizedPnl() {
        return sum(Position::realizedPnl);
    }

    /** {@return what would be earned by closing everything at the marks, before fees, exact} */
    public Decimal unrealizedPnl() {
        return sum(Position::unrealizedPnl);
    }

    /** {@return what was paid in fees, exact; negative when rebates prevail} */
    public Decimal fees() {
        Conversion sum = new Conversion();
        for (int i = 0; i < positions.size(); i++) {
            sum.add(positions.get(i).fees(), rate(i));
        }
        for (Balance balance : account.balances()) {
            sum.add(balance.fees(), balance.rate());
        }
        return sum.total();
    }

    /** {@return what holding positions has brought besides: funding, financing and dividends} */
    public Decimal carry() {
        return sum(position -> position.carry().total());
    }

    private Decimal sum(Function<Position, Decimal> figure) {
        Conversion sum = new Conversion();
        for (int i = 0; i < positions.size(); i++) {
            sum.add(figure.apply(positions.get(i)), rate(i));
        }
        return sum.total();
    }

    /** {@return what all positions are worth together, each taken as positive, in the currency of the account} */
    public double grossExposure() {
        double sum = 0;
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            if (!position.isFlat()) {
                sum += exposure(i, position);
            }
        }
        return sum;
    }

    private double exposure(int instrument, Position position) {
        if (position.mark() == 0) {
            return 0;
        }
        double value = position.payoff().value(position.quantity().toDouble(), position.mark());
        return account.rates().isEmpty()
                ? Math.abs(value)
                : Math.abs(value) * account.rates().get(instrument).toDouble();
    }

    /**
     * The position in one instrument.
     *
     * @param instrument the index of the instrument in the universe
     * @return its position
     */
    public Position position(int instrument) {
        return positions.get(instrument);
    }

    /**
     * Whether an order for an instrument has not ended yet.
     *
     * @param instrument the index of the instrument in the universe
     * @return whether one is on its way or resting
     */
    public boolean hasOpenOrder(int instrument) {
        for (int i = 0; i < openOrders.size(); i++) {
            if (openOrders.get(i).approved().order().instrument() == instrument) {
                return true;
            }
        }
        return false;
    }
}
