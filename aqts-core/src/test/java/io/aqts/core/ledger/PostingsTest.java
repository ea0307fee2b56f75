package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AccountKind;
import io.aqts.config.Deposit;
import io.aqts.market.Contract;
import io.aqts.market.Financing;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reaches the listener and the trial balance. */
class PostingsTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");
    private static final MarginSchedule TENTH = MarginSchedule.of(Decimal.of("0.1"), Decimal.of("0.05"));
    private static final long DAY = 86_400_000_000_000L;

    private final List<Posting> postings = new ArrayList<>();

    @Test
    void aFeeInACurrencyOfItsOwnIsABookingOfItsOwn() {
        Till till = new Till(a -> a.deposits(List.of(new Deposit("BNB", Decimal.of(2)))), SPOT);
        till.ledger().listen(postings::add);

        till.ledger().book(till.fill(1, 7, 0, "1").apply("100", "0.01"), "BNB");

        assertThat(postings)
                .containsExactly(
                        new Posting(1, 0, PostingAccount.CASH, -1, "USD", Decimal.of(10_000)),
                        new Posting(1, 0, PostingAccount.OPENING, -1, "USD", Decimal.of(-10_000)),
                        new Posting(2, 0, PostingAccount.CASH, -1, "BNB", Decimal.of(2)),
                        new Posting(2, 0, PostingAccount.OPENING, -1, "BNB", Decimal.of(-2)),
                        new Posting(3, 7, PostingAccount.CASH, -1, "USD", Decimal.of(-100)),
                        new Posting(3, 7, PostingAccount.POSITION, 0, "USD", Decimal.of(100)),
                        new Posting(4, 7, PostingAccount.CASH, -1, "BNB", Decimal.of("-0.01")),
                        new Posting(4, 7, PostingAccount.FEES, -1, "BNB", Decimal.of("0.01")));
        TrialBalance balance = till.ledger().trialBalance();
        assertThat(balance.sum(PostingAccount.FEES, "BNB")).isEqualTo(Decimal.of("0.01"));
        assertThat(balance.sum(PostingAccount.CASH, "BNB")).isEqualTo(Decimal.of("1.99"));
        assertThat(balance.sum("BNB")).isEqualTo(Decimal.ZERO);
    }

    @Test
    void whatAnInsurancePaysIsABookingOfItsOwn() {
        MarginSchedule insured = new MarginSchedule(TENTH.tiers(), Decimal.ZERO, true);
        Till till =
                new Till(a -> a.kind(AccountKind.MARGIN), SPOT.with(Contract.linearPerpetual(Decimal.ONE, insured)));
        till.at(1, 100);
        till.trade("1000", "100");
        till.at(2, 85);
        till.ledger().listen(postings::add);
        postings.clear();

        till.because(ReasonCode.LIQUIDATION);
        till.ledger().book(till.fill(1, 3, 0, "-1000").apply("85", "0"));

        assertThat(postings)
                .containsExactly(
                        new Posting(2, 3, PostingAccount.CASH, -1, "USD", Decimal.of(-15_000)),
                        new Posting(2, 3, PostingAccount.REALIZED, 0, "USD", Decimal.of(15_000)),
                        new Posting(3, 3, PostingAccount.CASH, -1, "USD", Decimal.of(5_000)),
                        new Posting(3, 3, PostingAccount.INSURANCE, -1, "USD", Decimal.of(-5_000)));
    }

    @Test
    void fundingIsPostedToItsAccount() {
        Till till = new Till(a -> a, SPOT.with(Contract.linearPerpetual(Decimal.ONE, TENTH)));
        till.at(1, 100);
        till.trade("10", "100");
        till.ledger().listen(postings::add);
        postings.clear();

        till.at(5, List.of(), List.of(new MarketEvent.FundingDue(5, 0.001, 100)), 100);

        assertBooked(till, 5, PostingAccount.FUNDING, Decimal.ONE);
    }

    @Test
    void interestIsPostedToItsAccount() {
        Instrument share = SPOT.with(
                new Contract.Spot(Contract.spot().settlement(), TENTH, Financing.borrowing(Decimal.of("0.0365"))));
        Till till = new Till(a -> a, share);
        till.at(1, 100);
        till.trade("-10", "100");
        till.ledger().listen(postings::add);
        postings.clear();

        till.at(DAY, 100);

        assertBooked(till, DAY, PostingAccount.FINANCING, Decimal.of("0.1"));
    }

    @Test
    void dividendsArePostedToTheirAccount() {
        Till till = new Till(a -> a, SPOT);
        till.trade("10", "100");
        till.ledger().listen(postings::add);
        postings.clear();

        till.at(5, List.of(), List.of(new MarketEvent.Dividend(5, Decimal.of("0.25"))), 100);

        assertBooked(till, 5, PostingAccount.DIVIDENDS, Decimal.of("-2.5"));
    }

    @Test
    void sumsAreOfOneCurrencyAndOneAccount() {
        TrialBalance balance = new TrialBalance(List.of(
                new Posting(0, 0, PostingAccount.CASH, -1, "USD", Decimal.of(5)),
                new Posting(0, 0, PostingAccount.FEES, 0, "USD", Decimal.of(1)),
                new Posting(0, 0, PostingAccount.FEES, 1, "USD", Decimal.of(2)),
                new Posting(0, 0, PostingAccount.FEES, 1, "EUR", Decimal.of(7))));

        assertThat(balance.sum("USD")).isEqualTo(Decimal.of(8));
        assertThat(balance.sum("EUR")).isEqualTo(Decimal.of(7));
        assertThat(balance.sum(PostingAccount.FEES, "USD")).isEqualTo(Decimal.of(3));
    }

    private void assertBooked(Till till, long at, PostingAccount account, Decimal amount) {
        assertThat(postings)
                .containsExactly(
                        new Posting(2, at, PostingAccount.CASH, -1, "USD", amount.negate()),
                        new Posting(2, at, account, 0, "USD", amount));
        assertThat(till.ledger().trialBalance().sum(account, "USD")).isEqualTo(amount);
        assertThat(till.ledger().trialBalance().sum("USD")).isEqualTo(Decimal.ZERO);
    }
}
