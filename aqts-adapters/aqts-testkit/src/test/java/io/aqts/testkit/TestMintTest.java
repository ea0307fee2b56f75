package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import org.junit.jupiter.api.Test;

class TestMintTest {

    @Test
    void countsItsApprovalsFromOne() {
        Order order = new Order(
                0,
                Side.BUY,
                OrderSize.units(Decimal.ONE),
                OrderType.market(),
                Lifetime.GTC,
                Handling.PLAIN,
                Bracket.NONE,
                ReasonCode.SIGNAL);
        TestMint mint = new TestMint();

        assertThat(mint.approve(order, 5, Decimal.ONE).id()).isEqualTo(1);
        assertThat(mint.approve(order, 5, Decimal.ONE).id()).isEqualTo(2);
        assertThat(new TestMint().approve(order, 5, Decimal.ONE).order()).isEqualTo(order);
    }
}
