package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.BTC;
import static io.aqts.core.risk.Fixtures.ETH;
import static io.aqts.core.risk.Fixtures.MINUTE;
import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static io.aqts.core.risk.Fixtures.portfolio;
import static io.aqts.core.risk.Fixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.LayerContext;
import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.RuleAnswer;
import io.aqts.WhatIf;
import io.aqts.config.CapConfig;
import io.aqts.config.CapMode;
import io.aqts.config.ClusterCap;
import io.aqts.config.NamedCap;
import io.aqts.config.RulesConfig;
import io.aqts.market.Instrument;
import io.aqts.market.OrderLimits;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Handling;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskRulesTest {

    private static final Portfolio FLAT = portfolio("100000", flat(40_000), flat(2_000));
    private static final ReasonCode MINE = new ReasonCode("MINE");

    @Test
    void h5_aConfiguredRuleBindsWhateverTheRiskManagerWants() {
        RiskGate gate = gate(r -> r.caps(c -> c.position(CapConfig.share(0.2))));

        GateResult result = judge(gate, FLAT, buy(0, 1));

        assertThat(units(result)).isEqualTo(Decimal.of("0.5"));
        assertThat(result.verdict().reasons()).containsExactly(ReasonCode.POSITION_CAP);
        assertThat(judge(gate, FLAT, buy(0, 0.5)).verdict()).isInstanceOf(RiskVerdict.Approved.class);
    }

    @Test
    void cutsASumToSpendAsWell() {
        RiskGate gate = gate(r -> r.caps(c -> c.position(CapConfig.share(0.2))));
        GateResult result = judge(gate, FLAT, OrderIntent.open(0, Side.BUY, Sizing.spend(50_000)));
        assertThat(Fixtures.spent(result)).isEqualTo(Decimal.of(20_000));
        GateResult all = judge(gate, FLAT, OrderIntent.open(0, Side.BUY, Sizing.everything()));
        assertThat(Fixtures.spent(all)).isEqualTo(Decimal.of(20_000));
    }

    @Test
    void h2_severalOpeningsOfAStepAreJudgedByTheirSumEachWithItsOwnInstrument() {
        RiskGate gate = gate(r -> r.caps(c -> c.gross(CapConfig.amount(50_000))
                .instruments(List.of(new NamedCap("ETH/USDT", CapMode.AMOUNT, 20_000)))));
        begin(gate, FLAT);

        assertThat(units(gate.judge(Fixtures.approved(buy(0, 0.9))))).isEqualTo(Decimal.of("0.9"));
        GateResult second = gate.judge(Fixtures.approved(buy(1, 20)));
        assertThat(units(second)).as("14,000 are left, and 20,000 its own").isEqualTo(Decimal.of(7));
        assertThat(second.verdict().reasons()).containsExactly(ReasonCode.INSTRUMENT_CAP, ReasonCode.GROSS_CAP);
        assertThat(gate.judge(Fixtures.approved(buy(0, 0.1))).verdict().reasons())
                .containsExactly(ReasonCode.GROSS_CAP);
    }

    @Test
    void h2_severalOpeningsOfAStepShareTheFreeCash() {
        RiskGate gate = Fixtures.gate(Fixtures.context(r -> Fixtures.cashAccount(r), BTC, ETH));
        begin(gate, FLAT);
        assertThat(gate.judge(Fixtures.approved(buy(0, 2))).isApproved()).isTrue();
        GateResult second = gate.judge(Fixtures.approved(buy(1, 20)));
        assertThat(second.verdict().reasons()).contains(ReasonCode.INSUFFICIENT_CASH);
        assertThat(units(second).times(Decimal.of("2002")))
                .isLessThanOrEqualTo(Decimal.of(100_000).minus(Decimal.of("80080")));
    }

    @Test
    void h4_theChildrenOfOneStepCountOneByOne() {
        RiskGate gate = gate(r -> r.conduct(c -> c.maxOrders(2)));
        begin(gate, FLAT);
        assertThat(gate.judge(Fixtures.approved(buy(0, 0.1))).isApproved()).isTrue();
        assertThat(gate.judge(Fixtures.approved(buy(1, 0.1))).isApproved()).isTrue();
        assertThat(gate.judge(Fixtures.approved(buy(0, 0.1))).verdict())
                .isEqualTo(RiskVerdict.rejected(0, ReasonCode.RATE_LIMIT));
    }

    @Test
    void neverShowsAReductionToARule() {
        RiskGate gate = gate(List.of(forbidding(MINE)), r -> r.conduct(c -> c.maxNotional(CapConfig.amount(1))));
        Portfolio long1 = portfolio("60000", holding("1", 40_000), flat(2_000));
        assertThat(units(judge(gate, long1, OrderIntent.open(0, Side.SELL, Sizing.units(0.5)))))
                .isEqualTo(Decimal.of("0.5"));
        assertThat(units(judge(gate, long1, OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL))))
                .isEqualTo(Decimal.ONE);
    }

    @Test
    void namesTheFirstRuleThatForbidsAndAsksNoOtherOne() {
        List<String> asked = new ArrayList<>();
        RiskGate gate = gate(
                List.of(noting(asked, "first", 0.5), noting(asked, "second", 0), noting(asked, "third", 9)), r -> r);
        GateResult result = judge(gate, FLAT, buy(0, 1));
        assertThat(result.verdict()).isEqualTo(RiskVerdict.rejected(0, new ReasonCode("SECOND")));
        assertThat(asked).containsExactly("first 1.0", "second 0.5");
    }

    @Test
    void allowsNothingWhereARuleAnswersNoNumber() {
        RiskGate gate = gate(List.of(noting(new ArrayList<>(), "broken", Double.NaN)), r -> r);
        assertThat(judge(gate, FLAT, buy(0, 1)).verdict()).isEqualTo(RiskVerdict.rejected(0, new ReasonCode("BROKEN")));
    }

    @Test
    void showsTheGateTheForecastOfTheSameDirectionOnly() {
        List<RiskCandidate> seen = new ArrayList<>();
        RiskGate gate = gate(List.of(seeing(seen)), r -> r);
        Forecast forecast = new Forecast(0.5, 0.6, 0.01, 0, 0.5);
        Decision decision = new Decision(
                List.of(new Proposal(1, Action.GO_LONG, 1, forecast, List.of(), List.of(ReasonCode.SIGNAL))));
        gate.begin(
                FLAT, Fixtures.quiet(MINUTE, 2), decision, i -> FLAT.position(i).mark());
        gate.judge(Fixtures.approved(buy(1, 1)));
        gate.judge(Fixtures.approved(OrderIntent.open(1, Side.SELL, Sizing.units(1))));
        gate.judge(Fixtures.approved(buy(0, 0.1)));
        assertThat(seen).extracting(RiskCandidate::forecast).containsExactly(forecast, Forecast.NONE, Forecast.NONE);
        assertThat(seen).extracting(RiskCandidate::quantity).containsExactly(1.0, 1.0, 0.1);
        assertThat(seen.get(0).snapshot().epochNanos()).isEqualTo(MINUTE);
    }

    @Test
    void judgesByTheWorstPriceItMayBeEnteredAt() {
        List<RiskCandidate> seen = new ArrayList<>();
        RiskGate gate = gate(List.of(seeing(seen)), r -> r);
        judge(gate, FLAT, slipping(Side.BUY, 100, 39_000));
        judge(gate, FLAT, slipping(Side.SELL, 100, 41_000));
        judge(gate, FLAT, buy(0, 1));
        assertThat(seen).extracting(RiskCandidate::price).containsExactly(40_400.0, 39_600.0, 40_000.0);
        assertThat(seen).extracting(RiskCandidate::stopPrice).containsExactly(39_000.0, 41_000.0, 0.0);
        assertThat(seen).extracting(RiskCandidate::unitExposure).containsExactly(40_400.0, 40_000.0, 40_000.0);
        assertThat(seen).extracting(RiskCandidate::unitLoss).containsExactly(1_400.0, 1_400.0, 40_000.0);
    }

    @Test
    void judgesContractsAndForeignQuotesInTheCurrencyOfAccount() {
        Marks marks = new Marks() {
            @Override
            public double price(int instrument) {
                return FLAT.position(instrument).mark();
            }

            @Override
            public double unitValue(int instrument) {
                return price(instrument) * (instrument == 0 ? 0.1 : 1.25);
            }
        };
        RiskGate gate = gate(r -> r.caps(c -> c.position(CapConfig.amount(8_000))));
        Fixtures.begin(gate, FLAT, 0, marks);
        assertThat(units(gate.judge(Fixtures.approved(buy(0, 9))))).isEqualTo(Decimal.of(2));
        assertThat(units(gate.judge(Fixtures.approved(buy(1, 9))))).isEqualTo(Decimal.of("3.2"));

        Portfolio held = portfolio("0", holding("1", 40_000), flat(2_000));
        RiskGate gross = gate(r -> r.caps(c -> c.gross(CapConfig.amount(8_000))));
        Fixtures.begin(gross, held, 0, marks);
        assertThat(units(gross.judge(Fixtures.approved(buy(1, 9)))))
                .as("a position of one contract is worth 4,000")
                .isEqualTo(Decimal.of("1.6"));
        RiskGate plain =
                Fixtures.gate(Fixtures.context(r -> r.maxLeverage(1).sizing(s -> s.maxPositionShare(0.5)), BTC, ETH));
        Fixtures.begin(plain, FLAT, 0, marks);
        assertThat(units(plain.judge(Fixtures.approved(buy(1, 90))))).isEqualTo(Decimal.of(20));
        RiskGate cash = Fixtures.gate(Fixtures.context(Fixtures::cashAccount, BTC, ETH));
        Fixtures.begin(cash, FLAT, 0, marks);
        assertThat(units(cash.judge(Fixtures.approved(buy(1, 90))))).isEqualTo(Decimal.of("39.96"));
        Fixtures.begin(cash, FLAT, 0, i -> i == 0 ? 40_000 : 2_000);
        assertThat(units(cash.judge(Fixtures.approved(buy(1, 90))))).isEqualTo(Decimal.of("49.95"));
    }

    @Test
    void opensNothingWithoutAWorthButLeavesItAllTheSame() {
        Marks marks = new Marks() {
            @Override
            public double price(int instrument) {
                return 40_000;
            }

            @Override
            public double unitValue(int instrument) {
                return Double.NaN;
            }
        };
        RiskGate gate = gate(r -> r);
        Portfolio long1 = portfolio("60000", holding("1", 40_000), flat(2_000));
        Fixtures.begin(gate, long1, 0, marks);
        assertThat(gate.judge(Fixtures.approved(buy(0, 1))).verdict())
                .isEqualTo(RiskVerdict.rejected(0, ReasonCode.NO_PRICE));
        assertThat(gate.judge(Fixtures.approved(OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL)))
                        .isApproved())
                .isTrue();
    }

    @Test
    void h1_whatExceedsAnExchangesLimitsIsCutAndWhatFallsShortIsRefusedWithAReason() {
        OrderLimits limits = new OrderLimits(Decimal.of("0.1"), Decimal.of("1.000005"), Decimal.of(30_000));
        RiskGate gate = limited(limits);
        GateResult worth = judge(gate, FLAT, buy(0, 0.9));
        assertThat(units(worth)).isEqualTo(Decimal.of("0.75"));
        assertThat(worth.verdict().reasons()).containsExactly(ReasonCode.ABOVE_MAX_NOTIONAL);
        GateResult both = judge(gate, FLAT, buy(1, 9));
        assertThat(units(both)).as("down to the lot").isEqualTo(Decimal.ONE);
        assertThat(both.verdict().reasons()).containsExactly(ReasonCode.ABOVE_MAX_QUANTITY);
        assertThat(judge(gate, FLAT, buy(0, 0.09999)).verdict())
                .isEqualTo(RiskVerdict.rejected(0, ReasonCode.BELOW_MIN_QUANTITY));
        assertThat(judge(gate, FLAT, buy(0, 0.1)).isApproved()).isTrue();
        assertThat(Fixtures.spent(judge(gate, FLAT, OrderIntent.open(0, Side.BUY, Sizing.spend(90_000)))))
                .isEqualTo(Decimal.of("30030"));
        Portfolio long3 = portfolio("0", holding("3", 40_000), flat(2_000));
        GateResult exit = judge(gate, long3, OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL));
        assertThat(units(exit)).as("an exit too, piece by piece").isEqualTo(Decimal.ONE);
        assertThat(exit.verdict().reasons()).containsExactly(ReasonCode.ABOVE_MAX_QUANTITY);
        Portfolio dust = portfolio("0", holding("0.00003", 40_000), flat(2_000));
        assertThat(judge(gate, dust, OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL))
                        .isApproved())
                .as("the whole of a position may be left whatever it is worth")
                .isTrue();
    }

    @Test
    void h1_everyFlawOfAnOrderHasAReasonOfItsOwn() {
        OrderLimits limits = new OrderLimits(Decimal.of("0.1"), Decimal.of(1), Decimal.of(30_000));
        assertThat(flaw("0.5", "40000.001", Bracket.NONE, false, limits)).isEqualTo(ReasonCode.OFF_TICK);
        Bracket crooked = new Bracket(Decimal.of("39000.001"), Decimal.ZERO, 0);
        assertThat(flaw("0.5", "40000", crooked, false, limits)).isEqualTo(ReasonCode.OFF_TICK);
        Bracket target = new Bracket(Decimal.ZERO, Decimal.of("41000.001"), 0);
        assertThat(flaw("0.5", "40000", target, false, limits)).isEqualTo(ReasonCode.OFF_TICK);
        assertThat(flaw("0.500001", "40000", Bracket.NONE, false, limits)).isEqualTo(ReasonCode.OFF_LOT);
        assertThat(flaw("0.500001", "40000", Bracket.NONE, true, limits)).isNull();
        assertThat(flaw("0.09999", "40000", Bracket.NONE, false, limits)).isEqualTo(ReasonCode.BELOW_MIN_QUANTITY);
        assertThat(flaw("1.00001", "40000", Bracket.NONE, false, limits)).isEqualTo(ReasonCode.ABOVE_MAX_QUANTITY);
        assertThat(flaw("1.00001", "40000", Bracket.NONE, true, limits)).isEqualTo(ReasonCode.ABOVE_MAX_QUANTITY);
        assertThat(flaw("0.1", "99.99", Bracket.NONE, false, limits)).isEqualTo(ReasonCode.BELOW_MIN_NOTIONAL);
        assertThat(flaw("0.1", "100", Bracket.NONE, false, limits)).isNull();
        assertThat(flaw("0.75", "40000", Bracket.NONE, false, limits)).isNull();
        assertThat(flaw("0.75001", "40000", Bracket.NONE, false, limits)).isEqualTo(ReasonCode.ABOVE_MAX_NOTIONAL);
    }

    @ParameterizedTest
    @EnumSource(RiskState.class)
    void h3_onlyStatesThatAllowItLetAnythingBeOpened(RiskState state) {
        Portfolio portfolio = portfolio(state, "60000", List.of(holding("1", 40_000), flat(2_000)), List.of());
        RiskGate gate = gate(r -> r);
        GateResult opening = judge(gate, portfolio, buy(1, 1));
        boolean allows = state == RiskState.NORMAL || state == RiskState.RECOVERY;
        assertThat(opening.isApproved()).isEqualTo(allows);
        if (!allows) {
            assertThat(opening.verdict().reasons())
                    .containsExactly(
                            state == RiskState.KILL_SWITCH ? ReasonCode.KILL_SWITCH : ReasonCode.CIRCUIT_BREAKER);
        }
        assertThat(judge(gate, portfolio, OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL))
                        .isApproved())
                .isTrue();
    }

    @Test
    void refusesCapsOfWhatTheRunLacks() {
        ClusterCap lost = new ClusterCap("majors", List.of("BTC/USDT", "XRP/USDT"), CapMode.SHARE, 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gate(r -> r.caps(c -> c.clusters(List.of(lost)))))
                .withMessage("risk.rules.caps.clusters[].symbols must be instruments of the run, but was \"XRP/USDT\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gate(r -> r.caps(c -> c.quotes(List.of(new NamedCap("CAD", CapMode.SHARE, 0.1))))))
                .withMessage("risk.rules.caps.quotes[].name must be a quote currency of the run, but was \"CAD\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        gate(r -> r.caps(c -> c.instruments(List.of(new NamedCap("XRP/USDT", CapMode.SHARE, 0.1))))))
                .withMessage(
                        "risk.rules.caps.instruments[].name must be an instrument of the run, but was \"XRP/USDT\"");
    }

    @Test
    void boundsClustersAndQuoteCurrencies() {
        ClusterCap majors = new ClusterCap("majors", List.of("BTC/USDT", "ETH/USDT"), CapMode.SHARE, 0.08);
        RiskGate cluster = gate(r -> r.caps(c -> c.clusters(List.of(majors))));
        assertThat(judge(cluster, FLAT, buy(0, 1)).verdict().reasons()).containsExactly(ReasonCode.CLUSTER_CAP);
        assertThat(units(judge(cluster, FLAT, buy(0, 1)))).isEqualTo(Decimal.of("0.2"));
        RiskGate quote = gate(r -> r.caps(c -> c.quotes(List.of(new NamedCap("USDT", CapMode.AMOUNT, 4_000)))));
        assertThat(units(judge(quote, FLAT, buy(1, 9)))).isEqualTo(Decimal.of(2));
        assertThat(judge(quote, FLAT, buy(1, 9)).verdict().reasons()).containsExactly(ReasonCode.QUOTE_CAP);
    }

    @Test
    void tellsWhatEachRuleAndLimitWouldLeave() {
        RiskGate gate = gate(
                List.of(noting(new ArrayList<>(), "mine", 0.6)),
                r -> r.caps(c -> c.position(CapConfig.share(0.32)).gross(CapConfig.share(1))));
        begin(gate, FLAT);
        WhatIf whatIf = gate.explain(buy(0, 1));
        assertThat(whatIf.answers())
                .containsExactly(
                        new RuleAnswer(ReasonCode.POSITION_CAP, 1, 0.8),
                        new RuleAnswer(ReasonCode.GROSS_CAP, 0.8, 0.8),
                        new RuleAnswer(new ReasonCode("MINE"), 0.8, 0.6),
                        new RuleAnswer(ReasonCode.MAX_LEVERAGE, 0.6, 0.6),
                        new RuleAnswer(ReasonCode.MAX_POSITION, 0.6, 0.6));
        assertThat(whatIf.answers().get(0).isLowered()).isTrue();
        assertThat(whatIf.answers().get(1).isLowered()).isFalse();
        GateResult real = gate.judge(Fixtures.approved(buy(0, 1)));
        assertThat(real.verdict()).isEqualTo(whatIf.verdict());
        assertThat(real.orders().get(0).id()).as("no approval was used up").isEqualTo(1);
        assertThat(gate.explain(OrderIntent.open(0, Side.BUY, null)).verdict())
                .isEqualTo(RiskVerdict.rejected(0, ReasonCode.MALFORMED));
    }

    private static ReasonCode flaw(
            String quantity, String limit, Bracket bracket, boolean reduces, OrderLimits limits) {
        Order order = new Order(
                0,
                Side.BUY,
                OrderSize.units(Decimal.of(quantity)),
                OrderType.limit(Decimal.of(limit)),
                Lifetime.IOC,
                Handling.reducing(reduces),
                bracket,
                ReasonCode.SIGNAL);
        return OrderFilter.flaw(order, BTC, limits, Decimal.of(1));
    }

    private static RiskGate gate(UnaryOperator<RulesConfig.Builder> change) {
        return gate(List.of(), change);
    }

    private static RiskGate gate(List<RiskRule> more, UnaryOperator<RulesConfig.Builder> change) {
        LayerContext context = Fixtures.context(r -> r.rules(change), BTC, ETH);
        return Fixtures.gate(context, new Rulebook(context, more), Instrument::limits);
    }

    private static RiskGate limited(OrderLimits limits) {
        LayerContext context = Fixtures.context(r -> r, BTC, ETH);
        Function<Instrument, OrderLimits> all = instrument -> limits;
        return Fixtures.gate(context, new Rulebook(context, List.of()), all);
    }

    private static void begin(RiskGate gate, Portfolio portfolio) {
        Fixtures.begin(gate, portfolio, 0, i -> portfolio.position(i).mark());
    }

    private static GateResult judge(RiskGate gate, Portfolio portfolio, OrderIntent intent) {
        return Fixtures.judge(gate, portfolio, intent);
    }

    private static OrderIntent buy(int instrument, double quantity) {
        return OrderIntent.open(instrument, Side.BUY, Sizing.units(quantity));
    }

    private static OrderIntent slipping(Side side, double bps, double stop) {
        return new OrderIntent(
                0,
                side,
                Sizing.units(0.01),
                Pricing.market(bps),
                Lifetime.GTC,
                Instructions.PLAIN,
                new ExitPlan(stop, 0, 0),
                ReasonCode.SIGNAL);
    }

    private static RiskRule forbidding(ReasonCode reason) {
        return rule(reason, candidate -> 0.0);
    }

    private static RiskRule noting(List<String> asked, String name, double allowed) {
        return rule(new ReasonCode(name.toUpperCase(java.util.Locale.ROOT)), candidate -> {
            asked.add(name + ' ' + candidate.quantity());
            return allowed;
        });
    }

    private static RiskRule seeing(List<RiskCandidate> seen) {
        return rule(MINE, candidate -> {
            seen.add(candidate);
            return Double.POSITIVE_INFINITY;
        });
    }

    private static RiskRule rule(ReasonCode reason, Function<RiskCandidate, Double> answer) {
        return new RiskRule() {
            @Override
            public ReasonCode reason() {
                return reason;
            }

            @Override
            public double allowedQuantity(RiskCandidate candidate) {
                return answer.apply(candidate);
            }
        };
    }
}
