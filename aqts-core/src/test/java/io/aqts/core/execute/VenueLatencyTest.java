package io.aqts.core.execute;

import static io.aqts.core.execute.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aqts.config.DelayConfig;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.Quote;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VenueLatencyTest {

    private static final List<Venue> VENUES = List.of(new Venue("V", 0, 0, 0));
    private static final Universe ONE = new Universe(List.of(Trading.COIN), VENUES);
    private static final Universe TWO = new Universe(List.of(Trading.COIN, Instrument.of("OTHER/USD")), VENUES);

    @Test
    void e1_newsOnItsWayToUsDelaysTheOrderAsWell() {
        Trading trading =
                Trading.in(ONE, e -> e.latency(l -> l.marketData(delay(40)).submit(delay(30))));
        trading.submit(market(Side.BUY, "1"));

        assertThat(quotesAfter(trading, 69)).isEmpty();
        assertThat(quotesAfter(trading, 1)).hasSize(1);
    }

    @Test
    void e1_theLegsBackAndOfOtherMessagesDelayNoOrder() {
        Trading trading = Trading.in(
                ONE,
                e -> e.latency(l -> l.ack(delay(5_000)).cancel(delay(6_000)).amend(delay(7_000))));
        trading.submit(market(Side.BUY, "1"));

        assertThat(quotesAfter(trading, 1)).hasSize(1);
    }

    @Test
    void e1_ordersThatArriveTogetherFillInTheOrderTheyWereSent() {
        Trading trading = Trading.atBook(f -> f);
        long first = trading.submit(market(Side.BUY, "2"));
        long second = trading.submit(market(Side.BUY, "3"));

        assertThat(trading.asks("100", "2", "101", "3"))
                .extracting(Fill::orderId, Fill::price)
                .containsExactly(tuple(first, Decimal.of(100)), tuple(second, Decimal.of(101)));
    }

    @Property(tries = 200)
    void e3_noLatencyIsTheSameAsTheNextSnapshot(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 90, max = 110) Integer> prices) {
        Trading trading = Trading.in(ONE, e -> e);
        for (int price : prices) {
            trading.submit(market(Side.BUY, "1"));
            List<Fill> fills = quotesAt(trading, 1, price);

            assertThat(fills).hasSize(1);
            assertThat(fills.get(0).price().toDouble()).isEqualTo(price + 0.5);
            assertThat(fills.get(0).epochNanos()).isEqualTo(trading.nowNanos);
        }
    }

    @Test
    void e5_aDelayedOrderWaitsForDataOfItsInstrument() {
        Trading trading = Trading.in(TWO, e -> e.latency(l -> l.submit(delay(90_000))));
        trading.submit(market(Side.BUY, "1"));

        List<Fill> early = new ArrayList<>(quotesAfter(trading, 60_000));
        early.addAll(trading.meetAfter(30_000_000_000L, InstrumentMarket.QUIET));
        early.addAll(trading.meetAfter(5_000_000_000L, InstrumentMarket.QUIET, quoted(trading, 100)));
        List<Fill> fills = quotesAt(trading, 7_000, 103);

        assertThat(early).isEmpty();
        assertThat(fills).hasSize(1);
        assertThat(fills.get(0).epochNanos()).isEqualTo(trading.nowNanos);
        assertThat(fills.get(0).price().toDouble()).isEqualTo(103.5);
    }

    @Test
    void e6_anOrderElsewhereMovesNothingHere() {
        List<List<Fill>> runs = new ArrayList<>();
        for (boolean busy : new boolean[] {false, true}) {
            Trading trading = Trading.in(
                    TWO, e -> e.latency(l -> l.submit(new DelayConfig(Duration.ZERO, Duration.ofSeconds(10)))));
            List<Fill> mine = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                if (busy) {
                    trading.submit(TestOrders.on(1, market(Side.BUY, "1")));
                }
                if (i % 4 == 0) {
                    trading.submit(market(i % 8 == 0 ? Side.BUY : Side.SELL, "1"));
                }
                for (Fill fill : trading.meetAfter(1_000_000_000L, quoted(trading, 100 + i), quoted(trading, 50))) {
                    if (fill.instrument() == 0) {
                        mine.add(fill);
                    }
                }
            }
            runs.add(mine);
        }

        assertThat(runs.get(0)).isNotEmpty();
        assertThat(runs.get(1))
                .extracting(Fill::epochNanos, Fill::price)
                .isEqualTo(runs.get(0).stream()
                        .map(fill -> tuple(fill.epochNanos(), fill.price()))
                        .toList());
    }

    private static DelayConfig delay(long millis) {
        return DelayConfig.always(Duration.ofMillis(millis));
    }

    private static List<Fill> quotesAfter(Trading trading, long millis) {
        return quotesAt(trading, millis, 100);
    }

    private static List<Fill> quotesAt(Trading trading, long millis, double middle) {
        return trading.meetAfter(millis * 1_000_000, quoted(trading, middle));
    }

    private static InstrumentMarket quoted(Trading trading, double middle) {
        return new InstrumentMarket(
                null,
                List.of(new Quote(0, trading.nowNanos + 1, middle - 0.5, 9, middle + 0.5, 9, 0, 0)),
                List.of(),
                List.of());
    }
}
