package io.aqts.core.risk.rule;

import io.aqts.LayerContext;
import io.aqts.RiskRule;
import io.aqts.config.AqtsConfig;
import io.aqts.config.RulesConfig;
import io.aqts.core.risk.RuleExit;
import io.aqts.testkit.RiskRuleContract;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a rule that ships is put to the contract: with a limit, with a tighter one, and with a setting that is refused.
 */
abstract class BuiltInRule implements RiskRuleContract {

    private final double loose;
    private final double tight;
    private final List<BadSetting> bad;

    BuiltInRule(double loose, double tight, BadSetting... bad) {
        this.loose = loose;
        this.tight = tight;
        this.bad = List.of(bad);
    }

    /** Makes the rule with a limit. */
    abstract Subject limited(LayerContext context, double limit);

    @Override
    public Subject create(LayerContext context) {
        return limited(context, loose);
    }

    @Override
    public Subject tighter(LayerContext context) {
        return limited(context, tight);
    }

    @Override
    public boolean letsOut(LayerContext context, RiskRule rule) {
        return RuleExit.isOpen(context, rule);
    }

    @Override
    public List<BadSetting> badSettings() {
        return bad;
    }

    static BadSetting bad(String path, String value, UnaryOperator<RulesConfig.Builder> change) {
        return new BadSetting(
                "risk.rules." + path, value, () -> AqtsConfig.defaults().with(c -> c.risk(r -> r.rules(change))));
    }

    static MarketMemory memory(LayerContext context) {
        return new MarketMemory(context.universe().size(), 5, 0.001);
    }

    static BarVolatility volatility(LayerContext context) {
        return new BarVolatility(5, context.universe().size());
    }

    static ReturnWindow returns(LayerContext context) {
        return new ReturnWindow(30, Duration.ZERO, context.universe().size());
    }
}
