package io.aqts.core.risk.rule;

import io.aqts.config.CapConfig;
import io.aqts.config.MarginConfig;
import io.aqts.config.SizeRulesConfig;
import io.aqts.config.StressConfig;
import io.aqts.config.TailConfig;
import java.util.function.UnaryOperator;

/** Short ways to settings for the tests of this package. */
final class Settings {

    private Settings() {}

    static MarginConfig margin(double initialShare, double stopAt, double resumeBelow) {
        return new MarginConfig(initialShare, CapConfig.share(stopAt), resumeBelow);
    }

    static TailConfig tail(UnaryOperator<TailConfig.Builder> change) {
        return change.apply(TailConfig.defaults().toBuilder()).build();
    }

    static SizeRulesConfig size(UnaryOperator<SizeRulesConfig.Builder> change) {
        return change.apply(SizeRulesConfig.defaults().toBuilder()).build();
    }

    static StressConfig stress(UnaryOperator<StressConfig.Builder> change) {
        return change.apply(StressConfig.defaults().toBuilder().enabled(true)).build();
    }
}
