package io.aqts.examples.cli;

import static io.aqts.examples.cli.ReportText.text;

import io.aqts.examples.replay.SeedReplay;
import io.aqts.examples.replay.SeedRun;
import java.io.PrintWriter;
import java.util.List;

/** What the original reported beside what was so, for people. */
final class RetraceText {

    private RetraceText() {}

    static void write(PrintWriter out, List<SeedRun> runs) {
        out.println(text(
                "The original system on its own market, %,d ticks of a minute, starting with %,.0f USDT",
                runs.get(0).ticks(),
                runs.get(0)
                        .actual()
                        .finalEquity()
                        .minus(runs.get(0).actual().result())
                        .toDouble()));
        out.println();
        out.println("What its tracker reported");
        out.println(
                text("%8s %9s %10s %10s %10s %14s", "seed", "entries", "won", "Sharpe", "drawdown", "\"realized\""));
        for (SeedRun run : runs) {
            SeedRun.Reported said = run.reported();
            out.println(text(
                    "%8d %9d %10s %10s %8.2f %% %,+14.2f",
                    run.seed(),
                    said.entries(),
                    ReportText.number("%.1f %%", said.winRate(), 100),
                    ReportText.number("%.1f", said.sharpe(), 1),
                    100 * said.maxDrawdown(),
                    said.profit()));
        }
        out.println();
        out.println("What the ledger says about the same fills");
        out.println(text(
                "%8s %9s %10s %10s %10s %14s %10s %9s %14s",
                "seed", "closed", "won", "leverage", "drawdown", "result", "breaker", "return", "fees, " + bps()));
        for (SeedRun run : runs) {
            actual(out, run);
        }
        out.println();
        explain(out);
    }

    private static void actual(PrintWriter out, SeedRun run) {
        SeedRun.Actual was = run.actual();
        double result = was.result().toDouble();
        out.println(text(
                "%8d %9d %10s %9.2fx %8.2f %% %,+14.2f %10s %+7.2f %% %,14.2f",
                run.seed(),
                was.closed(),
                ReportText.number("%.1f %%", was.winRate(), 100),
                was.maxLeverage(),
                100 * was.maxDrawdown(),
                result,
                was.breakerTrips() + " times",
                100 * result / (was.finalEquity().toDouble() - result),
                was.feesUnpaid().toDouble()));
    }

    private static void explain(PrintWriter out) {
        out.println("The tracker counts a trade when it is entered, by the distance from its fill to the close of the"
                + " same");
        out.println("tick. The fill is at the best of five noisy prices around that close, so nearly every entry"
                + " \"wins\",");
        out.println(
                "whatever becomes of it. The ledger counts what lies between entry and exit. The breaker liquidates");
        out.println("and does not halt: it trips again and again. No fee was ever paid; the last column is what "
                + bps() + " on");
        out.println("every fill would have cost, on top of the result.");
    }

    private static String bps() {
        return SeedReplay.FEE_BPS + " bps";
    }
}
