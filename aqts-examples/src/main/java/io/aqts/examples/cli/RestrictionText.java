package io.aqts.examples.cli;

import io.aqts.core.backtest.IterationReport;
import io.aqts.trade.Restriction;
import io.aqts.trade.Restriction.Moment;
import io.aqts.trade.Restrictions;
import java.util.ArrayList;
import java.util.List;

/**
 * When and why trading was restricted, for people: the first few times, those that last, and how much it was in all.
 */
final class RestrictionText {

    private static final int SHOWN = 5;

    private RestrictionText() {}

    /** {@return a line for each time, and one for the whole; none if trading was free} */
    static List<String> of(IterationReport iteration) {
        Restrictions restrictions = iteration.restrictions();
        List<String> lines = new ArrayList<>();
        for (Restriction one : restrictions.kept()) {
            if (lines.size() < SHOWN || !one.isOver()) {
                lines.add(of(one));
            }
        }
        if (restrictions.count() > 0) {
            lines.add(ReportText.text(
                    "%,d of %,d steps in all, %,d time%s",
                    restrictions.steps(),
                    iteration.summary().span().steps(),
                    restrictions.count(),
                    restrictions.count() == 1 ? "" : "s"));
        }
        return lines;
    }

    private static String of(Restriction restriction) {
        String end = restriction.isOver() ? "until " + of(restriction.end().get(0)) : "and still at the end";
        return restriction.cause().state() + " from " + of(restriction.begin()) + " " + end + ": "
                + restriction.cause();
    }

    private static String of(Moment moment) {
        return ReportText.text("step %,d, ", moment.step()) + ReportJson.instant(moment.epochNanos());
    }
}
