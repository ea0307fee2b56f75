package io.aqts.trade;

import io.aqts.internal.Checks;
import java.util.regex.Pattern;

/**
 * Why something was decided, approved, reduced, refused or filled, as a word that machines can count.
 *
 * <p>Rules of your own name their own codes; the constants are those of AQTS.
 *
 * @param code capital letters, digits and underscores, starting with a letter
 */
public record ReasonCode(String code) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** Signals asked for it. */
    public static final ReasonCode SIGNAL = new ReasonCode("SIGNAL");
    /** The signals were not strong enough to act on. */
    public static final ReasonCode BELOW_THRESHOLD = new ReasonCode("BELOW_THRESHOLD");
    /** The confidence was below the least that is required. */
    public static final ReasonCode LOW_CONFIDENCE = new ReasonCode("LOW_CONFIDENCE");
    /** Not enough was seen yet to judge. */
    public static final ReasonCode WARMING_UP = new ReasonCode("WARMING_UP");
    /** The instrument brought no bar at this moment, so there is nothing new to judge. */
    public static final ReasonCode NO_NEW_BAR = new ReasonCode("NO_NEW_BAR");
    /** The position already stands as proposed. */
    public static final ReasonCode ALREADY_THERE = new ReasonCode("ALREADY_THERE");
    /** An order for the instrument is still on its way. */
    public static final ReasonCode ORDER_PENDING = new ReasonCode("ORDER_PENDING");
    /** The price touched the protective stop. */
    public static final ReasonCode STOP = new ReasonCode("STOP");
    /** The price touched the target. */
    public static final ReasonCode TARGET = new ReasonCode("TARGET");
    /** The position was held as long as it may be. */
    public static final ReasonCode HOLD_EXPIRED = new ReasonCode("HOLD_EXPIRED");
    /** The position must be closed before it can be reversed. */
    public static final ReasonCode REVERSAL = new ReasonCode("REVERSAL");
    /** The circuit breaker is not in its normal state. */
    public static final ReasonCode CIRCUIT_BREAKER = new ReasonCode("CIRCUIT_BREAKER");
    /** The position would be worth too large a multiple of equity, together with all others. */
    public static final ReasonCode MAX_LEVERAGE = new ReasonCode("MAX_LEVERAGE");
    /** One position would be worth too large a multiple of equity. */
    public static final ReasonCode MAX_POSITION = new ReasonCode("MAX_POSITION");
    /** Too much would be lost if the stop were touched. */
    public static final ReasonCode TRADE_RISK = new ReasonCode("TRADE_RISK");
    /** Too much would be lost if all stops were touched together. */
    public static final ReasonCode PORTFOLIO_HEAT = new ReasonCode("PORTFOLIO_HEAT");
    /** A position may be opened with a stop only. */
    public static final ReasonCode STOP_REQUIRED = new ReasonCode("STOP_REQUIRED");
    /** The Kelly criterion sees no edge worth a bet. */
    public static final ReasonCode NO_EDGE = new ReasonCode("NO_EDGE");
    /** The record is too short for Kelly, so the fixed small risk applies. */
    public static final ReasonCode COLD_START = new ReasonCode("COLD_START");
    /** Short positions are not allowed. */
    public static final ReasonCode SHORT_NOT_ALLOWED = new ReasonCode("SHORT_NOT_ALLOWED");
    /** There is not enough cash. */
    public static final ReasonCode INSUFFICIENT_CASH = new ReasonCode("INSUFFICIENT_CASH");
    /** Rounded down to the lot, nothing is left. */
    public static final ReasonCode BELOW_LOT = new ReasonCode("BELOW_LOT");
    /** The order is worth less than the instrument's least notional. */
    public static final ReasonCode BELOW_MIN_NOTIONAL = new ReasonCode("BELOW_MIN_NOTIONAL");
    /** There is no price to judge the order by. */
    public static final ReasonCode NO_PRICE = new ReasonCode("NO_PRICE");
    /** A number in the intent is not finite, out of range or contradicts another. */
    public static final ReasonCode MALFORMED = new ReasonCode("MALFORMED");
    /** The order could enlarge a position although it may only reduce one. */
    public static final ReasonCode REDUCE_ONLY = new ReasonCode("REDUCE_ONLY");
    /** The market offered no more at a price within the order's limit. */
    public static final ReasonCode NO_LIQUIDITY = new ReasonCode("NO_LIQUIDITY");
    /** It would have taken liquidity although it may only give it. */
    public static final ReasonCode POST_ONLY = new ReasonCode("POST_ONLY");
    /** There is no such order, or none any more. */
    public static final ReasonCode UNKNOWN_ORDER = new ReasonCode("UNKNOWN_ORDER");
    /** The approval was used before. */
    public static final ReasonCode DUPLICATE = new ReasonCode("DUPLICATE");
    /** The approval is of another run, with limits of its own. */
    public static final ReasonCode OTHER_RUN = new ReasonCode("OTHER_RUN");
    /** What was left waited as long as it may. */
    public static final ReasonCode EXPIRED = new ReasonCode("EXPIRED");
    /** It could not fill wholly at once, and nothing less was wanted. */
    public static final ReasonCode NOT_WHOLLY_FILLABLE = new ReasonCode("NOT_WHOLLY_FILLABLE");
    /** The market had already passed the trigger when the order arrived. */
    public static final ReasonCode TRIGGER_PASSED = new ReasonCode("TRIGGER_PASSED");
    /** The session is over, or the instrument does not trade any more. */
    public static final ReasonCode MARKET_CLOSED = new ReasonCode("MARKET_CLOSED");
    /** Trading is interrupted. */
    public static final ReasonCode HALTED = new ReasonCode("HALTED");
    /** Its price or quantity does not lie on the instrument's grid any more. */
    public static final ReasonCode OFF_GRID = new ReasonCode("OFF_GRID");
    /** Another order of its list filled or ended. */
    public static final ReasonCode LINKED = new ReasonCode("LINKED");
    /** The order had ended before the request arrived. */
    public static final ReasonCode TOO_LATE = new ReasonCode("TOO_LATE");
    /** The order cannot be made smaller than what it has filled. */
    public static final ReasonCode BELOW_FILLED = new ReasonCode("BELOW_FILLED");
    /** The venue does not offer it. */
    public static final ReasonCode NOT_SUPPORTED = new ReasonCode("NOT_SUPPORTED");
    /** The price lies too far from the market. */
    public static final ReasonCode PRICE_PROTECTION = new ReasonCode("PRICE_PROTECTION");
    /** The last price is too old to trade on. */
    public static final ReasonCode STALE_PRICE = new ReasonCode("STALE_PRICE");
    /** The equity came down to the maintenance margin. */
    public static final ReasonCode LIQUIDATION = new ReasonCode("LIQUIDATION");
    /** The instrument is over: it expired, was settled or delisted. */
    public static final ReasonCode SETTLED = new ReasonCode("SETTLED");
    /** The order closes a position that must be closed, and may neither be changed nor called back. */
    public static final ReasonCode PROTECTED = new ReasonCode("PROTECTED");
    /** The owner asked for it. */
    public static final ReasonCode REQUESTED = new ReasonCode("REQUESTED");
    /** The run ended. */
    public static final ReasonCode END_OF_RUN = new ReasonCode("END_OF_RUN");
    /** The kill switch was thrown. */
    public static final ReasonCode KILL_SWITCH = new ReasonCode("KILL_SWITCH");
    /** The price is no multiple of the tick. */
    public static final ReasonCode OFF_TICK = new ReasonCode("OFF_TICK");
    /** The quantity is no multiple of the lot. */
    public static final ReasonCode OFF_LOT = new ReasonCode("OFF_LOT");
    /** The quantity is below the least the instrument takes. */
    public static final ReasonCode BELOW_MIN_QUANTITY = new ReasonCode("BELOW_MIN_QUANTITY");
    /** The quantity is above the most the instrument takes. */
    public static final ReasonCode ABOVE_MAX_QUANTITY = new ReasonCode("ABOVE_MAX_QUANTITY");
    /** The order is worth more than the instrument takes. */
    public static final ReasonCode ABOVE_MAX_NOTIONAL = new ReasonCode("ABOVE_MAX_NOTIONAL");
    /** The position would be worth more than it may. */
    public static final ReasonCode POSITION_CAP = new ReasonCode("POSITION_CAP");
    /** All positions would be worth more than they may together. */
    public static final ReasonCode GROSS_CAP = new ReasonCode("GROSS_CAP");
    /** Long less short positions would be worth more than they may. */
    public static final ReasonCode NET_CAP = new ReasonCode("NET_CAP");
    /** The instrument has a limit of its own. */
    public static final ReasonCode INSTRUMENT_CAP = new ReasonCode("INSTRUMENT_CAP");
    /** Instruments that move together would be worth more than they may. */
    public static final ReasonCode CLUSTER_CAP = new ReasonCode("CLUSTER_CAP");
    /** Instruments of one quote currency would be worth more than they may. */
    public static final ReasonCode QUOTE_CAP = new ReasonCode("QUOTE_CAP");
    /** As many instruments are held as may be. */
    public static final ReasonCode TOO_MANY_POSITIONS = new ReasonCode("TOO_MANY_POSITIONS");
    /** The instrument moves too much for so large a position. */
    public static final ReasonCode VOLATILITY_TARGET = new ReasonCode("VOLATILITY_TARGET");
    /** How much the instrument moves is not known yet. */
    public static final ReasonCode VOLATILITY_UNKNOWN = new ReasonCode("VOLATILITY_UNKNOWN");
    /** Too much would be lost over the usual range of some bars. */
    public static final ReasonCode RANGE_RISK = new ReasonCode("RANGE_RISK");
    /** The day has lost as much as it may. */
    public static final ReasonCode DAILY_LOSS = new ReasonCode("DAILY_LOSS");
    /** The week has lost as much as it may. */
    public static final ReasonCode WEEKLY_LOSS = new ReasonCode("WEEKLY_LOSS");
    /** So much of the highest equity is lost that less may be risked. */
    public static final ReasonCode DRAWDOWN_TIER = new ReasonCode("DRAWDOWN_TIER");
    /** A severe loss is not made good yet. */
    public static final ReasonCode SEVERE_LOSS = new ReasonCode("SEVERE_LOSS");
    /** The instrument lost a moment ago. */
    public static final ReasonCode COOLDOWN = new ReasonCode("COOLDOWN");
    /** Stops were touched too often. */
    public static final ReasonCode STOPPED_OUT = new ReasonCode("STOPPED_OUT");
    /** The loss that is rarely exceeded would be too large. */
    public static final ReasonCode VALUE_AT_RISK = new ReasonCode("VALUE_AT_RISK");
    /** The same, by the historical method, because the one asked for is not valid here. */
    public static final ReasonCode VALUE_AT_RISK_FALLBACK = new ReasonCode("VALUE_AT_RISK_FALLBACK");
    /** The mean of the rare losses would be too large. */
    public static final ReasonCode EXPECTED_SHORTFALL = new ReasonCode("EXPECTED_SHORTFALL");
    /** All stops touched together would cost too much, given how returns correlate. */
    public static final ReasonCode CORRELATED_HEAT = new ReasonCode("CORRELATED_HEAT");
    /** A shock would leave too little equity. */
    public static final ReasonCode STRESS = new ReasonCode("STRESS");
    /** There are too few returns to judge rare losses by. */
    public static final ReasonCode TAIL_UNKNOWN = new ReasonCode("TAIL_UNKNOWN");
    /** The spread is too wide. */
    public static final ReasonCode WIDE_SPREAD = new ReasonCode("WIDE_SPREAD");
    /** The order is too large for the visible depth, or none is visible. */
    public static final ReasonCode THIN_BOOK = new ReasonCode("THIN_BOOK");
    /** The order is too large for what is usually traded, or that is unknown. */
    public static final ReasonCode THIN_VOLUME = new ReasonCode("THIN_VOLUME");
    /** What is expected does not pay for fees, spread and slippage. */
    public static final ReasonCode COSTS_EXCEED_RETURN = new ReasonCode("COSTS_EXCEED_RETURN");
    /** The expected return is below the least that is required. */
    public static final ReasonCode LOW_EXPECTED_RETURN = new ReasonCode("LOW_EXPECTED_RETURN");
    /** The direction was not proposed often enough in a row. */
    public static final ReasonCode NOT_PERSISTENT = new ReasonCode("NOT_PERSISTENT");
    /** Too much of the equity is bound as margin. */
    public static final ReasonCode MARGIN = new ReasonCode("MARGIN");
    /** Too many orders were approved in a short time. */
    public static final ReasonCode RATE_LIMIT = new ReasonCode("RATE_LIMIT");
    /** The price is too far from the last known one. */
    public static final ReasonCode PRICE_COLLAR = new ReasonCode("PRICE_COLLAR");
    /** The order asks for more than any sensible one. */
    public static final ReasonCode FAT_FINGER = new ReasonCode("FAT_FINGER");
    /** The same was opened a moment ago. */
    public static final ReasonCode DUPLICATE_ORDER = new ReasonCode("DUPLICATE_ORDER");
    /** The order could trade with another one of ours. */
    public static final ReasonCode SELF_CROSS = new ReasonCode("SELF_CROSS");
    /** No session is open, or it ends soon. */
    public static final ReasonCode SESSION_CLOSED = new ReasonCode("SESSION_CLOSED");
    /** The session ends, and positions are not kept over it. */
    public static final ReasonCode SESSION_END = new ReasonCode("SESSION_END");

    /** Refuses a code of another form. */
    public ReasonCode {
        Checks.that(FORM.matcher(code).matches(), "reason.code", "look like A_REASON", '"' + code + '"');
    }

    /** {@return the code itself} */
    @Override
    public String toString() {
        return code;
    }
}
