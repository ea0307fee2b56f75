package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What of a bar's volume orders may still fill, in whole lots. */
final class Turnover {

    private static final int POINTS = 4;

    private final double participation;
    private final Grid grid;
    private long lots;
    private boolean isBounded;
    private @Nullable Decimal left;

    Turnover(double participation, Grid grid) {
        this.participation = participation;
        this.grid = grid;
    }

    /** Begins a bar, or an auction, in which a volume traded; zero if it is not known. */
    void begin(double volume) {
        isBounded = participation > 0 && volume > 0;
        if (isBounded) {
            Decimal share = Decimal.roundedToMultiple(volume * participation, grid.lot(), RoundingMode.DOWN);
            left = share;
            lots = Math.round(share.toDouble() / grid.lot().toDouble());
        } else {
            left = null;
        }
    }

    /**
     * Goes on to one of the four points of a path, from 0 for the open to 3 for the close. Each has a quarter of the
     * lots, the earlier ones one more where they do not divide; what a point leaves is gone with it.
     */
    void point(int number) {
        if (isBounded) {
            left = grid.lot().times(Decimal.of(share(lots, number)));
        }
    }

    /** {@return how many of a number of lots belong to a point} */
    static long share(long lots, int number) {
        return lots / POINTS + (number < lots % POINTS ? 1 : 0);
    }

    /** {@return how much may still fill, or null if there is no bound} */
    @Nullable
    Decimal left() {
        return left;
    }

    void use(Decimal quantity) {
        if (left != null) {
            left = left.minus(quantity);
        }
    }
}
