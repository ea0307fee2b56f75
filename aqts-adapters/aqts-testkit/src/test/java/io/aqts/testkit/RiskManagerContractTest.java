package io.aqts.testkit;

import static io.aqts.testkit.Proof.caught;

import io.aqts.LayerContext;
import io.aqts.RiskManager;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Universe;
import io.aqts.signal.Decision;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RiskManagerContractTest {

    @Test
    void passesARiskManagerThatKeepsItsPromises() {
        Proof.keepsEveryPromise(Sound.class);
    }

    @TestFactory
    Stream<DynamicTest> catches() {
        return Stream.of(
                caught(Capricious.class, "isDeterministic"),
                caught(SizesByTheNextPrice.class, "doesNotLookAhead"),
                caught(RulesTwice.class, "givesOneVerdictForEachProposal"),
                caught(ForgetsTheRefused.class, "givesOneVerdictForEachProposal"),
                caught(RulesBackwards.class, "givesOneVerdictForEachProposal"),
                caught(NamesNoReason.class, "givesOneVerdictForEachProposal"),
                caught(SizesWithNaN.class, "approvesOnlyWellFormedIntents"),
                caught(StopsOnTheWrongSide.class, "approvesOnlyWellFormedIntents"),
                caught(RoundsUp.class, "keepsWithinMaxLeverage"),
                caught(JudgesEachAlone.class, "keepsWithinMaxLeverage"),
                caught(GoesAllIn.class, "keepsWithinMaxLeverage"),
                caught(SpendsTooMuch.class, "keepsWithinMaxLeverage"),
                caught(RoundsUp.class, "keepsWithinMaxPositionShare"),
                caught(IgnoresOpenOrders.class, "countsOrdersUnderWay"),
                caught(RisksADoubleLoss.class, "losesNoMoreThanAllowedAtItsStops"),
                caught(ForgetsTheBanOnShorts.class, "shortsOnlyIfAllowed"),
                caught(OverlooksTheBreaker.class, "opensNothingUnlessTheStateIsNormal"),
                caught(ForbidsTheExitWhenHalted.class, "neverForbidsTheWayOut"),
                caught(LeavesOnTheWrongSide.class, "neverForbidsTheWayOut"),
                caught(MayTurnWhenLeaving.class, "neverForbidsTheWayOut"),
                caught(SharesItsBudget.class, "sharesNothingWithOthers"),
                caught(Hostile.class, "givesOneVerdictForEachProposal"),
                caught(Hostile.class, "keepsWithinMaxLeverage"),
                caught(ForbidsEverything.class, "approvesSomething"));
    }

    static class Sound implements RiskManagerContract {

        @Override
        public RiskManager create(LayerContext context) {
            return new Cautious(context);
        }
    }

    static final class Hostile extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return new HostileRiskManager(context);
        }
    }

    static final class Capricious extends Sound {

        private static long calls;

        @Override
        public RiskManager create(LayerContext context) {
            return changed(context, verdicts -> calls++ % 3 == 0 ? reversed(verdicts) : verdicts);
        }
    }

    static final class SizesByTheNextPrice extends Sound {

        private static final TreeMap<Long, Double> SEEN = new TreeMap<>();

        @Override
        public RiskManager create(LayerContext context) {
            RiskManager sound = super.create(context);
            return (decision, snapshot, portfolio) -> {
                double price = snapshot.instrument(0).price();
                SEEN.put(snapshot.epochNanos(), price);
                Long next = SEEN.higherKey(snapshot.epochNanos());
                boolean rises = next != null && SEEN.get(next) > price;
                return sound.assess(rises ? decision : Decision.NONE, snapshot, portfolio);
            };
        }
    }

    static final class RulesTwice extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return changed(context, verdicts -> {
                verdicts.addAll(List.copyOf(verdicts));
                return verdicts;
            });
        }
    }

    static final class ForgetsTheRefused extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return changed(context, verdicts -> {
                verdicts.removeIf(verdict -> verdict instanceof RiskVerdict.Rejected);
                return verdicts;
            });
        }
    }

    static final class RulesBackwards extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return changed(context, RiskManagerContractTest::reversed);
        }
    }

    static final class NamesNoReason extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return changed(context, verdicts -> {
                verdicts.replaceAll(verdict -> verdict instanceof RiskVerdict.Approved approved
                        ? new RiskVerdict.Approved(approved.intent(), List.of())
                        : verdict);
                return verdicts;
            });
        }
    }

    static final class SizesWithNaN extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return opening(context, (verdict, portfolio) -> Cautious.changed(verdict, Double.NaN, ExitPlan.NONE));
        }
    }

    static final class StopsOnTheWrongSide extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return opening(context, (verdict, portfolio) -> {
                double price = price((RiskVerdict.Approved) verdict);
                return Cautious.changed(verdict, 0.001, new ExitPlan(price * 1.1, price * 0.9, 0));
            });
        }
    }

    static final class RoundsUp extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return opening(context, (verdict, portfolio) -> Cautious.changed(verdict, 1 + 1e-7, ExitPlan.NONE));
        }

        @Override
        public Arbitrary<AqtsConfig> configs() {
            return exposureBinds();
        }
    }

    static final class JudgesEachAlone extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return (decision, snapshot, portfolio) -> {
                List<RiskVerdict> verdicts = new ArrayList<>();
                for (var proposal : decision.proposals()) {
                    verdicts.addAll(new Cautious(context).assess(new Decision(List.of(proposal)), snapshot, portfolio));
                }
                return verdicts;
            };
        }

        @Override
        public Arbitrary<AqtsConfig> configs() {
            return exposureBinds();
        }
    }

    static final class GoesAllIn extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return opening(
                    context,
                    (verdict, portfolio) ->
                            approved(OrderIntent.open(verdict.instrument(), Side.BUY, Sizing.everything())));
        }
    }

    static final class SpendsTooMuch extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return opening(
                    context,
                    (verdict, portfolio) -> approved(OrderIntent.open(
                            verdict.instrument(), Side.BUY, Sizing.spend(200 * portfolio.markedEquity()))));
        }
    }

    static final class IgnoresOpenOrders extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            RiskManager sound = super.create(context);
            return (decision, snapshot, portfolio) ->
                    sound.assess(decision, snapshot, with(portfolio, List.of(), portfolio.riskState()));
        }
    }

    static final class RisksADoubleLoss extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return opening(context, (verdict, portfolio) -> {
                double price = price((RiskVerdict.Approved) verdict);
                boolean isLong = ((RiskVerdict.Approved) verdict).intent().side() == Side.BUY;
                return Cautious.changed(verdict, 1, new ExitPlan(price * (isLong ? 0.8 : 1.2), 0, 0));
            });
        }
    }

    static final class ForgetsTheBanOnShorts extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            AqtsConfig permissive = context.config().with(c -> c.risk(r -> r.shortAllowed(true)));
            return new Cautious(new LayerContext(permissive, context.universe(), context.layer()));
        }
    }

    static final class OverlooksTheBreaker extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            RiskManager sound = super.create(context);
            return (decision, snapshot, portfolio) ->
                    sound.assess(decision, snapshot, with(portfolio, portfolio.openOrders(), RiskState.NORMAL));
        }
    }

    static final class ForbidsTheExitWhenHalted extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            RiskManager sound = super.create(context);
            return (decision, snapshot, portfolio) -> {
                List<RiskVerdict> verdicts = new ArrayList<>(sound.assess(decision, snapshot, portfolio));
                if (portfolio.riskState() == RiskState.HALTED) {
                    verdicts.replaceAll(
                            verdict -> RiskVerdict.rejected(verdict.instrument(), ReasonCode.CIRCUIT_BREAKER));
                }
                return verdicts;
            };
        }
    }

    static final class LeavesOnTheWrongSide extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return new Cautious(context) {
                @Override
                RiskVerdict leave(int instrument, Position position) {
                    return approved(OrderIntent.close(instrument, Side.SELL, ReasonCode.SIGNAL));
                }
            };
        }
    }

    static final class MayTurnWhenLeaving extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return new Cautious(context) {
                @Override
                RiskVerdict leave(int instrument, Position position) {
                    Side side = position.quantity().isPositive() ? Side.SELL : Side.BUY;
                    double quantity = Math.abs(position.quantity().toDouble());
                    return approved(OrderIntent.open(instrument, side, Sizing.units(quantity)));
                }
            };
        }
    }

    static final class SharesItsBudget extends Sound {

        private static Universe latest = Universe.EMPTY;

        @Override
        public RiskManager create(LayerContext context) {
            RiskManager sound = super.create(context);
            latest = context.universe();
            return (decision, snapshot, portfolio) ->
                    sound.assess(latest == context.universe() ? decision : Decision.NONE, snapshot, portfolio);
        }
    }

    static final class ForbidsEverything extends Sound {

        @Override
        public RiskManager create(LayerContext context) {
            return opening(
                    context, (verdict, portfolio) -> RiskVerdict.rejected(verdict.instrument(), ReasonCode.NO_EDGE));
        }
    }

    private interface Change {

        RiskVerdict of(RiskVerdict verdict, Portfolio portfolio);
    }

    private static Arbitrary<AqtsConfig> exposureBinds() {
        return Configs.any()
                .map(config -> config.with(c -> c.risk(r -> r.maxPortfolioRisk(1)
                                .sizing(s -> s.riskPerTradeCap(1).maxPositionShare(0.05)))
                        .risk(r -> r.maxLeverage(0.05))));
    }

    private static RiskManager changed(LayerContext context, UnaryOperator<List<RiskVerdict>> change) {
        RiskManager sound = new Cautious(context);
        return (decision, snapshot, portfolio) ->
                change.apply(new ArrayList<>(sound.assess(decision, snapshot, portfolio)));
    }

    private static RiskManager opening(LayerContext context, Change change) {
        return new Cautious(context) {
            @Override
            RiskVerdict open(int instrument, int sign, Portfolio portfolio) {
                RiskVerdict verdict = super.open(instrument, sign, portfolio);
                return verdict instanceof RiskVerdict.Approved ? change.of(verdict, portfolio) : verdict;
            }
        };
    }

    private static double price(RiskVerdict.Approved opening) {
        double stop = opening.intent().exitPlan().stopPrice();
        return stop / (opening.intent().side() == Side.BUY ? 0.9 : 1.1);
    }

    private static RiskVerdict approved(OrderIntent intent) {
        return new RiskVerdict.Approved(intent, List.of(ReasonCode.SIGNAL));
    }

    private static List<RiskVerdict> reversed(List<RiskVerdict> verdicts) {
        Collections.reverse(verdicts);
        return verdicts;
    }

    private static Portfolio with(Portfolio portfolio, List<OpenOrder> orders, RiskState state) {
        return new Portfolio(
                portfolio.currency(), portfolio.cash(), portfolio.positions(), orders, portfolio.markedEquity(), state);
    }
}
