package io.aqts.core.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AqtsConfig;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Evidence;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.ReasonCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowSignalTest {

    private final FollowSignal fusion = new FollowSignal(Tape.context(AqtsConfig.defaults(), "BTC/USDT", "ETH/USDT"));

    @Test
    void holdsUntilTheFirstSignal() {
        Decision decision = fusion.fuse(Tape.snapshot(0, 100, 10), List.of());

        assertThat(decision.proposals())
                .containsExactly(Proposal.hold(0, ReasonCode.WARMING_UP), Proposal.hold(1, ReasonCode.WARMING_UP));
    }

    @Test
    void goesWithTheSignOfTheScore() {
        assertThat(actions(signal(0, 1e-9))).containsExactly(Action.GO_LONG, Action.HOLD);
        assertThat(actions(signal(1, -1))).containsExactly(Action.GO_LONG, Action.GO_SHORT);
        assertThat(actions(signal(0, -0.2), signal(1, 0.3))).containsExactly(Action.GO_SHORT, Action.GO_LONG);
    }

    @Test
    void staysWithItsLastProposalWhileSignalsAreSilentOrNeutral() {
        Decision first = fusion.fuse(Tape.snapshot(0, 100, 10), List.of(signal(0, -1)));

        assertThat(fusion.fuse(Tape.snapshot(1, 100, 10), List.of())).isSameAs(first);
        assertThat(fusion.fuse(Tape.snapshot(2, 100, 10), List.of(signal(0, 0))))
                .isSameAs(first);
        assertThat(fusion.fuse(Tape.snapshot(3, 100, 10), List.of(signal(0, -0.1))))
                .isSameAs(first);
    }

    @Test
    void addsUpTheScoresOfSeveralDetectors() {
        assertThat(actions(signal(0, 0.5), signal(0, -0.2), signal(0, -0.2)))
                .containsExactly(Action.GO_LONG, Action.HOLD);
        assertThat(actions(signal(0, 0.5), signal(0, -0.6))).containsExactly(Action.GO_SHORT, Action.HOLD);
        assertThat(actions(signal(0, 0.5), signal(0, -0.5)))
                .as("a sum of zero is neutral")
                .containsExactly(Action.GO_SHORT, Action.HOLD);
    }

    @Test
    void namesTheSignalsAsItsReason() {
        Proposal proposal = fusion.fuse(Tape.snapshot(0, 100, 10), List.of(signal(0, 1)))
                .proposals()
                .get(0);

        assertThat(proposal.reasons()).containsExactly(ReasonCode.SIGNAL);
        assertThat(proposal.sizeHint()).isEqualTo(1);
        assertThat(proposal.contributions())
                .singleElement()
                .satisfies(contribution -> assertThat(contribution.amount())
                        .isEqualTo(proposal.forecast().score()));
    }

    private List<Action> actions(Signal... signals) {
        return fusion.fuse(Tape.snapshot(0, 100, 10), List.of(signals)).proposals().stream()
                .map(Proposal::action)
                .toList();
    }

    private static Signal signal(int instrument, double score) {
        return new Signal("any", instrument, Tape.MINUTE, score, 0.5, Evidence.NONE);
    }
}
