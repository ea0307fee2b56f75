package io.aqts.core.risk;

import io.aqts.trade.Account;
import io.aqts.trade.Balance;
import io.aqts.trade.Decimal;
import io.aqts.trade.Margin;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Rate;
import io.aqts.trade.RiskState;
import java.util.List;

/** Portfolios whose account says more than how much cash there is. */
final class AccountScene {

    private AccountScene() {}

    /** So much cash, of which a part is not settled. */
    static Portfolio unsettled(String cash, String unsettled, List<Position> positions, OpenOrder... orders) {
        Balance own = balance("USDT", cash, unsettled, Rate.ONE);
        return portfolio(
                positions,
                List.of(orders),
                new Account(List.of(own), rates(positions, Rate.ONE), Margin.NONE, List.of()));
    }

    /** Cash in the currency of account, and in euros at a rate of two. */
    static Portfolio inEuros(String cash, String euros, Position position) {
        Rate two = new Rate(Decimal.of(2), Decimal.ONE);
        List<Balance> balances = List.of(balance("USDT", cash, "0", Rate.ONE), balance("EUR", euros, "0", two));
        List<Position> positions = List.of(position);
        return portfolio(positions, List.of(), new Account(balances, rates(positions, two), Margin.NONE, List.of()));
    }

    private static Portfolio portfolio(List<Position> positions, List<OpenOrder> orders, Account account) {
        Decimal cash = account.balances().get(0).total();
        Portfolio draft = new Portfolio("USDT", cash, positions, orders, 0, RiskState.NORMAL, account);
        return new Portfolio("USDT", cash, positions, orders, draft.equity().toDouble(), RiskState.NORMAL, account);
    }

    private static List<Rate> rates(List<Position> positions, Rate rate) {
        return positions.stream().map(position -> rate).toList();
    }

    private static Balance balance(String currency, String total, String unsettled, Rate rate) {
        return new Balance(currency, Decimal.of(total), Decimal.ZERO, Decimal.of(unsettled), Decimal.ZERO, rate);
    }
}
