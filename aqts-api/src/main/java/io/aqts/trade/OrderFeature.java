package io.aqts.trade;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What an order may ask of a venue: a type, a time in force, or a condition. */
public enum OrderFeature {
    /** {@link OrderType.Market}. */
    MARKET,
    /** {@link OrderType.Limit}. */
    LIMIT,
    /** {@link OrderType.Stop}. */
    STOP,
    /** {@link OrderType.StopLimit}. */
    STOP_LIMIT,
    /** {@link OrderType.MarketIfTouched}. */
    MARKET_IF_TOUCHED,
    /** {@link OrderType.LimitIfTouched}. */
    LIMIT_IF_TOUCHED,
    /** {@link OrderType.TrailingStop} by a price or a share of it. */
    TRAILING_STOP,
    /** {@link OrderType.TrailingStop} by the average true range of bars. */
    TRAILING_STOP_BY_ATR,
    /** {@link TimeInForce#GTC}. */
    GTC,
    /** {@link TimeInForce#IOC}. */
    IOC,
    /** {@link TimeInForce#FOK}. */
    FOK,
    /** {@link TimeInForce#DAY}. */
    DAY,
    /** {@link TimeInForce#GTD}. */
    GTD,
    /** {@link TimeInForce#AT_OPEN}. */
    AT_OPEN,
    /** {@link TimeInForce#AT_CLOSE}. */
    AT_CLOSE,
    /** {@link Handling#postOnly()}. */
    POST_ONLY,
    /** A part that others see: {@link Handling#displayQuantity()}. */
    ICEBERG,
    /** A list with others: {@link Handling#link()}. */
    LINKED;

    /** {@return all there are} */
    public static Set<OrderFeature> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(OrderFeature.class));
    }

    /**
     * What an order asks of its venue.
     *
     * @param order the order
     * @return a type, a time in force and whatever else, in the order of this list
     */
    public static Set<OrderFeature> of(Order order) {
        EnumSet<OrderFeature> features =
                EnumSet.of(ofType(order.type()), valueOf(order.timeInForce().name()));
        if (order.handling().postOnly()) {
            features.add(POST_ONLY);
        }
        if (order.handling().displayQuantity().isPositive()) {
            features.add(ICEBERG);
        }
        if (!order.handling().link().equals(OrderLink.NONE)) {
            features.add(LINKED);
        }
        return Collections.unmodifiableSet(features);
    }

    private static OrderFeature ofType(OrderType type) {
        if (type instanceof OrderType.Market) {
            return MARKET;
        }
        if (type instanceof OrderType.Limit) {
            return LIMIT;
        }
        if (type instanceof OrderType.Stop) {
            return STOP;
        }
        if (type instanceof OrderType.StopLimit) {
            return STOP_LIMIT;
        }
        if (type instanceof OrderType.MarketIfTouched) {
            return MARKET_IF_TOUCHED;
        }
        if (type instanceof OrderType.LimitIfTouched) {
            return LIMIT_IF_TOUCHED;
        }
        boolean needsBars = type instanceof OrderType.TrailingStop stop && stop.trail() instanceof Trail.ByAtr;
        return needsBars ? TRAILING_STOP_BY_ATR : TRAILING_STOP;
    }
}
