package io.aqts.core.execute;

import io.aqts.config.BarPath;
import io.aqts.config.ExecutionConfig;
import io.aqts.config.FillTime;
import io.aqts.config.MatchingConfig;
import io.aqts.config.PassedTrigger;
import java.util.ArrayList;
import java.util.List;

/** What the paper venue assumes about the market, in sentences for the manifest of a run. */
final class Assumptions {

    private final ExecutionConfig config;
    private final FillPolicy policy;
    private final FeeSchedule fees;
    private final Report report;

    Assumptions(ExecutionConfig config, FillPolicy policy, FeeSchedule fees, Report report) {
        this.config = config;
        this.policy = policy;
        this.fees = fees;
        this.report = report;
    }

    List<String> sentences() {
        MatchingConfig matching = config.matching();
        List<String> all = new ArrayList<>();
        warn(all, matching);
        all.add("Earliest fill on bars alone: the open of the first bar that begins at or after the approval; latency"
                + " shorter than the bar is neglected.");
        all.add("Half spread on bars alone: " + matching.halfSpreadBps() + " bps of the price, paid by takers.");
        all.add("Size on bars alone: " + size(matching));
        all.add("Way within a bar: " + way());
        all.add("Stops, targets and expired holds: fill whole on bars, as far as the volume goes, and as far as the"
                + " market shows on quotes.");
        all.add("Fills on quotes and books: first snapshot after the approval and a latency of "
                + config.latencyMin().toMillis() + " to "
                + config.latencyMax().toMillis() + " ms and " + fees.slowestNanos() / 1_000_000
                + " ms to the farthest venue; visible depth only.");
        all.add("Resting limits and targets: fill when "
                + (policy.touch() ? "touched" : "traded through, not when touched") + "; no queue.");
        all.add("Stops beyond which a bar opens: fill at the open.");
        all.add("Triggers passed before the order arrives: the order is "
                + (matching.guards().passedTrigger() == PassedTrigger.REJECT ? "rejected." : "set off at once."));
        all.add("Chance of a partial fill: " + matching.partialFillProbability() + "; the rest waits or is canceled.");
        all.add("Bars without volume fill nothing once the source has shown volume.");
        all.add(fees.assumption());
        return List.copyOf(all);
    }

    private void warn(List<String> all, MatchingConfig matching) {
        if (matching.fillAt() == FillTime.SAME_CLOSE) {
            all.add(
                    "Warning: orders fill at the close they were decided on, which nobody can do; the results flatter.");
        }
        if (policy.isFavorable()) {
            all.add(
                    "Warning: what bars leave open is taken to be good; this is the most that can be, not what to expect.");
        }
        if (report.waits() > 0) {
            all.add("Warning: " + report.waits()
                    + " orders found the last price older than a bar and waited for the next.");
        }
    }

    private String size(MatchingConfig matching) {
        return matching.participation() == 0
                ? "no order is too large for a bar, and all of it fills at one price; " + impact() + "."
                : "all orders together fill at most " + matching.participation()
                        + " of a bar's volume, where the source has volumes; " + impact() + ".";
    }

    private String way() {
        if (policy.path() != BarPath.WORST) {
            return policy.path() + ", and what it comes to first acts first.";
        }
        return policy.isFavorable()
                ? "what it leaves open is good; of stop and target the target fills, marked ambiguous."
                : "what it leaves open is bad; of stop and target the stop fills, marked ambiguous.";
    }

    private String impact() {
        return switch (config.impact().kind()) {
            case NONE -> "no impact";
            case SQUARE_ROOT -> "takers pay an impact with the square root of their share of the volume";
            case LINEAR -> "takers pay an impact in proportion to their share of the volume";
        };
    }
}
