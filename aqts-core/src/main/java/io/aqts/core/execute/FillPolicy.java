package io.aqts.core.execute;

import io.aqts.market.Bar;
import org.jspecify.annotations.Nullable;

/**
 * How a bar is read where it does not tell what happened within it.
 *
 * @param targetFirst whether of a stop and a target within one bar the target is taken to come first; such a fill is
 *     marked ambiguous either way
 * @param touchFills whether what rests fills when the market touches its price, and not only once it trades through
 */
public record FillPolicy(boolean targetFirst, boolean touchFills) {

    /** What is hidden went against us: the stop comes first, and a touch fills nothing. */
    public static final FillPolicy PESSIMISTIC = new FillPolicy(false, false);

    /** What is hidden went well: the target comes first, and a touch fills. */
    public static final FillPolicy OPTIMISTIC = new FillPolicy(true, true);

    /** {@return the bar as it is read: a touch that fills is one that went through by the least there is} */
    Bar read(Bar bar) {
        return touchFills
                ? new Bar(
                        bar.epochNanos(),
                        bar.intervalNanos(),
                        bar.open(),
                        Math.nextUp(bar.high()),
                        Math.max(Math.nextDown(bar.low()), Double.MIN_VALUE),
                        bar.close(),
                        bar.volume())
                : bar;
    }

    /** {@return the exit that fills on a way, or null if none is reached} */
    @Nullable
    Exit along(Protection exit, Path path) {
        Exit touched = exit.along(path);
        return touched != null && touched.ambiguous() && targetFirst ? exit.atTarget(true) : touched;
    }
}
