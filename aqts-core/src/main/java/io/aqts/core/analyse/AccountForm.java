package io.aqts.core.analyse;

import io.aqts.internal.Outlined;
import io.aqts.trade.Account;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Balance;
import io.aqts.trade.Carry;
import io.aqts.trade.Lot;
import io.aqts.trade.Margin;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.RiskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The canonical form of what is owned; what equals that of the step before is a single mark. */
final class AccountForm {

    private final DigestBuffer out;
    private final TradeForm trade;
    private final Outlined<Portfolio, Boolean> writingCash = this::writeCash;
    private final Outlined<Portfolio, Boolean> writingBalances = this::writeBalances;
    private final Outlined<Position, Boolean> writingPosition = this::writePosition;
    private final Outlined<List<OpenOrder>, Boolean> writingOrders = this::writeOrders;
    private @Nullable Portfolio before;

    AccountForm(DigestBuffer out, TradeForm trade) {
        this.out = out;
        this.trade = trade;
    }

    void clear() {
        before = null;
    }

    void portfolio(Portfolio portfolio) {
        out.belief(portfolio.markedEquity());
        out.mark(letter(portfolio.riskState()));
        Portfolio last = before;
        before = portfolio;
        boolean same = last != null
                && last.cash().equals(portfolio.cash())
                && last.currency().equals(portfolio.currency());
        out.flag(same);
        if (!same) {
            Outlined.call(writingCash, portfolio);
        }
        if (hasMore(portfolio.account())) {
            Outlined.call(writingBalances, portfolio);
        }
        positions(portfolio.positions(), last == null ? List.of() : last.positions());
        orders(portfolio.openOrders(), last == null ? List.of() : last.openOrders());
    }

    private void positions(List<Position> positions, List<Position> last) {
        out.count(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            out.belief(position.mark());
            boolean same = i < last.size() && isSame(position, last.get(i));
            out.flag(same);
            if (!same) {
                Outlined.call(writingPosition, position);
            }
        }
    }

    private boolean writeCash(Portfolio portfolio) {
        out.text(portfolio.currency());
        out.exact(portfolio.cash());
        return true;
    }

    private boolean writePosition(Position position) {
        out.exact(position.quantity());
        out.exact(position.cost());
        out.exact(position.realizedPnl());
        out.exact(position.fees());
        if (!position.carry().equals(Carry.NONE)) {
            out.mark('C');
            out.exact(position.carry().funding());
            out.exact(position.carry().financing());
            out.exact(position.carry().dividends());
        }
        if (!position.lots().isEmpty()) {
            out.mark('L');
            out.count(position.lots().size());
            position.lots().forEach(this::lot);
        }
        return true;
    }

    private void lot(Lot lot) {
        out.number(lot.id());
        out.number(lot.orderId());
        out.number(lot.openedNanos());
        out.exact(lot.quantity());
        out.exact(lot.cost());
    }

    private boolean writeBalances(Portfolio portfolio) {
        out.mark('B');
        out.count(portfolio.balances().size());
        for (Balance balance : portfolio.balances()) {
            out.text(balance.currency());
            out.exact(balance.total());
            out.exact(balance.unsettled());
            out.exact(balance.fees());
        }
        out.exact(portfolio.margin().insured());
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean hasMore(Account account) {
        return !account.rates().isEmpty() || account.margin() != Margin.NONE;
    }

    private static boolean isSame(Position one, Position other) {
        return one.quantity().equals(other.quantity())
                && one.cost().equals(other.cost())
                && one.realizedPnl().equals(other.realizedPnl())
                && one.fees().equals(other.fees())
                && one.carry().equals(other.carry())
                && one.lots().equals(other.lots());
    }

    private void orders(List<OpenOrder> orders, List<OpenOrder> last) {
        if (orders.equals(last)) {
            out.mark('=');
            return;
        }
        Outlined.call(writingOrders, orders);
    }

    private boolean writeOrders(List<OpenOrder> orders) {
        out.mark('O');
        out.count(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            trade.approved(orders.get(i).approved());
            out.exact(orders.get(i).filled());
            ApprovedOrder revision = orders.get(i).revision();
            out.flag(revision != null);
            if (revision != null) {
                trade.approved(revision);
            }
        }
        return true;
    }

    private static char letter(RiskState state) {
        return switch (state) {
            case NORMAL -> 'N';
            case RECOVERY -> 'V';
            case REDUCING -> 'R';
            case HALTED -> 'H';
            case KILL_SWITCH -> 'K';
        };
    }
}
