package io.aqts.examples.cli;

import static io.aqts.examples.cli.ReportJson.instant;
import static io.aqts.examples.cli.ReportText.text;

import io.aqts.core.data.BarFileReport;
import io.aqts.core.data.RepairReport;
import java.io.PrintWriter;

/** What a file of bars holds, for people. */
final class BarsText {

    private static final int SHOWN = 5;

    private BarsText() {}

    static void write(PrintWriter out, BarFileReport report) {
        BarFileReport.Span span = report.span();
        BarFileReport.Gaps gaps = report.gaps();
        BarFileReport.Oddities odd = report.oddities();
        out.println(report.path());
        out.println(text("  sha256      %s", report.sha256()));
        out.println(text("  times       %s, at the start of each bar", report.form()));
        out.println(text(
                "  bars        %,d of %s (%s)",
                span.bars(), span.interval(), span.intervalGiven() ? "given" : "inferred"));
        out.println(text(
                "  span        first ends %s, last ends %s", instant(span.firstNanos()), instant(span.lastNanos())));
        out.println(text(
                "  gaps        %,d with %,d missing bars, weekends apart %,d, uneven steps %,d",
                gaps.count(), gaps.missingBars(), gaps.weekends(), gaps.unevenSteps()));
        for (BarFileReport.Gap gap :
                gaps.largest().subList(0, Math.min(SHOWN, gaps.largest().size()))) {
            out.println(text(
                    "              %,d bars from %s to %s, line %,d",
                    gap.missingBars(), instant(gap.fromNanos()), instant(gap.toNanos()), gap.line()));
        }
        out.println(
                text("  flaws       %,d rows would be refused", report.flaws().total()));
        for (RepairReport.Entry entry : report.flaws().entries()) {
            out.println(text("              %,d %s, first %s", entry.rows(), entry.flaw(), entry.first()));
        }
        out.println(text(
                "  suspicious  %,d jumps and %,d spikes of more than 20 times the median move of %.6f; %,d without"
                        + " volume; %,d of one price, %,d of them in a row",
                odd.jumps(), odd.spikes(), odd.medianMove(), odd.zeroVolume(), odd.flat(), odd.longestFlatRun()));
        for (BarFileReport.Oddity oddity :
                odd.largest().subList(0, Math.min(SHOWN, odd.largest().size()))) {
            out.println(text(
                    "              %s of %+.4f at %s, line %,d",
                    oddity.kind(), oddity.move(), instant(oddity.epochNanos()), oddity.line()));
        }
        if (report.unfinished()) {
            out.println("  cut off     the last line lacks a line end");
        }
    }
}
