package io.aqts.core.execute;

import io.aqts.market.Bar;
import io.aqts.trade.Order;
import io.aqts.trade.OrderType;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one order on bars, told over again as plainly as can be: with {@link BigDecimal}, one order at a
 * time, and nothing in common with the venue.
 */
final class PlainMatcher {

    private static final BigDecimal TICK = new BigDecimal("0.01");

    private final Order order;
    private final boolean buys;
    private final BigDecimal spread;
    private final @Nullable BigDecimal limit;
    private final @Nullable BigDecimal trigger;
    private final boolean triggerAbove;
    private boolean isSet;
    private boolean rests;

    PlainMatcher(Order order, BigDecimal spread) {
        this.order = order;
        this.buys = order.side() == Side.BUY;
        this.spread = spread;
        this.limit = positive(order.type().limit().toString());
        this.trigger = positive(order.type().trigger().toString());
        boolean waitsForBetter =
                order.type() instanceof OrderType.MarketIfTouched || order.type() instanceof OrderType.LimitIfTouched;
        this.triggerAbove = buys != waitsForBetter;
        this.isSet = trigger != null;
    }

    /** {@return "bar index: price" of the fill, "bar index: canceled", or "open"} */
    String outcome(BigDecimal reference, List<Bar> bars) {
        for (int i = 0; i < bars.size(); i++) {
            String end = meet(i == 0 && isSet && isBeyondTrigger(reference), bars.get(i));
            if (end != null) {
                return i + ": " + end;
            }
        }
        return "open";
    }

    private @Nullable String meet(boolean isPassed, Bar bar) {
        BigDecimal open = BigDecimal.valueOf(bar.open());
        BigDecimal low = BigDecimal.valueOf(bar.low());
        BigDecimal high = BigDecimal.valueOf(bar.high());
        BigDecimal close = BigDecimal.valueOf(bar.close());
        if (rests) {
            if (isInside(open)) {
                return onGrid(open);
            }
            return isInside(buys ? low : high) ? plain(limit) : null;
        }
        if (!isSet || isPassed || isBeyondTrigger(open)) {
            isSet = false;
            String end = arrive(open);
            return end != null || !rests ? end : isInside(buys ? low : high) ? plain(limit) : null;
        }
        if (!isBeyondTrigger(triggerAbove ? high : low)) {
            return null;
        }
        isSet = false;
        String end = arrive(trigger);
        if (end != null || !rests) {
            return end;
        }
        boolean fallsOn = buys && !triggerAbove;
        boolean risesOn = !buys && triggerAbove;
        BigDecimal best = fallsOn ? low : risesOn ? high : close;
        return isInside(best) ? plain(limit) : null;
    }

    private @Nullable String arrive(BigDecimal price) {
        BigDecimal away = price.multiply(buys ? BigDecimal.ONE.add(spread) : BigDecimal.ONE.subtract(spread));
        BigDecimal taken = new BigDecimal(onGrid(away));
        boolean isWithin = limit == null || (buys ? taken.compareTo(limit) <= 0 : taken.compareTo(limit) >= 0);
        if (isWithin) {
            return plain(taken);
        }
        rests = order.timeInForce() == TimeInForce.GTC;
        return rests ? null : "canceled";
    }

    private boolean isInside(BigDecimal price) {
        return limit != null && (buys ? price.compareTo(limit) < 0 : price.compareTo(limit) > 0);
    }

    private boolean isBeyondTrigger(BigDecimal price) {
        return trigger != null && (triggerAbove ? price.compareTo(trigger) >= 0 : price.compareTo(trigger) <= 0);
    }

    private String onGrid(BigDecimal price) {
        BigDecimal ticks = price.divide(TICK, 0, buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
        return plain(ticks.multiply(TICK));
    }

    private static String plain(@Nullable BigDecimal price) {
        return price == null ? "" : price.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal positive(String text) {
        BigDecimal value = new BigDecimal(text);
        return value.signum() > 0 ? value : null;
    }
}
