package io.aqts.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerPropertyTest {

    private static final Decimal CASH = Decimal.of("100000.01");
    private static final int INSTRUMENTS = 3;

    @Property
    void conservesEveryDigit(@ForAll("fills") List<Fill> fills) {
        Ledger ledger = new Ledger("USD", CASH, INSTRUMENTS);
        Decimal cash = CASH;
        for (Fill fill : fills) {
            ledger.book(fill);
            cash = cash.minus(
                            fill.side() == Side.BUY
                                    ? fill.notional()
                                    : fill.notional().negate())
                    .minus(fill.fee());

            ledger.verify();
            assertThat(ledger.cash()).isEqualTo(cash);
        }
    }

    @Property
    void holdsWhatWasBoughtLessWhatWasSold(@ForAll("fills") List<Fill> fills) {
        Ledger ledger = new Ledger("USD", CASH, INSTRUMENTS);
        Decimal[] expected = {Decimal.ZERO, Decimal.ZERO, Decimal.ZERO};
        Decimal fees = Decimal.ZERO;
        for (Fill fill : fills) {
            ledger.book(fill);
            int i = fill.instrument();
            expected[i] =
                    fill.side() == Side.BUY ? expected[i].plus(fill.quantity()) : expected[i].minus(fill.quantity());
            fees = fees.plus(fill.fee());
        }

        for (int i = 0; i < INSTRUMENTS; i++) {
            Position position = ledger.position(i);
            assertThat(position.quantity()).isEqualTo(expected[i]);
            if (position.cost().abs().isGreaterThan(Decimal.of("1e-17"))) {
                assertThat(position.cost().signum())
                        .isEqualTo(position.quantity().signum());
            }
        }
        assertThat(ledger.portfolio(List.of(), RiskState.NORMAL).fees()).isEqualTo(fees);
    }

    @Property
    void theAverageIsThatOfAPlainReckoning(@ForAll("fills") List<Fill> fills) {
        Ledger ledger = new Ledger("USD", CASH, 1);
        double average = 0;
        for (Fill fill : fills) {
            Fill here = on(0, fill);
            Decimal held = ledger.position(0).quantity();
            ledger.book(here);
            double quantity = held.toDouble();
            double change = here.side().sign() * here.quantity().toDouble();
            double price = here.price().toDouble();
            if (quantity == 0 || quantity * change > 0) {
                average = (average * quantity + price * change) / (quantity + change);
            } else if (here.quantity().isGreaterThan(held.abs())) {
                average = price;
            }
            Position position = ledger.position(0);
            if (!position.isFlat() && position.cost().abs().isGreaterThan(Decimal.of("1e-6"))) {
                assertThat(position.averagePrice()).isCloseTo(average, within(1e-6 * average));
            }
        }
    }

    @Property
    void roundTripsAddUpToTheResultOfTheAccount(@ForAll("fills") List<Fill> fills) {
        Ledger ledger = new Ledger("USD", CASH, INSTRUMENTS);
        Decimal net = Decimal.ZERO;
        Decimal turned = Decimal.ZERO;
        for (Fill fill : flattened(fills)) {
            Optional<ClosedTrade> closed = ledger.book(fill);
            net = closed.isPresent() ? net.plus(closed.get().netPnl()) : net;
            turned = closed.isPresent() ? turned.plus(closed.get().quantity()) : turned;
        }

        assertThat(ledger.positions()).allMatch(Position::isFlat);
        assertThat(net).isEqualTo(ledger.cash().minus(CASH));
        assertThat(turned.times(Decimal.of(2))).isEqualTo(volume(flattened(fills)));
    }

    @Property
    void equityMovesByWhatIsEarnedLessTheFees(@ForAll("fills") List<Fill> fills, @ForAll("marks") List<Double> marks) {
        Ledger ledger = new Ledger("USD", CASH, INSTRUMENTS);
        for (int i = 0; i < fills.size(); i++) {
            ledger.book(fills.get(i));
            ledger.mark(bars(marks.get(i % marks.size())));

            Portfolio portfolio = ledger.portfolio(List.of(), RiskState.NORMAL);
            Decimal expected = CASH.plus(portfolio.realizedPnl())
                    .plus(portfolio.unrealizedPnl())
                    .minus(portfolio.fees());
            assertThat(portfolio.equity()).isEqualTo(expected);
            double scale = Math.abs(portfolio.cash().toDouble()) + portfolio.grossExposure();
            assertThat(portfolio.markedEquity()).isCloseTo(portfolio.equity().toDouble(), within(1e-12 * scale));
        }
    }

    @Provide
    Arbitrary<List<Fill>> fills() {
        Arbitrary<Decimal> wild = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.000000000000000001"), new BigDecimal("99999999999"))
                .ofScale(18)
                .map(Decimal::from);
        Arbitrary<Decimal> plain = Arbitraries.of("1", "2", "3", "0.5", "0.1", "0.3", "7", "100", "1000000", "1e-18")
                .map(Decimal::of);
        Arbitrary<Decimal> amount = Arbitraries.oneOf(plain, plain, wild);
        Arbitrary<Decimal> fee =
                Arbitraries.of("0", "0.00000001", "-0.01", "12.345", "1e-18").map(Decimal::of);
        return Combinators.combine(
                        Arbitraries.integers().between(0, INSTRUMENTS - 1),
                        Arbitraries.of(Side.class),
                        amount,
                        amount,
                        fee)
                .as(LedgerPropertyTest::fill)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Double>> marks() {
        return Arbitraries.doubles()
                .between(0.00000001, 1e9)
                .ofScale(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    private static List<Fill> flattened(List<Fill> fills) {
        Ledger probe = new Ledger("USD", CASH, INSTRUMENTS);
        List<Fill> all = new ArrayList<>(fills);
        fills.forEach(probe::book);
        for (int i = 0; i < INSTRUMENTS; i++) {
            Decimal rest = probe.position(i).quantity();
            if (!rest.isZero()) {
                all.add(fill(i, rest.isPositive() ? Side.SELL : Side.BUY, rest.abs(), Decimal.of(3), Decimal.ONE));
            }
        }
        return all;
    }

    private static Decimal volume(List<Fill> fills) {
        return fills.stream().map(Fill::quantity).reduce(Decimal.ZERO, Decimal::plus);
    }

    private static Fill fill(int instrument, Side side, Decimal quantity, Decimal price, Decimal fee) {
        FillContext context = new FillContext("paper", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.ONE, false);
        return new Fill(1, 1, instrument, side, quantity, price, fee, context);
    }

    private static Fill on(int instrument, Fill fill) {
        return fill(instrument, fill.side(), fill.quantity(), fill.price(), fill.fee());
    }

    private static MarketSnapshot bars(double price) {
        InstrumentMarket market = InstrumentMarket.of(new Bar(5, 1, price, price, price, price, 1));
        return MarketSnapshot.of(5, List.of(market, market, InstrumentMarket.QUIET));
    }
}
