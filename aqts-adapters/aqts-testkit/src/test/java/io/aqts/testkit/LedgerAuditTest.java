package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.config.AqtsConfig;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerAuditTest {

    private final LedgerAudit audit = new LedgerAudit(Decimal.of(1_000), 1);

    @Test
    void agreesWithBooksThatAreRight() {
        audit.book(fill(Side.BUY, "2", "100", "0.2"));
        audit.book(fill(Side.SELL, "0.5", "110", "-0.05"));

        audit.check(portfolio("854.85", position("1.5", "150", "5", "0.15")));

        assertThat(audit.cash()).isEqualTo(Decimal.of("854.85"));
        assertThat(audit.quantity(0)).isEqualTo(Decimal.of("1.5"));
    }

    @Test
    void noticesOneUnitOfTheEighteenthDecimal() {
        audit.book(fill(Side.BUY, "2", "100", "0.2"));

        assertThatThrownBy(() -> audit.check(portfolio("799.800000000000000001", position("2", "200", "0", "0.2"))))
                .isInstanceOf(AssertionError.class)
                .hasMessage("cash must be 799.8, but was 799.800000000000000001, a difference of 0.000000000000000001");
    }

    @Test
    void noticesWrongPositions() {
        audit.book(fill(Side.BUY, "2", "100", "0.2"));

        assertWrong("quantity of instrument 0", position("2.1", "200", "0", "0.2"));
        assertWrong("cost less result of instrument 0", position("2", "201", "0", "0.2"));
        assertWrong("cost less result of instrument 0", position("2", "200", "1", "0.2"));
        assertWrong("fees of instrument 0", position("2", "200", "0", "0.1"));
        assertWrong("cost of instrument 0", position("2", "-200", "-400", "0.2"));
    }

    @Test
    void noticesAnEquityThatStraysFromItsTwin() {
        Portfolio wrong = new Portfolio(
                "USDT", Decimal.of(1_000), List.of(Position.FLAT), List.of(), 1_000.001, RiskState.NORMAL);

        assertThatThrownBy(() -> audit.check(wrong)).hasMessageContaining("markedEquity");
    }

    @Test
    void noticesMissingPositions() {
        assertThatThrownBy(() -> new LedgerAudit(Decimal.of(1_000), 2).check(portfolio("1000", Position.FLAT)))
                .hasMessage("there must be 2 positions, but there were 1");
    }

    @Test
    void listensToARunAndStartsAnewWithIt() {
        LedgerAudit listener = new LedgerAudit();
        ToyEngine engine = new ToyEngine(AqtsConfig.defaults(), EngineFlaw.NONE, false);
        ToyEngine leaking = new ToyEngine(AqtsConfig.defaults(), EngineFlaw.LOSES_A_TRIFLE, false);

        assertThatCode(() -> follow(engine, listener)).doesNotThrowAnyException();
        assertThatCode(() -> follow(engine, listener)).doesNotThrowAnyException();
        assertThatThrownBy(() -> follow(leaking, listener)).hasMessageContaining("cash must be");
    }

    private static void follow(ToyEngine engine, LedgerAudit listener) {
        engine.reset();
        listener.onStart(Market.bars(MarketKind.CALM, 1, 2, 1).context(engine.config()));
        engine.next().ifPresent(listener::onStep);
        while (engine.next()
                .map(step -> {
                    listener.onStep(step);
                    return true;
                })
                .orElse(false)) {
            assertThat(listener.cash()).isEqualTo(engine.portfolio().cash());
        }
    }

    private void assertWrong(String figure, Position position) {
        assertThatThrownBy(() -> audit.check(portfolio("799.8", position)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(figure);
    }

    private static Position position(String quantity, String cost, String realized, String fees) {
        return new Position(Decimal.of(quantity), Decimal.of(cost), Decimal.of(realized), Decimal.of(fees), 120);
    }

    private static Portfolio portfolio(String cash, Position position) {
        Portfolio unmarked = new Portfolio("USDT", Decimal.of(cash), List.of(position), List.of(), 0, RiskState.NORMAL);
        double marked = unmarked.equity().toDouble();
        return new Portfolio("USDT", Decimal.of(cash), List.of(position), List.of(), marked, RiskState.NORMAL);
    }

    private static Fill fill(Side side, String quantity, String price, String fee) {
        FillContext context = new FillContext("here", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.of(price), false);
        return new Fill(1, 5, 0, side, Decimal.of(quantity), Decimal.of(price), Decimal.of(fee), context);
    }
}
