package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.RiskManager;
import io.aqts.config.AqtsConfig;
import io.aqts.signal.Action;
import io.aqts.signal.Proposal;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Position;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What every {@link RiskManager} promises, whatever its policy.
 *
 * <p>Limits are those of the configuration, judged at the last known prices and in double precision to nine digits.
 * What is approved in one moment counts together.
 */
public interface RiskManagerContract {

    /**
     * Makes the risk manager under test, without history.
     *
     * @param context the run it is for, with one to three instruments
     * @return the risk manager
     */
    RiskManager create(LayerContext context);

    /** {@return how many snapshots the longest markets have; enough for it to approve something} */
    default int longestMarket() {
        return 60;
    }

    /** {@return whether it may approve nothing on all markets of the contract; what forbids all proves nothing} */
    default boolean mayForbidEverything() {
        return false;
    }

    /** {@return whether it sizes nothing by the limits, as a yardstick may; then the gate alone keeps them} */
    default boolean leavesLimitsToTheGate() {
        return false;
    }

    /** {@return the markets it is tried on} */
    @Provide
    default Arbitrary<Market> markets() {
        return Markets.ofBars(longestMarket());
    }

    /** {@return the configurations it is tried with} */
    @Provide
    default Arbitrary<AqtsConfig> configs() {
        return Configs.any();
    }

    /** The same calls give the same verdicts, bit for bit. */
    @Property(tries = 40)
    default void isDeterministic(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        LayerContext context = market.context(config);
        probe(context).answersTheSameTwice(RiskMoment.of(market, context), RiskMoment::copy);
    }

    /** What it ruled up to a moment stays the same if the data ends there, or goes on in any other way. */
    @Property(tries = 40)
    default void doesNotLookAhead(
            @ForAll("markets") Market market,
            @ForAll("configs") AqtsConfig config,
            @ForAll @IntRange(max = 100) int percent) {
        int cut = market.size() * percent / 100;
        LayerContext context = market.context(config);
        List<List<RiskMoment>> others = new ArrayList<>();
        for (Future future : Future.values()) {
            others.add(RiskMoment.of(future.of(market, cut), context));
        }
        probe(context).answersTheSameBefore(cut, RiskMoment.of(market, context), others);
    }

    /** Every proposal other than a hold gets one verdict, in the order of the proposals, and each names a reason. */
    @Property(tries = 60)
    default void givesOneVerdictForEachProposal(
            @ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        forEachMoment(market, config, (moment, verdicts) -> {
            List<Integer> asked = moment.decision().proposals().stream()
                    .filter(proposal -> proposal.action() != Action.HOLD)
                    .map(Proposal::instrument)
                    .toList();
            assertThat(verdicts.stream().map(RiskVerdict::instrument).toList())
                    .as("instruments of the verdicts on %s", moment.decision())
                    .isEqualTo(asked);
            assertThat(verdicts)
                    .as("verdicts")
                    .allMatch(verdict -> !verdict.reasons().isEmpty(), "with a reason");
        });
    }

    /** What it approves has a finite size of more than zero, and finite exits on their side of the price. */
    @Property(tries = 60)
    default void approvesOnlyWellFormedIntents(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        forEachMoment(market, config, (moment, verdicts) -> {
            for (OrderIntent intent : RiskAudit.approved(verdicts)) {
                RiskAudit.requireWellFormed(intent, moment);
            }
        });
    }

    /** All positions together stay within {@code risk.maxLeverage} if what it approves at one moment fills. */
    @Property(tries = 60)
    default void keepsWithinMaxLeverage(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        forEachLimitedMoment(market, config, (moment, verdicts) -> {
            RiskAudit.requireLeverage(new Exposure(moment.portfolio()), moment, verdicts, config.risk());
        });
    }

    /** Each position stays within {@code risk.sizing.maxPositionShare} if what it approves fills. */
    @Property(tries = 60)
    default void keepsWithinMaxPositionShare(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        forEachLimitedMoment(market, config, (moment, verdicts) -> {
            RiskAudit.requireShare(new Exposure(moment.portfolio()), moment, verdicts, config.risk());
        });
    }

    /** Both limits also hold if the orders that were open before fill as well. */
    @Property(tries = 60)
    default void countsOrdersUnderWay(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        forEachLimitedMoment(market, config, (moment, verdicts) -> {
            Exposure exposure = new Exposure(moment.portfolio()).withOpenOrders(moment);
            RiskAudit.requireLeverage(exposure, moment, verdicts, config.risk());
            exposure = new Exposure(moment.portfolio()).withOpenOrders(moment);
            RiskAudit.requireShare(exposure, moment, verdicts, config.risk());
        });
    }

    /** At the stops it plans, a trade loses at most {@code riskPerTradeCap}, all together {@code maxPortfolioRisk}. */
    @Property(tries = 60)
    default void losesNoMoreThanAllowedAtItsStops(
            @ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        forEachLimitedMoment(market, config, (moment, verdicts) -> {
            double equity = moment.portfolio().markedEquity();
            double together = 0;
            for (OrderIntent intent : RiskAudit.approved(verdicts)) {
                double loss = RiskAudit.lossAtStop(intent, moment);
                together += loss;
                assertThat(loss)
                        .as("loss at the stop of %s with an equity of %s", intent, equity)
                        .isLessThanOrEqualTo(
                                RiskAudit.most(config.risk().sizing().riskPerTradeCap(), equity));
            }
            assertThat(together)
                    .as("loss at all stops of %s with an equity of %s", verdicts, equity)
                    .isLessThanOrEqualTo(RiskAudit.most(config.risk().maxPortfolioRisk(), equity));
        });
    }

    /** It opens no short position unless {@code risk.shortAllowed}. */
    @Property(tries = 60)
    default void shortsOnlyIfAllowed(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        forEachMoment(market, config, (moment, verdicts) -> {
            for (OrderIntent intent : RiskAudit.approved(verdicts)) {
                boolean shorts = intent.side() == Side.SELL && !Exposure.reduces(intent, moment);
                assertThat(shorts && !config.risk().shortAllowed())
                        .as("whether %s goes short though that is not allowed, with %s", intent, moment.portfolio())
                        .isFalse();
            }
        });
    }

    /** In no state of the circuit breaker but the normal one does it open or enlarge a position. */
    @Property(tries = 60)
    default void opensNothingUnlessTheStateIsNormal(
            @ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        forEachMoment(market, config, (moment, verdicts) -> {
            for (OrderIntent intent : RiskAudit.approved(verdicts)) {
                assertThat(moment.portfolio().riskState().allowsOpening() || Exposure.reduces(intent, moment))
                        .as("whether %s may be approved with %s", intent, moment.portfolio())
                        .isTrue();
            }
        });
    }

    /** A position without open orders can be left at every moment, in every state. */
    @Property(tries = 60)
    default void neverForbidsTheWayOut(@ForAll("markets") Market market, @ForAll("configs") AqtsConfig config) {
        LayerContext context = market.context(config);
        RiskManager manager = create(context);
        for (RiskMoment any : RiskMoment.of(market, context)) {
            RiskMoment moment = any.leavingEverything();
            List<RiskVerdict> verdicts = assess(manager, moment);
            for (RiskVerdict verdict : verdicts) {
                int instrument = verdict.instrument();
                Position position = moment.portfolio().position(instrument);
                if (!position.isFlat() && !moment.portfolio().hasOpenOrder(instrument)) {
                    RiskAudit.requireWayOut(verdict, position);
                }
            }
        }
    }

    /** Two risk managers side by side do not notice one another. */
    @Property(tries = 40)
    default void sharesNothingWithOthers(
            @ForAll("markets") Market market, @ForAll("markets") Market foreign, @ForAll("configs") AqtsConfig config) {
        LayerContext mine = market.context(config);
        LayerContext other = foreign.context(config);
        probe(mine).answersTheSameAmong(RiskMoment.of(market, mine), probe(other), RiskMoment.of(foreign, other));
    }

    /**
     * With the default limits it approves an opening on some market, so that the limits are not kept by refusing all.
     */
    @Example
    default void approvesSomething() {
        if (mayForbidEverything()) {
            return;
        }
        long openings = 0;
        for (MarketKind kind : MarketKind.values()) {
            Market market = Market.bars(kind, 1, 2, 4 * longestMarket());
            LayerContext context = market.context(AqtsConfig.defaults());
            RiskManager manager = create(context);
            for (RiskMoment moment : RiskMoment.of(market, context)) {
                for (OrderIntent intent : RiskAudit.approved(assess(manager, moment))) {
                    openings += Exposure.reduces(intent, moment) ? 0 : 1;
                }
            }
        }
        assertThat(openings).as("approved openings on markets of every kind").isPositive();
    }

    private void forEachLimitedMoment(Market market, AqtsConfig config, RiskAudit.Check check) {
        if (!leavesLimitsToTheGate()) {
            forEachMoment(market, config, check);
        }
    }

    private void forEachMoment(Market market, AqtsConfig config, RiskAudit.Check check) {
        LayerContext context = market.context(config);
        RiskManager manager = create(context);
        for (RiskMoment moment : RiskMoment.of(market, context)) {
            check.check(moment, assess(manager, moment));
        }
    }

    private Probe<RiskMoment, List<RiskVerdict>> probe(LayerContext context) {
        return new Probe<>("the risk manager", () -> {
            RiskManager manager = create(context);
            return moment -> assess(manager, moment);
        });
    }

    private static List<RiskVerdict> assess(RiskManager manager, RiskMoment moment) {
        List<RiskVerdict> verdicts = manager.assess(moment.decision(), moment.snapshot(), moment.portfolio());
        RiskAudit.requireWhole(verdicts, moment.portfolio().positions().size());
        return verdicts;
    }
}
