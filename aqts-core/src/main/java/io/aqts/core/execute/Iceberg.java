package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.trade.Decimal;

/** What of an order that waits others see: a part of it, and once that has traded the next. */
final class Iceberg {

    private final Decimal part;
    private long visible;

    /**
     * Shows the first part.
     *
     * @param part how much it shows at a time, in units, more than zero
     */
    Iceberg(Decimal part, BookGrid grid) {
        this.part = part;
        showNext(grid);
    }

    /** Shows the next part. */
    void showNext(BookGrid grid) {
        visible = grid.lotsToCover(part);
    }

    /** {@return how many lots it shows, which may be more than there are} */
    long visible() {
        return visible;
    }

    /** {@return whether all that it showed has traded} */
    boolean isSpent() {
        return visible == 0;
    }

    /** Lets lots trade; what is hidden trades only after what is shown. */
    void trade(long lots) {
        visible = Math.max(0, visible - lots);
    }

    /** Goes on with lots of another size, and shows no more for that. */
    void moveTo(BookGrid from, BookGrid to) {
        visible = Math.min(to.lotsToCover(part), to.lotsToCover(from.quantity(visible)));
    }
}
