package io.aqts.core.execute;

import static io.aqts.core.execute.Trading.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.testkit.SharedData;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The venue against a matcher of its own kind, written for these tests, and against the cases of another library. */
class PlainMatcherTest {

    private static final int RUNS = 4_000;
    private static final int ORDERS = 30;
    private static final int BARS = 8;

    /** Where LEAN's figure is not ours, and why. */
    private static final Map<String, String> DIFFERENT = new TreeMap<>(Map.of(
            "MarketOrderPlacedDuringHourBarFillsAtClose",
            "open: we wait for a bar that begins after the decision, and do not trade at the close of one under way",
            "LimitSell",
            "102: the bar opens beyond the limit, and an order that rests fills at the better open"));

    @Test
    void fillsWhatAPlainMatcherFillsAtTheSamePriceInTheSameBar() {
        Randomness chance = Randomness.of(11).split("plain");
        long compared = 0;
        long filled = 0;
        for (int run = 0; run < RUNS; run++) {
            double halfSpreadBps = run % 3 * 7.5;
            List<Bar> bars = bars(chance);
            List<Order> orders = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                orders.add(order(chance));
            }
            Map<Long, String> ours = ours(orders, bars, halfSpreadBps);
            BigDecimal spread = BigDecimal.valueOf(halfSpreadBps).movePointLeft(4);
            for (int i = 0; i < ORDERS; i++) {
                String plain = new PlainMatcher(orders.get(i), spread).outcome(BigDecimal.valueOf(100), bars);
                String mine = ours.getOrDefault(i + 1L, "open");
                if (!mine.equals(plain)) {
                    assertThat(mine)
                            .as("%s on %s with %s bps", orders.get(i), bars, halfSpreadBps)
                            .isEqualTo(plain);
                }
                compared++;
                filled += mine.equals("open") ? 0 : 1;
            }
        }

        assertThat(compared).isGreaterThanOrEqualTo(100_000);
        assertThat(filled).isGreaterThan(compared / 3);
    }

    private static Map<Long, String> ours(List<Order> orders, List<Bar> bars, double halfSpreadBps) {
        AqtsConfig config = AqtsConfig.defaults()
                .with(c -> c.execution(e -> e.halfSpreadBps(halfSpreadBps)
                        .partialFillProbability(0)
                        .latencyMin(Duration.ZERO)
                        .latencyMax(Duration.ZERO)));
        PaperVenue venue = new PaperVenue(new LayerContext(config, Universe.of(Trading.COIN), "venue"));
        TestOrders mint = new TestOrders();
        for (Order order : orders) {
            venue.submit(mint.approve(0, order, Decimal.of(100)));
        }
        Map<Long, String> ends = new TreeMap<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            MarketSnapshot snapshot = MarketSnapshot.of(bar.epochNanos(), List.of(InstrumentMarket.of(bar)));
            for (ExecutionEvent event : venue.meet(snapshot)) {
                if (event instanceof ExecutionEvent.Filled report) {
                    ends.put(event.orderId(), i + ": " + report.fill().price());
                } else if (event instanceof ExecutionEvent.Canceled) {
                    ends.put(event.orderId(), i + ": canceled");
                }
            }
        }
        return ends;
    }

    private static List<Bar> bars(Randomness chance) {
        List<Bar> bars = new ArrayList<>();
        double close = 100;
        for (int i = 0; i < BARS; i++) {
            double open = chance.nextInt(4) == 0 ? price(chance, 9) : close;
            close = price(chance, 9);
            double high = Math.max(Math.max(open, close), price(chance, 9));
            double low = Math.min(Math.min(open, close), price(chance, 9));
            bars.add(new Bar((i + 1) * MINUTE, MINUTE, open, high, low, close, 1));
        }
        return bars;
    }

    private static double price(Randomness chance, int ticks) {
        return 100 + (chance.nextInt(2 * ticks + 1) - ticks) / 4.0;
    }

    private static Order order(Randomness chance) {
        Decimal trigger = Decimal.fromDouble(price(chance, 7));
        Decimal limit = Decimal.fromDouble(price(chance, 7));
        OrderType type = switch (chance.nextInt(6)) {
            case 0 -> OrderType.market();
            case 1 -> OrderType.limit(limit);
            case 2 -> OrderType.stop(trigger);
            case 3 -> new OrderType.StopLimit(trigger, limit);
            case 4 -> new OrderType.MarketIfTouched(trigger);
            default -> new OrderType.LimitIfTouched(trigger, limit);
        };
        Side side = chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        Order order = TestOrders.order(side, OrderSize.units(Decimal.ONE), type);
        return chance.nextInt(4) == 0 ? order.withLifetime(Lifetime.IOC) : order;
    }

    @Test
    void differsFromLeanOnlyWhereItIsSaid() throws IOException {
        Path file = SharedData.require("reference/fills/lean_fill_cases.json");
        JsonNode cases = new ObjectMapper().readTree(Files.readString(file)).get("cases");
        for (JsonNode each : cases) {
            String name = each.get("case").asText();
            List<String> theirs = new ArrayList<>();
            List<String> ours = lean(each, theirs);
            String reason = DIFFERENT.get(name);
            if (reason == null) {
                assertThat(ours).as(name).isEqualTo(theirs);
            } else {
                assertThat(ours).as(name + ", " + reason).isNotEqualTo(theirs);
                assertThat(ours.get(ours.size() - 1)).isEqualTo(reason.split(":")[0]);
            }
        }
        assertThat(cases).hasSize(10);
    }

    private static List<String> lean(JsonNode each, List<String> theirs) {
        Instrument fine = Instrument.of("COIN/USD", Decimal.of("0.001"), Decimal.ONE);
        Trading trading = Trading.in(Universe.of(fine), c -> c);
        JsonNode order = each.get("order");
        int quantity = order.get("qty").asInt();
        OrderType type = switch (order.get("type").asText()) {
            case "MARKET" -> OrderType.market();
            case "LIMIT" ->
                OrderType.limit(Decimal.fromDouble(order.get("limit").asDouble()));
            default -> OrderType.stop(Decimal.fromDouble(order.get("stop").asDouble()));
        };
        Order ours = TestOrders.order(
                quantity > 0 ? Side.BUY : Side.SELL, OrderSize.units(Decimal.of(Math.abs(quantity))), type);
        boolean isMidBar = order.path("submitted").asText().contains("after bar open");
        boolean isPlaced = false;
        double last = order.get("type").asText().equals("STOP_MARKET") ? 0 : 100;
        List<String> fills = new ArrayList<>();
        for (JsonNode event : each.get("events")) {
            JsonNode bar = event.get("bar");
            double price = event.path("price").asDouble();
            boolean isStale = event.path("stale").asBoolean();
            last = isStale ? bar.get("close").asDouble() : last;
            if (!isPlaced && !isStale) {
                trading.nowNanos += isMidBar ? MINUTE / 2 : 0;
                trading.submit(
                        ours, Decimal.fromDouble(last == 0 ? price : last).toString());
                trading.nowNanos -= isMidBar ? MINUTE / 2 : 0;
                isPlaced = true;
            }
            List<Fill> now = bar == null
                    ? trading.flat(price)
                    : trading.bar(
                            bar.get("open").asDouble(),
                            bar.get("high").asDouble(),
                            bar.get("low").asDouble(),
                            bar.get("close").asDouble());
            fills.add(now.isEmpty() ? "open" : now.get(0).price().toString());
            JsonNode expected = event.get("expect");
            theirs.add(
                    expected.isNull()
                            ? "open"
                            : BigDecimal.valueOf(expected.get("price").asDouble())
                                    .stripTrailingZeros()
                                    .toPlainString());
        }
        return fills;
    }
}
