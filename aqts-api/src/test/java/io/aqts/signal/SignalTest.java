package io.aqts.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalTest {

    private static final double[] BEYOND_ONE = {1.0000001, -1.0000001, Double.NaN, Double.POSITIVE_INFINITY};
    private static final double[] NO_SHARES = {1.0000001, -1e-9, Double.NaN};

    @Test
    void refusesScoresAndConfidencesOutsideTheirRanges() {
        for (double wrong : BEYOND_ONE) {
            refuses("signal.score", () -> new Signal("q", 0, 1, wrong, 0, Evidence.NONE));
            refuses("prediction.score", () -> new Prediction("m", wrong, 0.5, 0, 0, 1, 0));
            refuses("forecast.score", () -> new Forecast(wrong, 0.5, 0, 0, 0));
        }
        for (double wrong : NO_SHARES) {
            refuses("signal.confidence", () -> new Signal("q", 0, 1, 0, wrong, Evidence.NONE));
            refuses("prediction.probabilityUp", () -> new Prediction("m", 0, wrong, 0, 0, 1, 0));
            refuses("forecast.probability", () -> new Forecast(0, wrong, 0, 0, 0));
            refuses("forecast.confidence", () -> new Forecast(0, 0.5, 0, 0, wrong));
            refuses("proposal.sizeHint", () -> proposal(wrong, List.of(ReasonCode.SIGNAL)));
        }
    }

    @Test
    void refusesWhatHasNoSourceNoTimeOrNoReason() {
        refuses("signal.source", () -> new Signal(" ", 0, 1, 0, 0, Evidence.NONE));
        refuses("signal.instrument", () -> new Signal("q", -1, 1, 0, 0, Evidence.NONE));
        refuses("prediction.model", () -> new Prediction("", 0, 0.5, 0, 0, 1, 0));
        refuses("prediction.expectedReturn", () -> new Prediction("m", 0, 0.5, Double.NaN, 0, 1, 0));
        refuses("prediction.deviation", () -> new Prediction("m", 0, 0.5, 0, -1, 1, 0));
        refuses("prediction.horizonNanos", () -> new Prediction("m", 0, 0.5, 0, 0, 0, 0));
        refuses("prediction.outcomes", () -> new Prediction("m", 0, 0.5, 0, 0, 1, -1));
        refuses("forecast.expectedReturn", () -> new Forecast(0, 0.5, Double.NaN, 0, 0));
        refuses("forecast.horizonNanos", () -> new Forecast(0, 0.5, 0, -1, 0));
        refuses("proposal.reasons", () -> proposal(0, List.of()));
        refuses("proposal.instrument", () -> Proposal.hold(-1, ReasonCode.SIGNAL));
    }

    @Test
    void pointsTheWayOfItsSign() {
        assertThat(signal(1e-300).direction()).isEqualTo(Direction.LONG);
        assertThat(signal(-1e-300).direction()).isEqualTo(Direction.SHORT);
        assertThat(signal(0).direction()).isEqualTo(Direction.NEUTRAL);
        assertThat(signal(-0.0).direction()).isEqualTo(Direction.NEUTRAL);
        assertThat(Direction.ofSign(Double.NaN)).isEqualTo(Direction.NEUTRAL);
        assertThat(List.of(Direction.LONG.sign(), Direction.NEUTRAL.sign(), Direction.SHORT.sign()))
                .containsExactly(1, 0, -1);
    }

    @Test
    void holdsForAReasonAndExpectsNothing() {
        Proposal hold = Proposal.hold(3, ReasonCode.WARMING_UP);

        assertThat(hold.action()).isEqualTo(Action.HOLD);
        assertThat(hold.forecast()).isEqualTo(Forecast.NONE);
        assertThat(hold.forecast().probability()).isEqualTo(0.5);
        assertThat(hold.reasons()).containsExactly(ReasonCode.WARMING_UP);
        assertThat(hold.sizeHint()).isZero();
    }

    @Test
    void addsUpInContributions() {
        assertThat(new Contribution("qgita", -0.5, 0.2).amount()).isEqualTo(-0.1);
    }

    @Test
    void cannotBeChangedByItsMaker() {
        List<Proposal> proposals = new ArrayList<>(List.of(Proposal.hold(0, ReasonCode.SIGNAL)));
        Decision decision = new Decision(proposals);
        proposals.clear();

        assertThat(decision.proposals()).hasSize(1);
        assertThat(Decision.NONE.proposals()).isEmpty();
        assertThat(Evidence.NONE).hasToString("none");
    }

    private static Signal signal(double score) {
        return new Signal("q", 0, 1, score, 0, Evidence.NONE);
    }

    private static Proposal proposal(double sizeHint, List<ReasonCode> reasons) {
        return new Proposal(0, Action.HOLD, sizeHint, Forecast.NONE, List.of(), reasons);
    }

    private static void refuses(String path, Runnable maker) {
        assertThatIllegalArgumentException().isThrownBy(maker::run).withMessageStartingWith(path);
    }
}
