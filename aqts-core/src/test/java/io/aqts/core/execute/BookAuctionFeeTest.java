package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.market;
import static io.aqts.core.execute.TestOrders.spend;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.FeeConfig;
import io.aqts.market.AuctionKind;
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent.AuctionPrint;
import io.aqts.market.MarketEvent.StatusChange;
import io.aqts.market.TradingStatus;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.Side;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which of two venues a fill in an auction pays: the one that charges more for that fill, whatever it charges for. */
class BookAuctionFeeTest {

    private static final Venue BY_SHARE = new Venue("by share", 0, 0, 10);
    private static final Order FOUR = market(Side.BUY, "4");

    private static final Instrument INVERSE =
            BookTrading.COIN.with(Contract.inversePerpetual(Decimal.of(100), MarginSchedule.PAID_IN_FULL));

    @Test
    void whatAFillPaysIsPartOfWhatItIsCharged() {
        assertThat(told(auction(FOUR, also(f -> f.fixed(x -> x.perFill(Decimal.of(50)))))))
                .isEqualTo("4 for 50.04 at also");
        assertThat(told(auction(FOUR, also(f -> f.fixed(x -> x.perFill(Decimal.of("0.36")))))))
                .as("as much as the first")
                .isEqualTo("4 for 0.4 at by share");
    }

    @Test
    void whatAnOrderPaysIsPartOfWhatItsFirstFillIsCharged() {
        assertThat(told(auction(FOUR, also(f -> f.fixed(x -> x.perOrder(Decimal.of(30)))))))
                .isEqualTo("4 for 30.04 at also");
    }

    @Test
    void whatEachUnitPaysIsPartOfWhatAFillIsCharged() {
        assertThat(told(auction(FOUR, also(f -> f.fixed(x -> x.perUnit(Decimal.of("0.1")))))))
                .isEqualTo("4 for 0.44 at also");
        assertThat(told(auction(FOUR, also(f -> f.fixed(x -> x.perUnit(Decimal.of("0.08")))))))
                .isEqualTo("4 for 0.4 at by share");
    }

    @Test
    void theLeastThatAnOrderPaysIsPartOfWhatItsFillIsCharged() {
        Venue least = also(f -> f.fixed(x -> x.minimum(Decimal.of("0.5"))));

        assertThat(told(auction(FOUR, least))).isEqualTo("4 for 0.5 at also");
        assertThat(told(auction(market(Side.BUY, "6"), least))).isEqualTo("6 for 0.6 at by share");
    }

    @Test
    void theWorthOfAContractIsNotItsPrice() {
        Venue each = also(f -> f.fixed(x -> x.perUnit(Decimal.of("0.002"))));
        BookTrading inverse = BookTrading.at(INVERSE, BY_SHARE, each);

        assertThat(told(auction(FOUR, inverse)))
                .as("4 coins: 0.004 by share, or 0.0004 and 0.008")
                .isEqualTo("4 for 0.0084 at also");
    }

    @Test
    void whatIsForMoneyBuysNoMoreThanTheDearestVenueLeavesMoneyFor() {
        Fill fill = auction(spend("1000"), also(f -> f.fixed(x -> x.perFill(Decimal.of(50)))));

        assertThat(told(fill)).isEqualTo("9 for 50.09 at also");
    }

    private static Venue also(UnaryOperator<FeeConfig.Builder> charging) {
        FeeConfig.Builder small = FeeConfig.defaults().toBuilder().makerBps(0).takerBps(1);
        return new Venue("also", 0, charging.apply(small).build());
    }

    private static Fill auction(Order order, Venue other) {
        return auction(order, BookTrading.at(BY_SHARE, other));
    }

    private static Fill auction(Order order, BookTrading among) {
        among.meet(new StatusChange(among.nowNanos + BookTrading.MILLI, TradingStatus.CLOSED));
        among.submit(order.withLifetime(Lifetime.AT_OPEN));
        return among.meet(new AuctionPrint(among.nowNanos + BookTrading.MILLI, 100, 99, AuctionKind.OPENING))
                .get(0);
    }

    private static String told(Fill fill) {
        return fill.quantity() + " for " + fill.fee() + " at " + fill.context().venue();
    }
}
