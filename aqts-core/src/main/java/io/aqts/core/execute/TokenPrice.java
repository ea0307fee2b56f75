package io.aqts.core.execute;

import io.aqts.config.FeeCurrency;
import io.aqts.config.FeePaymentConfig;
import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one unit of the currency that fees are paid in is worth: as configured, or the last price of an instrument; and
 * what the currencies of settlement are worth in that same money.
 */
final class TokenPrice {

    private static final int FIXED = -1;
    private static final int DECIMALS = 18;

    private final int instrument;
    private final String quote;
    private final List<Cross> crosses = new ArrayList<>();
    private double last;
    private Decimal price;

    TokenPrice(FeePaymentConfig payment, Universe universe) {
        price = payment.price();
        if (payment.symbol().isBlank()) {
            instrument = FIXED;
            quote = "";
        } else {
            instrument = universe.indexOf(payment.symbol()).orElse(FIXED);
            Checks.that(
                    instrument != FIXED,
                    "execution.fees.payment.symbol",
                    "be a symbol of the universe",
                    payment.symbol());
            quote = universe.instrument(instrument).quote();
            if (payment.currency() == FeeCurrency.OTHER) {
                findCrosses(universe);
            }
        }
    }

    private void findCrosses(Universe universe) {
        for (int i = 0; i < universe.size(); i++) {
            Instrument each = universe.instrument(i);
            boolean isQuoted = each.quote().equals(quote) && !each.base().equals(quote);
            boolean isBase = each.base().equals(quote) && !each.quote().equals(quote);
            String money = isQuoted ? each.base() : each.quote();
            boolean isOwned = each.contract().payoff().isExchange();
            if (isOwned && (isQuoted || isBase) && settles(universe, money)) {
                crosses.add(new Cross(i, money, isBase));
            }
        }
    }

    private static boolean settles(Universe universe, String money) {
        return universe.instruments().stream()
                .anyMatch(each -> each.settlementCurrency().equals(money));
    }

    boolean isFixed() {
        return instrument == FIXED;
    }

    void watch(MarketSnapshot snapshot) {
        double now = snapshot.instrument(instrument).price();
        if (now > 0 && now != last) {
            last = now;
            price = Decimal.fromDouble(now);
        }
        for (int i = 0; i < crosses.size(); i++) {
            crosses.get(i).watch(snapshot);
        }
    }

    /** {@return the worth of one unit in quote currency; zero as long as nobody knows} */
    Decimal price() {
        return price;
    }

    /**
     * {@return how much of the money that {@link #price()} is counted in one unit of the currency is worth in which a
     * fill settles; zero as long as nobody knows}
     */
    Decimal rate(Deal deal) {
        Instrument traded = deal.instrument();
        String money = traded == null ? quote : traded.settlementCurrency();
        boolean isSame = isFixed() ? traded == null || money.equals(traded.quote()) : money.equals(quote);
        if (traded == null || isSame) {
            return Decimal.ONE;
        }
        boolean isPriced = isFixed() || traded.quote().equals(quote);
        if (isPriced && traded.contract().payoff().isInverse()) {
            return deal.price();
        }
        for (Cross cross : crosses) {
            if (cross.money.equals(money) && cross.last > 0) {
                return cross.rate();
            }
        }
        return Decimal.ZERO;
    }

    /** The last price between a currency of settlement and the money of the token's price. */
    private static final class Cross {

        private final int index;
        private final String money;
        private final boolean isDivided;
        private double last;

        Cross(int index, String money, boolean isDivided) {
            this.index = index;
            this.money = money;
            this.isDivided = isDivided;
        }

        void watch(MarketSnapshot snapshot) {
            double now = snapshot.instrument(index).price();
            last = now > 0 ? now : last;
        }

        Decimal rate() {
            Decimal known = Decimal.fromDouble(last);
            return isDivided ? Decimal.ONE.dividedBy(known, DECIMALS, RoundingMode.UP) : known;
        }
    }
}
