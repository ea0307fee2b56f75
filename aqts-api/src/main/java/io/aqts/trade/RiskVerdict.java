package io.aqts.trade;

import io.aqts.internal.Checks;
import java.util.List;

/**
 * What was made of a proposal to trade. Holds get no verdict; every proposal to trade gets exactly one. Changes of
 * orders that wait stand beside them.
 */
public sealed interface RiskVerdict {

    /** {@return the index of the instrument in the universe} */
    int instrument();

    /** {@return why; at least one reason in the verdicts of a finished step} */
    List<ReasonCode> reasons();

    /**
     * The proposal may be carried out as wanted.
     *
     * @param intent what to do
     * @param reasons what it rests on; where a risk manager names nothing, the gate puts the intent's own reason
     */
    record Approved(OrderIntent intent, List<ReasonCode> reasons) implements RiskVerdict {

        /** Copies the reasons. */
        public Approved {
            reasons = List.copyOf(reasons);
        }

        @Override
        public int instrument() {
            return intent.instrument();
        }
    }

    /**
     * Only a part of the proposal may be carried out.
     *
     * @param intent what to do, already reduced
     * @param requested how much was wanted
     * @param reasons what reduced it
     */
    record Reduced(OrderIntent intent, Sizing requested, List<ReasonCode> reasons) implements RiskVerdict {

        /** Copies the reasons and refuses an empty list. */
        public Reduced {
            reasons = named(reasons);
        }

        @Override
        public int instrument() {
            return intent.instrument();
        }
    }

    /**
     * Nothing of the proposal may be carried out.
     *
     * @param instrument the index of the instrument in the universe
     * @param reasons what forbids it
     */
    record Rejected(int instrument, List<ReasonCode> reasons) implements RiskVerdict {

        /** Copies the reasons and refuses an empty list. */
        public Rejected {
            reasons = named(reasons);
        }
    }

    /**
     * An order that waits is to be changed. What does not pass the risk gate as it stands is rejected, never cut.
     *
     * @param instrument the index of the instrument in the universe
     * @param orderId the approval
     * @param change what is to be different
     * @param reasons why
     */
    record Amend(int instrument, long orderId, Amendment change, List<ReasonCode> reasons) implements RiskVerdict {

        /** Copies the reasons and refuses an empty list. */
        public Amend {
            reasons = named(reasons);
        }
    }

    /**
     * An order that waits, and the exits it would arm, are to be canceled. The risk gate refuses it of an order that
     * closes a position which must be closed, and of nothing else that stands.
     *
     * @param instrument the index of the instrument in the universe
     * @param orderId the approval
     * @param reasons why
     */
    record Withdraw(int instrument, long orderId, List<ReasonCode> reasons) implements RiskVerdict {

        /** Copies the reasons and refuses an empty list. */
        public Withdraw {
            reasons = named(reasons);
        }
    }

    /**
     * A refusal for one reason.
     *
     * @param instrument the index of the instrument
     * @param reason what forbids it
     * @return the verdict
     */
    static RiskVerdict rejected(int instrument, ReasonCode reason) {
        return new Rejected(instrument, List.of(reason));
    }

    private static List<ReasonCode> named(List<ReasonCode> reasons) {
        List<ReasonCode> copy = List.copyOf(reasons);
        Checks.that(!copy.isEmpty(), "verdict.reasons", "name at least one", copy);
        return copy;
    }
}
