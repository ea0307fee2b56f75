package io.aqts.examples.replay;

import io.aqts.config.RiskConfig;
import io.aqts.core.ledger.Ledger;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.List;

/** What the original's fills really did, by the ledger of AQTS: every entry, every exit, exact to the last digit. */
final class SeedBooks {

    private static final Decimal FEE = Decimal.of(SeedReplay.FEE_BPS, 4);

    private final Decimal initialCash;
    private final Ledger ledger;
    private Decimal turnover = Decimal.ZERO;
    private long epochNanos;
    private int fills;
    private int closed;
    private int won;
    private double peak;
    private double drawdown;
    private double gross;
    private double leverage;

    SeedBooks(RiskConfig config) {
        initialCash = config.initialCash();
        ledger = new Ledger(config.currency(), initialCash, 1);
        peak = initialCash.toDouble();
    }

    void begin(MarketSnapshot snapshot) {
        epochNanos = snapshot.epochNanos();
        ledger.mark(snapshot);
    }

    void open(SeedOrder order, double average) {
        book(order.sign() > 0 ? Side.BUY : Side.SELL, order.size(), average);
        gross += order.size();
    }

    void close(SeedOrder order, double entry, double price) {
        book(order.sign() > 0 ? Side.SELL : Side.BUY, order.size(), price);
        gross -= order.size();
        closed++;
        won += order.sign() * Decimal.fromDouble(price).compareTo(Decimal.fromDouble(entry)) > 0 ? 1 : 0;
    }

    void end() {
        double equity = ledger.markedEquity();
        peak = Math.max(peak, equity);
        drawdown = Math.max(drawdown, (peak - equity) / peak);
        leverage = Math.max(leverage, gross * ledger.mark(0) / equity);
    }

    SeedRun.Actual actual(int breakerTrips) {
        ledger.verify();
        Decimal equity = ledger.portfolio(List.of(), RiskState.NORMAL).equity();
        return new SeedRun.Actual(
                equity, equity.minus(initialCash), closed, won, drawdown, leverage, breakerTrips, turnover.times(FEE));
    }

    private void book(Side side, double size, double price) {
        Decimal at = Decimal.fromDouble(price);
        FillContext context = new FillContext("best of all", Liquidity.TAKER, ReasonCode.SIGNAL, at, false);
        Fill fill = new Fill(++fills, epochNanos, 0, side, Decimal.fromDouble(size), at, Decimal.ZERO, context);
        ledger.book(fill);
        turnover = turnover.plus(fill.notional());
    }
}
