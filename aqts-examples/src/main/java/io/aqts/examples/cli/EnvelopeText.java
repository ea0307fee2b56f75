package io.aqts.examples.cli;

import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.Envelope;
import io.aqts.core.backtest.LateResult;
import io.aqts.core.backtest.Reading;
import io.aqts.performance.Statistic;
import io.aqts.trade.Decimal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How much of a result hangs on what its data hides, for people: one iteration, or the means over several. */
final class EnvelopeText {

    private final PrintWriter out;
    private final List<Envelope> envelopes;

    private EnvelopeText(PrintWriter out, List<Envelope> envelopes) {
        this.out = out;
        this.envelopes = envelopes;
    }

    /** Writes nothing if there is no envelope. */
    static void write(PrintWriter out, BacktestReport report) {
        if (!report.envelopes().isEmpty()) {
            new EnvelopeText(out, report.envelopes()).write();
        }
    }

    private void write() {
        String over = envelopes.size() == 1 ? "" : " on average over " + envelopes.size() + " iterations";
        line(
                "envelope",
                "profit " + mean(Envelope::pessimistic) + " to " + mean(Envelope::optimistic) + ", reported "
                        + mean(Envelope::reported) + over);
        Envelope first = envelopes.get(0);
        for (int i = 0; i < first.readings().size(); i++) {
            int at = i;
            Reading reading = first.readings().get(i);
            line(
                    "",
                    reading.name() + ": " + mean(each -> each.readings().get(at).profit()));
        }
        line("", share() + " fills are ambiguous");
        line(
                "break-even",
                "slippage " + figure("%.2f bps a fill more", Envelope::breakEvenSlippageBps) + ", fees "
                        + figure("%.2f times", Envelope::breakEvenFeeMultiple));
        List<String> late = new ArrayList<>();
        for (int i = 0; i < first.delays().size(); i++) {
            int at = i;
            LateResult result = first.delays().get(i);
            late.add(result.delay() + " " + mean(each -> each.delays().get(at).profit()));
        }
        line("delayed", late.stream().collect(Collectors.joining(", ")));
        line("", "the profit vanishes after " + figure("%,.0f s", Envelope::vanishesAfterSeconds));
    }

    private String share() {
        long fills = envelopes.stream().mapToLong(Envelope::fills).sum();
        long ambiguous = envelopes.stream().mapToLong(Envelope::ambiguousFills).sum();
        return ReportText.text("%,d of %,d", ambiguous, fills);
    }

    private String mean(Function<Envelope, Decimal> sum) {
        double mean = envelopes.stream()
                        .mapToDouble(each -> sum.apply(each).toDouble())
                        .sum()
                / envelopes.size();
        return ReportText.text("%,.2f", mean);
    }

    /** The figure of a single iteration, or the mean of those that define it and how many these are. */
    private String figure(String format, Function<Envelope, Statistic> of) {
        List<Statistic> defined = envelopes.stream()
                .map(of)
                .filter(each -> each instanceof Statistic.Defined)
                .toList();
        if (defined.isEmpty()) {
            return "undefined: " + ((Statistic.Undefined) of.apply(envelopes.get(0))).reason();
        }
        double mean = defined.stream().mapToDouble(each -> each.orElse(0)).sum() / defined.size();
        String some = defined.size() == envelopes.size() ? "" : " (" + defined.size() + " of " + envelopes.size() + ")";
        return ReportText.text(format, mean) + some;
    }

    private void line(String name, String value) {
        out.println(ReportText.text("  %-11s %s", name, value));
    }
}
