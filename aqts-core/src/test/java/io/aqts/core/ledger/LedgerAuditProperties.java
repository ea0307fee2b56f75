package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AccountConfig;
import io.aqts.market.MarketSnapshot;
import io.aqts.performance.ClosedTrade;
import io.aqts.testkit.LedgerAudit;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Portfolio;
import io.aqts.trade.RiskState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LedgerAuditProperties {

    private static final int STEPS = 150;
    private static final int BOOKINGS = 100_000;

    private long bookings;

    @Example
    void g4_agreesWithTheSecondBookkeeperOverAHundredThousandBookings() {
        for (long seed = 1; bookings < BOOKINGS; seed++) {
            g4_agreesWithTheSecondBookkeeperInEveryStep(seed);
        }
    }

    /** Among them a split at the end of the first bar ever, after a rollover. */
    @Example
    void g4_agreesWithTheSecondBookkeeperWhereTheyDidNot() {
        g4_agreesWithTheSecondBookkeeperInEveryStep(-676433);
    }

    @Property(tries = 100)
    void g4_agreesWithTheSecondBookkeeperInEveryStep(@ForAll long seed) {
        Turmoil turmoil = new Turmoil(seed);
        AccountConfig account = turmoil.account();
        Ledger ledger = new Ledger(account, Turmoil.UNIVERSE);
        LedgerAudit audit = new LedgerAudit(account, Turmoil.UNIVERSE);
        Map<String, BigDecimal> posted = new TreeMap<>();
        long[] lastBooking = {0};
        ledger.listen(posting -> {
            posted.merge(
                    posting.booking() + posting.currency(), posting.amount().toBigDecimal(), BigDecimal::add);
            lastBooking[0] = posting.booking();
        });
        for (int n = 0; n < STEPS; n++) {
            step(turmoil, ledger, audit);
        }
        bookings += lastBooking[0];
        assertThat(posted.values()).allMatch(sum -> sum.signum() == 0);
    }

    private static void step(Turmoil turmoil, Ledger ledger, LedgerAudit audit) {
        MarketSnapshot snapshot = turmoil.next();
        List<ApprovedOrder> orders = new ArrayList<>();
        List<Fill> fills = turmoil.fills(ledger, snapshot, orders);
        orders.forEach(ledger::expect);
        orders.forEach(audit::expect);
        List<ExecutionEvent> events = new ArrayList<>();
        fills.forEach(fill -> events.add(new ExecutionEvent.Filled(fill, true)));
        ledger.mark(snapshot);
        List<ClosedTrade> closed = ledger.settle(snapshot, events);
        audit.book(snapshot, fills);
        ledger.verify();
        Portfolio portfolio = ledger.portfolio(List.of(), RiskState.NORMAL);
        audit.check(portfolio);
        TrialBalance balance = ledger.trialBalance();
        portfolio
                .balances()
                .forEach(it -> assertThat(balance.sum(it.currency()).isZero()).isTrue());
        assertThat(closed).allMatch(trade -> trade.quantity().isPositive());
    }
}
