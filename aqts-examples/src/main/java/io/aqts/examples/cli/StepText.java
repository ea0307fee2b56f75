package io.aqts.examples.cli;

import io.aqts.Step;
import io.aqts.market.Bar;
import io.aqts.market.Universe;
import io.aqts.signal.Action;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Portfolio;
import io.aqts.trade.RiskVerdict;
import java.io.PrintWriter;
import java.util.List;

/** Shows steps to people, one line for each instrument and one for each fill. */
class StepText {

    private static final String LINE = "%6s %-20s %-10s %14s  %-8s %-27s %14s %14s";

    private final PrintWriter out;
    private Universe universe = Universe.EMPTY;

    StepText(PrintWriter out) {
        this.out = out;
    }

    void begin(Universe seen) {
        universe = seen;
        out.println(ReportText.text(
                LINE, "step", "time", "instrument", "price", "action", "verdict", "position", "equity"));
    }

    void step(Step step) {
        for (int i = 0; i < universe.size(); i++) {
            Bar bar = step.snapshot().instrument(i).bar();
            out.println(ReportText.text(
                    LINE,
                    step.index(),
                    ReportJson.instant(step.snapshot().epochNanos()),
                    universe.instrument(i).symbol(),
                    bar == null ? "-" : Decimal.fromDouble(bar.close()),
                    action(step.decision().proposals(), i),
                    verdict(step.verdicts(), i),
                    step.portfolio().position(i).quantity(),
                    ReportText.text("%,.2f", step.portfolio().markedEquity())));
        }
        for (Signal signal : step.signals()) {
            out.println(ReportText.text(
                    "       signal %s %s score %.3f confidence %.3f",
                    signal.source(),
                    universe.instrument(signal.instrument()).symbol(),
                    signal.score(),
                    signal.confidence()));
        }
        for (Fill fill : step.fills()) {
            out.println("       fill " + fill.side() + " " + fill.quantity() + " "
                    + universe.instrument(fill.instrument()).symbol() + " at " + fill.price() + ", fee " + fill.fee()
                    + ", " + fill.context().cause() + " on " + fill.context().venue());
        }
    }

    void end(Portfolio portfolio) {
        out.println("cash " + ReportText.money(portfolio.cash()) + ", equity " + ReportText.money(portfolio.equity())
                + " " + portfolio.currency() + ", breaker " + portfolio.riskState());
    }

    static Action action(List<Proposal> proposals, int instrument) {
        for (Proposal proposal : proposals) {
            if (proposal.instrument() == instrument) {
                return proposal.action();
            }
        }
        return Action.HOLD;
    }

    private static String verdict(List<RiskVerdict> verdicts, int instrument) {
        for (RiskVerdict verdict : verdicts) {
            if (verdict.instrument() == instrument) {
                return verdict.getClass().getSimpleName() + " " + verdict.reasons();
            }
        }
        return "";
    }
}
