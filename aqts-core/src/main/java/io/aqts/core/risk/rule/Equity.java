package io.aqts.core.risk.rule;

import io.aqts.RiskView;

/** The equity that shares are measured against. */
final class Equity {

    private Equity() {}

    /** Cash and positions at their marks, in the currency of account; none if that is not a finite number. */
    static double of(RiskView view) {
        double marked = view.portfolio().markedEquity();
        return marked < Double.POSITIVE_INFINITY && marked > 0 ? marked : 0;
    }
}
