package io.aqts;

import io.aqts.trade.RiskVerdict;
import java.util.List;

/**
 * What would become of an intent if it came before the risk gate now.
 *
 * @param verdict the verdict the gate would give
 * @param answers what each rule and limit would make of it, in the order they are asked, up to the one that forbids it;
 *     empty for an intent that reduces a position, which no rule is asked about, and for one that no order can be made
 *     of
 */
public record WhatIf(RiskVerdict verdict, List<RuleAnswer> answers) {

    /** Copies the list. */
    public WhatIf {
        answers = List.copyOf(answers);
    }
}
